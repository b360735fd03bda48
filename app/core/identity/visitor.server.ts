import { createHmac, randomBytes } from 'node:crypto'
import { and, eq, lt } from 'drizzle-orm'
import type { Ctx } from '#core/context/context.server.ts'
import { addressOf } from '#core/http/asker-address.server.ts'
import { isOutside } from '#core/ports/outside.server.ts'
import { wallClock } from '#core/time/local.ts'
import { dayKey } from './schema.server.ts'

/**
 * Whose visit this is, today: the same for one visitor's requests within a day, and nobody's after it. A keyed digest
 * (HMAC-SHA256) of the network address, shortened, and the browser's name, with a random key that is made for the day and
 * erased after it, so that not even the holder of the database can tell later who it was. No cookie, nothing on the device.
 * For "one answer a visit", "me too" without an account, and limits. Visitors behind one address with one kind of browser are one.
 * It begins with that of the network (`networkOfVisitor`), because a script may call itself by any browser's name.
 * @param what what is counted, such as `satisfaction <id>`: so that visits to two things cannot be joined
 */
export async function visitorOf(ctx: Ctx, request: Request, what: string): Promise<string> {
  const key = await keyOfDay(ctx), from = addressOf(request), address = shortened(from)
  const digest = (...of: string[]) => createHmac('sha256', key).update(JSON.stringify([what, address, ...of])).digest('base64url')
  return `${isOutside(from.includes(':') ? `${from}::` : from) ? digest().slice(0, 16) : ''}.${digest(request.headers.get('user-agent') ?? '')}`
}
/** The network of a visit's key, by which visits from one network to one thing can be counted; null for the machine's own networks, where everyone behind an unknown proxy would be one. */
export const networkOfVisitor = (visit: string): string | null => /^([\w-]{16})\./.exec(visit)?.[1] ?? null

/** The first three parts of an IPv4 address; an IPv6 address is its network already. */
const shortened = (address: string) => address.replace(/^(\d+\.\d+\.\d+)\.\d+$/, '$1')

async function keyOfDay(ctx: Ctx): Promise<Buffer> {
  const { day } = wallClock(ctx.now)
  const mine = and(eq(dayKey.municipalityId, ctx.scope.municipalityId), eq(dayKey.day, day))
  const [known] = await ctx.db.select({ key: dayKey.key }).from(dayKey).where(mine)
  if (known) return Buffer.from(known.key, 'base64url')
  await ctx.db.insert(dayKey).values({ ...ctx.scope, day, key: randomBytes(32).toString('base64url') }).onConflictDoNothing()
  const [made] = await ctx.db.select({ key: dayKey.key }).from(dayKey).where(mine)
  return Buffer.from(made!.key, 'base64url')
}

/** Erases the keys of days that are over; by the clock, after midnight. */
export async function forgetDayKeys(ctx: Ctx) {
  await ctx.db.delete(dayKey).where(and(eq(dayKey.municipalityId, ctx.scope.municipalityId), lt(dayKey.day, wallClock(ctx.now).day)))
}
