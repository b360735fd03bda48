import { type Ctx, oneAtATime } from '#core/context/context.server.ts'
import { record } from '#core/trail/record.server.ts'
import { changeSubject, subjectOf } from '#core/trail/subject.server.ts'
import { comesUp } from '../formality.ts'
import { itemMoved } from '../events.server.ts'
import { forgetComing, linkByCase, tellMatter } from '../link-matter.server.ts'
import { factsOf, type Meeting, stateOf, thisItem, thisMeeting } from '../meeting.server.ts'
import { item, meeting } from '../schema.server.ts'
import { insertItem, keepDecision, markBack, markGone, rewriteItem } from '../write-item.server.ts'
import { bringOut, bringOutAll, keepCancelled, moveItems, ofUnit } from '../write-meeting.server.ts'
import { type Counts, type Feed, type Plan, planImport, type Planned, type PlannedMeeting } from './plan.server.ts'
import type { ImportedItem } from './row.ts'

/**
 * Does what `planImport` says, in the caller's transaction, one import at a time. Meetings that come from a feed are public
 * at once. Doing the same rows again changes nothing.
 */
export async function importRows(ctx: Ctx, its: Feed, rows: ImportedItem[]): Promise<Plan> {
  await oneAtATime(ctx, 'meetings import')
  const plan = await planImport(ctx, its, rows)
  const meetings = new Map<string, Meeting>()
  for (const each of plan.meetings) meetings.set(each.key, await keepMeeting(ctx, each))
  for (const each of plan.items) await keepItem(ctx, its, each, meetings.get(each.key)!)
  for (const each of plan.gone) await markGone(ctx, each, [...meetings.values()].find((on) => on.id === each.meetingId)!)
  for (const each of plan.meetings) {
    const now = meetings.get(each.key)!
    if (each.cancelled && !now.cancelledAt && stateOf(now, ctx.now) === 'coming') await keepCancelled(ctx, now, '')
  }
  return plan
}
/** Did the import change anything? */
export const changes = (counts: Counts): boolean => counts.meetings + counts.new + counts.changed + counts.decided + counts.gone > 0

async function keepMeeting(ctx: Ctx, its: PlannedMeeting): Promise<Meeting> {
  const { before } = its
  const said = { ...(its.place ? { place: its.place } : {}), ...(its.agendaUrl ? { agendaUrl: its.agendaUrl } : {}), ...(its.minutesUrl ? { minutesUrl: its.minutesUrl } : {}) }
  if (!before) {
    const row = { id: ctx.newId(), bodyId: its.body.id, startsAt: its.startsAt, dayOnly: its.dayOnly, place: '', agendaUrl: '', minutesUrl: '', ...said, publishedAt: ctx.now, cancelledAt: null, changedAt: ctx.now, createdAt: ctx.now }
    await ctx.db.insert(meeting).values({ ...ctx.scope, ...row })
    return { ...row, body: its.body }
  }
  const time = its.dayOnly || before.startsAt.getTime() === its.startsAt.getTime() ? {} : { startsAt: its.startsAt, dayOnly: false }
  const after: Meeting = { ...before, ...said, ...time, publishedAt: before.publishedAt ?? ctx.now }
  if ((['place', 'agendaUrl', 'minutesUrl', 'startsAt', 'publishedAt'] as const).some((name) => String(before[name]) !== String(after[name])))
    await ctx.db.update(meeting).set({ ...said, ...time, publishedAt: after.publishedAt, changedAt: ctx.now }).where(thisMeeting(ctx, before.id))
  if (time.startsAt && before.publishedAt && !before.cancelledAt && stateOf(after, ctx.now) === 'coming') await moveItems(ctx, after)
  // One that an official was still writing comes out with what the feed tells of it.
  if (!before.publishedAt) await bringOutAll(ctx, after)
  return after
}

async function keepItem(ctx: Ctx, its: Feed, row: Planned, on: Meeting): Promise<void> {
  const about = { title: row.title, text: row.text, topicId: row.topicId, place: '', area: row.areaKey, language: its.language, sign: row.sign, url: row.url, caseNumber: row.caseNumber }
  const decides = (row.decision || row.decisionUrl) && on.startsAt <= ctx.now
  if (!row.before) {
    const id = await insertItem(ctx, on, { ...about, feedId: its.id, sourceId: row.id, digest: row.digest })
    await bringOut(ctx, { id, title: row.title, caseNumber: row.caseNumber, decidedAt: null }, on)
    if (decides) await keepDecision(ctx, { id, decision: '', decisionUrl: '', decidedAt: null }, on, { decision: row.decision, decisionUrl: row.decisionUrl }, stateOf(on, ctx.now) !== 'coming')
    return
  }
  const before = row.before
  if (row.does === 'moved') await toMeeting(ctx, before.id, on)
  if (before.goneAt) await markBack(ctx, before, on)
  if (before.digest !== row.digest) {
    await rewriteItem(ctx, { item: { ...before, meetingId: on.id }, subject: await subjectOf(ctx, before.id, { kind: 'agendaItem' }), meeting: on }, about)
    await ctx.db.update(item).set({ digest: row.digest }).where(thisItem(ctx, before.id))
    if ((await linkByCase(ctx, [{ id: before.id, caseNumber: row.caseNumber }])).length) await tellMatter(ctx, before.id, on)
  }
  if (decides) await keepDecision(ctx, before, on, { decision: row.decision || before.decision, decisionUrl: row.decisionUrl || before.decisionUrl })
}

/** The feed has an item on another day than before. */
async function toMeeting(ctx: Ctx, id: string, on: Meeting): Promise<void> {
  const its = await subjectOf(ctx, id, { kind: 'agendaItem' })
  const coming = stateOf(on, ctx.now) === 'coming'
  await ctx.db.update(item).set({ meetingId: on.id }).where(thisItem(ctx, id))
  await changeSubject(ctx, id, { comesAt: coming ? comesUp(its, on.startsAt) : null })
  if (its.comesAt) await forgetComing(ctx, id)
  if (!coming) return
  await record(ctx, itemMoved, { subjectId: id, data: factsOf(on), ...ofUnit(on) })
  await tellMatter(ctx, id, on)
}
