import { XMLParser } from 'fast-xml-parser'
import { cut } from '#core/text/cut.ts'
import { caseNumberIn, caseNumberOf } from '../case-number.ts'
import { address, emptyRow, type ImportedItem, mostRows, oneLine, paragraphs, readSign, readWhen, type Unread } from './row.ts'

// Entities are not expanded by the parser, whatever a DOCTYPE says of them; the few that every feed writes are read below.
const parser = new XMLParser({ ignoreAttributes: false, attributeNamePrefix: '@', processEntities: false, parseTagValue: false, parseAttributeValue: false, trimValues: true, cdataPropName: '#cdata', isArray: (name) => ['item', 'entry', 'category', 'link'].includes(name) })

type Node = string | { [name: string]: unknown }

/** A feed (RSS 2.0, RSS 1.0, Atom) as rows of meetings. A guid, or an entry's id, is what the feed calls an item. */
export function readXml(text: string): ImportedItem[] | Unread {
  const bare = text.replace(/^\uFEFF/, '').trim()
  if (bare === '') return { problem: 'empty' }
  if (!bare.startsWith('<') || /^<(?:!doctype\s+)?html/i.test(bare)) return { problem: 'notXml' }
  if (/<!ENTITY/i.test(bare)) return { problem: 'entities' } // no feed needs its own; a bomb does
  let root: Record<string, unknown>
  try { root = parser.parse(bare, true) as Record<string, unknown> } catch { return { problem: 'notXml' } }
  const channel = (root.rss as { channel?: unknown } | undefined)?.channel ?? root['rdf:RDF'] ?? root.feed
  if (channel === undefined) return { problem: 'notFeed' }
  const entries = typeof channel === 'object' && channel ? (channel as { item?: Node[]; entry?: Node[] }).item ?? (channel as { entry?: Node[] }).entry ?? [] : []
  if (entries.length === 0) return { problem: 'empty' }
  return entries.length > mostRows ? { problem: 'tooMany' } : entries.map((entry, i) => rowOf(i + 1, typeof entry === 'object' ? entry : {}))
}

function rowOf(row: number, entry: Record<string, unknown>): ImportedItem {
  const say = (...tags: string[]) => tags.map((tag) => textOf(entry[tag])).find(Boolean) ?? ''
  const heard = readTitle(oneLine(say('title'), 500))
  const about = withoutMarkup(say('content:encoded', 'content', 'description', 'summary'))
  const own = readWhen(say('ev:startdate', 'startDate', 'kokousaika'))
  const when = own ?? heard.when ?? readWhen(/(?:kokousaika|kokouspäivä|aika|mötestid|tid)\s*:?\s*([^\n]{6,40})/i.exec(about)?.[1] ?? '')
  const categories = ((entry.category ?? []) as Node[]).map((each) => (typeof each === 'object' && each['@term'] ? unescaped(String(each['@term'])) : textOf(each))).filter(Boolean)
  return {
    ...emptyRow(row), sourceId: oneLine(say('guid', 'id', 'dc:identifier') || linkOf(entry), 200), body: oneLine(heard.body || say('toimielin', 'ev:organizer'), 120), hints: [...heard.hints, ...categories, say('author', 'dc:creator', 'dc:publisher')].filter(Boolean),
    startsAt: when?.at ?? null, dayOnly: when?.dayOnly ?? false, place: oneLine(say('ev:location', 'location', 'kokouspaikka'), 120), sign: heard.sign, title: cut(heard.title, 250), text: paragraphs(about),
    caseNumber: caseNumberOf(say('diaarinumero', 'asiatunnus')) || caseNumberIn(`${say('title')} ${about}`), topic: oneLine(categories[1] ?? categories[0] ?? '', 120), decision: paragraphs(withoutMarkup(say('paatos', 'päätös'))),
    url: address(linkOf(entry)), ...(heard.title ? {} : { [/pöytäkirja|protokoll|minutes/i.test(say('title')) ? 'minutesUrl' : 'agendaUrl']: address(linkOf(entry)) }), cancelled: /(?:^|[\s(])(?:peruttu|peruutettu|inställt|cancelled)/i.test(say('title')),
  }
}

/**
 * A title as case systems write them: `Kaupunginhallitus 7.12.2026 klo 17.00: § 345 Uimaranta`, `Kaupunginhallitus 07.12.2026/Pykälä 303 Uimaranta`,
 * `§ 345 Uimaranta`, or a meeting alone: `Kaupunginhallitus 7.12.2026, esityslista`, which has no title of an item.
 */
export function readTitle(said: string): { body: string; hints: string[]; when: { at: Date; dayOnly: boolean } | null; sign: string; title: string } {
  const dated = /^(.*?)[\s,–-]*((?:(?<!\p{L})\p{L}{2} )?(?<!\d)\d{1,2}\.\s?\d{1,2}\.\s?\d{4}(?:,? ?(?:klo|kl\.?|kello) ?\d{1,2}(?:[.:]\d\d)?| \d{1,2}[.:]\d\d)?)(.*)$/u.exec(said)
  const when = dated ? readWhen(dated[2]!) : null
  if (!dated || !when) return { body: '', hints: [], when: null, ...readSign(said) }
  const before = readSign(dated[1]!.replace(/[\s,–-]*(?:esityslista|pöytäkirja|föredragningslista|protokoll|kokous|möte)\s*$/iu, ''))
  const after = readSign(dated[3]!.replace(/^[\s/:,;–-]+/, '').replace(/^(?:esityslista|pöytäkirja|föredragningslista|protokoll|kokous|möte)[\s/:,;–-]*/iu, ''))
  if (before.sign) return { body: '', hints: [after.title, /[^,–]+$/.exec(before.title)?.[0].trim() ?? ''].filter(Boolean), when, sign: before.sign, title: before.title } // the item first, then who and when
  return { body: before.title, hints: [], when, sign: after.sign, title: after.title }
}

function textOf(node: unknown): string {
  if (Array.isArray(node)) return textOf(node[0])
  if (typeof node === 'object' && node !== null) {
    const its = node as Record<string, unknown>
    const cdata = its['#cdata']
    return (cdata === undefined ? unescaped(typeof its['#text'] === 'string' ? its['#text'] : '') : [cdata].flat().map(String).join('')).trim()
  }
  return typeof node === 'string' ? unescaped(node).trim() : ''
}
function linkOf(entry: Record<string, unknown>): string {
  const links = [entry.link ?? []].flat() as Node[]
  const one = links.find((each) => typeof each === 'object' && (each['@rel'] === undefined || each['@rel'] === 'alternate')) ?? links[0]
  return one === undefined ? '' : (typeof one === 'object' && one['@href'] ? unescaped(String(one['@href'])) : textOf(one))
}

const signs: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: ' ', auml: 'ä', ouml: 'ö', aring: 'å', Auml: 'Ä', Ouml: 'Ö', Aring: 'Å', sect: '§', ndash: '–', euro: '€', eacute: 'é' }
/** The signs that XML and HTML write as names and numbers, once. */
const unescaped = (text: string): string => text.replace(/&(?:#(\d{1,7})|#x([\da-f]{1,6})|(\w{2,8}));/gi, (whole, decimal?: string, hex?: string, name?: string) => {
  const code = decimal ? Number(decimal) : hex ? parseInt(hex, 16) : undefined
  return code === undefined ? signs[name!] ?? whole : code <= 0x10ffff && (code < 0xd800 || code > 0xdfff) ? String.fromCodePoint(code) : ' '
})

/** The words of a text that may have markup in it: paragraphs stay, nothing else does. */
export function withoutMarkup(said: string): string {
  if (!/<\/?[a-z][^<>]*>/i.test(said)) return unescaped(said)
  return unescaped(said.replace(/<(script|style)\b[^>]*>[\s\S]*?(?:<\/\1\s*>|$)/gi, ' ').replace(/\s+/g, ' ').replace(/<(?:br|li|tr)\b[^>]*>/gi, '\n').replace(/<\/(?:p|div|ul|ol|h[1-6]|table)>/gi, '\n\n').replace(/<[^<>]*>/g, '')).replace(/[ \t]+\n|\n[ \t]+/g, '\n').trim()
}
