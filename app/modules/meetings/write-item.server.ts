import { and, eq, max } from 'drizzle-orm'
import { z } from 'zod'
import type { Ctx } from '#core/context/context.server.ts'
import { isId } from '#core/context/ids.server.ts'
import { Conflict } from '#core/errors/errors.ts'
import { allow } from '#core/permissions/permissions.ts'
import { inLanguage, type Language } from '#core/text/language.ts'
import { placesOf, topicsOf } from '#core/trail/facets.server.ts'
import { record } from '#core/trail/record.server.ts'
import { suggestTopic } from '#core/trail/suggest-topic.server.ts'
import { changeSubject, keepSubject, type Subject, subjectOf, summaryOf } from '#core/trail/subject.server.ts'
import { caseNumberOf } from './case-number.ts'
import { itemBack, itemChanged, itemDecided, itemGone } from './events.server.ts'
import { forgetComing, linkByCase, setMatter, tellDecision, tellMatter } from './link-matter.server.ts'
import { factsOf, type Item, type Meeting, ofBody, stateOf, thisItem, writableItem, writableMeeting } from './meeting.server.ts'
import { can } from './permissions.ts'
import { comesUp, isFormality } from './formality.ts'
import { item } from './schema.server.ts'
import { bringOut, eraseItem, itemsOn, linkField, ofUnit } from './write-meeting.server.ts'

const most = 50_000
export const itemForm = z.object({
  title: z.string().trim().min(3, 'tooShort').max(250, 'tooLong'), sign: z.string().trim().max(20, 'tooLong').default(''), text: z.string().trim().max(most, 'tooLong').default(''),
  url: linkField, caseNumber: z.string().trim().max(60, 'tooLong').transform(caseNumberOf).default(''), topicId: z.string().default(''), place: z.string().trim().max(120, 'tooLong').default(''), matterId: z.string().default(''),
})
type ItemForm = z.infer<typeof itemForm>
export const decisionForm = z.object({ decision: z.string().trim().max(most, 'tooLong').default(''), decisionUrl: linkField })
  .refine((its) => its.decision !== '' || its.decisionUrl !== '', { message: 'required', path: ['decision'] })

/** What an item is about, as its subject keeps it: a topic given or told by its words, a known place by its name. */
export type About = { title: string; text: string; topicId: string | null; place: string; /** a part of the municipality, when no place is known */ area?: string | null; language: Language }

/** A new item at the end of an agenda. On a published one it is public and told at once. */
export async function addItem(ctx: Ctx, meetingId: string, { matterId, topicId, ...its }: ItemForm): Promise<{ id: string }> {
  const { its: on } = await writableMeeting(ctx, meetingId)
  if (on.cancelledAt) throw new Conflict('meetingCancelled')
  const id = await insertItem(ctx, on, { ...its, topicId: isId(topicId) ? topicId : null, language: ctx.language })
  if (isId(matterId)) await setMatter(ctx, id, matterId)
  if (on.publishedAt) await bringOut(ctx, { id, title: its.title, caseNumber: its.caseNumber, decidedAt: null }, on)
  return { id }
}

/** Writes the rows of a new item, waiting until it is brought out. Returns its id. */
export async function insertItem(ctx: Ctx, on: Meeting, its: About & Partial<Pick<Item, 'sign' | 'url' | 'caseNumber' | 'feedId' | 'sourceId' | 'digest' | 'position'>>): Promise<string> {
  const id = ctx.newId()
  const { title: _, topicId: __, place: ___, area: ____, language: _____, ...own } = its
  await keepSubject(ctx, { id, kind: 'agendaItem', stage: 'decision', visibility: 'waiting', ownerUnitId: on.body.unitId, ...await aboutOf(ctx, its) })
  const [last] = await ctx.db.select({ position: max(item.position) }).from(item).where(and(eq(item.municipalityId, ctx.scope.municipalityId), eq(item.meetingId, on.id)))
  await ctx.db.insert(item).values({ ...ctx.scope, id, meetingId: on.id, position: (last?.position ?? 0) + 1, ...own })
  return id
}

/** The columns of a subject that say what it is about. */
async function aboutOf(ctx: Ctx, its: About): Promise<{ language: Language; title: Partial<Record<Language, string>>; text: string; topicId: string | null; placeName: string | null; area: string | null; longitude: number | null; latitude: number | null }> {
  const places = await placesOf(ctx)
  const folded = (text: string) => text.toLocaleLowerCase('fi')
  const known = its.place ? places.find((each) => folded(each.name) === folded(its.place))
    : places.filter((each) => each.name.length > 5 && folded(its.title).includes(folded(each.name))).sort((a, b) => b.name.length - a.name.length)[0]
  const topics = await topicsOf(ctx)
  const topicId = its.topicId && topics.some((each) => each.id === its.topicId) ? its.topicId : isFormality(its.title) ? null : (await suggestTopic(ctx, its.title))?.id ?? (await suggestTopic(ctx, `${its.title} ${its.text}`.slice(0, 4000)))?.id ?? null
  return {
    language: its.language, title: { [its.language]: its.title }, text: its.text, topicId,
    placeName: its.place || known?.name || null, area: known?.area ?? its.area ?? null, longitude: known?.longitude ?? null, latitude: known?.latitude ?? null,
  }
}

/** Changes an item's words; a public one's trail says that it was changed. */
export async function changeItem(ctx: Ctx, id: string, { matterId, topicId, ...its }: ItemForm): Promise<void> {
  const { item: before, subject, meeting: on } = await writableItem(ctx, id)
  await rewriteItem(ctx, { item: before, subject, meeting: on }, { ...its, topicId: isId(topicId) ? topicId : null, language: subject.language })
  await setMatter(ctx, id, isId(matterId) ? matterId : null)
  if (subject.visibility === 'public' && (await linkByCase(ctx, [{ id, caseNumber: its.caseNumber }])).length) await tellMatter(ctx, id, on)
}

/** Writes an item's words anew when they differ. */
export async function rewriteItem(ctx: Ctx, { item: before, subject, meeting: on }: { item: Item; subject: Subject; meeting: Meeting }, its: About & Pick<Item, 'sign' | 'url' | 'caseNumber'>): Promise<void> {
  const { title, topicId, place, area: _a, language: _, ...own } = its
  const said = (['sign', 'url', 'caseNumber', 'text'] as const).some((name) => before[name] !== own[name]) || inLanguage(subject.title, subject.language) !== title
  if (!said && (topicId === subject.topicId || !topicId) && (subject.placeName ?? '') === place) return
  const { search: _s, municipalityId: _m, supports: _u, comments: _c, title: _t, summary: _y, createdAt: _k, ...row } = subject as Subject & { search?: unknown }
  const about = await aboutOf(ctx, its)
  await keepSubject(ctx, { ...row, ...about, topicId: topicId ?? about.topicId ?? subject.topicId, movedAt: said && subject.visibility === 'public' ? ctx.now : subject.movedAt })
  await ctx.db.update(item).set(own).where(thisItem(ctx, before.id))
  if (said && subject.visibility === 'public') await record(ctx, itemChanged, { subjectId: before.id, data: factsOf(on), ...ofUnit(on) })
}

/** One up or down on the agenda; at the edge nothing changes. */
export async function moveItem(ctx: Ctx, id: string, by: -1 | 1): Promise<void> {
  const { item: its, meeting: on } = await writableItem(ctx, id)
  const all = await itemsOn(ctx, on.id)
  const at = all.findIndex((each) => each.id === its.id)
  const other = all[at + by]
  if (!other) return
  const order = all.map((each) => each.id)
  order[at] = other.id; order[at + by] = its.id
  for (const [i, each] of order.entries()) if (all[i]!.id !== each || all[i]!.position !== i + 1) await ctx.db.update(item).set({ position: i + 1 }).where(thisItem(ctx, each))
}

/** Takes an item off the agenda: one that nobody has seen is erased, a public one stays to be seen as taken off. Throws Conflict('decided'). */
export async function takeOff(ctx: Ctx, id: string): Promise<void> {
  const { item: its, subject, meeting: on } = await writableItem(ctx, id)
  if (its.decidedAt) throw new Conflict('decided')
  if (subject.visibility === 'waiting') return eraseItem(ctx, id)
  await markGone(ctx, its, on)
}

export async function markGone(ctx: Ctx, its: Item, on: Meeting): Promise<void> {
  if (its.goneAt) return
  await ctx.db.update(item).set({ goneAt: ctx.now }).where(thisItem(ctx, its.id))
  await changeSubject(ctx, its.id, { comesAt: null, stage: 'ended' })
  await record(ctx, itemGone, { subjectId: its.id, stage: 'ended', data: factsOf(on), ...ofUnit(on) })
  await forgetComing(ctx, its.id)
}
/** Puts one that was taken off back. */
export async function putBack(ctx: Ctx, id: string): Promise<void> {
  const { item: its, meeting: on } = await writableItem(ctx, id)
  await markBack(ctx, its, on)
}
export async function markBack(ctx: Ctx, its: Item, on: Meeting): Promise<void> {
  if (!its.goneAt) return
  await ctx.db.update(item).set({ goneAt: null }).where(thisItem(ctx, its.id))
  await changeSubject(ctx, its.id, { stage: 'decision', comesAt: stateOf(on, ctx.now) === 'coming' ? comesUp(await subjectOf(ctx, its.id), on.startsAt) : null })
  await record(ctx, itemBack, { subjectId: its.id, stage: 'decision', data: factsOf(on), ...ofUnit(on) })
  await tellMatter(ctx, its.id, on)
}

/**
 * Records what the meeting decided: the item's followers hear, its matter is told, the matter's official gets a notice.
 * Said again it mends the words quietly. Throws Conflict('notMetYet' | 'meetingCancelled' | 'notPublished' | 'takenOff').
 */
export async function decideItem(ctx: Ctx, id: string, its: z.infer<typeof decisionForm>): Promise<void> {
  const found = await writableItem(ctx, id)
  allow(ctx, can.decide, ofBody(found.meeting.body))
  if (!found.meeting.publishedAt) throw new Conflict('notPublished')
  if (found.meeting.cancelledAt) throw new Conflict('meetingCancelled')
  if (found.item.goneAt) throw new Conflict('takenOff')
  if (found.meeting.startsAt > ctx.now) throw new Conflict('notMetYet')
  await keepDecision(ctx, found.item, found.meeting, its)
}

/** `history`: it was decided before the item came here, and nobody is told. */
export async function keepDecision(ctx: Ctx, before: Pick<Item, 'id' | 'decision' | 'decisionUrl' | 'decidedAt'>, on: Meeting, its: { decision: string; decisionUrl: string }, history = false): Promise<void> {
  if (before.decision === its.decision && before.decisionUrl === its.decisionUrl) return
  await ctx.db.update(item).set({ ...its, decidedAt: before.decidedAt ?? (history ? on.startsAt : ctx.now) }).where(thisItem(ctx, before.id))
  if (before.decidedAt) { await record(ctx, itemChanged, { subjectId: before.id, data: factsOf(on), ...ofUnit(on) }); return }
  await changeSubject(ctx, before.id, { stage: 'ended', comesAt: null, ...(history ? { movedAt: on.startsAt } : {}) })
  const sentence = summaryOf(its.decision, 280)
  await record(ctx, itemDecided, { subjectId: before.id, stage: 'ended', ...(sentence ? { sentence } : {}), data: factsOf(on), ...(history ? { at: on.startsAt } : {}), ...ofUnit(on) })
  if (!history) await tellDecision(ctx, before.id, on, sentence)
}
