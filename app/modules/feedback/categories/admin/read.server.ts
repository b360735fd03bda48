import { and, asc, eq, isNull, sql } from 'drizzle-orm'
import type { Ctx } from '#core/context/context.server.ts'
import { isId } from '#core/context/ids.server.ts'
import { NotFound } from '#core/errors/errors.ts'
import { unit } from '#core/identity/schema.server.ts'
import { allow } from '#core/permissions/permissions.ts'
import { topicsOf, unitsOf } from '#core/trail/facets.server.ts'
import { assetKinds } from '../../assets/near.server.ts'
import { can } from '../../permissions.ts'
import { category, isOpenReport, partner, report } from '../../schema.server.ts'
import { type CategoryKept, sealOf } from '../keep.server.ts'
import { paceOf } from '../pace.server.ts'
import { likelyUnit } from '../starter.server.ts'
import { columnsOf, type PartName, partNames } from './parts.ts'

/** The categories as an admin keeps them, in order, with the names of their units and how many reports of each are open. */
export async function categoriesToKeep(ctx: Ctx) {
  allow(ctx, can.keepCategories)
  const m = ctx.scope.municipalityId
  const [categories, open, units] = await Promise.all([
    ctx.db.select({ its: category, unit: unit.name }).from(category).innerJoin(unit, and(eq(unit.municipalityId, category.municipalityId), eq(unit.id, category.unitId))).where(eq(category.municipalityId, m)).orderBy(asc(category.position), asc(category.key)),
    ctx.db.select({ id: report.categoryId, n: sql<number>`count(*)::int` }).from(report).where(and(eq(report.municipalityId, m), isOpenReport)).groupBy(report.categoryId),
    unitsOf(ctx),
  ])
  const counts = new Map(open.map((row) => [row.id, row.n]))
  return { categories: categories.map(({ its, unit: name }) => ({ ...its, unit: name, open: counts.get(its.id) ?? 0 })), units, likely: categories.length === 0 ? await likelyUnit(ctx) : undefined }
}

/** What a category may be given: units, topics, kinds of things, partners, and the groups that there are. */
export async function choicesFor(ctx: Ctx) {
  allow(ctx, can.keepCategories)
  const m = ctx.scope.municipalityId
  const [units, topics, partners, kinds, others] = await Promise.all([
    unitsOf(ctx), topicsOf(ctx), ctx.db.select({ id: partner.id, name: partner.name }).from(partner).where(and(eq(partner.municipalityId, m), isNull(partner.closedAt))).orderBy(asc(partner.name)),
    assetKinds(ctx), ctx.db.select({ id: category.id, name: category.name, group: category.group, keywords: category.keywords, closedAt: category.closedAt }).from(category).where(eq(category.municipalityId, m)).orderBy(asc(category.position), asc(category.key)),
  ])
  return { units, topics, partners, kinds: kinds.map((each) => each.kind), sought: others.filter((each) => !each.closedAt).map(({ id, name, keywords }) => ({ id, name, keywords })), groups: [...new Set(others.flatMap((each) => (each.group?.fi ? [each.group.fi] : [])))] }
}
export type Choices = Awaited<ReturnType<typeof choicesFor>>

/** One category with everything that can be set of it, and the seals of its parts as they are now. Throws NotFound. */
export async function categoryToKeep(ctx: Ctx, id: string) {
  allow(ctx, can.keepCategories)
  const [its] = isId(id) ? await ctx.db.select().from(category).where(and(eq(category.municipalityId, ctx.scope.municipalityId), eq(category.id, id))) : []
  if (!its) throw new NotFound()
  const [choices, pace] = await Promise.all([choicesFor(ctx), paceOf(ctx, id)])
  return { its, choices, pace, seals: sealsOf(its) }
}
export type ToKeep = Awaited<ReturnType<typeof categoryToKeep>>
const sealsOf = (its: CategoryKept) => Object.fromEntries([...partNames.map((name) => [name, sealOf(its, columnsOf[name])]), ['questions', sealOf(its, ['questions'])]]) as Record<PartName | 'questions', string>
