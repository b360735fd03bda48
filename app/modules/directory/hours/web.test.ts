import { describe, expect, test } from 'vitest'
import type { Ctx } from '#core/context/context.server.ts'
import { changeSubject } from '#core/trail/subject.server.ts'
import { town } from '../../../../tests/town.ts'
import { web } from '../../../../tests/web.ts'
import { placeFacts } from '../facts.ts'
import { keepPlace } from '../keep-place.server.ts'
import { placeDetails } from '../details.ts'
import { keepDetails } from '../keep-details.server.ts'
import { addDays, momentOf } from './days.ts'
import { hoursOf } from './hours.server.ts'
import { keepHours } from './keep-hours.server.ts'
import { saysOpen } from './open-now.tsx'
import { keepOpenTimes } from './open-times.server.ts'
import type { Period } from './periods.ts'

const t = await web(await town({ primary: true }))
const place = (ctx: Ctx, name: string, kind = 'library', unitId = t.units.library) => keepPlace(ctx, placeFacts.parse({ kind, name: { fi: name }, longitude: 23.6, latitude: 61.55 }), { unitId })
const make = async (name: string, kind?: string, unitId?: string) => (await t.antti.does(place, name, kind, unitId)).id
const daily = (start: string, end: string) => [{ groups: [{ spans: [{ start, end, state: 'open' }] }] }]
const periodsOf = async (id: string): Promise<Period[]> => (await t.antti.sees(hoursOf, [id])).get(id)?.periods ?? []
/** A form as a browser sends it: every field of the page's form, with what is written over. */
function fieldsOf(html: string, does: string): Record<string, string> {
  const form = html.split('<form').find((each) => each.includes(`name="_do" value="${does}"`))!.split('</form>')[0]!
  const found: Record<string, string> = {}
  for (const [tag] of form.matchAll(/<input[^>]*>/g)) {
    const name = /name="([^"]+)"/.exec(tag)?.[1], type = /type="([^"]+)"/.exec(tag)?.[1]
    if (name && (!['checkbox', 'radio'].includes(type ?? '') || tag.includes('checked'))) found[name] = /value="([^"]*)"/.exec(tag)?.[1] ?? (type === 'checkbox' ? 'on' : '')
  }
  for (const [, name, options] of form.matchAll(/<select[^>]*name="([^"]+)"[^>]*>(.*?)<\/select>/g)) found[name!] = /<option[^>]*selected[^>]*value="([^"]*)"|<option[^>]*value="([^"]*)"[^>]*selected/.exec(options!)?.slice(1).find((each) => each !== undefined) ?? /value="([^"]*)"/.exec(options!)![1]!
  return found
}
const page = async (path: string, who = 'guest') => (await t.get(path, who, who === 'guest' ? { cookie: 'fresh=1' } : {})).text() // a guest’s page is kept for a second

test('a place shows the coming seven days, and of days that nobody has told of one sentence', async () => {
  const open = await make('Viikko'), summer = await make('Kesäpaikka')
  await t.leena.does(keepHours, open, 'place', daily('08:00', '20:00'))
  const gone = new Date(t.house.time.getTime() - 60 * 86_400_000).toISOString().slice(0, 10)
  await t.leena.does(keepHours, summer, 'place', daily('08:00', '20:00').map((each) => ({ ...each, until: gone })))
  const rows = (html: string) => [...html.split('class="weekhours"')[1]!.split('</table>')[0]!.matchAll(/<tr([^>]*)>/g)].map((row) => row[1])
  const week = rows(await page(`/fi/places/${open}`)).slice(1)
  expect([week.length, week[0]]).toEqual([7, ' aria-current="date"'])
  const shown = await page(`/fi/places/${summer}`)
  expect(shown).toContain('Näiden päivien ajoista ei ole tietoa.')
  expect(shown).not.toContain('class="weekhours"')
})
test.each([[[], true], [[{ tone: 'good' }], true], [[{ tone: 'off' }], false], [[{ tone: 'good', shut: true as const }], false]])('that nobody knows the hours is said unless the place is shut or out of use: %j', (facts, said) => {
  expect(saysOpen({ periods: [], exceptions: [] }, facts, t.house.time)).toBe(said)
})

describe('who keeps hours', () => {
  test('the week is written as people think of it: empty days are closed, after midnight is the next day', async () => {
    const id = await make('Leija')
    expect(await page(`/fi/places/${id}/hours`)).toContain('Aukioloaikoja ei ole kerrottu')
    const form = fieldsOf(await page(`/fi/hours/${id}/week`, 'leena'), 'save')
    const sent = await t.post(`/fi/hours/${id}/week`, 'leena', { ...form, 'd1.0.start': '08:00', 'd1.0.end': '20:00', 'd2.0.start': '08:00', 'd2.0.end': '20:00', 'd3.0.start': '10:00', 'd3.0.end': '18:00', 'd3.1.start': '18:00', 'd3.1.end': '22:00', 'd3.1.state': 'self_service', 'd5.0.start': '18:00', 'd5.0.end': '02:00' })
    expect([sent.status, sent.headers.get('location')]).toEqual([303, `/fi/hours/${id}?done=saved`])
    const shown = await page(`/fi/places/${id}/hours`)
    expect(shown).toContain('8–20')
    expect(shown).toContain('18–22 omatoimisesti')
    expect(shown).toContain('18–2')
    expect((await periodsOf(id))[0]!.groups[0]!.spans).toContainEqual({ weekdays: [4, 6, 7], start: null, end: null, nextDay: false, fullDay: true, state: 'closed', note: null })
    expect((await periodsOf(id))[0]!.groups[0]!.spans).toContainEqual({ weekdays: [5], start: '18:00', end: '02:00', nextDay: true, fullDay: false, state: 'open', note: null })
  })
  test('what is read back into the form is what was written, and saving it unchanged changes nothing', async () => {
    const id = await make('Sama')
    await t.leena.does(keepHours, id, 'place', [{ groups: [{ spans: [{ weekdays: [1, 3], start: '08:00', end: '20:00', state: 'open' }, { weekdays: [1], start: '20:00', end: '22:00', state: 'with_key' }, { weekdays: [2], fullDay: true, state: 'open' }, { weekdays: [4], fullDay: true, state: 'self_service' }, { weekdays: [5], state: 'by_appointment' }, { weekdays: [6, 7], fullDay: true, state: 'closed' }] }] }])
    const before = await periodsOf(id)
    const keep = await page(`/fi/hours/${id}`, 'leena')
    const href = /\/fi\/hours\/[\w-]+\/week\?key=[\w-]+/.exec(keep)![0]
    await t.post(href, 'leena', fieldsOf(await page(href, 'leena'), 'save'))
    const after = await periodsOf(id)
    const flat = (all: Period[]) => all.flatMap((each) => each.groups.flatMap((group) => group.spans.flatMap((span) => (span.weekdays ?? [1, 2, 3, 4, 5, 6, 7]).map((day) => JSON.stringify([day, span.start, span.end, span.nextDay, span.fullDay, span.state]))))).sort()
    expect(flat(after)).toEqual(flat(before))
  })
  test('mistakes come back by field with everything that was written, and nothing is saved', async () => {
    const id = await make('Virhe')
    const sent = await t.post(`/fi/hours/${id}/week`, 'leena', { _do: 'save', version: '0', key: '', full: '', 'd1.0.start': 'aamulla', 'd1.0.end': '20:00', 'd2.0.start': '9.15', 'd2.0.end': '24' })
    expect(sent.status).toBe(422)
    const html = await sent.text()
    expect(html).toContain('maanantai · Alkaa klo')
    expect(html).toContain('Kirjoita aika näin')
    expect(html).toMatch(/name="d2.0.start"[^>]*value="9.15"|value="9.15"[^>]*name="d2.0.start"/)
    expect(await periodsOf(id)).toEqual([])
    for (const its of [{ from: '2026-12-24', until: '2026-12-20', 'x.0.start': '08:00', 'x.0.end': '10:00' }, { from: '', whole: 'closed' }, { from: '2026-02-31', whole: 'closed' }, { from: '2026-12-24' }, { from: '2026-12-24', whole: 'closed', 'x.0.start': '08:00' }, { from: '2026-12-24', whole: 'sleeping' }]) expect((await t.post(`/fi/hours/${id}/exception`, 'leena', { _do: 'save', version: '0', key: '', full: '', ...its as Record<string, string> })).status, JSON.stringify(its)).toBe(422)
    expect((await t.get(`/fi/hours/${id}/whatever`, 'leena')).status).toBe(404)
    expect((await t.get('/fi/hours/not-an-id', 'leena')).status).toBe(404)
  })
  test('how it reads is seen before anything is saved, and Monday is copied to the working week, without script', async () => {
    const id = await make('Katsotaan')
    const query = new URLSearchParams({ 'd1.0.start': '08:00', 'd1.0.end': '16:00', 'd6.0.start': '11:00', 'd6.0.end': '14:00' })
    const copied = fieldsOf(await page(`/fi/hours/${id}/week?${query}&copy=1`, 'leena'), 'save')
    expect([copied['d5.0.end'], copied['d6.0.end'], copied['d7.0.end']]).toEqual(['16:00', '14:00', ''])
    const looked = await page(`/fi/hours/${id}/week?${query}&look=1`, 'leena')
    expect(looked).toContain('Näin tämä luetaan')
    expect(looked).toContain('11–14')
    expect(looked.match(/weekhours/g)).toHaveLength(1)
    expect(await periodsOf(id)).toEqual([])
  })
  test('a season and an exception go before the week, and may be removed', async () => {
    const id = await make('Kausi')
    await t.leena.does(keepHours, id, 'place', daily('08:00', '20:00'))
    const form = fieldsOf(await page(`/fi/hours/${id}/season`, 'leena'), 'save')
    expect((await t.post(`/fi/hours/${id}/season`, 'leena', { ...form, from: '2026-11-01', until: '2026-12-31', 'name.fi': 'Talviajat', 'd1.0.start': '09:00', 'd1.0.end': '17:00' })).status).toBe(303)
    const exception = fieldsOf(await page(`/fi/hours/${id}/exception`, 'leena'), 'save')
    expect((await t.post(`/fi/hours/${id}/exception`, 'leena', { ...exception, from: '2026-11-30', 'name.fi': 'Remontti', whole: 'closed' })).status).toBe(303)
    expect((await t.post(`/fi/hours/${id}/exception`, 'leena', { ...fieldsOf(await page(`/fi/hours/${id}/exception`, 'leena'), 'save'), from: '2026-11-30', 'name.fi': 'Remontti', whole: 'closed' })).status).toBe(303) // sent twice
    expect(await periodsOf(id)).toHaveLength(3)
    const shown = await page(`/fi/places/${id}/hours`)
    for (const words of ['9–17', 'Talviajat', 'Remontti', 'ma 30.11.']) expect(shown).toContain(words)
    const key = /name="key" value="([\w-]+)"/.exec((await page(`/fi/hours/${id}`, 'leena')).replace(/^.*?<b>Remontti/s, ''))![1]!
    expect((await t.post(`/fi/hours/${id}`, 'leena', { _do: 'remove', key })).status).toBe(303)
    expect((await periodsOf(id)).map((each) => each.name?.fi)).toEqual([undefined, 'Talviajat'])
  })
  test('who changes what another has changed meanwhile hears it, keeps what was written, and may save after that', async () => {
    const id = await make('Kaksi')
    const form = { ...fieldsOf(await page(`/fi/hours/${id}/season`, 'leena'), 'save'), from: '2026-12-01', until: '2026-12-31', whole: 'closed' }
    await t.antti.does(keepHours, id, 'place', daily('08:00', '20:00'))
    const refused = await t.post(`/fi/hours/${id}/season`, 'leena', form)
    expect(refused.status).toBe(422)
    const html = await refused.text()
    expect(html).toContain('Joku muu ehti muuttaa aikoja')
    const again = fieldsOf(html, 'save')
    expect([again.from, again.whole, again.version]).toEqual(['2026-12-01', 'closed', '1'])
    expect((await t.post(`/fi/hours/${id}/season`, 'leena', again)).status).toBe(303)
    expect(await periodsOf(id)).toHaveLength(2)
  })
  test('rules, notes and every state are in the full view, and come back as they were', async () => {
    const id = await make('Säännöt')
    const rich = [{ name: { fi: 'Kerho', sv: 'Klubb' }, from: '2026-09-01', until: '2027-05-31', state: 'with_key', groups: [{ spans: [{ weekdays: [2], start: '17:00', end: '20:00', state: 'open', note: { fi: 'Ovikoodi ilmoittautuneille' } }, { weekdays: [4], start: '17:00', end: null, state: 'undefined' }], rules: [{ context: 'year', subject: 'week', modifier: 'odd' }] }, { spans: [{ start: '12:00', end: '15:00', state: 'weather_permitting' }], rules: [{ context: 'month', subject: 'saturday', start: 2 }, { context: 'period', subject: 'month', start: 1, ordinal: 2 }] }] }]
    await t.leena.does(keepHours, id, 'place', rich)
    const before = await periodsOf(id)
    const href = /\/fi\/hours\/[\w-]+\/season\?key=[\w-]+/.exec(await page(`/fi/hours/${id}`, 'leena'))![0]
    const html = await page(href, 'leena')
    expect(html).toContain('näytetään kokonaan')
    await t.post(href, 'leena', { ...fieldsOf(html, 'save'), 'name.en': 'Club' })
    expect(await periodsOf(id)).toEqual([{ ...before[0], name: { ...before[0]!.name, en: 'Club' } }])
    const shown = await page(`/fi/places/${id}/hours`)
    expect(shown).toContain('parittomat viikot')
    expect(shown).toContain('kuukauden 2. lauantai')
    for (const [name, value] of [['g0.r0.start', 'kaksi'], ['g0.r0.subject', 'fortnight']] as const) expect((await t.post(href, 'leena', { ...fieldsOf(html, 'save'), 'g0.r0.how': 'nth', 'g0.r0.start': '2', [name]: value })).status, name).toBe(422)
  })
  test('only its unit keeps them: others are refused, guests sign in, a room is of its place', async () => {
    const id = await make('Oikeus')
    for (const [who, status] of [['guest', 303], ['aino', 403], ['jari', 403], ['ry', 403], ['leena', 200], ['antti', 200]] as const) {
      expect((await t.get(`/fi/hours/${id}`, who)).status, who).toBe(status)
      expect((await t.post(`/fi/hours/${id}/week`, who, { _do: 'save', version: '0', key: '', full: '' })).status, who).toBe(status === 200 ? 422 : status)
    }
    await t.leena.does(async (ctx) => { await keepDetails(ctx, id, placeDetails.parse({ rooms: [{ name: { fi: 'Lukusali' } }] })) })
    const room = (await t.house.database.ownerPool.query('select id from directory.room where place_id = $1', [id])).rows[0].id as string
    expect((await t.post(`/fi/hours/${room}/week`, 'leena', { _do: 'save', version: '0', key: '', full: '', whole: 'by_appointment' })).status).toBe(303)
    expect(await page(`/fi/places/${id}/hours`)).toContain('Lukusali')
    expect((await t.get(`/fi/hours/${room}`, 'jari')).status).toBe(403)
  })
  test('a note is said to all, and an empty one is taken away', async () => {
    const id = await make('Huomio')
    const note = { _do: 'note', version: '0', fi: 'Lipunmyynti päättyy tuntia ennen.', sv: '', en: '' }
    expect((await t.post(`/fi/hours/${id}`, 'leena', note)).status).toBe(303)
    expect(await page(`/fi/places/${id}/hours`)).toContain('Lipunmyynti päättyy')
    expect((await t.post(`/fi/hours/${id}`, 'leena', { ...note, fi: 'x'.repeat(301), version: '1' })).status).toBe(422)
    expect((await t.post(`/fi/hours/${id}`, 'leena', { ...note, fi: '' })).status).toBe(422)
    expect((await t.post(`/fi/hours/${id}`, 'leena', { ...note, fi: '', version: '1' })).status).toBe(303)
    expect((await t.antti.sees(hoursOf, [id])).size).toBe(0)
  })
})

describe('one exception over many places', () => {
  const christmas = { _do: 'make', days: '2026-12-24', what: 'closed', whose: 'all' }
  const openOn = async (id: string, day: string) => (await t.house.database.ownerPool.query('select opens_at from directory.open_time where owner_id = $1 and opens_at >= $2 and opens_at < $3', [id, momentOf(day, null), momentOf(addDays(day, 1), null)])).rows.length
  test('holidays are ticked, whom it concerns is seen first, and who has own hours keeps them', async () => {
    t.house.time = momentOf('2026-12-14', '10:00')
    const [library, own, gym] = [await make('Pääkirjasto'), await make('Oma joulu'), await make('Puntti', 'gym', t.units.sports)]
    for (const id of [library, own, gym]) await t.antti.does(keepHours, id, 'place', [...daily('08:00', '20:00'), ...(id === own ? [{ from: '2026-12-24', until: '2026-12-24', override: true, groups: [{ spans: [{ start: '10:00', end: '12:00', state: 'open' }] }] }] : [])])
    expect(await openOn(library, '2026-12-24')).toBe(1)
    const looked = await page(`/fi/admin/exceptions?${new URLSearchParams({ ...christmas, look: '1' })}`, 'antti')
    expect(looked).toContain('Oma joulu')
    expect(looked).toContain('1 paikka pitää silti omat aikansa')
    expect((await t.post('/fi/admin/exceptions', 'antti', { ...christmas, days: ['2026-12-24', '2026-12-25'] })).headers.get('location')).toBe('/fi/admin/exceptions?done=made')
    await keepOpenTimes(t.house, (cause) => { throw cause })
    expect([await openOn(library, '2026-12-24'), await openOn(library, '2026-12-25'), await openOn(library, '2026-12-26'), await openOn(own, '2026-12-24'), await openOn(own, '2026-12-25'), await openOn(gym, '2026-12-24')]).toEqual([0, 0, 1, 1, 0, 0])
    await t.post('/fi/admin/exceptions', 'antti', { ...christmas, days: ['2026-12-24', '2026-12-25'] }) // sent twice
    expect((await t.house.database.ownerPool.query(`select 1 from directory.exception where "from" in ('2026-12-24', '2026-12-25')`)).rows).toHaveLength(2)
    const shown = await page(`/fi/places/${library}/hours`)
    expect(shown).toContain('Jouluaatto')
    const list = await page('/fi/admin/exceptions', 'antti')
    expect(list).toContain('Jouluaatto to 24.12.')
    for (const [, id] of list.matchAll(/name="id" value="([\w-]+)"/g)) await t.post('/fi/admin/exceptions', 'antti', { _do: 'remove', id: id! })
    await keepOpenTimes(t.house, (cause) => { throw cause })
    expect(await openOn(library, '2026-12-24')).toBe(1)
  })
  test('of a place whose kind or unit changes, or that is published only later, what is open is written anew too', async () => {
    t.house.time = momentOf('2026-12-14', '10:00')
    const [kind, unit, draft] = [await make('Muuttuva'), await make('Siirtyvä'), (await t.leena.does((ctx) => keepPlace(ctx, placeFacts.parse({ kind: 'gym', name: { fi: 'Luonnos' } }), { unitId: t.units.library, visibility: 'waiting' }))).id]
    for (const id of [kind, unit, draft]) await t.antti.does(keepHours, id, 'place', daily('08:00', '20:00'))
    await t.post('/fi/admin/exceptions', 'antti', { ...christmas, days: '2026-12-26', whose: 'kinds', kinds: 'gym' })
    await t.post('/fi/admin/exceptions', 'antti', { ...christmas, days: '2026-12-26', what: 'maintenance', whose: 'unit', unitId: t.units.sports })
    const written = async () => { await keepOpenTimes(t.house, (cause) => { throw cause }); return Promise.all([kind, unit, draft].map((id) => openOn(id, '2026-12-26'))) }
    expect(await written()).toEqual([1, 1, 0])
    await t.antti.does((ctx) => keepPlace(ctx, placeFacts.parse({ kind: 'gym', name: { fi: 'Muuttuva' } }), { id: kind }))
    await t.antti.does((ctx) => changeSubject(ctx, unit, { ownerUnitId: t.units.sports }))
    expect(await written()).toEqual([0, 0, 0])
  })
  test('short hours cut what there is, of a kind, of a unit or of chosen places', async () => {
    const [library, gym] = [await make('Lyhyt'), await make('Pitkä', 'gym', t.units.sports)]
    for (const id of [library, gym]) await t.antti.does(keepHours, id, 'place', daily('08:00', '20:00'))
    const eve = { ...christmas, days: '2026-12-31', what: 'by', by: '15:00' }
    const reads = async (id: string) => (await t.antti.sees(hoursOf, [id])).get(id)!.exceptions.filter((each) => each.from === '2026-12-31').map((each) => each.by)
    await t.post('/fi/admin/exceptions', 'antti', { ...eve, whose: 'kinds', kinds: 'gym' })
    expect([await reads(library), await reads(gym)]).toEqual([[], ['kind']])
    await t.post('/fi/admin/exceptions', 'leena', { ...eve, whose: 'unit', unitId: t.units.library })
    await t.post('/fi/admin/exceptions', 'jari', { ...eve, whose: 'places', places: [gym] })
    expect([await reads(library), await reads(gym)]).toEqual([['unit'], ['place', 'kind']])
    expect(await page(`/fi/places/${library}/hours`)).toContain('8–15')
  })
  test('an official changes the hours of their own unit only; others have no business here', async () => {
    const library = await make('Vieras')
    const ask = (who: string, its: Record<string, string>) => t.post('/fi/admin/exceptions', who, { ...christmas, ...its }).then((response) => response.status)
    expect([await ask('jari', {}), await ask('jari', { whose: 'unit', unitId: t.units.library }), await ask('jari', { whose: 'kinds', kinds: 'gym' }), await ask('jari', { whose: 'places', places: library })]).toEqual([403, 403, 403, 403])
    expect([await ask('guest', {}), await ask('aino', {}), await ask('ry', {}), await ask('mirja', {})]).toEqual([303, 403, 403, 403])
    expect([(await t.get('/fi/admin/exceptions', 'aino')).status, (await t.get('/fi/admin/exceptions', 'jari')).status]).toEqual([403, 200])
    await t.post('/fi/admin/exceptions', 'antti', { ...christmas, days: '2027-01-06' })
    const made = (await t.house.database.ownerPool.query(`select id from directory.exception where "from" = '2027-01-06'`)).rows[0].id
    expect((await t.post('/fi/admin/exceptions', 'jari', { _do: 'remove', id: made })).status).toBe(403)
  })
  test.each<[string, Record<string, string>, number]>([['no day', { days: '' }, 422], ['a day that is no holiday', { days: '2026-11-30' }, 422], ['a day that there is not', { days: '', from: '2026-02-31', 'name.fi': 'X' }, 422], ['own day without a name', { days: '', from: '2026-12-30' }, 422], ['too long', { days: '', from: '2026-12-30', until: '2028-12-30', 'name.fi': 'X' }, 422], ['nothing about what', { what: '' }, 422], ['no closing time', { what: 'by' }, 422], ['no such time', { what: 'by', by: '25:00' }, 422], ['nobody', { whose: '' }, 422], ['no unit', { whose: 'unit', unitId: 'x' }, 422], ['a unit that there is not', { whose: 'unit', unitId: '00000000-0000-7000-8000-000000000000' }, 422], ['no kinds', { whose: 'kinds' }, 422], ['no places', { whose: 'places', places: 'x' }, 422]])('%s comes back with what was chosen', async (_, its, status) => {
    const sent = await t.post('/fi/admin/exceptions', 'antti', { ...christmas, ...its })
    expect(sent.status).toBe(status)
    expect(await sent.text()).toContain('Kirjoittamasi on tallessa')
  })
})

test('the page of hours is for everyone, in three languages, and an hour ago it was as it was then', async () => {
  t.house.time = momentOf('2026-11-23', '12:00')
  const id = await make('Kielet')
  await t.antti.does(keepHours, id, 'place', daily('08:00', '20:00'))
  for (const [language, words] of [['fi', 'Avoinna klo 20 asti'], ['sv', 'Öppet till kl. 20'], ['en', 'Open until 20:00']] as const) {
    const html = await page(`/${language}/places/${id}/hours`)
    expect(html).toContain(words)
    expect(html).toContain('<noscript>')
  }
  expect((await t.get('/fi/places/00000000-0000-7000-8000-000000000000/hours')).status).toBe(404)
})
