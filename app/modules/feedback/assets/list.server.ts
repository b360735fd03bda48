import { and, asc, count, eq, isNull, max, sql } from 'drizzle-orm'
import type { Ctx } from '#core/context/context.server.ts'
import { allow } from '#core/permissions/permissions.ts'
import { can } from '../permissions.ts'
import { asset } from '../schema.server.ts'

/** The kinds of things with how many there are, how many are gone, and when they were last brought in. */
export async function assetsToKeep(ctx: Ctx): Promise<{ kind: string; here: number; gone: number; at: Date | null }[]> {
  allow(ctx, can.keepAssets)
  return ctx.db.select({ kind: asset.kind, here: sql<number>`count(*) filter (where ${asset.goneAt} is null)::int`, gone: count(asset.goneAt), at: max(asset.importedAt) }).from(asset)
    .where(eq(asset.municipalityId, ctx.scope.municipalityId)).groupBy(asset.kind).orderBy(asc(asset.kind))
}

/** One page of a kind's things by number, for the codes on poles; `after` is the last key of the page before. */
export async function assetsOfKind(ctx: Ctx, kind: string, after = ''): Promise<{ rows: { id: string; key: string; name: string }[]; next: string | null }> {
  allow(ctx, can.keepAssets)
  const rows = await ctx.db.select({ id: asset.id, key: asset.key, name: asset.name }).from(asset)
    .where(and(eq(asset.municipalityId, ctx.scope.municipalityId), eq(asset.kind, kind), isNull(asset.goneAt), after ? sql`${asset.key} > ${after}` : undefined)).orderBy(asc(asset.key)).limit(page + 1)
  return { rows: rows.slice(0, page), next: rows.length > page ? rows[page - 1]!.key : null }
}
const page = 100
