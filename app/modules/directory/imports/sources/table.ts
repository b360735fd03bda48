import Papa from 'papaparse'
import { RegisterError } from '#core/ports/register.server.ts'
import { unguarded } from '#core/text/csv.ts'
import type { Translated } from '#core/text/language.ts'
import { tm35ToPoint } from '#core/geo/tm35fin.ts'
import { placeKinds } from '../../place-kinds.ts'
import type { Brought, Facts, Refused } from '../brought.ts'
import { kindIn } from './kind-by-name.ts'
import { pointOf } from './lipas.server.ts'
import { phoneOf } from './ptv.ts'
import { line, list, type Loose, number, object, prose, text } from './read-loosely.ts'

/** What a column of a table, or a property of GeoJSON, can fill. */
export const columns = ['key', 'name', 'nameSv', 'nameEn', 'kind', 'description', 'descriptionSv', 'descriptionEn', 'street', 'postalCode', 'city', 'arrival', 'phone', 'email', 'url', 'price', 'priceKind', 'accessible', 'latitude', 'longitude'] as const
export type Column = (typeof columns)[number]
export type Mapping = Partial<Record<Column, string>>

// Names that columns have in municipalities' own tables, in Finnish, Swedish and English.
const names: Record<Column, string[]> = {
  key: ['tunniste', 'id', 'tunnus', 'koodi', 'key', 'kod', 'fid', 'gid', 'objectid', 'uuid', 'global id', 'globalid'], name: ['nimi', 'kohteen nimi', 'paikan nimi', 'name', 'name fi', 'nimi fi', 'namn fi', 'kohde'], nameSv: ['nimi ruotsiksi', 'namn', 'name sv', 'nimi sv', 'namn sv'], nameEn: ['nimi englanniksi', 'name en', 'nimi en', 'namn en'],
  kind: ['laji', 'tyyppi', 'luokka', 'kind', 'type', 'typ', 'kategoria', 'category'], description: ['kuvaus', 'lisätiedot', 'lisätieto', 'description', 'beskrivning fi', 'kuvaus fi', 'description fi'], descriptionSv: ['kuvaus ruotsiksi', 'beskrivning', 'description sv', 'kuvaus sv'], descriptionEn: ['kuvaus englanniksi', 'description en', 'kuvaus en'],
  street: ['osoite', 'katuosoite', 'lähiosoite', 'katu', 'address', 'street', 'adress', 'gatuadress'], postalCode: ['postinumero', 'postinro', 'postal code', 'postcode', 'zip', 'postnummer'], city: ['postitoimipaikka', 'kaupunki', 'kunta', 'paikkakunta', 'city', 'ort', 'postort'], arrival: ['saapuminen', 'saapumisohje', 'pysäköinti', 'arrival', 'ankomst'],
  phone: ['puhelin', 'puhelinnumero', 'puh', 'phone', 'telefon', 'tel'], email: ['sähköposti', 'email', 'e-mail', 's-posti', 'e-post'], url: ['verkkosivu', 'www', 'kotisivu', 'linkki', 'url', 'website', 'webb', 'webbplats', 'länk'],
  price: ['hinta', 'hinnasto', 'maksu', 'price', 'pris'], priceKind: ['maksuton', 'maksullisuus', 'ilmainen', 'free', 'avgiftsfri'], accessible: ['esteetön', 'esteettömyys', 'accessible', 'tillgänglig', 'tillgänglighet'],
  latitude: ['leveysaste', 'lat', 'latitude', 'n', 'north', 'pohjoinen', 'pohjoiskoordinaatti', 'y', 'p', 'latitud'], longitude: ['pituusaste', 'lon', 'lng', 'long', 'longitude', 'e', 'east', 'itä', 'itäkoordinaatti', 'x', 'i', 'longitud'],
}
const fold = (said: string) => said.trim().toLocaleLowerCase('fi').replace(/[_\s.]+/g, ' ').trim()

/** The columns that a table's headers seem to mean, and those that an admin has said; '' said: none. */
export function mappingOf(headers: string[], said: Mapping): Mapping {
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

export type Rows = { headers: string[]; rows: { at: number; values: Record<string, string>; point: { longitude: number; latitude: number } | null | undefined }[] }
/** More rows than this is no table of one municipality's places. */
const mostRows = 100_000

/** A CSV file (RFC 4180, parted by commas, semicolons or tabs, as its first line has most of). Throws RegisterError('notThat'). */
export function rowsOfCsv(file: string): Rows {
  const bare = file.replace(/^\uFEFF/, '').replaceAll('\0', '')
  if (/^\s*<(?:!doctype|html|\?xml)/i.test(bare)) throw new RegisterError('notThat')
  const first = (/^[^\r\n]*/.exec(bare.trimStart())?.[0] ?? '').replace(/"[^"]*"/g, '')
  const delimiter = [';', ',', '\t'].reduce((best, each) => (first.split(each).length > first.split(best).length ? each : best))
  const read = Papa.parse<string[]>(bare, { delimiter, skipEmptyLines: 'greedy', preview: mostRows + 2 })
  const headers = (read.data[0] ?? []).map((each, i) => each.trim() || `#${i + 1}`)
  if (headers.length < 2 || read.data.length < 2 || read.data.length > mostRows + 1) throw new RegisterError('notThat')
  return { headers, rows: read.data.slice(1).map((cells, i) => ({ at: i + 2, values: Object.fromEntries(headers.map((header, n) => [header, unguarded((cells[n] ?? '').trim())])), point: undefined })) }
}
/** Features of a GeoJSON file: their properties are the columns. Throws RegisterError('notJson' | 'notThat'). */
export function rowsOfGeojson(file: string): Rows {
  let json: unknown
  try { json = JSON.parse(file.replace(/^\uFEFF/, '')) } catch { throw new RegisterError('notJson') }
  const features = list(object(json).features)
  if (object(json).type !== 'FeatureCollection' || features.length === 0 || features.length > mostRows) throw new RegisterError('notThat')
  const headers = [...new Set(['id', ...features.slice(0, 1000).flatMap((each) => Object.keys(object(each.properties)))])]
  const plane = /3067/.test(text(object(object(object(json).crs).properties).name))
  return { headers, rows: features.map((each, i) => ({ at: i + 1, values: Object.fromEntries(Object.entries({ id: each.id, ...object(each.properties) }).map(([name, value]) => [name, text(value)])), point: plane ? onPlane(each) : pointOf([{ type: 'Feature', geometry: each.geometry }]) })) }
}
function onPlane(feature: Loose) {
  const at = object(feature.geometry).coordinates
  const [east, north] = Array.isArray(at) ? [number(at[0]), number(at[1])] : [null, null]
  return east === null || north === null ? null : pointOf([{ type: 'Point', coordinates: Object.values(tm35ToPoint({ north, east })) } as Loose])
}

const yes = /^(1|k|kyllä|on|true|yes|y|ja|x|maksuton|ilmainen|free|gratis|avgiftsfri|esteetön|tillgänglig)$/i, no = /^(0|e|ei|false|no|nej|maksullinen|paid|avgiftsbelagd)$/i
const kindNames = new Map([...placeKinds].flatMap(([kind, its]) => [[kind.toLowerCase(), kind] as const, ...Object.values(its.name).map((name) => [fold(name), kind] as const)]))

/** One row as a place, by its mapping. `kind`: of rows that do not say theirs. */
export function placeOfRow({ at, values, point }: Rows['rows'][number], mapping: Mapping, kind: string): Brought | Refused {
  const said = (column: Column) => (mapping[column] === undefined ? '' : values[mapping[column]] ?? '').trim()
  const has = (...some: Column[]) => some.some((column) => mapping[column] !== undefined)
  const words = (fi: Column, sv?: Column, en?: Column): Translated => Object.fromEntries([['fi', said(fi)], ['sv', sv ? said(sv) : ''], ['en', en ? said(en) : '']].filter(([, its]) => its))
  const key = said('key').slice(0, 200), name = line(words('name', 'nameSv', 'nameEn'), 200)
  const shown = name ? name.fi ?? name.sv ?? name.en! : `${at}`
  if (!key) return { refused: 'noKey', key, name: shown }
  if (!name) return { refused: 'noName', key, name: key }
  const own = kindNames.get(fold(said('kind'))) ?? kindIn(said('kind'))
  if (said('kind') && !own && !kind) return { refused: 'kindUnknown', key, name: shown }
  const where = point !== undefined ? point : has('latitude', 'longitude') ? pointSaid(said('latitude'), said('longitude')) : undefined
  const url = said('url')
  const facts: Facts = {
    name, kind: own ?? (kind || 'other'), ...(has('description', 'descriptionSv', 'descriptionEn') ? { description: prose(words('description', 'descriptionSv', 'descriptionEn'), 5000) } : {}), ...(has('street') ? { street: line(words('street'), 200) } : {}), ...(has('postalCode') ? { postalCode: said('postalCode') } : {}), ...(has('city') ? { city: said('city').slice(0, 100) } : {}), ...(has('arrival') ? { arrival: prose(words('arrival'), 1000) } : {}),
    ...(has('phone') ? { phone: phoneOf('', said('phone')) } : {}), ...(has('email') ? { email: said('email') } : {}), ...(has('url') ? { url: url && !/^https?:\/\//i.test(url) ? `https://${url}` : url } : {}), ...(has('price') ? { price: prose(words('price'), 500) } : {}),
    ...(has('priceKind') ? { priceKind: yes.test(said('priceKind')) ? 'free' : no.test(said('priceKind')) ? 'paid' : 'unknown' } : {}), ...(has('accessible') ? { accessible: yes.test(said('accessible')) ? 'yes' : no.test(said('accessible')) ? 'no' : /osit|delvis|partl/i.test(said('accessible')) ? 'partly' : 'unknown' } : {}),
    ...(where === undefined ? {} : { longitude: where?.longitude ?? null, latitude: where?.latitude ?? null }),
  }
  const left = [...(where === null ? ['point'] : []), ...(said('phone') && !facts.phone ? ['phone'] : [])]
  return { what: 'place', key, name: shown, facts, ...(left.length > 0 ? { left } : {}) }
}
/** Degrees or metres of ETRS-TM35FIN, with a point or a comma; which is seen from their size. */
function pointSaid(north: string, east: string): { longitude: number; latitude: number } | null {
  const [n, e] = [number(north.replace(/[\s\u00a0]/g, '')), number(east.replace(/[\s\u00a0]/g, ''))]
  if (n === null || e === null) return null
  const point = Math.abs(n) > 1000 ? tm35ToPoint({ north: n, east: e }) : { longitude: e, latitude: n }
  return pointOf([{ type: 'Point', coordinates: [point.longitude, point.latitude] }])
}
