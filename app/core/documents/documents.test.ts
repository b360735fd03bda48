import { strFromU8, unzipSync } from 'fflate'
import { getDocument, type PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { describe, expect, test } from 'vitest'
import { docxOf } from './docx.server.ts'
import { stepped, type Block, type Paper } from './paper.ts'
import { pdfOf } from './pdf.server.ts'

const day = new Date('2026-11-22T08:00:00Z')
const paper = (blocks: Block[], more: Partial<Paper> = {}): Paper => ({ title: 'Kirkonseudun puiston kuuleminen', language: 'fi', author: 'Ylöjärvi', subject: 'YLO/123/2026', date: day, blocks, ...more })
const sample = paper([
  { kind: 'facts', rows: [['Valmistelija', 'Maija Mäkelä'], ['Puhujia', '128']] },
  { kind: 'heading', level: 1, text: 'Yhteenveto' }, { kind: 'text', text: 'Ensimmäinen kappale, 50 €.\n\nToinen kappale.' },
  { kind: 'list', items: ['Penkkejä', 'Valoja'] }, { kind: 'list', ordered: true, items: ['Ensin', 'Sitten'] },
  { kind: 'heading', level: 2, text: 'Teemat' }, { kind: 'quote', text: 'Lisää penkkejä!', by: 'Aino' },
  { kind: 'table', caption: 'Kommentit teemoittain', head: ['Teema', 'Määrä'], rows: [['Penkit', '12'], ['Valot', '3']] },
])

const opened = (bytes: Uint8Array) => getDocument({ data: new Uint8Array(bytes), verbosity: 0 }).promise
type Node = { role?: string; type?: string; id?: string; children?: Node[]; lang?: string }
type Told = { role: string; text: string; under: Told[] }

/** What one who listens hears: the structure with its text, page after page joined; what is not in the structure is not heard. */
async function heard(pdf: PDFDocumentProxy): Promise<{ root: Told[]; unheard: string }> {
  const roots: Told[] = []
  let unheard = ''
  for (let number = 1; number <= pdf.numPages; number++) {
    const page = await pdf.getPage(number)
    const texts = new Map<string, string>()
    const open: (string | null)[] = []
    for (const item of (await page.getTextContent({ includeMarkedContent: true })).items as { type?: string; id?: string; str?: string; hasEOL?: boolean }[]) {
      if (item.type?.startsWith('beginMarkedContent')) open.push(item.id ?? null)
      else if (item.type === 'endMarkedContent') open.pop()
      else { const id = open.findLast((each) => each !== null); if (id) texts.set(id, (texts.get(id) ?? '') + item.str + (item.hasEOL ? ' ' : '')); else unheard += `${item.str}\n` }
    }
    const told = (node: Node): Told => ({ role: node.role!, text: (node.children ?? []).filter((each) => each.type === 'content').map((each) => texts.get(each.id!) ?? '').join(''), under: (node.children ?? []).filter((each) => each.role).map(told) })
    const tree = await page.getStructTree() as unknown as Node | null
    roots.push(...(tree?.children ?? []).filter((each) => each.role).map(told))
  }
  return { root: roots.flatMap((each) => each.role === 'Document' ? each.under : [each]), unheard }
}
const flat = (told: Told[]): Told[] => told.flatMap((each) => [each, ...flat(each.under)])
const textOf = (told: Told): string => told.text + told.under.map(textOf).join('')
const ofRole = (told: Told[], role: string) => flat(told).filter((each) => each.role === role).map((each) => textOf(each).trim()).filter(Boolean)

describe('a paper as PDF', () => {
  test('is in its language, shows its title, and says that it is PDF/UA', async () => {
    const pdf = await opened(await pdfOf(sample))
    const { info, metadata } = await pdf.getMetadata()
    expect(info).toMatchObject({ Title: 'Kirkonseudun puiston kuuleminen', Author: 'Ylöjärvi', Subject: 'YLO/123/2026', Language: 'fi-FI' })
    expect(metadata?.getRaw()).toMatch(/<pdfuaid:part>1</)
    expect(await pdf.getViewerPreferences()).toMatchObject({ DisplayDocTitle: true })
    expect(await pdf.getMarkInfo()).toMatchObject({ Marked: true })
    expect((await (await opened(await pdfOf({ ...sample, language: 'sv' }))).getMetadata()).info).toMatchObject({ Language: 'sv-SE' })
  })
  test('tells its structure in reading order: headings, lists, quotations, tables with what names their cells', async () => {
    const { root, unheard } = await heard(await opened(await pdfOf(sample)))
    expect(root.map((each) => each.role)).toEqual(['P', 'H1', 'P', 'Table', 'H2', 'P', 'P', 'L', 'L', 'H3', 'BlockQuote', 'Table'])
    expect(ofRole(root, 'H1')).toEqual(['Kirkonseudun puiston kuuleminen'])
    expect(ofRole(root, 'H2')).toEqual(['Yhteenveto'])
    expect(root.filter((each) => each.role === 'P').map((each) => textOf(each).trim())).toEqual(['Ylöjärvi', 'YLO/123/2026 · 22.11.2026', 'Ensimmäinen kappale, 50 €.', 'Toinen kappale.'])
    expect(ofRole(root, 'LBody')).toEqual(['Penkkejä', 'Valoja', 'Ensin', 'Sitten'])
    expect(ofRole(root, 'Lbl')).toEqual(['•', '•', '1.', '2.'])
    expect(ofRole(root, 'BlockQuote')).toEqual(['Lisää penkkejä! Aino'])
    expect(ofRole(root, 'TH')).toEqual(['Valmistelija', 'Puhujia', 'Teema', 'Määrä'])
    expect(ofRole(root, 'TD')).toEqual(['Maija Mäkelä', '128', 'Penkit', '12', 'Valot', '3'])
    expect(ofRole(root, 'Caption')).toEqual(['Kommentit teemoittain'])
    expect(unheard.split('\n').filter((each) => each.trim())).toEqual(['Ylöjärvi · Kirkonseudun puiston kuuleminen', '1 / 1'])
  })
  test('says in the file which way a header names', async () => {
    const raw = Buffer.from(await pdfOf(sample)).toString('latin1')
    expect(raw.match(/\/Scope \/Column/g)).toHaveLength(2)
    expect(raw.match(/\/Scope \/Row/g)).toHaveLength(2)
    expect(raw.match(/\/ListNumbering \/Decimal/g)).toHaveLength(1)
  })
  test('has bookmarks by its headings, each to its page', async () => {
    const pdf = await opened(await pdfOf(paper([1, 2, 3].flatMap((chapter): Block[] => [{ kind: 'heading', level: 1, text: `Luku ${chapter}` }, { kind: 'heading', level: 2, text: `Osa ${chapter}` }, ...Array.from({ length: 60 }, (): Block => ({ kind: 'text', text: 'Kappale.' }))]))))
    const outline = await pdf.getOutline()
    expect(outline.map((each) => [each.title, each.items.map((item) => item.title)])).toEqual([['Luku 1', ['Osa 1']], ['Luku 2', ['Osa 2']], ['Luku 3', ['Osa 3']]])
    const pages = await Promise.all(outline.map(async (each) => await pdf.getPageIndex((each.dest as [never])[0])))
    for (const [at, page] of pages.entries()) {
      const { items } = await (await pdf.getPage(page + 1)).getTextContent()
      expect(items.map((item) => (item as { str: string }).str)).toContain(`Luku ${at + 1}`)
    }
    expect(new Set(pages).size).toBe(3)
  })
  test('the same paper is the same bytes', async () => {
    expect(Buffer.from(await pdfOf(sample)).equals(Buffer.from(await pdfOf(sample)))).toBe(true)
  })

  test('a long table repeats its header to the eye on every page, and to the ear once', async () => {
    const rows = Array.from({ length: 200 }, (_, at) => [`Rivi ${at}`, `Perustelu ${at} ${'sanoja '.repeat(at % 30)}`.trim()])
    const pdf = await opened(await pdfOf(paper([{ kind: 'table', caption: 'Kaikki', head: ['Teema', 'Perustelu'], rows }])))
    const { root, unheard } = await heard(pdf)
    expect(pdf.numPages).toBeGreaterThan(5)
    expect(ofRole(root, 'TH')).toEqual(['Teema', 'Perustelu'])
    expect(ofRole(root, 'TD').map((each) => each.replace(/\s+/g, ' '))).toEqual(rows.flat())
    expect(unheard.match(/^Teema$/gm)).toHaveLength(pdf.numPages - 1)
  })
  test.each([
    ['a word longer than a line', 'Lentokonesuihkuturbiinimoottoriapumekaanikkoaliupseerioppilas'.repeat(9)],
    ['a paragraph longer than a page', 'Tästä tulee pitkä kappale. '.repeat(500).trim()],
    ['letters of other alphabets', 'Привет, čáŋ, α → β ≤ 5'],
  ])('%s is whole, within the margins', async (_, text) => {
    for (const block of [{ kind: 'text', text }, { kind: 'list', items: [text] }, { kind: 'quote', text }, { kind: 'table', caption: '', head: ['A', 'B', 'C'], rows: [['1', text]] }, { kind: 'facts', rows: [['Nimi', text]] }] as Block[]) {
      const pdf = await opened(await pdfOf(paper([block])))
      const { root } = await heard(pdf)
      const squeezed = (each: string) => each.replace(/\s+/g, '')
      expect(flat(root).map((each) => squeezed(each.text)).join('')).satisfy((said: string) => said.includes(squeezed(text)))
      for (let number = 1; number <= pdf.numPages; number++) {
        for (const item of (await (await pdf.getPage(number)).getTextContent()).items as { str: string; width: number; transform: number[] }[]) {
          expect(item.transform[4]!).toBeGreaterThan(60)
          if (item.str.trim()) expect(item.transform[4]! + item.width - (item.str.endsWith(' ') ? 4 : 0)).toBeLessThan(595.28 - 60)
          expect(item.transform[5]!).toBeGreaterThan(30)
        }
      }
    }
  })
  test('a letter that no font has is drawn as a box, with its real text for search and speech', async () => {
    const bytes = Buffer.from(await pdfOf(paper([{ kind: 'text', text: 'Terveisiä 漢字' }])))
    expect(ofRole((await heard(await opened(bytes))).root, 'P').at(-1)).toMatch(/^Terveisiä (□□|漢字)$/)
    const { inflateSync } = await import('node:zlib')
    const streams = [...bytes.toString('latin1').matchAll(/stream\n([\s\S]*?)\nendstream/g)].map((match) => { try { return inflateSync(Buffer.from(match[1]!, 'latin1')).toString('latin1') } catch { return '' } })
    const drawn = /ActualText \(([\s\S]*?)\)\s*>>/.exec(streams.join('\n'))![1]!
    expect(Buffer.from(drawn, 'latin1').swap16().toString('utf16le')).toContain('漢字')
  })
  test('what is odd does not break it', async () => {
    const odd = paper([{ kind: 'text', text: '' }, { kind: 'list', items: [] }, { kind: 'heading', level: 3, text: ' ' }, { kind: 'table', caption: '', head: [], rows: [] }, { kind: 'table', caption: 'Vain otsikko', head: ['A'], rows: [] }, { kind: 'table', caption: 'Eri mittaisia', head: ['A', 'B'], rows: [['1'], ['1', '2', '3']] }, { kind: 'facts', rows: [] }, { kind: 'text', text: 'a\u0000b\ud800c\u202ed\u200be' }])
    const { root } = await heard(await opened(await pdfOf(odd)))
    expect(ofRole(root, 'TD')).toEqual(expect.arrayContaining(['1', '2', '3']))
    expect(textOf(root.at(-1)!).trim()).toMatch(/^ab.cde$/)
    expect((await docxOf(odd)).length).toBeGreaterThan(1000)
  })
})

describe('a paper as DOCX', () => {
  const parts = async (of: Paper) => { const files = unzipSync(new Uint8Array(await docxOf(of))); return (name: string) => strFromU8(files[name]!) }
  const styled = (xml: string, style: string) => [...xml.matchAll(/<w:p>(?:(?!<\/w:p>)[\s\S])*<\/w:p>/g)].map((match) => match[0]).filter((each) => each.includes(`<w:pStyle w:val="${style}"/>`)).map((each) => [...each.matchAll(/<w:t[^>]*>([^<]*)/g)].map((match) => match[1]).join(''))
  test('has the styles of a title, headings and captions, and its text in order', async () => {
    const xml = (await parts(sample))('word/document.xml')
    expect(styled(xml, 'Title')).toEqual(['Kirkonseudun puiston kuuleminen'])
    expect(styled(xml, 'Heading1')).toEqual(['Yhteenveto'])
    expect(styled(xml, 'Heading2')).toEqual(['Teemat'])
    expect(styled(xml, 'Caption')).toEqual(['Kommentit teemoittain'])
    const words = ['Ensimmäinen kappale', 'Toinen kappale', 'Penkkejä', 'Sitten', 'Lisää penkkejä', 'Valot']
    expect(words.map((word) => xml.indexOf(word)).toSorted((a, b) => a - b)).toEqual(words.map((word) => xml.indexOf(word)))
    expect(words.every((word) => xml.includes(word))).toBe(true)
  })
  test('its tables have a header row, its lists are lists, its language and metadata are told', async () => {
    const part = await parts(sample)
    expect(part('word/document.xml').match(/<w:tblHeader\b/g)).toHaveLength(1)
    expect(part('word/document.xml').match(/<w:numPr>/g)).toHaveLength(4)
    expect(part('word/styles.xml')).toContain('<w:lang w:val="fi-FI"')
    expect((await parts({ ...sample, language: 'en' }))('word/styles.xml')).toContain('<w:lang w:val="en-GB"')
    expect(part('docProps/core.xml')).toMatch(/<dc:title>Kirkonseudun puiston kuuleminen<[\s\S]*<dc:creator>Ylöjärvi</)
  })
})

test('heading levels never skip one', () => {
  const levels = (given: (1 | 2 | 3)[]) => stepped(given.map((level) => ({ kind: 'heading', level, text: 'x' }))).map((block) => block.kind === 'heading' && block.level)
  expect(levels([3, 3, 1, 3, 2])).toEqual([1, 2, 1, 2, 2])
})

test('a paper of 2 000 paragraphs and as many rows comes out', async () => {
  const long = paper([...Array.from({ length: 2000 }, (_, at): Block => ({ kind: 'text', text: `Kappale ${at}: ${'suunnitelmasta sanottiin paljon ja hyvää '.repeat(6)}` })), { kind: 'table', caption: 'Kommentit', head: ['Nro', 'Teema', 'Perustelu'], rows: Array.from({ length: 2000 }, (_, at) => [String(at), `Teema ${at % 9}`, `Perustelu ${at} ${'sanoja '.repeat(at % 20)}`]) }])
  const started = performance.now()
  const before = process.memoryUsage().rss
  const bytes = await pdfOf(long)
  const pdf = await opened(bytes)
  console.log(`PDF: ${pdf.numPages} pages, ${Math.round(bytes.length / 1024)} kB, ${Math.round(performance.now() - started)} ms, +${Math.round((process.memoryUsage().rss - before) / 1e6)} MB`)
  const then = performance.now()
  console.log(`DOCX: ${Math.round((await docxOf(long)).length / 1024)} kB, ${Math.round(performance.now() - then)} ms`)
  expect(pdf.numPages).toBeGreaterThan(100)
  expect((await (await pdf.getPage(pdf.numPages)).getTextContent()).items.map((item) => (item as { str: string }).str).join('')).toContain('Perustelu 1999')
})
