import type { Ctx } from '#core/context/context.server.ts'
import { withQuery } from '#core/http/urls.ts'
import { linkMinutes } from '#core/identity/auth.server.ts'
import { signInOf } from '#core/identity/sign-in.server.ts'
import { writeMail } from '#core/notices/mail.server.ts'
import { allowAnyone } from '#core/permissions/permissions.ts'
import { inLanguage } from '#core/text/language.ts'
import { can } from './permissions.ts'
import { peopleWords } from './texts/index.ts'
import { safeTo } from './to.ts'

/**
 * Mails a sign-in link. Whether the address has an account is not told: the answer is the same. Problem `tooOften` when
 * many links were asked for, by the address or from the same network address.
 * @param from the asker's network address
 */
export async function sendSignInLink(ctx: Ctx, input: { email: string; to: string }, from: string): Promise<{ problems: { email: string } } | void> {
  allowAnyone(ctx, can.signIn)
  const token = await signInOf(ctx).newLink(input.email, from)
  if (!token) return { problems: { email: 'tooOften' } }
  const t = peopleWords(ctx.language).mail.link
  const to = safeTo(input.to)
  const address = ctx.address(withQuery(`/sign-in/link/${token}`, { to: to === '/' ? null : to }))
  await writeMail(ctx, { to: input.email, subject: t.subject(inLanguage(ctx.municipality.name, ctx.language)), text: t.text(inLanguage(ctx.municipality.name, ctx.language), address, linkMinutes) })
}
