import { and, asc, count, eq, sql } from 'drizzle-orm'
import { z } from 'zod'
import { type Ctx, oneAtATime } from '#core/context/context.server.ts'
import { type Mended, NotFound, problems } from '#core/errors/errors.ts'
import { bordersOf, settleAreas } from '#core/geo/areas.server.ts'
import type { MultiPolygon } from '#core/geo/geo.ts'
import { allow } from '#core/permissions/permissions.ts'
import { inLanguage, type Translated } from '#core/text/language.ts'
import { area, audience, follow, place, subject } from '#core/trail/schema.server.ts'
import { nameForm, nameOf } from '#modules/setup/server'
import { can } from '../permissions.ts'
import { readBorders } from './read-shape.ts'

export const areaForm = nameForm.extend({ shape: z.string().max(900_000, 'tooDetailed').default('') })
export const removeForm = z.object({ into: z.string().max(100).default('') })
export type AreaRow = { key: string; name: Translated | null; shape: MultiPolygon | null }
/** How many things and places got another area. */
export type Settled = { subjects: number; places: number }

const here = (ctx: Ctx) => eq(area.municipalityId, ctx.scope.municipalityId)

/** The municipality's areas by name, with their borders. */
export async function areasToKeep(ctx: Ctx): Promise<AreaRow[]> {
  allow(ctx, can.administer)
  const rows = await ctx.db.select({ key: area.key, name: area.name, shape: area.shape }).from(area).where(here(ctx)).orderBy(asc(area.key))
  return rows.sort((a, b) => inLanguage(a.name, ctx.language).localeCompare(inLanguage(b.name, ctx.language), ctx.language))
}
/** One of them. Throws NotFound. */
export async function areaToKeep(ctx: Ctx, key: string): Promise<AreaRow> {
  const its = (await areasToKeep(ctx)).find((each) => each.key === key)
  if (!its) throw new NotFound()
  return its
}

/**
 * Adds an area, or changes the names and borders of one. Its key stays, and so do its followers. When borders change,
 * everything that has a point is given the area that holds it now. Returns what is to be mended, else how much moved.
 */
export async function keepArea(ctx: Ctx, key: string | null, input: z.infer<typeof areaForm>): Promise<Mended | (Settled & { key: string })> {
  allow(ctx, can.administer)
  const read = readBorders(input.shape, ctx.municipality)
  if ('problem' in read) return problems({ shape: read.problem })
  await oneAtATime(ctx, 'areas')
  const all = await areasToKeep(ctx)
  const before = all.find((each) => each.key === key)
  if (key !== null && !before) throw new NotFound()
  if (all.some((each) => each.key !== key && fold(each.name?.fi ?? each.key) === fold(input.nameFi))) return problems({ nameFi: 'nameTaken' })
  const name = nameOf(input)
  if (before) await ctx.db.update(area).set({ name, ...bordersOf(read.shape) }).where(and(here(ctx), eq(area.key, before.key)))
  const made = before?.key ?? newAreaKey(input.nameFi, all)
  if (!before) await ctx.db.insert(area).values({ ...ctx.scope, key: made, name, ...bordersOf(read.shape) })
  const same = JSON.stringify(before?.shape ?? null) === JSON.stringify(read.shape)
  return { key: made, ...(same ? { subjects: 0, places: 0 } : await settleAreas(ctx)) }
}

/** What hangs on an area. */
export async function usesOfArea(ctx: Ctx, key: string): Promise<{ subjects: number; places: number; followers: number }> {
  allow(ctx, can.administer)
  const m = ctx.scope.municipalityId
  const [subjects] = await ctx.db.select({ count: count() }).from(subject).where(and(eq(subject.municipalityId, m), eq(subject.area, key)))
  const [places] = await ctx.db.select({ count: count() }).from(place).where(and(eq(place.municipalityId, m), eq(place.area, key)))
  const [followers] = await ctx.db.select({ count: count() }).from(follow).where(and(eq(follow.municipalityId, m), eq(follow.area, key)))
  return { subjects: subjects!.count, places: places!.count, followers: followers!.count }
}

/**
 * Removes an area. What hangs on it goes to another one: its followers, each once, its places, what has no point; what has
 * a point, where the point lies now. Returns `needsInto` when something hangs on it and no other is said.
 */
export async function removeArea(ctx: Ctx, key: string, input: z.infer<typeof removeForm>): Promise<Mended | Settled> {
  allow(ctx, can.administer)
  await oneAtATime(ctx, 'areas')
  const all = await areasToKeep(ctx)
  if (!all.some((each) => each.key === key)) throw new NotFound()
  const into = all.find((each) => each.key === input.into && each.key !== key)?.key
  const m = ctx.scope.municipalityId
  // Who follows it at this moment waits, and then finds it gone.
  await ctx.db.select({ key: area.key }).from(area).where(and(here(ctx), eq(area.key, key))).for('update')
  const uses = await usesOfArea(ctx, key)
  const [concerns] = await ctx.db.select({ one: sql`1` }).from(audience).where(and(eq(audience.municipalityId, m), eq(audience.area, key))).limit(1)
  if (!into && (uses.subjects || uses.places || uses.followers || concerns)) return problems({ into: 'needsInto' })
  if (into) {
    const follower = (table: string) => sql`coalesce(${sql.raw(table)}.person_id::text, ${sql.raw(table)}.email)`
    await ctx.db.delete(follow).where(and(eq(follow.municipalityId, m), eq(follow.area, key),
      sql`exists (select from ${follow} o where o.municipality_id = ${follow.municipalityId} and o.area = ${into} and ${follower('o')} = ${follower('"trail"."follow"')})`))
    await ctx.db.delete(audience).where(and(eq(audience.municipalityId, m), eq(audience.area, key), sql`exists (select from ${audience} o where o.municipality_id = ${audience.municipalityId} and o.area = ${into} and o.subject_id = ${audience.subjectId})`))
    for (const each of [follow, audience, subject, place]) await ctx.db.update(each).set({ area: into }).where(and(eq(each.municipalityId, m), eq(each.area, key)))
  }
  await ctx.db.delete(area).where(and(here(ctx), eq(area.key, key)))
  await settleAreas(ctx)
  return { subjects: uses.subjects, places: uses.places }
}

export const fold = (text: string) => text.trim().toLocaleLowerCase('fi')
/** An area is known by its first name, as it is in addresses and open data; a second one of the name gets a number. */
export function newAreaKey(name: string, known: { key: string }[]): string {
  const first = name.replaceAll('/', '-')
  let key = first
  for (let n = 2; known.some((each) => fold(each.key) === fold(key)); n++) key = `${first} ${n}`
  return key
}
