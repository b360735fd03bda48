import { and, eq } from 'drizzle-orm'
import type { Ctx } from '#core/context/context.server.ts'
import { unitsOf } from '#core/trail/facets.server.ts'
import { isPoint } from '#core/geo/geo.ts'
import { languages } from '#core/text/language.ts'
import { asset, categoryRows } from '#modules/feedback/server'
import { type Asked, Mistakes } from './asked.server.ts'
import { readMoment } from './dates.ts'

/** What `open311.found` understands (migrations/0043); a condition that is absent asks nothing. */
export type Wanted = {
  since?: Date; until?: Date; updatedSince?: Date; updatedUntil?: Date; open?: boolean; categories?: string[]; units?: string[]
  west?: number; south?: number; east?: number; north?: number; longitude?: number; latitude?: number; metres?: number
  assets?: string[]; objectId?: string; objectType?: string
}
export const mostRequests = 1000
const span = 90 * 86_400_000
/** Ninety days by the calendar may be an hour more when the clocks change. */
const hour = 3_600_000

/** `start_date` and `end_date` as the specification has them: ninety days at most, the most recent ninety when neither is said. */
export function readRange({ ctx, get }: Asked, wrong: Mistakes, otherwise: Date | null = new Date(ctx.now.getTime() - span)): { since?: Date; until?: Date } {
  const moment = (name: string, end: boolean) => {
    const said = get(name)
    const at = said === undefined ? undefined : readMoment(said, end)
    if (at === null) wrong.add(400, 'moment', name)
    return at ?? undefined
  }
  const since = moment('start_date', false), until = moment('end_date', true)
  if (since && until && until < since) wrong.add(400, 'range')
  else if (since && until && until.getTime() - since.getTime() > span + hour) wrong.add(400, 'span')
  if (since) return { since, until: until ?? new Date(since.getTime() + span) }
  if (until) return { since: new Date(until.getTime() - span), until }
  return otherwise ? { since: otherwise } : {}
}

/** The filters of GET requests. What does not make sense goes to `wrong`. */
export async function readFilters(its: Asked, wrong: Mistakes): Promise<Wanted> {
  const { ctx, get, all } = its
  const listed = (name: string) => all(name).flatMap((each) => each.split(',')).map((each) => each.trim()).filter(Boolean)
  const updatedSince = momentOf(its, 'updated_after', wrong), updatedUntil = momentOf(its, 'updated_before', wrong, true)
  // who asks what has changed since then means old reports too
  const wanted: Wanted = { ...readRange(its, wrong, updatedSince || updatedUntil ? null : undefined), ...(updatedSince ? { updatedSince } : {}), ...(updatedUntil ? { updatedUntil } : {}) }
  const statuses = listed('status').map((each) => each.toLowerCase())
  if (statuses.some((each) => each !== 'open' && each !== 'closed')) wrong.add(400, 'status', 'status')
  else if (new Set(statuses).size === 1) wanted.open = statuses[0] === 'open'
  const codes = listed('service_code')
  if (codes.length) wanted.categories = (await categoryRows(ctx)).filter((row) => codes.includes(row.key)).map((row) => row.id)
  const handlers = [...listed('handler'), ...listed('agency_responsible')].map((each) => each.toLocaleLowerCase('fi'))
  if (handlers.length) {
    const names = (await Promise.all(languages.map((language) => unitsOf({ ...ctx, language })))).flat()
    wanted.units = [...new Set(names.filter((unit) => [unit.id, unit.key, unit.name.toLocaleLowerCase('fi')].some((each) => handlers.includes(each))).map((unit) => unit.id))]
  }
  return { ...wanted, ...readPlace(its, wrong), ...await readObject(ctx, get('service_object_id'), get('service_object_type'), wrong) }
}

function momentOf({ get }: Asked, name: string, wrong: Mistakes, end = false): Date | undefined {
  const said = get(name)
  const at = said === undefined ? undefined : readMoment(said, end)
  if (at === null) wrong.add(400, 'moment', name)
  return at ?? undefined
}

const number = (said: string | undefined) => (said !== undefined && /^[+-]?\d{1,9}(\.\d{1,20})?$/.test(said.trim()) ? Number(said) : Number.NaN)
const metresInDegree = 111_195

/** `bbox`, or `lat`, `long` and `radius` in metres. */
function readPlace({ get }: Asked, wrong: Mistakes): Wanted {
  const bbox = get('bbox'), radius = get('radius')
  let box: Wanted = {}
  if (bbox) {
    const sides = bbox.split(bbox.includes(';') ? ';' : ',').map(number)
    const [a, b, c, d] = sides as [number, number, number, number]
    if (sides.length !== 4 || !isPoint({ longitude: a, latitude: b }) || !isPoint({ longitude: c, latitude: d })) wrong.add(400, 'bbox', 'bbox')
    // corners may come in any order
    else box = { west: Math.min(a, c), south: Math.min(b, d), east: Math.max(a, c), north: Math.max(b, d) }
  }
  if (radius === undefined) return box
  const point = { longitude: number(get('long')), latitude: number(get('lat')) }, metres = number(radius)
  if (!isPoint(point) || !(metres > 0 && metres <= 200_000)) { wrong.add(400, 'radius', 'lat, long, radius'); return box }
  const up = metres / metresInDegree, aside = Math.min(180, up / Math.max(0.01, Math.cos((point.latitude * Math.PI) / 180)))
  const around = { west: point.longitude - aside, south: point.latitude - up, east: point.longitude + aside, north: point.latitude + up }
  const both = box.west === undefined ? around : { west: Math.max(box.west, around.west), south: Math.max(box.south!, around.south), east: Math.min(box.east!, around.east), north: Math.min(box.north!, around.north) }
  const apart = both.west! > both.east! || both.south! > both.north!
  return { ...(apart ? nowhere : both), ...point, metres }
}
/** A box that nothing lies in. */
const nowhere = { west: 999, south: 999, east: 999, north: 999 }

/** The thing that reports are of: known ones by their kind and number, others by what was said when the report was sent. */
async function readObject(ctx: Ctx, objectId: string | undefined, objectType: string | undefined, wrong: Mistakes): Promise<Wanted> {
  if (!objectId && !objectType) return {}
  if (!objectId || !objectType) { wrong.add(400, 'object', 'service_object_id, service_object_type'); return {} }
  const known = await ctx.db.select({ id: asset.id }).from(asset).where(and(eq(asset.municipalityId, ctx.scope.municipalityId), eq(asset.kind, objectType), eq(asset.key, objectId)))
  return { objectId, objectType, assets: known.map((each) => each.id) }
}
