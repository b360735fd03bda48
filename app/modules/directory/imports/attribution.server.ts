import { and, asc, eq, inArray, isNull } from 'drizzle-orm'
import type { Ctx } from '#core/context/context.server.ts'
import { importRecord, importSource } from '../schema.server.ts'
import { kindFacts } from './settings.ts'

/** Where an entry comes from, as it is told where it is shown: some registers ask to be named (LIPAS: CC BY 4.0). */
export type Attribution = { name: string; /** whose data, under what licence; null when nothing is asked */ licence: { owner: string; name: string; url: string } | null; /** when it last changed there, as it was brought */ at: Date }

/** Where these places and services come from, each with its sources; those made here are not in it. One query. */
export async function attributionsOf(ctx: Ctx, ids: string[]): Promise<Map<string, Attribution[]>> {
  const all = new Map<string, Attribution[]>()
  if (ids.length === 0) return all
  const rows = await ctx.db.select({ id: importRecord.ownId, name: importSource.name, kind: importSource.kind, at: importRecord.seenAt }).from(importRecord)
    .innerJoin(importSource, and(eq(importSource.municipalityId, importRecord.municipalityId), eq(importSource.id, importRecord.sourceId)))
    .where(and(eq(importRecord.municipalityId, ctx.scope.municipalityId), inArray(importRecord.what, ['place', 'service', 'hours']), inArray(importRecord.ownId, ids), isNull(importRecord.vanishedAt))).orderBy(asc(importSource.name))
  for (const { id, name, kind, at } of rows) {
    const its = all.get(id) ?? []
    if (!its.some((each) => each.name === name)) its.push({ name, licence: kindFacts[kind].licence, at })
    all.set(id, its)
  }
  return all
}
/** Where one place or service comes from. */
export const attributionOf = async (ctx: Ctx, id: string): Promise<Attribution[]> => (await attributionsOf(ctx, [id])).get(id) ?? []
