import { addLocalDays } from '#core/time/local.ts'
import type { Ctx } from '#core/context/context.server.ts'

/**
 * The end of the day, in Finland, `days` calendar days from now: until when the owner owes a word.
 * Calendar days, so that a clock change neither gives nor takes an hour.
 */
export const dueAfter = (ctx: Pick<Ctx, 'now'>, days: number): Date => addLocalDays(ctx.now, days, { endOfDay: true })

/** Is something owed and not said in time? */
export const isLate = (its: { dueAt: Date | null }, now: Date): boolean => its.dueAt !== null && its.dueAt < now
