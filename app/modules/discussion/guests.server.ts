import { and, eq, isNotNull, isNull, inArray, lt } from 'drizzle-orm'
import { z } from 'zod'
import type { Ctx } from '#core/context/context.server.ts'
import { confirmableSince, idOfLink, linkToken } from '#core/context/link-token.server.ts'
import { NotFound } from '#core/errors/errors.ts'
import { blank, maybeEmail } from '#core/http/form-fields.ts'
import { signInOf } from '#core/identity/sign-in.server.ts'
import { writeMail } from '#core/notices/mail.server.ts'
import { allowAnyone } from '#core/permissions/permissions.ts'
import { inLanguage, type Translated } from '#core/text/language.ts'
import { subjectPath } from '#core/trail/kind.ts'
import { subjectOf } from '#core/trail/subject.server.ts'
import { mayWrite } from '#modules/moderation/server'
import { eraseWords } from './erase-words.server.ts'
import { can } from './permissions.ts'
import { comment, guestAddress, outcome } from './schema.server.ts'
import { discussionWords } from './texts/index.ts'

/** What a guest may add to a comment: a name that others see, and an address that nobody sees, to hear what became of it. */
export const guestFields = {
  name: z.preprocess(blank, z.string().transform((text) => text.replace(/\s+/g, ' ').trim()).pipe(z.string().max(80, 'tooLong').regex(/^[^<>\0]*\p{L}[^<>\0]*$/u, 'invalid')).optional()),
  email: maybeEmail,
}

/**
 * May a guest send one more comment? Counted by the network they come from, so that a new address is not a new allowance,
 * and by the address when one is given. `from` is the network address; without it all guests share one count.
 */
export async function guestMaySend(ctx: Ctx, email: string | undefined, from: string | undefined): Promise<boolean> {
  if (!(await mayWrite(ctx, from && `from ${from}`))) return false
  return email === undefined || (await mayWrite(ctx, email) && (from === undefined || await signInOf(ctx).mayMail(email, from)))
}

/** Keeps where a guest wants to hear, and asks the address's owner for a yes. */
export async function keepGuestAddress(ctx: Ctx, commentId: string, email: string, title: string) {
  await ctx.db.insert(guestAddress).values({ ...ctx.scope, commentId, email, language: ctx.language, createdAt: ctx.now })
  const t = discussionWords(ctx.language).hear.mail
  await writeMail(ctx, { to: email, subject: t.confirmSubject(title), text: t.confirm({ title, municipality: inLanguage(ctx.municipality.name, ctx.language), link: ctx.address(`/comments/hear/${hearToken(ctx, commentId)}`) }) })
}

/** Mails a word on their comments to guests who wanted to hear, each once a letter. */
export async function tellGuests(ctx: Ctx, commentIds: string[], its: { outcomeId: string; outcome: 'used' | 'partly' | 'not'; why: string; title: Translated }) {
  if (commentIds.length === 0) return
  const rows = await ctx.db.select({ commentId: guestAddress.commentId, email: guestAddress.email, language: guestAddress.language }).from(guestAddress)
    .where(and(eq(guestAddress.municipalityId, ctx.scope.municipalityId), inArray(guestAddress.commentId, commentIds), isNotNull(guestAddress.confirmedAt)))
  const told = new Set<string>()
  for (const row of rows) {
    if (told.has(row.email)) continue
    told.add(row.email)
    const t = discussionWords(row.language)
    const stop = ctx.address(`/comments/hear/${hearToken(ctx, row.commentId)}`, row.language)
    const title = inLanguage(its.title, row.language)
    await writeMail(ctx, {
      to: row.email, language: row.language, subject: t.hear.mail.outcomeSubject(title), stopUrl: `${stop}/stop`,
      text: t.hear.mail.outcome({ title, because: t.outcomes.because[its.outcome](its.why), link: ctx.address(`/outcomes/${its.outcomeId}`, row.language), stop }),
    })
  }
}
const purpose = 'comment hear'
export const hearToken = (ctx: Ctx, commentId: string) => linkToken(ctx, purpose, commentId)
function readToken(ctx: Ctx, token: string): string {
  const id = idOfLink(ctx, purpose, token)
  if (!id) throw new NotFound()
  return id
}

/** What the page of a guest's link shows. Looking changes nothing. Throws NotFound for a link that is not ours. */
export async function showHear(ctx: Ctx, token: string) {
  const id = readToken(ctx, token)
  const [row] = await ctx.db.select({ subjectId: comment.subjectId, text: comment.text, proposed: comment.proposed, removedAt: comment.removedAt, email: guestAddress.email, confirmedAt: guestAddress.confirmedAt, createdAt: guestAddress.createdAt }).from(comment)
    .leftJoin(guestAddress, and(eq(guestAddress.municipalityId, comment.municipalityId), eq(guestAddress.commentId, comment.id)))
    .where(and(eq(comment.municipalityId, ctx.scope.municipalityId), eq(comment.id, id)))
  if (!row) throw new NotFound()
  const subject = await subjectOf(ctx, row.subjectId)
  if (subject.visibility !== 'public' && subject.visibility !== 'withdrawn') throw new NotFound()
  const late = row.createdAt !== null && row.confirmedAt === null && row.createdAt < confirmableSince(ctx)
  return {
    id, title: inLanguage(subject.title, ctx.language), path: `${subjectPath(subject.kind, subject.id)}?thread=${id}#comment-${id}`, removed: row.removedAt !== null, text: row.removedAt ? '' : row.text || row.proposed || '',
    state: row.removedAt || row.email === null || late ? 'gone' as const : row.confirmedAt ? 'hears' as const : 'waits' as const,
  }
}

/** The address's owner says yes. What has been said already is mailed at once. A second yes changes nothing. */
export async function confirmHear(ctx: Ctx, token: string) {
  allowAnyone(ctx, can.speakAsGuest)
  const its = await showHear(ctx, token)
  if (its.state !== 'waits') return
  const said = await ctx.db.update(guestAddress).set({ confirmedAt: ctx.now }).where(and(ofComment(ctx, its.id), isNull(guestAddress.confirmedAt))).returning({ id: guestAddress.commentId })
  if (said.length === 0) return
  const [row] = await ctx.db.select({ outcomeId: outcome.id, outcome: outcome.outcome, why: outcome.why, subjectId: comment.subjectId }).from(comment)
    .innerJoin(outcome, and(eq(outcome.municipalityId, comment.municipalityId), eq(outcome.id, comment.outcomeId)))
    .where(and(eq(comment.municipalityId, ctx.scope.municipalityId), eq(comment.id, its.id)))
  if (row) await tellGuests(ctx, [its.id], { ...row, title: (await subjectOf(ctx, row.subjectId)).title })
}

/** No more letters: the address is erased at once (RFC 8058). A second time changes nothing. */
export async function stopHear(ctx: Ctx, token: string) {
  allowAnyone(ctx, can.speakAsGuest)
  await ctx.db.delete(guestAddress).where(ofComment(ctx, readToken(ctx, token)))
}

/** A guest removes what they said, by the link in their letter: its words and the address are erased, replies stay. */
export async function removeAsGuest(ctx: Ctx, token: string) {
  allowAnyone(ctx, can.speakAsGuest)
  const id = readToken(ctx, token)
  const [row] = await ctx.db.select({ id: comment.id, removedAt: comment.removedAt }).from(comment).where(and(eq(comment.municipalityId, ctx.scope.municipalityId), eq(comment.id, id), eq(comment.byGuest, true))).for('update')
  if (!row) throw new NotFound()
  if (!row.removedAt) await eraseWords(ctx, id)
}

/** Addresses that nobody confirmed in a week are forgotten; for the worker. */
export async function forgetGuests(ctx: Ctx) {
  await ctx.db.delete(guestAddress).where(and(eq(guestAddress.municipalityId, ctx.scope.municipalityId), isNull(guestAddress.confirmedAt), lt(guestAddress.createdAt, confirmableSince(ctx))))
}

const ofComment = (ctx: Ctx, id: string) => and(eq(guestAddress.municipalityId, ctx.scope.municipalityId), eq(guestAddress.commentId, id))
