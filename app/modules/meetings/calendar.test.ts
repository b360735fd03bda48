import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type CalendarEvent, calendarOf, folded } from './calendar.server.ts'

const event = (more: Partial<CalendarEvent> = {}): CalendarEvent => ({ id: '01a1fe03', startsAt: new Date('2026-12-07T15:00:00Z'), dayOnly: false, day: '20261207', state: 'coming', changedAt: new Date('2026-12-01T08:00:00.123Z'), title: 'Kaupunginhallitus', place: '', text: '', url: 'https://x.example/fi/meetings/1', ...more })
const linesOf = (...events: CalendarEvent[]) => calendarOf({ name: 'Koivula; kokoukset', host: 'x.example', events }).split('\r\n')

describe('meetings as iCalendar (RFC 5545)', () => {
  test('a meeting is an event in UTC, named by itself for ever', () => {
    expect(linesOf(event())).toEqual(expect.arrayContaining(['BEGIN:VCALENDAR', 'VERSION:2.0', 'NAME:Koivula\\; kokoukset', 'UID:01a1fe03@x.example', 'DTSTAMP:20261201T080000Z', 'DTSTART:20261207T150000Z', 'SUMMARY:Kaupunginhallitus', 'STATUS:CONFIRMED', 'END:VCALENDAR', '']))
  })
  test('summer and winter are told apart by their moments', () => {
    expect(linesOf(event({ startsAt: new Date('2026-07-06T14:00:00Z') }))).toContain('DTSTART:20260706T140000Z')
  })
  test('a meeting whose time is not known is a day; a cancelled one says so', () => {
    expect(linesOf(event({ dayOnly: true }))).toContain('DTSTART;VALUE=DATE:20261207')
    expect(linesOf(event({ state: 'cancelled' }))).toContain('STATUS:CANCELLED')
  })
  test('signs that mean something are escaped', () => {
    expect(linesOf(event({ place: 'Sali, 2. kerros; ovi\\B', text: 'yksi\nkaksi\r\nkolme' }))).toEqual(expect.arrayContaining(['LOCATION:Sali\\, 2. kerros\\; ovi\\\\B', 'DESCRIPTION:yksi\\nkaksi\\nkolme']))
  })
  test('no line is longer than 75 octets, no sign is cut, and unfolding gives the same back', () => {
    fc.assert(fc.property(fc.string({ unit: fc.constantFrom('a', 'ä', '–', '😀', ',', ' '), maxLength: 400 }), (text) => {
      const lines = folded(`DESCRIPTION:${text}`).split('\r\n')
      for (const line of lines) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75)
      for (const line of lines.slice(1)) expect(line[0]).toBe(' ')
      expect(lines.map((line, i) => (i ? line.slice(1) : line)).join('')).toBe(`DESCRIPTION:${text}`)
    }))
  })
  test('what an agenda says cannot begin a line of its own', () => {
    const text = calendarOf({ name: 'x', host: 'x', events: [event({ title: 'Kokous\r\nEND:VEVENT', text: `${'a'.repeat(60)}\nEND:VCALENDAR` })] })
    expect(text.match(/^END:VCALENDAR$/gm)).toHaveLength(1)
    expect(text.match(/^END:VEVENT$/gm)).toHaveLength(1)
  })
})
