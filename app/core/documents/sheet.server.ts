import type PDFDocument from 'pdfkit'
import type { Letters } from './letters.server.ts'
import type { Line, Measure, Run } from './lines.server.ts'

type Doc = InstanceType<typeof PDFDocument>
export type Element = ReturnType<Doc['struct']>
export const ink = { granite: '#1f242a', gravel: '#525960', lake: '#0d4f72', line: '#c9c8c3', mist: '#f2f1ec' }
/** Points from the edges of A4; the footer lives below `bottom`. */
export const edges = { left: 62, right: 62, top: 62, bottom: 74 }

/** How lines are set. `bar`: a quiet line beside them, of a quotation. `joins`: this and what follows are kept on one page when they fit. */
export type Setting = { x?: number; size: number; leading: number; color?: string; align?: 'right'; width?: number; bar?: boolean }

/** Pages that are written from top to bottom, each line within the element of the structure it belongs to. */
export class Sheet {
  y = edges.top
  readonly width: number
  readonly bottom: number
  readonly root: Element
  readonly doc: Doc
  /** what is drawn first on a page that continues something, such as a table's header */
  onNewPage: (() => void) | null = null

  constructor(doc: Doc) {
    this.doc = doc
    this.width = doc.page.width - edges.left - edges.right
    this.bottom = doc.page.height - edges.bottom
    this.root = doc.struct('Document')
    doc.addStructure(this.root)
  }
  get left(): number { return edges.left }
  get room(): number { return this.bottom - this.y }
  get atTop(): boolean { return this.y <= edges.top }

  /** A new element under another; its own attributes, such as a list's numbering, as the standard writes them. */
  element(type: string, under: Element = this.root, attributes?: Record<string, unknown>, options: { scope?: string } = {}): Element {
    const made = this.doc.struct(type as never, options as never)
    if (attributes) Object.assign((made as unknown as { dictionary: { data: Record<string, unknown> } }).dictionary.data, { A: attributes })
    under.add(made)
    return made
  }

  newPage(): void {
    this.doc.addPage()
    this.y = edges.top
    this.onNewPage?.()
  }
  /** A new page, unless there is this much room on this one. */
  need(height: number): void { if (this.room < height && !this.atTop) this.newPage() }

  /** Draws what is not content: lines, fills, page numbers. Those who listen do not hear it. */
  ornament(draw: () => void, type: 'Layout' | 'Pagination' = 'Layout'): void {
    this.doc.markContent('Artifact', { type })
    this.doc.save()
    draw()
    this.doc.restore()
    this.doc.endMarkedContent()
  }

  /** Lines into an element from `y` down; they continue on new pages, and a single line is left alone on neither side of a break. */
  write(element: Element, tag: string, lines: Line[], setting: Setting): void {
    for (let from = 0; from < lines.length;) {
      const left = lines.length - from
      let fit = Math.floor((this.room + 0.01) / setting.leading)
      if (fit < left && !this.atTop && (fit < 2 || (left - fit === 1 && fit < 3))) { this.newPage(); continue }
      if (left - fit === 1 && fit > 2) fit -= 1
      const some = lines.slice(from, from + Math.max(1, fit))
      this.chunk(element, tag, some, setting)
      this.y += some.length * setting.leading
      from += some.length
      if (from < lines.length) this.newPage()
    }
  }

  /** Lines on this page at `y`, which stays: cells of a row stand side by side. */
  chunk(element: Element, tag: string, lines: Line[], setting: Setting): void {
    const height = lines.length * setting.leading
    const x = setting.x ?? this.left
    if (setting.bar) this.ornament(() => this.doc.rect(x - 14, this.y + 1, 2.5, height - 2).fill(ink.lake))
    element.add(this.doc.markStructureContent(tag))
    lines.forEach((line, at) => this.line(line, setting.align === 'right' ? x + (setting.width ?? this.width) - inkWidth(line) : x, this.y + at * setting.leading, setting))
    this.doc.endMarkedContent()
  }

  /** One line, outside the structure: for ornaments. */
  line(line: Line, x: number, y: number, setting: Setting): void {
    const base = y + setting.leading / 2 + setting.size * 0.34
    this.doc.fillColor(setting.color ?? ink.granite)
    for (const run of line.runs) {
      if (run.actual !== undefined) this.doc.markContent('Span', { actual: run.actual })
      this.doc.font(run.font).fontSize(setting.size).text(run.text, x, base, { lineBreak: false, baseline: 'alphabetic' })
      if (run.actual !== undefined) this.doc.endMarkedContent()
      x += run.width
    }
  }
}

/** The width without the space that a broken line ends with. */
const inkWidth = (line: Line): number => {
  const last: Run | undefined = line.runs.at(-1)
  return last?.text.endsWith(' ') ? line.width - last.width * ((last.text.length - last.text.trimEnd().length) / last.text.length) : line.width
}

/** Measures by the document's fonts. */
export function measureBy(doc: Doc): Measure {
  const fonts = new Map<string, { hasGlyphForCodePoint: (code: number) => boolean }>()
  const fontOf = (font: Letters) => fonts.get(font) ?? fonts.set(font, (doc.font(font) as unknown as { _font: { font: { hasGlyphForCodePoint: (code: number) => boolean } } })._font.font).get(font)!
  return {
    has: (font, character) => fontOf(font).hasGlyphForCodePoint(character.codePointAt(0)!),
    width: (font, text, size) => doc.font(font).fontSize(size).widthOfString(text),
    seen: new Map(),
  }
}
