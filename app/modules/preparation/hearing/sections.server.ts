import { createHash } from 'node:crypto'
import { and, asc, desc, eq, gt, sql } from 'drizzle-orm'
import { z } from 'zod'
import type { Ctx } from '#core/context/context.server.ts'
import { once } from '#core/db/open.server.ts'
import { type Mended, NotFound, problems } from '#core/errors/errors.ts'
import { attachPictures, type StoredPicture } from '#core/files/pictures.server.ts'
import { picture } from '#core/files/schema.server.ts'
import { record } from '#core/trail/record.server.ts'
import { areaName } from '#core/trail/facets.server.ts'
import { event } from '#core/trail/schema.server.ts'
import { type Part, parts } from '#modules/discussion/server'
import { longText, oneLine } from '../input.ts'
import { managedMatter, type Matter } from '../matter.server.ts'
import { byUnit } from '../phases.server.ts'
import { section } from '../schema.server.ts'
import { documentChanged } from './events.server.ts'
import { type Shape, shapeOf } from './shape.server.ts'

/** A section of a matter's document, ready to show. Addresses are within the municipality. */
export type Section = { id: string; title: string; text: string; picture: { id: string; width: number; height: number; description: string } | null; map: Shape | null; mapName: string; /** of what stands, so that two officials do not write over each other */ version: string }

const sectionsMost = 60
export const sectionInput = z.object({
  title: z.string().transform((text) => text.replace(/\s+/g, ' ').trim()).pipe(z.string().min(1, 'required').max(150, 'tooLong').refine((text) => !text.includes('\0'), 'invalid')),
  text: longText(20_000),
  /** what the picture tells those who do not see it */ description: oneLine(300), /** leaves the picture out */ drop: z.string().optional(),
  /** a place or an area shown with it: in words, a known area's key, or GeoJSON */ mapName: oneLine(120), area: oneLine(100), map: z.string().max(400_000, 'tooLong').default(''),
  /** draws nothing any more */ dropMap: z.string().optional(),
  /** the version that its writer saw */ seen: z.string().max(60).optional(),
})
export type SectionInput = z.input<typeof sectionInput>

const p = sql.placeholder
const all = once((db) => db.select({ id: section.id, title: section.title, text: section.text, pictureId: section.pictureId, map: section.map, mapName: section.mapName, removedAt: section.removedAt, width: picture.width, height: picture.height, description: picture.description, hidden: picture.hidden })
  .from(section).leftJoin(picture, and(eq(picture.municipalityId, section.municipalityId), eq(picture.id, section.pictureId)))
  .where(and(eq(section.municipalityId, p('m')), eq(section.matterId, p('matter')))).orderBy(asc(section.position), asc(section.id)).prepare('preparation_sections'))
const rowsOf = (ctx: Ctx, matterId: string) => all(ctx.db).execute({ m: ctx.scope.municipalityId, matter: matterId })

/** The document's sections in order. The caller has decided that the asker may see the matter. */
export const sectionsOf = async (ctx: Ctx, matterId: string): Promise<Section[]> => (await documentOf(ctx, matterId)).sections

/** The document's sections, and all that can be or was spoken of. The caller has decided that the asker may see the matter. */
export async function documentOf(ctx: Ctx, matterId: string): Promise<{ sections: Section[]; parts: Part[] }> {
  const rows = await rowsOf(ctx, matterId)
  const sections = rows.filter((row) => !row.removedAt).map((row) => ({
    id: row.id, title: row.title, text: row.text, map: row.map as Shape | null, mapName: row.mapName, version: versionOf(row),
    picture: row.pictureId && row.width && row.height && !row.hidden ? { id: row.pictureId, width: row.width, height: row.height, description: row.description ?? '' } : null,
  }))
  return { sections, parts: rows.map(partOf) }
}
const partOf = ({ id, title, text, removedAt }: Awaited<ReturnType<typeof rowsOf>>[0]) => ({ id, title, text, removed: removedAt !== null })
parts('matter', async (ctx, matterId) => (await rowsOf(ctx, matterId)).map(partOf))

type Row = { title: string; text: string; pictureId: string | null; map: unknown; mapName: string; description: string | null }
const versionOf = (row: Row) => createHash('sha256').update(JSON.stringify([row.title, row.text, row.pictureId, row.map, row.mapName, row.description])).digest('base64url').slice(0, 22)

/** Adds a section after the others. Throws NotFound, SignInNeeded, Forbidden, Conflict as managing does. */
export async function addSection(ctx: Ctx, matterId: string, input: SectionInput, stored?: StoredPicture | null): Promise<Mended | { sectionId: string }> {
  const { matter } = await managedMatter(ctx, matterId)
  const its = await named(ctx, sectionInput.parse(input))
  const rows = await rowsOf(ctx, matterId)
  if (rows.filter((row) => !row.removedAt).length >= sectionsMost) return problems({ title: 'sectionsMany' })
  const map = await shapeOf(ctx, its)
  if (typeof map === 'string') return problems({ map })
  const mistake = mistakeOf(its, !!stored, map !== null)
  if (mistake) return mistake
  const sectionId = ctx.newId()
  if (stored) await attachPictures(ctx, matterId, [{ ...stored, description: its.description }])
  const [last] = await ctx.db.select({ position: section.position }).from(section).where(ofMatter(ctx, matterId)).orderBy(desc(section.position)).limit(1)
  await ctx.db.insert(section).values({ ...ctx.scope, id: sectionId, matterId, position: (last?.position ?? -1) + 1, title: its.title, text: its.text, pictureId: stored?.id ?? null, map, mapName: its.mapName })
  await changed(ctx, matter)
  return { sectionId }
}

/** Changes a section. What was quoted of it stays readable with the comments. Returns `writtenMeanwhile` when a colleague changed it since `seen`. */
export async function editSection(ctx: Ctx, matterId: string, sectionId: string, input: SectionInput, stored?: StoredPicture | null): Promise<Mended | void> {
  const { matter } = await managedMatter(ctx, matterId)
  const its = await named(ctx, sectionInput.parse(input))
  const row = (await rowsOf(ctx, matterId)).find((each) => each.id === sectionId && !each.removedAt)
  if (!row) throw new NotFound()
  if (its.seen !== undefined && its.seen !== versionOf(row)) return problems({ text: 'writtenMeanwhile' })
  const drawn = its.dropMap ? null : its.map.trim() || its.area || its.mapName !== row.mapName ? await shapeOf(ctx, its) ?? row.map : row.map
  if (typeof drawn === 'string') return problems({ map: drawn })
  const map = drawn as Shape | null
  const kept = !stored && !its.drop && row.pictureId !== null
  const mistake = mistakeOf(its, !!stored || kept, map !== null)
  if (mistake) return mistake
  if (stored) await attachPictures(ctx, matterId, [{ ...stored, description: its.description }])
  if (kept && its.description !== row.description) await ctx.db.update(picture).set({ description: its.description }).where(and(eq(picture.municipalityId, ctx.scope.municipalityId), eq(picture.id, row.pictureId!)))
  await ctx.db.update(section).set({ title: its.title, text: its.text, pictureId: stored?.id ?? (kept ? row.pictureId : null), map, mapName: its.mapName }).where(thisOne(ctx, matterId, sectionId))
  if (!kept && row.pictureId) await dropPicture(ctx, row.pictureId)
  await changed(ctx, matter)
}

/** Moves a section one place up or down. At the end it stays where it is. */
export async function moveSection(ctx: Ctx, matterId: string, sectionId: string, way: 'up' | 'down') {
  const { matter } = await managedMatter(ctx, matterId)
  const ids = (await rowsOf(ctx, matterId)).filter((row) => !row.removedAt).map((row) => row.id)
  const at = ids.indexOf(sectionId), to = way === 'up' ? at - 1 : at + 1
  if (at < 0) throw new NotFound()
  if (to < 0 || to >= ids.length) return
  ;[ids[at], ids[to]] = [ids[to]!, ids[at]!]
  for (const [position, id] of ids.entries()) await ctx.db.update(section).set({ position }).where(thisOne(ctx, matterId, id))
  await changed(ctx, matter)
}

/** Takes a section out of the document. Its words are kept, to tell what people spoke of; its picture is not. Doing it twice changes nothing. */
export async function removeSection(ctx: Ctx, matterId: string, sectionId: string) {
  const { matter } = await managedMatter(ctx, matterId)
  const row = (await rowsOf(ctx, matterId)).find((each) => each.id === sectionId)
  if (!row) throw new NotFound()
  if (row.removedAt) return
  await ctx.db.update(section).set({ removedAt: ctx.now, pictureId: null, map: null }).where(thisOne(ctx, matterId, sectionId))
  if (row.pictureId) await dropPicture(ctx, row.pictureId)
  await changed(ctx, matter)
}

/** A known area has its name already. */
const named = async (ctx: Ctx, its: z.output<typeof sectionInput>) => ({ ...its, mapName: its.mapName || (its.area ? await areaName(ctx, its.area) ?? '' : '') })

/** A picture that is no longer shown is nobody's: its row goes, its bytes with the sweep of pictures that belong to nothing. */
const dropPicture = (ctx: Ctx, id: string) => ctx.db.delete(picture).where(and(eq(picture.municipalityId, ctx.scope.municipalityId), eq(picture.id, id)))

function mistakeOf(its: z.output<typeof sectionInput>, pictured: boolean, mapped: boolean): Mended | null {
  if (pictured && !its.description) return problems({ description: 'alternativeNeeded' })
  if (mapped && !its.mapName) return problems({ mapName: 'mapNameNeeded' })
  return its.text || pictured || mapped ? null : problems({ text: 'required' })
}

/** The trail says that the document of a published matter was changed; once an hour is enough. */
async function changed(ctx: Ctx, found: Matter) {
  if (found.its.state !== 'published') return
  const [lately] = await ctx.db.select({ id: event.id }).from(event).where(and(eq(event.municipalityId, ctx.scope.municipalityId), eq(event.subjectId, found.id), event.onTrail, eq(event.kind, documentChanged.kind), gt(event.at, new Date(ctx.now.getTime() - 3_600_000)))).limit(1)
  if (!lately) await record(ctx, documentChanged, { subjectId: found.id, ...byUnit(found) })
}

const ofMatter = (ctx: Ctx, matterId: string) => and(eq(section.municipalityId, ctx.scope.municipalityId), eq(section.matterId, matterId))
const thisOne = (ctx: Ctx, matterId: string, id: string) => and(ofMatter(ctx, matterId), eq(section.id, id))
