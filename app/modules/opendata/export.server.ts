import type { Ctx } from '#core/context/context.server.ts'
import { NotFound } from '#core/errors/errors.ts'
import { resource } from '#core/http/page.ts'
import { csvLine, utf8Mark } from '#core/text/csv.ts'
import { inLanguage } from '#core/text/language.ts'
import { streamed } from '#core/http/streamed.server.ts'
import { type OpenSet, sets } from './sets.server.ts'
import { openHeaders } from './stream.server.ts'

const pageSize = 1000
export const licence = 'https://creativecommons.org/licenses/by/4.0/'

/** `/open-data/ideas.csv`, `/open-data/comments.json` …: a whole set, read and sent page by page. `?separator=;` is for spreadsheets in Finnish. */
export const openDataFile = resource('/open-data/:file', { get: async (ctx, { file }, request) => {
  const [, name, form] = /^(\w+)\.(csv|json)$/.exec(file) ?? []
  const set = name && Object.hasOwn(sets, name) ? sets[name as keyof typeof sets] : undefined
  if (!set) throw new NotFound()
  const separator = new URL(request.url).searchParams.get('separator') === ';' ? ';' : ','
  const [body, type] = form === 'csv' ? [asCsv(ctx, set, separator), 'text/csv; charset=utf-8; header=present'] as const : [asJson(ctx, set), 'application/json; charset=utf-8'] as const
  return new Response(streamed(body), { headers: openHeaders(type, {
    'content-disposition': `attachment; filename="${ctx.municipality.slug}-${file}"`, link: `<${licence}>; rel="license"`, 'last-modified': ctx.now.toUTCString(),
  }) })
} })

/** A set as CSV in pieces of a thousand rows. */
async function* asCsv(ctx: Ctx, set: OpenSet, separator: ',' | ';' = ','): AsyncIterable<string> {
  yield utf8Mark + csvLine([...set.columns], separator)
  for await (const rows of pagesOf(ctx, set)) yield rows.map((row) => csvLine(set.columns.map((column) => row[column]), separator)).join('')
}

/** A set as one JSON object: whose, under which licence, when made, and its rows. */
async function* asJson(ctx: Ctx, set: OpenSet): AsyncIterable<string> {
  const about = { municipality: inLanguage(ctx.municipality.name, ctx.language), licence, made: ctx.now.toISOString() }
  yield `${JSON.stringify(about).slice(0, -1)},"${set.name}":[`
  let first = true
  for await (const rows of pagesOf(ctx, set)) {
    yield rows.map((row) => `${first ? (first = false, '') : ','}\n${JSON.stringify(Object.fromEntries(set.columns.map((column) => [column, row[column] ?? null])))}`).join('')
  }
  yield '\n]}\n'
}

async function* pagesOf(ctx: Ctx, set: OpenSet) {
  for (let after: string | undefined; ;) {
    const rows = await set.page(ctx, after, pageSize)
    if (rows.length) yield rows
    if (rows.length < pageSize) return
    after = rows.at(-1)!.id as string
  }
}
