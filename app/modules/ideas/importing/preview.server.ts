import type { Ctx } from '#core/context/context.server.ts'
import { keptFile } from '#core/files/kept-file.server.ts'
import { allow } from '#core/permissions/permissions.ts'
import { can } from '../permissions.ts'
import { checkComments, type ReadyComment } from './check-comments.server.ts'
import { type BadRow, checkIdeas, type ReadyIdea } from './check-ideas.server.ts'
import { guessMapping, guessSource, type Mapping, neededOf, readMapping, type What } from './columns.ts'
import { readCsv, type Table } from './read-csv.ts'

/** What the import page shows: where to begin, or what would come of a file. */
export type Preview =
  | { step: 'start'; done: { imported: number; already: number; left: number } | null; gone: boolean }
  | { step: 'map'; what: What; file: string; source: string; headers: string[]; samples: string[]; mapping: Mapping; missing: string[]; rows: number; checked: Outcome | null }
export type Outcome = { good: number; already: number; bad: number; badRows: BadRow[]; first: (ReadyIdea | ReadyComment)[] }
const badShown = 200

/** Reads the address of the import page: which file, how its columns are understood. Changes nothing. */
export async function previewImport(ctx: Ctx, query: URLSearchParams): Promise<Preview> {
  allow(ctx, can.import)
  const link = query.get('file')
  const count = (name: string) => Math.max(0, Math.trunc(Number(query.get(name)) || 0))
  if (!link) return { step: 'start', done: query.has('imported') ? { imported: count('imported'), already: count('already'), left: count('left') } : null, gone: false }
  const chosen = await openChosen(ctx, query)
  if (!chosen) return { step: 'start', done: null, gone: true }
  const { table, what, mapping, source } = chosen
  const missing = neededOf(what).filter((field) => mapping[field] === undefined)
  const sample = (column: number) => table.rows.slice(0, 20).map(({ cells }) => cells[column]?.trim()).find(Boolean) ?? ''
  return { step: 'map', what, file: link, source, headers: table.headers, samples: table.headers.map((_, i) => sample(i).slice(0, 40)), mapping, missing, rows: table.rows.length, checked: missing.length ? null : await outcomeOf(ctx, chosen) }
}

export type Chosen = { table: Table; what: What; mapping: Mapping; source: string }
/** The file of an address and how its columns are understood; null when it is gone. */
export async function openChosen(ctx: Ctx, query: URLSearchParams): Promise<Chosen | null> {
  const bytes = await keptFile(ctx, 'import', allow(ctx, can.import).id, query.get('file') ?? '')
  if (!bytes) return null
  const table = readCsv(bytes)
  if ('problem' in table) return null
  const what: What = query.get('what') === 'comments' ? 'comments' : 'ideas'
  const mapping = readMapping(query, what, table.headers.length) ?? guessMapping(table.headers, what, ctx.language)
  const source = (query.get('source') ?? guessSource(table.headers)).replace(/[\s/]+/g, ' ').trim().slice(0, 60)
  return { table, what, mapping, source }
}
async function outcomeOf(ctx: Ctx, { table, what, mapping, source }: Chosen): Promise<Outcome> {
  const { good, bad, already } = await (what === 'ideas' ? checkIdeas(ctx, table, mapping, source) : checkComments(ctx, table, mapping, source))
  return { good: good.length, already, bad: bad.length, badRows: bad.slice(0, badShown), first: good.slice(0, 5) }
}
