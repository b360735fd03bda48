import { and, eq } from 'drizzle-orm'
import type { Ctx } from '#core/context/context.server.ts'
import { NotFound } from '#core/errors/errors.ts'
import { person } from '#core/identity/schema.server.ts'
import { signInOf } from '#core/identity/sign-in.server.ts'
import { writeMail } from '#core/notices/mail.server.ts'
import { allow } from '#core/permissions/permissions.ts'
import { inLanguage } from '#core/text/language.ts'
import { can } from './permissions.ts'
import { peopleWords } from './texts/index.ts'
import { makeToken, readToken } from './token.server.ts'

const purpose = 'people email'
type Says = { me: string; email: string }

/** Mails a link to an address that is to be mine. Problems: same, tooOften. Whether it is another's is told only to who proves to own it. */
export async function askToChangeEmail(ctx: Ctx, email: string, from: string): Promise<{ problems: { email: string } } | void> {
  const me = allow(ctx, can.changeMine)
  const signIn = signInOf(ctx)
  if ((await signIn.factsOf(me.id))?.email === email) return { problems: { email: 'same' } }
  if (!(await signIn.mayMail(email, from))) return { problems: { email: 'tooOften' } }
  const t = peopleWords(ctx.language).mail.email
  const address = ctx.address(`/me/email/${makeToken<Says>(ctx, purpose, { me: me.id, email }, 60)}`)
  await writeMail(ctx, { to: email, subject: t.subject, text: t.text(inLanguage(ctx.municipality.name, ctx.language), address) })
}

/** The address that a link would make mine; null when the link is old or another's. */
export async function lookAtEmailLink(ctx: Ctx, token: string): Promise<string | null> {
  const me = allow(ctx, can.changeMine)
  const says = readToken<Says>(ctx, purpose, token)
  return says?.me === me.id ? says.email : null
}

/** Makes the proven address mine, in every municipality; the old address is told. Problem `taken`. Throws NotFound for an old link. */
export async function changeEmail(ctx: Ctx, token: string): Promise<{ problems: { email: string } } | void> {
  const me = allow(ctx, can.changeMine)
  const email = await lookAtEmailLink(ctx, token)
  if (!email) throw new NotFound()
  const signIn = signInOf(ctx)
  const before = (await signIn.factsOf(me.id))?.email
  if (!(await signIn.changeEmail(me.id, email))) return { problems: { email: 'taken' } }
  await ctx.db.update(person).set({ email }).where(and(eq(person.municipalityId, ctx.scope.municipalityId), eq(person.id, me.id)))
  const t = peopleWords(ctx.language).mail.email
  if (before && before !== email) await writeMail(ctx, { to: before, subject: t.changed, text: t.changedText(inLanguage(ctx.municipality.name, ctx.language)) })
}
