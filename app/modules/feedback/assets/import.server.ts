import { and, eq, isNull, sql } from 'drizzle-orm'
import { z } from 'zod'
import { type Ctx, oneAtATime } from '#core/context/context.server.ts'
import { type Mended, problems, type Problems } from '#core/errors/errors.ts'
import { forgetFile, keepFile, keptFile } from '#core/files/kept-file.server.ts'
import { withQuery } from '#core/http/urls.ts'
import { allow } from '#core/permissions/permissions.ts'
import { can } from '../permissions.ts'
import { asset } from '../schema.server.ts'
import { isKind, knownKinds } from './kinds.ts'
import { mostBytes, type PointRead, readPoints } from './read-points.ts'

/** A thing as the file has it, under the key that was chosen. */
type Coming = { key: string; name: string; longitude: number; latitude: number; properties: Record<string, string> }
/** Which property is the thing's number in its register and which its name, and what kind of things the file has. */
export type Chosen = { kind: string; key: string; name: string }
/** What would come of a file. `keyless` and `twice` are numbers of features: while there are any, nothing can be brought in. */
export type Import = { step: 'start'; gone: boolean } | {
  step: 'see'; file: string; kinds: string[]; properties: string[]; samples: Record<string, string>; chosen: Chosen
  added: Coming[]; changed: Coming[]; same: number; gone: string[]; keyless: number[]; twice: { key: string; features: number[] }[]; total: number
}
export const runForm = z.object({ total: z.coerce.number('invalid').int('invalid'), added: z.coerce.number('invalid').int('invalid'), changed: z.coerce.number('invalid').int('invalid'), gone: z.coerce.number('invalid').int('invalid') })

/** Takes a GeoJSON file and leads to what would come of it. What cannot be read is told at once, with the number of the feature. */
export async function takeFile(ctx: Ctx, form: FormData): Promise<{ to: string } | { problems: Problems; values?: Record<string, string> }> {
  const me = allow(ctx, can.keepAssets)
  const file = form.get('file')
  if (!(file instanceof File) || file.size === 0) return problems({ file: 'required' })
  if (file.size > mostBytes) return problems({ file: 'tooLarge' })
  const bytes = new Uint8Array(await file.arrayBuffer())
  const read = readPoints(new TextDecoder().decode(bytes), ctx.municipality)
  if ('problem' in read) return { problems: { file: read.problem }, values: read.feature ? { feature: String(read.feature) } : {} }
  return { to: withQuery('/admin/assets/import', { file: await keepFile(ctx, 'assets', me.id, bytes) }) }
}

/** What the import page shows of its address: which file, kind, key and name, and what would be added, changed and gone. Changes nothing. */
export async function previewImport(ctx: Ctx, query: URLSearchParams): Promise<Import> {
  const me = allow(ctx, can.keepAssets)
  const link = query.get('file')
  if (!link) return { step: 'start', gone: false }
  const bytes = await keptFile(ctx, 'assets', me.id, link)
  const read = bytes ? readPoints(new TextDecoder().decode(bytes), ctx.municipality) : null
  if (!read || 'problem' in read) return { step: 'start', gone: true }
  const properties = [...new Set(read.points.flatMap((each) => [...each.properties.keys()]))].slice(0, 50)
  const kinds = [...new Set([...knownKinds, ...(await ctx.db.selectDistinct({ kind: asset.kind }).from(asset).where(eq(asset.municipalityId, ctx.scope.municipalityId))).map((row) => row.kind)])]
  const chosen = chosenIn(query, properties, kinds)
  const samples = Object.fromEntries(properties.map((name) => [name, read.points.map((each) => each.properties.get(name)).find(Boolean)?.slice(0, 40) ?? '']))
  return { step: 'see', file: link, kinds, properties, samples, chosen, total: read.points.length, ...compared(read.points, chosen, await known(ctx, chosen.kind)) }
}

/**
 * Brings in what the preview showed; when that has changed meanwhile nothing happens and the new numbers are shown. Those of
 * the kind that the file no longer has are marked as gone from now; they keep their history, and come back with the same id.
 */
export async function runImport(ctx: Ctx, query: URLSearchParams, input: z.infer<typeof runForm>): Promise<Mended | { to: string }> {
  const me = allow(ctx, can.keepAssets)
  await oneAtATime(ctx, 'assets')
  const its = await previewImport(ctx, query)
  if (its.step !== 'see') return problems({ form: 'noFile' })
  if (its.keyless.length || its.twice.length) return problems({ form: 'badKeys' })
  if (!its.chosen.kind) return problems({ form: 'noKind' })
  if (its.total !== input.total || its.added.length !== input.added || its.changed.length !== input.changed || its.gone.length !== input.gone) return problems({ form: 'changed' })
  await keepAssets(ctx, its.chosen.kind, [...its.added, ...its.changed], its.gone)
  await forgetFile(ctx, 'assets', me.id)
  return { to: withQuery('/admin/assets', { imported: its.chosen.kind, added: its.added.length, changed: its.changed.length, gone: its.gone.length, same: its.same }) }
}

/** Writes things of a kind, new and changed, and marks those of the keys as gone: two statements, however many they are. */
export async function keepAssets(ctx: Ctx, kind: string, coming: Coming[], gone: string[] = []): Promise<void> {
  allow(ctx, can.keepAssets)
  const rows = coming.map((each) => ({ ...each, id: ctx.newId() }))
  if (rows.length) {
    await ctx.db.execute(sql`insert into ${asset} (municipality_id, id, kind, key, name, longitude, latitude, properties, imported_at)
      select ${ctx.scope.municipalityId}::int, v.id, ${kind}, v.key, v.name, v.longitude, v.latitude, v.properties, ${ctx.now.toISOString()}::timestamptz from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as v(id uuid, key text, name text, longitude float8, latitude float8, properties jsonb)
      on conflict (municipality_id, kind, key) do update set name = excluded.name, longitude = excluded.longitude, latitude = excluded.latitude, properties = excluded.properties, imported_at = excluded.imported_at, gone_at = null`)
  }
  if (gone.length) {
    await ctx.db.update(asset).set({ goneAt: ctx.now }).where(and(eq(asset.municipalityId, ctx.scope.municipalityId), eq(asset.kind, kind), isNull(asset.goneAt), sql`${asset.key} in (select jsonb_array_elements_text(${JSON.stringify(gone)}::jsonb))`))
  }
}

type Kept = { key: string; name: string; longitude: number; latitude: number; properties: Record<string, unknown>; goneAt: Date | null }
const known = (ctx: Ctx, kind: string): Promise<Kept[]> => ctx.db.select({ key: asset.key, name: asset.name, longitude: asset.longitude, latitude: asset.latitude, properties: asset.properties, goneAt: asset.goneAt }).from(asset)
  .where(and(eq(asset.municipalityId, ctx.scope.municipalityId), eq(asset.kind, kind)))

function compared(points: PointRead[], { key, name }: Chosen, kept: Kept[]) {
  const coming = new Map<string, Coming>(), features = new Map<string, number[]>(), keyless: number[] = []
  for (const { properties, feature, longitude, latitude } of points) {
    const its = properties.get(key)?.slice(0, 60)
    if (!its) { keyless.push(feature); continue }
    features.set(its, [...features.get(its) ?? [], feature])
    const { [key]: _key, [name]: _name, ...rest } = Object.fromEntries(properties)
    coming.set(its, { key: its, name: (name && name !== key ? properties.get(name) : '')?.slice(0, 100) ?? '', longitude, latitude, properties: rest })
  }
  const old = new Map(kept.map((each) => [each.key, each]))
  const all = [...coming.values()]
  const isSame = (each: Coming) => { const was = old.get(each.key); return !!was && !was.goneAt && print(was) === print(each) }
  return {
    added: all.filter((each) => !old.has(each.key)), changed: all.filter((each) => old.has(each.key) && !isSame(each)), same: all.filter(isSame).length,
    gone: kept.filter((each) => !each.goneAt && !coming.has(each.key)).map((each) => each.key), keyless, twice: [...features].filter(([, its]) => its.length > 1).map(([its, where]) => ({ key: its, features: where })),
  }
}
/** The same thing always as the same text: the database keeps properties in an order of its own. */
const print = ({ name, longitude, latitude, properties }: Pick<Kept, 'name' | 'longitude' | 'latitude' | 'properties'>) => JSON.stringify([name, longitude, latitude, Object.entries(properties).sort(([a], [b]) => (a < b ? -1 : 1))])

/** What the address says, else what such files usually call it: a number and a name. */
function chosenIn(query: URLSearchParams, properties: string[], kinds: string[]): Chosen {
  const one = (field: string, guess: RegExp[]) => {
    const said = query.get(field)
    return said !== null ? (properties.includes(said) ? said : '') : guess.map((each) => properties.find((name) => each.test(name))).find(Boolean) ?? ''
  }
  const own = (query.get('newKind') ?? '').trim()
  const kind = own && isKind(own) ? own : kinds.find((each) => each === query.get('kind')) ?? ''
  return { kind, key: one('key', [/^(tunnus|numero|nro|id|key|ref)$/i, /tunnus|numero|(^|_)id$|number|ref/i, /./]), name: one('name', [/^(nimi|name|namn)(_?fi)?$/i, /nimi|name|katu|osoite/i]) }
}
