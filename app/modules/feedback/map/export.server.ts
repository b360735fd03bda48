import type { Ctx } from '#core/context/context.server.ts'
import { isId } from '#core/context/ids.server.ts'
import { Invalid } from '#core/errors/errors.ts'
import { resource } from '#core/http/page.ts'
import { streamed } from '#core/http/streamed.server.ts'
import { allowAnyone } from '#core/permissions/permissions.ts'
import { csvLine, utf8Mark } from '#core/text/csv.ts'
import { can } from '../permissions.ts'
import { type Filters, readFilters } from './filters.ts'
import { openReports, reportColumns } from './open-reports.server.ts'

/** CC BY 4.0, as all open data of the house. */
export const licence = 'https://creativecommons.org/licenses/by/4.0/'
const pageSize = 1000

/**
 * Public reports as CSV (RFC 4180) and GeoJSON (RFC 7946), narrowed as the list is. Read and sent a thousand at a time, so that
 * however many there are, memory stays small. They come in the order of their ids, which is that of their sending: one that
 * broke off goes on with `?after=<the last id>`, and `?limit=` takes a part; the header `link` then leads to the next.
 */
export const csvExport = resource('/feedback/reports.csv', { get: (ctx, _params, request) => exported(ctx, request, 'csv') })
export const geoJsonExport = resource('/feedback/reports.geojson', { get: (ctx, _params, request) => exported(ctx, request, 'geojson') })

async function exported(ctx: Ctx, request: Request, form: 'csv' | 'geojson'): Promise<Response> {
  allowAnyone(ctx, can.export)
  const query = new URL(request.url).searchParams
  const after = query.get('after') ?? undefined
  if (after !== undefined && !isId(after)) throw new Invalid('badCursor')
  const limit = query.has('limit') ? Number(query.get('limit')) : undefined
  if (limit !== undefined && (!Number.isInteger(limit) || limit < 1 || limit > 10_000)) throw new Invalid('badLimit')
  const filters = readFilters(query, 'all')
  const separator = query.get('separator') === ';' ? ';' : ','
  const headers: Record<string, string> = {
    'content-type': form === 'csv' ? 'text/csv; charset=utf-8; header=present' : 'application/geo+json', 'content-disposition': `attachment; filename="${ctx.municipality.slug}-reports.${form}"`,
    'access-control-allow-origin': '*', 'cross-origin-resource-policy': 'cross-origin', 'cache-control': 'public, max-age=60', link: `<${licence}>; rel="license", <${ctx.address('/feedback/data')}>; rel="describedby"`,
  }
  if (limit === undefined) return new Response(streamed(form === 'csv' ? asCsv(pagesOf(ctx, filters, after), separator, after === undefined) : asGeoJson(pagesOf(ctx, filters, after))), { headers })
  const rows = await openReports(ctx, { after, limit, filters })
  if (rows.length === limit) {
    query.set('after', rows.at(-1)!.id)
    headers.link += `, <${ctx.address(`/feedback/reports.${form}`)}?${query}>; rel="next"`
  }
  const pages = (async function* () { yield rows })()
  return new Response(streamed(form === 'csv' ? asCsv(pages, separator, after === undefined) : asGeoJson(pages)), { headers })
}

type Pages = AsyncIterable<Awaited<ReturnType<typeof openReports>>>
async function* pagesOf(ctx: Ctx, filters: Filters, from: string | undefined): Pages {
  for (let after = from; ;) {
    const rows = await openReports(ctx, { after, limit: pageSize, filters })
    if (rows.length) yield rows
    if (rows.length < pageSize) return
    after = rows.at(-1)!.id
  }
}
/** The header line comes first, but not again where one goes on. */
async function* asCsv(pages: Pages, separator: ',' | ';', first: boolean): AsyncIterable<string> {
  if (first) yield utf8Mark + csvLine([...reportColumns], separator)
  for await (const rows of pages) yield rows.map((row) => csvLine(reportColumns.map((column) => row[column]), separator)).join('')
}
/** A report without a point has no geometry, as RFC 7946 says it. */
async function* asGeoJson(pages: Pages): AsyncIterable<string> {
  yield '{"type":"FeatureCollection","features":['
  let first = true
  for await (const rows of pages) {
    yield rows.map(({ longitude, latitude, id, ...properties }) => `${first ? (first = false, '') : ','}\n${JSON.stringify({ type: 'Feature', id, geometry: longitude === null ? null : { type: 'Point', coordinates: [longitude, latitude] }, properties: { ...properties, pictures: typeof properties.pictures === 'string' ? properties.pictures.split(' ') : [] } })}`).join('')
  }
  yield '\n]}\n'
}
