import Papa from 'papaparse'
import { unguarded } from '#core/text/csv.ts'
import { cut } from '#core/text/cut.ts'
import { caseNumberOf } from '../case-number.ts'
import { address, emptyRow, type ImportedItem, mostRows, oneLine, paragraphs, readWhen, readSign, signOf, type Unread } from './row.ts'

/** What a column of a table can fill. Title and date must have one. */
export const columns = ['title', 'date', 'time', 'body', 'sign', 'place', 'text', 'caseNumber', 'topic', 'area', 'decision', 'decisionUrl', 'url', 'agendaUrl', 'minutesUrl', 'state', 'id'] as const
export type Column = (typeof columns)[number]
export type Mapping = Partial<Record<Column, string>>

// Names that the columns have in municipalities' tables, in Finnish, Swedish and English.
const names: Record<Column, string[]> = {
  title: ['otsikko', 'asia', 'asian otsikko', 'aihe ja otsikko', 'title', 'rubrik', 'ärende'], date: ['kokouspäivä', 'kokouspvm', 'kokousaika', 'päivä', 'pvm', 'päivämäärä', 'aika', 'alkaa', 'date', 'start', 'datum', 'mötesdag', 'tid'],
  time: ['kello', 'klo', 'kellonaika', 'alkamisaika', 'time', 'klockslag', 'kl'], body: ['toimielin', 'elin', 'body', 'organ', 'committee'], sign: ['pykälä', '§', 'asianumero', 'nro', 'numero', 'sign', 'paragraph', 'paragraf', 'number'],
  place: ['kokouspaikka', 'paikka', 'place', 'location', 'plats'], text: ['esittely', 'selostus', 'teksti', 'kuvaus', 'text', 'description', 'beskrivning', 'föredragning'], caseNumber: ['diaarinumero', 'dnro', 'diaari', 'asiatunnus', 'case number', 'casenumber', 'diarienummer', 'dnr'],
  topic: ['aihe', 'aihealue', 'luokka', 'topic', 'category', 'ämne'], area: ['kunnanosa', 'alue', 'sijainti', 'area', 'district', 'kommundel'], decision: ['päätös', 'päätösteksti', 'decision', 'beslut'],
  decisionUrl: ['päätöslinkki', 'päätöksen linkki', 'decision url', 'decision link', 'beslutslänk'], url: ['linkki', 'osoite', 'url', 'link', 'länk'], agendaUrl: ['esityslista', 'esityslistalinkki', 'agenda', 'föredragningslista'],
  minutesUrl: ['pöytäkirja', 'pöytäkirjalinkki', 'minutes', 'protokoll'], state: ['tila', 'state', 'status', 'läge'], id: ['tunniste', 'id', 'guid', 'identifier', 'kod'],
}
const fold = (text: string) => text.trim().toLocaleLowerCase('fi').replace(/[_\s]+/g, ' ')

/** The columns that a table's first line seems to mean, and those that an admin has said. */
export function mappingOf(headers: string[], said: Mapping = {}): Mapping {
  const found: Mapping = {}
  const taken = new Set(Object.values(said))
  for (const column of columns) {
    const own = said[column]
    if (own !== undefined) { if (headers.includes(own)) found[column] = own; continue }
    const header = names[column].map((name) => headers.find((each) => fold(each) === name && !taken.has(each))).find(Boolean)
    if (header) { found[column] = header; taken.add(header) }
  }
  return found
}

/** What parts the names on the first line; the texts below are full of commas whatever parts them. */
function separatorOf(text: string): string {
  const first = (/^[^\r\n]*/.exec(text.trimStart())?.[0] ?? '').replace(/"[^"]*"/g, '')
  return [';', ',', '\t'].map((each) => [each, first.split(each).length] as const).reduce((best, each) => (each[1] > best[1] ? each : best))[0]
}

/** The first line of a table and its rows, or why there are none. */
function cellsOf(text: string): { headers: string[]; rows: string[][] } | Unread {
  const bare = text.replace(/^\uFEFF/, '')
  if (bare.trim() === '') return { problem: 'empty' }
  if (bare.includes('\0') || /^\s*<(?:!doctype|html|\?xml|rss|feed)/i.test(bare)) return { problem: 'notTable' }
  const parsed = Papa.parse<string[]>(bare, { delimiter: separatorOf(bare), skipEmptyLines: 'greedy', preview: mostRows + 2 })
  const [headers, ...rows] = parsed.data
  if (!headers || headers.length < 2 || parsed.errors.some((each) => each.type === 'Quotes')) return { problem: 'notTable' }
  if (rows.length === 0) return { problem: 'empty' }
  return rows.length > mostRows ? { problem: 'tooMany' } : { headers: headers.map((each) => each.trim()), rows }
}

/** The names on a table's first line; none when it is no table. */
export const headersOf = (text: string): string[] => { const its = cellsOf(text); return 'problem' in its ? [] : its.headers.filter(Boolean) }

/** A table (CSV, RFC 4180, parted by semicolons, commas or tabs) as rows of meetings. */
export function readTable(text: string, settings: { mapping: Mapping }): ImportedItem[] | Unread {
  const table = cellsOf(text)
  if ('problem' in table) return table
  const mapping = mappingOf(table.headers, settings.mapping)
  if (!mapping.title || !mapping.date) return { problem: 'noColumns' }
  const at = Object.fromEntries(columns.flatMap((column) => (mapping[column] ? [[column, table.headers.indexOf(mapping[column])]] : []))) as Partial<Record<Column, number>>
  return table.rows.map((cells, i) => {
    const said = (column: Column) => (at[column] === undefined ? '' : unguarded(cells[at[column]] ?? ''))
    const when = readWhen(said('date'), said('time'))
    const named = readSign(oneLine(said('title'), 400))
    return {
      ...emptyRow(i + 2), sourceId: oneLine(said('id'), 200), body: oneLine(said('body'), 120), startsAt: when?.at ?? null, dayOnly: when?.dayOnly ?? false, place: oneLine(said('place'), 120),
      sign: said('sign').trim() ? signOf(said('sign')) : named.sign, title: cut(named.sign ? named.title : oneLine(said('title'), 250), 250), text: paragraphs(said('text')), caseNumber: caseNumberOf(said('caseNumber')),
      topic: oneLine(said('topic'), 120), area: oneLine(said('area'), 120), decision: paragraphs(said('decision')), decisionUrl: address(said('decisionUrl')), url: address(said('url')), agendaUrl: address(said('agendaUrl')), minutesUrl: address(said('minutesUrl')),
      cancelled: /peru|inställ|cancel/i.test(said('state')),
    }
  })
}
