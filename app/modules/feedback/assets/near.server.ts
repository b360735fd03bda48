import { and, asc, eq, isNull, sql } from 'drizzle-orm'
import type { Ctx } from '#core/context/context.server.ts'
import { isId } from '#core/context/ids.server.ts'
import { lately } from '#core/db/lately.server.ts'
import { NotFound, type Problems } from '#core/errors/errors.ts'
import { isPoint, type Point } from '#core/geo/geo.ts'
import { resource } from '#core/http/page.ts'
import { allowAnyone } from '#core/permissions/permissions.ts'
import { can } from '../permissions.ts'
import { asset } from '../schema.server.ts'

/** A thing that can be picked; `metres` from the point that was asked. */
export type Near = { id: string; key: string; name: string; longitude: number; latitude: number; metres: number }
export type Asset = { id: string; kind: string; key: string; name: string; longitude: number; latitude: number; properties: Record<string, unknown>; importedAt: Date; /** since when it is no longer in its register */ goneAt: Date | null }

/** A list to choose from is short, and what is farther than this is not where one stands. */
const most = 8, farthest = 5000

/** Things of a kind within some metres of a point, the nearest first, at most eight. Those that are gone are left out. */
export async function assetsNear(ctx: Ctx, kind: string, { longitude, latitude }: Point, metres: number): Promise<Near[]> {
  allowAnyone(ctx, can.send)
  if (!isPoint({ longitude, latitude })) return []
  const { rows } = await ctx.db.execute<Near>(sql`select id, key, name, longitude, latitude, metres from feedback.assets_near(${kind}, ${longitude}::float8, ${latitude}::float8, ${Math.min(metres, farthest)}::float8, ${most}::int)`)
  return rows
}

/** One thing by its id, gone ones too: their history stays. Throws NotFound. */
export async function assetOf(ctx: Ctx, id: string): Promise<Asset> {
  allowAnyone(ctx, can.send)
  const [its] = isId(id) ? await ctx.db.select().from(asset).where(and(eq(asset.municipalityId, ctx.scope.municipalityId), eq(asset.id, id))) : []
  if (!its) throw new NotFound()
  return its
}

/**
 * The thing that a form of a report names (`assetId`), for a category of this kind of things: nothing when none is chosen or
 * the category has none, `gone` when it is no longer there or is of another kind. Its point is the report's.
 */
export async function readAsset(ctx: Ctx, kind: string | null, form: FormData): Promise<{ asset?: Asset } | { problems: Problems }> {
  const id = form.get('assetId')
  if (!kind || typeof id !== 'string' || !id) return {}
  const its = await assetOf(ctx, id).catch((cause: unknown) => { if (cause instanceof NotFound) return null; throw cause })
  return its && its.kind === kind && !its.goneAt ? { asset: its } : { problems: { assetId: 'gone' } }
}

/** The kinds of things that the municipality has, by name, with how many of each there are now. */
export async function assetKinds(ctx: Ctx): Promise<{ kind: string; count: number }[]> {
  allowAnyone(ctx, can.send)
  return lately(ctx, 'kinds of assets', () => ctx.db.select({ kind: asset.kind, count: sql<number>`count(*)::int` }).from(asset).where(and(eq(asset.municipalityId, ctx.scope.municipalityId), isNull(asset.goneAt))).groupBy(asset.kind).orderBy(asc(asset.kind)))
}

/** For the script of a form: the nearest things of a kind as data. */
export const nearAssets = resource('/feedback/assets/near', {
  get: async (ctx, _params, request) => {
    const { searchParams } = new URL(request.url)
    const [longitude, latitude] = [Number(searchParams.get('longitude') || NaN), Number(searchParams.get('latitude') || NaN)]
    return Response.json({ assets: await assetsNear(ctx, (searchParams.get('kind') ?? '').slice(0, 60), { longitude, latitude }, nearMetres) })
  },
})
/** How far a form looks for what may be meant. */
export const nearMetres = 300
