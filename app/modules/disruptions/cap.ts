import { wallClock } from '#core/time/local.ts'
import type { Language, Translated } from '#core/text/language.ts'
import { inLanguage } from '#core/text/language.ts'
import { element, xml } from '#core/text/xml.ts'
import { disruptionKinds, type DisruptionKind, type Severity } from './kinds.ts'
import { outlines, type Part, rightHanded } from './shape.ts'

/** What a message says besides the words of its kind. */
export type CapSource = {
  id: string; kind: DisruptionKind; severity: Severity; title: Translated; text: string; instead: string; language: Language; place: string; unit: Translated | null; whole: boolean; parts: Part[]
  startsAt: Date; endsAt: Date | null; nextWordAt: Date | null; endedAt: Date | null
}
export type CapMessage = { number: number; type: 'Alert' | 'Update' | 'Cancel'; sentAt: Date }
export type CapSender = { /** who is known to say it: no spaces, commas, < or & (CAP 1.2, 3.2.1) */ sender: string; name: Translated; code: string | null; /** what is told is made up */ exercise: boolean; page(language: Language): string; now: Date }

/** ISO 8601 with a numeric offset; "Z" is not allowed (CAP 1.2, 3.3.2). Finland's own clock. */
export function capTime(at: Date): string {
  const { day, time } = wallClock(at)
  const minutes = Math.round((Date.parse(`${day}T${time}Z`) - Math.floor(at.getTime() / 1000) * 1000) / 60_000)
  const two = (value: number) => String(value).padStart(2, '0')
  return `${day}T${time}${minutes < 0 ? '-' : '+'}${two(Math.floor(Math.abs(minutes) / 60))}:${two(Math.abs(minutes) % 60)}`
}
export const capIdentifier = (id: string, number: number): string => `${id}.${number}`

const codes = { fi: 'fi-FI', sv: 'sv-FI', en: 'en-GB' } as const
const severityCode = { minor: 'Minor', moderate: 'Moderate', severe: 'Severe', extreme: 'Extreme' } as const
const cut = (text: string, most: number) => (text.length <= most ? text : `${text.slice(0, most - 1).trimEnd()}…`)

/**
 * A disruption as a CAP 1.2 message (OASIS, CAP-v1.2-os): the last of its messages, which refers to all before it. Elements
 * come in the order that its schema asks; each language is an info of its own, as is said in 3.2.2.
 */
export function capOf(its: CapSource, messages: CapMessage[], from: CapSender): string {
  const [last, earlier] = [messages.at(-1)!, messages.slice(0, -1)]
  const of = (each: CapMessage) => `${from.sender},${capIdentifier(its.id, each.number)},${capTime(each.sentAt)}`
  return `<?xml version="1.0" encoding="UTF-8"?>\n${element('alert', { xmlns: 'urn:oasis:names:tc:emergency:cap:1.2' }, [
    say('identifier', capIdentifier(its.id, last.number)), say('sender', from.sender), say('sent', capTime(last.sentAt)), say('status', from.exercise ? 'Exercise' : 'Actual'), say('msgType', last.type), say('scope', 'Public'),
    ...(from.exercise ? [say('note', 'Demonstration: made up, nothing of this has happened.')] : []),
    ...(earlier.length ? [say('references', earlier.map(of).join(' '))] : []),
    ...(['fi', 'sv', 'en'] as const).map((language) => info(its, from, language, last)),
  ].join(''))}\n`
}
const say = (name: string, text: string) => element(name, {}, xml(text))

function info(its: CapSource, from: CapSender, language: Language, last: CapMessage): string {
  const kind = disruptionKinds[its.kind], ended = its.endedAt !== null
  const coming = !ended && its.startsAt > last.sentAt
  const own = its.language === language ? its.text : ''
  const expires = its.endedAt ?? its.endsAt ?? its.nextWordAt
  const description = [kind.lead[language], own || (its.text && its.language !== language ? its.text : '')].filter(Boolean).join(' ')
  return element('info', {}, [
    say('language', codes[language]), say('category', kind.category), say('event', kind.event[language]), ...(ended ? [say('responseType', 'AllClear')] : []),
    say('urgency', ended ? 'Past' : coming ? 'Future' : kind.urgency), say('severity', severityCode[its.severity]), say('certainty', coming ? 'Likely' : 'Observed'),
    say('effective', capTime(last.sentAt)), say('onset', capTime(its.startsAt)), ...(expires ? [say('expires', capTime(expires))] : []),
    say('senderName', its.unit ? `${inLanguage(from.name, language)}, ${inLanguage(its.unit, language)}` : inLanguage(from.name, language)), say('headline', cut(inLanguage(its.title, language), 160)), say('description', description),
    ...(its.instead ? [say('instruction', its.instead)] : []), say('web', from.page(language)), area(its, from, language),
  ].join(''))
}

function area(its: CapSource, from: CapSender, language: Language): string {
  const drawn = its.whole ? [] : its.parts.map(outlines)
  return element('area', {}, [
    say('areaDesc', its.place || inLanguage(from.name, language)),
    ...drawn.flatMap((each) => each.polygons).map((ring) => say('polygon', rightHanded(ring).map(([longitude, latitude]) => `${latitude.toFixed(5)},${longitude.toFixed(5)}`).join(' '))),
    ...drawn.flatMap((each) => each.circles).map(({ at, metres }) => say('circle', `${at[1].toFixed(5)},${at[0].toFixed(5)} ${(metres / 1000).toFixed(3)}`)),
    ...(from.code ? [element('geocode', {}, say('valueName', 'urn:x-stat.fi:kunta') + say('value', from.code))] : []),
  ].join(''))
}
