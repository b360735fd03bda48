import fc from 'fast-check'
import { eq } from 'drizzle-orm'
import { strFromU8, unzipSync } from 'fflate'
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { describe, expect, test } from 'vitest'
import type { Ctx } from '#core/context/context.server.ts'
import { fewest } from '#core/text/few.ts'
import { hideableOf } from '#core/trail/hideable.ts'
import { changeSubject } from '#core/trail/subject.server.ts'
import { addComment, markOutcome } from '#modules/discussion/server'
import { comment } from '../../discussion/schema.server.ts'
import { removeComment } from '../../discussion/comment.server.ts'
import { web } from '../../../../tests/web.ts'
import { town } from '../../../../tests/town.ts'
import { writeSummary } from '../hearing/close.server.ts'
import { addSection } from '../hearing/sections.server.ts'
import { matterOf } from '../matter.server.ts'
import { movePhase } from '../phases.server.ts'
import { publishMatter } from '../publish.server.ts'
import { putMatter } from '../put.server.ts'
import { matter } from '../schema.server.ts'
import { asJson } from './data.server.ts'
import { reportOf } from './gather.server.ts'
import { fileOf } from './made.server.ts'
import { told, toldWho } from './numbers.ts'
import { paperOf } from './paper.server.ts'

const here = await web()
const { aino, otso, jari, saara, guest, mirja, ry, oy, house, topics, units } = here
const db = house.database.owner
house.signIn = { mayMail: async () => true } as never
const start = house.time
let count = 0
async function heard() {
  house.time = start
  const id = (await jari.does(putMatter, { title: `Rantapolku ${++count}`, thought: 'Rannalle voisi tehdä valaistun polun, jota pitkin pääsee kouluun.', topicId: topics.sports }) as { id: string }).id
  await jari.does(publishMatter, id)
  await db.update(matter).set({ speakers: 'anyone' }).where(eq(matter.id, id))
  const hearing = (await guest.sees(matterOf, id)).phases.find((each) => each.hearing === 'yes')!
  await jari.does(movePhase, id, { to: hearing.id, endsOn: '2026-12-01', sentence: 'Nyt asiasta kuullaan kaikkia, joita se koskee.' })
  return id
}
const ended = () => { house.time = new Date('2026-12-02T09:00:00Z') }
let said = 0
async function says(who: typeof aino, it: string, more: Partial<Parameters<typeof addComment>[2]> = {}) {
  house.time = new Date(house.time.getTime() + 400_000)
  const done = await who.does(addComment, it, { text: `Sanon asian ${++said} näin`, ...more }, `10.1.${said}.1`)
  if ('problems' in done) throw new Error(JSON.stringify(done))
  return done.id
}
const report = (id: string, who = guest) => who.sees(reportOf, id)
const whole = async ({ parts }: { parts: AsyncIterable<string> }) => { let text = ''; for await (const part of parts) text += part; return text }
const jsonOf = async (id: string) => JSON.parse(await whole(await guest.sees(async (ctx: Ctx) => ({ parts: asJson(ctx, await reportOf(ctx, id)) })))) as Record<string, unknown> & { comments: Record<string, unknown>[] }

describe('small groups', () => {
  test('no count below five is told, and none can be counted from those that are', () => {
    fc.assert(fc.property(fc.record({ a: fc.nat(12), b: fc.nat(12), c: fc.nat(12) }), (counts) => {
      const shown = told(counts)
      const names = ['a', 'b', 'c'] as const
      const left = names.filter((name) => shown[name] === null)
      for (const name of names) if (shown[name] !== null) expect(shown[name]).toBe(counts[name])
      for (const name of names) expect(shown[name] !== null && counts[name] > 0 && counts[name] < fewest).toBe(false)
      if (left.length === 0) return
      // whoever knows the whole still has more than one way to share what is left out
      expect(left.length === 3 || (left.length >= 2 && left.reduce((sum, name) => sum + counts[name], 0) >= fewest)).toBe(true)
    }))
  })
  test.each([
    [{ residents: 12, guests: 7 }, { residents: 12, guests: 7, people: null }], [{ residents: 12, guests: 0 }, { residents: 12, guests: 0, people: null }],
    [{ residents: 12, guests: 2 }, { residents: null, guests: null, people: 14 }], [{ residents: 3, guests: 9 }, { residents: null, guests: null, people: 12 }],
    [{ residents: 3, guests: 1 }, { residents: null, guests: null, people: null }], [{ residents: 3, guests: 0 }, { residents: null, guests: null, people: null }], [{ residents: 0, guests: 0 }, { residents: 0, guests: 0, people: null }],
  ])('of %j is told %j', (who, expected) => { expect(toldWho({ ...who, organisations: 2, units: 1 })).toEqual({ ...expected, organisations: 2, units: 1 }) })
  test('a stance that few took is in no form of the report, nor beside the comments', async () => {
    const id = await heard()
    for (let i = 0; i < 6; i++) await says(guest, id, { stance: 'for' })
    for (let i = 0; i < 6; i++) await says(i % 2 ? aino : otso, id)
    await says(otso, id, { stance: 'against', text: 'Vastustan tätä kokonaan' })
    ended()
    const its = await report(id)
    expect(its.stances.against).toBeNull()
    expect(Object.values(its.stances).filter((each) => each === null).length).toBe(2)
    expect((await jsonOf(id)).comments.every((each) => each.stance === null)).toBe(true)
    expect(JSON.stringify((await guest.sees(async (ctx: Ctx) => paperOf(ctx, await reportOf(ctx, id)))).blocks)).not.toMatch(/"by":"(Vastaan|Puolesta)/)
  })
})

describe('what is in it', () => {
  test('comments by section, what became of them, names of organisations and units, and of no private person; nothing that is hidden, waits or was removed', async () => {
    const id = await heard()
    const section = await jari.does(addSection, id, { title: 'Reitti rannassa', text: 'Polku kulkee rannassa. Se valaistaan.' }) as { sectionId: string }
    const mine = await says(aino, id, { text: 'Valot ovat hyvät', partId: section.sectionId, quote: 'Se valaistaan.' })
    await says(otso, id, { text: 'Samaa mieltä', parentId: mine })
    await says(ry, id, { text: 'Yhdistys kannattaa' }); await says(oy, id, { text: 'Yritys epäilee' }); await says(saara, id, { text: 'Kunta vastaa', unitId: units.sports })
    await says(guest, id, { text: 'Ohikulkijan sana', name: 'Salanimi Kulkija', email: 'salainen@example.com' })
    const hidden = await says(otso, id, { text: 'Piilotettu sana' }), removed = await says(otso, id, { text: 'Poistettu sana' })
    await says(otso, id, { text: 'Odottava idiootti sana' })
    await mirja.does(async (ctx: Ctx) => hideableOf('comment')!.hide(ctx, { subjectId: id, commentId: hidden }, true))
    await otso.does(removeComment, id, removed)
    await jari.does(markOutcome, id, { commentIds: [mine], outcome: 'used', why: 'valot lisättiin suunnitelmaan.', theme: 'Valaistus' })
    ended()
    await jari.does(writeSummary, id, { text: 'Kuulemisessa toivottiin valoja. Ne lisättiin suunnitelmaan.' })
    const its = await report(id)
    expect(its).toMatchObject({ comments: 6, who: { residents: null, guests: null, people: null, organisations: 2, units: 1 }, outcomes: { used: 1, partly: 0, not: 0 }, waiting: 4, themes: [{ theme: 'Valaistus', comments: 1 }] })
    expect(its.sections.map((each) => [each.title, each.comments])).toEqual([['Reitti rannassa', 1], ['', 5]])
    const paper = JSON.stringify((await guest.sees(async (ctx: Ctx) => paperOf(ctx, await reportOf(ctx, id)))).blocks)
    const data = JSON.stringify(await jsonOf(id))
    const csv = await (await here.get(`/fi/matters/${id}/report.csv`)).text()
    for (const text of [paper, data, csv]) {
      for (const there of ['Valot ovat hyvät', 'Samaa mieltä', 'Ohikulkijan sana', 'Luistelijat ry', 'Leipomo Oy', 'Liikuntapalvelut', 'Valaistus', 'valot lisättiin suunnitelmaan.']) expect(text).toContain(there)
      for (const not of ['Piilotettu', 'Poistettu sana', 'Odottava', 'Aino', 'Otso', 'Saara', 'Koskela', 'Kangas', 'Salanimi', 'salainen', aino.id, otso.id]) expect(text).not.toContain(not)
    }
    expect(paper).toContain('Käytettiin, koska valot lisättiin suunnitelmaan.')
    expect(paper.indexOf('Samaa mieltä')).toBeGreaterThan(paper.indexOf('Valot ovat hyvät'))
  })
  test('a reply to what was hidden still stands; a section that was taken out is told as such', async () => {
    const id = await heard()
    const first = await says(aino, id)
    await says(otso, id, { text: 'Vastaus piilotettuun', parentId: first })
    await mirja.does(async (ctx: Ctx) => hideableOf('comment')!.hide(ctx, { subjectId: id, commentId: first }, true))
    ended()
    expect(JSON.stringify((await guest.sees(async (ctx: Ctx) => paperOf(ctx, await reportOf(ctx, id)))).blocks)).toContain('Vastaus piilotettuun')
  })
  test('a cell that looks like a formula is guarded', async () => {
    const id = await heard()
    await says(aino, id, { text: '=HYPERLINK("http://paha.example")' })
    ended()
    expect(await (await here.get(`/fi/matters/${id}/report.csv`)).text()).toContain(`'=HYPERLINK`)
  })
})

describe('who may read it', () => {
  const formats = ['', '.pdf', '.docx', '.csv', '.json']
  test('the matter’s officials while the hearing goes on, everyone when it has ended; nobody when it is hidden', async () => {
    const id = await heard()
    const status = (who: string) => Promise.all(formats.map(async (format) => { const answer = await here.get(`/fi/matters/${id}/report${format}?${++said}`, who); await answer.body?.cancel(); return answer.status }))
    for (const who of ['jari', 'saara', 'antti', 'root']) expect(await status(who), who).toEqual([200, 200, 200, 200, 200])
    for (const who of ['guest', 'aino', 'ry', 'leena', 'mirja']) expect(await status(who), who).toEqual([404, 404, 404, 404, 404])
    ended()
    for (const who of ['guest', 'aino', 'leena', 'jari']) expect(await status(who), who).toEqual([200, 200, 200, 200, 200])
    const there = await town({ house, name: 'Naapurila' })
    await expect(there.jari.sees(reportOf, id)).rejects.toThrow('notFound')
    await jari.does(async (ctx: Ctx) => changeSubject(ctx, id, { visibility: 'hidden' }))
    for (const who of ['guest', 'jari', 'antti']) expect(await status(who), who).toEqual([404, 404, 404, 404, 404])
  })
  test('a draft has none, and a thing of another kind has none', async () => {
    const id = (await jari.does(putMatter, { title: 'Luonnos vielä', thought: 'Tätä ei ole vielä julkaistu missään.', topicId: topics.sports }) as { id: string }).id
    for (const who of [jari, guest]) for (const its of [id, aino.id, 'x']) await expect(who.sees(reportOf, its)).rejects.toThrow('notFound')
  })
})

describe('the files', () => {
  test('the PDF is tagged, in its language, with its title and its words; the Word file has heading styles', async () => {
    const id = await heard()
    await says(aino, id, { text: 'Ääkkösiä ja ”lainauksia” riittää' })
    ended()
    const answer = await here.get(`/fi/matters/${id}/report.pdf`)
    expect(answer.headers.get('content-type')).toBe('application/pdf')
    const pdf = await getDocument({ data: new Uint8Array(await answer.arrayBuffer()), verbosity: 0 }).promise
    expect((await pdf.getMetadata()).info).toMatchObject({ Language: 'fi-FI', Title: expect.stringContaining('Kuulemisen raportti: Rantapolku') })
    expect(await pdf.getMarkInfo()).toMatchObject({ Marked: true })
    let text = ''
    const roles = new Set<string>()
    const walk = (node: { role?: string; children?: unknown[] } | null) => { if (!node) return; if (node.role) roles.add(node.role); for (const child of node.children ?? []) walk(child as typeof node) }
    for (let number = 1; number <= pdf.numPages; number++) { const page = await pdf.getPage(number); text += (await page.getTextContent()).items.map((item) => ('str' in item ? item.str : '')).join(' '); walk(await page.getStructTree() as never) }
    expect(text.replace(/\s+/g, ' ')).toContain('Ääkkösiä ja ”lainauksia” riittää')
    for (const role of ['H1', 'H2', 'Table', 'TH', 'TD', 'P']) expect([...roles], role).toContain(role)
    const docx = unzipSync(new Uint8Array(await (await here.get(`/sv/matters/${id}/report.docx`)).arrayBuffer()))
    const body = strFromU8(docx['word/document.xml']!)
    expect(body).toMatch(/w:val="Heading1"/)
    expect(body).toContain('Rapport om hörandet')
  })
  test('two thousand comments come out in seconds, with all of them in it, and the same report is made once', async () => {
    const id = await heard()
    await db.insert(comment).values(Array.from({ length: 2000 }, (_, i) => ({ municipalityId: here.municipality.id, id: crypto.randomUUID(), subjectId: id, authorPersonId: i % 2 ? aino.id : otso.id, stance: 'neutral' as const, text: `Kommentti numero ${i}. Tässä on muutama lause, joita ihmiset kirjoittavat, kun heiltä kysytään. Valoja, penkkejä ja roskiksia toivotaan.`, at: house.time })))
    ended()
    const heap = process.memoryUsage().heapUsed
    const paper = await guest.sees(async (ctx: Ctx) => paperOf(ctx, await reportOf(ctx, id)))
    expect(paper.blocks.filter((each) => each.kind === 'quote').length).toBe(2000)
    const [one, other] = await Promise.all([fileOf('pdf', paper), fileOf('pdf', paper)])
    expect(one).toBe(other)
    expect(process.memoryUsage().heapUsed - heap).toBeLessThan(400_000_000)
    const pdf = await getDocument({ data: new Uint8Array(one!), verbosity: 0 }).promise
    expect(pdf.numPages).toBeGreaterThan(50)
    expect((await jsonOf(id)).comments.length).toBe(2000)
  }, 60_000)
})
