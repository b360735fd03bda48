import { correction, generate } from 'lean-qr'
import { letters, type Letters } from './letters.server.ts'
import { linesOf } from './lines.server.ts'
import { clean, fileLanguage, oneLine } from './paper.ts'
import { ink, measureBy, Sheet } from './sheet.server.ts'
import type { Language } from '#core/text/language.ts'

/** A poster for a wall: what is asked, a QR code of an address, the address for who types (without what only tells where it was read), and small words under it. */
export type Poster = { title: string; lead: string; address: string; scan: string; or: string; small: string; author: string; language: Language; date: Date; size: 'A4' | 'A5' }

/** The poster as an accessible PDF (PDF/UA-1): the code is a figure whose words are its address. */
export async function posterOf(its: Poster): Promise<Uint8Array> {
  const { default: PDFDocument } = await import('pdfkit')
  const title = oneLine(its.title)
  const names: Letters[] = ['regular', 'bold', 'restRegular', 'restBold']
  const fonts = await Promise.all(names.map(letters))
  const doc = new PDFDocument({
    size: its.size, margin: 0, pdfVersion: '1.7', subset: 'PDF/UA' as never, tagged: true, lang: fileLanguage[its.language], displayTitle: true, bufferPages: true, autoFirstPage: false,
    info: { Title: title, Author: oneLine(its.author), Creator: 'Nousu', Producer: 'Nousu', CreationDate: its.date, ModDate: its.date },
  } as never)
  names.forEach((name, at) => doc.registerFont(name, fonts[at]!))
  const parts: Uint8Array[] = []
  const whole = new Promise<Uint8Array>((done, failed) => { doc.on('data', (part: Uint8Array) => parts.push(part)); doc.on('end', () => done(Buffer.concat(parts))); doc.on('error', failed) })
  doc.addPage()
  const sheet = new Sheet(doc), measure = measureBy(doc)
  const big = its.size === 'A4' ? 1 : 0.72, centre = doc.page.width / 2
  const say = (type: string, text: string, size: number, more: { bold?: boolean; color?: string; after?: number } = {}) => {
    const look = { size: size * big, leading: size * big * 1.28, ...(more.bold ? { bold: true } : {}), ...(more.color ? { color: more.color } : {}) }
    const element = sheet.element(type)
    for (const line of linesOf(clean(text), look, sheet.width, measure)) { sheet.chunk(element, type, [line], { ...look, x: centre - line.width / 2 }); sheet.y += look.leading }
    element.end()
    sheet.y += (more.after ?? 10) * big
  }
  sheet.y = 70 * big
  say('P', its.author, 14, { color: ink.lake, bold: true, after: 22 })
  say('H1', title, 34, { bold: true, after: 8 })
  say('P', its.lead, 22, { after: 26 })
  code(sheet, its.address, 300 * big, centre)
  sheet.y += 24 * big
  say('P', its.scan, 20, { bold: true, after: 2 })
  say('P', its.or, 14, { color: ink.gravel, after: 2 })
  say('P', its.address.replace(/^https?:\/\/|\?.*$/g, ''), 17, { bold: true, after: 22 })
  say('P', its.small, 13, { color: ink.gravel })
  sheet.root.end()
  doc.end()
  return whole
}

/** The code of an address, with its quiet zone; a quarter of it may be dirty or torn. */
function code(sheet: Sheet, address: string, side: number, centre: number) {
  const qr = generate(address, { minCorrectionLevel: correction.Q })
  const quiet = 4, cell = side / (qr.size + 2 * quiet), left = centre - side / 2, top = sheet.y
  const { doc } = sheet
  const figure = sheet.element('Figure', sheet.root, { O: 'Layout', BBox: [left, doc.page.height - top - side, left + side, doc.page.height - top] });
  (figure as unknown as { dictionary: { data: Record<string, unknown> } }).dictionary.data.Alt = new String(`QR: ${address}`) // pdfkit writes a String object as text
  figure.add(doc.markStructureContent('Figure'))
  doc.save().rect(left, top, side, side).fill('#ffffff')
  for (let y = 0; y < qr.size; y++) for (let x = 0; x < qr.size; x++) if (qr.get(x, y)) doc.rect(left + (x + quiet) * cell, top + (y + quiet) * cell, cell + 0.05, cell + 0.05)
  doc.fill('#000000').restore()
  doc.endMarkedContent()
  figure.end()
  sheet.y += side
}
