import { and, asc, eq } from 'drizzle-orm'
import { z } from 'zod'
import { type Ctx, oneAtATime } from '#core/context/context.server.ts'
import { isId } from '#core/context/ids.server.ts'
import { usesOf } from '#core/db/uses.server.ts'
import { type Mended, NotFound, problems } from '#core/errors/errors.ts'
import { unit } from '#core/identity/schema.server.ts'
import { allow } from '#core/permissions/permissions.ts'
import type { Translated } from '#core/text/language.ts'
import { nameOf, names } from './founding-input.ts'
import { can } from './permissions.ts'
import { keysOf } from './slug.ts'

/** A name in Finnish, and in the other languages where there is one. */
export const nameForm = z.object({ ...names, nameFi: names.nameFi.min(1, 'required') })
export const idField = z.object({ id: z.string().refine(isId, 'invalid') })

/** The municipality's units with all their names, by key. */
export async function unitsToKeep(ctx: Ctx) {
  allow(ctx, can.administer)
  return ctx.db.select().from(unit).where(eq(unit.municipalityId, ctx.scope.municipalityId)).orderBy(asc(unit.key))
}

/** Adds a unit. Returns `nameTaken` when there is one of the name. */
export async function addUnit(ctx: Ctx, input: z.infer<typeof nameForm>): Promise<{ id: string } | Mended> {
  allow(ctx, can.administer)
  await oneAtATime(ctx, 'units')
  const units = await unitsToKeep(ctx)
  if (units.some((each) => same(each.name, input.nameFi))) return problems({ nameFi: 'nameTaken' })
  const id = ctx.newId()
  await ctx.db.insert(unit).values({ ...ctx.scope, id, key: newKey(input.nameFi, units), name: nameOf(input) })
  return { id }
}
/** Gives a unit another name; what it owns and who works in it stay. */
export async function renameUnit(ctx: Ctx, id: string, input: z.infer<typeof nameForm>): Promise<Mended | void> {
  allow(ctx, can.administer)
  const units = await unitsToKeep(ctx)
  if (!units.some((each) => each.id === id)) throw new NotFound()
  if (units.some((each) => each.id !== id && same(each.name, input.nameFi))) return problems({ nameFi: 'nameTaken' })
  await ctx.db.update(unit).set({ name: nameOf(input) }).where(and(eq(unit.municipalityId, ctx.scope.municipalityId), eq(unit.id, id)))
}

/** Deletes a unit that nothing in the house names. Returns `inUse` when something does, and `lastUnit`. */
export async function deleteUnit(ctx: Ctx, id: string): Promise<Mended | void> {
  allow(ctx, can.administer)
  await oneAtATime(ctx, 'units')
  const here = eq(unit.municipalityId, ctx.scope.municipalityId)
  const [its] = await ctx.db.select({ id: unit.id }).from(unit).where(and(here, eq(unit.id, id))).for('update')
  if (!its) throw new NotFound()
  if ((await unitsToKeep(ctx)).length === 1) return problems({ form: 'lastUnit' })
  if ((await usesOf(ctx, 'unit', id)).length > 0) return problems({ form: 'inUse' })
  await ctx.db.delete(unit).where(and(here, eq(unit.id, id)))
}

const same = (name: Translated | null, said: string) => (name?.fi ?? '').toLocaleLowerCase('fi') === said.toLocaleLowerCase('fi')
/** A key for a new thing of the name, different from those that are known. */
export const newKey = (name: string, known: { key: string }[]) => keysOf([...known.map((each) => each.key), name]).at(-1)!
