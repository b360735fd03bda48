import { and, asc, eq, inArray, isNull, lte, sql } from 'drizzle-orm'
import type { Ctx } from '#core/context/context.server.ts'
import { writeMail } from '#core/notices/mail.server.ts'
import { noticeTo } from '#core/notices/notice.server.ts'
import { stopToken } from '#core/notices/stop.server.ts'
import { inLanguage, type Translated } from '#core/text/language.ts'
import { record } from '#core/trail/record.server.ts'
import { follow, subject } from '#core/trail/schema.server.ts'
import { askedAgain } from '../events.server.ts'
import { ownToken } from '../own.server.ts'
import { category, fixed, report, sender } from '../schema.server.ts'
import { fixedAnswers } from './fixed.server.ts'
import { handlingWords } from './texts/index.ts'

/** One round's worth; the next round takes the rest. */
const inRound = 500

/**
 * Four weeks after it was done its sender is asked again whether it is still fixed: by a notice, and by a letter where no
 * account is. Not of what was taken back, opened again or forgotten, and not of those who chose to hear nothing more.
 * For a worker to run as often as it likes. Returns how many were asked.
 */
export async function askAgain(ctx: Ctx): Promise<number> {
  const due = await ctx.db.select({ reportId: fixed.reportId, time: fixed.time }).from(fixed)
    .where(and(eq(fixed.municipalityId, ctx.scope.municipalityId), eq(fixed.round, 2), isNull(fixed.toldAt), isNull(fixed.answeredAt), lte(fixed.askedAt, ctx.now)))
    .orderBy(asc(fixed.askedAt)).limit(inRound).for('update', { skipLocked: true })
  if (due.length === 0) return 0
  const here = eq(report.municipalityId, ctx.scope.municipalityId)
  const rows = await ctx.db.select({
    id: report.id, time: sql<number>`(select max(f.time) from feedback.fixed f where f.municipality_id = ${report.municipalityId} and f.report_id = ${report.id})`, category: category.name, reference: report.reference,
    personId: sender.personId, follows: follow.id, email: follow.email, language: sender.language,
  }).from(report)
    .innerJoin(subject, and(eq(subject.municipalityId, report.municipalityId), eq(subject.id, report.id), inArray(subject.visibility, ['public', 'private'])))
    .innerJoin(category, and(eq(category.municipalityId, report.municipalityId), eq(category.id, report.categoryId)))
    .innerJoin(sender, and(eq(sender.municipalityId, report.municipalityId), eq(sender.reportId, report.id)))
    .innerJoin(follow, and(eq(follow.municipalityId, report.municipalityId), eq(follow.subjectId, report.id), sql`${follow.confirmedAt} is not null`, sql`(${follow.personId} = ${sender.personId} or (${follow.email} is not null and ${follow.why} = 'author'))`))
    .where(and(here, inArray(report.id, due.map((each) => each.reportId)), eq(report.state, 'done'), isNull(report.forgottenAt)))
  let asked = 0
  for (const each of due) {
    await ctx.db.update(fixed).set({ toldAt: ctx.now }).where(and(eq(fixed.municipalityId, ctx.scope.municipalityId), eq(fixed.reportId, each.reportId), eq(fixed.time, each.time), eq(fixed.round, 2)))
    // A sender who has both an account and an address is asked where the account is.
    const mine = rows.filter((row) => row.id === each.reportId && row.time === each.time)
    const one = mine.find((row) => row.email === null) ?? mine[0]
    if (!one) continue
    asked++
    const eventId = await record(ctx, askedAgain, { subjectId: one.id })
    if (one.email === null) await noticeTo(ctx, { personId: one.personId!, subjectId: one.id, eventId, kind: askedAgain.kind, data: { to: `/feedback/${one.id}/fixed` } })
    else await writeLetter(ctx, { ...one, email: one.email })
  }
  return asked
}

/** The letter says none of the sender's words. It has a link for each answer; each leads to a page whose button answers, so that a mail scanner's visit answers nothing. */
async function writeLetter(ctx: Ctx, its: { id: string; email: string; language: 'fi' | 'sv' | 'en'; category: Translated | null; reference: string; follows: string }) {
  const t = handlingWords(its.language).letter
  const own = `/feedback/own/${ownToken(ctx, its.id)}`
  const lines = fixedAnswers.map((answer) => `${t[answer]}: ${ctx.address(`${own}/fixed?answer=${answer}`, its.language)}`)
  const stop = ctx.address(`/stop/${stopToken(ctx, { kind: 'f', followId: its.follows })}`, its.language)
  await writeMail(ctx, {
    to: its.email, language: its.language, kind: 'notice', subjectId: its.id, stopUrl: `${stop}/now`, subject: t.subject(its.reference),
    text: [t.hello, t.ask(its.reference, inLanguage(its.category, its.language)), lines.join('\n'), `${t.page} ${ctx.address(own, its.language)}`, `${t.stop} ${stop}`, t.from(inLanguage(ctx.municipality.name, its.language))].join('\n\n'),
  })
}
