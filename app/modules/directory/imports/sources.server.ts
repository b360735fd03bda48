import { and, asc, desc, eq, isNull, sql } from 'drizzle-orm'
import { z } from 'zod'
import type { Ctx } from '#core/context/context.server.ts'
import { isId } from '#core/context/ids.server.ts'
import { Conflict, type Mended, NotFound, problems } from '#core/errors/errors.ts'
import { unit } from '#core/identity/schema.server.ts'
import { mayBeOutside } from '#core/ports/outside.server.ts'
import { RegisterError } from '#core/ports/register.server.ts'
import { cut } from '#core/text/cut.ts'
import { decode } from '#core/text/decode.ts'
import { allow } from '#core/permissions/permissions.ts'
import type { Translated } from '#core/text/language.ts'
import { can } from '../permissions.ts'
import { placeKinds } from '../place-kinds.ts'
import { importConflict, importRun, importSource } from '../schema.server.ts'
import { nextNight } from './clock.ts'
import type { Run } from './run.server.ts'
import { kindFacts, settingsOf, type SourceKind, sourceKinds } from './settings.ts'
import { fileAt, rowsOf, type Source } from './sources/read.server.ts'
import { columns, type Mapping, mappingOf, placeOfRow } from './sources/table.ts'
import { forgetSpool } from './spool.server.ts'

const line = (most: number) => z.string().trim().max(most, 'tooLong').default('')
const uuid = /^[\da-f]{8}-[\da-f]{4}-[\da-f]{4}-[\da-f]{4}-[\da-f]{12}$/i
/** What a source is asked of in its form. Which of it is needed depends on its kind. */
export const sourceForm = z.object({
  name: z.string().trim().min(1, 'required').max(80, 'tooLong'), kind: z.enum(sourceKinds, 'required'), url: line(500).refine((text) => text === '' || mayBeOutside(text), 'badAddress'), unitId: z.uuid('required'),
  organisation: line(60).refine((text) => text === '' || uuid.test(text), 'badOrganisation'), municipality: line(100).refine((text) => text === '' || /^\d{1,3}([\s,;]+\d{1,3})*$/.test(text), 'badNumber'), types: line(500).refine((text) => /^[\d\s,;]*$/.test(text), 'badNumber'), query: line(300), placeKind: line(40).refine((text) => text === '' || placeKinds.has(text), 'invalid'),
  apiKey: line(500), nightly: z.string().optional().transform((its) => its === 'on'),
}).superRefine((its, at) => {
  const needed = (path: string) => at.addIssue({ code: 'custom', path: [path], message: 'required' })
  if ((its.kind === 'ptv11' || its.kind === 'ptv12') && !its.organisation && !its.municipality) needed('organisation')
  if (its.kind === 'lipas' && !its.municipality) needed('municipality')
  if (its.nightly && !its.url && kindFacts[its.kind].file) needed('url')
})
type Form = z.output<typeof sourceForm>

const mine = (ctx: Ctx, id: string) => and(eq(importSource.municipalityId, ctx.scope.municipalityId), eq(importSource.id, id))
/** A source whose key nobody sees: only whether there is one. */
export type ShownSource = Omit<Source, 'apiKey'> & { hasKey: boolean; unit: Translated | null }
const shown = ({ apiKey, ...its }: Source, unitName: Translated | null): ShownSource => ({ ...its, hasKey: apiKey !== '', unit: unitName })

/** The sources in use, each with its last run, and how many questions wait for an answer. */
export async function sourcesOf(ctx: Ctx): Promise<{ sources: (ShownSource & { last: Run | null })[]; units: { id: string; name: Translated }[]; conflicts: number }> {
  allow(ctx, can.import)
  const m = ctx.scope.municipalityId
  const rows = await ctx.db.select({ source: importSource, unit: unit.name }).from(importSource).innerJoin(unit, and(eq(unit.municipalityId, importSource.municipalityId), eq(unit.id, importSource.unitId))).where(and(eq(importSource.municipalityId, m), isNull(importSource.endedAt))).orderBy(asc(importSource.name))
  const last = await ctx.db.selectDistinctOn([importRun.sourceId]).from(importRun).where(eq(importRun.municipalityId, m)).orderBy(importRun.sourceId, desc(importRun.startedAt), desc(importRun.id))
  const [open] = await ctx.db.select({ n: sql<number>`count(*)::int` }).from(importConflict).where(and(eq(importConflict.municipalityId, m), isNull(importConflict.choice)))
  return { sources: rows.map((row) => ({ ...shown(row.source, row.unit), last: last.find((run) => run.sourceId === row.source.id) ?? null })), units: await unitsOf(ctx), conflicts: open!.n }
}

async function unitsOf(ctx: Ctx) { return ctx.db.select({ id: unit.id, name: unit.name }).from(unit).where(eq(unit.municipalityId, ctx.scope.municipalityId)).orderBy(asc(unit.key)) }

/** One source, for its admin. Throws NotFound. */
async function sourceOf(ctx: Ctx, id: string): Promise<Source> {
  allow(ctx, can.import)
  const [row] = isId(id) ? await ctx.db.select().from(importSource).where(mine(ctx, id)) : []
  if (!row) throw new NotFound()
  return row
}

export async function addSource(ctx: Ctx, input: Form): Promise<{ id: string } | Mended> {
  allow(ctx, can.import)
  if (!(await unitsOf(ctx)).some((each) => each.id === input.unitId)) return problems({ unitId: 'required' })
  if (input.kind === 'ptv12' && !input.apiKey) return problems({ apiKey: 'required' })
  const id = ctx.newId()
  await ctx.db.insert(importSource).values({ ...ctx.scope, id, ...given(input, {}), apiKey: input.apiKey, createdAt: ctx.now, nextAt: input.nightly ? nextNight(id, ctx.now) : null })
  return { id }
}

/** Changes a source. Its kind changes only within one register: from PTV v11 to v12 what was brought stays the same. An empty key leaves the present one. */
export async function changeSource(ctx: Ctx, id: string, input: Form): Promise<Mended | null> {
  const before = await sourceOf(ctx, id)
  const ptv = (kind: SourceKind) => kind === 'ptv11' || kind === 'ptv12'
  if (input.kind !== before.kind && !(ptv(input.kind) && ptv(before.kind))) return problems({ kind: 'otherKind' })
  if (!(await unitsOf(ctx)).some((each) => each.id === input.unitId)) return problems({ unitId: 'required' })
  if (input.kind === 'ptv12' && !input.apiKey && !before.apiKey) return problems({ apiKey: 'required' })
  await ctx.db.update(importSource).set({ ...given(input, settingsOf(before).mapping), apiKey: input.apiKey || before.apiKey, failures: 0, nextAt: input.nightly ? before.nextAt ?? nextNight(id, ctx.now) : null }).where(mine(ctx, id))
  return null
}
function given({ name, kind, url, unitId, nightly, organisation, municipality, types, query, placeKind }: Form, mapping: Mapping) {
  return { name, kind, url: url || kindFacts[kind].url, unitId, nightly, settings: { organisation, municipality, types: types.split(/[\s,;]+/).filter(Boolean).map(Number), query, kind: placeKind, mapping } }
}

/** The source is no more: what it brought stays, and is edited here from now on. */
export async function endSource(ctx: Ctx, id: string): Promise<void> {
  await sourceOf(ctx, id)
  const left = await ctx.db.update(importRun).set({ state: 'dropped', endedAt: ctx.now }).where(and(eq(importRun.municipalityId, ctx.scope.municipalityId), eq(importRun.sourceId, id), sql`state in ('asked', 'held')`)).returning({ id: importRun.id })
  await ctx.db.update(importConflict).set({ choice: 'here', chosenAt: ctx.now }).where(and(eq(importConflict.municipalityId, ctx.scope.municipalityId), eq(importConflict.sourceId, id), isNull(importConflict.choice)))
  await ctx.db.update(importSource).set({ endedAt: ctx.now, nightly: false, nextAt: null, apiKey: '' }).where(mine(ctx, id))
  for (const run of left) await forgetSpool(ctx, run.id)
  await ctx.storage.remove(fileAt(ctx, id))
}

/** Asks for a run, which the clock does within a minute. `dry`: only to be looked at. One at a time of a source: a second asking is the first one. */
export async function askRun(ctx: Ctx, sourceId: string, { dry = false }: { dry?: boolean } = {}): Promise<{ id: string }> {
  const its = await sourceOf(ctx, sourceId)
  if (its.endedAt) throw new Conflict('sourceEnded')
  const id = ctx.newId()
  const [made] = await ctx.db.insert(importRun).values({ ...ctx.scope, id, sourceId, by: ctx.actor.kind === 'person' ? ctx.actor.id : null, startedAt: ctx.now, state: 'asked', dry }).onConflictDoNothing().returning({ id: importRun.id })
  if (made) return made
  const [going] = await ctx.db.select({ id: importRun.id }).from(importRun).where(and(eq(importRun.municipalityId, ctx.scope.municipalityId), eq(importRun.sourceId, sourceId), sql`state in ('asked', 'running')`))
  return going ?? askRun(ctx, sourceId, { dry })
}

/** The largest file, in bytes: fifty thousand places with their descriptions. */
const mostBytes = 35_000_000
/** Keeps a file that an admin brings: what is brought from it is asked for apart, after a look. */
export async function bringFile(ctx: Ctx, sourceId: string, form: FormData): Promise<Mended | null> {
  const its = await sourceOf(ctx, sourceId)
  if (!kindFacts[its.kind].file) throw new NotFound()
  const file = form.get('file')
  if (!(file instanceof File) || file.size === 0) return problems({ file: 'required' })
  if (file.size > mostBytes) return problems({ file: 'tooLarge' })
  const bytes = Buffer.from(await file.arrayBuffer())
  if (its.kind !== 'hauki') try { rowsOf(its.kind, decode(bytes)) } catch (cause) { if (cause instanceof RegisterError) return problems({ file: 'notTable' }); throw cause }
  else try { JSON.parse(decode(bytes)) } catch { return problems({ file: 'notTable' }) }
  await ctx.storage.put(fileAt(ctx, sourceId), bytes)
  return null
}
/** Says which column is what; '' is none, and a column that is not said is guessed. */
export async function mapColumns(ctx: Ctx, sourceId: string, said: Record<string, string>): Promise<void> {
  const its = await sourceOf(ctx, sourceId)
  const mapping = Object.fromEntries(columns.flatMap((column) => (said[column] === undefined ? [] : [[column, cut(said[column], 200)]])))
  await ctx.db.update(importSource).set({ settings: { ...its.settings, mapping } }).where(mine(ctx, sourceId))
}

/** What a kept table looks like: its columns, what they are taken for, and its first rows as they would be read. */
export type TableLook = { headers: string[]; mapping: Mapping; rows: number; first: { name: string; kind: string; street: string; point: string; refused: string }[]; problem: boolean }
export type SourcePage = { source: ShownSource; settings: ReturnType<typeof settingsOf>; runs: Run[]; units: { id: string; name: Translated }[]; hasFile: boolean; table: TableLook | null }

/** A source's own page: its settings, its runs, and the file that waits. */
export async function showSource(ctx: Ctx, id: string): Promise<SourcePage> {
  const source = await sourceOf(ctx, id)
  const [own] = await ctx.db.select({ name: unit.name }).from(unit).where(and(eq(unit.municipalityId, ctx.scope.municipalityId), eq(unit.id, source.unitId)))
  const runs = await ctx.db.select().from(importRun).where(and(eq(importRun.municipalityId, ctx.scope.municipalityId), eq(importRun.sourceId, id))).orderBy(desc(importRun.startedAt), desc(importRun.id)).limit(20)
  const bytes = kindFacts[source.kind].file ? await ctx.storage.get(fileAt(ctx, id)) : null
  return { source: shown(source, own?.name ?? null), settings: settingsOf(source), runs, units: await unitsOf(ctx), hasFile: bytes !== null, table: bytes && source.kind !== 'hauki' ? lookAt(source, bytes) : null }
}
function lookAt(source: Source, bytes: Buffer): TableLook {
  const settings = settingsOf(source)
  try {
    const { headers, rows } = rowsOf(source.kind, decode(bytes))
    const mapping = mappingOf(headers, settings.mapping)
    const first = rows.slice(0, 5).map((row) => {
      const its = placeOfRow(row, mapping, settings.kind)
      if ('refused' in its) return { name: its.name, kind: '', street: '', point: '', refused: its.refused }
      const { kind, street, longitude, latitude } = its.facts as { kind: string; street?: Translated | null; longitude?: number | null; latitude?: number | null }
      return { name: its.name, kind, street: street?.fi ?? '', point: longitude != null && latitude != null ? `${latitude}, ${longitude}` : '', refused: '' }
    })
    return { headers, mapping, rows: rows.length, first, problem: false }
  } catch (cause) {
    if (!(cause instanceof RegisterError)) throw cause
    return { headers: [], mapping: {}, rows: 0, first: [], problem: true }
  }
}
