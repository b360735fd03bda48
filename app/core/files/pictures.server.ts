import { and, asc, eq, inArray, isNull, or, type SQL, sql } from 'drizzle-orm'
import sharp from 'sharp'
import type { Ctx } from '#core/context/context.server.ts'
import { once } from '#core/db/open.server.ts'
import { isId, uuidAt } from '#core/context/ids.server.ts'
import { byteLimit, encode, inTurn, keyOf, lineNow, type PictureProblem, sizeOf } from './encode.server.ts'
import { forgetLater, keepForLater } from './later.server.ts'
import { picture } from './schema.server.ts'

export { inTurn, keyOf, type PictureProblem, smallOf } from './encode.server.ts'

/** A picture whose bytes are stored, not yet anyone's. Its `token` travels through a form and cannot be made elsewhere. */
export type StoredPicture = { id: string; width: number; height: number; bytes: number; token: string }
/** A picture ready to show. */
export type PictureRole = '' | 'before' | 'after'
export type Picture = { id: string; width: number; height: number; description: string; role: PictureRole; large: string; small: string }

/** More photos than this in line, and the next are made into pictures afterwards. */
const patience = 4

/**
 * Takes a picture in: decodes it, turns it upright, makes it at most 1600 pixels wide and high as WebP with a small one
 * beside it, and stores both. Only pixels go through, so where and with what it was taken stay behind. When many wait for
 * theirs, it is made afterwards (later.server.ts).
 * @param order its place among those of one form; pictures are shown in the order of their ids
 */
export async function storePicture(ctx: Ctx, file: Uint8Array, order = 0): Promise<StoredPicture | PictureProblem> {
  if (file.length > byteLimit) return 'pictureTooLarge'
  const id = uuidAt(new Date(ctx.now.getTime() + order))
  if (lineNow() >= patience) {
    const size = await sizeOf(file)
    if (typeof size === 'string') return size
    await keepForLater(ctx, id, file)
    return { id, ...size, bytes: file.length, token: tokenOf(ctx, { id, ...size, bytes: file.length }) }
  }
  const made = await inTurn(() => encode(file))
  if (typeof made === 'string') return made
  await ctx.storage.put(keyOf(ctx, id), made.large.data)
  await ctx.storage.put(keyOf(ctx, id, true), made.small)
  const { width, height, size } = made.large.info
  return { id, width, height, bytes: size, token: tokenOf(ctx, { id, width, height, bytes: size }) }
}

/** A picture for a video to stand on before it plays: at most 1280 pixels, only its pixels. */
export async function takePoster(file: Uint8Array): Promise<Buffer | PictureProblem> {
  if (file.length > byteLimit) return 'pictureTooLarge'
  const made = await inTurn(() => encode(file))
  return typeof made === 'string' ? made : sharp(made.large.data).resize(1280, 1280, { fit: 'inside', withoutEnlargement: true }).webp({ quality: 78 }).toBuffer()
}

const tokenOf = (ctx: Ctx, its: Omit<StoredPicture, 'token'>) => {
  const facts = [its.id, its.width, its.height, its.bytes].join('~')
  return `${facts}~${ctx.sign('picture', `${ctx.scope.municipalityId} ${facts}`)}`
}

/** The stored picture of a token; null when the token was not made here. */
export function pictureOfToken(ctx: Ctx, token: string): StoredPicture | null {
  const [id, width, height, bytes, signature] = token.split('~')
  if (!isId(id) || !signature || !ctx.verify('picture', `${ctx.scope.municipalityId} ${[id, width, height, bytes].join('~')}`, signature)) return null
  return { id, width: Number(width), height: Number(height), bytes: Number(bytes), token }
}
/** Where a picture that is nobody's yet can be seen by who holds its token. */
export const previewPath = (token: string) => `/pictures/${token.split('~')[0]}-small.webp?token=${encodeURIComponent(token)}`

/** Gives stored pictures to a subject, in this transaction; `role` says what pictures of work show. One that already belongs to a subject stays there. */
export async function attachPictures(ctx: Ctx, subjectId: string, pictures: (StoredPicture & { description: string })[], role: PictureRole = '') {
  if (pictures.length === 0) return
  const ownerPersonId = ctx.actor.kind === 'person' ? ctx.actor.id : null
  await ctx.db.insert(picture).values(pictures.map(({ id, width, height, bytes, description }) => ({ ...ctx.scope, id, subjectId, width, height, bytes, description, role, ownerPersonId, createdAt: ctx.now }))).onConflictDoNothing()
}

/** Says anew what is in a picture. */
export async function describe(ctx: Ctx, id: string, description: string) {
  await ctx.db.update(picture).set({ description }).where(and(eq(picture.municipalityId, ctx.scope.municipalityId), eq(picture.id, id)))
}

/** The same pictures on other subjects too: rows of their own, the bytes kept once. */
export const sharePictures = (ctx: Ctx, subjectIds: string[], pictures: Shared[], role: PictureRole = '') => shareAll(ctx, subjectIds.map((subjectId) => ({ subjectId, pictures, role })))
type Shared = Pick<StoredPicture, 'id' | 'width' | 'height' | 'bytes'> & { description: string }
/** The same for many subjects, each with its own pictures, in a few statements. */
export async function shareAll(ctx: Ctx, all: { subjectId: string; pictures: Shared[]; role: PictureRole }[]) {
  const rows = all.flatMap(({ subjectId, pictures, role }) => pictures.map(({ id, width, height, bytes, description }) => ({ ...ctx.scope, id: ctx.newId(), storedAs: id, subjectId, width, height, bytes, description, role, createdAt: ctx.now })))
  for (let from = 0; from < rows.length; from += 500) await ctx.db.insert(picture).values(rows.slice(from, from + 500))
}

const shown = once((db) => db.select({ id: picture.id, width: picture.width, height: picture.height, description: picture.description, role: picture.role }).from(picture)
  .where(and(eq(picture.municipalityId, sql.placeholder('m')), eq(picture.subjectId, sql.placeholder('subject')), eq(picture.hidden, false))).orderBy(asc(picture.id)).prepare('files_pictures'))

/** The pictures of a subject in the order they were taken in. Addresses are within the municipality: `view.href(picture.small)`. */
export async function picturesOf(ctx: Ctx, subjectId: string): Promise<Picture[]> {
  const rows = await shown(ctx.db).execute({ m: ctx.scope.municipalityId, subject: subjectId })
  return rows.map((row) => ({ ...row, large: `/pictures/${row.id}.webp`, small: `/pictures/${row.id}-small.webp` }))
}

/** The day of a key to a picture, counted in whole days since 1970. */
const dayOf = (ctx: Pick<Ctx, 'now'>) => Math.floor(ctx.now.getTime() / 86_400_000)
/** The addresses of pictures that not everyone sees, for who holds a key of their own to the subject: signed for each picture, for today and tomorrow, so that an address that was passed on does not open it for ever. */
export const withKeys = (ctx: Pick<Ctx, 'sign' | 'scope' | 'now'>, pictures: Picture[]): Picture[] => pictures.map((each) => {
  const key = `?key=${dayOf(ctx)}.${encodeURIComponent(ctx.sign('see picture', `${ctx.scope.municipalityId} ${each.id} ${dayOf(ctx)}`))}`
  return { ...each, large: each.large + key, small: each.small + key }
})
/** Was this key made for this picture, today or yesterday? */
export function isKeyOf(ctx: Pick<Ctx, 'verify' | 'scope' | 'now'>, id: string, key: string): boolean {
  const [, day, signature] = /^(\d{1,6})\.(.+)$/.exec(key) ?? []
  return !!signature && dayOf(ctx) - Number(day) >= 0 && dayOf(ctx) - Number(day) <= 1 && ctx.verify('see picture', `${ctx.scope.municipalityId} ${id} ${day}`, signature)
}

/** Erases a subject's pictures: rows, and the bytes that no other subject shows. */
export async function erasePictures(ctx: Ctx, subjectId: string) {
  await eraseRows(ctx, eq(picture.subjectId, subjectId))
}
/** Erases one picture of a subject. */
export async function erasePicture(ctx: Ctx, id: string) {
  await eraseRows(ctx, eq(picture.id, id))
}
async function eraseRows(ctx: Ctx, which: SQL) {
  const gone = await ctx.db.delete(picture).where(and(eq(picture.municipalityId, ctx.scope.municipalityId), which)).returning({ id: picture.id, storedAs: picture.storedAs })
  const bytes = [...new Set(gone.map((row) => row.storedAs ?? row.id))]
  const still = await stillShown(ctx, bytes)
  for (const id of bytes) if (!still.has(id)) await eraseBytes(ctx, id)
}
/** Which stored bytes some picture's row still shows. */
async function stillShown(ctx: Ctx, ids: string[]): Promise<Set<string>> {
  if (ids.length === 0) return new Set()
  const rows = await ctx.db.select({ its: sql<string>`coalesce(${picture.storedAs}, ${picture.id})` }).from(picture)
    .where(and(eq(picture.municipalityId, ctx.scope.municipalityId), or(inArray(picture.storedAs, ids), and(inArray(picture.id, ids), isNull(picture.storedAs)))))
  return new Set(rows.map((row) => row.its))
}
/** Erases the bytes of a picture, large and small. */
export async function eraseBytes(ctx: Ctx, id: string) {
  await ctx.storage.remove(keyOf(ctx, id))
  await ctx.storage.remove(keyOf(ctx, id, true))
  await forgetLater(ctx, id)
}

/** Erases pictures that were taken in more than two days ago with a form that was never finished. Returns how many. */
export async function eraseUnsentPictures(ctx: Ctx): Promise<number> {
  const before = ctx.now.getTime() - 2 * 24 * 60 * 60_000
  const old: string[] = []
  for await (const key of ctx.storage.keys()) {
    const [folder, name] = key.split('/')
    const id = name?.replace(/\.webp$/, '')
    if (folder === String(ctx.scope.municipalityId) && isId(id) && Number.parseInt(id.replaceAll('-', '').slice(0, 12), 16) < before) old.push(id)
  }
  let erased = 0
  for (let from = 0; from < old.length; from += 500) {
    const some = old.slice(from, from + 500)
    const kept = await stillShown(ctx, some)
    for (const id of some) if (!kept.has(id)) { await eraseBytes(ctx, id); erased++ }
  }
  return erased
}
