import { and, asc, eq, inArray, isNull, or, sql } from 'drizzle-orm'
import { z } from 'zod'
import type { Ctx } from '#core/context/context.server.ts'
import { isId } from '#core/context/ids.server.ts'
import { sqlState } from '#core/db/open.server.ts'
import { Conflict, type Mended, NotFound, problems } from '#core/errors/errors.ts'
import { allow } from '#core/permissions/permissions.ts'
import { unitsOf } from '#core/trail/facets.server.ts'
import { categoriesOf } from '../categories/categories.server.ts'
import { can } from '../permissions.ts'
import { template } from '../schema.server.ts'

/** What ready words are for: an answer, or a state. */
export const templateOf = ['answer', 'planned', 'underWay', 'elsewhere', 'done', 'cannot', 'received'] as const
export const templateInput = z.object({
  unitId: z.string(), categoryId: z.string().optional(), of: z.enum(templateOf, 'chooseState'),
  name: z.string().trim().min(1, 'required').max(60, 'tooLong'), text: z.string().trim().min(1, 'required').max(1000, 'tooLong'),
})
export type Template = { id: string; of: (typeof templateOf)[number]; name: string; text: string; unitId: string; categoryId: string | null }
/** A unit's own list stays short enough to be read. */
const most = 200

/** The ready words of units, by what they are for; with a category, only its own and those of any. */
export async function templatesOf(ctx: Ctx, unitIds: string[], categoryId?: string): Promise<Template[]> {
  if (unitIds.length === 0) return []
  const rows = await ctx.db.select({ id: template.id, of: template.of, name: template.name, text: template.text, unitId: template.unitId, categoryId: template.categoryId }).from(template).where(and(eq(template.municipalityId, ctx.scope.municipalityId), inArray(template.unitId, unitIds), categoryId ? or(isNull(template.categoryId), eq(template.categoryId, categoryId)) : undefined)).orderBy(asc(template.of), asc(template.name))
  return rows as Template[]
}

/** The units whose ready words the asker keeps: their own, an admin's all. Throws SignInNeeded, Forbidden. */
export async function readTemplates(ctx: Ctx) {
  const me = allow(ctx, can.pass)
  const all = await unitsOf(ctx)
  const units = me.admin || me.installationAdmin ? all : all.filter((each) => me.units.some((mine) => mine.id === each.id))
  return { units, categories: (await categoriesOf(ctx)).map(({ id, name }) => ({ id, name })), templates: await templatesOf(ctx, units.map((each) => each.id)) }
}

/** Keeps ready words of a unit; the same name is written over. Throws SignInNeeded, Forbidden, NotFound, Conflict('tooManyTemplates'). */
export async function keepTemplate(ctx: Ctx, input: z.input<typeof templateInput>): Promise<Mended | void> {
  const its = templateInput.parse(input)
  allow(ctx, can.keepTemplates, { ownerUnitId: its.unitId })
  if (!isId(its.unitId)) throw new NotFound()
  const categoryId = its.categoryId || null
  if (categoryId && !isId(categoryId)) return problems({ categoryId: 'invalid' })
  const [counted] = await ctx.db.select({ count: sql<number>`count(*)::int` }).from(template).where(and(eq(template.municipalityId, ctx.scope.municipalityId), eq(template.unitId, its.unitId)))
  if (counted!.count >= most) throw new Conflict('tooManyTemplates')
  try {
    await ctx.db.insert(template).values({ ...ctx.scope, id: ctx.newId(), ...its, categoryId }).onConflictDoUpdate({ target: [template.municipalityId, template.unitId, template.name], set: { of: its.of, text: its.text, categoryId } })
  } catch (cause) { if (sqlState(cause).code === '23503') throw new NotFound(); throw cause }
}

/** Takes ready words away; twice changes nothing. Throws SignInNeeded, Forbidden. */
export async function removeTemplate(ctx: Ctx, id: string) {
  allow(ctx, can.pass)
  if (!isId(id)) throw new NotFound()
  const mine = and(eq(template.municipalityId, ctx.scope.municipalityId), eq(template.id, id))
  const [row] = await ctx.db.select({ unitId: template.unitId }).from(template).where(mine)
  if (!row) return
  allow(ctx, can.keepTemplates, { ownerUnitId: row.unitId })
  await ctx.db.delete(template).where(mine)
}
