import type { Ctx } from '#core/context/context.server.ts'
import { endOf } from '#core/time/local.ts'
import { isOpen } from '#core/trail/list.server.ts'
import { matterOf } from './matter.server.ts'

/** What a matter owes next: its open phase's last day. */
export const dueOn = (endsOn: string | null): Date | null => (endsOn ? endOf(endsOn) : null)

/** The days that a matter comes up on by itself: the end of its open phase (a hearing's too), and the meeting that its official has said. Null when it is closed. */
export async function daysOf(ctx: Ctx, id: string): Promise<Date[] | null> {
  const { subject, its, open } = await matterOf(ctx, id)
  if (its.state !== 'published' || subject.visibility === 'withdrawn' || !isOpen(subject.stage)) return null
  return [open?.endsOn, its.meetingOn].flatMap((day) => (day ? [endOf(day)] : []))
}
