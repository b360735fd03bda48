import { and, eq, isNotNull } from 'drizzle-orm'
import { z } from 'zod'
import type { Ctx } from '#core/context/context.server.ts'
import { type Mended, NotFound, problems } from '#core/errors/errors.ts'
import { emailField } from '#core/http/form-fields.ts'
import { signInOf } from '#core/identity/sign-in.server.ts'
import { devicesFollowing, followOnDevice, subscriptionForm, unfollowOnDevice } from '#core/notices/push.server.ts'
import { mayBeOutside } from '#core/ports/outside.server.ts'
import { follow } from '#core/trail/schema.server.ts'
import { ownReport } from '../own.server.ts'
import { report } from '../schema.server.ts'
import { writeReceipt } from './receipt.server.ts'

/**
 * A sender's address hears of their own report at once, with nothing to confirm: its letters carry none of the sender's
 * words and each stops with one tap. Returns the follow's id. The same address again is the same follow.
 */
export async function followByMail(ctx: Ctx, reportId: string, email: string): Promise<string> {
  // A sender hears of what happens after the sending, not of the sending.
  const since = new Date(ctx.now.getTime() + 1)
  const [row] = await ctx.db.insert(follow).values({ ...ctx.scope, id: ctx.newId(), subjectId: reportId, email, language: ctx.language, rhythm: 'atOnce', byPush: false, why: 'author', confirmedAt: since, createdAt: ctx.now })
    .onConflictDoUpdate({ target: [follow.municipalityId, follow.subjectId, follow.email], targetWhere: isNotNull(follow.email), set: { why: 'author', rhythm: 'atOnce', confirmedAt: since } }).returning({ id: follow.id })
  return row!.id
}

export const mailForm = z.object({ email: emailField })
/** The sender's browser, as it tells of itself. */
export const deviceForm = subscriptionForm

/** How a sender without an account hears, for the pages that their own link opens. `devices` are marks by which a browser knows itself. */
export type GuestFollows = { byMail: boolean; devices: string[]; /** what a browser subscribes with; null where push is not offered */ pushKey: string | null }
export async function guestFollows(ctx: Ctx, token: string): Promise<GuestFollows> {
  const { id } = await ownReport(ctx, token)
  const [[mail], devices] = await Promise.all([
    ctx.db.select({ id: follow.id }).from(follow).where(and(eq(follow.municipalityId, ctx.scope.municipalityId), eq(follow.subjectId, id), eq(follow.why, 'author'), isNotNull(follow.email))).limit(1),
    devicesFollowing(ctx, id),
  ])
  return { byMail: mail !== undefined, devices, pushKey: ctx.pushKey ?? null }
}

/** The report of an own link of which something is still to be heard: not taken back, and its sender not forgotten. Throws NotFound. */
async function stillTold(ctx: Ctx, token: string) {
  const its = await ownReport(ctx, token, { lock: true })
  const [row] = await ctx.db.select({ forgottenAt: report.forgottenAt }).from(report).where(and(eq(report.municipalityId, ctx.scope.municipalityId), eq(report.id, its.id)))
  if (its.visibility === 'withdrawn' || row?.forgottenAt) throw new NotFound()
  return its
}

/** The holder of a report's own link wants letters, and gets the receipt as the first. One address a report. @param from the asker's network address */
export async function askForMail(ctx: Ctx, token: string, { email }: z.infer<typeof mailForm>, from: string): Promise<Mended | void> {
  const { id } = await stillTold(ctx, token)
  if ((await guestFollows(ctx, token)).byMail) return
  if (!(await signInOf(ctx).mayMail(email, from))) return problems({ email: 'mailTooOften' })
  await writeReceipt(ctx, { id }, email, await followByMail(ctx, id, email))
}

/** The holder of a report's own link wants messages on this browser. The push service's address is a stranger's word: nothing inside is ever asked. */
export async function askForPush(ctx: Ctx, token: string, its: z.infer<typeof deviceForm>): Promise<Mended | void> {
  const { id } = await stillTold(ctx, token)
  if (!mayBeOutside(its.endpoint)) return problems({ endpoint: 'invalid' })
  await followOnDevice(ctx, id, its, 'author')
}

/** No more messages on this browser. */
export async function endPush(ctx: Ctx, token: string, its: Pick<z.infer<typeof deviceForm>, 'endpoint' | 'auth'>) {
  await unfollowOnDevice(ctx, (await ownReport(ctx, token)).id, its)
}
