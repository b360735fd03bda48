import { sql } from 'drizzle-orm'
import { uuidAt } from '#core/context/ids.server.ts'
import { contextOf, type House, type Municipality } from '#core/context/context.server.ts'
import type { Db } from '#core/db/open.server.ts'
import { isProblems } from '#core/errors/errors.ts'
import { type FollowTarget, followTarget } from '#core/trail/follow.server.ts'
import { joinNetwork } from '#modules/topics/server'
import type { Townspeople } from './settle.server.ts'
import type { Told, ToldTarget } from './told.ts'

type Known = { units: Record<string, string>; topics: Record<string, string>; people: Townspeople }

/** What people follow besides single things: the crowd in bulk, the personas and professionals through the operations, all some weeks before the telling. */
export async function tellFollows(house: House, db: Db, told: Told, its: Municipality, { units, topics, people }: Known, now: Date) {
  const at = (days: number) => new Date(now.getTime() - days * 86_400_000)
  const columns = (target: ToldTarget) => ('topic' in target ? { topic: topics[target.topic]! } : 'area' in target ? { area: target.area } : { unit: units[target.unit]! })
  const rows = (told.crowdFollows ?? []).flatMap(({ howMany, ...target }, i) => Array.from({ length: Math.min(howMany, people.crowd.length) }, (_, n) => {
    const since = at(20 + ((i * 7 + n * 3) % 300))
    return { ...columns(target), person: people.actor(people.crowd[(i * 11 + n) % people.crowd.length]!).id, id: uuidAt(since), at: since.toISOString(), rhythm: n % 4 === 0 ? 'inApp' : 'weekly' }
  }))
  await db.execute(sql`insert into trail.follow (municipality_id, id, topic_id, area, unit_id, person_id, language, rhythm, why, confirmed_at, created_at)
    select ${its.id}::int, r.id, r.topic, r.area, r.unit, r.person, 'fi', r.rhythm, 'chosen', r.at, r.at from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r(id uuid, topic uuid, area text, unit uuid, person uuid, at timestamptz, rhythm text)`)

  const asking = (who: string, days: number) => contextOf({ ...house, clock: () => at(days) }, { municipality: its, actor: people.actor(who), language: 'fi' }, db)
  for (const [i, { who, rhythm, ...its_ }] of (told.follows ?? []).entries()) {
    const target: FollowTarget = 'near' in its_ ? { near: its_.near } : 'topic' in its_ ? { topicId: topics[its_.topic]! } : 'area' in its_ ? { area: its_.area } : { unitId: units[its_.unit]! }
    await followTarget(asking(who, 30 + i), people.actor(who), target, { rhythm })
  }
  for (const [i, { who, topic, shown, ...words }] of (told.professionals ?? []).entries()) {
    const done = await joinNetwork(asking(who, 40 + i), topics[topic]!, { ...words, shown: shown ? 'on' : undefined })
    if (isProblems(done)) throw new Error(`${who} in the network of ${topic}: ${JSON.stringify(done.problems)}`)
  }
}
