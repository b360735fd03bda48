import { day } from '#core/text/format.ts'
import { letters, type Letters } from './letters.server.ts'
import { linesOf, type Measure } from './lines.server.ts'
import { clean, fileLanguage, oneLine, paragraphsOf, stepped, type Block, type Paper } from './paper.ts'
import { edges, ink, measureBy, Sheet } from './sheet.server.ts'
import { setTable } from './table.server.ts'

const body = { size: 11, leading: 16.5 }
const headings = { 1: { size: 16, leading: 21, before: 22, after: 7 }, 2: { size: 13, leading: 18, before: 16, after: 5 }, 3: { size: 11.5, leading: 16.5, before: 12, after: 3 } } as const
/** A long paper takes seconds; those who ask for pages meanwhile are let in between. */
const others = () => new Promise<void>((go) => { setImmediate(go) })
type Outline = { addItem: (title: string, options: object) => Outline }

/**
 * The paper as an accessible PDF (PDF/UA-1): everything tagged in reading order, in its language, its title shown by the reader, bookmarks by
 * its headings, table headers told to those who listen. Text is never cut: long words break, long rows and tables continue on the next page.
 */
export async function pdfOf(paper: Paper): Promise<Uint8Array> {
  const { default: PDFDocument } = await import('pdfkit')
  const title = oneLine(paper.title)
  const about = { Title: title, Author: oneLine(paper.author), Creator: 'Nousu', Producer: 'Nousu', CreationDate: paper.date, ModDate: paper.date, ...(paper.subject ? { Subject: oneLine(paper.subject) } : {}) }
  const names: Letters[] = ['regular', 'bold', 'restRegular', 'restBold']
  const fonts = await Promise.all(names.map(letters))
  const doc = new PDFDocument({ size: 'A4', margin: 0, pdfVersion: '1.7', subset: 'PDF/UA' as never, tagged: true, lang: fileLanguage[paper.language], displayTitle: true, bufferPages: true, autoFirstPage: false, font: fonts[0] as never, info: about })
  names.forEach((name, at) => doc.registerFont(name, fonts[at]!))
  const parts: Uint8Array[] = []
  const whole = new Promise<Uint8Array>((done, failed) => { doc.on('data', (part: Uint8Array) => parts.push(part)); doc.on('end', () => done(Buffer.concat(parts))); doc.on('error', failed) })
  doc.addPage()
  const sheet = new Sheet(doc)
  const measure = measureBy(doc)
  top(sheet, paper, title, measure)
  const outline: Outline[] = [doc.outline as unknown as Outline]
  for (const [at, block] of stepped(paper.blocks).entries()) {
    if (at % 25 === 24) await others()
    await set(sheet, block, measure, outline)
  }
  sheet.root.end()
  footers(sheet, `${oneLine(paper.author)} · ${title}`, measure)
  doc.end()
  return whole
}

/** Who, what and when, at the head of the first page. */
function top(sheet: Sheet, paper: Paper, title: string, measure: Measure): void {
  const say = (type: string, text: string, setting: { size: number; leading: number; color?: string; bold?: boolean }) => {
    const element = sheet.element(type)
    sheet.write(element, type, linesOf(text, setting, sheet.width, measure), setting)
    element.end()
  }
  say('P', oneLine(paper.author), { size: 11, leading: 16, color: ink.lake, bold: true })
  sheet.y += 12
  say('H1', title, { size: 24, leading: 30, bold: true })
  sheet.y += 6
  const under = [...(paper.subject ? [oneLine(paper.subject)] : []), day(paper.date, paper.language, new Date(0))]
  say('P', under.join(' · '), { size: 10.5, leading: 15, color: ink.gravel })
  sheet.y += 10
  sheet.ornament(() => sheet.doc.rect(sheet.left, sheet.y, 44, 3).fill(ink.lake))
  sheet.y += 20
}

async function set(sheet: Sheet, block: Block, measure: Measure, outline: Outline[]): Promise<void> {
  switch (block.kind) {
    case 'heading': return heading(sheet, block.level, oneLine(block.text), measure, outline)
    case 'text': return paragraphsOf(block.text).forEach((text) => paragraph(sheet, text, measure))
    case 'list': return list(sheet, block.items, block.ordered ?? false, measure)
    case 'quote': return quote(sheet, block.text, block.by, measure)
    case 'table': if (block.head.length + block.rows.length > 0) await spaced(sheet, () => setTable(sheet, { caption: oneLine(block.caption), head: block.head.map(oneLine), rows: block.rows.map((row) => row.map(cell)) }, measure, others)); return
    case 'facts': if (block.rows.length > 0) await spaced(sheet, () => setTable(sheet, { rows: block.rows.map((row) => row.map(cell)) }, measure, others))
  }
}
const cell = (text: string) => clean(text).trim()
const spaced = async (sheet: Sheet, draw: () => Promise<void>) => { if (!sheet.atTop) sheet.y += 6; await draw(); sheet.y += 12 }

function heading(sheet: Sheet, level: 1 | 2 | 3, text: string, measure: Measure, outline: Outline[]): void {
  if (!text) return
  const look = headings[level]
  const lines = linesOf(text, { size: look.size, bold: true }, sheet.width, measure)
  if (!sheet.atTop) sheet.y += look.before
  // A heading is not left alone at the end of a page.
  sheet.need(lines.length * look.leading + look.after + 3 * body.leading)
  outline.length = level
  outline.push(outline.at(-1)!.addItem(text, { expanded: true, top: Math.max(0, sheet.y - 12), left: sheet.doc.page.width }))
  const type = `H${level + 1}`
  const element = sheet.element(type)
  sheet.write(element, type, lines, { size: look.size, leading: look.leading, color: level === 1 ? ink.lake : ink.granite })
  element.end()
  sheet.y += look.after
}

function paragraph(sheet: Sheet, text: string, measure: Measure): void {
  const element = sheet.element('P')
  sheet.write(element, 'P', linesOf(text, body, sheet.width, measure), body)
  element.end()
  sheet.y += 8
}

function list(sheet: Sheet, items: string[], ordered: boolean, measure: Measure): void {
  const shown = items.map(cell).filter(Boolean)
  if (shown.length === 0) return
  const whole = sheet.element('L', sheet.root, { O: 'List', ListNumbering: ordered ? 'Decimal' : 'Disc' })
  const indent = ordered ? 14 + 6 * String(shown.length).length : 16
  shown.forEach((text, at) => {
    const item = sheet.element('LI', whole)
    const label = sheet.element('Lbl', item)
    const said = sheet.element('LBody', item)
    const lines = linesOf(text, body, sheet.width - indent, measure)
    sheet.need(Math.min(2, lines.length) * body.leading)
    sheet.chunk(label, 'Lbl', linesOf(ordered ? `${at + 1}.` : '•', { size: body.size, bold: ordered }, indent, measure), { ...body, color: ink.lake })
    sheet.write(said, 'LBody', lines, { ...body, x: sheet.left + indent })
    for (const element of [label, said, item]) element.end()
    sheet.y += 3
  })
  whole.end()
  sheet.y += 7
}

function quote(sheet: Sheet, text: string, by: string | undefined, measure: Measure): void {
  const paragraphs = paragraphsOf(text)
  if (paragraphs.length === 0) return
  const whole = sheet.element('BlockQuote')
  sheet.y += 2
  for (const each of paragraphs) {
    const element = sheet.element('P', whole)
    sheet.write(element, 'P', linesOf(each, body, sheet.width - 16, measure), { ...body, x: sheet.left + 16, bar: true })
    element.end()
    sheet.y += 4
  }
  if (by) {
    const element = sheet.element('P', whole)
    sheet.write(element, 'P', linesOf(oneLine(by), { size: 9.5 }, sheet.width - 16, measure), { size: 9.5, leading: 14, x: sheet.left + 16, color: ink.gravel })
    element.end()
  }
  whole.end()
  sheet.y += 10
}

/** Whose paper and which page, on every page: seen, not heard. */
function footers(sheet: Sheet, said: string, measure: Measure): void {
  const { doc } = sheet
  const { start, count } = doc.bufferedPageRange()
  const look = { size: 8.5, leading: 12, color: ink.gravel }
  const [first] = linesOf(said, look, sheet.width - 70, measure)
  for (let page = start; page < start + count; page++) {
    doc.switchToPage(page)
    const y = doc.page.height - edges.bottom + 30
    sheet.ornament(() => {
      doc.moveTo(sheet.left, y - 8).lineTo(sheet.left + sheet.width, y - 8).lineWidth(0.6).stroke(ink.line)
      sheet.line(first!, sheet.left, y, look)
      const [number] = linesOf(`${page + 1} / ${count}`, look, 70, measure)
      sheet.line(number!, sheet.left + sheet.width - number!.width, y, look)
    }, 'Pagination')
  }
}
