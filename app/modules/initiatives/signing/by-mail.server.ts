import { and, eq, inArray, isNotNull, isNull, lt } from 'drizzle-orm'
import { z } from 'zod'
import type { Ctx } from '#core/context/context.server.ts'
import { confirmableSince, idOfLink, linkToken } from '#core/context/link-token.server.ts'
import { Conflict, Forbidden, type Mended, NotFound, problems } from '#core/errors/errors.ts'
import { emailField } from '#core/http/form-fields.ts'
import { signInOf } from '#core/identity/sign-in.server.ts'
import { writeMail } from '#core/notices/mail.server.ts'
import { allowAnyone } from '#core/permissions/permissions.ts'
import { inLanguage } from '#core/text/language.ts'
import { mayWrite } from '#modules/moderation/server'
import { initiativeOf, mustAllow } from '../open.server.ts'
import { can } from '../permissions.ts'
import { memberOf } from '../rules/membership.ts'
import { coAuthor, initiative, signature } from '../schema.server.ts'
import { initiativeWords } from '../texts/index.ts'
import { afterSigning, ofInitiative, signing, whileCollecting } from './sign.server.ts'
import { emailKeyOf } from './verified.server.ts'

export const guestSigning = signing.extend({ email: emailField })

/**
 * Someone without an account joins an ordinary initiative: the name counts when the address's owner has opened the link. The
 * answer is the same whoever has signed already, so nobody learns who has. Returns `tooOften`; throws NotFound, Conflict('notNow').
 * @param from the asker's network address
 */
export async function askToSign(ctx: Ctx, id: string, input: z.input<typeof guestSigning>, from?: string): Promise<Mended | void> {
  allowAnyone(ctx, can.signAsGuest)
  const its = await initiativeOf(ctx, id)
  mustAllow(its, 'join')
  if (its.row.kind !== 'ordinary') throw new Forbidden()
  const { email, name, shown, membership } = guestSigning.parse(input)
  const member = memberOf('ordinary', { membership, verified: null }, ctx.municipality.code, ctx.now)
  if ('refused' in member) return problems({ membership: member.refused })
  if (!(await mayWrite(ctx, email)) || (from && !(await signInOf(ctx).mayMail(email, from)))) return problems({ email: 'tooOften' })
  const emailKey = emailKeyOf(ctx, id, email)
  const said = { name, shown: shown === 'yes', ...member, language: ctx.language, askedAt: ctx.now }
  const [waiting] = await whileCollecting(() => ctx.db.insert(signature).values({ ...ctx.scope, id: ctx.newId(), initiativeId: id, email, emailKey, ...said }).onConflictDoUpdate({
    target: [signature.municipalityId, signature.initiativeId, signature.emailKey], targetWhere: isNotNull(signature.emailKey), set: said, setWhere: isNull(signature.confirmedAt),
  }).returning({ id: signature.id }))
  const t = initiativeWords(ctx.language).mail
  const title = inLanguage(its.subject.title, ctx.language)
  if (waiting) await writeMail(ctx, { to: email, subject: t.confirmSubject(title), text: t.confirm(name, title, ctx.address(`/initiatives/confirm/${linkToken(ctx, purpose, waiting.id)}`)) })
}

const purpose = 'initiative signature'

/** The page of the mailed link: `waiting` to be confirmed, `signed`, `closed` when the initiative was sent before it, `gone` when it is not known any more. */
export type Mailed = { state: 'gone' } | { state: 'waiting' | 'signed' | 'closed'; initiativeId: string; title: string; name: string; shown: boolean; sent: boolean }

/** What the link of a signer without an account is about. Throws NotFound for a token that is not ours. */
export async function showMailed(ctx: Ctx, token: string): Promise<Mailed> {
  const row = await ofToken(ctx, token)
  if (!row) return { state: 'gone' }
  const its = await initiativeOf(ctx, row.initiativeId)
  const sent = its.row.sentAt !== null
  return { state: row.confirmedAt ? 'signed' : its.acts.has('join') ? 'waiting' : 'closed', initiativeId: row.initiativeId, title: its.subject.visibility === 'hidden' ? '–' : inLanguage(its.subject.title, ctx.language), name: row.name, shown: row.shown, sent }
}

/** The address's owner says yes: the name counts. A second time changes nothing. Throws NotFound, Conflict('notNow'). */
export async function confirmSignature(ctx: Ctx, token: string) {
  allowAnyone(ctx, can.signAsGuest)
  const row = await ofToken(ctx, token)
  if (!row) throw new NotFound()
  mustAllow(await initiativeOf(ctx, row.initiativeId), 'join')
  const done = await whileCollecting(() => ctx.db.update(signature).set({ confirmedAt: ctx.now }).where(and(ofInitiative(ctx, row.initiativeId), eq(signature.id, row.id), isNull(signature.confirmedAt))).returning({ id: signature.id }))
  if (done.length) await afterSigning(ctx, row.initiativeId)
}

/** Takes the name back, while the initiative collects. */
export async function withdrawMailed(ctx: Ctx, token: string) {
  allowAnyone(ctx, can.signAsGuest)
  const row = await ofToken(ctx, token)
  if (!row) return
  if ((await initiativeOf(ctx, row.initiativeId)).row.sentAt) throw new Conflict('notNow')
  await whileCollecting(() => ctx.db.delete(signature).where(and(ofInitiative(ctx, row.initiativeId), eq(signature.id, row.id))))
}

async function ofToken(ctx: Ctx, token: string) {
  const id = idOfLink(ctx, purpose, token)
  if (!id) throw new NotFound()
  const [row] = await ctx.db.select().from(signature).where(and(eq(signature.municipalityId, ctx.scope.municipalityId), eq(signature.id, id)))
  return row
}

/** Names that nobody confirmed in a week are forgotten with their addresses, and whom an author asked in vain before sending; for the worker. */
export async function forgetUnconfirmedSignatures(ctx: Ctx) {
  await ctx.db.delete(coAuthor).where(and(eq(coAuthor.municipalityId, ctx.scope.municipalityId), isNull(coAuthor.acceptedAt),
    inArray(coAuthor.initiativeId, ctx.db.select({ id: initiative.id }).from(initiative).where(and(eq(initiative.municipalityId, ctx.scope.municipalityId), isNotNull(initiative.sentAt))))))
  await ctx.db.delete(signature).where(and(eq(signature.municipalityId, ctx.scope.municipalityId), isNull(signature.confirmedAt), lt(signature.askedAt, confirmableSince(ctx))))
}
