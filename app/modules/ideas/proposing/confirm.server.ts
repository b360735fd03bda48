import { and, eq } from 'drizzle-orm'
import type { Ctx, House } from '#core/context/context.server.ts'
import { NotFound } from '#core/errors/errors.ts'
import { personByProvenEmail } from '#core/identity/account-by-email.server.ts'
import { allowAnyone } from '#core/permissions/permissions.ts'
import { dueAfter } from '#core/trail/due.server.ts'
import { changeSubject, subjectOf } from '#core/trail/subject.server.ts'
import { inLanguage } from '#core/text/language.ts'
import { can } from '../permissions.ts'
import { idea } from '../schema.server.ts'
import { publish } from './propose.server.ts'
import { readConfirmToken } from './token.server.ts'

/** What the page of the mailed link shows. `gone`: too late, erased, or not a link of ours. Nothing changes by looking. */
export type ToConfirm = { state: 'waiting'; title: string; text: string; name: string } | { state: 'done'; id: string; title: string } | { state: 'looked'; id: string; title: string } | { state: 'gone' }

export async function showConfirm(ctx: Ctx, token: string): Promise<ToConfirm> {
  const found = await waiting(ctx, token)
  if (!found) return { state: 'gone' }
  const { its, row, name } = found
  const title = inLanguage(its.title, its.language)
  if (its.visibility === 'waiting') return row.confirmBefore! < ctx.now ? { state: 'gone' } : { state: 'waiting', title, text: row.text, name }
  return its.visibility === 'public' ? { state: 'done', id: its.id, title } : its.visibility === 'hidden' ? { state: 'looked', id: its.id, title } : { state: 'gone' }
}

/**
 * Makes a visitor's idea public: its author is the person of the address the link was mailed to, and the due date of the
 * first reply starts now. A second confirm changes nothing. Throws NotFound when the link is false or too late.
 * @param house for the account, which belongs to the whole installation
 */
export async function confirmIdea(ctx: Ctx, token: string, house: House): Promise<{ id: string; visibility: string }> {
  allowAnyone(ctx, can.proposeAsGuest)
  const found = await waiting(ctx, token, true)
  if (!found) throw new NotFound()
  const { its, row, name } = found
  if (its.visibility !== 'waiting') return { id: its.id, visibility: its.visibility }
  if (!row.confirmEmail || row.confirmBefore! < ctx.now) throw new NotFound()
  const author = await personByProvenEmail(ctx, house, { email: row.confirmEmail, name })
  await changeSubject(ctx, its.id, { stage: 'idea', visibility: 'public', authorPersonId: author.id, createdAt: ctx.now, dueAt: dueAfter(ctx, ctx.municipality.rules.replyDays) })
  await ctx.db.update(idea).set({ confirmEmail: null, confirmBefore: null }).where(and(eq(idea.municipalityId, ctx.scope.municipalityId), eq(idea.id, its.id)))
  return { id: its.id, visibility: await publish({ ...ctx, actor: author }, its.id, `${inLanguage(its.title, its.language)}\n${row.text}`) }
}

async function waiting(ctx: Ctx, token: string, lock = false) {
  const said = readConfirmToken(ctx, token)
  if (!said) return null
  const [row] = await ctx.db.select({ text: idea.text, confirmEmail: idea.confirmEmail, confirmBefore: idea.confirmBefore }).from(idea)
    .where(and(eq(idea.municipalityId, ctx.scope.municipalityId), eq(idea.id, said.id)))
  if (!row) return null
  const its = await subjectOf(ctx, said.id, { lock, kind: 'idea' })
  return { its, row, name: said.name }
}
