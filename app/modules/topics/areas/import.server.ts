import { z } from 'zod'
import { type Ctx, oneAtATime } from '#core/context/context.server.ts'
import { type Mended, problems, type Problems } from '#core/errors/errors.ts'
import { type Bordered, bordered, bordersOf, settleAreas } from '#core/geo/areas.server.ts'
import type { MultiPolygon } from '#core/geo/geo.ts'
import { forgetFile, keepFile, keptFile } from '#core/files/kept-file.server.ts'
import { withQuery } from '#core/http/urls.ts'
import { allow } from '#core/permissions/permissions.ts'
import { cut } from '#core/text/cut.ts'
import { inLanguage, type Language, languages, type Translated } from '#core/text/language.ts'
import { area } from '#core/trail/schema.server.ts'
import { can } from '../permissions.ts'
import { type AreaRow, areasToKeep, fold, newAreaKey, type Settled } from './keep.server.ts'
import { type Feature, mostBytes, readGeoJson } from './read-shape.ts'

/** One area of a file as it will be; `key` is null for one that is not there yet. */
export type Coming = { key: string | null; name: Translated; shape: MultiPolygon; vertices: number; same: boolean }
export type Chosen = Partial<Record<Language, string>>
export type Import = { step: 'start'; gone: boolean } | {
  step: 'see'; file: string; properties: string[]; samples: Record<string, string>; chosen: Chosen; coming: Coming[]; nameless: number; skipped: number; moves: Settled
}
export const runForm = z.object({ coming: z.coerce.number('invalid').int('invalid') })

/** Takes a GeoJSON file and leads to what would come of it. What cannot be read is told at once, with the number of the feature. */
export async function takeFile(ctx: Ctx, form: FormData): Promise<{ to: string } | { problems: Problems; values?: Record<string, string> }> {
  const me = allow(ctx, can.administer)
  const file = form.get('file')
  if (!(file instanceof File) || file.size === 0) return problems({ file: 'required' })
  if (file.size > mostBytes) return problems({ file: 'tooLarge' })
  const bytes = new Uint8Array(await file.arrayBuffer())
  const read = readGeoJson(new TextDecoder().decode(bytes), ctx.municipality)
  if ('problem' in read) return { problems: { file: read.problem }, values: read.feature ? { feature: String(read.feature) } : {} }
  return { to: withQuery('/admin/areas/import', { file: await keepFile(ctx, 'areas', me.id, bytes) }) }
}

/** What the import page shows of its address: which file, which property is the name in which language, what would come of it. Changes nothing. */
export async function previewImport(ctx: Ctx, query: URLSearchParams): Promise<Import> {
  const me = allow(ctx, can.administer)
  const link = query.get('file')
  if (!link) return { step: 'start', gone: false }
  const bytes = await keptFile(ctx, 'areas', me.id, link)
  const read = bytes ? readGeoJson(new TextDecoder().decode(bytes), ctx.municipality) : null
  if (!read || 'problem' in read) return { step: 'start', gone: true }
  const properties = [...new Set(read.features.flatMap((each) => [...each.properties.keys()]))].slice(0, 50)
  const chosen: Chosen = query.has('fi') ? Object.fromEntries(languages.flatMap((language) => { const name = query.get(language); return name && properties.includes(name) ? [[language, name]] : [] })) : guessed(properties)
  const { coming, nameless } = areasOf(read.features, chosen, await areasToKeep(ctx))
  const samples = Object.fromEntries(properties.map((name) => [name, read.features.map((each) => each.properties.get(name)).find(Boolean)?.slice(0, 40) ?? '']))
  return { step: 'see', file: link, properties, samples, chosen, coming, nameless, skipped: read.skipped, moves: coming.some((each) => !each.same) ? await settleAreas(ctx, { dry: true, with: after(await bordered(ctx), coming) }) : { subjects: 0, places: 0 } }
}

/** Brings in what the preview showed; when that has changed meanwhile nothing happens and the new numbers are shown. Areas that the file does not name stay as they are. */
export async function runImport(ctx: Ctx, query: URLSearchParams, input: z.infer<typeof runForm>): Promise<Mended | { to: string }> {
  const me = allow(ctx, can.administer)
  await oneAtATime(ctx, 'areas')
  const its = await previewImport(ctx, query)
  if (its.step !== 'see') return problems({ form: 'gone' })
  if (its.coming.length !== input.coming || its.coming.length === 0) return problems({ form: 'changed' })
  const all: { key: string }[] = await areasToKeep(ctx)
  for (const each of its.coming) {
    const key = each.key ?? newAreaKey(each.name.fi!, all)
    if (!each.key) all.push({ key })
    const its = { name: each.name, ...bordersOf(each.shape) }
    await ctx.db.insert(area).values({ ...ctx.scope, key, ...its }).onConflictDoUpdate({ target: [area.municipalityId, area.key], set: its })
  }
  const moved = await settleAreas(ctx)
  await forgetFile(ctx, 'areas', me.id)
  return { to: withQuery('/admin/areas', { imported: its.coming.length, subjects: moved.subjects, places: moved.places }) }
}

/** Features of one name are one area. A known area is met by its key or any of its names; languages that the file does not say stay. */
function areasOf(features: Feature[], chosen: Chosen, known: AreaRow[]): { coming: Coming[]; nameless: number } {
  const coming = new Map<string, Coming>()
  let nameless = 0
  for (const { properties, shape, vertices } of features) {
    const said = Object.fromEntries(languages.flatMap((language) => { const name = chosen[language] && cut(properties.get(chosen[language]) ?? '', 60); return name ? [[language, name]] : [] })) as Translated
    const first = inLanguage(said, 'fi')
    if (!first) { nameless++; continue }
    const old = known.find((each) => [each.key, ...Object.values(each.name ?? {})].some((name) => fold(name) === fold(first)))
    const earlier = coming.get(old?.key ?? fold(first))
    const whole: MultiPolygon = { type: 'MultiPolygon', coordinates: [...earlier?.shape.coordinates ?? [], ...shape.coordinates] }
    const name: Translated = { fi: first, ...old?.name, ...earlier?.name, ...said }
    coming.set(old?.key ?? fold(first), { key: old?.key ?? null, name, shape: whole, vertices: (earlier?.vertices ?? 0) + vertices, same: !!old && JSON.stringify(old.shape) === JSON.stringify(whole) && JSON.stringify(sorted(old.name)) === JSON.stringify(sorted(name)) })
  }
  return { coming: [...coming.values()], nameless }
}
const sorted = (name: Translated | null) => languages.map((language) => name?.[language])

/** The borders as they would be, the smallest first, as a point looks for its own. */
function after(now: Bordered[], coming: Coming[]): Bordered[] {
  const next = [...now.filter((each) => !coming.some((one) => one.key === each.key)), ...coming.map((each) => ({ key: each.key ?? newAreaKey(each.name.fi!, now), shape: each.shape }))]
  const size = ({ shape }: Bordered) => { const { west, south, east, north } = bordersOf(shape); return (east! - west!) * (north! - south!) }
  return next.map((each) => ({ each, size: size(each) })).sort((a, b) => a.size - b.size || (a.each.key < b.each.key ? -1 : 1)).map(({ each }) => each)
}

/** Which property is the name: by what such files usually call it, else the first. */
function guessed(properties: string[]): Chosen {
  const find = (pattern: RegExp) => properties.find((name) => pattern.test(name))
  const fi = find(/^(nimi|name)(_?fi)?$/i) ?? find(/nimi|name|alue|kaup.*osa/i) ?? properties[0]
  const sv = find(/^(namn|nimi_sv|name_sv|nimi_se|name_se)$/i), en = find(/^(name_en|nimi_en)$/i)
  return { ...(fi ? { fi } : {}), ...(sv ? { sv } : {}), ...(en ? { en } : {}) }
}
