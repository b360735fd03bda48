import { endOf, wallClock } from '#core/time/local.ts'
import type { Phase } from '../matter.server.ts'

type Its = Pick<Phase, 'hearing' | 'state' | 'endsOn'>
/** A hearing that was passed over has no days: nobody was heard in it. */
const wasOpen = (its: Pick<Phase, 'startsOn'>) => its.startsOn !== null

/** Has a hearing ended? By its last day being past in Finland, whatever the clock has done that night, or by an official moving on. */
export const hasEnded = (its: Its, now: Date): boolean => its.state === 'over' || (its.state === 'open' && its.endsOn !== null && wallClock(now).day > its.endsOn)

/** A hearing that has ended, the latest one of several. */
export const lastEnded = <P extends Its & Pick<Phase, 'startsOn'>>(phases: P[], now: Date): P | undefined => phases.findLast((each) => each.hearing === 'yes' && wasOpen(each) && hasEnded(each, now))
/** The hearing under way, while it takes what people say. */
export const heardNow = <P extends Its>(phases: P[], now: Date): P | undefined => phases.find((each) => each.hearing === 'yes' && each.state === 'open' && !hasEnded(each, now))

/** When a hearing ended: the last second of its last day; one that was closed earlier, or has no last day, by now at the latest. */
export function endedAt(its: Its, now: Date): Date {
  const end = its.endsOn ? endOf(its.endsOn) : now
  return end < now ? end : now
}

/** Has a hearing that has ended its summary? By days: one that an official closed may be summed up before that day is out. */
export const summedUp = ({ endsOn }: Its, summaryAt: Date | null): boolean => summaryAt !== null && (endsOn === null || wallClock(summaryAt).day >= endsOn)
