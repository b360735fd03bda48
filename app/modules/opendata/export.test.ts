import { eq, sql } from 'drizzle-orm'
import Papa from 'papaparse'
import { expect, test } from 'vitest'
import { comment } from '../discussion/schema.server.ts'
import { answer, idea } from '../ideas/schema.server.ts'
import { changeSubject } from '#core/trail/subject.server.ts'
import { addComment } from '#modules/discussion/server'
import { proposeIdea, supportIdea } from '#modules/ideas/server'
import { town } from '../../../tests/town.ts'
import { web } from '../../../tests/web.ts'
import { sets } from './sets.server.ts'
import { openDataWords } from './texts/index.ts'

const koivula = await town()
const { aino, otso, ry, jari, house } = koivula
const naapurila = await town({ house, name: 'Naapurila' })
const { send } = await web(koivula)
const ask = (path: string, init?: RequestInit) => send(path, 'guest', init)
const text = 'Rannalta puuttuu laituri, jolta pääsee veteen.'
const open = await aino.does(proposeIdea, { title: '=SUM(A1) laituri', text: `${text}\n\n"Lainaus", ja ääkköset: ÄÖÅ; 😀`, topicId: koivula.topics.sports })
const theirs = await ry.does(proposeIdea, { title: 'Jään hoito', text })
const hidden = await aino.does(proposeIdea, { title: 'Salainen piilotettu', text })
const withdrawn = await aino.does(proposeIdea, { title: 'Salainen peruttu', text })
const waiting = await aino.does(proposeIdea, { title: 'Salainen odottava', text })
await aino.does((ctx) => changeSubject(ctx, hidden.id, { visibility: 'hidden' }))
await aino.does((ctx) => changeSubject(ctx, withdrawn.id, { visibility: 'withdrawn' }))
await aino.does((ctx) => changeSubject(ctx, waiting.id, { visibility: 'waiting', stage: 'waiting' }))
await otso.does(supportIdea, open.id)
const say = async (who: typeof aino, id: string, what: string) => { const made = await who.does(addComment, id, { text: what, stance: 'for' }); if ('problems' in made) throw new Error(); return made.id }
const said = await say(otso, open.id, 'Kannatan lämpimästi.')
const gone = await say(otso, open.id, 'Salainen piilokommentti')
const db = house.database.owner
await db.update(comment).set({ hiddenAt: new Date() }).where(eq(comment.id, gone))
await db.insert(comment).values({ municipalityId: koivula.municipality.id, id: '00000000-0000-7000-8000-000000000001', subjectId: hidden.id, stance: 'for', text: 'Salainen kommentti piilotettuun' })
const answerOf = { municipalityId: koivula.municipality.id, ideaId: open.id, unitId: koivula.units.sports, authorPersonId: jari.id }
await db.insert(answer).values([
  { ...answerOf, id: '00000000-0000-7000-8000-00000000000a', outcome: 'forward', reason: 'Tehdään keväällä.', publishedAt: new Date('2026-11-20T10:00:00Z') },
  { ...answerOf, id: '00000000-0000-7000-8000-00000000000b', outcome: 'no', reason: 'Salainen luonnos' },
])
await db.update(idea).set({ confirmEmail: 'salainen@osoite.example' })
await naapurila.aino.does(proposeIdea, { title: 'Salainen naapurin', text })

const parse = (csv: string, delimiter = ',') => Papa.parse<Record<string, string>>(csv.replace(/^\uFEFF/, ''), { header: true, skipEmptyLines: true, delimiter }).data

test('ideas as CSV: what the pages show, guarded against formulas, marked as UTF-8', async () => {
  const answer = await ask('/fi/open-data/ideas.csv')
  expect(answer.headers.get('content-type')).toContain('text/csv')
  const bytes = new Uint8Array(await answer.arrayBuffer())
  expect(Buffer.from(bytes.slice(0, 3)).toString('hex')).toBe('efbbbf')
  const rows = parse(new TextDecoder().decode(bytes))
  expect(rows.map((row) => row.id)).toEqual([open.id, theirs.id])
  expect(rows[0]).toMatchObject({ title: "'=SUM(A1) laituri", text: `${text}\n\n"Lainaus", ja ääkköset: ÄÖÅ; 😀`, author: 'Aino K.', topic: 'Liikunta ja ulkoilu', unit: 'Liikuntapalvelut', supports: '1', comments: '1', outcome: 'forward', answer: 'Tehdään keväällä.', stage: 'idea', url: `http://localhost:3000/fi/ideas/${open.id}` })
  expect(rows[1]).toMatchObject({ author: 'Luistelijat ry' })
})

test('a spreadsheet in Finnish gets semicolons', async () => {
  const rows = parse(await (await ask('/fi/open-data/ideas.csv?separator=%3B')).text(), ';')
  expect(rows).toHaveLength(2)
})

test('JSON is the same rows with the licence', async () => {
  const all = await (await ask('/fi/open-data/ideas.json')).json() as { licence: string; ideas: { id: string; due: string }[] }
  expect(all.licence).toContain('by/4.0')
  expect(all.ideas.map((each) => each.id)).toEqual([open.id, theirs.id])
  const comments = await (await ask('/fi/open-data/comments.json')).json() as { comments: unknown[] }
  expect(comments.comments).toEqual([expect.objectContaining({ id: said, subject: open.id, text: 'Kannatan lämpimästi.', stance: 'for', author: 'Otso K.' })])
})

test.each(['subjects.csv', 'subjects.json', 'ideas.csv', 'ideas.json', 'comments.csv', 'comments.json', 'trail.csv', 'trail.json'])('%s leaks nothing hidden, withdrawn, waiting, drafted or of a neighbour, and no addresses or full names', async (file) => {
  const everything = await (await ask(`/fi/open-data/${file}`)).text()
  expect(everything).not.toMatch(/salainen|@|Koskela|Kangas|Virta/i)
  for (const { id } of [hidden, withdrawn, waiting]) expect(everything).not.toContain(id)
})

test('the page explains every column in every language', async () => {
  for (const language of ['fi', 'sv', 'en'] as const) {
    for (const column of Object.values(sets).flatMap((set) => set.columns)) expect(openDataWords(language).description[column], `${language} ${column}`).toBeTruthy()
    const page = await (await ask(`/${language}/open-data`)).text()
    expect(page).toContain('"@type":"Dataset"')
  }
  expect((await ask('/fi/open-data/people.csv')).status).toBe(404)
})

test('a hundred thousand rows are sent in little memory', async () => {
  const m = naapurila.municipality.id
  const size = 100_000
  const id = sql`('00000000-0000-7000-9000-' || lpad(n::text, 12, '0'))::uuid`
  await db.execute(sql`insert into trail.subject (municipality_id, id, kind, language, title, stage, visibility, search) select ${m}, ${id}, 'idea', 'fi', '{"fi": "Rivi"}', 'idea', 'public', '' from generate_series(1, ${size}::int) n`)
  await db.execute(sql`insert into ideas.idea (municipality_id, id, kind, text) select ${m}, ${id}, 'idea', repeat('x', 300) from generate_series(1, ${size}::int) n`)
  await db.execute(sql`analyze trail.subject, ideas.idea`)
  const reader = (await ask('/naapurila/fi/open-data/ideas.csv')).body!.getReader()
  const before = process.memoryUsage().arrayBuffers + process.memoryUsage().heapUsed
  let lines = 0, most = 0, bytes = 0
  for (let part = await reader.read(); !part.done; part = await reader.read()) {
    bytes += part.value.length
    for (const byte of part.value) if (byte === 10) lines++
    most = Math.max(most, process.memoryUsage().arrayBuffers + process.memoryUsage().heapUsed - before)
  }
  expect(lines).toBe(size + 2)
  expect(bytes).toBeGreaterThan(40_000_000)
  expect(most).toBeLessThan(160_000_000)
}, 120_000)
