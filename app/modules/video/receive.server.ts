import { and, eq } from 'drizzle-orm'
import type { Ctx } from '#core/context/context.server.ts'
import { Conflict, isProblems, type Mended, problems, TooMuch } from '#core/errors/errors.ts'
import { cleanVideo, type MediaProblem } from '#core/files/media.server.ts'
import { allow } from '#core/permissions/permissions.ts'
import type { Language } from '#core/text/language.ts'
import { beginVideo, eraseVideo, thingOf, type Video, videoRow } from './begin.server.ts'
import { keys } from './names.ts'
import { can } from './permissions.ts'
import { drawPoster, keepPoster } from './poster.server.ts'
import { video } from './schema.server.ts'

/** What became of a video that has arrived: it waits to be published, or it was not what it should be and is gone. */
export type Received = { id: string } | { refused: MediaProblem; subjectId: string }

/**
 * Looks at a video whose bytes have arrived, makes it clean and gives it a poster; doing it again changes nothing, so
 * that a program which ends in the middle does no harm. Returns `notWhole` while bytes are missing. Throws NotFound,
 * SignInNeeded, Forbidden.
 */
export async function receiveVideo(ctx: Ctx, id: string, input: { poster?: Uint8Array; language?: Language } = {}): Promise<Received | Mended> {
  const its = await videoRow(ctx, id, { lock: true })
  allow(ctx, can.edit, thingOf(its))
  if (its.state !== 'uploading') return { id }
  if ((await ctx.storage.size(keys.arriving(ctx, id))) !== its.bytes) return problems({ file: 'notWhole' })
  return inLine(() => clean(ctx, { ...its, language: input.language ?? its.language }, input.poster))
}

/** A video sent whole with an ordinary form. Returns what stops it or what is wrong with it, as `file`. */
export async function takeVideo(ctx: Ctx, input: { subjectId: string; language: Language; bytes: Uint8Array; poster?: Uint8Array }): Promise<{ id: string } | Mended> {
  const begun = await beginVideo(ctx, { subjectId: input.subjectId, language: input.language, bytes: input.bytes.length })
  if (isProblems(begun)) return begun
  return inLine(async () => {
    await ctx.storage.put(keys.arriving(ctx, begun.id), input.bytes)
    const done = await clean(ctx, await videoRow(ctx, begun.id), input.poster)
    return 'refused' in done ? problems({ file: done.refused }) : done
  })
}

/** Videos are cleaned one at a time, and who waits holds a connection to the database: so many may, the others are asked to try again. */
const mostInLine = 3
let line = 0
async function inLine<T>(work: () => Promise<T>): Promise<T> {
  if (line >= mostInLine) throw new TooMuch('tooOften')
  line++
  try { return await work() } finally { line-- }
}

async function clean(ctx: Ctx, its: Video, poster: Uint8Array | undefined): Promise<Received> {
  const { id } = its
  const media = await cleanVideo(ctx.storage, keys.arriving(ctx, id), keys.clean(ctx, id))
  if (typeof media === 'string') { await eraseVideo(ctx, id); return { refused: media, subjectId: its.subjectId } }
  if (!poster || await keepPoster(ctx, id, poster) !== null) await drawPoster(ctx, id, media)
  const kept = await ctx.db.update(video).set({ ...media, state: 'waiting', language: its.language, posterAt: ctx.now, ...(ctx.speech && media.sound ? { speech: 'asked', speechAfter: ctx.now } : {}) })
    .where(and(eq(video.municipalityId, ctx.scope.municipalityId), eq(video.id, id), eq(video.state, 'uploading'))).returning({ id: video.id })
  if (kept.length === 0) throw new Conflict('videoGone')
  await ctx.storage.remove(keys.arriving(ctx, id))
  return { id }
}
