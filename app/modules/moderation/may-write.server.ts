import { and, eq, gt, lte, sql } from 'drizzle-orm'
import { type Ctx, oneAtATime } from '#core/context/context.server.ts'
import { sending } from './schema.server.ts'

const hour = 60 * 60_000
/** Guests who are known by nothing share one count, this many times a person's. */
const guestsTogether = 10

/**
 * May the asker send one more text now? Counts it when so: at most rules.sendsPerHour an hour by one person, or by one
 * `guestKey` (an e-mail or a network address; only its keyed digest is kept). Counted in the database under a lock of the
 * sender's own, so that parallel sends and several programs count as one. What the caller's transaction takes back is not
 * counted. The municipality's own people are not limited.
 * @param times of a key that many share, such as a network's: how many times a person's they may
 */
export async function mayWrite(ctx: Ctx, guestKey?: string, times = 1): Promise<boolean> {
  const me = ctx.actor
  if (me.kind === 'person' && (me.units.length > 0 || me.moderator || me.admin || me.installationAdmin)) return true
  const sender = me.kind === 'person' ? me.id : guestKey ? ctx.sign('sender', guestKey.trim().toLowerCase()) : 'guests'
  const allowed = ctx.municipality.rules.sendsPerHour * (sender === 'guests' ? guestsTogether : times)
  await oneAtATime(ctx, `moderation sending ${sender}`)
  const mine = and(eq(sending.municipalityId, ctx.scope.municipalityId), eq(sending.sender, sender))
  const since = new Date(ctx.now.getTime() - hour)
  await ctx.db.delete(sending).where(and(mine, lte(sending.at, since)))
  const [row] = await ctx.db.select({ count: sql<number>`count(*)::int` }).from(sending).where(and(mine, gt(sending.at, since)))
  if (row!.count >= allowed) return false
  await ctx.db.insert(sending).values({ ...ctx.scope, id: ctx.newId(), sender, at: ctx.now })
  return true
}
