import { createHash } from 'node:crypto'
import { and, eq, max, sql } from 'drizzle-orm'
import { z } from 'zod'
import type { Ctx } from '#core/context/context.server.ts'
import { isId } from '#core/context/ids.server.ts'
import { Conflict, Forbidden, isProblems, type Mended, NotFound, problems } from '#core/errors/errors.ts'
import { locate } from '#core/geo/locate.server.ts'
import { blank, maybePoint } from '#core/http/form-fields.ts'
import type { Actor } from '#core/identity/actor.ts'
import { allow, allowAnyone, may } from '#core/permissions/permissions.ts'
import { inLanguage } from '#core/text/language.ts'
import { followSubject } from '#core/trail/follow.server.ts'
import { record } from '#core/trail/record.server.ts'
import { subjectOf } from '#core/trail/subject.server.ts'
import { lookAt, mayWrite } from '#modules/moderation/server'
import { eraseWords } from './erase-words.server.ts'
import { commented } from './events.server.ts'
import { guestFields, guestMaySend, keepGuestAddress } from './guests.server.ts'
import { aboutOf, quoteAtMost } from './parts.server.ts'
import { can } from './permissions.ts'
import { comment, commentVersion } from './schema.server.ts'
import { type Speaking, speakingOf, standingOf } from './speaking.server.ts'

const longest = 3000
/** The text of a comment by itself, as when it is edited. */
export const words = z.string().trim().min(1, 'required').max(longest, 'tooLong')
const shape = {
  text: z.string().trim().max(longest, 'tooLong').default(''),
  stance: z.enum(['for', 'against', 'neutral']).default('neutral'),
  /** the comment this one answers */ parentId: z.uuid().optional(),
  /** an official speaks with the voice of one of their units */ unitId: z.union([z.uuid(), z.literal('').transform(() => undefined)]).optional(),
  /** made by the form, so that sending twice is one comment */ sendKey: z.string().max(80).optional(),
  /** the writer hears of what follows */ follow: z.string().optional(),
  /** the part of the subject it is about */ partId: z.preprocess(blank, z.uuid().optional()),
  /** the passage of the part it is about */ quote: z.preprocess(blank, z.string().max(quoteAtMost, 'tooLong').optional()),
  /** what should stand there instead */ proposed: z.preprocess(blank, z.string().trim().max(longest, 'tooLong').optional()),
  /** a mark on the map, and where it is in words */ ...maybePoint,
  place: z.preprocess(blank, z.string().trim().max(120, 'tooLong').optional()),
  ...guestFields,
}
/** What a comment needs: its text, or a wording that is proposed. */
export const commentInput = z.object(shape).refine((its) => its.text !== '' || its.proposed !== undefined, { path: ['text'], message: 'required' })
  .refine((its) => (its.longitude === undefined) === (its.latitude === undefined), { path: ['place'], message: 'invalid' })
export type CommentInput = z.input<typeof commentInput>

/** What was said: `waits` for a moderator's look, `mailed` when a guest's address was sent a link to confirm. */
export type Sent = { id: string; parentId: string | null; partId: string | null; waits: boolean; mailed: boolean }

/**
 * Says something about any public subject, where its `speaking` lets the asker. The same send twice is one comment. What a
 * moderation rule stops waits out of sight (`waits`). Returns `tooOften`, `closed`, `partGone`, `notThere` and the like;
 * throws NotFound, SignInNeeded, Forbidden, Forbidden('identifyFirst' | 'residentsOnly'), Conflict('commentGone').
 * @param from a guest's network address, for the limit of what one network sends
 */
export async function addComment(ctx: Ctx, subjectId: string, input: CommentInput, from?: string): Promise<Sent | Mended> {
  const its = commentInput.parse(input)
  const subject = await subjectOf(ctx, subjectId)
  if (subject.visibility !== 'public') throw new NotFound()
  const speaks = await speakingOf(ctx, subject)
  const actor = speaks.who === 'anyone' ? allowAnyone(ctx, can.speakAsGuest) : allow(ctx, can.comment)
  const me = actor.kind === 'person' ? actor : null
  if (its.unitId && (!me || me.as || !may(ctx, can.speakForUnit) || !me.units.some((each) => each.id === its.unitId))) throw new Forbidden()
  // A unit answers as the municipality, not as a resident.
  const standing = its.unitId ? 'may' : await standingOf(ctx, speaks.who)
  if (standing === 'identify' || standing === 'elsewhere') throw new Forbidden(standing === 'identify' ? 'identifyFirst' : 'residentsOnly')
  const parentId = its.parentId ? await answerable(ctx, subjectId, its.parentId) : null
  // The text is part of the key: a form that is gone back to and sent with new words is a new comment.
  const sendKey = its.sendKey ? createHash('sha256').update([senderOf(actor, from), subjectId, its.sendKey, its.text, its.proposed ?? ''].join('\n')).digest('base64url') : null
  const earlier = sendKey ? await sentBefore(ctx, sendKey) : null
  if (earlier) return earlier
  const refused = mayDo(speaks, its, parentId !== null)
  if (refused) return problems(refused)
  const about = parentId ? { partId: null, quote: null, proposed: null } : await aboutOf(ctx, subject, its)
  if (isProblems(about)) return about
  const at = await locate(ctx, { name: its.place, longitude: its.longitude, latitude: its.latitude })
  if (at === 'farAway') return problems({ place: 'farAway' })
  const mark = { longitude: at.longitude, latitude: at.latitude, placeName: at.placeName }
  if (!(me ? await mayWrite(ctx) : await guestMaySend(ctx, its.email, from))) return problems({ text: 'tooOften' })
  const id = ctx.newId()
  const added = await ctx.db.insert(comment).values({
    ...ctx.scope, id, subjectId, parentId, authorPersonId: me?.id ?? null, authorOrganisationId: me?.as?.id ?? null, unitId: its.unitId ?? null,
    stance: its.stance, text: its.text, at: ctx.now, sendKey, ...about, ...mark, byGuest: !me, authorName: me ? null : its.name ?? null,
  }).onConflictDoNothing().returning({ id: comment.id })
  if (added.length === 0) { // the same send, a moment before this one
    const first = await sentBefore(ctx, sendKey ?? '')
    if (!first) throw new Conflict('sentAlready')
    return first
  }
  const waits = (await lookAt(ctx, { subjectId, commentId: id, text: [its.text, about.proposed, its.place, me ? null : its.name].filter(Boolean).join('\n') })) === 'waits'
  if (waits) await ctx.db.update(comment).set({ hiddenAt: ctx.now }).where(thisOne(ctx, id))
  else await record(ctx, commented, { subjectId, data: { commentId: id }, ...(its.unitId ? { unitId: its.unitId } : {}) })
  if (me && its.follow) await followSubject(ctx, me, subjectId, 'commenter')
  if (!me && its.email) await keepGuestAddress(ctx, id, its.email, inLanguage(subject.title, ctx.language))
  return { id, parentId, partId: about.partId, waits, mailed: !me && its.email !== undefined }
}

/** Does what is open let one say this? Where only marks or wordings are taken, a comment has one; a reply needs talk to be open. */
function mayDo({ open, does }: Speaking, its: z.output<typeof commentInput>, reply: boolean): Record<string, string> | null {
  if (!open) return { form: 'closed' }
  const marks = its.longitude !== undefined || its.place !== undefined
  if (its.proposed !== undefined && !does.includes('propose')) return { proposed: 'notNow' }
  if (marks && !does.includes('mark')) return { place: 'notNow' }
  if (does.includes('comment')) return null
  if (reply) return { text: 'notNow' }
  return its.proposed !== undefined || marks ? null : does.includes('mark') ? { place: 'markFirst' } : { proposed: 'required' }
}

const senderOf = (actor: Actor, from: string | undefined) => (actor.kind === 'person' ? actor.id : `guest ${from ?? ''}`)
async function sentBefore(ctx: Ctx, sendKey: string): Promise<Sent | null> {
  const [sent] = await ctx.db.select({ id: comment.id, parentId: comment.parentId, partId: comment.partId, hiddenAt: comment.hiddenAt }).from(comment).where(and(eq(comment.municipalityId, ctx.scope.municipalityId), eq(comment.sendKey, sendKey)))
  return sent ? { id: sent.id, parentId: sent.parentId, partId: sent.partId, waits: sent.hiddenAt !== null, mailed: false } : null
}

/** Changes my comment's words; the earlier ones are kept and can be read. Throws NotFound, Forbidden, Conflict('commentGone' | 'speakingClosed'). */
export async function editComment(ctx: Ctx, subjectId: string, commentId: string, input: { text: string }): Promise<{ waits: boolean }> {
  const row = await lockedComment(ctx, subjectId, commentId)
  allow(ctx, can.edit, row)
  const text = words.parse(input.text)
  if (row.removedAt) throw new Conflict('commentGone')
  if (row.text === text) return { waits: row.hiddenAt !== null }
  if (!(await speakingOf(ctx, await subjectOf(ctx, subjectId))).open) throw new Conflict('speakingClosed')
  const [newest] = await ctx.db.select({ number: max(commentVersion.number) }).from(commentVersion).where(and(eq(commentVersion.municipalityId, ctx.scope.municipalityId), eq(commentVersion.commentId, commentId)))
  await ctx.db.insert(commentVersion).values({ ...ctx.scope, commentId, number: (newest?.number ?? 0) + 1, text: row.text, until: ctx.now, wasHidden: row.hiddenAt !== null })
  const stops = (await lookAt(ctx, { subjectId, commentId, text: [text, row.proposed, row.placeName].filter(Boolean).join('\n') })) === 'waits'
  // A comment that was waiting still waits; one that a moderator hid stays hidden.
  const waited = row.hiddenAt !== null && row.hiddenAt.getTime() === (row.editedAt ?? row.at).getTime()
  await ctx.db.update(comment).set({ text, editedAt: ctx.now, ...(waited || (stops && !row.hiddenAt) ? { hiddenAt: ctx.now } : {}) }).where(thisOne(ctx, commentId))
  return { waits: stops || row.hiddenAt !== null }
}

/** Removes my comment: its words are erased with their history, the replies to it stay. Doing it twice changes nothing. */
export async function removeComment(ctx: Ctx, subjectId: string, commentId: string) {
  const row = await lockedComment(ctx, subjectId, commentId)
  allow(ctx, can.remove, row)
  if (!row.removedAt) await eraseWords(ctx, commentId)
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
