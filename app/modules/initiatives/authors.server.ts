import { and, asc, eq, isNotNull, isNull } from 'drizzle-orm'
import { z } from 'zod'
import type { Ctx } from '#core/context/context.server.ts'
import { idOfLink, linkToken } from '#core/context/link-token.server.ts'
import { Conflict, type Mended, NotFound, problems } from '#core/errors/errors.ts'
import { emailField } from '#core/http/form-fields.ts'
import { noticeToMany } from '#core/notices/notice.server.ts'
import { writeMail } from '#core/notices/mail.server.ts'
import { allow } from '#core/permissions/permissions.ts'
import { inLanguage } from '#core/text/language.ts'
import { followSubject } from '#core/trail/follow.server.ts'
import { record } from '#core/trail/record.server.ts'
import { mayWrite } from '#modules/moderation/server'
import { invited } from './events.server.ts'
import { authorsOf, initiativeOf, mustAllow } from './open.server.ts'
import { can } from './permissions.ts'
import { coAuthor } from './schema.server.ts'
import { signing } from './signing/sign.server.ts'
import { initiativeWords } from './texts/index.ts'

export const invitation = z.object({ name: signing.shape.name, email: emailField })
const most = 10

/** Asks someone by mail to answer for the initiative too. Asking the same address again sends the link again. Returns `tooMany`, `tooOften`; throws Forbidden, Conflict('notNow'). */
export async function inviteCoAuthor(ctx: Ctx, id: string, input: z.input<typeof invitation>): Promise<Mended | void> {
  const its = await initiativeOf(ctx, id, { lock: true })
  const me = allow(ctx, can.manage, its.thing)
  mustAllow(its, 'invite')
  const { name, email } = invitation.parse(input)
  if ((await coAuthorsOf(ctx, id)).filter((each) => each.email !== email).length >= most) return problems({ email: 'tooMany' })
  // counted by the address too, so that nobody's mailbox is filled by asking
  if (!(await mayWrite(ctx)) || (ctx.signIn && !(await ctx.signIn.mayMail(email, me.id)))) return problems({ email: 'tooOften' })
  const [row] = await ctx.db.insert(coAuthor).values({ ...ctx.scope, id: ctx.newId(), initiativeId: id, name, email, invitedAt: ctx.now })
    .onConflictDoUpdate({ target: [coAuthor.municipalityId, coAuthor.initiativeId, coAuthor.email], set: { invitedAt: ctx.now } }).returning()
  if (row!.acceptedAt) return
  const t = initiativeWords(ctx.language).mail
  const title = inLanguage(its.subject.title, ctx.language)
  await writeMail(ctx, { to: email, subject: t.inviteSubject(title), text: t.invite(name, me.name, title, ctx.address(`/initiatives/join/${linkToken(ctx, purpose, row!.id)}`)) })
}

export const coAuthorsOf = (ctx: Ctx, id: string) => ctx.db.select({ id: coAuthor.id, name: coAuthor.name, email: coAuthor.email, shown: coAuthor.shown, acceptedAt: coAuthor.acceptedAt }).from(coAuthor)
  .where(and(eq(coAuthor.municipalityId, ctx.scope.municipalityId), eq(coAuthor.initiativeId, id))).orderBy(asc(coAuthor.invitedAt))

/** Takes an invitation back, or a co-author's place: by an author, or by the co-author. */
export async function removeCoAuthor(ctx: Ctx, id: string, coAuthorId: string) {
  const its = await initiativeOf(ctx, id, { lock: true })
  allow(ctx, can.manage, its.thing)
  if (its.row.sentAt) throw new Conflict('notNow')
  await ctx.db.delete(coAuthor).where(and(eq(coAuthor.municipalityId, ctx.scope.municipalityId), eq(coAuthor.initiativeId, id), eq(coAuthor.id, coAuthorId)))
}

const purpose = 'initiative co-author'

/** What an invitation's link is about; its holder need not be signed in to look. Throws NotFound. */
export async function showInvitation(ctx: Ctx, token: string) {
  const row = await ofToken(ctx, token)
  const its = await initiativeOf(ctx, row.initiativeId)
  const hidden = its.subject.visibility === 'hidden'
  return { initiativeId: row.initiativeId, title: hidden ? '–' : inLanguage(its.subject.title, ctx.language), text: hidden ? '' : its.row.text, name: row.name, accepted: row.acceptedAt !== null, open: its.acts.has('invite') }
}

/** I answer for the initiative beside its author. Once; throws SignInNeeded, NotFound, Conflict('notNow'). */
export async function acceptInvitation(ctx: Ctx, token: string, input: { shown: 'yes' | 'no' }): Promise<{ initiativeId: string }> {
  const me = allow(ctx, can.acceptInvitation)
  const row = await ofToken(ctx, token)
  const its = await initiativeOf(ctx, row.initiativeId, { lock: true })
  if (authorsOf(its).includes(me.id)) return { initiativeId: row.initiativeId }
  mustAllow(its, 'invite')
  const mine = await ctx.db.update(coAuthor).set({ personId: me.id, name: me.name, shown: input.shown === 'yes', acceptedAt: ctx.now })
    .where(and(eq(coAuthor.municipalityId, ctx.scope.municipalityId), eq(coAuthor.id, row.id), isNull(coAuthor.acceptedAt))).returning({ id: coAuthor.id })
  if (mine.length === 0) throw new Conflict('notNow')
  const eventId = await record(ctx, invited, { subjectId: row.initiativeId })
  await noticeToMany(ctx, [its.row.authorPersonId], { subjectId: row.initiativeId, eventId, kind: invited.kind })
  await followSubject(ctx, me, row.initiativeId, 'author')
  return { initiativeId: row.initiativeId }
}

/** The co-authors whose names are shown. */
export const shownCoAuthors = (ctx: Ctx, id: string) => ctx.db.select({ name: coAuthor.name }).from(coAuthor)
  .where(and(eq(coAuthor.municipalityId, ctx.scope.municipalityId), eq(coAuthor.initiativeId, id), coAuthor.shown, isNotNull(coAuthor.acceptedAt))).orderBy(asc(coAuthor.acceptedAt))

async function ofToken(ctx: Ctx, token: string) {
  const id = idOfLink(ctx, purpose, token)
  if (!id) throw new NotFound()
  const [row] = await ctx.db.select().from(coAuthor).where(and(eq(coAuthor.municipalityId, ctx.scope.municipalityId), eq(coAuthor.id, id)))
  if (!row) throw new NotFound()
  return row
}
