import { and, eq, isNotNull } from 'drizzle-orm'
import { z } from 'zod'
import type { Ctx } from '#core/context/context.server.ts'
import { Conflict, TooMuch } from '#core/errors/errors.ts'
import { attachPictures, picturesOf, type StoredPicture } from '#core/files/pictures.server.ts'
import { allow, allowAnyone } from '#core/permissions/permissions.ts'
import { followSubject, unfollowSubject } from '#core/trail/follow.server.ts'
import { record } from '#core/trail/record.server.ts'
import { follow } from '#core/trail/schema.server.ts'
import { changeSubject } from '#core/trail/subject.server.ts'
import { lookAt } from '#modules/moderation/server'
import { reportAdded, reportWithdrawn } from '../events.server.ts'
import { can } from '../permissions.ts'
import { addition } from '../schema.server.ts'
import { visibleReport } from '../own.server.ts'
import { additionsOf } from './show.server.ts'
import { asSender, mustBeLive, nameless, rowOf, type SenderKey } from './who.server.ts'

/** Enough for any pothole; more is somebody else's script. */
const mostAdditions = 50
const mostPhotos = 20
type Described = StoredPicture & { description: string }
export const adding = z.object({ text: z.string().trim().max(2000, 'tooLong').default('') })

/**
 * The sender adds words, photos or both to what was sent. Words that a rule stops wait for a moderator, unseen by others.
 * Throws NotFound, SignInNeeded, Forbidden, Conflict('reportClosed') for what was taken back or hidden, or whose sender was forgotten, TooMuch.
 */
export async function addToReport(ctx: Ctx, key: SenderKey, input: z.input<typeof adding> & { pictures?: Described[] }): Promise<{ waits: boolean }> {
  const { text } = adding.parse(input)
  const its = await asSender(ctx, key, { lock: true })
  mustBeLive(its)
  if ((await rowOf(ctx, its.id)).forgottenAt) throw new Conflict('reportClosed')
  const me = nameless(ctx)
  if ((await additionsOf(ctx, its.id)).length >= mostAdditions) throw new TooMuch('tooOften')
  if (input.pictures?.length && (await picturesOf(ctx, its.id)).filter((each) => each.role !== 'after').length + input.pictures.length > mostPhotos) throw new TooMuch('tooOften')
  let waits = false
  if (text) {
    const id = ctx.newId()
    await ctx.db.insert(addition).values({ ...ctx.scope, id, reportId: its.id, text, at: ctx.now })
    if (its.visibility === 'public' && await lookAt(me, { subjectId: its.id, commentId: id, text }) === 'waits') {
      waits = true
      await ctx.db.update(addition).set({ hidden: true }).where(and(eq(addition.municipalityId, ctx.scope.municipalityId), eq(addition.id, id)))
    }
  }
  if (input.pictures?.length) await attachPictures(ctx, its.id, input.pictures)
  if (text || input.pictures?.length) await record(me, reportAdded, { subjectId: its.id })
  return { waits }
}

/** The sender takes the report back: it leaves the lists and owes nobody an answer. Twice changes nothing. Throws as asSender, Conflict('reportClosed'). */
export async function takeBack(ctx: Ctx, key: SenderKey): Promise<void> {
  const its = await asSender(ctx, key, { lock: true })
  if (its.visibility === 'withdrawn') return
  if (its.visibility === 'hidden') throw new Conflict('reportClosed')
  await changeSubject(ctx, its.id, { visibility: 'withdrawn', stage: 'ended', dueAt: null })
  await record(nameless(ctx), reportWithdrawn, { subjectId: its.id, stage: 'ended' })
}

/** Someone signed in hears when the report moves. Twice changes nothing. Throws NotFound, SignInNeeded. */
export async function followReport(ctx: Ctx, id: string) {
  const its = await visibleReport(ctx, id)
  await followSubject(ctx, allow(ctx, can.follow, its), id, 'chosen')
}
export async function unfollowReport(ctx: Ctx, id: string) {
  const its = await visibleReport(ctx, id)
  await unfollowSubject(ctx, allow(ctx, can.follow, its), id)
}

/** The holder of the own link wants no more letters to the sender's address. Twice changes nothing. Throws NotFound. */
export async function stopLetters(ctx: Ctx, key: SenderKey) {
  allowAnyone(ctx, can.send)
  const its = await asSender(ctx, key)
  await ctx.db.delete(follow).where(and(eq(follow.municipalityId, ctx.scope.municipalityId), eq(follow.subjectId, its.id), eq(follow.why, 'author'), isNotNull(follow.email)))
}
