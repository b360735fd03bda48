import { randomBytes } from 'node:crypto'

let lastMoment = 0
let counter = 0

/**
 * A version 7 UUID (RFC 9562, method 1): starts with the time, so that rows written together lie together. Those that one
 * process makes in the same millisecond follow each other, so that what happened first in a transaction also sorts first.
 */
export function uuidAt(now: Date): string {
  const bytes = randomBytes(16)
  const moment = now.getTime()
  counter = moment === lastMoment ? (counter + 1) & 0x3ff_ffff : bytes.readUIntBE(10, 3)
  lastMoment = moment
  bytes.writeUIntBE(moment, 0, 6)
  bytes[6] = 0x70 | (counter >>> 22)
  bytes[7] = counter >>> 14
  bytes[8] = 0x80 | ((counter >>> 8) & 0x3f)
  bytes[9] = counter
  const hex = bytes.toString('hex')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`
}
const form = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/
/** Is this text an id? What an address carries is asked before the database is. */
export const isId = (text: unknown): text is string => typeof text === 'string' && form.test(text)
