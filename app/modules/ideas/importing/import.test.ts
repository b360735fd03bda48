import { eq } from 'drizzle-orm'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { notice } from '#core/notices/schema.server.ts'
import { csvLine } from '#core/text/csv.ts'
import { event, subject } from '#core/trail/schema.server.ts'
import { trailOf } from '#core/trail/trail.server.ts'
import { listComments, openComments } from '#modules/discussion/server'
import { town } from '../../../../tests/town.ts'
import { proposeIdea } from '../proposing/propose.server.ts'
import { support } from '../schema.server.ts'
import { guessMapping } from './columns.ts'
import { checkIdeas } from './check-ideas.server.ts'
import { openIdeas } from './export.server.ts'
import { importComments } from './import-comments.server.ts'
import { importIdeas } from './import-ideas.server.ts'
import { readCsv, type Table } from './read-csv.ts'

const koivula = await town()
const { antti, aino, guest, house, municipality } = koivula
const db = house.database.owner
const tableOf = (lines: (string | number | null)[][]) => readCsv(new TextEncoder().encode(lines.map((line) => csvLine(line)).join(''))) as Table
const bringTo = (who: typeof antti) => (lines: (string | number | null)[][], source = 'Vanha') => { const table = tableOf(lines); return who.does(importIdeas, table, guessMapping(table.headers, 'ideas', 'fi'), source) }
const bring = bringTo(antti)
const found = async (title: string) => (await guest.sees(openIdeas, { limit: 10_000 })).find((each) => each.title === title)!

describe('ideas from elsewhere', () => {
  const rows = [['id', 'title', 'text', 'date', 'author', 'stage', 'topic', 'place', 'supports', 'answer'],
    [1, 'Valot pururadalle', 'Illalla on pimeää.', '18.5.2016', 'Maija Mehiläinen', 'Kokeilussa', 'Liikunta ja ulkoilu', 'Keijärvi', 12, 'Kokeillaan talvella.'],
    [2, 'Lisää kirjoja', 'Hyllyt ovat tyhjiä.', '2017-01-02', '', '', 'library', 'Torin laita', null, null]]

  test('are public with their own date, stage, topic and place; their writer is a name', async () => {
    expect(await bring(rows)).toEqual({ imported: 2, already: 0, left: 0 })
    const lights = await found('Valot pururadalle')
    expect(lights).toMatchObject({ stage: 'experiment', topic: 'Liikunta ja ulkoilu', unit: 'Liikuntapalvelut', place: 'Keijärvi', area: 'Kirkonkylä', longitude: 23.58, author: 'Maija Mehiläinen', supports: 0, answer: 'Kokeillaan talvella.', date: new Date('2016-05-18T09:00:00Z'), due: null })
    const [node] = await guest.sees(trailOf, lights.id)
    expect(node).toMatchObject({ what: 'Tuotu palvelusta Vanha, kirjoittaja Maija Mehiläinen. Kannatuksia siellä: 12', sentence: 'Kokeillaan talvella.', icon: 'imported' })
    const books = await found('Lisää kirjoja')
    expect(books).toMatchObject({ stage: 'idea', unit: 'Kirjasto', place: 'Torin laita', area: null, longitude: null })
    expect(books.due!.toISOString().slice(0, 10)).toBe('2026-12-06')
  })
  test('again change nothing, whoever brings them', async () => {
    const before = await db.$count(event)
    expect(await bring(rows)).toEqual({ imported: 0, already: 2, left: 0 })
    expect(await bringTo(koivula.root)(rows)).toEqual({ imported: 0, already: 2, left: 0 })
    expect(await db.$count(event)).toBe(before)
    expect(await bring(rows, 'Toinen palvelu')).toMatchObject({ imported: 2 })
  })
  test('send no notices and count no supports', async () => {
    expect(await db.select().from(event).where(eq(event.kind, 'ideas.imported')).then((all) => all.filter((each) => each.deliveredAt === null))).toEqual([])
    expect([await db.$count(notice), await db.$count(support)]).toEqual([0, 0])
  })
  test('are brought by an admin alone', async () => {
    for (const who of [aino, koivula.jari, koivula.mirja, koivula.ry]) await expect(bringTo(who)(rows)).rejects.toThrow('forbidden')
    await expect(bringTo(guest)(rows)).rejects.toThrow('signInNeeded')
  })
  test('at the same time by two are brought once', async () => {
    const same = [rows[0]!, [7, 'Kaksi yhtä aikaa', 'Molemmat tuovat.', '', '', '', '', '', null, null]]
    const done = await Promise.all([bring(same), bring(same), bring(same)])
    expect(done.map((each) => each.imported).sort()).toEqual([0, 0, 1])
  })
})

describe('rows that will not do', () => {
  const headers = ['id', 'title', 'text', 'date', 'stage', 'topic', 'latitude', 'longitude', 'supports', 'kind', 'language']
  const good = (id: number): (string | number | null)[] => [id, `Hyvä rivi ${id}`, 'Kelpaa.', '', '', '', null, null, null, '', '']
  const wrong: [string, (string | number | null)[], string, string][] = [
    ['no title', [20, '', 'Teksti', '', '', '', null, null, null, '', ''], 'title', 'required'], ['no text', [21, 'Otsikko', ' ', '', '', '', null, null, null, '', ''], 'text', 'required'],
    ['long title', [22, 'x'.repeat(151), 'Teksti', '', '', '', null, null, null, '', ''], 'title', 'tooLong'], ['bad date', [23, 'Otsikko', 'Teksti', '32.1.2016', '', '', null, null, null, '', ''], 'date', 'badDate'],
    ['future', [24, 'Otsikko', 'Teksti', '1.1.2030', '', '', null, null, null, '', ''], 'date', 'inFuture'], ['stage', [25, 'Otsikko', 'Teksti', '', 'jossain', '', null, null, null, '', ''], 'stage', 'unknownStage'],
    ['withdrawn', [26, 'Otsikko', 'Teksti', '', 'withdrawn', '', null, null, null, '', ''], 'stage', 'withdrawnThere'], ['topic', [27, 'Otsikko', 'Teksti', '', '', 'Avaruus', null, null, null, '', ''], 'topic', 'unknownTopic'],
    ['half a place', [28, 'Otsikko', 'Teksti', '', '', '', 61.5, null, null, '', ''], 'longitude', 'badPlace'], ['off the globe', [29, 'Otsikko', 'Teksti', '', '', '', 91, 23, null, '', ''], 'longitude', 'badPlace'],
    ['supports', [30, 'Otsikko', 'Teksti', '', '', '', null, null, 'monta', '', ''], 'supports', 'badNumber'], ['kind', [31, 'Otsikko', 'Teksti', '', '', '', null, null, null, 'vaade', ''], 'kind', 'unknownKind'],
    ['language', [32, 'Otsikko', 'Teksti', '', '', '', null, null, null, '', 'de'], 'language', 'unknownLanguage'], ['signs', [33, 'Ot\u0007sikko', 'Teksti', '', '', '', null, null, null, '', ''], 'title', 'badSigns'],
    ['same id', good(1), 'id', 'sameId'], ['too few cells', [34, 'Otsikko', 'Teksti'], '', 'wrongWidth'],
  ]
  test.each(wrong)('%s', async (_what, row, field, reason) => {
    const table = tableOf([headers, good(1), row])
    expect(await antti.sees(checkIdeas, table, guessMapping(table.headers, 'ideas', 'fi'), 'Rikki')).toMatchObject({ good: [{ row: 2 }], bad: [{ row: 3, field, reason }] })
  })
  test('are left out when the others are brought, and a failure brings nothing at all', async () => {
    const lines = [headers, good(40), ...wrong.slice(0, 5).map(([, row]) => row), good(41)]
    expect(await bring(lines, 'Osittain')).toEqual({ imported: 2, already: 0, left: 5 })
    const before = await db.$count(subject)
    await expect(antti.does(async (ctx) => { const table = tableOf([headers, good(50), good(51)]); await importIdeas(ctx, table, guessMapping(headers, 'ideas', 'fi'), 'Katkeava'); throw new Error('katkos') })).rejects.toThrow('katkos')
    expect(await db.$count(subject)).toBe(before)
  })
})

describe('comments from elsewhere', () => {
  const bringComments = (lines: (string | number | null)[][], source = 'Decidim') => { const table = tableOf(lines); return antti.does(importComments, table, guessMapping(table.headers, 'comments', 'fi'), source) }
  const headers = ['id', 'created_at', 'body', 'author/name', 'alignment', 'commentable_id', 'commentable_type']
  const lines = [headers,
    [3, '2016-06-03 10:00:00 UTC', 'Vastaus vastaukseen', 'Cecilia C.', 0, 2, 'Decidim::Comments::Comment'],
    [1, '2016-06-01 10:00:00 UTC', 'Kannatan!', 'Anna A.', 1, 100, 'Decidim::Proposals::Proposal'],
    [2, '2016-06-02 10:00:00 UTC', 'Samaa mieltä', 'Bertta B.', 0, 1, 'Decidim::Comments::Comment'],
    [4, '2016-06-02 10:00:00 UTC', 'Minne tämä kuuluu?', '', 0, 999, 'Decidim::Proposals::Proposal'],
    [5, '2016-06-02 10:00:00 UTC', 'Kenelle?', '', 0, 998, 'Decidim::Comments::Comment'],
    [6, 'joskus', 'Milloin?', '', 0, 100, 'Decidim::Proposals::Proposal']]

  test('find their ideas, keep their writers’ names, and deep threads become two deep', async () => {
    await bring([['id', 'title', 'text'], [100, 'Kommentoitu idea', 'Tästä puhutaan.']], 'Decidim')
    expect(await bringComments(lines)).toEqual({ imported: 3, already: 0, left: 3 })
    const { id } = await found('Kommentoitu idea')
    const { comments } = await guest.sees(listComments, id)
    expect(comments).toMatchObject([{ text: 'Kannatan!', author: 'Anna A.', stance: 'for', at: new Date('2016-06-01T10:00:00Z'), children: [{ text: 'Samaa mieltä', author: 'Bertta B.' }, { text: 'Vastaus vastaukseen', author: 'Cecilia C.' }] }])
    expect((await found('Kommentoitu idea')).comments).toBe(3)
    expect(await bringComments(lines)).toEqual({ imported: 0, already: 3, left: 3 })
  })
  test('a reply that comes later finds its thread', async () => {
    expect(await bringComments([headers, [9, '2016-06-09 10:00:00 UTC', 'Myöhemmin', 'Dora D.', 0, 3, 'Decidim::Comments::Comment']])).toEqual({ imported: 1, already: 0, left: 0 })
    const { id } = await found('Kommentoitu idea')
    expect((await guest.sees(listComments, id)).comments[0]!.children.map((each) => each.text)).toEqual(['Samaa mieltä', 'Vastaus vastaukseen', 'Myöhemmin'])
  })
  test('our own comments brought back change nothing', async () => {
    const ours = (await guest.sees(openComments, { limit: 100 })).map((each) => [each.id, each.subjectId, each.parentId, each.text, each.stance, each.date.toISOString()])
    expect(await bringComments([['id', 'subject', 'parent', 'text', 'stance', 'date'], ...ours], 'Nousu')).toEqual({ imported: 0, already: ours.length, left: 0 })
  })
})

test('five thousand rows are brought in one transaction in reasonable time', async () => {
  const lines: (string | number)[][] = [['id', 'title', 'text', 'date', 'topic']]
  for (let i = 0; i < 5000; i++) lines.push([i, `Tuotu idea numero ${i}`, 'Rannalta puuttuu laituri, jolta pääsee veteen. '.repeat(5), '2015-03-04', 'sports'])
  const start = performance.now()
  expect((await bring(lines, 'Iso')).imported).toBe(5000)
  expect(performance.now() - start).toBeLessThan(30_000)
}, 60_000)

describe('export and import', () => {
  test('what is exported comes in elsewhere as it was', async () => {
    const line = fc.string({ unit: 'grapheme', minLength: 5, maxLength: 60 }).map((text) => text.replace(/[\p{C}\s]+/gu, ' ').trim()).filter((text) => text.length >= 5)
    const word = fc.oneof({ weight: 3, arbitrary: line }, { weight: 1, arbitrary: fc.constantFrom('=SUM(A1;A2)', "'=laituri", '-miinus alussa', '@kaikki', '"lainaus" ja; pilkku, piste', '<p>merkintää</p> tekstissä') })
    const one = fc.record({
      title: word, paragraphs: fc.array(word, { minLength: 1, maxLength: 3 }), kind: fc.constantFrom('idea' as const, 'need' as const), language: fc.constantFrom('fi' as const, 'sv' as const, 'en' as const),
      stage: fc.constantFrom('idea' as const, 'developing' as const, 'ended' as const), date: fc.date({ min: new Date('2000-01-01'), max: new Date('2026-01-01'), noInvalidDate: true }), topic: fc.constantFrom('Liikunta ja ulkoilu', 'Kirjasto ja kulttuuri', ''),
      place: fc.option(fc.record({ name: fc.constantFrom('Keijärvi', 'Torin laita'), longitude: fc.double({ min: 23, max: 24, noNaN: true }), latitude: fc.double({ min: 61, max: 62, noNaN: true }) })), author: fc.constantFrom('', 'Maija M.', 'Kyläyhdistys ry'),
    })
    let runs = 0
    await fc.assert(fc.asyncProperty(fc.array(one, { minLength: 1, maxLength: 6 }), async (ideas) => {
      const run = ++runs
      const [a, b] = [await town({ house, name: `Vienti${run}` }), await town({ house, name: `Tuonti${run}` })]
      await bringTo(a.antti)([['id', 'title', 'text', 'kind', 'language', 'stage', 'date', 'topic', 'place', 'longitude', 'latitude', 'author'],
        ...ideas.map((each, i) => [i, each.title, each.paragraphs.join('\n\n'), each.kind, each.language, each.stage, each.date.toISOString(), each.topic, each.place?.name ?? '', each.place?.longitude ?? null, each.place?.latitude ?? null, each.author])])
      const exported = await a.guest.sees(openIdeas, { limit: 100 })
      expect(exported).toHaveLength(ideas.length)
      const columns = ['id', 'kind', 'language', 'title', 'text', 'date', 'stage', 'topic', 'place', 'area', 'longitude', 'latitude', 'author'] as const
      const lines = exported.map((each) => columns.map((column) => (each[column] instanceof Date ? each[column].toISOString() : each[column] as string | number | null)))
      expect(await bringTo(a.antti)([[...columns], ...lines], 'Nousu')).toEqual({ imported: 0, already: ideas.length, left: 0 })
      expect(await bringTo(b.antti)([[...columns], ...lines], 'Nousu')).toEqual({ imported: ideas.length, already: 0, left: 0 })
      const plain = (rows: typeof exported) => rows.map((each) => Object.fromEntries(columns.filter((column) => column !== 'id').map((column) => [column, each[column]])))
      expect(plain(await b.guest.sees(openIdeas, { limit: 100 }))).toEqual(plain(exported))
    }), { numRuns: 12 })
  }, 120_000)

  test('a municipality’s own export brought back changes nothing', async () => {
    const { id } = await aino.does(proposeIdea, { title: 'Oma idea tässä kunnassa', text: 'Tämä on jo täällä.' })
    expect(await bring([['id', 'title', 'text'], [id, 'Oma idea tässä kunnassa', 'Tämä on jo täällä.']], 'Nousu')).toEqual({ imported: 0, already: 1, left: 0 })
    expect(municipality.slug).toBe('koivula')
  })
})
