import { createHash } from 'node:crypto'
import { and, eq, max, sql } from 'drizzle-orm'
import { z } from 'zod'
import type { Ctx } from '#core/context/context.server.ts'
import { isId } from '#core/context/ids.server.ts'
import { Conflict, Forbidden, type Mended, NotFound, problems } from '#core/errors/errors.ts'
import { allow, may } from '#core/permissions/permissions.ts'
import { followSubject } from '#core/trail/follow.server.ts'
import { record } from '#core/trail/record.server.ts'
import { subjectOf } from '#core/trail/subject.server.ts'
import { lookAt, mayWrite } from '#modules/moderation/server'
import { commented } from './events.server.ts'
import { can } from './permissions.ts'
import { comment, commentVersion } from './schema.server.ts'

const words = z.string().trim().min(1, 'required').max(3000, 'tooLong')
/** What a comment needs: its text. */
export const commentInput = z.object({
  text: words,
  stance: z.enum(['for', 'against', 'neutral']).default('neutral'),
  /** the comment this one answers */ parentId: z.uuid().optional(),
  /** an official speaks with the voice of one of their units */ unitId: z.union([z.uuid(), z.literal('').transform(() => undefined)]).optional(),
  /** made by the form, so that sending twice is one comment */ sendKey: z.string().max(80).optional(),
  /** the writer hears of what follows */ follow: z.string().optional(),
})
export type CommentInput = z.input<typeof commentInput>

/**
 * Says something about any public subject. The same send twice is one comment. What a moderation rule stops waits out
 * of sight (`waits`). Returns `tooOften`; throws NotFound, SignInNeeded, Forbidden, Conflict('commentGone').
 */
export async function addComment(ctx: Ctx, subjectId: string, input: CommentInput): Promise<{ id: string; parentId: string | null; waits: boolean } | Mended> {
  const me = allow(ctx, can.comment)
  const its = commentInput.parse(input)
  const subject = await subjectOf(ctx, subjectId)
  if (subject.visibility !== 'public') throw new NotFound()
  if (its.unitId && (me.as || !may(ctx, can.speakForUnit) || !me.units.some((each) => each.id === its.unitId))) throw new Forbidden()
  const parentId = its.parentId ? await answerable(ctx, subjectId, its.parentId) : null
  // The text is part of the key: a form that is gone back to and sent with new words is a new comment.
  const sendKey = its.sendKey ? createHash('sha256').update(`${me.id}\n${subjectId}\n${its.sendKey}\n${its.text}`).digest('base64url') : null
  if (sendKey) {
    const [sent] = await ctx.db.select({ id: comment.id, hiddenAt: comment.hiddenAt }).from(comment).where(and(eq(comment.municipalityId, ctx.scope.municipalityId), eq(comment.sendKey, sendKey)))
    if (sent) return { id: sent.id, parentId, waits: sent.hiddenAt !== null }
  }
  if (!(await mayWrite(ctx))) return problems({ text: 'tooOften' })
  const id = ctx.newId()
  const added = await ctx.db.insert(comment).values({
    ...ctx.scope, id, subjectId, parentId, authorPersonId: me.id, authorOrganisationId: me.as?.id ?? null, unitId: its.unitId ?? null,
    stance: its.stance, text: its.text, at: ctx.now, sendKey,
  }).onConflictDoNothing().returning({ id: comment.id })
  if (added.length === 0) { // the same send, a moment before this one
    const [first] = await ctx.db.select({ id: comment.id, hiddenAt: comment.hiddenAt }).from(comment).where(and(eq(comment.municipalityId, ctx.scope.municipalityId), eq(comment.sendKey, sendKey ?? '')))
    if (!first) throw new Conflict('sentAlready')
    return { id: first.id, parentId, waits: first.hiddenAt !== null }
  }
  const waits = (await lookAt(ctx, { subjectId, commentId: id, text: its.text })) === 'waits'
  if (waits) await ctx.db.update(comment).set({ hiddenAt: ctx.now }).where(thisOne(ctx, id))
  else await record(ctx, commented, { subjectId, data: { commentId: id }, ...(its.unitId ? { unitId: its.unitId } : {}) })
  if (its.follow) await followSubject(ctx, me, subjectId, 'commenter')
  return { id, parentId, waits }
}

/** Changes my comment's words; the earlier ones are kept and can be read. Throws NotFound, Forbidden, Conflict('commentGone'). */
export async function editComment(ctx: Ctx, subjectId: string, commentId: string, input: { text: string }): Promise<{ waits: boolean }> {
  const row = await lockedComment(ctx, subjectId, commentId)
  allow(ctx, can.edit, row)
  const text = words.parse(input.text)
  if (row.removedAt) throw new Conflict('commentGone')
  if (row.text === text) return { waits: row.hiddenAt !== null }
  const [newest] = await ctx.db.select({ number: max(commentVersion.number) }).from(commentVersion).where(and(eq(commentVersion.municipalityId, ctx.scope.municipalityId), eq(commentVersion.commentId, commentId)))
  await ctx.db.insert(commentVersion).values({ ...ctx.scope, commentId, number: (newest?.number ?? 0) + 1, text: row.text, until: ctx.now, wasHidden: row.hiddenAt !== null })
  const stops = (await lookAt(ctx, { subjectId, commentId, text })) === 'waits'
  // A comment that was waiting still waits; one that a moderator hid stays hidden.
  const waited = row.hiddenAt !== null && row.hiddenAt.getTime() === (row.editedAt ?? row.at).getTime()
  await ctx.db.update(comment).set({ text, editedAt: ctx.now, ...(waited || (stops && !row.hiddenAt) ? { hiddenAt: ctx.now } : {}) }).where(thisOne(ctx, commentId))
  return { waits: stops || row.hiddenAt !== null }
}

/** Removes my comment: its words are erased with their history, the replies to it stay. Doing it twice changes nothing. */
export async function removeComment(ctx: Ctx, subjectId: string, commentId: string) {
  const row = await lockedComment(ctx, subjectId, commentId)
  allow(ctx, can.remove, row)
  if (row.removedAt) return
  await ctx.db.update(comment).set({ removedAt: ctx.now, text: '' }).where(thisOne(ctx, commentId))
  await ctx.db.delete(commentVersion).where(and(eq(commentVersion.municipalityId, ctx.scope.municipalityId), eq(commentVersion.commentId, commentId)))
}

const thisOne = (ctx: Ctx, id: string) => and(eq(comment.municipalityId, ctx.scope.municipalityId), eq(comment.id, id))

async function lockedComment(ctx: Ctx, subjectId: string, commentId: string) {
  if (!isId(commentId)) throw new NotFound()
  const [row] = await ctx.db.select().from(comment).where(and(thisOne(ctx, commentId), eq(comment.subjectId, subjectId))).for('update')
  if (!row) throw new NotFound()
  return row
}

/** The first-level comment that a reply goes under: the one answered, or the one above it. */
async function answerable(ctx: Ctx, subjectId: string, commentId: string): Promise<string> {
  const [row] = await ctx.db.select({ id: comment.id, parentId: comment.parentId, open: sql<boolean>`${comment.removedAt} is null and ${comment.hiddenAt} is null` }).from(comment).where(and(thisOne(ctx, commentId), eq(comment.subjectId, subjectId)))
  if (!row) throw new NotFound()
  if (!row.open) throw new Conflict('commentGone')
  return row.parentId ?? row.id
}
