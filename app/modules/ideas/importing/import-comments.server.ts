import { type Ctx, oneAtATime } from '#core/context/context.server.ts'
import { allow } from '#core/permissions/permissions.ts'
import { importComments as keep } from '#modules/discussion/server'
import { can } from '../permissions.ts'
import { checkComments } from './check-comments.server.ts'
import type { Mapping } from './columns.ts'
import type { Imported } from './import-ideas.server.ts'
import type { Table } from './read-csv.ts'

/** Brings in the comments of a file that are fine, in the asker's one transaction. Nobody is sent a notice. Doing it again changes nothing. */
export async function importComments(ctx: Ctx, table: Table, mapping: Mapping, source: string): Promise<Imported> {
  allow(ctx, can.import)
  await oneAtATime(ctx, 'import')
  const { good, bad, already } = await checkComments(ctx, table, mapping, source)
  await keep(ctx, good)
  return { imported: good.length, already, left: bad.length }
}
