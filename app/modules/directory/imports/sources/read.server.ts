import type { Ctx } from '#core/context/context.server.ts'
import { metresBetween } from '#core/geo/geo.ts'
import { farthest } from '#core/geo/locate.server.ts'
import { askRegister, type Manners, RegisterError } from '#core/ports/register.server.ts'
import { dayAt } from '../../hours/days.ts'
import { placeDetails } from '../../details.ts'
import { channelFacts, placeFacts, serviceFacts } from '../../facts.ts'
import type { importSource } from '../../schema.server.ts'
import { type Brought, isRefused, type Refused } from '../brought.ts'
import { settingsOf } from '../settings.ts'
import { decode } from '#core/text/decode.ts'
import { fromHauki, hoursOfFile } from './hauki.server.ts'
import { fromLipas } from './lipas.server.ts'
import { fromPtv11 } from './ptv11.server.ts'
import { fromPtv12 } from './ptv12.server.ts'
import { mappingOf, placeOfRow, type Rows, rowsOfCsv, rowsOfGeojson } from './table.ts'

export type Source = typeof importSource.$inferSelect

/** Where the file of a source is kept that an admin brought by hand, or that was last fetched. */
export const fileAt = (ctx: Pick<Ctx, 'scope'>, sourceId: string) => `${ctx.scope.municipalityId}/import-file-${sourceId}`

/** Everything that a source has now, in its own order, some records at a time. Asks the network: never in a transaction. Throws RegisterError. */
export async function* readSource(ctx: Ctx, its: Source, manners: Manners = {}): AsyncGenerator<(Brought | Refused)[]> {
  const settings = settingsOf(its)
  const today = dayAt(ctx.now)
  const ptv = { url: its.url, organisation: settings.organisation, municipality: settings.municipality, apiKey: its.apiKey }
  const all = its.kind === 'ptv11' ? fromPtv11(ptv, manners) : its.kind === 'ptv12' ? fromPtv12(ptv, today, manners)
    : its.kind === 'lipas' ? fromLipas({ url: its.url, municipality: settings.municipality, types: settings.types }, manners)
    : its.kind === 'hauki' && its.url ? fromHauki({ url: its.url, query: settings.query }, today, manners) : fromFile(ctx, its, manners)
  for await (const some of all) yield some.map((each) => (isRefused(each) ? each : tidy(ctx, each)))
}

/** A source of files: what its address gives now is kept as its file; without an address it is what an admin brought. */
async function* fromFile(ctx: Ctx, its: Source, manners: Manners): AsyncGenerator<(Brought | Refused)[]> {
  if (its.url) await ctx.storage.put(fileAt(ctx, its.id), await askRegister(its.url, { ...manners, accept: its.kind === 'csv' ? 'text/csv, */*;q=0.5' : 'application/geo+json, application/json' }))
  const bytes = await ctx.storage.get(fileAt(ctx, its.id))
  if (!bytes) throw new RegisterError('refused')
  if (its.kind === 'hauki') {
    let json: unknown
    try { json = JSON.parse(decode(bytes)) } catch { throw new RegisterError('notJson') }
    yield hoursOfFile(json)
    return
  }
  const rows = rowsOf(its.kind, decode(bytes))
  const { mapping, kind } = settingsOf(its)
  const columns = mappingOf(rows.headers, mapping)
  for (let i = 0; i < rows.rows.length; i += 500) yield rows.rows.slice(i, i + 500).map((row) => placeOfRow(row, columns, kind))
}
/** The rows of a kept file. Throws RegisterError. */
export const rowsOf = (kind: Source['kind'], file: string): Rows => (kind === 'geojson' ? rowsOfGeojson(file) : rowsOfCsv(file))

const shapes: Record<Exclude<Brought['what'], 'hours'>, Record<string, { safeParse(value: unknown): { success: boolean; data?: unknown } }>> = { place: { ...placeFacts.shape, ...placeDetails.shape }, service: serviceFacts.shape, channel: channelFacts.shape }

/** What of a record does not fit is left out and told, and the rest is taken: a telephone number that is a sentence takes no library away. */
function tidy(ctx: Ctx, its: Brought): Brought {
  if (its.what === 'hours') return its
  const facts = { ...its.facts }
  const left = [...(its.left ?? [])]
  for (const [name, value] of Object.entries(facts)) {
    const read = value === null || value === undefined ? undefined : shapes[its.what][name]?.safeParse(value)
    // as it would be kept, so that what is kept is what was brought
    if (read?.success) { if (!Array.isArray(value)) facts[name] = read.data } else if (read) { facts[name] = null; left.push(name) }
  }
  const point = typeof facts.longitude === 'number' && typeof facts.latitude === 'number' ? { longitude: facts.longitude, latitude: facts.latitude } : null
  if (point && metresBetween(point, ctx.municipality) > farthest) { facts.longitude = null; facts.latitude = null; left.push('farAway') }
  return { ...its, facts, ...(left.length > 0 ? { left } : {}) }
}
