import { and, eq, isNotNull, isNull, lte } from 'drizzle-orm'
import type { Ctx } from '#core/context/context.server.ts'
import { writeMail } from '#core/notices/mail.server.ts'
import { noticeToMany } from '#core/notices/notice.server.ts'
import { addLocalDays, addLocalMonths } from '#core/time/local.ts'
import { day } from '#core/text/format.ts'
import { inLanguage } from '#core/text/language.ts'
import { record } from '#core/trail/record.server.ts'
import { subject } from '#core/trail/schema.server.ts'
import { decisionOwed, waitsToBePublished } from '../events.server.ts'
import { authorsOf, initiativeOf, officersOf } from '../open.server.ts'
import { registryOf } from '../population.server.ts'
import { reminderAt } from '../rules/thresholds.ts'
import { initiative, told } from '../schema.server.ts'
import { initiativeWords } from '../texts/index.ts'

/** Days after acceptance that the author is reminded of an initiative not published. */
const daysToPublish = 14

/**
 * The clock's round, for a worker to run as often as it likes. Once each: the author hears 14 days after acceptance that the
 * initiative still waits to be published; the registry gets a letter when a decision is still owed six months after sending, and
 * then every three months. (The owner's own due date has its reminders too: core/trail.)
 * @returns how many of each
 */
export async function remindOfInitiatives(ctx: Ctx): Promise<{ unpublished: number; undecided: number }> {
  const done = { unpublished: 0, undecided: 0 }
  const its = eq(initiative.municipalityId, ctx.scope.municipalityId)
  const seen = and(eq(subject.municipalityId, initiative.municipalityId), eq(subject.id, initiative.id))
  const waiting = await ctx.db.select({ id: initiative.id }).from(initiative).innerJoin(subject, and(seen, eq(subject.visibility, 'waiting')))
    .where(and(its, eq(initiative.state, 'accepted'), eq(initiative.fix, 'ok'), lte(initiative.acceptedAt, addLocalDays(ctx.now, -daysToPublish)))).limit(1000)
  for (const { id } of waiting) {
    if (!(await firstToSay(ctx, id, 'unpublished', 0))) continue
    const eventId = await record(ctx, waitsToBePublished, { subjectId: id })
    await noticeToMany(ctx, authorsOf(await initiativeOf(ctx, id)), { subjectId: id, eventId, kind: waitsToBePublished.kind })
    done.unpublished++
  }
  const pending = await ctx.db.select({ id: initiative.id, sentAt: initiative.sentAt, title: subject.title, unitId: subject.ownerUnitId }).from(initiative).innerJoin(subject, and(seen, eq(subject.visibility, 'public')))
    .where(and(its, isNotNull(initiative.sentAt), isNull(initiative.decidedAt), lte(initiative.sentAt, addLocalMonths(ctx.now, -5)))).limit(1000)
  for (const { id, sentAt, title, unitId } of pending) {
    const round = lastRound(sentAt!, ctx.now)
    if (round < 0 || !(await firstToSay(ctx, id, 'undecided', round))) continue
    const eventId = await record(ctx, decisionOwed, { subjectId: id })
    await noticeToMany(ctx, await officersOf(ctx, unitId), { subjectId: id, eventId, kind: decisionOwed.kind, data: { to: `/initiatives/${id}/check` } })
    const { email } = await registryOf(ctx)
    const language = ctx.municipality.languages[0] ?? 'fi'
    const t = initiativeWords(language).mail
    if (email) await writeMail(ctx, { to: email, language, subject: t.owedSubject(inLanguage(title, language)), text: t.owed(inLanguage(title, language), day(sentAt!, language, ctx.now), ctx.address(`/initiatives/${id}/check`, language)) })
    done.undecided++
  }
  return done
}

/** The newest reminder whose moment has come: 0 at six months, 1 at nine, … -1 before. A round that was slept through is not made up for. */
function lastRound(sentAt: Date, now: Date): number {
  let round = -1
  while (reminderAt(sentAt, round + 1) <= now) round++
  return round
}

/** Whoever writes the row says it; another worker's round finds it and does nothing. */
const firstToSay = async (ctx: Ctx, initiativeId: string, what: 'unpublished' | 'undecided', round: number): Promise<boolean> =>
  (await ctx.db.insert(told).values({ ...ctx.scope, initiativeId, what, round, at: ctx.now }).onConflictDoNothing().returning({ round: told.round })).length > 0
