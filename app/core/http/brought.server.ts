import { TooMuch } from '#core/errors/errors.ts'
import { isOutside } from '#core/ports/outside.server.ts'
import { addressOf } from './asker-address.server.ts'

/** What one network may bring as files without an account in an hour, to one process: a class's phones, not a script's disk filling. */
export const mostBrought = { bytes: 500_000_000 }
const hour = 3_600_000
const brought = new Map<string, { since: number; bytes: number }>()

/** Counts the files of a guest's form. Throws TooMuch. Not of the machine's own networks, where everyone behind an unknown proxy would be one. */
export function countBrought(request: Request, form: FormData, now: number) {
  let bytes = 0
  for (const value of form.values()) if (typeof value !== 'string') bytes += value.size
  const from = addressOf(request)
  if (bytes === 0 || !isOutside(from.includes(':') ? `${from}::` : from)) return
  for (const [who, its] of brought) { if (its.since + hour > now && brought.size < 10_000) break; brought.delete(who) } // the oldest come first
  const its = brought.get(from) ?? { since: now, bytes: 0 }
  if (its.since + hour <= now) { its.since = now; its.bytes = 0 }
  its.bytes += bytes
  brought.set(from, its)
  if (its.bytes > mostBrought.bytes) throw new TooMuch('tooOften')
}
