import { and, eq, isNull, sql } from 'drizzle-orm'
import { z } from 'zod'
import type { Ctx } from '#core/context/context.server.ts'
import { NotFound } from '#core/errors/errors.ts'
import { judgeCounter } from './judge.server.ts'
import { counter, passage } from './schema.server.ts'
import { settle } from './settle.server.ts'

const people = (most: number) => z.number('invalid').int('invalid').min(0, 'invalid').max(most, 'invalid')
/** One count as gate and ticket systems send it: how many came and went since the last one, or how many are inside. */
export const countShape = z.object({
  counter: z.uuid('invalid'), /** the sender's own id of it: the same twice is once */ clientId: z.string().min(1, 'required').max(100, 'tooLong').refine((text) => text.isWellFormed() && !text.includes('\0'), 'invalid'), /** when it happened, with its zone */ at: z.iso.datetime({ offset: true, error: 'invalid' }),
  entered: people(5000).optional(), left: people(5000).optional(), /** absolute; alone */ inside: people(50_000).optional(),
}).refine((its) => (its.inside === undefined ? its.entered !== undefined || its.left !== undefined : its.entered === undefined && its.left === undefined), 'oneOrTheOther')
export type Count = Pick<z.output<typeof countShape>, 'clientId' | 'at' | 'entered' | 'left' | 'inside'>
/** Most in one message. */
const mostCounts = 500
export const countsShape = z.union([countShape.transform((one) => [one]), z.array(countShape).min(1, 'required').max(mostCounts, 'tooLong')])

/** What became of counts: how many were new, how many were there already, and which were not taken and why. */
export type Taken = { taken: number; known: number; refused: { clientId: string; reason: 'inFuture' | 'tooOld' | 'ended' | 'notCounted' }[] }

/** Clocks of gates may be so much ahead. */
const ahead = 5 * 60_000
/** Counts older than this have no place any more. */
export const keptDays = 14

/** A counter in use, its row locked until the transaction ends. Throws NotFound. */
export async function lockCounter(ctx: Ctx, counterId: string): Promise<typeof counter.$inferSelect> {
  const [its] = await ctx.db.select().from(counter).where(and(eq(counter.municipalityId, ctx.scope.municipalityId), eq(counter.id, counterId), isNull(counter.endedAt))).for('update')
  if (!its) throw new NotFound()
  return its
}

/**
 * Takes counts of one counter, in any order, the same one once: the database works the days that they are of out anew, and the
 * counter is judged. Asks nobody's permission: the ways in do (a device's key, a person's right). Throws NotFound.
 */
export async function passages(ctx: Ctx, counterId: string, counts: Count[]): Promise<Taken> {
  const its = await lockCounter(ctx, counterId)
  const refused: Taken['refused'] = []
  const fit = counts.filter(({ clientId, at, left, inside }) => {
    const age = ctx.now.getTime() - Date.parse(at)
    const reason = age < -ahead ? 'inFuture' as const : age > keptDays * 86_400_000 ? 'tooOld' as const : its.way === 'tickets' && (left || inside !== undefined) ? 'notCounted' as const : null
    if (reason) refused.push({ clientId, reason })
    return !reason
  })
  if (fit.length === 0) return { taken: 0, known: 0, refused }
  const rows = JSON.stringify(fit.map(({ clientId, at, entered, left, inside }) => ({ c: clientId, at, e: entered ?? 0, l: left ?? 0, i: inside ?? null })))
  const { rows: kept } = await ctx.db.execute<{ day: string; at: string | Date }>(sql`
    insert into ${passage} (municipality_id, counter_id, client_id, at, day, entered, left_out, inside, received_at)
    select ${ctx.scope.municipalityId}::int, ${its.id}::uuid, r.c, least(r.at, ${ctx.now}::timestamptz), occupancy.day_of(least(r.at, ${ctx.now}::timestamptz), ${its.resetHour}::int), r.e, r.l, r.i, ${ctx.now}::timestamptz
    from jsonb_to_recordset(${rows}::jsonb) as r(c text, at timestamptz, e int, l int, i int) on conflict do nothing returning day::text, at`)
  await ctx.db.update(counter).set({ heardAt: ctx.now }).where(and(eq(counter.municipalityId, ctx.scope.municipalityId), eq(counter.id, its.id)))
  const days = new Map<string, Date>()
  for (const row of kept) { const at = new Date(row.at), first = days.get(row.day); if (!first || at < first) days.set(row.day, at) }
  // Of a day that is new here every quarter is still to be written.
  for (const [day, since] of [...days].sort()) await settle(ctx, its.id, day, day === its.day ? since : null)
  if (kept.length > 0) await judgeCounter(ctx, its.id)
  return { taken: kept.length, known: fit.length - kept.length, refused }
}
