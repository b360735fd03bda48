import { sql } from 'drizzle-orm'
import type { Ctx } from '#core/context/context.server.ts'
import { isId } from '#core/context/ids.server.ts'
import { once } from '#core/db/open.server.ts'
import { findPlaces } from '#core/geo/find.server.ts'
import type { Point } from '#core/geo/geo.ts'
import { onPlane } from '#core/geo/mercator.ts'
import { inLanguage, type Language, type Translated } from '#core/text/language.ts'
import { flatWords, sameWord } from '#core/trail/synonyms.server.ts'
import { hoursStates } from '../hours/periods.ts'
import { isOpenState } from '../hours/engine.ts'
import { placeKinds } from '../place-kinds.ts'
import { type NowFact, rightNow, shuts } from '../right-now.ts'
import { kindsOf, type PlaceFilters, type ServiceFilters } from './filters.ts'

const p = sql.placeholder
const listed = once((db) => db.select({ id: sql<string>`l.id`, key: sql<string | null>`l.key`, number: sql<number | null>`l.number` })
  .from(sql`directory.listed(${p('sort')}::text, ${p('its')}::text, ${p('kinds')}::text[], ${p('openAt')}::timestamptz, ${p('states')}::text[], ${p('accessible')}::boolean, ${p('free')}::boolean, ${p('audience')}::text, ${p('audienceKinds')}::text[], ${p('area')}::text, ${p('unit')}::uuid, ${p('provider')}::uuid, ${p('municipal')}::boolean, ${p('channel')}::text, ${p('x')}::float8, ${p('y')}::float8, ${p('afterKey')}::text, ${p('afterNumber')}::float8, ${p('afterId')}::uuid, ${p('most')}::int) l`).prepare('directory_listed'))

const openStates = hoursStates.filter(isOpenState)
const childKinds = kindsOf('children')

/** Filters as the database's functions take them. */
export function narrowing(ctx: Ctx, its: Partial<PlaceFilters>) {
  const provider = its.provider && its.provider !== 'own' ? its.provider : null
  return {
    kinds: its.kind ? [its.kind] : its.group ? kindsOf(its.group) : null, openAt: its.open ? ctx.now : null, states: openStates, accessible: its.accessible ?? false, free: its.free ?? false,
    audience: its.audience ?? null, audienceKinds: its.audience === 'children' || its.audience === 'families' ? childKinds : [], area: its.area ?? null, unit: its.unit ?? null, provider, municipal: its.provider === 'own',
  }
}

/** Where "near" is: the point that was given, else the place or address that was written. Null when nobody knows it. */
export async function nearOf(ctx: Ctx, its: { near?: Point; where?: string }): Promise<(Point & { name: string | null }) | null> {
  if (its.near) return { ...its.near, name: null }
  if (!its.where) return null
  const [found] = await findPlaces(ctx, its.where)
  return found ? { longitude: found.longitude, latitude: found.latitude, name: [found.name, found.detail].filter(Boolean).join(', ') } : null
}

/** Ids of a page in their order, and the cursor of the page after it. `facts` when they were read on the way. */
type Page = { ids: string[]; next: string | null; facts?: Map<string, NowFact[]> }
type Cursor = { value: string; id: string } | null

async function pageOf(ctx: Ctx, its: 'place' | 'service', sort: 'name' | 'nearest', filters: ReturnType<typeof narrowing> & { channel: string | null }, near: Point | null, cursor: Cursor, limit: number) {
  return listed(ctx.db).execute({
    ...filters, its, sort: sort === 'nearest' ? 'nearest' : ctx.language, x: near ? onPlane(near).x : null, y: near ? onPlane(near).y : null, most: limit,
    afterId: cursor?.id ?? null, afterKey: cursor && sort === 'name' ? cursor.value : null, afterNumber: cursor && sort === 'nearest' ? Number(cursor.value) : null,
  })
}
const cursorOf = (row: { id: string; key: string | null; number: number | null }) => `${row.key ?? row.number}~${row.id}`

/** Where a page goes on, when it is of this order: what comes from an address must not reach the database as another type. */
function readCursor(after: string | undefined, sort: 'name' | 'nearest'): Cursor {
  const cut = after?.lastIndexOf('~') ?? -1
  if (!after || cut < 0) return null
  const [value, id] = [after.slice(0, cut), after.slice(cut + 1)]
  return isId(id) && (sort === 'name' ? value.length <= 120 && !value.includes('\0') : /^\d(\.\d{1,40})?(e-\d{1,3})?$/.test(value)) ? { value, id } : null
}

/** So many places are weighed when they are ordered by their condition: the nearest, or the first by name. */
export const weighed = 300
/** Of what is in good condition so many are looked through for one page, in pieces; the next page goes on from there. */
const piece = 150, pieces = 4

/**
 * A page of public places. Ordered by name or nearness by an index; by condition the 300 first are weighed. "In good condition now"
 * looks through the list in pieces, for only what knows conditions knows which are, and what is open by its hours may be shut: a page
 * may be shorter than others, its `next` still leads on. One query, and what is right now.
 */
export async function placesListed(ctx: Ctx, filters: PlaceFilters, near: Point | null, limit = 20): Promise<Page> {
  const by = filters.sort !== 'name' && near ? 'nearest' as const : 'name' as const
  const narrowed = { ...narrowing(ctx, filters), channel: null }
  if (filters.sort === 'condition') {
    const rows = await pageOf(ctx, 'place', by, narrowed, near, null, weighed)
    const facts = await rightNow(ctx, rows.map((row) => row.id))
    const ids = rows.map((row) => ({ id: row.id, weight: conditionWeight(facts.get(row.id)) })).filter((each) => (!filters.good || each.weight === 0) && !(filters.open && shuts(facts.get(each.id)))).sort((a, b) => a.weight - b.weight).map((each) => each.id)
    const from = /^\d{1,3}$/.test(filters.after ?? '') ? Number(filters.after) : 0
    return { ids: ids.slice(from, from + limit), next: ids.length > from + limit ? String(from + limit) : null, facts }
  }
  let cursor = readCursor(filters.after, by)
  if (!filters.good) {
    const rows = await pageOf(ctx, 'place', by, narrowed, near, cursor, limit + 1)
    const ids = rows.slice(0, limit).map((row) => row.id), next = rows.length > limit ? cursorOf(rows[limit - 1]!) : null
    if (!filters.open) return { ids, next }
    // what has shut a place today is not in its hours
    const facts = await rightNow(ctx, ids)
    return { ids: ids.filter((id) => !shuts(facts.get(id))), next, facts }
  }
  const ids: string[] = [], facts = new Map<string, NowFact[]>()
  for (let i = 0; i < pieces; i++) {
    const rows = await pageOf(ctx, 'place', by, narrowed, near, cursor, piece)
    const its = await rightNow(ctx, rows.map((row) => row.id))
    for (const row of rows) {
      if (conditionWeight(its.get(row.id)) === 0) { ids.push(row.id); facts.set(row.id, its.get(row.id)!) }
      cursor = { value: String(row.key ?? row.number), id: row.id }
      if (ids.length === limit) return { ids, next: `${cursor.value}~${cursor.id}`, facts }
    }
    if (rows.length < piece) return { ids, next: null, facts }
  }
  return { ids, next: cursor && `${cursor.value}~${cursor.id}`, facts }
}

/**
 * The best first: 0 good … 4 out of use; what nobody knows before that. Being open or crowded is no condition, nor that somebody took
 * care of it; of what a list shows the worst counts: warm water full of algae is no good beach.
 */
function conditionWeight(facts: NowFact[] | undefined): number {
  const its = facts?.filter((fact) => fact.primary && fact.key !== 'open' && fact.key !== 'occupancy') ?? []
  return its.length === 0 ? 3 : Math.max(...its.map((fact) => ({ good: 0, fair: 1, poor: 2, unknown: 3, off: 4 })[fact.tone]))
}

/** Public places nearest to a point, narrowed as a list is: their ids and how far they are on the plane. */
export async function findPlacesNear(ctx: Ctx, filters: Partial<PlaceFilters>, near: Point, limit = 20): Promise<string[]> {
  return (await pageOf(ctx, 'place', 'nearest', { ...narrowing(ctx, filters), channel: null }, near, null, limit)).map((row) => row.id)
}

/** A page of public services, by name. One query. */
export async function servicesListed(ctx: Ctx, filters: ServiceFilters, limit = 40): Promise<Page> {
  const rows = await pageOf(ctx, 'service', 'name', { ...narrowing(ctx, filters), audienceKinds: [], channel: filters.channel ?? null }, null, readCursor(filters.after, 'name'), limit + 1)
  return { ids: rows.slice(0, limit).map((row) => row.id), next: rows.length > limit ? cursorOf(rows[limit - 1]!) : null }
}

/** Of these places and services, those that are open now or free of charge, as asked. One query, and of what is open what is right now. */
export async function fitting(ctx: Ctx, ids: string[], its: { open: boolean; free: boolean }): Promise<Set<string>> {
  if (ids.length === 0) return new Set()
  const { rows } = await ctx.db.execute<{ id: string }>(sql`select l.id from directory.listing l where l.municipality_id = ${ctx.scope.municipalityId} and l.id = any(${sql.param(ids)}::uuid[]) and (l.free or not ${its.free}::boolean)
    and (not ${its.open}::boolean or exists (select from directory.open_time o where o.municipality_id = l.municipality_id and o.owner_id = l.id and o.opens_at <= ${ctx.now} and o.closes_at > ${ctx.now} and o.state = any(${sql.param(openStates)}::text[])))`)
  const facts = its.open ? await rightNow(ctx, rows.map((row) => row.id)) : null
  return new Set(rows.map((row) => row.id).filter((id) => !shuts(facts?.get(id))))
}

/** Kinds of places that words name, in any of their forms, at most three: "luistelukentällä" is a rink. */
export function kindsNamed(words: string[], language: Language): { kind: string; name: string }[] {
  return [...placeKinds].filter(([kind, its]) => kind !== 'other' && Object.values(its.name).some((name) => flatWords(name).split(' ').some((part) => part.length > 3 && words.some((word) => sameWord(word, part))))).slice(0, 3).map(([kind, its]) => ({ kind, name: its.name[language] }))
}

/** Where one may call when nothing was found: the telephone of a service point of the municipality. Null when it has told none. One query. */
export async function phoneToAsk(ctx: Ctx): Promise<{ name: string; phone: string } | null> {
  const { rows } = await ctx.db.execute<{ name: Translated; phone: string }>(sql`select p.name, p.phone from directory.listing l join directory.place p on p.municipality_id = l.municipality_id and p.id = l.id where l.municipality_id = ${ctx.scope.municipalityId} and l.kind = 'servicePoint' and l.provider_id is null and p.phone <> '' order by l.fi limit 1`)
  return rows[0] ? { name: inLanguage(rows[0].name, ctx.language), phone: rows[0].phone } : null
}
