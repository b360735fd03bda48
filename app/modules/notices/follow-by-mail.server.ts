import { and, eq, gt, isNull, lt, sql } from 'drizzle-orm'
import { z } from 'zod'
import { type Ctx, oneAtATime } from '#core/context/context.server.ts'
import { confirmableSince, idOfLink, linkToken } from '#core/context/link-token.server.ts'
import { type Mended, NotFound, problems } from '#core/errors/errors.ts'
import { emailField } from '#core/http/form-fields.ts'
import { signInOf } from '#core/identity/sign-in.server.ts'
import { writeMail } from '#core/notices/mail.server.ts'
import { forgetIdleDevices } from '#core/notices/push.server.ts'
import { mail } from '#core/notices/schema.server.ts'
import { mailWords } from '#core/notices/texts/index.ts'
import { allowAnyone } from '#core/permissions/permissions.ts'
import { follow } from '#core/trail/schema.server.ts'
import { subjectOf } from '#core/trail/subject.server.ts'
import { type Followable, followColumns, isOf, nameOf } from './followable.server.ts'
import { can } from './permissions.ts'

/** What an address may choose: it has no app to look at. */
export const mailRhythms = ['atOnce', 'daily', 'weekly'] as const
export const addressForm = z.object({
  email: emailField,
  rhythm: z.enum(mailRhythms).default('weekly'),
})
export type Address = z.input<typeof addressForm>

const lettersADay = 5

/**
 * Someone asks to follow a public subject, a topic, an area or a unit by e-mail without an account. The answer is the same whoever follows already,
 * so nobody learns who does: the address itself gets a letter to confirm with, at most five such letters a day. Returns
 * `tooOften` when many letters were asked for from the same network address.
 * @param from the asker's network address
 */
export async function askToFollow(ctx: Ctx, which: Followable, input: Address, from?: string): Promise<Mended | void> {
  allowAnyone(ctx, can.followByMail)
  const { email, rhythm } = addressForm.parse(input)
  if ('subjectId' in which && (await subjectOf(ctx, which.subjectId)).visibility !== 'public') throw new NotFound()
  const { title } = await nameOf(ctx, which)
  await oneAtATime(ctx, `follow by mail ${email}`)
  const m = ctx.scope.municipalityId
  const [there] = await ctx.db.select({ id: follow.id, confirmedAt: follow.confirmedAt }).from(follow).where(and(eq(follow.municipalityId, m), eq(follow.email, email), await isOf(ctx, which)))
  const known = there ?? { id: ctx.newId(), confirmedAt: null }
  if (!there) await ctx.db.insert(follow).values({ ...ctx.scope, id: known.id, ...await followColumns(ctx, which), email, language: ctx.language, rhythm, why: 'chosen', createdAt: ctx.now })
  else if (!there.confirmedAt) await ctx.db.update(follow).set({ rhythm }).where(and(eq(follow.municipalityId, m), eq(follow.id, there.id)))
  if (known.confirmedAt) return
  const [sent] = await ctx.db.select({ count: sql<number>`count(*)::int` }).from(mail)
    .where(and(eq(mail.municipalityId, m), eq(mail.to, email), gt(mail.createdAt, new Date(ctx.now.getTime() - 86_400_000)), isNull(mail.stopUrl)))
  if (sent!.count >= lettersADay) return
  if (from && !(await signInOf(ctx).mayMail(email, from))) return problems({ email: 'tooOften' })
  const t = mailWords(ctx.language)
  await writeMail(ctx, { to: email, subject: t.confirmSubject(title), text: t.confirm(title, ctx.address(`/follow/confirm/${linkToken(ctx, 'follow', known.id)}`)) })
}

/** What the page of a confirming link shows. Throws NotFound for a token that is not ours or whose request is gone. */
export async function showConfirm(ctx: Ctx, token: string): Promise<{ title: string; path: string; confirmed: boolean }> {
  const { title, path, confirmedAt } = await requested(ctx, token)
  return { title, path, confirmed: confirmedAt !== null }
}

/** The address's owner says yes: from now on it hears. A second time changes nothing. */
export async function confirmFollow(ctx: Ctx, token: string) {
  const its = await requested(ctx, token)
  await ctx.db.update(follow).set({ confirmedAt: ctx.now }).where(and(eq(follow.municipalityId, ctx.scope.municipalityId), eq(follow.id, its.id), isNull(follow.confirmedAt)))
}

async function requested(ctx: Ctx, token: string) {
  const id = idOfLink(ctx, 'follow', token)
  if (!id) throw new NotFound()
  const [row] = await ctx.db.select().from(follow).where(and(eq(follow.municipalityId, ctx.scope.municipalityId), eq(follow.id, id)))
  if (!row) throw new NotFound()
  const which: Followable = row.topicId ? { topicId: row.topicId } : row.area !== null ? { area: row.area } : row.unitId ? { unitId: row.unitId } : { subjectId: row.subjectId ?? '' }
  return { id: row.id, confirmedAt: row.confirmedAt, ...await nameOf(ctx, which) }
}

/** Requests that nobody confirmed in a week are forgotten with their addresses, and browsers without an account that hear of nothing any more. */
export async function forgetUnconfirmed(ctx: Ctx) {
  await ctx.db.delete(follow).where(and(eq(follow.municipalityId, ctx.scope.municipalityId), isNull(follow.confirmedAt), isNull(follow.personId),
    lt(follow.createdAt, confirmableSince(ctx))))
  await forgetIdleDevices(ctx)
}
