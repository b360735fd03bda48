import { mkdtemp, rm } from 'node:fs/promises'
import { createReadStream, createWriteStream } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { and, asc, eq, lte, sql } from 'drizzle-orm'
import { command, type Ctx, type House, type Municipality } from '#core/context/context.server.ts'
import { cleanVideo, soundOf } from '#core/files/media.server.ts'
import { municipality } from '#core/identity/schema.server.ts'
import { SpeechError } from '#core/ports/speech.server.ts'
import { keys } from './names.ts'
import { one } from './publish.server.ts'
import { rendition, track, video } from './schema.server.ts'
import { tidy } from './cues.ts'

// Work that other programs do for a video takes minutes, so it is not done inside a transaction: a turn takes a piece by
// putting its next try later, and writes the outcome when there is one. A process that dies in between loses nothing.

const most = 5
/** Until a turn that takes longer is thought dead. */
const turn = 20 * 60_000
const waitAfter = (tries: number) => 60_000 * 4 ** (tries - 1)

/** What one round did: drafts heard, sizes made, tries that failed. */
export type Worked = { heard: number; made: number; failed: number }

/** For the clock: lets the speech service hear and the transcoder make what is asked of them, until nothing waits. */
export async function workOnVideos(house: House, onError: (cause: unknown, what?: string) => void = () => {}): Promise<Worked> {
  const done: Worked = { heard: 0, made: 0, failed: 0 }
  const now = house.clock()
  const busy = await house.database.owner.select().from(municipality).where(sql`${municipality.id} in (
    select municipality_id from video.video where speech = 'asked' and speech_after <= ${now} union select municipality_id from video.rendition where state = 'asked' and after <= ${now})`).orderBy(municipality.id)
  for (const its of busy) {
    if (house.speech) while (await hearOne(house, its, done, onError)) { /* the next one */ }
    if (house.transcoder) while (await makeOne(house, its, done, onError)) { /* the next one */ }
  }
  return done
}

async function hearOne(house: House, its: Municipality, done: Worked, onError: (cause: unknown, what?: string) => void): Promise<boolean> {
  const run = <A extends unknown[], R>(operation: (ctx: Ctx, ...args: A) => Promise<R>, ...args: A) => command(house, { municipality: its }, operation, ...args)
  const taken = await run(async (ctx) => {
    const [next] = await ctx.db.select({ id: video.id, language: video.language, tries: video.speechTries, durationMs: video.durationMs }).from(video)
      .where(and(eq(video.municipalityId, ctx.scope.municipalityId), eq(video.speech, 'asked'), lte(video.speechAfter, ctx.now))).orderBy(asc(video.speechAfter)).limit(1).for('update', { skipLocked: true })
    if (next) await ctx.db.update(video).set({ speechTries: next.tries + 1, speechAfter: new Date(ctx.now.getTime() + turn) }).where(one(ctx, next.id))
    return next
  })
  if (!taken) return false
  const here = { scope: { municipalityId: its.id } }
  try {
    const sound = await soundOf(house.storage, keys.clean(here, taken.id))
    const cues = sound ? tidy(await house.speech!.hear(sound, taken.language), taken.durationMs!) : []
    await run(async (ctx) => {
      await ctx.db.update(video).set({ speech: 'done', speechAfter: null, speechError: null }).where(one(ctx, taken.id))
      // a draft for a person to read through; what a person has written meanwhile stays
      if (cues.length) await ctx.db.insert(track).select(ctx.db.select({
        municipalityId: video.municipalityId, videoId: video.id, language: sql`${taken.language}::text`.as('language'), cues: sql`${JSON.stringify(cues)}::jsonb`.as('cues'), ready: sql`false`.as('ready'), heard: sql`true`.as('heard'),
        byPersonId: sql`null::uuid`.as('by_person_id'), at: sql`${ctx.now}::timestamptz`.as('at') }).from(video).where(one(ctx, taken.id))).onConflictDoNothing()
    })
    done.heard++
  } catch (cause) {
    const giveUp = (cause instanceof SpeechError && cause.forGood) || taken.tries + 1 >= most
    await run((ctx) => ctx.db.update(video).set({ speech: giveUp ? 'failed' : 'asked', speechAfter: giveUp ? null : new Date(ctx.now.getTime() + waitAfter(taken.tries + 1)), speechError: sentence(cause) }).where(one(ctx, taken.id)))
    done.failed++
    onError(cause, 'speech to text')
  }
  return true
}

async function makeOne(house: House, its: Municipality, done: Worked, onError: (cause: unknown, what?: string) => void): Promise<boolean> {
  const run = <R>(operation: (ctx: Ctx) => Promise<R>) => command(house, { municipality: its }, operation)
  const taken = await run(async (ctx) => {
    const [next] = await ctx.db.select().from(rendition).where(and(eq(rendition.municipalityId, ctx.scope.municipalityId), eq(rendition.state, 'asked'), lte(rendition.after, ctx.now))).orderBy(asc(rendition.after), asc(rendition.size)).limit(1).for('update', { skipLocked: true })
    if (next) await ctx.db.update(rendition).set({ tries: next.tries + 1, after: new Date(ctx.now.getTime() + turn) }).where(its1(ctx, next))
    return next
  })
  if (!taken) return false
  const here = { scope: { municipalityId: its.id } }
  const folder = await mkdtemp(join(tmpdir(), 'nousu-video-'))
  const arriving = `${its.id}/${taken.videoId}-${taken.size}-arriving.upload`, key = keys.rendition(here, taken.videoId, taken.size)
  try {
    const source = await house.storage.read(keys.clean(here, taken.videoId))
    if (!source) throw new Error('the video is gone')
    await pipeline(Readable.fromWeb(source as never), createWriteStream(join(folder, 'from')))
    await house.transcoder!.make(join(folder, 'from'), join(folder, 'to.mp4'), taken.size)
    // what another program made is looked at like what a person sends
    let at = 0
    await house.storage.remove(arriving)
    for await (const chunk of createReadStream(join(folder, 'to.mp4'), { highWaterMark: 1_000_000 }) as AsyncIterable<Buffer>) { await house.storage.write(arriving, at, chunk); at += chunk.length }
    const made = await cleanVideo(house.storage, arriving, key)
    if (typeof made === 'string' || made.type !== 'video/mp4') throw new Error('what the transcoder made is not a video')
    const there = await run((ctx) => ctx.db.update(rendition).set({ state: 'done', after: null, error: null, bytes: made.bytes }).where(its1(ctx, taken)).returning())
    if (there.length === 0) await house.storage.remove(key) // the video was removed meanwhile
    done.made++
  } catch (cause) {
    const giveUp = taken.tries + 1 >= most
    await run((ctx) => ctx.db.update(rendition).set({ state: giveUp ? 'failed' : 'asked', after: giveUp ? null : new Date(ctx.now.getTime() + waitAfter(taken.tries + 1)), error: sentence(cause) }).where(its1(ctx, taken)))
    done.failed++
    onError(cause, 'transcoder')
  } finally {
    await house.storage.remove(arriving)
    await rm(folder, { recursive: true, force: true })
  }
  return true
}

const its1 = (ctx: Ctx, its: { videoId: string; size: number }) => and(eq(rendition.municipalityId, ctx.scope.municipalityId), eq(rendition.videoId, its.videoId), eq(rendition.size, its.size))
const sentence = (cause: unknown) => (cause instanceof Error ? cause.message : String(cause)).slice(0, 200)
