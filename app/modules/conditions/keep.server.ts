import { inArray, sql } from 'drizzle-orm'
import type { Ctx } from '#core/context/context.server.ts'
import { comesTrue } from '#modules/directory/server'
import { knownAt } from './known.ts'
import { isGood, placesNow } from './read.server.ts'
import { latest, maintainedLatest, maintenance, observation } from './schema.server.ts'
import { maintenanceOf, propertyOf, type Source } from './vocabulary.ts'

type Said = { placeId: string; /** of the place: what its words are read by */ kind: string; source: Source; deviceId: string | null; personId: string | null; clientId: string }
export type NewObservation = Said & { property: string; value: string | null; number: number | null; observedAt: Date }
export type NewMaintenance = Said & { what: string; at: Date }
/** What was kept of what came: `known` had come before. */
export type Kept = { kept: number; known: number }

/** So long after it happened somebody who waits for it still wants to hear: what waited for a network until the next day is no news. */
const newsHours = 6
const isNews = (at: Date, now: Date) => now.getTime() - at.getTime() < newsHours * 3_600_000
const byClientId = <T extends { clientId: string }>(rows: T[]) => rows.toSorted((a, b) => (a.clientId < b.clientId ? -1 : a.clientId > b.clientId ? 1 : 0))

/**
 * Keeps observations, checked by their way in: one statement however many, in the order of their client ids, so that two that
 * send the same at once wait for each other in one order. The newest of each property is kept by the database. Tells who
 * waited for the place to be good when its primary property has become so.
 */
export async function keepObservations(ctx: Ctx, rows: NewObservation[], options: { quietly?: boolean } = {}): Promise<Kept> {
  if (rows.length === 0) return { kept: 0, known: 0 }
  const turning = options.quietly ? [] : await turningGood(ctx, rows)
  const kept = await ctx.db.insert(observation).values(byClientId(rows).map(({ kind: _kind, ...row }) => ({ ...ctx.scope, id: ctx.newId(), ...row, receivedAt: ctx.now }))).onConflictDoNothing().returning({ id: observation.id, placeId: observation.placeId, property: observation.property })
  if (turning.length > 0 && kept.length > 0) {
    const newest = await ctx.db.select({ id: latest.observationId, placeId: latest.placeId, property: latest.property }).from(latest)
      .where(sql`${latest.municipalityId} = ${ctx.scope.municipalityId} and ${inArray(latest.placeId, turning.map((row) => row.placeId))}`)
    const mine = new Set(kept.map((row) => row.id)), kinds = new Map(rows.map((row) => [row.placeId, row.kind]))
    const now = await placesNow(ctx, [...new Set(turning.map((row) => row.placeId))])
    for (const row of newest) if (mine.has(row.id) && propertyOf(kinds.get(row.placeId)!, row.property)?.primary && isGood(now.get(row.placeId)!)) await comesTrue(ctx, row.placeId, 'good')
  }
  return { kept: kept.length, known: rows.length - kept.length }
}

/** Those of which a primary property is now said to be good and was not known to be before. */
async function turningGood(ctx: Ctx, rows: NewObservation[]): Promise<NewObservation[]> {
  const good = rows.filter((row) => propertyOf(row.kind, row.property)?.primary && isNews(row.observedAt, ctx.now) && knownAt(row.kind, row.property, row, ctx.now).quality === 'good')
  if (good.length === 0) return []
  const before = await ctx.db.select({ placeId: latest.placeId, property: latest.property, value: latest.value, number: latest.number, observedAt: latest.observedAt }).from(latest)
    .where(sql`${latest.municipalityId} = ${ctx.scope.municipalityId} and ${inArray(latest.placeId, [...new Set(good.map((row) => row.placeId))])}`)
  return good.filter((row) => !before.some((its) => its.placeId === row.placeId && its.property === row.property && knownAt(row.kind, row.property, its, ctx.now).quality === 'good'))
}

/** Keeps that places were taken care of, as `keepObservations` does, and tells who waited for it: "the rink has been iced". */
export async function keepMaintenance(ctx: Ctx, rows: NewMaintenance[], options: { quietly?: boolean } = {}): Promise<Kept> {
  if (rows.length === 0) return { kept: 0, known: 0 }
  const kept = await ctx.db.insert(maintenance).values(byClientId(rows).map(({ kind: _kind, ...row }) => ({ ...ctx.scope, id: ctx.newId(), ...row, receivedAt: ctx.now }))).onConflictDoNothing().returning({ id: maintenance.id, placeId: maintenance.placeId, what: maintenance.what, at: maintenance.at })
  const kinds = new Map(rows.map((row) => [row.placeId, row.kind]))
  const awaited = options.quietly ? [] : kept.filter((row) => isNews(row.at, ctx.now) && maintenanceOf(kinds.get(row.placeId)!).some((its) => its.key === row.what && its.wish))
  if (awaited.length > 0) {
    const newest = await ctx.db.select({ id: maintainedLatest.maintainedId }).from(maintainedLatest)
      .where(sql`${maintainedLatest.municipalityId} = ${ctx.scope.municipalityId} and ${inArray(maintainedLatest.placeId, awaited.map((row) => row.placeId))}`)
    const last = new Set(newest.map((row) => row.id))
    for (const row of awaited) if (last.has(row.id)) await comesTrue(ctx, row.placeId, row.what)
  }
  return { kept: kept.length, known: rows.length - kept.length }
}

/** Keeps what was seen before, many at once: of an earlier system, or of a demonstration. Trusted: for programs of the house; nobody is told. Throws for what the vocabulary does not have. */
export async function keepPastConditions(ctx: Ctx, past: { observations: NewObservation[]; maintained: NewMaintenance[] }): Promise<void> {
  const strange = past.observations.find((row) => row.value !== null && !Object.hasOwn(propertyOf(row.kind, row.property)?.values ?? {}, row.value)) ?? past.maintained.find((row) => !maintenanceOf(row.kind).some((its) => its.key === row.what))
  if (strange) throw new Error(`the vocabulary does not have ${JSON.stringify(strange)}`)
  for (let from = 0; from < past.observations.length; from += 500) await keepObservations(ctx, past.observations.slice(from, from + 500), { quietly: true })
  for (let from = 0; from < past.maintained.length; from += 500) await keepMaintenance(ctx, past.maintained.slice(from, from + 500), { quietly: true })
}
