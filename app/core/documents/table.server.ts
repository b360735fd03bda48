import { linesOf, wishOf, type Line, type Measure, type Style } from './lines.server.ts'
import { ink, type Element, type Setting, type Sheet } from './sheet.server.ts'

const size = 9.5
const leading = 13.5
const pad = { x: 6, y: 4.5 }

/** What a table is: with a head, its columns' names are repeated on each page; without one, a row's first cell names it. */
export type Rows = { caption?: string; head?: string[]; rows: string[][] }

/** A table in the structure and on the pages. A row that fits a page is not broken; a longer one continues, line by line. */
export async function setTable(sheet: Sheet, { caption, head, rows }: Rows, measure: Measure, others: () => Promise<void>): Promise<void> {
  const count = Math.max(1, head?.length ?? 0, ...rows.map((row) => row.length))
  const even = (cells: string[]) => Array.from({ length: count }, (_, at) => cells[at] ?? '')
  const body = rows.map(even)
  const names = head && even(head)
  const bold = (column: number) => !names && column === 0
  const widths = shares([...(names ? [names] : []), ...body], count, sheet.width, measure, (row, column) => (names && row === 0) || bold(column))
  const numbers = Array.from({ length: count }, (_, column) => !!names && body.length > 0 && body.every((row) => /^[\s\d.,:%€+−–-]*$/.test(row[column]!)) && body.some((row) => /\d/.test(row[column]!)))
  const xs = widths.map((_, at) => sheet.left + widths.slice(0, at).reduce((sum, each) => sum + each, 0))
  const broken = (cells: string[], isBold: (column: number) => boolean) => cells.map((cell, at) => linesOf(cell, { size, bold: isBold(at) }, widths[at]! - 2 * pad.x, measure))
  const tall = (cells: Line[][]) => Math.max(1, ...cells.map((lines) => lines.length)) * leading + 2 * pad.y
  const setting = (at: number): Setting => ({ x: xs[at]! + pad.x, width: widths[at]! - 2 * pad.x, size, leading, ...(numbers[at] ? { align: 'right' as const } : {}) })

  const table = sheet.element('Table')
  const headLines = names ? broken(names, () => true) : null
  const headTall = headLines ? tall(headLines) : 0
  const first = body[0] ? Math.min(tall(broken(body[0], bold)), 4 * leading) : 0
  if (caption) {
    const lines = linesOf(caption, { size: 10.5, bold: true }, sheet.width, measure)
    sheet.need(lines.length * 15 + 5 + headTall + first)
    const element = sheet.element('Caption', table)
    sheet.write(element, 'Caption', lines, { size: 10.5, leading: 15 })
    element.end()
    sheet.y += 5
  } else sheet.need(headTall + first)

  const shade = () => sheet.ornament(() => sheet.doc.rect(sheet.left, sheet.y, sheet.width, headTall).fill(ink.mist))
  const rule = () => sheet.ornament(() => sheet.doc.moveTo(sheet.left, sheet.y).lineTo(sheet.left + sheet.width, sheet.y).lineWidth(0.6).stroke(ink.line))
  if (headLines) {
    shade()
    const group = sheet.element('THead', table)
    row(sheet, group, headLines, () => 'TH', setting, () => 'Column')
    group.end()
    rule()
    // A header that is half a page would leave no room for what it heads.
    if (headTall < (sheet.bottom - sheet.left) / 3) sheet.onNewPage = () => {
      shade()
      sheet.ornament(() => headLines.forEach((lines, at) => lines.forEach((line, n) => sheet.line(line, xs[at]! + pad.x, sheet.y + pad.y + n * leading, { size, leading }))), 'Pagination')
      sheet.y += headTall
      rule()
    }
  } else rule()
  const group = sheet.element('TBody', table)
  const top = sheet.onNewPage ? headTall : 0
  const page = sheet.doc.page.height
  for (const [at, cells] of body.entries()) {
    if (at % 50 === 49) await others()
    const lines = broken(cells, bold)
    if (sheet.room < tall(lines) && (tall(lines) <= sheet.bottom - top - 62 || sheet.room < page / 4)) sheet.newPage()
    row(sheet, group, lines, (at) => bold(at) ? 'TH' : 'TD', setting, () => 'Row')
    rule()
  }
  group.end()
  table.end()
  sheet.onNewPage = null
}

/** A row of cells side by side; when it is longer than what is left of the page, each cell continues on the next. */
function row(sheet: Sheet, under: Element, cells: Line[][], type: (at: number) => 'TH' | 'TD', setting: (at: number) => Setting, scope: () => 'Column' | 'Row'): void {
  const tr = sheet.element('TR', under)
  const elements = cells.map((_, at) => sheet.element(type(at), tr, undefined, type(at) === 'TH' ? { scope: scope() } : {}))
  const most = Math.max(1, ...cells.map((lines) => lines.length))
  for (let from = 0; from < most;) {
    const fit = Math.max(1, Math.min(most - from, Math.floor((sheet.room - 2 * pad.y + 0.01) / leading)))
    sheet.y += pad.y
    cells.forEach((lines, at) => { const some = lines.slice(from, from + fit); if (some.length > 0) sheet.chunk(elements[at]!, type(at), some, setting(at)) })
    sheet.y += fit * leading + pad.y
    from += fit
    if (from < most) sheet.newPage()
  }
  for (const element of elements) element.end()
  tr.end()
}

/** The columns' widths: each at least what its widest word needs. */
function shares(rows: string[][], count: number, width: number, measure: Measure, isBold: (row: number, column: number) => boolean): number[] {
  const wishes = Array.from({ length: count }, () => ({ whole: 0, least: 0 }))
  rows.forEach((cells, at) => cells.forEach((cell, column) => {
    const style: Style = { size, bold: isBold(at, column) }
    const { whole, least } = wishOf(cell, style, measure)
    const wish = wishes[column]!
    wish.whole = Math.max(wish.whole, Math.min(whole + 2 * pad.x + 0.5, width * 0.75))
    wish.least = Math.max(wish.least, Math.min(least + 2 * pad.x + 0.5, (width / count) * 1.4, width * 0.75))
  }))
  const least = wishes.reduce((sum, each) => sum + each.least, 0)
  if (least >= width) return wishes.map((each) => each.least * width / least)
  // Those who wish for little get it; those who wish for much share what is left.
  const given = wishes.map((each) => each.least)
  let free = width - least
  wishes.map((each, at) => ({ at, need: Math.max(0, each.whole - each.least) })).sort((a, b) => a.need - b.need).forEach(({ at, need }, done) => {
    const more = Math.min(need, free / (count - done))
    given[at]! += more
    free -= more
  })
  const all = given.reduce((sum, each) => sum + each, 0)
  return given.map((each) => each + free * each / all)
}
