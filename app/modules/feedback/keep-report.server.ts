import { and, eq, isNull } from 'drizzle-orm'
import type { Ctx } from '#core/context/context.server.ts'
import { Invalid } from '#core/errors/errors.ts'
import { attachPictures, type StoredPicture } from '#core/files/pictures.server.ts'
import { locate } from '#core/geo/locate.server.ts'
import { inLanguage } from '#core/text/language.ts'
import { referenceOf } from '#core/text/reference.ts'
import { dueAfter } from '#core/trail/due.server.ts'
import { followSubject } from '#core/trail/follow.server.ts'
import { record } from '#core/trail/record.server.ts'
import { changeSubject, keepSubject, summaryOf } from '#core/trail/subject.server.ts'
import { lookAt } from '#modules/moderation/server'
import { reportAnswered, reportSent } from './events.server.ts'
import { type Answers, category, type channels, report, sender } from './schema.server.ts'

export type NewReport = {
  categoryId: string; text: string; answers?: Answers
  /** where its sender's program has one; otherwise the first sentence is its title */ title?: string
  /** a known place or any name; a point; a street address; an asset of the category's kind */ place?: string; longitude?: number; latitude?: number; address?: string; assetId?: string
  pictures?: (StoredPicture & { description: string })[]
  /** what its sender wants, over what the category does */ private?: boolean
  sender: { personId?: string; organisationId?: string; name?: string; email?: string; phone?: string; shown?: boolean; byOfficial?: string }
  channel: (typeof channels)[number]; sendKey?: string | null
}
export type Kept = { id: string; reference: string; visibility: 'public' | 'private' | 'hidden' }

/**
 * Writes a new report with everything it has from its first moment: reference, place, unit, promised day, pictures, the
 * sender, the event and the category's own answer. Checks nothing of who asks and how often: the ways in do
 * (sending/, open311). Throws Invalid('categoryUnknown' | 'farAway').
 */
export async function keepReport(ctx: Ctx, its: NewReport): Promise<Kept> {
  const [sort] = await ctx.db.select().from(category).where(and(eq(category.municipalityId, ctx.scope.municipalityId), eq(category.id, its.categoryId), isNull(category.closedAt)))
  if (!sort) throw new Invalid('categoryUnknown')
  const located = await locate(ctx, { name: its.place ?? its.address, longitude: its.longitude, latitude: its.latitude })
  if (located === 'farAway') throw new Invalid('farAway')
  const id = ctx.newId()
  const isPrivate = sort.private || (its.private ?? false)
  await keepSubject(ctx, {
    id, kind: 'report', language: ctx.language, text: its.text, stage: 'idea', visibility: isPrivate ? 'private' : 'public', ...located,
    // The title of a private one goes into letters and lists: it says what it is about and nothing that was written.
    title: isPrivate ? sort.name ?? {} : { [ctx.language]: its.title ? summaryOf(its.title, 90) : titleOf(its.text, inLanguage(sort.name ?? {}, ctx.language)) },
    authorPersonId: its.sender.personId ?? null, authorOrganisationId: its.sender.organisationId ?? null, ownerUnitId: sort.unitId, topicId: sort.topicId,
    dueAt: dueAfter(ctx, sort.promisedDays), answeredAt: sort.autoAnswer ? ctx.now : null,
  })
  const reference = await withReference(ctx, (mine) => ctx.db.insert(report).values({
    ...ctx.scope, id, reference: mine, categoryId: sort.id, text: its.text, answers: its.answers ?? {}, address: its.address ?? null, assetId: its.assetId ?? null,
    stateSince: ctx.now, sentAt: ctx.now, priority: sort.priority, channel: its.channel, sendKey: its.sendKey ?? null,
  }).onConflictDoNothing({ target: [report.municipalityId, report.reference] }).returning({ reference: report.reference }))
  const { personId, name, email, phone, shown, byOfficial } = its.sender
  await ctx.db.insert(sender).values({ ...ctx.scope, reportId: id, personId: personId ?? null, name: name || null, email: email || null, phone: phone || null, shown: (shown ?? false) && !!name, language: ctx.language, byOfficial: byOfficial ?? null })
  if (its.pictures?.length) await attachPictures(ctx, id, its.pictures)
  const quiet = { ...ctx, actor: its.sender.shown || byOfficial ? ctx.actor : { kind: 'guest' as const } } // a name is on the trail only by its owner's choice
  await record(quiet, reportSent, { subjectId: id, stage: 'idea', data: { category: inLanguage(sort.name ?? {}, ctx.language) } })
  // A sender hears of what happens after the sending, not of the sending: its own page and letter told that.
  if (personId) await followSubject({ ...ctx, now: new Date(ctx.now.getTime() + 1) }, { id: personId }, id, 'author', 'atOnce')
  const said = sort.autoAnswer && inLanguage(sort.autoAnswer, ctx.language)
  if (said) await record({ ...ctx, actor: { kind: 'guest' } }, reportAnswered, { subjectId: id, sentence: said, unitId: sort.unitId, data: { auto: true } })
  if (isPrivate) return { id, reference, visibility: 'private' }
  const hidden = await lookAt(ctx, { subjectId: id, text: [its.title, its.text].filter(Boolean).join('\n') }) !== 'fine'
  if (hidden) await changeSubject(ctx, id, { visibility: 'hidden' })
  return { id, reference, visibility: hidden ? 'hidden' : 'public' }
}

/** What a list calls a report: its first sentence, or its category when it has hardly any words. */
export function titleOf(text: string, category: string): string {
  const first = /^.+?[.!?…](?=\s|$)|^.+/m.exec(text.trim())?.[0] ?? ''
  return first.length < 4 ? category : summaryOf(first.replace(/[.…]$/, ''), 90)
}

/** What a report is called on the phone: eight signs in two halves, such as K7M4-3PQ9. */
export const reportReference = (id: string): string => referenceOf(id, 8).replace(/^(.{4})/, '$1-')
/** Keeps a row with a reference that nobody has yet. One in half a billion is taken when there are a thousand; then the next is tried. */
async function withReference(ctx: Ctx, keep: (reference: string) => Promise<{ reference: string }[]>): Promise<string> {
  for (;;) {
    const [kept] = await keep(reportReference(ctx.newId()))
    if (kept) return kept.reference
  }
}
