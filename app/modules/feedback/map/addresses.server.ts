import type { Ctx } from '#core/context/context.server.ts'
import { problems, type Problems } from '#core/errors/errors.ts'
import { readAddresses } from '#core/geo/address-file.ts'
import { addressCounts, keepAddresses } from '#core/geo/addresses.server.ts'
import { metresBetween } from '#core/geo/geo.ts'
import { farthest } from '#core/geo/locate.server.ts'
import { allow } from '#core/permissions/permissions.ts'
import { can } from '../permissions.ts'

/** A large city's file of doors; the whole country's is not a municipality's. */
const mostBytes = 30_000_000

export async function showAddresses(ctx: Ctx): Promise<{ streets: number; doors: number }> {
  allow(ctx, can.keepAddresses)
  return addressCounts(ctx)
}

/**
 * Takes an address file in: the municipality's addresses are those of the file from then on. All or nothing: the first lines
 * that cannot be read are told by their numbers, and nothing changes. A file whose doors are mostly elsewhere is refused.
 */
export async function importAddresses(ctx: Ctx, form: FormData): Promise<{ to: string } | { problems: Problems; values?: Record<string, string> }> {
  allow(ctx, can.keepAddresses)
  const file = form.get('file')
  if (!(file instanceof File) || file.size === 0) return problems({ file: 'required' })
  if (file.size > mostBytes) return problems({ file: 'tooLarge' })
  const read = readAddresses(textOf(new Uint8Array(await file.arrayBuffer())), ctx.municipality.code)
  if (read.missing.length) return { problems: { file: 'missingColumns' }, values: { missing: read.missing.join(', ') } }
  const far = read.doors.filter((door) => metresBetween(door, ctx.municipality) > farthest)
  if (read.wrong.length || far.length) return { problems: { file: far.length && !read.wrong.length ? 'farAway' : 'wrongLines' }, values: { lines: read.wrong.slice(0, 10).map((each) => `${each.line} ${each.why}`).join('\n'), wrong: String(read.wrong.length || far.length) } }
  if (read.doors.length === 0) return problems({ file: 'empty' })
  const kept = await keepAddresses(ctx, read.doors)
  return { to: `/admin/addresses?streets=${kept.streets}&doors=${kept.doors}&left=${read.left}` }
}

/** UTF-8, or Windows-1252, in which registers' files are still written. */
function textOf(bytes: Uint8Array): string {
  try { return new TextDecoder('utf-8', { fatal: true }).decode(bytes) } catch { return new TextDecoder('windows-1252').decode(bytes) }
}
