import { count, eq } from 'drizzle-orm'
import { type Ctx, oneAtATime } from '#core/context/context.server.ts'
import { insertMany } from '#core/db/insert-many.server.ts'
import { placesOf } from '#core/trail/facets.server.ts'
import type { Door } from './address-file.ts'
import { bordered, holderOf, nearestArea } from './areas.server.ts'
import { onPlane } from './mercator.ts'
import { address, street } from './schema.server.ts'

const inBatch = 2000

/** How many streets and doors the municipality has. */
export async function addressCounts(ctx: Ctx): Promise<{ streets: number; doors: number }> {
  const [streets] = await ctx.db.select({ n: count() }).from(street).where(eq(street.municipalityId, ctx.scope.municipalityId))
  const [doors] = await ctx.db.select({ n: count() }).from(address).where(eq(address.municipalityId, ctx.scope.municipalityId))
  return { streets: streets!.n, doors: doors!.n }
}

/**
 * These are the municipality's addresses from now on; those before them are gone. The same door twice is one. Reports keep
 * the address that they were sent with.
 */
export async function keepAddresses(ctx: Ctx, doors: Door[]): Promise<{ streets: number; doors: number }> {
  await oneAtATime(ctx, 'addresses')
  await ctx.db.delete(street).where(eq(street.municipalityId, ctx.scope.municipalityId))
  const [borders, places] = [await bordered(ctx), await placesOf(ctx)]
  const streets = new Map<string, { id: string; fi: string | null; sv: string | null; doors: Map<string, Door> }>()
  for (const door of doors) {
    const key = JSON.stringify([door.fi, door.sv])
    const its = streets.get(key) ?? { id: ctx.newId(), fi: door.fi, sv: door.sv, doors: new Map<string, Door>() }
    its.doors.set(door.number, door)
    streets.set(key, its)
  }
  const areaOf = (point: { longitude: number; latitude: number }) => holderOf(point, borders) ?? nearestArea(point, places)
  const ways = [...streets.values()].map(({ id, fi, sv, doors: its }) => {
    const all = [...its.values()].sort((a, b) => a.first - b.first), middle = all[Math.floor(all.length / 2)]!
    return { ...ctx.scope, id, fi, sv, search: [fi, sv].filter((name) => name !== null).join(' ').toLocaleLowerCase('fi'), area: areaOf(middle), longitude: middle.longitude, latitude: middle.latitude, count: all.length }
  })
  const points = [...streets.values()].flatMap(({ id, doors: its }) => [...its.values()].map((door) => ({ ...ctx.scope, id: ctx.newId(), streetId: id, number: door.number, first: door.first, postalCode: door.postalCode, area: areaOf(door), longitude: door.longitude, latitude: door.latitude, ...onPlane(door) })))
  for (let i = 0; i < ways.length; i += inBatch) await insertMany(ctx.db, street, ways.slice(i, i + inBatch))
  for (let i = 0; i < points.length; i += inBatch) await insertMany(ctx.db, address, points.slice(i, i + inBatch))
  return { streets: ways.length, doors: points.length }
}
