import { and, eq, gt, isNull, lt, sql } from 'drizzle-orm'
import { z } from 'zod'
import { type Ctx, oneAtATime } from '#core/context/context.server.ts'
import { isId } from '#core/context/ids.server.ts'
import { type Mended, NotFound, problems } from '#core/errors/errors.ts'
import { signInOf } from '#core/identity/sign-in.server.ts'
import { writeMail } from '#core/notices/mail.server.ts'
import { mail } from '#core/notices/schema.server.ts'
import { mailWords } from '#core/notices/texts/index.ts'
import { allowAnyone } from '#core/permissions/permissions.ts'
import { inLanguage } from '#core/text/language.ts'
import { subjectPath } from '#core/trail/kind.ts'
import { follow, subject } from '#core/trail/schema.server.ts'
import { subjectOf } from '#core/trail/subject.server.ts'
import { can } from './permissions.ts'

export const addressForm = z.object({
  email: z.string().trim().min(1, 'required').max(254, 'tooLong').pipe(z.email('notEmail')).transform((email) => email.toLowerCase()),
  rhythm: z.enum(['atOnce', 'daily']).default('atOnce'),
})
export type Address = z.input<typeof addressForm>

const confirmDays = 7
const lettersADay = 5

/**
 * Someone asks to follow a public subject by e-mail without an account. The answer is the same whoever follows already,
 * so nobody learns who does: the address itself gets a letter to confirm with, at most five such letters a day. Returns
 * `tooOften` when many letters were asked for from the same network address.
 * @param from the asker's network address
 */
export async function askToFollow(ctx: Ctx, subjectId: string, input: Address, from?: string): Promise<Mended | void> {
  allowAnyone(ctx, can.followByMail)
  const { email, rhythm } = addressForm.parse(input)
  const its = await subjectOf(ctx, subjectId)
  if (its.visibility !== 'public') throw new NotFound()
  await oneAtATime(ctx, `follow by mail ${email}`)
  const m = ctx.scope.municipalityId
  const [known] = await ctx.db.insert(follow).values({ ...ctx.scope, id: ctx.newId(), subjectId, email, language: ctx.language, rhythm, why: 'chosen', createdAt: ctx.now })
    .onConflictDoUpdate({ target: [follow.municipalityId, follow.subjectId, follow.email], targetWhere: sql`email is not null`, set: { email } })
    .returning({ id: follow.id, confirmedAt: follow.confirmedAt })
  if (known!.confirmedAt) return
  const [sent] = await ctx.db.select({ count: sql<number>`count(*)::int` }).from(mail)
    .where(and(eq(mail.municipalityId, m), eq(mail.to, email), gt(mail.createdAt, new Date(ctx.now.getTime() - 86_400_000)), isNull(mail.stopUrl)))
  if (sent!.count >= lettersADay) return
  if (from && !(await signInOf(ctx).mayMail(email, from))) return problems({ email: 'tooOften' })
  const t = mailWords(ctx.language)
  const title = inLanguage(its.title, ctx.language)
  await writeMail(ctx, { to: email, subject: t.confirmSubject(title), text: t.confirm(title, ctx.address(`/follow/confirm/${confirmToken(ctx, known!.id)}`)) })
}

const confirmToken = (ctx: Ctx, followId: string) => `${followId}.${ctx.sign(`follow ${ctx.scope.municipalityId}`, followId)}`

/** What the page of a confirming link shows. Throws NotFound for a token that is not ours or whose request is gone. */
export async function showConfirm(ctx: Ctx, token: string): Promise<{ title: string; path: string; confirmed: boolean }> {
  const its = await requested(ctx, token)
  return { title: inLanguage(its.title, ctx.language), path: subjectPath(its.kind, its.subjectId), confirmed: its.confirmedAt !== null }
}

/** The address's owner says yes: from now on it hears. A second time changes nothing. */
export async function confirmFollow(ctx: Ctx, token: string) {
  const its = await requested(ctx, token)
  await ctx.db.update(follow).set({ confirmedAt: ctx.now }).where(and(eq(follow.municipalityId, ctx.scope.municipalityId), eq(follow.id, its.id), isNull(follow.confirmedAt)))
}

async function requested(ctx: Ctx, token: string) {
  const [id, signature] = token.split('.')
  if (!isId(id) || !signature || !ctx.verify(`follow ${ctx.scope.municipalityId}`, id, signature)) throw new NotFound()
  const [row] = await ctx.db.select({ id: follow.id, confirmedAt: follow.confirmedAt, subjectId: subject.id, kind: subject.kind, title: subject.title, visibility: subject.visibility }).from(follow)
    .innerJoin(subject, and(eq(subject.municipalityId, follow.municipalityId), eq(subject.id, follow.subjectId)))
    .where(and(eq(follow.municipalityId, ctx.scope.municipalityId), eq(follow.id, id)))
  if (!row || (row.visibility !== 'public' && row.visibility !== 'withdrawn')) throw new NotFound()
  return row
}

/** Requests that nobody confirmed in a week are forgotten with their addresses. */
export async function forgetUnconfirmed(ctx: Ctx) {
  await ctx.db.delete(follow).where(and(eq(follow.municipalityId, ctx.scope.municipalityId), isNull(follow.confirmedAt), isNull(follow.personId),
    lt(follow.createdAt, new Date(ctx.now.getTime() - confirmDays * 86_400_000))))
}
