import type { Ctx } from '#core/context/context.server.ts'
import { isId } from '#core/context/ids.server.ts'
import { Invalid, type Problems } from '#core/errors/errors.ts'
import { type Described, describePoint } from '#core/geo/describe.server.ts'
import { findPlaces, type Found } from '#core/geo/find.server.ts'
import { isPoint, metresBetween, type Point } from '#core/geo/geo.ts'
import { farthest } from '#core/geo/locate.server.ts'
import { resource } from '#core/http/page.ts'
import { placesOf } from '#core/trail/facets.server.ts'
import { hitOf, readHit } from './where-hit.ts'
import { pointWords } from './where-words.ts'

/** Where something is, as keepReport takes it: a place's name, a street address, a point; any of them may be missing. */
export type Where = { place?: string; address?: string; longitude?: number; latitude?: number }

/**
 * What the fields of `WhereField` say, in this order: the point that script chose; the hit that was picked without script;
 * what was written, when it means one thing; the known place that was picked; nothing. What was written and means several
 * things, or a press of "search", comes back as a problem of `where` with the hits in `values`, to be picked from.
 * What nobody knows is kept as it was written.
 */
export async function readWhere(ctx: Ctx, form: FormData): Promise<Where | { problems: Problems; values?: Record<string, string> }> {
  const get = (name: string) => { const value = form.get(name); return typeof value === 'string' ? value.trim().slice(0, 200) : '' }
  const here = async (where: Where & Point) => (metresBetween(where, ctx.municipality) > farthest ? { problems: { where: 'farAway' } } : where)
  const searching = get('where_find') !== ''
  const written = get('where').slice(0, 120)
  if (!searching) {
    const point = { longitude: degrees(get('longitude')), latitude: degrees(get('latitude')) }
    if (isPoint(point)) return here({ ...(get('place') ? { place: get('place').slice(0, 120) } : {}), ...await addressAt(ctx, get('address'), point), ...point })
    const hit = readHit(get('where_hit'))
    if (hit) return here(whereOf(hit))
    if (get('where_hit') === 'asWritten' && written) return { place: written }
  }
  if (written) {
    const hits = await findPlaces(ctx, written)
    const [first] = hits
    if (searching || (hits.length > 1 && !means(first!, written))) return { problems: { where: hits.length ? 'choose' : 'notFound' }, values: { where_hits: hits.map((hit) => `${hitOf(hit)}|${hit.detail}`).join('\n') } }
    return first && (hits.length === 1 || means(first, written)) ? here(whereOf(first)) : { place: written }
  }
  if (searching) return { problems: { where: 'required' } }
  const near = get('near')
  const place = isId(near) ? (await placesOf(ctx)).find((each) => each.id === near) : undefined
  return place ? { place: place.name, longitude: place.longitude, latitude: place.latitude } : {}
}
const degrees = (text: string) => (/^-?\d{1,3}(\.\d+)?$/.test(text) ? Number(text) : Number.NaN)
const whereOf = (hit: Omit<Found, 'detail'>) => ({ ...(hit.kind === 'place' ? { place: hit.name } : { address: hit.name }), longitude: hit.longitude, latitude: hit.latitude })
const means = (hit: Found, written: string) => hit.name.toLocaleLowerCase('fi') === written.toLocaleLowerCase('fi').replace(/\s+/g, ' ')

/** The address that was chosen; for a point without one, the door that it is at. */
async function addressAt(ctx: Ctx, chosen: string, point: Point): Promise<{ address?: string }> {
  if (chosen) return { address: chosen.slice(0, 120) }
  const { address } = await describePoint(ctx, point)
  return address && address.metres <= 60 ? { address: address.name } : {}
}

/** For the field's script: `?q=` what was written, the places and addresses it may mean; `?longitude=&latitude=` where that lies in words. */
export const whereResource = resource('/feedback/where', {
  get: async (ctx, _params, request) => {
    const query = new URL(request.url).searchParams
    const headers = { 'cache-control': 'private, max-age=60', 'x-robots-tag': 'noindex' }
    if (query.has('q')) return Response.json({ found: await findPlaces(ctx, query.get('q')!.slice(0, 120)) }, { headers })
    const point = { longitude: degrees(query.get('longitude') ?? ''), latitude: degrees(query.get('latitude') ?? '') }
    if (!isPoint(point)) throw new Invalid('noPoint')
    const its: Described = await describePoint(ctx, point)
    return Response.json({ words: pointWords(its, ctx.language), address: its.address && its.address.metres <= 60 ? its.address.name : null, far: metresBetween(point, ctx.municipality) > farthest }, { headers })
  },
})
