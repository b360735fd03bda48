import { expect, test } from 'vitest'
import { languages } from '#core/text/language.ts'
import { maintenanceOf, propertiesOf, vocabulary } from '../vocabulary.ts'
import type { FieldPlace, PlacesData } from './data.ts'
import { inOrder } from './shown/list.tsx'
import { read, type Tap, written } from './tap.ts'
import { placesFieldWords } from './texts/index.ts'
import { actSaid, caresOf, linesOf, newerSaid, problemSaid, tapsOf } from './told.ts'
import { earlier, lastAt, untilOf } from './when.ts'
import { type PlaceAct, withActs } from './with-acts.ts'

const at = (iso: string) => new Date(iso)
const rink = (more: Partial<FieldPlace> = {}): FieldPlace => ({ id: 'a', kind: 'rink', name: 'Soppeenmäen kenttä', kindName: 'Luistelukenttä', where: 'Soppeentie 1', longitude: 23.6, latitude: 61.55, seen: [], cared: [], notice: null, season: null, ...more })
const data = (...places: FieldPlace[]): PlacesData => ({ person: { id: 'p', name: 'Saara' }, asOf: '2026-11-22T09:00:00.000Z', places, others: null })
const act = (fields: Record<string, string>, when = '2026-11-22T09:10:00.000Z', more: Partial<PlaceAct> = {}): PlaceAct => ({ clientId: fields.say!, person: 'p', base: '/fi', placeId: 'a', name: '', kind: 'rink', fields, at: when, ...more })
const acted = (its: FieldPlace, ...acts: PlaceAct[]) => withActs(data(its), acts, (each) => at(each.at)).places[0]!
const say = { words: placesFieldWords('fi'), language: 'fi' as const, now: at('2026-11-22T12:00:00Z') }

test('what a button says is read as it was written, and nothing else is', () => {
  const taps: Tap[] = [{ what: 'saw', property: 'ice', value: 'good' }, { what: 'did', care: 'iced' }, { what: 'measured', property: 'water' }, { what: 'season', on: true }, { what: 'season', on: false }, { what: 'words' }, { what: 'wordsEnd' }]
  for (const tap of taps) expect(read(written(tap))).toEqual(tap)
  for (const said of ['', 'saw', 'saw ice', 'saw ice good now', 'did', 'did iced now', 'measured', 'season maybe', 'words now', 'drop table']) expect(read(said), said).toBeNull()
})

test('what waits on the phone is seen as said there; something seen later stays', () => {
  const iced = acted(rink(), act({ say: 'did iced' }), act({ say: 'saw ice good' }))
  expect(iced).toMatchObject({ cared: [{ what: 'iced', at: '2026-11-22T09:10:00.000Z' }], seen: [{ property: 'ice', value: 'good', number: null, at: '2026-11-22T09:10:00.000Z', since: '2026-11-22T09:10:00.000Z' }] })
  const known = rink({ seen: [{ property: 'ice', value: 'soft', number: null, at: '2026-11-22T09:30:00.000Z', since: '2026-11-22T08:00:00.000Z' }], cared: [{ what: 'iced', at: '2026-11-22T09:30:00.000Z' }] })
  expect(acted(known, act({ say: 'saw ice good' }), act({ say: 'did iced' }))).toEqual(known)
  expect(acted(known, act({ say: 'saw ice soft' }, '2026-11-22T10:00:00.000Z')).seen[0]).toMatchObject({ at: '2026-11-22T10:00:00.000Z', since: '2026-11-22T08:00:00.000Z' })
  expect(acted(rink({ kind: 'beach' }), act({ say: 'measured water', number: '17,5' })).seen[0]).toMatchObject({ property: 'water', value: null, number: 17.5 })
  expect(acted(rink(), act({ say: 'season off' })).season).toEqual({ on: false, at: '2026-11-22T09:10:00.000Z' })
  expect(acted(rink(), act({ say: 'words', text: 'Itäpää on köysitetty.', until: 'days' })).notice).toEqual({ words: 'Itäpää on köysitetty.', until: '2026-11-25T21:59:59.000Z' })
  expect(acted(rink({ notice: { words: 'x', until: '2026-11-30T00:00:00Z' } }), act({ say: 'wordsEnd' })).notice).toBeNull()
})
test('what was not taken, and what is of another place or makes no sense, changes nothing that is shown', () => {
  for (const each of [act({ say: 'saw ice good' }, undefined, { problem: 'forbidden' }), act({ say: 'saw ice good' }, undefined, { placeId: 'b' }), act({ say: 'nonsense' }), act({ say: 'measured water', number: 'seitsemän' })]) expect(acted(rink(), each)).toEqual(rink())
})

test('what is known is told with its time, and is not known any more when it has grown old, without a network too', () => {
  const its = rink({ seen: [{ property: 'ice', value: 'good', number: null, at: '2026-11-22T09:00:00Z', since: '2026-11-22T09:00:00Z' }], cared: [{ what: 'ploughed', at: '2026-11-21T16:00:00Z' }, { what: 'iced', at: '2026-11-22T09:00:00Z' }] })
  expect(linesOf(its, say)).toEqual([{ key: 'ice', icon: 'rink', words: 'Jää: hyvä', when: 'klo 11.00', known: true }])
  expect(caresOf(its, say).map((each) => each.words)).toEqual(['Jäädytetty klo 11.00', 'Aurattu la 21.11. klo 18.00'])
  expect(linesOf(its, { ...say, now: at('2026-11-23T12:00:00Z') })[0]!.words, 'good ice is fair after a day').toBe('Jää: kohtalainen')
  expect(linesOf(its, { ...say, now: at('2026-11-25T09:00:00Z') })[0]).toMatchObject({ known: false, words: expect.stringMatching(/^Jää: ei tiedossa/) })
  expect(linesOf(rink(), say)).toMatchObject([{ known: false, words: 'Jää: ei tiedossa' }])
})
test('every tap of every kind of place is said in words in every language', () => {
  for (const language of languages) for (const kind of Object.keys(vocabulary)) {
    const words = placesFieldWords(language), { cares, often, rest } = tapsOf(kind)
    const all = [...often, ...rest.flatMap((each) => each.taps), ...cares.map((care): Tap => ({ what: 'did', care }))]
    for (const tap of all) { const said = actSaid(kind, { say: written(tap) }, { words, language }); expect(said, `${kind} ${written(tap)}`).not.toMatch(/^$|: $|undefined|null/) }
    const seen = all.flatMap((tap) => (tap.what === 'saw' ? [`${tap.property} ${tap.value}`] : []))
    expect(seen.toSorted(), kind).toEqual(propertiesOf(kind).flatMap((its) => Object.keys(its.values).map((value) => `${its.key} ${value}`)).toSorted())
    expect(cares).toEqual(maintenanceOf(kind).map((its) => its.key))
  }
})
test('what stands in place of something older is told', () => {
  expect(newerSaid('rink', { say: { what: 'saw', property: 'ice', value: 'fair' }, number: null, at: '2026-11-22T10:40:00Z' }, say)).toBe('Jää: kohtalainen klo 12.40')
  expect(newerSaid('beach', { say: { what: 'measured', property: 'water' }, number: 17.5, at: '2026-11-22T10:40:00Z' }, say)).toBe('Vesi: 17,5 °C, viileää klo 12.40')
  for (const code of ['forbidden', 'unknownValue', 'noSeason', 'what nobody knows']) expect(problemSaid(code, say.words).length).toBeGreaterThan(10)
})

test('an earlier time is the last one when clocks showed it, over midnight and over both clock changes', () => {
  expect(lastAt('18:10', at('2026-11-22T16:30:00Z'))).toEqual(at('2026-11-22T16:10:00Z'))
  expect(lastAt('23:50', at('2026-11-21T22:20:00Z')), 'twenty past midnight').toEqual(at('2026-11-21T21:50:00Z'))
  // clocks go back on 25.10.2026 at 4 to 3
  expect(lastAt('03:30', at('2026-10-25T00:40:00Z')), 'the first 3.40').toEqual(at('2026-10-25T00:30:00Z'))
  expect(lastAt('03:30', at('2026-10-25T01:40:00Z')), 'the second 3.40').toEqual(at('2026-10-25T01:30:00Z'))
  expect(lastAt('03:50', at('2026-10-25T01:40:00Z')), 'the second 3.40, and 3.50 has been once').toEqual(at('2026-10-25T00:50:00Z'))
  // and forward on 28.3.2027 at 3 to 4
  expect(lastAt('02:50', at('2027-03-28T01:20:00Z')), '4.20').toEqual(at('2027-03-28T00:50:00Z'))
  expect(lastAt('03:30', at('2027-03-28T02:00:00Z')).getTime(), 'a time that was skipped is not in the future').toBeLessThanOrEqual(at('2027-03-28T02:00:00Z').getTime())
})
test('times to choose from go back by ten minutes and then by half an hour, none of them now or twice', () => {
  const times = earlier(at('2026-11-22T16:34:00Z'))
  expect(times.slice(0, 3)).toEqual(['18:30', '18:20', '18:10'])
  expect(times.at(-1)).toBe('07:00')
  expect(new Set(times).size).toBe(times.length)
  for (const each of times) expect(lastAt(each, at('2026-11-22T16:34:00Z')).getTime()).toBeLessThan(at('2026-11-22T16:34:00Z').getTime())
})
test('a word is true until the end of a day, over a clock change too', () => {
  expect(untilOf('today', at('2026-11-22T09:00:00Z'))).toEqual(at('2026-11-22T21:59:59Z'))
  expect(untilOf('week', at('2026-10-22T09:00:00Z'))).toEqual(at('2026-10-29T21:59:59Z'))
})

test('the one asked for is first, then one’s own, then the nearest or by name', () => {
  const places = [rink({ id: 'a', name: 'Aa', latitude: 61.6 }), rink({ id: 'b', name: 'Bee', latitude: 61.5 }), rink({ id: 'c', name: 'Cee', latitude: null, longitude: null }), rink({ id: 'd', name: 'Dee', latitude: 61.7 })]
  const order = (more: Partial<Parameters<typeof inOrder>[1]>) => inOrder(places, { open: null, here: null, ...more }).map((each) => each.id).join('')
  const here = { longitude: 23.6, latitude: 61.5 }, own = (ids: string[]) => ({ own: { ids, toggle: () => {} } })
  expect([order({}), order({ here }), order({ open: 'c', here }), order(own(['d', 'b'])), order({ ...own(['d', 'a']), here })]).toEqual(['abcd', 'badc', 'cbad', 'dbac', 'adbc'])
})
