import { expect, test } from 'vitest'
import { doorsOf } from '../../../demo/addresses.server.ts'
import { municipality as told } from '../../../demo/ylojarvi/municipality.ts'
import { streets } from '../../../demo/ylojarvi/streets.ts'
import { place } from '#core/trail/schema.server.ts'
import { town } from '../../../tests/town.ts'
import { keepAddresses } from './addresses.server.ts'
import { describePoint } from './describe.server.ts'
import { findPlaces } from './find.server.ts'

const its = await town()
const { aino, house } = its
await house.database.owner.insert(place).values(told.places.map((each) => ({ municipalityId: its.municipality.id, id: crypto.randomUUID(), name: each.name, area: each.area, longitude: each.longitude, latitude: each.latitude })))
const doors = [...doorsOf(streets), { fi: 'Kirkkokatu', sv: 'Kyrkogatan', number: '3', first: 3, postalCode: '33470', longitude: 23.59, latitude: 61.556 }, { fi: 'Kirkkokatu', sv: 'Kyrkogatan', number: '5 B', first: 5, postalCode: '33470', longitude: 23.591, latitude: 61.556 }]
await aino.does((ctx) => keepAddresses(ctx, doors))
const first = async (q: string) => (await aino.sees(findPlaces, q))[0]

test.each([
  ['Kuruntie', 'Kuruntie', 'street'], ['kuruntie 14', 'Kuruntie 14', 'address'], ['KURUNTIE 14', 'Kuruntie 14', 'address'], ['Kuruntie 14, Ylöjärvi', 'Kuruntie 14', 'address'], ['Kuruntiellä', 'Kuruntie', 'street'], ['Kuruntien varrella', 'Kuruntie', 'street'], ['Kuruntiellä 14', 'Kuruntie 14', 'address'],
  ['Kurunti', 'Kuruntie', 'street'], ['kurutnie', 'Kuruntie', 'street'], ['Mikkolantie 3', 'Mikkolantie 3', 'address'], ['Mikolantie', 'Mikkolantie', 'street'], ['Mikkolantiellä 3', 'Mikkolantie 3', 'address'], ['Räikäntie', 'Räikäntie', 'street'], ['raikantie', 'Räikäntie', 'street'], ['Räikäntieltä', 'Räikäntie', 'street'],
  ['Kauppakadulla', 'Kauppakatu', 'street'], ['kauppakadun kulmassa', 'Kauppakatu', 'street'], ['Kauppakadulta 2', 'Kauppakatu 2', 'address'], ['Kisakadulla 8', 'Kisakatu 8', 'address'], ['Koululaisenpolulla', 'Koululaisenpolku', 'street'], ['Kurunraitilla', 'Kurunraitti', 'street'], ['Torikujalla', 'Torikuja', 'street'],
  ['Vuorentaustantiellä 8', 'Vuorentaustantie 8', 'address'], ['työläjärventie', 'Työläjärventie', 'street'], ['tyolajarventie', 'Työläjärventie', 'street'], ['Siivikkalanrannassa', 'Siivikkalanranta', 'street'], ['Yrittäjänkadulla', 'Yrittäjänkatu', 'street'], ['Soppeentie', 'Soppeentie', 'street'], ['soppentie 10', 'Soppeentie 10', 'address'],
  ['Uimahalli', 'Uimahalli', 'place'], ['uimahallilla', 'Uimahalli', 'place'], ['Uimahallin edessä', 'Uimahalli', 'place'], ['uimahali', 'Uimahalli', 'place'], ['Kurun kirjasto', 'Kurun kirjasto', 'place'], ['Kurun kirjastolla', 'Kurun kirjasto', 'place'], ['kaupungintalo', 'Kaupungintalo', 'place'], ['Kaupungintalon vieressä', 'Kaupungintalo', 'place'], ['Metsäkylän koululla', 'Metsäkylän koulu', 'place'],
  ['Kirkkokatu 5', 'Kirkkokatu 5 B', 'address'], ['Kirkkokatu 5b', 'Kirkkokatu 5 B', 'address'], ['Kyrkogatan 3', 'Kirkkokatu 3', 'address'], ['på Kyrkogatan', 'Kirkkokatu', 'street'],
])('"%s" means %s', async (q, name, kind) => {
  expect(await first(q)).toMatchObject({ name, kind })
})
test.each(['x', '', '   ', 'zzzzqqq', '12', '%_%', 'a|b&!:*', '\u{1F600}', 'x'.repeat(5000), "'; drop table geo.street; --"])('%j finds nothing and harms nothing', async (q) => {
  expect(await aino.sees(findPlaces, q)).toEqual([])
})
test('a Swede reads the street in Swedish', async () => {
  const swede = its.someone(aino.actor, 'sv')
  expect((await swede.sees(findPlaces, 'Kyrkogatan 3'))[0]).toMatchObject({ name: 'Kyrkogatan 3' })
})
test('a number that the street does not have brings its nearest doors', async () => {
  const found = await aino.sees(findPlaces, 'Torikuja 99')
  expect(found.filter((each) => each.kind === 'address').map((each) => each.name.replace(/\d+.*/, ''))).toEqual(['Torikuja ', 'Torikuja ', 'Torikuja '])
})
test('the neighbour has none of our streets', async () => {
  const there = await town({ house, name: 'Naapurila' })
  expect(await there.aino.sees(findPlaces, 'Kuruntie 14')).toEqual([])
  expect((await there.aino.sees(describePoint, { longitude: 23.591, latitude: 61.5532 })).address).toBeNull()
})
test('a point is told by the nearest door and place', async () => {
  const door = doors.find((each) => each.fi === 'Kuruntie' && each.number === '14')!
  const at = await aino.sees(describePoint, { longitude: door.longitude, latitude: door.latitude })
  expect(at).toMatchObject({ address: { name: 'Kuruntie 14', metres: 0 } })
  expect(await aino.sees(describePoint, { longitude: 20.5, latitude: 60.1 })).toEqual({ address: null, place: null, area: null })
})
test('bringing addresses in again replaces them', async () => {
  const there = await town({ house, name: 'Kolmasla' })
  const one = doors.filter((each) => each.fi === 'Torikuja')
  expect(await there.aino.does((ctx) => keepAddresses(ctx, [...one, ...one]))).toEqual({ streets: 1, doors: one.length })
  expect(await there.aino.does((ctx) => keepAddresses(ctx, doors.filter((each) => each.fi === 'Elotie')))).toMatchObject({ streets: 1 })
  expect(await there.aino.sees(findPlaces, 'Torikuja')).toEqual([])
  expect((await aino.sees(findPlaces, 'Torikuja'))[0]!.name).toBe('Torikuja')
})
