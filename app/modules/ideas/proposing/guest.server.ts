import { and, eq, lt } from 'drizzle-orm'
import { z } from 'zod'
import { type Ctx, oneAtATime } from '#core/context/context.server.ts'
import { daysToConfirm } from '#core/context/link-token.server.ts'
import { TooMuch } from '#core/errors/errors.ts'
import type { Described } from '#core/files/form-photos.server.ts'
import { erasePictures, eraseUnsentPictures } from '#core/files/pictures.server.ts'
import { emailField } from '#core/http/form-fields.ts'
import { signInOf } from '#core/identity/sign-in.server.ts'
import { writeMail } from '#core/notices/mail.server.ts'
import { allowAnyone } from '#core/permissions/permissions.ts'
import { addLocalDays } from '#core/time/local.ts'
import { day } from '#core/text/format.ts'
import { inLanguage } from '#core/text/language.ts'
import { subject } from '#core/trail/schema.server.ts'
import { mayWrite } from '#modules/moderation/server'
import { can } from '../permissions.ts'
import { idea } from '../schema.server.ts'
import { keepIdea, sendKeyOf, sentBefore } from './keep-idea.server.ts'
import { type Proposal, proposal } from './propose.server.ts'
import { confirmToken } from './token.server.ts'
import { proposingWords } from './texts/index.ts'

/** What a visitor adds: an address for the link, and the name that others see. */
export const visitor = z.object({
  email: emailField,
  name: z.string().transform((text) => text.replace(/\s+/g, ' ').trim()).pipe(z.string().min(1, 'required').min(2, 'tooShort').max(80, 'tooLong').regex(/^[^<>\0]*\p{L}[^<>\0]*$/u, 'invalid')),
})

/**
 * Sends an idea by someone without an account: it waits, seen by nobody, until the link in the mail is confirmed within
 * seven days. Throws TooMuch('tooOften') when the address has been sent many links within an hour, or many were asked for
 * from the same network address (`from`); Invalid('farAway').
 */
export async function proposeAsGuest(ctx: Ctx, input: Proposal & z.input<typeof visitor>, pictures: Described[] = [], from?: string): Promise<{ id: string }> {
  allowAnyone(ctx, can.proposeAsGuest)
  const its = proposal.parse(input)
  const { email, name } = visitor.parse(input)
  const sendKey = sendKeyOf(ctx, its, email)
  if (sendKey) {
    await oneAtATime(ctx, `ideas send ${sendKey}`)
    const earlier = await sentBefore(ctx, sendKey)
    if (earlier) return earlier
  }
  if (!(await mayWrite(ctx, email)) || (from && !(await signInOf(ctx).mayMail(email, from)))) throw new TooMuch('tooOften')
  const until = addLocalDays(ctx.now, daysToConfirm, { endOfDay: true })
  const id = await keepIdea(ctx, { ...its, pictures, sendKey, waitsFor: { email, until } })
  const t = proposingWords(ctx.language).mail
  await writeMail(ctx, {
    to: email, language: ctx.language, subject: t.subject(its.title),
    text: t.text({ title: its.title, municipality: inLanguage(ctx.municipality.name, ctx.language), link: ctx.address(`/ideas/confirm/${confirmToken(ctx, { id, name })}`), until: day(until, ctx.language, ctx.now) }),
  })
  return { id }
}

/** Erases what was never confirmed in time, and pictures of forms never sent; for the worker, often enough once a day. Returns how many ideas. */
export async function eraseUnconfirmed(ctx: Ctx): Promise<number> {
  const late = await ctx.db.select({ id: idea.id }).from(idea)
    .innerJoin(subject, and(eq(subject.municipalityId, idea.municipalityId), eq(subject.id, idea.id), eq(subject.visibility, 'waiting')))
    .where(and(eq(idea.municipalityId, ctx.scope.municipalityId), lt(idea.confirmBefore, ctx.now))).for('update').limit(500)
  for (const { id } of late) {
    await erasePictures(ctx, id)
    await ctx.db.delete(idea).where(and(eq(idea.municipalityId, ctx.scope.municipalityId), eq(idea.id, id)))
    await ctx.db.delete(subject).where(and(eq(subject.municipalityId, ctx.scope.municipalityId), eq(subject.id, id)))
  }
  await eraseUnsentPictures(ctx)
  return late.length
}
