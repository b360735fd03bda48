import type { Ctx } from '#core/context/context.server.ts'
import { atWallClock } from '#core/time/local.ts'

/** The last second of a calendar day in Finland. */
export const endOf = (day: string): Date => atWallClock(day, '23:59:59')

/**
 * What a matter owes and when it comes up next: its open phase's last day is what is owed, and what is coming is that or
 * the meeting that decides, whichever is first and still ahead.
 */
export function clockOf(ctx: Pick<Ctx, 'now'>, its: { endsOn: string | null; meetingOn: string | null }): { dueAt: Date | null; comesAt: Date | null } {
  const dueAt = its.endsOn ? endOf(its.endsOn) : null
  const coming = [dueAt, its.meetingOn ? endOf(its.meetingOn) : null].filter((each): each is Date => each !== null && each > ctx.now)
  return { dueAt, comesAt: coming.sort((a, b) => a.getTime() - b.getTime())[0] ?? null }
}
