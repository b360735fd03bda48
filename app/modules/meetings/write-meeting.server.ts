import { and, asc, eq } from 'drizzle-orm'
import { z } from 'zod'
import type { Ctx } from '#core/context/context.server.ts'
import { Conflict, problems, type Mended } from '#core/errors/errors.ts'
import { isId } from '#core/context/ids.server.ts'
import { allow } from '#core/permissions/permissions.ts'
import { inLanguage } from '#core/text/language.ts'
import { atWallClock } from '#core/time/local.ts'
import { record } from '#core/trail/record.server.ts'
import { link, subject } from '#core/trail/schema.server.ts'
import { changeSubject, subjectOf } from '#core/trail/subject.server.ts'
import { itemCancelled, itemComing, itemImported, itemListed, itemMoved } from './events.server.ts'
import { comesUp, isFormality } from './formality.ts'
import { linkByCase, forgetComing, tellMatter } from './link-matter.server.ts'
import { factsOf, type Item, type Meeting, ownBodies, stateOf, thisMeeting, writableMeeting } from './meeting.server.ts'
import { can } from './permissions.ts'
import { item, meeting } from './schema.server.ts'

export const linkField = z.string().trim().max(500, 'tooLong').refine((text) => text === '' || /^https?:\/\/[^\s]+$/.test(text), 'badLink').default('')
/** A day and a time of the wall clock, as forms give them. */
const when = {
  day: z.string().trim().refine((text) => /^20\d\d-\d\d-\d\d$/.test(text) && new Date(`${text}T00:00:00Z`).toJSON()?.slice(0, 10) === text, 'badDay'),
  time: z.string().trim().regex(/^([01]?\d|2[0-3])[:.][0-5]\d$/, 'badTime').transform((text) => text.replace('.', ':').padStart(5, '0')),
}
export const meetingForm = z.object({ bodyId: z.string().default(''), ...when, place: z.string().trim().max(120, 'tooLong').default(''), agendaUrl: linkField, minutesUrl: linkField })
type MeetingForm = z.infer<typeof meetingForm>

/** A new meeting of one of the asker's bodies; nobody else sees it before it is published. */
export async function addMeeting(ctx: Ctx, { bodyId, day, time, ...its }: MeetingForm): Promise<Mended | { id: string }> {
  allow(ctx, can.begin)
  const its_ = isId(bodyId) ? (await ownBodies(ctx)).find((each) => each.id === bodyId) : undefined
  if (!its_) return problems({ bodyId: 'required' })
  const id = ctx.newId()
  await ctx.db.insert(meeting).values({ ...ctx.scope, id, bodyId, startsAt: atWallClock(day, `${time}:00`), ...its, changedAt: ctx.now, createdAt: ctx.now })
  return { id }
}

/** Changes a meeting's time, place and links. When the time of a published one changes, those who follow its items hear. */
export async function changeMeeting(ctx: Ctx, id: string, { bodyId: _bodyId, day, time, ...its }: MeetingForm): Promise<void> {
  const { its: before } = await writableMeeting(ctx, id)
  const startsAt = atWallClock(day, `${time}:00`)
  await ctx.db.update(meeting).set({ startsAt, dayOnly: false, ...its, changedAt: ctx.now }).where(thisMeeting(ctx, id))
  if (before.startsAt.getTime() !== startsAt.getTime() && before.publishedAt && !before.cancelledAt) await moveItems(ctx, { ...before, startsAt })
}

/** The items of a meeting have another time: each says so on its trail and on its matter's. */
export async function moveItems(ctx: Ctx, after: Meeting): Promise<void> {
  for (const each of await itemsOn(ctx, after.id)) {
    if (each.goneAt || each.decidedAt) continue
    await changeSubject(ctx, each.id, { comesAt: comesUp(await subjectOf(ctx, each.id), after.startsAt) })
    await record(ctx, itemMoved, { subjectId: each.id, data: factsOf(after), ...ofUnit(after) })
    await forgetComing(ctx, each.id)
    await tellMatter(ctx, each.id, after)
  }
}

/** Publishes a meeting with its agenda: everyone sees it, and those whom its items touch hear. A second time changes nothing. */
export async function publishMeeting(ctx: Ctx, id: string): Promise<void> {
  const { its } = await writableMeeting(ctx, id)
  if (its.publishedAt) return
  await ctx.db.update(meeting).set({ publishedAt: ctx.now, changedAt: ctx.now }).where(thisMeeting(ctx, id))
  await bringOutAll(ctx, { ...its, publishedAt: ctx.now })
}

/** All that was written on the agenda comes out. */
export async function bringOutAll(ctx: Ctx, on: Meeting): Promise<void> {
  const titles = new Map((await ctx.db.select({ id: subject.id, title: subject.title, language: subject.language }).from(subject)
    .innerJoin(item, and(eq(item.municipalityId, subject.municipalityId), eq(item.id, subject.id), eq(item.meetingId, on.id))).where(eq(subject.municipalityId, ctx.scope.municipalityId))).map((row) => [row.id, inLanguage(row.title, row.language)]))
  for (const each of await itemsOn(ctx, on.id)) await bringOut(ctx, { ...each, title: titles.get(each.id) ?? '' }, on)
}

/** An item comes out with its published meeting: public, linked, told. What was over before it came here is told of as history, which nobody is sent. */
export async function bringOut(ctx: Ctx, its: Pick<Item, 'id' | 'caseNumber' | 'decidedAt'> & { title: string }, on: Meeting): Promise<void> {
  const coming = stateOf(on, ctx.now) === 'coming'
  const then = coming ? {} : { at: on.startsAt }
  await changeSubject(ctx, its.id, { visibility: 'public', comesAt: coming && !its.decidedAt && !isFormality(its.title) ? on.startsAt : null, ...(coming ? {} : { createdAt: on.startsAt, movedAt: on.startsAt }) })
  await record(ctx, !coming ? itemImported : isFormality(its.title) ? itemListed : itemComing, { subjectId: its.id, stage: 'decision', data: factsOf(on), ...then, ...ofUnit(on) })
  await linkByCase(ctx, [its])
  await tellMatter(ctx, its.id, on)
}

/** Cancels a coming meeting, with a public reason. Throws Conflict('notComing'). */
export async function cancelMeeting(ctx: Ctx, id: string, why: string): Promise<void> {
  const { its } = await writableMeeting(ctx, id)
  if (its.cancelledAt) return
  if (!its.publishedAt || stateOf(its, ctx.now) !== 'coming') throw new Conflict('notComing')
  await keepCancelled(ctx, its, why)
}
export async function keepCancelled(ctx: Ctx, its: Meeting, why: string): Promise<void> {
  await ctx.db.update(meeting).set({ cancelledAt: ctx.now, changedAt: ctx.now }).where(thisMeeting(ctx, its.id))
  for (const each of await itemsOn(ctx, its.id)) {
    if (each.goneAt || each.decidedAt) continue
    await changeSubject(ctx, each.id, { comesAt: null, stage: 'ended' })
    await record(ctx, itemCancelled, { subjectId: each.id, stage: 'ended', ...(why ? { sentence: why } : {}), data: factsOf(its), ...ofUnit(its) })
    await forgetComing(ctx, each.id)
  }
}

/** Takes away a meeting that was never published, with its items. Throws Conflict('published'). */
export async function removeMeeting(ctx: Ctx, id: string): Promise<void> {
  const { its } = await writableMeeting(ctx, id)
  if (its.publishedAt) throw new Conflict('published')
  for (const each of await itemsOn(ctx, id)) await eraseItem(ctx, each.id)
  await ctx.db.delete(meeting).where(thisMeeting(ctx, id))
}

/** The items of a meeting in their order, gone ones too. */
export async function itemsOn(ctx: Ctx, meetingId: string): Promise<Item[]> {
  return ctx.db.select().from(item).where(and(eq(item.municipalityId, ctx.scope.municipalityId), eq(item.meetingId, meetingId))).orderBy(asc(item.position), asc(item.id))
}
export const ofUnit = (on: Meeting): { unitId?: string } => (on.body.unitId ? { unitId: on.body.unitId } : {})

/** An item that nobody has seen leaves nothing behind. */
export async function eraseItem(ctx: Ctx, id: string): Promise<void> {
  await ctx.db.delete(link).where(and(eq(link.municipalityId, ctx.scope.municipalityId), eq(link.fromId, id)))
  await ctx.db.delete(item).where(and(eq(item.municipalityId, ctx.scope.municipalityId), eq(item.id, id)))
  await ctx.db.delete(subject).where(and(eq(subject.municipalityId, ctx.scope.municipalityId), eq(subject.id, id)))
}
