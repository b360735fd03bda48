import { and, eq, isNull, lt } from 'drizzle-orm'
import { contextOf, type House, type Municipality, type Operation } from '#core/context/context.server.ts'
import type { Db } from '#core/db/open.server.ts'
import { isProblems } from '#core/errors/errors.ts'
import { notice } from '#core/notices/schema.server.ts'
import { wallClock } from '#core/time/local.ts'
import { addComment } from '#modules/discussion/server'
import { acceptInitiative, addPopulation, askReview, changeRegistry, decideInitiative, linkElsewhere, publishInitiative, registerInitiative, sendInitiative, signInitiative, startInitiative, updateElsewhere } from '#modules/initiatives/server'
import { initiatives, type ToldInitiative } from './initiatives.ts'
import type { Townspeople } from './settle.server.ts'
import { momentOf } from './when.ts'

type Known = { units: Record<string, string>; people: Townspeople }

/** Tells a municipality's initiatives: each step by who does it, with the clock of its moment. */
export async function tellInitiatives(house: House, db: Db, its: Municipality, { units, people }: Known, now: Date) {
  const told = initiatives[its.slug]
  if (!told) return
  const does = async <A extends unknown[], R>(who: string, at: Date, operation: Operation<A, R>, ...args: A): Promise<R> => {
    const done = await operation(contextOf({ ...house, clock: () => at }, { municipality: its, actor: people.actor(who), language: 'fi' }, db), ...args)
    if (isProblems(done)) throw new Error(`${who}: ${JSON.stringify(done.problems)}`)
    return done
  }
  const first = new Date(`${told.population.day}T10:00:00Z`)
  await does(told.admin, new Date(Math.min(now.getTime(), first.getTime() + 90 * 86_400_000)), addPopulation, told.population)
  const unitId = units[told.registry.unit]!
  await does(told.admin, first, changeRegistry, { unitId, email: undefined })
  for (const each of told.initiatives) await tellOne(each)
  for (const each of told.elsewhere) {
    const linked = await does(each.by, momentOf(each.linked, now), linkElsewhere, { url: each.url, title: each.title, text: each.text, kind: 'ordinary', state: 'collecting', signers: each.signers })
    if (each.later && 'id' in linked) await does(each.by, momentOf(each.later.at, now), updateElsewhere, linked.id, { state: 'collecting', signers: each.later.signers })
  }
  // the address last: what was sent long ago goes to nobody's mailbox now
  await does(told.admin, new Date(now.getTime() - 60_000), changeRegistry, { unitId, email: told.registry.email })
  // what officials, authors and signers were told long ago they have heard
  await db.update(notice).set({ mailedAt: notice.at, pushedAt: notice.at }).where(and(eq(notice.municipalityId, its.id), isNull(notice.mailedAt), lt(notice.at, new Date(now.getTime() - 3 * 86_400_000))))

  async function tellOne(each: ToldInitiative) {
    const begun = momentOf(each.begun, now)
    const after = (minutes: number) => new Date(begun.getTime() + minutes * 60_000)
    const made = await does(each.by, begun, startInitiative, { title: each.title, text: each.text, way: each.way })
    if (!('id' in made)) return
    await does(each.by, after(4), askReview, made.id)
    if (!each.checkedBy) return
    await does(each.checkedBy, after(14 * 60), acceptInitiative, made.id)
    const sentAt = each.sent ? momentOf(each.sent, now) : null
    if (each.published) {
      const from = momentOf(each.published, now)
      await does(each.by, from, publishInitiative, made.id)
      const until = sentAt ?? new Date(now.getTime() - 3_600_000)
      const signers = [...each.signers ?? [], ...people.crowd.filter((who) => who !== each.by).slice(0, each.crowd ?? 0)]
      // many at first and again at the end, as names come
      for (const [i, who] of signers.entries()) {
        const part = (i + 1) / (signers.length + 1)
        const at = new Date(from.getTime() + (until.getTime() - from.getTime()) * (part < 0.7 ? part ** 1.6 : 0.565 + (part - 0.7) * 1.44))
        await does(who, at, signInitiative, made.id, { name: people.actor(who).name, shown: i % (each.shownEvery ?? 2) === 0 ? 'yes' : 'no' })
      }
    }
    if (sentAt) await does(each.by, sentAt, sendInitiative, made.id)
    if (each.registered) await does(each.checkedBy, momentOf(each.registered.at, now), registerInitiative, made.id, { caseNumber: each.registered.caseNumber.replace('{year}', wallClock(momentOf(each.registered.at, now)).day.slice(0, 4)), ofCouncil: each.registered.ofCouncil ? 'yes' : 'no' })
    if (each.decided) await does(each.checkedBy, momentOf(each.decided.at, now), decideInitiative, made.id, { outcome: each.decided.outcome, decision: each.decided.decision, measures: each.decided.measures })
    for (const said of each.says ?? []) await does(said.by, momentOf(said.at, now), addComment, made.id, { text: said.text, stance: 'for' })
  }
}
