import { and, eq } from 'drizzle-orm'
import { z } from 'zod'
import type { Ctx } from '#core/context/context.server.ts'
import { Conflict, Invalid, Refusal } from '#core/errors/errors.ts'
import { writeMail } from '#core/notices/mail.server.ts'
import { noticeTo } from '#core/notices/notice.server.ts'
import { allow } from '#core/permissions/permissions.ts'
import { day } from '#core/text/format.ts'
import { inLanguage } from '#core/text/language.ts'
import { addLocalDays } from '#core/time/local.ts'
import { record } from '#core/trail/record.server.ts'
import { summaryOf } from '#core/trail/subject.server.ts'
import { ownToken, sender } from '#modules/feedback/server'
import { proposal } from '#modules/ideas/server'
import { senderAsked } from './events.server.ts'
import { can } from './permissions.ts'
import { keepReading } from './read-report.server.ts'
import { consent, reading } from './schema.server.ts'
import { foundWords } from './texts/index.ts'
import { type FoundRow, judged, mustBeLive, unitOf } from './whose.server.ts'

/** So many days a sender's silence is waited for before an official may write an idea in own words. */
const daysToAnswer = 14

/** What is proposed to the sender: title, text, and whether it is an idea or a need. */
export const proposed = z.object({ title: proposal.shape.title, text: proposal.shape.text, kind: z.enum(['idea', 'need'], 'invalid') })
export type Proposed = z.output<typeof proposed>

/** What is proposed when nobody has written anything else: the sentence that made it so as the title, the report's words as the text. */
export function draftOf(ctx: Pick<Ctx, 'language'>, { its, text, category, reading: read }: FoundRow): Proposed {
  const sort = inLanguage(category, its.language)
  const long = (words: string, least: number) => (words.length < least ? `${sort}: ${words}` : words)
  return { title: long(summaryOf((read?.sentence || text).replace(/[.!…]+$/, ''), 110), 5), text: long(text.trim(), 10).slice(0, 5000), kind: read?.kind ?? 'idea' }
}

const one = (ctx: Ctx, reportId: string) => and(eq(reading.municipalityId, ctx.scope.municipalityId), eq(reading.reportId, reportId))
export const oneConsent = (ctx: Ctx, reportId: string) => and(eq(consent.municipalityId, ctx.scope.municipalityId), eq(consent.reportId, reportId))

/**
 * "Make this an idea": the house learns that it is one, and its sender is asked, once, whether it may be. The report itself
 * goes on as a report. Asked again, nothing happens. Throws NotFound, SignInNeeded, Forbidden, Conflict('reportClosed'), Invalid('noUnit').
 */
export async function askSender(ctx: Ctx, reportId: string, changed?: Proposed): Promise<{ asked: boolean }> {
  const me = allow(ctx, can.read)
  const found = await judged(ctx, reportId, { lock: true })
  mustBeLive(found.its)
  if (found.consent) return { asked: false }
  const unitId = await unitOf(ctx, found.its)
  if (!unitId) throw new Invalid('noUnit')
  if (!found.reading) await keepReading(ctx, reportId, found.text)
  await ctx.db.update(reading).set({ state: 'confirmed', decidedBy: me.id, decidedAt: ctx.now }).where(one(ctx, reportId))
  await ctx.db.insert(consent).values({ ...ctx.scope, reportId, askedAt: ctx.now, askedBy: me.id, unitId, until: addLocalDays(ctx.now, daysToAnswer, { endOfDay: true }), ...(changed ?? draftOf(ctx, found)) })
  await tellSender(ctx, found)
  return { asked: true }
}

/** A notice where there is an account, else a letter where there is an address: with nothing of what the sender wrote. Who left neither sees the question on their own page. */
async function tellSender(ctx: Ctx, { its, reference, category }: FoundRow) {
  const [who] = await ctx.db.select().from(sender).where(and(eq(sender.municipalityId, ctx.scope.municipalityId), eq(sender.reportId, its.id)))
  const to = `/found/answer/${ownToken(ctx, its.id)}`
  const eventId = await record(ctx, senderAsked, { subjectId: its.id })
  if (who?.personId) return noticeTo(ctx, { personId: who.personId, subjectId: its.id, eventId, kind: senderAsked.kind, data: { to }, rhythm: 'atOnce' })
  if (!who?.email) return
  const t = foundWords(who.language).letter
  const until = addLocalDays(ctx.now, daysToAnswer, { endOfDay: true })
  await writeMail(ctx, {
    to: who.email, language: who.language, kind: 'notice', subjectId: its.id, subject: t.subject(reference),
    text: t.text({ reference, category: inLanguage(category, who.language), link: ctx.address(to, who.language), until: day(until, who.language, ctx.now), municipality: inLanguage(ctx.municipality.name, who.language) }),
  })
}

/** "Not an idea": the house learns that it is not, and an unanswered question is taken back. Throws as askSender, and Conflict('alreadyIdea'). */
export async function rejectFound(ctx: Ctx, reportId: string) {
  const me = allow(ctx, can.read)
  const found = await judged(ctx, reportId, { lock: true })
  if (found.consent?.ideaId) throw new Conflict('alreadyIdea')
  if (!found.reading) await keepReading(ctx, reportId, found.text)
  if (found.consent && !found.consent.answer) await ctx.db.delete(consent).where(oneConsent(ctx, reportId))
  await ctx.db.update(reading).set({ state: 'rejected', decidedBy: me.id, decidedAt: ctx.now }).where(one(ctx, reportId))
}

/** Takes a "not an idea" back: as if nobody had said anything. */
export async function undoReject(ctx: Ctx, reportId: string) {
  allow(ctx, can.read)
  await judged(ctx, reportId, { lock: true })
  await ctx.db.update(reading).set({ state: 'new', decidedBy: null, decidedAt: null }).where(and(one(ctx, reportId), eq(reading.state, 'rejected')))
}

/** The same for many, one by one. What cannot be is left out and counted; each as in askSender and rejectFound. */
export async function judgeMany(ctx: Ctx, ids: string[], how: 'ask' | 'reject'): Promise<{ done: number; left: number }> {
  allow(ctx, can.read)
  let done = 0
  for (const id of [...new Set(ids)].sort()) { // in one order, so that two at once do not wait for each other
    try {
      if (how === 'reject') { await rejectFound(ctx, id); done++ } else if ((await askSender(ctx, id)).asked) done++
    } catch (cause) { if (!(cause instanceof Refusal)) throw cause }
  }
  return { done, left: new Set(ids).size - done }
}
