import { createHash } from 'node:crypto'
import { and, asc, eq, isNull, max, sql } from 'drizzle-orm'
import { type Ctx, oneAtATime } from '#core/context/context.server.ts'
import { isId } from '#core/context/ids.server.ts'
import { sqlState } from '#core/db/open.server.ts'
import { type Mended, NotFound, problems } from '#core/errors/errors.ts'
import { unit } from '#core/identity/schema.server.ts'
import { allow } from '#core/permissions/permissions.ts'
import type { Translated } from '#core/text/language.ts'
import { topic } from '#core/trail/schema.server.ts'
import { can } from '../permissions.ts'
import { category, partner } from '../schema.server.ts'

export type CategoryKept = typeof category.$inferSelect
/** What may be set of a category when it is made; what is left out is as the columns have it. */
export type NewCategory = Partial<Omit<typeof category.$inferInsert, 'municipalityId' | 'id' | 'position' | 'closedAt'>> & { key: string; name: Translated; unitId: string }
/** What may be changed later: its key, which is its code in Open311, stays. */
export type CategoryPart = Partial<Omit<NewCategory, 'key'>>

const here = (ctx: Ctx) => eq(category.municipalityId, ctx.scope.municipalityId)

/** Makes a category, the last in order. Returns what is to be mended: `keyTaken`, `nameTaken`, `required` for a unit that is not here. */
export async function keepCategory(ctx: Ctx, its: NewCategory): Promise<{ id: string } | Mended> {
  allow(ctx, can.keepCategories)
  await oneAtATime(ctx, 'categories')
  const wrong = await wrongWith(ctx, its)
  if (wrong) return wrong
  const [last] = await ctx.db.select({ at: max(category.position) }).from(category).where(here(ctx))
  const id = ctx.newId()
  try {
    await ctx.db.transaction((tx) => tx.insert(category).values({ ...its, ...ctx.scope, id, position: (last?.at ?? 0) + 1 }))
  } catch (cause) {
    if (sqlState(cause).constraint === 'category_key') return problems({ key: 'keyTaken' })
    throw cause
  }
  return { id }
}

/**
 * Changes a part of a category. `seal` is what `sealOf` said of that part when its form was drawn: when somebody else has
 * changed it since, nothing is overwritten and the answer is `changedMeanwhile`. Throws NotFound.
 */
export async function changeCategory(ctx: Ctx, id: string, part: CategoryPart, seal: string): Promise<Mended | void> {
  allow(ctx, can.keepCategories)
  if (sealOf(await lockedCategory(ctx, id), Object.keys(part) as (keyof CategoryPart)[]) !== seal) return problems({ form: 'changedMeanwhile' })
  const wrong = await wrongWith(ctx, part, id)
  if (wrong) return wrong
  await ctx.db.update(category).set(part).where(and(here(ctx), eq(category.id, id)))
}

/** A short mark of what these columns of a category are now, whatever the order of the keys in them. */
export function sealOf(its: CategoryKept, columns: readonly (keyof CategoryPart)[]): string {
  const part = [...columns].sort().map((each) => [each, its[each]])
  return createHash('sha256').update(JSON.stringify(part, sorted)).digest('base64url').slice(0, 16)
}
const sorted = (_key: string, value: unknown) => (value && typeof value === 'object' && !Array.isArray(value) ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1))) : value)

/** Takes a category out of what is offered, or back in. Reports that have it keep it. */
export async function closeCategory(ctx: Ctx, id: string, closed: boolean): Promise<void> {
  allow(ctx, can.keepCategories)
  await lockedCategory(ctx, id)
  await ctx.db.update(category).set({ closedAt: closed ? ctx.now : null }).where(and(here(ctx), eq(category.id, id)))
}

/** Moves a category one step up or down among all. At the end nothing happens. */
export async function stepCategory(ctx: Ctx, id: string, way: 'up' | 'down'): Promise<void> {
  allow(ctx, can.keepCategories)
  await oneAtATime(ctx, 'categories')
  const order = await ctx.db.select({ id: category.id }).from(category).where(here(ctx)).orderBy(asc(category.position), asc(category.key))
  const from = order.findIndex((each) => each.id === id)
  if (from < 0) throw new NotFound()
  const to = Math.min(order.length - 1, Math.max(0, from + (way === 'up' ? -1 : 1)))
  order.splice(to, 0, ...order.splice(from, 1))
  await ctx.db.execute(sql`update ${category} set position = v.at from jsonb_to_recordset(${JSON.stringify(order.map((each, at) => ({ id: each.id, at: at + 1 })))}::jsonb) as v(id uuid, at int) where ${here(ctx)} and ${category.id} = v.id`)
}

/** A category's row, held until the transaction ends. Throws NotFound. */
export async function lockedCategory(ctx: Ctx, id: string): Promise<CategoryKept> {
  await oneAtATime(ctx, 'categories')
  const [its] = isId(id) ? await ctx.db.select().from(category).where(and(here(ctx), eq(category.id, id))).for('update') : []
  if (!its) throw new NotFound()
  return its
}

/** A unit, topic and partner are this municipality's, and a name is one category's. */
async function wrongWith(ctx: Ctx, its: CategoryPart, id?: string): Promise<Mended | null> {
  const m = ctx.scope.municipalityId
  if (its.unitId && (await ctx.db.select({ id: unit.id }).from(unit).where(and(eq(unit.municipalityId, m), eq(unit.id, its.unitId)))).length === 0) return problems({ unitId: 'required' })
  if (its.topicId && (await ctx.db.select({ id: topic.id }).from(topic).where(and(eq(topic.municipalityId, m), eq(topic.id, its.topicId), isNull(topic.mergedInto)))).length === 0) return problems({ topicId: 'invalid' })
  for (const [field, wanted] of [['partnerId', its.partnerId], ['stopperPartnerId', its.stopper?.partnerId]] as const) {
    if (wanted && (await ctx.db.select({ id: partner.id }).from(partner).where(and(eq(partner.municipalityId, m), eq(partner.id, wanted)))).length === 0) return problems({ [field]: 'invalid' })
  }
  if (!its.name) return null
  const others = await ctx.db.select({ id: category.id, name: category.name }).from(category).where(and(here(ctx), isNull(category.closedAt)))
  const same = (one: Translated | null) => (one?.fi ?? '').toLocaleLowerCase('fi') === (its.name?.fi ?? '').toLocaleLowerCase('fi')
  return others.some((each) => each.id !== id && same(each.name)) ? problems({ nameFi: 'nameTaken' }) : null
}
