import { sql } from 'drizzle-orm'
import { uuidAt } from '#core/context/ids.server.ts'
import type { Db } from '#core/db/open.server.ts'
import type { Townspeople } from './settle.server.ts'

type Supported = { id: string; key: string; sentAt: Date; until: Date; howMany: number; not: string }

/** The crowd supports an idea over its first weeks: the rows that `supportIdea` writes, for all of them at once. */
export async function supportByCrowd(db: Db, municipalityId: number, idea: Supported, people: Townspeople) {
  const { crowd, actor } = people
  const start = Math.abs([...idea.key].reduce((sum, letter) => (sum * 31 + letter.codePointAt(0)!) | 0, 7))
  const left = idea.until.getTime() - 60_000 - idea.sentAt.getTime()
  const span = Math.min(left, 45 * 24 * 3600_000)
  const rows = Array.from({ length: Math.min(idea.howMany, crowd.length) }, (_, i) => {
    const who = crowd[(start + i * stride(crowd.length)) % crowd.length]!
    // Many at first, then fewer: the square of an even spread.
    const at = new Date(idea.sentAt.getTime() + span * ((i + 1) / (idea.howMany + 1)) ** 2)
    return { who, person: actor(who).id, at: at.toISOString(), event: uuidAt(at), follow: uuidAt(at) }
  }).filter((row) => row.who !== idea.not)
  if (rows.length === 0) return
  const given = sql`(select ${municipalityId}::int municipality_id, ${idea.id}::uuid idea_id, r.* from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r(person uuid, at timestamptz, event uuid, follow uuid)) r`
  await db.execute(sql`insert into ideas.support (municipality_id, idea_id, person_id, at) select municipality_id, idea_id, person, at from ${given}`)
  await db.execute(sql`insert into trail.event (municipality_id, id, subject_id, kind, at, actor_person_id, on_trail, delivered_at) select municipality_id, event, idea_id, 'ideas.supported', at, person, false, at from ${given}`)
  await db.execute(sql`insert into trail.follow (municipality_id, id, subject_id, person_id, language, rhythm, why, confirmed_at, created_at) select municipality_id, follow, idea_id, person, 'fi', 'inApp', 'supporter', at, at from ${given}`)
}

/** A step that shares no factor with the size walks through everyone once. */
function stride(size: number): number {
  const common = (a: number, b: number): number => (b ? common(b, a % b) : a)
  let step = Math.max(1, Math.floor(size * 0.38))
  while (common(step, size) !== 1) step++
  return step
}
