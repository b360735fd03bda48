import { z } from 'zod'

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/
const moment = z.iso.datetime('invalid')

/** What every act says of itself that a phone keeps and sends when there is a network (client/outbox.ts). */
export const sentLater = {
  /** the phone's own id of what was done: the same twice is once */ clientId: z.string().regex(/^[\w.-]{8,80}$/, 'invalid'),
  /** whose phone it is: what one has done is not sent in another's name */ person: z.string().regex(uuid, 'invalid'),
  /** by the phone's own clock, which may be wrong: when it was done, and when it is sent */ at: moment.optional(), sentAt: moment.optional(),
}

/** When it was done, by the house's clock: as long ago as the phone's clock says between doing and sending, at most 30 days, so that a wrong clock does no harm. */
export function happenedAt(act: { at?: string | undefined; sentAt?: string | undefined }, now: Date): Date {
  const ago = act.at && act.sentAt ? Date.parse(act.sentAt) - Date.parse(act.at) : 0
  return new Date(now.getTime() - Math.min(Math.max(0, ago), 30 * 86_400_000))
}
