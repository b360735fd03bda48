import { and, desc, eq, lte } from 'drizzle-orm'
import { z } from 'zod'
import type { Ctx } from '#core/context/context.server.ts'
import { type Mended, problems } from '#core/errors/errors.ts'
import { sqlState } from '#core/db/open.server.ts'
import { blank, maybeEmail } from '#core/http/form-fields.ts'
import { unit } from '#core/identity/schema.server.ts'
import { allow } from '#core/permissions/permissions.ts'
import { unitsOf } from '#core/trail/facets.server.ts'
import { wallClock } from '#core/time/local.ts'
import { can } from './permissions.ts'
import { thresholdsOf } from './rules/thresholds.ts'
import { population, registry } from './schema.server.ts'

const whole = z.preprocess((value) => (typeof value === 'string' && /^[\d\s\u00a0]{1,12}$/.test(value.trim()) ? Number(value.replace(/[\s\u00a0]/g, '')) : NaN), z.number('badNumber').int('badNumber').min(1, 'badNumber').max(9_999_999, 'badNumber'))

/** A population figure as an admin gives it. */
export const populationForm = z.object({
  day: z.iso.date('badDay'), source: z.string().trim().min(1, 'required').max(200, 'tooLong'), residents: whole, aged15plus: whole,
}).refine((its) => its.aged15plus <= its.residents, { path: ['aged15plus'], message: 'tooMany' })
export type Population = { id: string; day: string; source: string; residents: number; aged15plus: number; two: number; four: number }

/** The municipality's figures, newest first, with the thresholds that each makes. */
export async function populations(ctx: Ctx): Promise<Population[]> {
  allow(ctx, can.setUp)
  return (await figures(ctx)).map(withThresholds)
}
const figures = (ctx: Ctx, until?: string) => ctx.db.select().from(population)
  .where(and(eq(population.municipalityId, ctx.scope.municipalityId), until ? lte(population.day, until) : undefined)).orderBy(desc(population.day)).limit(until ? 1 : 50)
const withThresholds = (row: typeof population.$inferSelect): Population => ({ id: row.id, day: row.day, source: row.source, residents: row.residents, aged15plus: row.aged15plus, ...thresholdsOf(row) })

/** The newest figure that is not of the future: what thresholds are counted from now. Null when there is none. */
export async function populationNow(ctx: Ctx): Promise<Population | null> {
  const [row] = await figures(ctx, wallClock(ctx.now).day)
  return row ? withThresholds(row) : null
}

/** Adds a figure for a day, once a day. What has started keeps the figure it started with. Returns `thereAlready`, `future`. */
export async function addPopulation(ctx: Ctx, input: z.infer<typeof populationForm>): Promise<Mended | void> {
  const me = allow(ctx, can.setUp)
  if (input.day > wallClock(ctx.now).day) return problems({ day: 'future' })
  try {
    await ctx.db.transaction((savepoint) => savepoint.insert(population).values({ ...ctx.scope, id: ctx.newId(), ...input, addedAt: ctx.now, addedBy: me.id }))
  } catch (cause) {
    if (sqlState(cause).constraint === 'population_once_a_day') return problems({ day: 'thereAlready' })
    throw cause
  }
}

export const registryForm = z.object({
  email: maybeEmail,
  unitId: z.preprocess(blank, z.uuid('invalid').optional()),
})

/** Where initiatives go, for the admin's page. */
export async function registrySettings(ctx: Ctx) {
  allow(ctx, can.setUp)
  const [row] = await ctx.db.select().from(registry).where(eq(registry.municipalityId, ctx.scope.municipalityId))
  return { email: row?.email ?? null, unitId: row?.unitId ?? null, units: await unitsOf(ctx) }
}
export async function changeRegistry(ctx: Ctx, input: z.infer<typeof registryForm>): Promise<Mended | void> {
  allow(ctx, can.setUp)
  if (input.unitId && !(await unitsOf(ctx)).some((each) => each.id === input.unitId)) return problems({ unitId: 'invalid' })
  const set = { email: input.email ?? null, unitId: input.unitId ?? null }
  await ctx.db.insert(registry).values({ ...ctx.scope, ...set }).onConflictDoUpdate({ target: registry.municipalityId, set })
}

/** The registry's address (null until an admin has given it) and its unit: the one chosen, else customer service, else the first by key. */
export async function registryOf(ctx: Ctx): Promise<{ email: string | null; unitId: string | null }> {
  const [row] = await ctx.db.select().from(registry).where(eq(registry.municipalityId, ctx.scope.municipalityId))
  if (row?.unitId) return { email: row.email, unitId: row.unitId }
  const units = await ctx.db.select({ id: unit.id, key: unit.key }).from(unit).where(eq(unit.municipalityId, ctx.scope.municipalityId)).orderBy(unit.key)
  return { email: row?.email ?? null, unitId: (units.find((each) => each.key === 'customer-service') ?? units[0])?.id ?? null }
}
