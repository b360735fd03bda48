import { createHash } from 'node:crypto'
import { and, desc, eq, isNull, sql } from 'drizzle-orm'
import { z } from 'zod'
import { type Ctx, oneAtATime } from '#core/context/context.server.ts'
import { isId } from '#core/context/ids.server.ts'
import { type Mended, NotFound, problems } from '#core/errors/errors.ts'
import { allow } from '#core/permissions/permissions.ts'
import { wallClock } from '#core/time/local.ts'
import { partner } from '#modules/feedback/server'
import { can } from './permissions.ts'
import { key, scopes } from './schema.server.ts'

const list = (value: unknown) => (value === undefined ? [] : Array.isArray(value) ? value : [value])
const blank = (value: unknown) => (value === '' ? undefined : value)
export const keyInput = z.object({
  name: z.string().trim().min(1, 'required').max(80, 'tooLong'),
  scopes: z.preprocess(list, z.array(z.enum(scopes, 'invalid')).min(1, 'chooseScope')),
  perHour: z.preprocess((value) => Number(value ?? 600), z.int('invalid').min(1, 'invalid').max(100_000, 'invalid')),
  partnerId: z.preprocess(blank, z.string().refine(isId, 'invalid').optional()),
  endsOn: z.preprocess(blank, z.iso.date('invalid').optional()),
})
export const idField = z.object({ id: z.string().refine(isId, 'invalid') })
const shownFor = 10 * 60_000
/** As a key for the API: made of its id with the installation's secret, so that its page can show it for a moment though only its digest is kept. */
const keyOf = (ctx: Pick<Ctx, 'sign' | 'scope'>, id: string) => `open311_${ctx.sign(`open311 key ${ctx.scope.municipalityId}`, id)}`
export const digest = (said: string) => createHash('sha256').update(said).digest('base64url')

/** Makes a key for a program, by a name that no key in use has. Returns problems by field. */
export async function makeKey(ctx: Ctx, input: z.infer<typeof keyInput>): Promise<{ id: string } | Mended> {
  allow(ctx, can.keepKeys)
  if (input.endsOn && input.endsOn < wallClock(ctx.now).day) return problems({ endsOn: 'past' })
  if (input.partnerId && !(await partnersOf(ctx)).some((each) => each.id === input.partnerId)) return problems({ partnerId: 'invalid' })
  await oneAtATime(ctx, 'open311 keys')
  if ((await keysOf(ctx)).some((each) => each.name.toLocaleLowerCase('fi') === input.name.toLocaleLowerCase('fi'))) return problems({ name: 'nameTaken' })
  const id = ctx.newId()
  await ctx.db.insert(key).values({ ...ctx.scope, id, name: input.name, hash: digest(keyOf(ctx, id)), scopes: input.scopes, perHour: input.perHour, partnerId: input.partnerId ?? null, endsOn: input.endsOn ?? null, createdAt: ctx.now })
  return { id }
}

export type Key = { id: string; name: string; scopes: (typeof scopes)[number][]; perHour: number; partner: string | null; endsOn: string | null; ended: boolean; createdAt: Date; lastUsedAt: Date | null }
/** The keys in use and those whose last day has passed, newest first. */
export async function keysOf(ctx: Ctx): Promise<Key[]> {
  allow(ctx, can.keepKeys)
  const rows = await ctx.db.select({ id: key.id, name: key.name, scopes: key.scopes, perHour: key.perHour, partner: partner.name, endsOn: key.endsOn, createdAt: key.createdAt, lastUsedAt: key.lastUsedAt }).from(key)
    .leftJoin(partner, and(eq(partner.municipalityId, key.municipalityId), eq(partner.id, key.partnerId)))
    .where(and(eq(key.municipalityId, ctx.scope.municipalityId), isNull(key.revokedAt))).orderBy(desc(key.createdAt), desc(key.id))
  const { day } = wallClock(ctx.now)
  return rows.map((row) => ({ ...row, ended: row.endsOn !== null && row.endsOn < day }))
}

/** Whose work a key may be for. */
export async function partnersOf(ctx: Ctx): Promise<{ id: string; name: string }[]> {
  allow(ctx, can.keepKeys)
  return ctx.db.select({ id: partner.id, name: partner.name }).from(partner).where(and(eq(partner.municipalityId, ctx.scope.municipalityId), isNull(partner.closedAt))).orderBy(partner.name)
}

/** A key that was made a moment ago, to be handed on now; null later. */
export async function newKey(ctx: Ctx, id: string | null): Promise<string | null> {
  const its = (await keysOf(ctx)).find((each) => each.id === id)
  return its && ctx.now.getTime() - its.createdAt.getTime() < shownFor ? keyOf(ctx, its.id) : null
}

/** Ends a key at once; a second time changes nothing. Throws NotFound. */
export async function revokeKey(ctx: Ctx, id: string) {
  allow(ctx, can.keepKeys)
  if (!isId(id)) throw new NotFound()
  const ended = await ctx.db.update(key).set({ revokedAt: sql`coalesce(${key.revokedAt}, ${ctx.now})` }).where(and(eq(key.municipalityId, ctx.scope.municipalityId), eq(key.id, id))).returning({ id: key.id })
  if (ended.length === 0) throw new NotFound()
}
