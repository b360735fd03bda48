import Papa from 'papaparse'

export const mostBytes = 10_000_000
const mostRows = 20_000

/** A file as rows of texts. `row` numbers are a spreadsheet's: the headers are row 1. */
export type Table = { headers: string[]; rows: { row: number; cells: string[] }[] }
/** Why a file cannot be read at all, and at which row when it is known. */
export type Unread = { problem: 'empty' | 'notUtf8' | 'notCsv' | 'brokenQuotes' | 'tooManyRows' | 'sameHeaders'; row?: number }

/** Reads a CSV: UTF-8 with or without its mark, parted by commas, semicolons or tabs. */
export function readCsv(bytes: Uint8Array): Table | Unread {
  let text: string
  try { text = new TextDecoder('utf-8', { fatal: true }).decode(bytes) } catch { return { problem: 'notUtf8' } }
  if (text.trim() === '') return { problem: 'empty' }
  if (text.includes('\0')) return { problem: bytes[1] === 0 || bytes[0] === 0 ? 'notUtf8' : 'notCsv' }
  const parsed = Papa.parse<string[]>(text, { delimiter: separatorOf(text) })
  const broken = parsed.errors.find((each) => each.type === 'Quotes')
  if (broken) return { problem: 'brokenQuotes', ...(broken.row === undefined ? {} : { row: broken.row + 1 }) }
  const [headers, ...rest] = parsed.data
  if (!headers || headers.length < 2) return { problem: 'notCsv' }
  const named = headers.map((each) => each.trim())
  const twice = named.filter((name, i) => name !== '' && named.indexOf(name) !== i)
  if (twice.length) return { problem: 'sameHeaders' }
  // Numbered before the empty ones go, so that a number is the row that a spreadsheet shows.
  const rows = rest.map((cells, i) => ({ row: i + 2, cells })).filter(({ cells }) => cells.some((cell) => cell.trim() !== ''))
  if (rows.length === 0) return { problem: 'empty' }
  return rows.length > mostRows ? { problem: 'tooManyRows' } : { headers: named, rows }
}

/** What parts the names on the first line. The texts below it are full of commas whatever parts them. */
function separatorOf(text: string): string {
  const headers = (/^[^\r\n]*/.exec(text.trimStart())?.[0] ?? '').replace(/"[^"]*"/g, '')
  return [',', ';', '\t'].map((each) => [each, headers.split(each).length] as const).reduce((best, each) => (each[1] > best[1] ? each : best))[0]
}
