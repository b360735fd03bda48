import type { Ctx } from '#core/context/context.server.ts'
import { Invalid, problems, type Problems } from '#core/errors/errors.ts'
import { forgetFile, keepFile } from '#core/files/kept-file.server.ts'
import { allow } from '#core/permissions/permissions.ts'
import { withQuery } from '#core/http/urls.ts'
import { can } from '../permissions.ts'
import { importComments } from './import-comments.server.ts'
import { importIdeas } from './import-ideas.server.ts'
import { openChosen } from './preview.server.ts'
import { mostBytes, readCsv } from './read-csv.ts'

/** Takes a file and leads to its preview. What cannot be read at all is told at once, with the row where it is known. */
export async function uploadFile(ctx: Ctx, form: FormData): Promise<{ to: string } | { problems: Problems; values?: Record<string, string> }> {
  const me = allow(ctx, can.import)
  const file = form.get('file')
  if (!(file instanceof File) || file.size === 0) return problems({ file: 'required' })
  if (file.size > mostBytes) return problems({ file: 'tooLarge' })
  const bytes = new Uint8Array(await file.arrayBuffer())
  const read = readCsv(bytes)
  if ('problem' in read) return { problems: { file: read.problem }, values: read.row ? { row: String(read.row) } : {} }
  return { to: withQuery('/ideas/import', { what: form.get('what') === 'comments' ? 'comments' : 'ideas', file: await keepFile(ctx, 'import', me.id, bytes) }) }
}

/** Imports what the preview showed; when that has changed meanwhile, nothing happens and the new numbers are shown. */
export async function runImport(ctx: Ctx, query: URLSearchParams, form: FormData): Promise<{ to: string } | { problems: Problems }> {
  const me = allow(ctx, can.import)
  const expected = Number(form.get('good'))
  if (!Number.isInteger(expected)) throw new Invalid()
  const chosen = await openChosen(ctx, query)
  if (!chosen) return problems({ form: 'gone' })
  const { table, what, mapping, source } = chosen
  const done = await (what === 'ideas' ? importIdeas(ctx, table, mapping, source) : importComments(ctx, table, mapping, source))
  if (done.imported !== expected) return problems({ form: 'changed' })
  await forgetFile(ctx, 'import', me.id)
  return { to: withQuery('/ideas/import', { imported: done.imported, already: done.already, left: done.left }) }
}
