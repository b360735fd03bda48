import { and, asc, eq, gt, inArray, isNull, ne, or } from 'drizzle-orm'
import type { Ctx } from '#core/context/context.server.ts'
import { person } from '#core/identity/schema.server.ts'
import { event } from '#core/trail/schema.server.ts'
import { orderMovedTo, orderPassed, reportsTaken } from '../events.server.ts'
import { orderReport } from '../schema.server.ts'
import { type OrderState, orderStates } from '../states.ts'
import type { Told } from './told.ts'

/** What was being written when a phone read may be seen only after it, with an earlier time: better told twice than not at all. */
const overlap = 5000

/** What others did to an order after a phone had read it, as the one in the field is told: the last of each. */
export async function meanwhile(ctx: Ctx, orderId: string, asOf: string, meId: string): Promise<Told[]> {
  const here = ctx.scope.municipalityId, since = new Date(Math.max(0, Date.parse(asOf) - overlap)) // a phone may say any year
  const stateOf = new Map<string, OrderState>(orderStates.map((state) => [orderMovedTo[state].kind, state]))
  const events = await ctx.db.select({ kind: event.kind, data: event.data, who: person.name }).from(event)
    .leftJoin(person, and(eq(person.municipalityId, event.municipalityId), eq(person.id, event.actorPersonId)))
    .where(and(eq(event.municipalityId, here), eq(event.subjectId, orderId), event.onTrail, gt(event.at, since), or(isNull(event.actorPersonId), ne(event.actorPersonId, meId)), inArray(event.kind, [...stateOf.keys(), orderPassed.kind, reportsTaken.kind])))
    .orderBy(asc(event.at), asc(event.id))
  const told: Told[] = []
  const taken = events.findLast((each) => each.kind === reportsTaken.kind)
  if (taken) {
    const added = await ctx.db.$count(orderReport, and(eq(orderReport.municipalityId, here), eq(orderReport.orderId, orderId), gt(orderReport.at, since)))
    if (added > 0) told.push({ code: 'moreReports', count: added, who: taken.who })
  }
  const passed = events.findLast((each) => each.kind === orderPassed.kind)
  if (passed) told.push({ code: 'passed', unit: String(passed.data.unit ?? ''), who: passed.who })
  const moved = events.findLast((each) => stateOf.has(each.kind))
  if (moved) told.push({ code: 'moved', state: stateOf.get(moved.kind)!, who: moved.who })
  return told
}
