import type { MeetingLine } from './list.server.ts'

/** A text as an iCalendar value (RFC 5545, 3.3.11). */
const escaped = (text: string) => text.replace(/[\\;,]/g, (sign) => `\\${sign}`).replace(/\r\n|\r|\n/g, '\\n')

/** A content line in pieces of at most 75 octets, none cut in the middle of a sign (RFC 5545, 3.1). */
export function folded(line: string): string {
  const pieces: string[] = []
  let piece = '', size = 0
  for (const sign of line) {
    const more = Buffer.byteLength(sign)
    if (size + more > (pieces.length === 0 ? 75 : 74)) { pieces.push(piece); piece = ''; size = 0 }
    piece += sign; size += more
  }
  return [...pieces, piece].join('\r\n ')
}
/** A moment in UTC, so that no reader needs to know Finland's clock changes. */
const utc = (at: Date) => at.toISOString().replace(/[-:]|\.\d{3}/g, '')

export type CalendarEvent = Pick<MeetingLine, 'id' | 'startsAt' | 'dayOnly' | 'state' | 'changedAt'> & { /** `20261207`, the day in Finland */ day: string; title: string; place: string; text: string; url: string }

/** Meetings as an iCalendar stream (RFC 5545). Nobody knows when a meeting ends, so none has an end; a day alone is a day. */
export function calendarOf(its: { name: string; host: string; events: CalendarEvent[] }): string {
  const lines = ['BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//Nousu//Kokoukset//FI', 'CALSCALE:GREGORIAN', `NAME:${escaped(its.name)}`, `X-WR-CALNAME:${escaped(its.name)}`, 'REFRESH-INTERVAL;VALUE=DURATION:PT6H',
    ...its.events.flatMap((each) => [
      'BEGIN:VEVENT', `UID:${each.id}@${its.host}`, `DTSTAMP:${utc(each.changedAt)}`, `LAST-MODIFIED:${utc(each.changedAt)}`,
      each.dayOnly ? `DTSTART;VALUE=DATE:${each.day}` : `DTSTART:${utc(each.startsAt)}`, `SUMMARY:${escaped(each.title)}`,
      ...(each.place ? [`LOCATION:${escaped(each.place)}`] : []), ...(each.text ? [`DESCRIPTION:${escaped(each.text)}`] : []), `URL:${each.url}`, `STATUS:${each.state === 'cancelled' ? 'CANCELLED' : 'CONFIRMED'}`, 'END:VEVENT',
    ]), 'END:VCALENDAR']
  return `${lines.map(folded).join('\r\n')}\r\n`
}
