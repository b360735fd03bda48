import { cut } from '#core/text/cut.ts'
import { atWallClock } from '#core/time/local.ts'

/** One row of a feed as it was said: an item of an agenda, or a whole meeting when it has no title. */
export type ImportedItem = {
  /** where it was: the row of a table, the entry of a feed, from 1 */ row: number
  /** what the feed calls it; empty when it calls it nothing, then meeting and paragraph name it */ sourceId: string
  /** the body's name as written; empty: the feed's own body */ body: string; /** words that may be a body's name or not */ hints: string[]
  /** the meeting's moment, or null when it cannot be read */ startsAt: Date | null; /** only the day was said */ dayOnly: boolean
  place: string; sign: string; title: string; text: string; caseNumber: string; topic: string; area: string
  decision: string; decisionUrl: string; url: string; agendaUrl: string; minutesUrl: string
  cancelled: boolean
}
/** Why a feed cannot be read at all. */
export type Unread = { problem: 'empty' | 'notTable' | 'notXml' | 'notFeed' | 'entities' | 'tooMany' | 'noColumns' }

export const emptyRow = (row: number): ImportedItem => ({ row, sourceId: '', body: '', hints: [], startsAt: null, dayOnly: false, place: '', sign: '', title: '', text: '', caseNumber: '', topic: '', area: '', decision: '', decisionUrl: '', url: '', agendaUrl: '', minutesUrl: '', cancelled: false })
export const mostRows = 5000

/**
 * A meeting's moment as people and programs write it: `7.12.2026 klo 17.00`, `ma 7.12.2026 klo 17`, `07.12.2026 17:00`,
 * `2026-12-07T17:00`, `2026-12-07T15:00:00Z`, `Mon, 07 Dec 2026 17:00:00 +0200` (RFC 822). Without a zone it is Finnish time.
 */
export function readWhen(said: string, time = ''): { at: Date; dayOnly: boolean } | null {
  const text = said.replace(/\s+/g, ' ').trim()
  const rfc = /^(?:\p{L}{2,4},? )?(\d{1,2}) (Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)\w* (\d{4}) (\d\d:\d\d(?::\d\d)?) ([+-]\d{4}|GMT|UTC|UT|Z)$/iu.exec(text)
  if (rfc) { const at = new Date(`${rfc[1]} ${rfc[2]} ${rfc[3]} ${rfc[4]} ${rfc[5]!.replace(/^(UT|UTC|Z)$/i, 'GMT')}`); return Number.isNaN(at.getTime()) ? null : { at, dayOnly: false } }
  const iso = /(?<!\d)(\d{4})-(\d\d)-(\d\d)(?:[T ](\d\d):(\d\d)(?::(\d\d)(?:[.,]\d+)?)?)?\s?(Z|[+-]\d\d:?\d\d)?(?!\d)/.exec(text)
  const finnish = iso ? null : /(?<![\d.])(\d{1,2})\.\s?(\d{1,2})\.\s?(\d{4})(?:,? ?(?:klo|kl\.?|kello)? ?(\d{1,2})(?:[.:](\d\d))?(?![\d.]))?/i.exec(text)
  const clock = /^(?:klo|kl\.?|kello)? ?(\d{1,2})(?:[.:](\d\d))?(?:[.:]\d\d)?$/i.exec(time.trim())
  const parts = iso ? { day: `${iso[1]}-${iso[2]}-${iso[3]}`, hour: iso[4], minute: iso[5], zone: iso[7] }
    : finnish ? { day: `${finnish[3]}-${finnish[2]!.padStart(2, '0')}-${finnish[1]!.padStart(2, '0')}`, hour: finnish[4], minute: finnish[5], zone: undefined } : null
  if (!parts || new Date(`${parts.day}T00:00:00Z`).toJSON()?.slice(0, 10) !== parts.day) return null
  const hour = clock?.[1] ?? parts.hour, minute = clock ? clock[2] ?? '00' : parts.minute ?? '00'
  if (hour === undefined) return { at: atWallClock(parts.day, '12:00:00'), dayOnly: true }
  if (Number(hour) > 23 || Number(minute) > 59) return null
  const wall = `${hour.padStart(2, '0')}:${minute}:00`
  if (parts.zone && !clock) { const at = new Date(`${parts.day}T${wall}${parts.zone === 'Z' ? 'Z' : parts.zone.replace(/^(...)(\d\d)$/, '$1:$2')}`); return Number.isNaN(at.getTime()) ? null : { at, dayOnly: false } }
  return { at: atWallClock(parts.day, wall), dayOnly: false }
}

/** The paragraph of an item and the title without it: `§ 345 Uimaranta`, `345 § Uimaranta`, `Pykälä 345: Uimaranta`, `345. Uimaranta`. */
export function readSign(said: string): { sign: string; title: string } {
  const text = said.replace(/\s+/g, ' ').trim()
  const found = /^(?:§|pykälä|paragraf|asia|ärende)\s?(\d{1,4}[a-z]?)(?:\s?\/\s?\d{4})?\s?[:.–-]?\s?(.*)$/iu.exec(text) ?? /^(\d{1,4}[a-z]?)\s?§\s?[:.–-]?\s?(.*)$/iu.exec(text) ?? /^(\d{1,3})[.)]\s(.+)$/.exec(text)
  return found ? { sign: found[1]!, title: found[2]!.trim() } : { sign: '', title: text }
}
/** A paragraph's number alone: `345`, `345 §`, `§ 345`. */
export const signOf = (said: string): string => readSign(said).sign || (/^\d{1,4}[a-z]?$/i.test(said.trim()) ? said.trim() : said.trim().replace(/[§\s]/g, '').slice(0, 20))

/** Signs that PostgreSQL or a page cannot hold become spaces; what begins like a formula in a table lost its guard elsewhere. */
// oxlint-disable-next-line no-control-regex -- these are the signs meant
const odd = /[\u0000-\u0008\u000B\u000C\u000E-\u001F]|[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/g
export const oneLine = (text: string, most: number): string => cut(text.replace(odd, ' ').replace(/\s+/g, ' ').trim(), most)
export const paragraphs = (text: string): string => cut(text.replace(odd, ' ').replace(/\r\n?/g, '\n').replace(/[ \t]+\n/g, '\n').replace(/\n{3,}/g, '\n\n').trim(), 50_000)
/** An address that a page may link to, or nothing. */
// oxlint-disable-next-line no-control-regex -- these too
export const address = (text: string): string => (/^https?:\/\/[^\s<>"'\u0000-\u001F\uD800-\uDFFF]{3,490}$/.test(text.trim()) ? text.trim() : '')
