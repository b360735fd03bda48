import type * as Docx from 'docx'
import { day } from '#core/text/format.ts'
import { clean, fileLanguage, oneLine, paragraphsOf, stepped, type Block, type Paper } from './paper.ts'

const ink = { granite: '1F242A', gravel: '525960', lake: '0D4F72', line: 'C9C8C3', mist: 'F2F1EC' }
const letters = 'Calibri'
const cell = (text: string) => clean(text).trim()

/**
 * The paper as a Word file that can be edited further: the title and headings are its styles (so it has a navigation and can get a table of
 * contents), lists are lists, tables have header rows that repeat on each page, and the language is told for spelling and for speech.
 */
export async function docxOf(paper: Paper): Promise<Uint8Array> {
  const docx = await import('docx')
  const { Document, Footer, Packer, PageNumber, Paragraph, TextRun, AlignmentType, LevelFormat, TabStopType } = docx
  const title = oneLine(paper.title)
  const author = oneLine(paper.author)
  const subject = paper.subject ? oneLine(paper.subject) : ''
  const lists = { count: 0 }
  const numbered = [{ level: 0, format: LevelFormat.DECIMAL, text: '%1.', alignment: AlignmentType.START, style: { paragraph: { indent: { left: 440, hanging: 440 } } } }]
  const bullets = [{ level: 0, format: LevelFormat.BULLET, text: '•', alignment: AlignmentType.START, style: { paragraph: { indent: { left: 360, hanging: 360 } } } }]
  const heading = (size: number, before: number, color: string) => ({ run: { font: letters, size, bold: true, color }, paragraph: { spacing: { before, after: 100 }, keepNext: true } })
  const document = new Document({
    title, creator: author, lastModifiedBy: author, ...(subject ? { subject } : {}),
    styles: {
      default: {
        document: { run: { font: letters, size: 22, color: ink.granite, language: { value: fileLanguage[paper.language] } }, paragraph: { spacing: { after: 140, line: 300 } } },
        title: { run: { font: letters, size: 48, bold: true, color: ink.granite }, paragraph: { spacing: { after: 80, line: 240 } } },
        heading1: heading(32, 360, ink.lake), heading2: heading(26, 280, ink.granite), heading3: heading(23, 220, ink.granite),
      },
      paragraphStyles: [
        { id: 'Author', name: 'Author', basedOn: 'Normal', run: { bold: true, color: ink.lake } },
        { id: 'Subtitle', name: 'Subtitle', basedOn: 'Normal', run: { color: ink.gravel, size: 21 }, paragraph: { spacing: { after: 320 } } },
        { id: 'Quote', name: 'Quote', basedOn: 'Normal', paragraph: { indent: { left: 340 } } },
        { id: 'QuoteSource', name: 'Quote Source', basedOn: 'Quote', run: { color: ink.gravel, size: 19 } },
        { id: 'Caption', name: 'caption', basedOn: 'Normal', run: { bold: true, size: 21 }, paragraph: { keepNext: true, spacing: { before: 200, after: 80 } } },
        { id: 'TableText', name: 'Table Text', basedOn: 'Normal', run: { size: 19 }, paragraph: { spacing: { before: 40, after: 40, line: 250 } } },
        { id: 'Footer', name: 'footer', basedOn: 'Normal', run: { size: 17, color: ink.gravel } },
      ],
    },
    numbering: { config: [{ reference: 'bullets', levels: bullets }, { reference: 'numbers', levels: numbered }] },
    sections: [{
      properties: { page: { size: { width: 11906, height: 16838 }, margin: { top: 1240, bottom: 1240, left: 1240, right: 1240 } } },
      footers: { default: new Footer({ children: [new Paragraph({ style: 'Footer', tabStops: [{ type: TabStopType.RIGHT, position: 9426 }], children: [new TextRun(`${author} · ${title}\t`), new TextRun({ children: [PageNumber.CURRENT, ' / ', PageNumber.TOTAL_PAGES] })] })] }) },
      children: [
        new Paragraph({ style: 'Author', children: [new TextRun(author)] }),
        new Paragraph({ style: 'Title', children: [new TextRun(title)] }),
        new Paragraph({ style: 'Subtitle', children: [new TextRun([subject, day(paper.date, paper.language, new Date(0))].filter(Boolean).join(' · '))] }),
        ...stepped(paper.blocks).flatMap((block) => set(block, docx, lists)),
      ],
    }],
  })
  return Packer.toBuffer(document)
}

function set(block: Block, docx: typeof Docx, lists: { count: number }): (Docx.Paragraph | Docx.Table)[] {
  const { Paragraph } = docx
  switch (block.kind) {
    case 'heading': return oneLine(block.text) ? [new Paragraph({ style: `Heading${block.level}`, children: [new docx.TextRun(oneLine(block.text))] })] : []
    case 'text': return paragraphsOf(block.text).map((text) => new Paragraph({ children: runs(text, docx) }))
    case 'list': {
      // Each numbered list is an instance of its own, so that it begins at one.
      const instance = ++lists.count
      return block.items.map(cell).filter(Boolean).map((item) => new Paragraph({ numbering: { reference: block.ordered ? 'numbers' : 'bullets', level: 0, instance }, children: runs(item, docx) }))
    }
    case 'quote': return [
      ...paragraphsOf(block.text).map((text) => new Paragraph({ style: 'Quote', keepNext: !!block.by, border: { left: { style: docx.BorderStyle.SINGLE, size: 18, color: ink.lake, space: 10 } }, children: runs(text, docx) })),
      ...(block.by ? [new Paragraph({ style: 'QuoteSource', children: [new docx.TextRun(oneLine(block.by))] })] : []),
    ]
    case 'table': return block.head.length + block.rows.length === 0 ? [] : [
      ...(oneLine(block.caption) ? [new Paragraph({ style: 'Caption', children: [new docx.TextRun(oneLine(block.caption))] })] : []),
      table([block.head, ...block.rows], true, docx), new Paragraph({}),
    ]
    case 'facts': return block.rows.length === 0 ? [] : [table(block.rows, false, docx), new Paragraph({})]
  }
}

/** Text with its line breaks. */
const runs = (text: string, docx: typeof Docx, bold = false): Docx.TextRun[] => text.split('\n').map((line, at) => new docx.TextRun({ text: line, bold, ...(at > 0 ? { break: 1 } : {}) }))

/** A table whose first row (or, of facts, first column) names the others. */
function table(rows: string[][], headed: boolean, docx: typeof Docx): Docx.Table {
  const { BorderStyle, Paragraph, Table, TableCell, TableRow, WidthType, ShadingType } = docx
  const none = { style: BorderStyle.NONE, size: 0, color: 'auto' }
  const rule = { style: BorderStyle.SINGLE, size: 4, color: ink.line }
  const count = Math.max(1, ...rows.map((row) => row.length))
  const wishes = Array.from({ length: count }, (_, at) => Math.min(60, Math.max(8, ...rows.map((row) => (row[at] ?? '').length))))
  const total = wishes.reduce((sum, each) => sum + each, 0)
  const widths = wishes.map((each) => Math.round(9426 * each / total))
  return new Table({
    width: { size: 9426, type: WidthType.DXA }, columnWidths: widths, borders: { top: rule, bottom: rule, left: none, right: none, insideVertical: none, insideHorizontal: rule },
    margins: { top: 30, bottom: 30, left: 100, right: 100 }, tableLook: { firstRow: headed, firstColumn: !headed, noHBand: true, noVBand: true },
    rows: rows.map((row, at) => new TableRow({
      ...(headed && at === 0 ? { tableHeader: true } : {}), cantSplit: row.every((each) => each.length < 1500),
      children: Array.from({ length: count }, (_, column) => new TableCell({
        width: { size: widths[column]!, type: WidthType.DXA }, ...(headed && at === 0 ? { shading: { type: ShadingType.CLEAR, fill: ink.mist, color: 'auto' } } : {}),
        children: [new Paragraph({ style: 'TableText', children: runs(cell(row[column] ?? ''), docx, headed ? at === 0 : column === 0) })],
      })),
    })),
  })
}
