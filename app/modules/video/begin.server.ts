import { and, desc, eq, gt, inArray, sql } from 'drizzle-orm'
import { z } from 'zod'
import { type Ctx, oneAtATime } from '#core/context/context.server.ts'
import { isId } from '#core/context/ids.server.ts'
import { type Mended, NotFound, problems } from '#core/errors/errors.ts'
import { videoLimits } from '#core/files/media.server.ts'
import { allow, may } from '#core/permissions/permissions.ts'
import { languages } from '#core/text/language.ts'
import { type Subject, subjectOf } from '#core/trail/subject.server.ts'
import { mayWrite } from '#modules/moderation/server'
import { keys, takers } from './names.ts'
import { can } from './permissions.ts'
import { video } from './schema.server.ts'

export type Video = typeof video.$inferSelect
/** What the permissions look at. */
export const thingOf = (its: Pick<Video, 'authorPersonId' | 'authorOrganisationId' | 'unitId'>) => ({ authorPersonId: its.authorPersonId, authorOrganisationId: its.authorOrganisationId, ownerUnitId: its.unitId })

/** One person has so many videos on their way or not published, and makes so many a day; the municipality's own people make more. */
const most = { unfinished: 3, aDay: 5, unfinishedOfOfficial: 10, aDayOfOfficial: 50 }

/** The public subject that is to get a video from the asker. Throws NotFound, SignInNeeded, Forbidden. */
export async function subjectForVideo(ctx: Ctx, subjectId: string): Promise<Subject> {
  const its = await subjectOf(ctx, subjectId)
  if (its.visibility !== 'public' || !takers.includes(its.kind)) throw new NotFound()
  allow(ctx, can.add, its)
  return its
}

export const beginning = z.object({ subjectId: z.string(), /** of the whole file */ bytes: z.int().positive(), language: z.enum(languages) })

/**
 * Begins a video whose bytes come in pieces. Returns what stops it: `videoTooLarge`, `tooManyUnfinished`, `tooManyToday`, `tooOften`.
 * Throws NotFound, SignInNeeded, Forbidden.
 */
export async function beginVideo(ctx: Ctx, input: z.input<typeof beginning>): Promise<{ id: string } | Mended> {
  const { subjectId, bytes, language } = beginning.parse(input)
  const subject = await subjectForVideo(ctx, subjectId)
  const me = allow(ctx, can.add, subject)
  if (bytes > videoLimits.bytes) return problems({ file: 'videoTooLarge' })
  await oneAtATime(ctx, `video ${me.id}`)
  const official = me.units.length > 0 || me.admin || me.installationAdmin
  const [count] = await ctx.db.select({
    unfinished: sql<number>`count(*) filter (where ${video.state} in ('uploading', 'waiting'))::int`,
    today: sql<number>`count(*) filter (where ${video.createdAt} > ${new Date(ctx.now.getTime() - 24 * 60 * 60_000)})::int`,
  }).from(video).where(and(eq(video.municipalityId, ctx.scope.municipalityId), eq(video.authorPersonId, me.id)))
  if (count!.unfinished >= (official ? most.unfinishedOfOfficial : most.unfinished)) return problems({ file: 'tooManyUnfinished' })
  if (count!.today >= (official ? most.aDayOfOfficial : most.aDay)) return problems({ file: 'tooManyToday' })
  if (!await mayWrite(ctx)) return problems({ file: 'tooOften' })
  const id = ctx.newId()
  // an official who is not acting for an organisation speaks for the unit that owns the matter, else for their own
  const unitId = me.as ? null : me.units.find((each) => each.id === subject.ownerUnitId)?.id ?? me.units[0]?.id ?? null
  await ctx.db.insert(video).values({ ...ctx.scope, id, subjectId, state: 'uploading', language, authorPersonId: me.id, authorOrganisationId: me.as?.id ?? null, unitId, bytes, createdAt: ctx.now })
  return { id }
}

/** A video's row, whatever its state. `lock` holds it until the transaction ends. Throws NotFound. */
export async function videoRow(ctx: Ctx, id: string, options: { lock?: boolean } = {}): Promise<Video> {
  if (!isId(id)) throw new NotFound()
  const found = ctx.db.select().from(video).where(and(eq(video.municipalityId, ctx.scope.municipalityId), eq(video.id, id)))
  const [row] = await (options.lock ? found.for('update') : found)
  if (!row) throw new NotFound()
  return row
}

export type Unfinished = { id: string; title: string; createdAt: Date }
/** The asker's videos that have arrived and are not published. */
export async function unfinishedOf(ctx: Ctx): Promise<Unfinished[]> {
  if (ctx.actor.kind !== 'person') return []
  return ctx.db.select({ id: video.id, title: video.title, createdAt: video.createdAt }).from(video)
    .where(and(eq(video.municipalityId, ctx.scope.municipalityId), eq(video.authorPersonId, ctx.actor.id), eq(video.state, 'waiting'))).orderBy(desc(video.createdAt)).limit(10)
}

/** How much of a video has arrived. Throws NotFound for whoever did not begin it. */
export async function arrivedOf(ctx: Ctx, id: string): Promise<{ arrived: number; bytes: number; until: Date }> {
  const its = await videoRow(ctx, id)
  if (!may(ctx, can.edit, thingOf(its))) throw new NotFound()
  return { arrived: its.state === 'uploading' ? (await ctx.storage.size(keys.arriving(ctx, id))) ?? 0 : its.bytes, bytes: its.bytes, until: unfinishedUntil(its.createdAt) }
}

/** Until when an unfinished video is kept: two days. */
const unfinishedUntil = (createdAt: Date) => new Date(createdAt.getTime() + unfinishedFor)
const unfinishedFor = 2 * 24 * 60 * 60_000

/** Erases a video: its row, captions and bytes. */
export async function eraseVideo(ctx: Ctx, id: string) {
  await ctx.db.delete(video).where(and(eq(video.municipalityId, ctx.scope.municipalityId), eq(video.id, id)))
  for (const key of keys.all(ctx, id)) await ctx.storage.remove(key)
}

/** The maker takes back a video that is not published. Throws NotFound, SignInNeeded, Forbidden. */
export async function cancelVideo(ctx: Ctx, id: string) {
  const its = await videoRow(ctx, id, { lock: true })
  allow(ctx, can.edit, thingOf(its))
  if (its.state !== 'uploading' && its.state !== 'waiting') throw new NotFound()
  await eraseVideo(ctx, id)
}

/** For the clock: erases what nobody finished within two days. Returns how many. */
export async function eraseUnfinishedVideos(ctx: Ctx): Promise<number> {
  const old = await ctx.db.select({ id: video.id }).from(video).where(and(eq(video.municipalityId, ctx.scope.municipalityId), inArray(video.state, ['uploading', 'waiting']),
    sql`not ${gt(video.createdAt, new Date(ctx.now.getTime() - unfinishedFor))}`)).limit(500).for('update', { skipLocked: true })
  for (const { id } of old) await eraseVideo(ctx, id)
  return old.length
}
