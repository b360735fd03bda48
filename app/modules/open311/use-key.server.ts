import { and, eq, isNull, lt, or, sql } from 'drizzle-orm'
import type { Ctx } from '#core/context/context.server.ts'
import { allowAnyone } from '#core/permissions/permissions.ts'
import { wallClock } from '#core/time/local.ts'
import { digest } from './keys.server.ts'
import { can } from './permissions.ts'
import { Refused, refused } from './refused.ts'
import { key, keyHour, type Scope } from './schema.server.ts'

export type Used = { id: string; name: string; scopes: Scope[]; partnerId: string | null }
const hour = 3_600_000

/**
 * The key that a program writes with, once it may do one of `wanted`, counted against its hour. Call it outside the
 * transaction of what is written: a refused call counts too, and calls with one key do not wait for each other's work.
 * Throws Refused: 403 for a key that is missing, unknown, ended or made for something else, 429 with Retry-After beyond its hour.
 */
export async function useKey(ctx: Ctx, said: string | undefined, wanted: Scope[]): Promise<Used> {
  allowAnyone(ctx, can.write)
  if (!said) throw refused(403, 'keyMissing')
  const here = eq(key.municipalityId, ctx.scope.municipalityId)
  const [its] = await ctx.db.select().from(key).where(and(here, eq(key.hash, digest(said)), isNull(key.revokedAt)))
  if (!its) throw refused(403, 'keyUnknown')
  if (its.endsOn && its.endsOn < wallClock(ctx.now).day) throw refused(403, 'keyEnded')
  if (!its.scopes.some((scope) => wanted.includes(scope))) throw refused(403, 'keyScope')
  const began = new Date(Math.floor(ctx.now.getTime() / hour) * hour)
  // one statement on one row: however many processes and calls at once, no more than its number are let through
  const [counted] = await ctx.db.insert(keyHour).values({ ...ctx.scope, keyId: its.id, hour: began, used: 1 })
    .onConflictDoUpdate({ target: [keyHour.municipalityId, keyHour.keyId, keyHour.hour], set: { used: sql`${keyHour.used} + 1` }, setWhere: lt(keyHour.used, its.perHour) }).returning({ used: keyHour.used })
  if (!counted) throw new Refused([{ code: 429, what: 'tooOften', about: String(its.perHour) }], { 'retry-after': String(Math.max(1, Math.ceil((began.getTime() + hour - ctx.now.getTime()) / 1000))) })
  if (counted.used === 1) await ctx.db.delete(keyHour).where(and(eq(keyHour.municipalityId, ctx.scope.municipalityId), eq(keyHour.keyId, its.id), lt(keyHour.hour, began)))
  await ctx.db.update(key).set({ lastUsedAt: ctx.now }).where(and(here, eq(key.id, its.id), or(isNull(key.lastUsedAt), lt(key.lastUsedAt, new Date(ctx.now.getTime() - 60_000)))))
  return { id: its.id, name: its.name, scopes: its.scopes, partnerId: its.partnerId }
}
