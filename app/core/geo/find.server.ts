import { and, asc, eq, inArray, sql } from 'drizzle-orm'
import type { Ctx } from '#core/context/context.server.ts'
import { once } from '#core/db/open.server.ts'
import { rootOf } from '#core/text/roots.ts'
import { areasOf, placesOf } from '#core/trail/facets.server.ts'
import { alike, dotted, readAsked } from './asked.ts'
import { address } from './schema.server.ts'

/** Something with a name and a point: a place that people know, a street, or an address on one. `detail` tells it from others of its name. */
export type Found = { name: string; detail: string; longitude: number; latitude: number; kind: 'place' | 'address' | 'street' }

const most = 8
const likeStreets = once((db) => db.select({ id: sql<string>`s.id`, fi: sql<string | null>`s.fi`, sv: sql<string | null>`s.sv`, area: sql<string | null>`s.area`, longitude: sql<number>`s.longitude`, latitude: sql<number>`s.latitude`, likeness: sql<number>`s.likeness` })
  .from(sql`geo.streets_like(${sql.placeholder('whole')}::text, ${sql.placeholder('beginnings')}::text[], 40) s`).prepare('geo_streets'))

/**
 * Places and addresses by what someone has written of them, best first, at most eight. Finnish inflection ("Kuruntiellä",
 * "Mikkolankadun varrella 3"), missing dots and typing mistakes are understood; a number finds its door, and where the
 * street has no such number the nearest ones. Two queries besides the known places.
 */
export async function findPlaces(ctx: Ctx, q: string): Promise<Found[]> {
  const asked = readAsked(q)
  if (asked.name.length < 2) return []
  const [areas, places, streets] = [await areasOf(ctx), await placesOf(ctx), asked.name.length < 3 ? [] : await likeStreets(ctx.db).execute({ whole: asked.name, beginnings: beginnings(asked.name) })]
  const areaOf = (key: string | null) => (key && (areas.find((each) => each.key === key)?.name ?? key)) || ''
  const named = places.map((each) => ({ score: alike(asked.name, each.name), its: { name: each.name, detail: areaOf(each.area), longitude: each.longitude, latitude: each.latitude, kind: 'place' as const } }))
    .filter((each) => each.score >= 0.55)
  const ways = streets.map((each) => ({ ...each, name: (ctx.language === 'sv' ? each.sv ?? each.fi : each.fi ?? each.sv) ?? '', score: Math.max(...[each.fi, each.sv].map((name) => (name ? alike(asked.name, name) : 0)), each.likeness * 0.8) }))
    .filter((each) => each.score >= 0.45).sort((a, b) => b.score - a.score || a.name.length - b.name.length || a.name.localeCompare(b.name, ctx.language))
  const doors = asked.number === null ? [] : await doorsOn(ctx, ways.slice(0, 3).map((each) => each.id), asked.number, asked.letter)
  const found = [
    ...named,
    ...ways.slice(0, most).map((each) => ({ score: each.score - (doors.length ? 0.05 : 0), its: { name: each.name, detail: areaOf(each.area), longitude: each.longitude, latitude: each.latitude, kind: 'street' as const } })),
    ...doors.flatMap((door) => { const way = ways.find((each) => each.id === door.streetId); return way ? [{ score: way.score + door.nearness, its: { name: `${way.name} ${door.number}`, detail: areaOf(door.area), longitude: door.longitude, latitude: door.latitude, kind: 'address' as const } }] : [] }),
  ].sort((a, b) => b.score - a.score)
  // What is much worse than the best is not what was meant.
  return found.filter((each) => each.score >= found[0]!.score - 0.4).slice(0, most).map((each) => each.its)
}

/** What the forms of a name share, with and without the dots that some keyboards lack. */
const beginnings = (name: string) => [...new Set([name, dotted(name)].map((each) => rootOf(each, 'fi')))].filter((each) => each.length >= 3)

/** Doors with the number, then those that it begins ("1" of "12"), else the nearest numbers on the same side of the street. */
async function doorsOn(ctx: Ctx, streets: string[], number: number, letter: string) {
  if (streets.length === 0) return []
  const rows = await ctx.db.select({ streetId: address.streetId, number: address.number, first: address.first, area: address.area, longitude: address.longitude, latitude: address.latitude }).from(address)
    .where(and(eq(address.municipalityId, ctx.scope.municipalityId), inArray(address.streetId, streets))).orderBy(asc(address.first), asc(address.number)).limit(2000)
  const wanted = `${number}${letter ? ` ${letter.toUpperCase()}` : ''}`
  const score = (row: (typeof rows)[number]) => (row.number === wanted ? 0.4 : row.first === number ? 0.3 : 0)
  const exact = rows.filter((row) => row.first === number).map((row) => ({ ...row, nearness: score(row) }))
  const begun = rows.filter((row) => row.first !== number && String(row.first).startsWith(String(number))).slice(0, 4).map((row) => ({ ...row, nearness: 0.1 }))
  if (exact.length || begun.length) return [...exact, ...begun]
  return rows.filter((row) => row.streetId === streets[0]).map((row) => ({ ...row, far: Math.abs(row.first - number) + (row.first % 2 === number % 2 ? 0 : 1.5) })).sort((a, b) => a.far - b.far).slice(0, 3).map((row, i) => ({ ...row, nearness: 0.2 - i / 100 }))
}
