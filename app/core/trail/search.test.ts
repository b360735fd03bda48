import { expect, test } from 'vitest'
import type { Ctx } from '#core/context/context.server.ts'
import { uuidAt } from '#core/context/ids.server.ts'
import { town } from '../../../tests/town.ts'
import { subjectKind } from './kind.ts'
import { listSubjects, type Sort, sorts } from './list.server.ts'
import { searchSubjects, understand } from './search.server.ts'
import { keepSubject } from './subject.server.ts'

const { aino, guest, house, municipality, units, topics } = await town()
subjectKind('idea', { path: (id) => `/ideas/${id}`, name: { fi: 'Idea', sv: 'Idé', en: 'Idea' }, alias: ['idea', 'ideoi'] })
const keep = (title: string, text: string, more: { kind?: string; visibility?: 'public' | 'hidden' | 'withdrawn' | 'waiting'; language?: 'fi' | 'sv' } = {}) => aino.does(async (ctx: Ctx) => {
  const language = more.language ?? 'fi'
  await keepSubject(ctx, { id: ctx.newId(), kind: more.kind ?? 'idea', language, title: { [language]: title }, text, stage: 'idea', visibility: more.visibility ?? 'public', authorPersonId: aino.id })
})
await keep('Uimalaituri Keijärvelle', 'Rannalta puuttuu laituri, jolta pääsee veteen.')
await keep('Pyöräteiden talvihoito', 'Auraus ja hiekoitus ajoissa ennen aamua.')
await keep('Kirjaston aukioloajat', 'Kirjasto auki myös sunnuntaisin, koululaisille.')
await keep('Kentän valot', 'Luistelukenttä tarvitsee valot iltaisin.')
await keep('Cykelvägar till skolan', 'Barnen behöver trygga vägar.', { language: 'sv' })
await keep('Ladut kuntoon', 'Hiihtoladuilla on puita.', { kind: 'experiment' })
await keep('Salainen helikopterikenttä', 'Ei vielä julkinen.', { visibility: 'hidden' })
await keep('Peruttu helikopterikenttä', 'Tekijä perui.', { visibility: 'withdrawn' })
await keep('Odottava helikopterikenttä', 'Vahvistamatta.', { visibility: 'waiting' })
const first = async (text: string) => (await guest.sees(searchSubjects, text)).lines.map((line) => line.title)

test.each([
  ['uimalaituri', 'Uimalaituri Keijärvelle'], ['uimalaiturit', 'Uimalaituri Keijärvelle'], ['uimalaitureille', 'Uimalaituri Keijärvelle'], ['uimalait', 'Uimalaituri Keijärvelle'],
  ['laituri', 'Uimalaituri Keijärvelle'], ['uimalatuiri', 'Uimalaituri Keijärvelle'], ['keijarvi', 'Uimalaituri Keijärvelle'],
  ['pyörätie', 'Pyöräteiden talvihoito'], ['pyöräteillä', 'Pyöräteiden talvihoito'], ['pyorateiden', 'Pyöräteiden talvihoito'],
  ['kirjastossa', 'Kirjaston aukioloajat'], ['kirjsto', 'Kirjaston aukioloajat'], ['kirjastot sunnuntaina', 'Kirjaston aukioloajat'],
  ['kentälle valoja', 'Kentän valot'], ['luistelukentät', 'Kentän valot'], ['cykelväg', 'Cykelvägar till skolan'], ['ladulla', 'Ladut kuntoon'],
])('"%s" finds %s', async (text, title) => { expect((await first(text))[0]).toBe(title) })

test('what only resembles is not found', async () => {
  for (const text of ['raitiovaunu', 'zzz', 'vesitorni', 'x']) expect(await first(text)).toEqual([])
})

test('nothing that is not public is found, by anyone, from anywhere', async () => {
  expect(await first('helikopterikenttä')).not.toContain('Salainen helikopterikenttä')
  expect((await aino.sees(searchSubjects, 'helikopterikenttä')).lines.filter((line) => line.title.includes('helikopteri'))).toEqual([])
  const other = await town({ house, name: 'Naapuri' })
  expect((await other.guest.sees(searchSubjects, 'uimalaituri')).lines).toEqual([])
})

test('a kind among other words narrows to it; alone it is a word too', async () => {
  expect(understand('ideat laiturista')).toEqual({ kind: 'idea', words: ['laiturista'] })
  expect(understand('Ideat')).toEqual({ kind: 'idea', words: ['ideat'] })
  expect(await first('idea ladut')).not.toContain('Ladut kuntoon')
})

test('any signs and lengths are a search like others', async () => {
  for (const text of ["a' | b & !c :* <->", '', '   ', '🏊', "'); drop table trail.subject", 'ß̈ ﷽ \\', 'x'.repeat(5000), 'sana '.repeat(500), '12', "O'Brien's \"quote\" % _ \\", 'yö']) expect(Array.isArray(await first(text))).toBe(true)
})

test('among a hundred thousand both search and every combination of a list read by an index', async () => {
  const { ownerPool } = house.database
  const things = 'uimaranta pyöräkaista hiihtolatu leikkipuisto koirapuisto luistelukenttä katuvalo bussipysäkki lukusali suojatie penkki roskis silta ranta nuorisotila torikauppa uimahalli kuntosali metsäpolku kesäteatteri taidepaja kahvila parkkipaikka päiväkoti'.split(' ')
  const tails = 'valaistus aidat kunnostus auraus talvella kesällä iltaisin lapsille nuorille koiranomistajille pyöräilijöille turvallisuus odottaminen lämmin varaus maksuton talkoot'.split(' ')
  let seed = 11
  const one = (from: string[]) => from[(seed = (seed * 48271) % 2147483647) % from.length]!
  for (let made = 0; made < 100_000; made += 5000) {
    const rows = Array.from({ length: 5000 }, (_, i) => ({ id: uuidAt(new Date(Date.UTC(2020, 1, 1) + (made + i) * 60_000)), at: new Date(Date.UTC(2020, 1, 1) + (made + i) * 60_000), t: `${one(things)} ${one(tails)} ${made + i}`, x: [one(tails), one(things), one(tails), one(tails)].join(' '), s: seed % 500 }))
    await ownerPool.query(`insert into trail.subject (municipality_id, id, kind, language, title, summary, stage, visibility, search, supports, created_at, moved_at, due_at, answered_at, topic_id, area, owner_unit_id)
      select $1, id, 'idea', 'fi', jsonb_build_object('fi', t), x, case when s % 5 = 0 then 'developing' when s % 50 = 1 then 'experiment' else 'idea' end, 'public', trail.search_vector('fi', jsonb_build_object('fi', t), x), s, at, at + interval '1 day', at + interval '14 days',
        case when s % 3 = 0 then at + interval '5 days' end, case when s % 2 = 0 then $3::uuid else $4::uuid end, case when s % 7 = 0 then 'Kirkonkylä' else 'Soppeenmäki' end, case when s % 2 = 0 then $5::uuid else $6::uuid end
      from jsonb_to_recordset($2::jsonb) r(id uuid, at timestamptz, t text, x text, s int)`, [municipality.id, JSON.stringify(rows), topics.sports, topics.library, units.sports, units.library])
  }
  await ownerPool.query('vacuum analyze trail.subject')
  // What is rare is found among much that is not, and what is common is found at all, newest among it.
  expect((await guest.sees(searchSubjects, 'uimalaituri')).lines[0]!.title).toBe('Uimalaituri Keijärvelle')
  expect((await guest.sees(searchSubjects, 'uimaranta')).lines.length).toBe(20)
  // What trail.find asks, asked as its owner.
  for (const where of [`s.search @@ 'uimaran:* & kunnost:*'::tsquery`, `lower(coalesce(s.title->>'fi', s.title->>'sv', s.title->>'en')) %> 'uimaran'`]) {
    const plan = (await ownerPool.query(`explain select s.id from trail.subject s where s.municipality_id = ${municipality.id} and ${where} and s.visibility = 'public'`)).rows.map((row) => row['QUERY PLAN']).join('\n')
    expect(plan).toMatch(/Index Scan (on|using) subject_(search|title)/)
  }

  // Each combination of order and what it is narrowed by, as its role, with the plan it is prepared with.
  const narrowings = [{}, { stage: 'experiment' as const }, { topic: topics.sports }, { area: 'Kirkonkylä' }, { unit: units.sports }, { late: true }, { stage: 'developing' as const, topic: topics.library, area: 'Kirkonkylä', unit: units.library, late: true }]
  const client = await ownerPool.connect()
  try {
    await client.query(`set role nousu_web`); await client.query(`set app.municipality = '${municipality.id}'`)
    for (const sort of sorts) for (const narrowing of narrowings) for (const after of [undefined, 'x']) {
      const asked = await sqlOf(sort, { ...narrowing, ...(after ? { after: sort === 'supported' ? `200~${aino.id}` : `2020-02-20T00:00:00.000Z~${aino.id}` } : {}) })
      await client.query(`prepare list_${sort} as ${asked.text}`)
      await client.query(`set plan_cache_mode = force_generic_plan`)
      const values = asked.values.map((value) => (value === null ? 'null' : `'${value instanceof Date ? value.toISOString() : value}'`)).join(', ')
      const plan = (await client.query(`explain execute list_${sort}(${values})`)).rows.map((row) => row['QUERY PLAN'] as string).join('\n')
      expect(plan, `${sort} ${JSON.stringify(narrowing)}`).not.toMatch(/Seq Scan on subject/)
      expect(plan, `${sort} ${JSON.stringify(narrowing)}`).toMatch(/Index Scan|Bitmap/)
      await client.query(`deallocate list_${sort}`)
    }
  } finally { client.release(true) }
})

/** The SQL that a list runs, seen on its way to the database. */
async function sqlOf(sort: Sort, narrowing: object): Promise<{ text: string; values: unknown[] }> {
  const { default: pg } = await import('pg')
  const real = pg.Client.prototype.query
  let seen: { text: string; values: unknown[] } | undefined
  pg.Client.prototype.query = function (this: unknown, ...args: unknown[]) {
    const asked = args[0] as { text?: string; values?: unknown[] }
    if (asked?.text?.includes('"trail"."subject"')) seen = { text: asked.text, values: (args[1] as unknown[]) ?? asked.values ?? [] }
    return (real as (...all: unknown[]) => unknown).apply(this, args)
  } as never
  try { await guest.sees(listSubjects, { kind: 'idea', sort, ...narrowing }) } finally { pg.Client.prototype.query = real }
  return seen!
}
