import { and, desc, eq, inArray, isNull, sql } from 'drizzle-orm'
import { z } from 'zod'
import type { Ctx } from '#core/context/context.server.ts'
import { isId } from '#core/context/ids.server.ts'
import { sqlState } from '#core/db/open.server.ts'
import { Conflict, Invalid, NotFound } from '#core/errors/errors.ts'
import { mail } from '#core/notices/schema.server.ts'
import { allow } from '#core/permissions/permissions.ts'
import type { Happened } from '#core/trail/deliver.server.ts'
import { subjectOf } from '#core/trail/subject.server.ts'
import { mustBeLive } from '../handling/who.server.ts'
import { moveReports } from '../move.server.ts'
import { can } from '../permissions.ts'
import { category, forward, forwardReply, partner, report } from '../schema.server.ts'
import { writeForward } from './letter.server.ts'
import { forwardingWords } from './texts/index.ts'

export type Partner = typeof partner.$inferSelect
export type Forward = typeof forward.$inferSelect

export const forwarding = z.object({
  partnerId: z.uuid('required'),
  words: z.string().transform((text) => text.replace(/\r\n?/g, '\n').trim()).pipe(z.string().max(2000, 'tooLong').refine((text) => !text.includes('\0'), 'invalid')).default(''),
  /** the sender's name and how to reach them go too: said by whoever handles it, who has asked */ withSender: z.literal('on').optional(),
})

/** Partners that things can be forwarded to, by name. */
export const partnersOf = (ctx: Ctx): Promise<Partner[]> => ctx.db.select().from(partner).where(and(eq(partner.municipalityId, ctx.scope.municipalityId), isNull(partner.closedAt))).orderBy(partner.name)

/**
 * Sends a report on to a partner. Another owner's thing is theirs from now on, and its sender hears whose and how they are
 * reached; a contractor does the municipality's work, so the report is planned. Throws SignInNeeded, Forbidden,
 * Conflict('alreadyForwarded' | 'stateChanged' | 'reportClosed'), Invalid('partnerUnknown').
 */
export async function forwardReport(ctx: Ctx, reportId: string, input: z.output<typeof forwarding>): Promise<{ id: string }> {
  const its = await subjectOf(ctx, reportId, { lock: true, kind: 'report' })
  const me = allow(ctx, can.handle, its)
  mustBeLive(its)
  const [to] = await ctx.db.select().from(partner).where(and(eq(partner.municipalityId, ctx.scope.municipalityId), eq(partner.id, input.partnerId), isNull(partner.closedAt)))
  if (!to) throw new Invalid('partnerUnknown')
  return begin(ctx, reportId, to, { words: input.words, withSender: input.withSender === 'on', byPerson: me.id })
}

/** What a category says goes to a partner by itself: its own partner, or the owner of what is not ours. A reaction to a report that came. */
export async function forwardByItself(ctx: Ctx, happened: Happened): Promise<void> {
  const [row] = await ctx.db.select({ state: report.state, partnerId: category.partnerId, stopper: category.stopper }).from(report).innerJoin(category, and(eq(category.municipalityId, report.municipalityId), eq(category.id, report.categoryId)))
    .where(and(eq(report.municipalityId, ctx.scope.municipalityId), eq(report.id, happened.subjectId)))
  const partnerId = row?.partnerId ?? row?.stopper?.partnerId
  if (!row || !isId(partnerId) || row.state !== 'received') return
  const its = await subjectOf(ctx, happened.subjectId, { lock: true, kind: 'report' })
  if (its.visibility !== 'public' && its.visibility !== 'private') return // a moderator reads it first; its handler forwards it then
  const [to] = await ctx.db.select().from(partner).where(and(eq(partner.municipalityId, ctx.scope.municipalityId), eq(partner.id, partnerId), isNull(partner.closedAt)))
  const [before] = await ctx.db.select({ id: forward.id }).from(forward).where(and(eq(forward.municipalityId, ctx.scope.municipalityId), eq(forward.reportId, its.id))).limit(1)
  if (to && !before) await begin(ctx, its.id, to, { words: '', withSender: false, byPerson: null })
}

async function begin(ctx: Ctx, reportId: string, to: Partner, more: { words: string; withSender: boolean; byPerson: string | null }): Promise<{ id: string }> {
  const id = ctx.newId(), by = to.open311Url ? 'open311' as const : 'mail' as const
  const row = { ...ctx.scope, id, reportId, partnerId: to.id, by, ...more, replyKey: keyOf(id, ctx.sign('forward reply', id)), at: ctx.now, state: by === 'mail' ? 'sent' as const : 'waiting' as const, tryAfter: by === 'mail' ? null : ctx.now, sentAt: by === 'mail' ? ctx.now : null }
  try { await ctx.db.insert(forward).values(row) } catch (cause) { if (sqlState(cause).code === '23505') throw new Conflict('alreadyForwarded'); throw cause }
  if (by === 'mail') await ctx.db.update(forward).set({ mailId: await writeForward(ctx, { ...row, to }) }).where(thisForward(ctx, id))
  const [its] = await ctx.db.select({ state: report.state }).from(report).where(and(eq(report.municipalityId, ctx.scope.municipalityId), eq(report.id, reportId)))
  const subject = await subjectOf(ctx, reportId), t = forwardingWords(subject.language)
  const unit = subject.ownerUnitId ? { unitId: subject.ownerUnitId } : {}
  if (to.kind === 'owner') await moveReports(ctx, [reportId], { to: 'elsewhere', sentence: t.wentTo(to.name), dueAt: null, data: { partner: to.name }, ...unit })
  else if (its!.state === 'received') await moveReports(ctx, [reportId], { to: 'planned', sentence: t.ordered(to.name), data: { partner: to.name }, ...unit })
  return { id }
}
/** Twenty letters and digits, all small, because mail servers on the way may make them so. */
const keyOf = (id: string, signature: string) => Buffer.from(`${signature}${id}`).toString('hex').slice(0, 20)
export const thisForward = (ctx: Ctx, id: string) => and(eq(forward.municipalityId, ctx.scope.municipalityId), eq(forward.id, id))

/** Tries again what could not be sent: by Open311 at once, by mail with a new letter. Throws NotFound, Conflict('nothingToRetry' | 'reportClosed'). */
export async function retryForward(ctx: Ctx, id: string): Promise<void> {
  const [row] = isId(id) ? await ctx.db.select().from(forward).where(thisForward(ctx, id)).for('update') : []
  if (!row) throw new NotFound()
  const its = await subjectOf(ctx, row.reportId)
  allow(ctx, can.handle, its)
  mustBeLive(its)
  const trouble = row.by === 'mail' ? await mailTrouble(ctx, [row]) : new Map<string, string>()
  if (row.state !== 'failed' && !(row.state === 'waiting' && row.attempts > 0) && !trouble.has(row.id)) throw new Conflict('nothingToRetry')
  const [to] = await ctx.db.select().from(partner).where(and(eq(partner.municipalityId, ctx.scope.municipalityId), eq(partner.id, row.partnerId)))
  if (row.by === 'open311') await ctx.db.update(forward).set({ state: 'waiting', tryAfter: ctx.now, attempts: 0, lastError: null }).where(thisForward(ctx, id))
  else await ctx.db.update(forward).set({ state: 'sent', lastError: null, sentAt: ctx.now, mailId: await writeForward(ctx, { ...row, to: to! }) }).where(thisForward(ctx, id))
}

/** Nothing more is expected of this forwarding; the report goes on with its unit. */
export async function closeForward(ctx: Ctx, id: string): Promise<void> {
  const [row] = isId(id) ? await ctx.db.select().from(forward).where(thisForward(ctx, id)).for('update') : []
  if (!row) throw new NotFound()
  allow(ctx, can.handle, await subjectOf(ctx, row.reportId))
  await ctx.db.update(forward).set({ state: 'closed', tryAfter: null, askAfter: null }).where(thisForward(ctx, id))
}

/** What the mail server said of letters that have not gone out, by forwarding. */
async function mailTrouble(ctx: Ctx, rows: Pick<Forward, 'id' | 'mailId'>[]): Promise<Map<string, string>> {
  const ids = rows.flatMap((row) => row.mailId ?? [])
  const found = ids.length ? await ctx.db.select({ id: mail.id, error: mail.lastError }).from(mail).where(and(eq(mail.municipalityId, ctx.scope.municipalityId), inArray(mail.id, ids), isNull(mail.sentAt), sql`${mail.lastError} is not null`)) : []
  return new Map(found.flatMap((each) => { const row = rows.find((one) => one.mailId === each.id); return row ? [[row.id, each.error ?? '']] : [] }))
}

export type Shown = Forward & { partner: string; trouble: string | null; replies: (typeof forwardReply.$inferSelect)[] }
/** Everything about a report's ways out, newest first, for who handles it. */
export async function forwardsOf(ctx: Ctx, reportId: string): Promise<Shown[]> {
  const rows = await ctx.db.select({ forward, partner: partner.name }).from(forward).innerJoin(partner, and(eq(partner.municipalityId, forward.municipalityId), eq(partner.id, forward.partnerId)))
    .where(and(eq(forward.municipalityId, ctx.scope.municipalityId), eq(forward.reportId, reportId))).orderBy(desc(forward.at))
  if (rows.length === 0) return []
  const [replies, trouble] = await Promise.all([
    ctx.db.select().from(forwardReply).where(and(eq(forwardReply.municipalityId, ctx.scope.municipalityId), inArray(forwardReply.forwardId, rows.map((row) => row.forward.id)))).orderBy(desc(forwardReply.at)),
    mailTrouble(ctx, rows.map((row) => row.forward)),
  ])
  return rows.map(({ forward: its, partner: name }) => ({ ...its, partner: name, trouble: its.lastError ?? trouble.get(its.id) ?? null, replies: replies.filter((each) => each.forwardId === its.id) }))
}
