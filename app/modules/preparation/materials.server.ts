import { and, asc, eq, max } from 'drizzle-orm'
import type { Ctx } from '#core/context/context.server.ts'
import { isId } from '#core/context/ids.server.ts'
import { type Mended, NotFound, problems } from '#core/errors/errors.ts'
import { attachPictures, type StoredPicture } from '#core/files/pictures.server.ts'
import { picture } from '#core/files/schema.server.ts'
import { resource } from '#core/http/page.ts'
import { may } from '#core/permissions/permissions.ts'
import { cut } from '#core/text/cut.ts'
import { record } from '#core/trail/record.server.ts'
import { materialAdded } from './events.server.ts'
import { type FileKind, fileKinds, kindOfFile } from './file-kinds.ts'
import { managedMatter, type Matter, matterOf } from './matter.server.ts'
import { can } from './permissions.ts'
import { byUnit } from './phases.server.ts'
import { material } from './schema.server.ts'

/** Limits of a matter's background, told to who adds it. */
export const fileBytesMost = 20_000_000
const materialsMost = 40

/** One piece of background, ready to show; `href` is within the municipality, or the web for a link. */
export type Material = { id: string; kind: 'file' | 'link' | 'picture'; title: string; description: string; href: string; fileKind: FileKind | null; bytes: number | null; picture: { id: string; width: number; height: number; small: string; large: string } | null }

type Described = { title: string; description: string }

/** Adds a link to a matter's background. The shape is checked at the edge. */
export async function addLink(ctx: Ctx, id: string, its: { title: string; url: string; description: string }): Promise<Mended | { materialId: string }> {
  const { matter } = await managedMatter(ctx, id)
  if (!its.title) return problems({ title: 'required' })
  return add(ctx, matter, { kind: 'link', title: its.title, description: its.description, url: its.url })
}

/** Adds a file. What it is, is read from its content; anything that the house does not know is refused. */
export async function addFile(ctx: Ctx, id: string, bytes: Uint8Array, its: Described): Promise<Mended | { materialId: string }> {
  const { matter } = await managedMatter(ctx, id)
  if (!its.title) return problems({ title: 'required' })
  if (bytes.length > fileBytesMost) return problems({ file: 'fileTooLarge' })
  const kind = kindOfFile(bytes)
  if (!kind) return problems({ file: 'fileUnknown' })
  const fileId = ctx.newId()
  const done = await add(ctx, matter, { kind: 'file', title: its.title, description: its.description, fileId, fileType: kind, bytes: bytes.length })
  if (!('problems' in done)) await ctx.storage.put(keyOf(ctx, fileId), bytes)
  return done
}

/** Adds a picture that was taken in (core/files); its description is what those who do not see it get, so it must have one. */
export async function addPicture(ctx: Ctx, id: string, stored: StoredPicture, its: Described): Promise<Mended | { materialId: string }> {
  const { matter } = await managedMatter(ctx, id)
  if (!its.description) return problems({ description: 'alternativeNeeded' })
  const done = await add(ctx, matter, { kind: 'picture', title: its.title || its.description.slice(0, 120), description: its.description, fileId: stored.id, bytes: stored.bytes })
  if (!('problems' in done)) await attachPictures(ctx, id, [{ ...stored, description: its.description }])
  return done
}

async function add(ctx: Ctx, matter: Matter, its: Partial<typeof material.$inferInsert> & { kind: Material['kind']; title: string }): Promise<Mended | { materialId: string }> {
  const all = await ctx.db.select({ id: material.id }).from(material).where(materialsIn(ctx, matter.id))
  if (all.length >= materialsMost) return problems({ title: 'materialsMany' })
  const [last] = await ctx.db.select({ position: max(material.position) }).from(material).where(materialsIn(ctx, matter.id))
  const materialId = ctx.newId()
  await ctx.db.insert(material).values({ ...ctx.scope, ...its, id: materialId, matterId: matter.id, position: (last?.position ?? -1) + 1, addedAt: ctx.now })
  if (matter.its.state === 'published') await record(ctx, materialAdded, { subjectId: matter.id, data: { title: its.title }, ...byUnit(matter) })
  return { materialId }
}

/** Removes a piece of background with its bytes. Doing it twice changes nothing. */
export async function removeMaterial(ctx: Ctx, id: string, materialId: string) {
  await managedMatter(ctx, id)
  if (!isId(materialId)) return
  const [gone] = await ctx.db.delete(material).where(and(materialsIn(ctx, id), eq(material.id, materialId))).returning()
  if (gone?.kind === 'picture' && gone.fileId) {
    // the bytes go with the sweep of pictures that belong to nothing; until then nobody reaches them
    await ctx.db.delete(picture).where(and(eq(picture.municipalityId, ctx.scope.municipalityId), eq(picture.id, gone.fileId)))
  }
  if (gone?.kind === 'file' && gone.fileId) await ctx.storage.remove(keyOf(ctx, gone.fileId))
}

/** Removes all background of a matter; returns what removes the files' bytes, to be called when nothing can fail any more. */
export async function removeFiles(ctx: Ctx, id: string): Promise<() => Promise<void>> {
  const gone = await ctx.db.delete(material).where(materialsIn(ctx, id)).returning({ kind: material.kind, fileId: material.fileId })
  return async () => { for (const { kind, fileId } of gone) if (kind === 'file' && fileId) await ctx.storage.remove(keyOf(ctx, fileId)) }
}

/** A matter's background in its order. The caller has decided that the asker may see the matter. */
export async function materialsOf(ctx: Ctx, id: string): Promise<Material[]> {
  const rows = await ctx.db.select({ id: material.id, kind: material.kind, title: material.title, description: material.description, url: material.url, fileId: material.fileId, fileType: material.fileType, bytes: material.bytes, width: picture.width, height: picture.height, hidden: picture.hidden }).from(material)
    .leftJoin(picture, and(eq(picture.municipalityId, material.municipalityId), eq(picture.id, material.fileId)))
    .where(materialsIn(ctx, id)).orderBy(asc(material.position))
  return rows.filter((row) => row.hidden !== true).map((row) => ({
    id: row.id, kind: row.kind, title: row.title, description: row.description, bytes: row.bytes, fileKind: row.kind === 'file' ? row.fileType as FileKind : null,
    href: row.kind === 'link' ? row.url! : row.kind === 'file' ? `/matters/${id}/files/${row.fileId}` : `/pictures/${row.fileId}.webp`,
    picture: row.kind === 'picture' && row.width && row.height ? { id: row.fileId!, width: row.width, height: row.height, small: `/pictures/${row.fileId}-small.webp`, large: `/pictures/${row.fileId}.webp` } : null,
  }))
}

/** A file's bytes, to be saved and never shown by the browser in our name. Of a matter that is not public only its unit gets them. */
export const materialFile = resource('/matters/:matterId/files/:fileId', {
  get: async (ctx, { matterId, fileId }) => {
    if (!isId(fileId)) throw new NotFound()
    const { subject } = await matterOf(ctx, matterId)
    const everyones = subject.visibility === 'public'
    if (!everyones && !may(ctx, subject.visibility === 'waiting' ? can.seeDraft : can.seeHidden, subject)) throw new NotFound()
    const [its] = await ctx.db.select({ title: material.title, fileType: material.fileType }).from(material).where(and(materialsIn(ctx, matterId), eq(material.fileId, fileId), eq(material.kind, 'file')))
    const bytes = its && await ctx.storage.get(keyOf(ctx, fileId))
    if (!its || !bytes) throw new NotFound()
    const kind = its.fileType as FileKind
    const name = `${cut(its.title.replace(/[^\p{L}\p{N}._-]+/gu, ' ').trim() || 'liite', 100)}.${kind}`
    return new Response(new Uint8Array(bytes), { headers: {
      'content-type': fileKinds[kind].type, 'content-length': String(bytes.length), 'x-content-type-options': 'nosniff',
      'content-disposition': `attachment; filename="liite.${kind}"; filename*=UTF-8''${encodeURIComponent(name)}`,
      'cache-control': everyones ? 'public, max-age=3600' : 'private, no-store',
    } })
  },
})

const materialsIn = (ctx: Ctx, id: string) => and(eq(material.municipalityId, ctx.scope.municipalityId), eq(material.matterId, id))
const keyOf = (ctx: Ctx, fileId: string) => `${ctx.scope.municipalityId}/${fileId}.file`
