import { and, eq, inArray, sql } from 'drizzle-orm'
import type { Ctx } from '#core/context/context.server.ts'
import { isId } from '#core/context/ids.server.ts'
import { type Mended, problems } from '#core/errors/errors.ts'
import { metresBetween } from '#core/geo/geo.ts'
import { address, street } from '#core/geo/schema.server.ts'
import { inLanguage } from '#core/text/language.ts'
import { areasOf, placesOf, shapesOf } from '#core/trail/facets.server.ts'
import { subject } from '#core/trail/schema.server.ts'
import { type DisruptionKind, disruptionKinds } from './kinds.ts'
import { concerns, type Corner, drawnPart, mostCorners, type Part, touches } from './shape.ts'

/** Where, as the form says it: picked by name, drawn, or both. Each may be empty, not all. */
export type Where = { whole: boolean; areas: string[]; streets: string[]; places: string[]; shape: string; drawn: 'polygon' | 'line'; /** the width of a drawn line */ width: number; /** said instead of the names of what was picked */ name: string }
/** Where, worked out. `name` is what people read: "Kuruntie, Soppeenmäki". */
export type Located = { whole: boolean; parts: Part[]; areas: { area: string; picked: boolean }[]; closes: string[]; name: string }

const most = 30
/** Doors stand some metres from their street: what concerns a street concerns those who live on it. */
const doorReach = 60
const placeReach = 60

/** What the form says as parts, areas and places of this municipality. Problems: where needed | tooMany; shape: its own (shape.ts). What is not this municipality's is not found, and left out. */
export async function locateDisruption(ctx: Ctx, kind: DisruptionKind, said: Where): Promise<Located | Mended> {
  if (said.areas.length + said.streets.length + said.places.length > most) return problems({ where: 'tooMany' })
  const buffer = disruptionKinds[kind].buffer
  const areas = (await areasOf(ctx)).filter((each) => said.areas.includes(each.key))
  const streets = await streetsOf(ctx, said.streets)
  const places = await closedOf(ctx, said.places)
  const shape = said.shape.trim() ? drawnPart(said.shape, said.drawn, said.drawn === 'line' ? Math.round(said.width / 2) + buffer : buffer, ctx.municipality) : null
  if (typeof shape === 'string') return problems({ shape })
  if (!said.whole && !shape && areas.length + streets.length + places.length === 0) return problems({ where: 'placeNeeded' })
  const borders = await shapesOf(ctx)
  const known = await placesOf(ctx)
  const parts: Part[] = said.whole ? [] : [
    ...(shape ? [shape] : []),
    ...streets.map((each): Part => (each.doors.length > 1 ? { kind: 'line', corners: each.doors.slice(0, mostCorners), metres: doorReach } : { kind: 'point', corners: each.doors, metres: doorReach * 2 })),
    ...areas.flatMap(({ key }): Part[] => borders.find((each) => each.key === key)?.shape.coordinates.map(([ring]) => ({ kind: 'polygon' as const, corners: thinned(ring!), metres: 0 })) ?? aroundPlaces(key, known)),
    // a closed place concerns those who follow it, not who lives beside it
    ...places.flatMap((each): Part[] => (each.at ? [{ kind: 'point', corners: [each.at], metres: disruptionKinds[kind].buffer === 0 ? 0 : placeReach }] : [])),
  ]
  const picked = areas.map((each) => each.key)
  const touched = borders.filter((each) => !picked.includes(each.key) && parts.some((part) => touches(part, each.shape))).map((each) => each.key)
  const byPlaces = known.filter((each) => !picked.includes(each.area) && !borders.some((its) => its.key === each.area) && concerns(each, parts)).map((each) => each.area)
  const ofClosed = places.flatMap((each) => (each.area ? [each.area] : []))
  const names = [...streets.map((each) => each.name), ...places.map((each) => each.name), ...areas.map((each) => each.name)]
  const others = [...new Set([...touched, ...byPlaces, ...ofClosed])].filter((key) => !picked.includes(key))
  const all = await areasOf(ctx)
  const fallback = said.whole ? inLanguage(ctx.municipality.name, ctx.language) : others.map((key) => all.find((each) => each.key === key)?.name ?? key).slice(0, 2).join(', ') || inLanguage(ctx.municipality.name, ctx.language)
  return {
    whole: said.whole, parts, closes: places.map((each) => each.id), name: said.name.trim() || namesOf(names) || fallback,
    areas: [...picked.map((area) => ({ area, picked: true })), ...others.map((area) => ({ area, picked: false }))],
  }
}
const namesOf = (names: string[]) => (names.length > 3 ? `${names.slice(0, 3).join(', ')} …` : names.join(', '))

async function streetsOf(ctx: Ctx, ids: string[]) {
  const asked = ids.filter(isId)
  if (asked.length === 0) return []
  const rows = await ctx.db.select({ id: street.id, fi: street.fi, sv: street.sv, longitude: street.longitude, latitude: street.latitude }).from(street).where(and(eq(street.municipalityId, ctx.scope.municipalityId), inArray(street.id, asked)))
  const doors = await ctx.db.select({ streetId: address.streetId, longitude: address.longitude, latitude: address.latitude }).from(address).where(and(eq(address.municipalityId, ctx.scope.municipalityId), inArray(address.streetId, asked))).orderBy(address.streetId, address.first, address.number).limit(5000)
  return rows.map((row) => {
    const its = doors.filter((door) => door.streetId === row.id).map((door): Corner => [door.longitude, door.latitude])
    return { id: row.id, name: (ctx.language === 'sv' ? row.sv ?? row.fi : row.fi ?? row.sv) ?? '', doors: its.length ? sampled(its) : [[row.longitude, row.latitude] as Corner] }
  })
}
/** So many doors that the street is still the street. */
const sampled = (doors: Corner[]): Corner[] => (doors.length <= mostCorners ? doors : doors.filter((_, i) => i % Math.ceil(doors.length / mostCorners) === 0))

/** Public places of the directory. */
async function closedOf(ctx: Ctx, ids: string[]) {
  const asked = ids.filter(isId)
  if (asked.length === 0) return []
  const rows = await ctx.db.select({ id: subject.id, title: subject.title, longitude: subject.longitude, latitude: subject.latitude, area: subject.area }).from(subject)
    .where(and(eq(subject.municipalityId, ctx.scope.municipalityId), eq(subject.kind, 'place'), sql`${subject.visibility} = 'public'`, inArray(subject.id, asked)))
  return rows.map((row) => ({ id: row.id, name: inLanguage(row.title, ctx.language), area: row.area, at: row.longitude === null ? null : [row.longitude, row.latitude!] as Corner }))
}

/** Borders as the registers have them may have tens of thousands of corners; a disruption needs no more than two thousand. */
function thinned(ring: Corner[]): Corner[] {
  if (ring.length <= 2000) return ring
  const kept = ring.filter((_, i) => i % Math.ceil(ring.length / 2000) === 0)
  return [...kept, kept[0]!]
}

/** An area without borders is the surroundings of its known places: half way to the nearest one of another area, at most two kilometres. */
function aroundPlaces(area: string, known: { area: string; longitude: number; latitude: number }[]): Part[] {
  return known.filter((each) => each.area === area).map((each) => {
    const next = Math.min(...known.filter((other) => other.area !== area).map((other) => metresBetween(each, other)), 4_000)
    return { kind: 'point', corners: [[each.longitude, each.latitude]], metres: Math.max(50, Math.floor(next / 2)) }
  })
}
