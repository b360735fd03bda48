import { createHash } from 'node:crypto'
import { and, desc, eq, isNull, lt, or, sql } from 'drizzle-orm'
import { z } from 'zod'
import type { Ctx, House, Municipality } from '#core/context/context.server.ts'
import { oneAtATime } from '#core/context/context.server.ts'
import { isId } from '#core/context/ids.server.ts'
import { type Mended, NotFound, problems } from '#core/errors/errors.ts'
import { account, organisation } from '#core/identity/schema.server.ts'
import type { SignedIn } from '#core/identity/who.server.ts'
import { allow } from '#core/permissions/permissions.ts'
import { can } from './permissions.ts'
import { token } from './schema.server.ts'

export const keyInput = z.object({ name: z.string().trim().min(1, 'required').max(80, 'tooLong') })
const mostKeys = 10
const shownFor = 10 * 60_000
/** A key is made of its id with the installation's secret, so that its page can show it again for a moment though only its digest is kept. */
const keyOf = (ctx: Ctx, id: string) => `nousu_${ctx.sign('api key', id)}`
const digest = (key: string) => createHash('sha256').update(key).digest('base64url')

/** Makes a key for a program to write in my name, or in my organisation's while I act as it. Returns `tooMany` after ten. */
export async function makeKey(ctx: Ctx, input: z.input<typeof keyInput>): Promise<{ id: string } | Mended> {
  const me = allow(ctx, can.keepKeys)
  const { name } = keyInput.parse(input)
  await oneAtATime(ctx, `keys of ${me.id}`)
  if ((await myKeys(ctx)).length >= mostKeys) return problems({ name: 'tooMany' })
  const id = ctx.newId()
  await ctx.db.insert(token).values({ ...ctx.scope, id, personId: me.id, actsAs: me.as?.id ?? null, name, hash: digest(keyOf(ctx, id)), createdAt: ctx.now })
  return { id }
}

/** My keys in use, newest first. */
export async function myKeys(ctx: Ctx): Promise<{ id: string; name: string; as: string | null; createdAt: Date; lastUsedAt: Date | null }[]> {
  const me = allow(ctx, can.keepKeys)
  return ctx.db.select({ id: token.id, name: token.name, as: organisation.name, createdAt: token.createdAt, lastUsedAt: token.lastUsedAt }).from(token)
    .leftJoin(organisation, and(eq(organisation.municipalityId, token.municipalityId), eq(organisation.id, token.actsAs)))
    .where(and(eq(token.municipalityId, ctx.scope.municipalityId), eq(token.personId, me.id), isNull(token.revokedAt))).orderBy(desc(token.createdAt))
}

/** A key of mine that was made a moment ago, to be stored now; null later. */
export async function newKey(ctx: Ctx, id: string | null): Promise<string | null> {
  const mine = (await myKeys(ctx)).find((each) => each.id === id)
  return mine && ctx.now.getTime() - mine.createdAt.getTime() < shownFor ? keyOf(ctx, mine.id) : null
}

/** Ends a key of mine at once; a second time changes nothing. Throws NotFound for someone else's. */
export async function revokeKey(ctx: Ctx, id: string) {
  const me = allow(ctx, can.keepKeys)
  if (!isId(id)) throw new NotFound()
  const mine = and(eq(token.municipalityId, ctx.scope.municipalityId), eq(token.id, id), eq(token.personId, me.id))
  const ended = await ctx.db.update(token).set({ revokedAt: sql`coalesce(${token.revokedAt}, ${ctx.now})` }).where(mine).returning({ id: token.id })
  if (ended.length === 0) throw new NotFound()
}

/**
 * Whose a key is, as sign-in would say it; null when there is no such key in the municipality or it has ended. A key never
 * carries the rights of an installation's admin. When it was last used is kept to the hour.
 */
export async function holderOf(house: Pick<House, 'database' | 'clock' | 'signIn'>, municipality: Municipality, key: string): Promise<SignedIn | null> {
  const db = house.database.of(municipality.id)
  const its = and(eq(token.municipalityId, municipality.id), eq(token.hash, digest(key)), isNull(token.revokedAt))
  const [found] = await db.select({ id: token.id, personId: token.personId, actsAs: token.actsAs }).from(token).where(its)
  if (!found) return null
  const [who] = await house.database.owner.select({ name: account.name, email: account.email, assurance: account.assurance, persona: account.persona }).from(account).where(eq(account.id, found.personId))
  if (!who || (who.persona && house.signIn?.offers.personas === false)) return null
  const now = house.clock()
  await db.update(token).set({ lastUsedAt: now }).where(and(its, or(isNull(token.lastUsedAt), lt(token.lastUsedAt, new Date(now.getTime() - 3_600_000)))))
  return { accountId: found.personId, name: who.name, email: who.email, assurance: who.assurance, sessionId: '', installationAdmin: false, ...(found.actsAs ? { actsAs: found.actsAs } : {}) }
}
