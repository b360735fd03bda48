import { and, eq } from 'drizzle-orm'
import { z } from 'zod'
import type { Ctx } from '#core/context/context.server.ts'
import { Conflict, type Mended, problems } from '#core/errors/errors.ts'
import { allow } from '#core/permissions/permissions.ts'
import { record } from '#core/trail/record.server.ts'
import { changeSubject, subjectOf } from '#core/trail/subject.server.ts'
import { lookAt, mayWrite } from '#modules/moderation/server'
import { eraseVideo, thingOf, type Video, videoRow } from './begin.server.ts'
import { windCaptionsClock } from './captions-due.server.ts'
import { videoPublished } from './events.server.ts'
import { paths, sizes } from './names.ts'
import { can } from './permissions.ts'
import { keepPoster } from './poster.server.ts'
import { rendition, track, video } from './schema.server.ts'

export const publishing = z.object({
  title: z.string().trim().min(1, 'required').min(3, 'tooShort').max(120, 'tooLong'),
  /** the recording of a live broadcast */ live: z.string().optional().transform((on) => on === 'on'),
})
export type Publishing = z.input<typeof publishing>

/**
 * Publishes a video: those who follow its subject, or whom the subject concerns, hear of it. A second time changes
 * nothing. What a moderation rule stops in its title or captions waits for a moderator. Returns `tooOften`, `subjectGone`;
 * throws NotFound, SignInNeeded, Forbidden.
 */
export async function publishVideo(ctx: Ctx, id: string, input: Publishing): Promise<{ waits: boolean } | Mended> {
  const its = await videoRow(ctx, id, { lock: true })
  allow(ctx, can.edit, thingOf(its))
  const { title, live } = publishing.parse(input)
  if (its.state === 'published' || its.state === 'hidden') return { waits: its.state === 'hidden' }
  if (its.state === 'uploading') return problems({ file: 'notWhole' })
  const subject = await subjectOf(ctx, its.subjectId)
  if (subject.visibility !== 'public') return problems({ title: 'subjectGone' })
  if (!await mayWrite(ctx)) return problems({ title: 'tooOften' })
  await ctx.db.update(video).set({ title, live: live && its.unitId !== null }).where(one(ctx, id))
  if (await lookAt(ctx, { subjectId: its.subjectId, commentId: id, text: await wordsOf(ctx, id, title) }) === 'waits') {
    await ctx.db.update(video).set({ state: 'hidden' }).where(one(ctx, id))
    return { waits: true }
  }
  await bringOut(ctx, { ...its, title, live: live && its.unitId !== null })
  return { waits: false }
}

/** Makes a video public for the first time, whoever lets it: it is told of, its clock starts, other sizes are asked for. */
export async function bringOut(ctx: Ctx, its: Video) {
  await ctx.db.update(video).set({ state: 'published', publishedAt: ctx.now }).where(one(ctx, its.id))
  await windCaptionsClock(ctx, { ...its, publishedAt: ctx.now })
  if (ctx.transcoder) {
    const smaller = sizes.filter((size) => size < Math.min(its.width!, its.height!))
    if (smaller.length) await ctx.db.insert(rendition).values(smaller.map((size) => ({ ...ctx.scope, videoId: its.id, size, state: 'asked' as const, after: ctx.now }))).onConflictDoNothing()
  }
  await changeSubject(ctx, its.subjectId, {})
  // An official's title is said on the trail. A resident's may have to be hidden one day, and the trail cannot be changed.
  await record(ctx, videoPublished, { subjectId: its.subjectId, data: { videoId: its.id, to: paths.video(its.id) }, ...(its.unitId ? { unitId: its.unitId, sentence: its.title } : {}) })
}

/** Everything of a video that people read. */
export async function wordsOf(ctx: Ctx, id: string, title: string): Promise<string> {
  const tracks = await ctx.db.select({ cues: track.cues }).from(track).where(and(eq(track.municipalityId, ctx.scope.municipalityId), eq(track.videoId, id), eq(track.ready, true)))
  return [title, ...tracks.flatMap(({ cues }) => cues.map((cue) => cue.text))].join('\n')
}

/** Changes a title or the poster. What a rule stops waits for a moderator. Returns `notPicture`, `pictureTooLarge`; throws NotFound, Forbidden, Conflict('notPublished'). */
export async function editVideo(ctx: Ctx, id: string, input: { title: string; poster?: Uint8Array }): Promise<void | Mended> {
  const its = await videoRow(ctx, id, { lock: true })
  allow(ctx, can.edit, thingOf(its))
  const title = publishing.shape.title.parse(input.title)
  if (its.state === 'uploading') throw new Conflict('notPublished')
  const wrong = input.poster ? await keepPoster(ctx, id, input.poster) : null
  if (wrong) return problems({ poster: wrong })
  const stops = title !== its.title && its.state === 'published' && await lookAt(ctx, { subjectId: its.subjectId, commentId: id, text: await wordsOf(ctx, id, title) }) === 'waits'
  await ctx.db.update(video).set({ title, ...(input.poster ? { posterAt: ctx.now } : {}), ...(stops ? { state: 'hidden' as const } : {}) }).where(one(ctx, id))
}

/** Removes my video: its row, captions and bytes are erased. Returns the subject it was on. Throws NotFound, SignInNeeded, Forbidden. */
export async function removeVideo(ctx: Ctx, id: string): Promise<{ subjectId: string }> {
  const its = await videoRow(ctx, id, { lock: true })
  allow(ctx, can.remove, thingOf(its))
  await eraseVideo(ctx, id)
  return { subjectId: its.subjectId }
}

export const one = (ctx: Ctx, id: string) => and(eq(video.municipalityId, ctx.scope.municipalityId), eq(video.id, id))
