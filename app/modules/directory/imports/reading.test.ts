import { describe, expect, test } from 'vitest'
import { type Manners, RegisterError } from '#core/ports/register.server.ts'
import { registerStandIns } from '../../../../tests/register-stand-ins.ts'
import { ids, organisation, someRegister } from '../../../../tests/register-town.ts'
import { spansOn } from '../hours/engine.ts'
import type { Period } from '../hours/periods.ts'
import { type Brought, isRefused, type Refused, stable } from './brought.ts'
import { fromHauki } from './sources/hauki.server.ts'
import { fromLipas } from './sources/lipas.server.ts'
import { fromPtv11 } from './sources/ptv11.server.ts'
import { fromPtv12 } from './sources/ptv12.server.ts'
import { hoursOfV11, hoursOfV12 } from './sources/ptv-hours.ts'

const stand = await registerStandIns(someRegister(), 2)
const all = async (pages: AsyncGenerator<(Brought | Refused)[]>) => { const found: (Brought | Refused)[] = []; for await (const some of pages) found.push(...some); return found }
const wanted = (version: string) => ({ url: `${stand.url}/api/${version}`, organisation, municipality: '980', apiKey: stand.key })
const read = (manners: Manners = stand.manners) => all(fromPtv11(wanted('v11'), manners))
const today = '2026-11-22'
const one = (found: (Brought | Refused)[], what: string, key: string) => found.find((each) => 'what' in each && each.what === what && each.key === key) as Brought
const troubled = async (trouble: typeof stand.trouble, does: () => Promise<unknown>) => { stand.trouble = trouble; stand.asked.length = 0; stand.waits.length = 0; try { return await does() } catch (cause) { return cause } finally { stand.trouble = () => undefined } }

describe('Palvelutietovaranto', () => {
  test('v11: services, places, ways and hours in our own shape, page after page', async () => {
    const found = await read()
    expect(one(found, 'service', ids.libraryService).facts).toEqual({
      name: { fi: 'Kirjastopalvelut', sv: 'Bibliotekstjänster' }, summary: { fi: 'Lainaa, lue ja opi.' }, description: { fi: 'Kirjasto on kaikille.\nTervetuloa!' }, how: { fi: 'Ota kirjastokortti mukaan.' }, forWhom: { fi: 'Kaikki kunnassa.' },
      priceKind: 'free', price: null, audiences: ['children', 'families', 'older'], classes: ['P27.2'],
    })
    expect(one(found, 'place', ids.library).facts).toMatchObject({
      name: { fi: 'Kirjasto Leija', sv: 'Biblioteket Leija' }, kind: 'library', street: { fi: 'Kirkkotie 3', sv: 'Kyrkvägen 3' }, postalCode: '33470', city: 'Ylöjärvi', phone: '+358401234567', longitude: 23.596, latitude: 61.556,
      entrances: [{ name: { fi: 'Pääsisäänkäynti' }, main: true }], accessSentences: [{ heading: { fi: 'Sisäänkäynti' }, sentence: { fi: 'Ovi on 95 cm leveä.' } }],
    })
    expect(one(found, 'channel', ids.booking).facts).toMatchObject({ kind: 'form', url: 'https://varaa.ylojarvi.example/uinti', serviceKeys: [ids.libraryService, ids.swimming] })
    expect(one(found, 'channel', ids.form).facts).toMatchObject({ kind: 'form', url: 'https://www.ylojarvi.example/kortti.pdf' })
    expect(one(found, 'channel', ids.phone).facts).toMatchObject({ kind: 'phone', phone: '+358407654321' })
    expect(found.filter(isRefused)).toEqual([])
    expect(stand.asked.filter((path) => path.includes('ServiceChannel')).map((path) => path.slice(-7))).toEqual(['&page=1', '&page=2', '&page=3'])
  })
  test('v12 says the same of the same organisation, but for what it does not speak of', async () => {
    const [old, now] = [await read(), await all(fromPtv12(wanted('v12'), today, stand.manners))]
    for (const each of now as Brought[]) {
      const before = one(old, each.what, each.key)
      for (const [field, value] of Object.entries(each.facts)) expect(stable(value), `${each.what} ${each.name} ${field}`).toBe(stable(before.facts[field]))
    }
    expect(now.length).toBe(old.length)
    expect(Object.keys(one(now, 'place', ids.library).facts)).not.toContain('accessSentences')
  })
  test('a key that is not right is told apart from an address that is not', async () => {
    await expect(all(fromPtv12({ ...wanted('v12'), apiKey: 'väärä' }, today, stand.manners))).rejects.toMatchObject({ code: 'notAllowed', status: 401 })
    await expect(all(fromPtv11(wanted('v99'), stand.manners))).rejects.toMatchObject({ code: 'refused', status: 404 })
    await expect(all(fromPtv11({ ...wanted('v11'), url: 'http://127.0.0.1:1/' }, {}))).rejects.toMatchObject({ code: 'inside' })
  })
  test('a record without a name in our languages, a telephone without a number and a strange channel are refused; a place at sea loses its point', async () => {
    const before = stand.register
    stand.register = { ...someRegister(), services: [{ id: ids.swimming, name: { se: 'Vuojadanhállat' } }], channels: [
      { id: ids.library, type: 'location', name: { sv: 'Biblioteket' }, coordinates: ['0.000', '0.000'] }, { id: ids.hall, type: 'location', name: { fi: 'Halli' }, coordinates: ['258000.000', '6730000.000'] },
      { id: ids.phone, type: 'phone', name: { fi: 'Puhelin' } }, { id: ids.booking, type: 'eservice', name: { fi: 'Varaus' } }, { id: ids.bar, type: 'odd', name: { fi: 'Kyyhky' } }, { id: ids.form, type: 'webpage', name: { fi: 'Luonnos' }, url: 'https://a.example', status: 'Draft' },
    ] }
    const found = await read()
    stand.register = before
    expect(found.filter(isRefused).map((each) => each.refused).sort()).toEqual(['channelKind', 'noName', 'noPhone', 'noUrl'])
    expect(one(found, 'place', ids.library)).toMatchObject({ name: 'Biblioteket', left: ['point'], facts: { longitude: null } })
    expect(one(found, 'place', ids.hall).left).toEqual(['point'])
    expect(found.some((each) => each.key === ids.form)).toBe(false)
  })
})

describe('a register on a bad day', () => {
  test('asked to wait, we wait so long and ask again', async () => {
    const found = await troubled((path, times) => (path.includes('Service/list') && path.endsWith('page=1') && times <= 2 ? { status: 429, headers: { 'retry-after': '7' } } : undefined), () => read()) as unknown[]
    expect(found.length).toBeGreaterThan(5)
    expect(stand.waits).toEqual([7000, 7000])
  })
  test.each([
    ['is down for good', { status: 503 }, 'down', 4], ['asks for an hour', { status: 429, headers: { 'retry-after': '3600' } }, 'tooOften', 1], ['gives broken JSON', { status: 200, body: '{"itemList": [' }, 'notJson', 1],
    ['gives something else', { status: 200, body: '{"hello": 1}' }, 'notThat', 1], ['gives a page of HTML', { status: 200, body: '<!doctype html>' }, 'notJson', 1], ['has moved', { status: 302, headers: { location: 'https://example.com' } }, 'refused', 1],
  ])('one that %s', async (_name, trouble, code, times) => {
    const cause = await troubled(() => trouble, () => read())
    expect(cause).toBeInstanceOf(RegisterError)
    expect(cause).toMatchObject({ code })
    expect(stand.asked.length).toBe(times)
  })
  test('one whose pages never end is left', async () => {
    const page = JSON.stringify({ pageNumber: 1, pageSize: 1, pageCount: 999_999, itemList: [{ id: ids.library, serviceNames: [] }] })
    expect(await troubled(() => ({ body: page }), () => read())).toMatchObject({ code: 'endless' })
    expect(stand.asked.length).toBeLessThan(6)
  })
  test('the program ends in the middle', async () => {
    const stopping = new AbortController()
    const cause = await troubled((path) => { if (path.endsWith('page=2')) stopping.abort(); return undefined }, () => read({ ...stand.manners, stopping: stopping.signal }))
    expect(cause).toMatchObject({ name: 'AbortError' })
  })
})

describe('hours of PTV', () => {
  const lines = (periods: Period[], day: string) => spansOn(periods, [], day).map((span) => (span.fullDay ? span.state : `${span.start}–${span.end}${span.nextDay ? '+' : ''} ${span.state}`))
  const times = (type: string, openingHour: object[], more: object = {}) => hoursOfV11([{ serviceHourType: type, validForNow: true, openingHour, ...more }])
  test('past midnight, over a weekend, by appointment, always', () => {
    expect(lines(times('OverMidnight', [{ dayFrom: 'Friday', dayTo: 'Saturday', from: '20:00:00', to: '02:00:00' }]), '2026-11-27')).toEqual(['20:00–02:00+ open'])
    const weekend = times('Special', [{ dayFrom: 'Friday', dayTo: 'Monday', from: '18:00:00', to: '06:00:00' }])
    expect(['2026-11-27', '2026-11-28', '2026-11-29', '2026-11-30', '2026-12-01'].map((day) => lines(weekend, day))).toEqual([['18:00–00:00+ open'], ['open'], ['open'], ['00:00–06:00 open'], []])
    expect(lines(times('DaysOfTheWeek', [{ dayFrom: 'Monday', dayTo: 'Wednesday', from: '09:00', to: '15:00' }], { isReservation: true }), '2026-11-24')).toEqual(['09:00–15:00 by_appointment'])
    expect(lines(times('DaysOfTheWeek', [], { isAlwaysOpen: true }), '2026-11-24')).toEqual(['open'])
  })
  test('exceptions: closed days, other hours, and a last day before the first is left out', () => {
    const ordinary = { serviceHourType: 'DaysOfTheWeek', validForNow: true, openingHour: [{ dayFrom: 'Thursday', dayTo: '', from: '09:00:00', to: '16:00:00' }] }
    const its = hoursOfV11([ordinary, { serviceHourType: 'Exceptional', validForNow: false, validFrom: '2026-12-24T00:00:00', validTo: null, isClosed: true, openingHour: [], additionalInformation: [{ language: 'fi', value: 'Jouluaatto' }] },
      { serviceHourType: 'Exceptional', validForNow: false, validFrom: '2026-12-31T00:00:00', validTo: null, isClosed: false, openingHour: [{ dayFrom: '', dayTo: '', from: '09:00:00', to: '12:00:00' }] }, { serviceHourType: 'Exceptional', validFrom: '2026-12-31T00:00:00', validTo: '2026-12-01T00:00:00', isClosed: true, openingHour: [] }])
    expect(['2026-12-17', '2026-12-24', '2026-12-31'].map((day) => lines(its, day))).toEqual([['09:00–16:00 open'], ['closed'], ['09:00–12:00 open']])
    expect(its).toHaveLength(3)
  })
  test('v12: even weeks, and public holidays wherever they fall', () => {
    const its = hoursOfV12({ hours: [{ type: 'WeeklyUntilFurtherNoticeServiceHour', weeklyHours: { friday: { hours: [{ start: '09:00', end: '15:00', openingStatus: 'Open', repetition: 'EvenWeeks', additionalInformation: {} }] } } }], holidayServiceHours: { repetition: { type: 'RepetitionEveryYear' }, holidays: [{ holidayName: 'GoodFriday', hours: [] }, { holidayName: 'MidsummerEve', hours: [{ start: '10:00', end: '12:00', openingStatus: 'Open', additionalInformation: {} }] }] } }, today)
    expect(['2026-11-20', '2026-11-27', '2027-03-26', '2027-06-25'].map((day) => lines(its, day))).toEqual([[], ['09:00–15:00 open'], ['closed'], ['10:00–12:00 open']])
  })
  test.each([[null], ['ei'], [[null, 3, {}]], [[{ serviceHourType: 'DaysOfTheWeek', openingHour: [{ dayFrom: 'Someday', from: '25:00', to: 'x' }] }]]])('nonsense is no hours: %j', (said) => { expect(hoursOfV11(said)).toEqual([]); expect(hoursOfV12(said, today)).toEqual([]) })
})

describe('LIPAS', () => {
  const sites = async (...register: Parameters<typeof Array.of>) => { stand.register = { ...someRegister(), sites: register as never }; return all(fromLipas({ url: `${stand.url}/v2`, municipality: '980', types: [] }, stand.manners)) }
  test('a rink, a route and a park each have a point; what is out of use for good is not there', async () => {
    const found = await sites(
      { 'lipas-id': 1, name: 'Soppeenmäen kaukalo', 'type-code': 1530, geometry: { type: 'Point', coordinates: [23.62, 61.54, 102.5] }, properties: { 'ligthing?': true, 'ice-rinks-count': 2, 'toilet?': false, 'free-use?': true }, www: 'www.ylojarvi.example', 'name-localized': { se: 'Rinken', en: 'The rink' }, 'phone-number': '03 5653 0000, 040 123' },
      { 'lipas-id': 2, name: 'Keijärven latu', 'type-code': 4402, geometry: { type: 'LineString', coordinates: [[23.58, 61.55], [23.6, 61.57]] } },
      { 'lipas-id': 3, name: 'Ulkoilupuisto', 'type-code': 101, geometry: { type: 'Polygon', coordinates: [[[23.5, 61.5], [23.6, 61.5], [23.6, 61.6], [23.5, 61.6], [23.5, 61.5]]] } },
      { 'lipas-id': 4, name: 'Purettu halli', 'type-code': 2210, status: 'out-of-service-permanently', geometry: { type: 'Point', coordinates: [23.6, 61.5] } }, { 'lipas-id': 5, name: 'Paikaton', 'type-code': 1190, geometry: { type: 'Point', coordinates: [0, 0] } },
    ) as Brought[]
    expect(found.map((each) => [each.key, each.facts.kind, each.facts.longitude, each.facts.latitude, each.left])).toEqual([['1', 'rink', 23.62, 61.54, undefined], ['2', 'skiTrack', 23.58, 61.55, undefined], ['3', 'park', 23.55, 61.55, undefined], ['5', 'sledHill', null, null, ['point']]])
    expect(found[0]!.facts).toMatchObject({ name: { fi: 'Soppeenmäen kaukalo', sv: 'Rinken', en: 'The rink' }, url: 'https://www.ylojarvi.example', phone: '0356530000', priceKind: 'free', city: 'Ylöjärvi', equipment: [{ name: { fi: 'Valaistus' } }, { name: { fi: 'Kaukalo' }, count: 2 }] })
  })
})

describe('hauki', () => {
  test('a resource is told by its origins and its name; hours that cannot be read are refused', async () => {
    const span = { time_spans: [{ start_time: '10:00:00', end_time: '18:00:00', end_time_on_next_day: false, full_day: false, weekdays: [1, 2], resource_state: 'open' }], rules: [] }
    stand.register = { ...someRegister(), resources: [{ id: 1, name: { fi: 'Kirjasto Leija' }, origins: [['ptv', ids.library]], periods: [{ name: { fi: 'Talvi' }, start_date: '2026-09-01', end_date: null, resource_state: 'undefined', override: false, time_span_groups: [span] }] }, { id: 2, name: { fi: 'Rikki' }, origins: [], periods: [{ start_date: '2026-09-01', time_span_groups: [{ time_spans: [{ start_time: 'kymmenen' }] }] }] }, { id: 3, name: { fi: 'Tunniton' }, origins: [], periods: [] }] }
    const found = await all(fromHauki({ url: `${stand.url}/v1`, query: '' }, today, stand.manners))
    expect(found).toMatchObject([{ what: 'hours', key: '1', facts: { origins: [{ source: 'ptv', key: ids.library }], named: 'Kirjasto Leija', periods: [{ from: '2026-09-01', until: null }] } }, { refused: 'hours', key: '2', name: 'Rikki' }])
  })
})
