import { expect, test } from 'vitest'
import { web } from '../../../tests/web.ts'

const its = await web()
const { get, post, units } = its
// A guest's page is kept for a second; Otso sees what is now.
const text = async (path: string, who = 'otso') => { const answer = await get(path, who); expect(answer.status, path).toBe(200); return answer.text() }
const sent = async (path: string, who: string, form: Record<string, string>) => { const answer = await post(path, who, form); expect(answer.status, `${path} ${JSON.stringify(form)}: ${answer.status === 422 ? (await answer.clone().text()).match(/class="summary"[\s\S]{0,300}/)?.[0] : ''}`).toBe(303); return answer.headers.get('location')! }

test('an official makes a meeting, writes its agenda, publishes it, and records what was decided', async () => {
  await sent('/fi/admin/meetings', 'antti', { _do: 'addBody', nameFi: 'Liikuntalautakunta', nameSv: 'Idrottsnämnden', nameEn: 'Sports committee', unitId: units.sports })
  const form = await text('/fi/meetings/new', 'jari')
  const bodyId = /<option value="([0-9a-f-]{36})"[^>]*>Liikuntalautakunta/.exec(form)![1]!
  const wrong = await post('/fi/meetings/new', 'jari', { _do: 'add', bodyId, day: '2026-02-31', time: '25.00', place: 'Sali', agendaUrl: 'javascript:alert(1)', minutesUrl: '' })
  expect(wrong.status).toBe(422)
  const again = await wrong.text()
  for (const said of ['Anna päivä', 'Anna kellonaika', 'Anna koko osoite', 'value="Sali"']) expect(again).toContain(said)
  const meeting = await sent('/fi/meetings/new', 'jari', { _do: 'add', bodyId, day: '2026-11-25', time: '17.30', place: 'Valtuustosali', agendaUrl: '', minutesUrl: '' })
  expect((await get(meeting)).status).toBe(404)
  await sent(`${meeting}/items/new`, 'jari', { _do: 'add', title: 'Luistelukentän valot', sign: '12', text: 'Valot palavat kymmeneen.', url: '', caseNumber: '', topicId: '', place: 'Keijärvi' })
  expect(await text(meeting, 'jari')).toContain('Julkaise kokous')
  expect(await text('/fi/meetings', 'jari')).toContain('Julkaisematta')
  await sent(meeting, 'jari', { _do: 'publish' })
  const shown = await text(meeting)
  for (const said of ['Luistelukentän valot', '§ 12', 'ke 25.11. klo 17.30', 'Valtuustosali']) expect(shown).toContain(said)
  expect(shown).not.toContain('Muokkaa')
  expect((await get(meeting)).status).toBe(200)
  const item = /\/fi\/meetings\/items\/[0-9a-f-]{36}/.exec(shown)![0]
  const page = await text(item)
  for (const said of ['Luistelukentän valot', 'Liikuntalautakunta käsittelee ke 25.11.', 'Valot palavat kymmeneen.', 'Seuraa']) expect(page).toContain(said)
  await sent(item, 'aino', { _do: 'follow' })
  expect(await text(item, 'aino')).toContain('Seuraat')
  expect((await post(`${item}/decide`, 'jari', { _do: 'decide', decision: 'Hyväksyttiin.', decisionUrl: '' })).status).toBe(409) // it has not met
  its.house.time = new Date('2026-11-25T18:00:00Z')
  expect((await post(`${item}/decide`, 'jari', { _do: 'decide', decision: '', decisionUrl: '' })).status).toBe(422)
  await sent(`${item}/decide`, 'jari', { _do: 'decide', decision: 'Valot palavat kymmeneen kahtena iltana.', decisionUrl: '' })
  expect(await text(item)).toContain('Valot palavat kymmeneen kahtena iltana.')
  expect(await text(meeting)).toContain('Päätetty')
  for (const language of ['sv', 'en']) for (const path of [meeting, item, '/fi/meetings', `${item}/edit`, `${meeting}/edit`]) await text(path.replace('/fi/', `/${language}/`), 'jari')
  expect(await text('/fi/search?q=luistelukent%C3%A4n')).toContain(item)
  expect(await text('/fi/meetings.atom')).toContain('Luistelukentän valot')
  expect(await text('/sitemaps/first')).toContain(item.replace('/fi/', '/sv/'))
})

test('everything in a calendar, and one body alone', async () => {
  const answer = await get('/fi/meetings.ics')
  expect(answer.headers.get('content-type')).toBe('text/calendar; charset=utf-8')
  expect(await answer.text()).toContain('SUMMARY:Liikuntalautakunta')
  expect(await text('/fi/meetings.ics?body=nobody')).not.toContain('VEVENT')
  expect(await text('/sv/meetings.ics?body=liikuntalautakunta')).toContain('SUMMARY:Idrottsnämnden')
})

test('an admin sees what a file brings before it comes', async () => {
  const feed = await sent('/fi/admin/meetings', 'antti', { _do: 'addFeed', name: 'Kokousjärjestelmä', format: 'csv', url: '', bodyId: '', language: 'fi' })
  const form = new FormData()
  form.set('_do', 'send')
  form.set('file', new File(['Toimielin;Kokouspäivä;Klo;Pykälä;Otsikko\nLiikuntalautakunta;9.12.2026;17.00;20;<script>alert(1)</script> Kaukalo\nLiikuntalautakunta;joskus;17.00;21;Latu\n'], 'a.csv'))
  const to = (await post(feed, 'antti', form)).headers.get('location')!
  const preview = await text(to, 'antti')
  for (const said of ['1 uusi kokous', '1 uusi asia', '1 rivi jää pois', 'Kokouksen päivää ei löytynyt.', '&lt;script&gt;alert(1)&lt;/script&gt; Kaukalo']) expect(preview).toContain(said)
  expect(await text('/fi/meetings')).not.toContain('ke 9.12.')
  const counts = /name="counts" value="([^"]+)"/.exec(preview)![1]!.replaceAll('&quot;', '"')
  await sent(to, 'antti', { _do: 'run', counts })
  expect(await text('/fi/meetings')).toContain('ke 9.12. klo 17.00')
  const empty = new FormData()
  empty.set('_do', 'send')
  expect((await post(feed, 'antti', empty)).status).toBe(422)
  for (const who of ['guest', 'aino', 'jari']) expect((await get(feed, who)).status).not.toBe(200)
})

test('an address inside the house is refused, in words', async () => {
  const feed = await sent('/fi/admin/meetings', 'antti', { _do: 'addFeed', name: 'Sisään', format: 'rss', url: 'http://169.254.169.254/latest', bodyId: '', language: 'fi' })
  const answer = await post(feed, 'antti', { _do: 'fetch' })
  expect(answer.status).toBe(422)
  expect(await answer.text()).toContain('Osoite ei ole julkisessa verkossa.')
  expect((await post('/fi/admin/meetings', 'antti', { _do: 'addFeed', name: 'x', format: 'constructor', url: '', bodyId: '', language: 'fi' })).status).toBe(422)
})

test('a list of many goes on, and nothing of it breaks', async () => {
  const { database } = its.house
  await database.ownerPool.query(`insert into meetings.meeting (municipality_id, id, body_id, starts_at, published_at)
    select b.municipality_id, gen_random_uuid(), b.id, timestamptz '2026-10-01 15:00Z' - n * interval '7 days', now() from meetings.body b, generate_series(1, 70) n`)
  const first = await text('/fi/meetings')
  const earlier = (page: string) => /class="btn" href="(\/fi\/meetings\?before=[^"]+)"/.exec(page)?.[1]
  const second = await text(earlier(first)!)
  const third = await text(earlier(second)!)
  const ids = [first, second, third].map((page) => new Set(page.match(/\/fi\/meetings\/[0-9a-f-]{36}/g)))
  expect([...ids[1]!].filter((id) => ids[0]!.has(id) || ids[2]!.has(id))).toEqual([])
  expect(ids[1]!.size).toBe(30)
  expect(earlier(third)).toBeUndefined()
  for (const before of ['x', '2026-99-99T00:00:00.000Z', '0000-01-01T00:00:00.000Z', "'"]) await text(`/fi/meetings?before=${encodeURIComponent(before)}&body=${encodeURIComponent(before)}`)
})
