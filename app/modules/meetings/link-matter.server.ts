import { and, eq, sql } from 'drizzle-orm'
import type { Ctx } from '#core/context/context.server.ts'
import { Invalid } from '#core/errors/errors.ts'
import { noticeToMany } from '#core/notices/notice.server.ts'
import { inLanguage } from '#core/text/language.ts'
import { record } from '#core/trail/record.server.ts'
import { link, subject } from '#core/trail/schema.server.ts'
import { linkSubjects } from '#core/trail/trail.server.ts'
import { findCases, keeperOf } from './cases.ts'
import { keepComing } from './coming.server.ts'
import { itemChanged, matterComes, matterDecided } from './events.server.ts'
import { factsOf, type Meeting, meetingOf, stateOf, writableItem } from './meeting.server.ts'
import { item, meeting } from './schema.server.ts'

/** The kinds of subjects that an item may be about. */
export const matterKinds = ['matter', 'initiative'] as const

/** The public thing that an item concerns, or null. */
export async function matterOfItem(ctx: Ctx, itemId: string): Promise<{ id: string; kind: string; title: string } | null> {
  const m = ctx.scope.municipalityId
  const [row] = await ctx.db.select({ id: subject.id, kind: subject.kind, title: subject.title }).from(link)
    .innerJoin(subject, and(eq(subject.municipalityId, m), eq(subject.id, link.toId), eq(subject.visibility, 'public')))
    .where(and(eq(link.municipalityId, m), eq(link.fromId, itemId), eq(link.kind, 'concerns'))).limit(1)
  return row ? { ...row, title: inLanguage(row.title, ctx.language) } : null
}

/** Links items to the matters that have their case numbers; those that have a link already keep it. Returns the items that were linked. */
export async function linkByCase(ctx: Ctx, items: { id: string; caseNumber: string }[]): Promise<string[]> {
  const found = await findCases(ctx, items.map((each) => each.caseNumber))
  const linked: string[] = []
  for (const each of items) {
    const matterId = found.get(each.caseNumber)
    if (!matterId || await matterOfItem(ctx, each.id)) continue
    await linkSubjects(ctx, each.id, 'concerns', matterId)
    linked.push(each.id)
  }
  return linked
}

/**
 * A matter has got this case number: items of published agendas that have it are linked with it, and its followers hear of
 * the meetings that are coming. For the matter's module to call when the number is set. Doing it again changes nothing.
 */
export async function linkCaseToItems(ctx: Ctx, caseNumber: string): Promise<void> {
  if (!caseNumber) return
  const m = ctx.scope.municipalityId
  const items = await ctx.db.select({ id: item.id, caseNumber: item.caseNumber, meetingId: item.meetingId }).from(item)
    .innerJoin(meeting, and(eq(meeting.municipalityId, item.municipalityId), eq(meeting.id, item.meetingId)))
    .where(and(eq(item.municipalityId, m), eq(item.caseNumber, caseNumber), sql`${item.caseNumber} <> ''`, sql`${meeting.publishedAt} is not null`))
  const linked = await linkByCase(ctx, items)
  for (const each of items) if (linked.includes(each.id)) await tellMatter(ctx, each.id, await meetingOf(ctx, each.meetingId))
}

/** The matter of an item is told that it comes up: it is on its trail, its followers hear, and it says when it next comes up. */
export async function tellMatter(ctx: Ctx, itemId: string, its: Meeting): Promise<void> {
  if (stateOf(its, ctx.now) !== 'coming') return
  const matter = await matterOfItem(ctx, itemId)
  if (!matter) return
  await record(ctx, matterComes, { subjectId: matter.id, data: { ...factsOf(its), itemId }, ...(its.body.unitId ? { unitId: its.body.unitId } : {}) })
  await keepComing(ctx, matter.id)
}

/** The item is not taken up on the day that its matter was told of any more. */
export async function forgetComing(ctx: Ctx, itemId: string): Promise<void> {
  const matter = await matterOfItem(ctx, itemId)
  if (matter) await keepComing(ctx, matter.id)
}

/** The matter of an item is told what was decided; its official gets a notice, from which the decision is one tap from the matter. */
export async function tellDecision(ctx: Ctx, itemId: string, its: Meeting, sentence: string): Promise<void> {
  const matter = await matterOfItem(ctx, itemId)
  if (!matter) return
  const data = { ...factsOf(its), itemId }
  const eventId = await record(ctx, matterDecided, { subjectId: matter.id, sentence, data, ...(its.body.unitId ? { unitId: its.body.unitId } : {}) })
  const officials = await keeperOf(matter.kind)?.officials(ctx, matter.id) ?? []
  await noticeToMany(ctx, officials, { subjectId: matter.id, eventId, kind: matterDecided.kind, data: { ...data, sentence } })
  await keepComing(ctx, matter.id)
}

/** By hand: the item concerns this matter, or none. Throws as `writableItem`, Invalid('matterUnknown'). */
export async function setMatter(ctx: Ctx, itemId: string, matterId: string | null): Promise<void> {
  const { item: its, meeting: on, subject: own } = await writableItem(ctx, itemId)
  const m = ctx.scope.municipalityId
  const now = await matterOfItem(ctx, itemId)
  if ((now?.id ?? null) === matterId) return
  if (matterId) {
    const [wanted] = await ctx.db.select({ kind: subject.kind }).from(subject).where(and(eq(subject.municipalityId, m), eq(subject.id, matterId), eq(subject.visibility, 'public')))
    if (!wanted || !(matterKinds as readonly string[]).includes(wanted.kind)) throw new Invalid('matterUnknown')
  }
  if (now) {
    await ctx.db.delete(link).where(and(eq(link.municipalityId, m), eq(link.fromId, itemId), eq(link.kind, 'concerns')))
    await keepComing(ctx, now.id)
  }
  if (matterId) await linkSubjects(ctx, itemId, 'concerns', matterId)
  if (own.visibility !== 'public') return
  await record(ctx, itemChanged, { subjectId: itemId, data: factsOf(on) })
  if (matterId && !its.goneAt) await tellMatter(ctx, itemId, on)
}
