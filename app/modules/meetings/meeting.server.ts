import { and, asc, eq } from 'drizzle-orm'
import type { Ctx } from '#core/context/context.server.ts'
import { isId } from '#core/context/ids.server.ts'
import { NotFound } from '#core/errors/errors.ts'
import type { Person } from '#core/identity/actor.ts'
import { allow, may } from '#core/permissions/permissions.ts'
import type { Translated } from '#core/text/language.ts'
import { addLocalDays } from '#core/time/local.ts'
import { type Subject, subjectColumns } from '#core/trail/subject.server.ts'
import { subject } from '#core/trail/schema.server.ts'
import { can } from './permissions.ts'
import { body, item, meeting } from './schema.server.ts'

export type Body = Omit<typeof body.$inferSelect, 'municipalityId'>
export type Meeting = Omit<typeof meeting.$inferSelect, 'municipalityId'> & { body: Body }
export type Item = Omit<typeof item.$inferSelect, 'municipalityId'>

/** Where a meeting stands: it is coming until its day is over. */
export type MeetingState = 'coming' | 'held' | 'cancelled'
export const stateOf = (its: { startsAt: Date; cancelledAt: Date | null }, now: Date): MeetingState =>
  its.cancelledAt ? 'cancelled' : addLocalDays(its.startsAt, 0, { endOfDay: true }) < now ? 'held' : 'coming'

/** Narrows rows of a table of this module to this municipality and one id. */
export const thisMeeting = (ctx: Ctx, id: string) => and(eq(meeting.municipalityId, ctx.scope.municipalityId), eq(meeting.id, id))
export const thisItem = (ctx: Ctx, id: string) => and(eq(item.municipalityId, ctx.scope.municipalityId), eq(item.id, id))
/** The body as a thing that permissions look at. */
export const ofBody = (its: { unitId: string | null }) => ({ ownerUnitId: its.unitId })

/** A meeting with its body, whoever asks. Throws NotFound. `lock` holds it until the transaction ends. */
export async function meetingOf(ctx: Ctx, id: string, options: { lock?: boolean } = {}): Promise<Meeting> {
  if (!isId(id)) throw new NotFound()
  if (options.lock) await ctx.db.select({ id: meeting.id }).from(meeting).where(thisMeeting(ctx, id)).for('update')
  const [row] = await ctx.db.select({ meeting, body }).from(meeting).innerJoin(body, and(eq(body.municipalityId, meeting.municipalityId), eq(body.id, meeting.bodyId))).where(thisMeeting(ctx, id))
  if (!row) throw new NotFound()
  return { ...row.meeting, body: row.body }
}

/** A meeting that the asker may see: an unpublished one only who may write it. Throws NotFound. */
export async function visibleMeeting(ctx: Ctx, id: string): Promise<Meeting> {
  const its = await meetingOf(ctx, id)
  if (!its.publishedAt && !may(ctx, can.write, ofBody(its.body))) throw new NotFound()
  return its
}

/** A meeting that the asker may write, held until the transaction ends. An unpublished one is not there for others. */
export async function writableMeeting(ctx: Ctx, id: string, options: { lock?: boolean } = { lock: true }): Promise<{ its: Meeting; me: Person }> {
  const its = await meetingOf(ctx, id, options)
  if (!its.publishedAt && ctx.actor.kind === 'person' && !may(ctx, can.write, ofBody(its.body))) throw new NotFound()
  return { its, me: allow(ctx, can.write, ofBody(its.body)) }
}

/** An item with its subject and meeting, whoever asks. Throws NotFound. */
export async function itemOf(ctx: Ctx, id: string, options: { lock?: boolean } = {}): Promise<{ item: Item; subject: Subject; meeting: Meeting }> {
  if (!isId(id)) throw new NotFound()
  const [row] = await ctx.db.select({ meetingId: item.meetingId }).from(item).where(thisItem(ctx, id))
  if (!row) throw new NotFound()
  const its = await meetingOf(ctx, row.meetingId, options) // an agenda is changed by one at a time: its meeting is what is held
  const [found] = await ctx.db.select({ item, subject: subjectColumns }).from(item).innerJoin(subject, and(eq(subject.municipalityId, item.municipalityId), eq(subject.id, item.id))).where(thisItem(ctx, id))
  return { item: found!.item, subject: found!.subject, meeting: its }
}

/** An item that the asker may write, its meeting held until the transaction ends. */
export async function writableItem(ctx: Ctx, id: string, options: { lock?: boolean } = { lock: true }) {
  const found = await itemOf(ctx, id, options)
  if (found.subject.visibility === 'waiting' && ctx.actor.kind === 'person' && !may(ctx, can.write, ofBody(found.meeting.body))) throw new NotFound()
  return { ...found, me: allow(ctx, can.write, ofBody(found.meeting.body)) }
}

/** What an event of a meeting's item keeps of the meeting. */
export const factsOf = (its: Meeting): { body: Translated; startsAt: string } => ({ body: its.body.name ?? {}, startsAt: its.startsAt.toISOString() })

/** The bodies in the order of their list. */
export async function bodiesOf(ctx: Ctx): Promise<Body[]> {
  return ctx.db.select().from(body).where(eq(body.municipalityId, ctx.scope.municipalityId)).orderBy(asc(body.position), asc(body.key))
}
/** The bodies whose meetings the asker may write. */
export const ownBodies = async (ctx: Ctx): Promise<Body[]> => (await bodiesOf(ctx)).filter((each) => may(ctx, can.write, ofBody(each)))
