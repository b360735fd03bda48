import Papa from 'papaparse'
import { isPoint } from './geo.ts'
import { tm35ToPoint } from './tm35fin.ts'

/** One door of an address file. */
export type Door = { fi: string | null; sv: string | null; number: string; first: number; postalCode: string | null; longitude: number; latitude: number }
/** `line` counts from 1, the header among them. */
export type ReadAddresses = { doors: Door[]; /** of another municipality, or without a number */ left: number; wrong: { line: number; why: 'noStreet' | 'noPoint' | 'farAway' }[]; missing: string[] }

/**
 * The columns that are understood, by any of these names, whatever their case: as in the open building data of the Digital
 * and Population Data Services Agency (DVV), as in this program's own documents, and in Swedish. Coordinates are
 * ETRS-TM35FIN metres or WGS 84 degrees; which of them is seen from their size.
 */
export const addressColumns: Record<'fi' | 'sv' | 'number' | 'postalCode' | 'north' | 'east' | 'municipality', string[]> = {
  fi: ['street_fi', 'street', 'kadunnimi suomeksi', 'katunimi suomeksi', 'kadunnimi', 'katunimi', 'katu', 'osoite_suomeksi'],
  sv: ['street_sv', 'kadunnimi ruotsiksi', 'katunimi ruotsiksi', 'gata', 'gatunamn', 'osoite_ruotsiksi'],
  number: ['number', 'katunumero', 'numero', 'nummer', 'house_number'],
  postalCode: ['postal_code', 'postinumero', 'postnummer'],
  north: ['n', 'north', 'latitude', 'lat', 'pohjoiskoordinaatti', 'y'],
  east: ['e', 'east', 'longitude', 'lon', 'lng', 'itäkoordinaatti', 'x'],
  municipality: ['municipality', 'sijaintikunta', 'kuntanumero', 'kuntakoodi', 'kommun'],
}
type Column = keyof typeof addressColumns

/** DVV's own file has no header; its columns are these, in this order. */
const dvv: Partial<Record<Column, number>> = { municipality: 1, north: 4, east: 5, fi: 7, sv: 8, number: 9, postalCode: 10 }

/** Reads an address file: CSV with commas, semicolons or tabs. `code` is the municipality's number, by which others' doors are left out. */
export function readAddresses(text: string, code: string | null): ReadAddresses {
  const rows = Papa.parse<string[]>(text.replace(/^\uFEFF/, '').replaceAll('\0', ''), { skipEmptyLines: 'greedy' }).data
  const found: ReadAddresses = { doors: [], left: 0, wrong: [], missing: [] }
  const header = (rows[0] ?? []).map((cell) => cell.trim().toLocaleLowerCase('fi').replace(/\s+/g, ' '))
  const named = Object.fromEntries((Object.keys(addressColumns) as Column[]).map((column) => [column, header.findIndex((cell) => addressColumns[column].includes(cell) || addressColumns[column].includes(cell.replaceAll('_', ' ')))]))
  const headless = header.length >= 11 && /^\d{7}$/.test(header[4]!) && /^\d{6}$/.test(header[5]!)
  const at = (row: string[], column: Column) => (row[headless ? dvv[column] ?? -1 : named[column]!] ?? '').trim()
  if (!headless) {
    if (named.fi! < 0 && named.sv! < 0) found.missing.push('street_fi')
    for (const column of ['number', 'north', 'east'] as const) if (named[column]! < 0) found.missing.push(column)
    if (found.missing.length) return found
  }
  for (const [i, row] of rows.entries()) {
    if (i === 0 && !headless) continue
    const line = i + 1
    if (code && at(row, 'municipality') && at(row, 'municipality').padStart(3, '0') !== code.padStart(3, '0')) { found.left++; continue }
    const [fi, sv, number] = [at(row, 'fi').slice(0, 100) || null, at(row, 'sv').slice(0, 100) || null, at(row, 'number').slice(0, 20)]
    const first = Number.parseInt(number, 10)
    if (!Number.isInteger(first) || first < 0 || first > 99_999) { found.left++; continue }
    if (!fi && !sv) { found.wrong.push({ line, why: 'noStreet' }); continue }
    const [north, east] = [numberOf(at(row, 'north')), numberOf(at(row, 'east'))]
    if (north === null || east === null) { found.wrong.push({ line, why: 'noPoint' }); continue }
    const point = Math.abs(north) > 1000 ? tm35ToPoint({ north, east }) : { longitude: east, latitude: north }
    // Finland's own box: a swapped pair of coordinates is seen here.
    if (!isPoint(point) || point.latitude < 59 || point.latitude > 71 || point.longitude < 19 || point.longitude > 32) { found.wrong.push({ line, why: 'farAway' }); continue }
    found.doors.push({ fi, sv, number: tidy(number), first, postalCode: at(row, 'postalCode').slice(0, 10) || null, ...point })
  }
  return found
}
const numberOf = (text: string) => (/^-?\d+([.,]\d+)?$/.test(text) ? Number(text.replace(',', '.')) : null)
/** "12a" is "12 A", "12 - 14" is "12–14". */
const tidy = (number: string) => number.replace(/\s*[-–]\s*/g, '–').replace(/^(\d+)\s*([a-zåäö])\b/i, (_, digits: string, letter: string) => `${digits} ${letter.toUpperCase()}`)
