import { expect, test } from 'vitest'
import { keepAddresses } from '#core/geo/addresses.server.ts'
import { town } from '../../../../tests/town.ts'
import { web } from '../../../../tests/web.ts'
import { hitOf, readHit } from './where-hit.ts'
import { readWhere } from './where.server.ts'

const t = await web(await town())
const door = (number: string, north = 0) => ({ fi: 'Kuruntie', sv: null, number, first: Number.parseInt(number, 10), postalCode: null, longitude: 23.59, latitude: 61.553 + north })
await t.antti.does((ctx) => keepAddresses(ctx, [door('2'), door('4', 0.0005), door('6', 0.001)]))
const read = (fields: Record<string, string>) => t.guest.sees((ctx) => { const form = new FormData(); for (const [name, value] of Object.entries(fields)) form.set(name, value); return readWhere(ctx, form) })

test('the point of a script, with the door that it is at', async () => {
  expect(await read({ longitude: '23.590010', latitude: '61.553010', where: '' })).toEqual({ longitude: 23.59001, latitude: 61.55301, address: 'Kuruntie 2' })
  expect(await read({ longitude: '23.6', latitude: '61.56', place: 'Uimahalli' })).toEqual({ longitude: 23.6, latitude: 61.56, place: 'Uimahalli' })
  expect(await read({ longitude: '10', latitude: '50' })).toEqual({ problems: { where: 'farAway' } })
})
test('words that mean one thing are enough', async () => {
  expect(await read({ where: 'Kuruntie 4' })).toMatchObject({ address: 'Kuruntie 4', latitude: expect.closeTo(61.5535, 6) as number })
  expect(await read({ where: 'Keijärvellä' })).toMatchObject({ place: 'Keijärvi', longitude: 23.58 })
  expect(await read({ where: 'Mummolan takapiha' })).toEqual({ place: 'Mummolan takapiha' })
  expect(await read({})).toEqual({})
})
test('a press of search brings the hits to pick from, and a pick is a place', async () => {
  const answer = await read({ where: 'kuruntiellä', where_find: '1' }) as { problems: Record<string, string>; values: Record<string, string> }
  expect(answer.problems).toEqual({ where: 'choose' })
  const [hit] = answer.values.where_hits!.split('\n')
  expect(await read({ where: 'kuruntiellä', where_hit: hit!.split('|').slice(0, 4).join('|') })).toMatchObject({ address: 'Kuruntie' })
  expect(await read({ where: 'kuruntiellä', where_hit: 'asWritten' })).toEqual({ place: 'kuruntiellä' })
  expect(await read({ where: 'xyzzyx', where_find: '1' })).toMatchObject({ problems: { where: 'notFound' } })
  expect(await read({ where: '', where_find: '1' })).toEqual({ problems: { where: 'required' } })
})
test('a known place of the list', async () => {
  const { rows } = await t.house.database.owner.execute<{ id: string }>('select id from trail.place where name->>\'fi\' = \'Keijärvi\'')
  expect(await read({ near: rows[0]!.id })).toEqual({ place: 'Keijärvi', longitude: 23.58, latitude: 61.55 })
  expect(await read({ near: 'x' })).toEqual({})
})
test('what no field of ours sends is not believed', async () => {
  for (const odd of [{ longitude: 'NaN', latitude: '1' }, { longitude: '1e3', latitude: '1' }, { where_hit: 'place|1|2' }, { where_hit: 'road|1.0|2.0|x' }]) expect(await read(odd as Record<string, string>)).toEqual({})
  expect(readHit(hitOf({ kind: 'place', name: 'A|B', longitude: 23.5, latitude: 61.5 }))).toEqual({ kind: 'place', name: 'A B', longitude: 23.5, latitude: 61.5 })
})

const upload = (content: string | Uint8Array, who = 'antti') => { const data = new FormData(); data.set('_do', 'upload'); data.set('file', new Blob([content as BlobPart]), 'osoitteet.csv'); return t.post('/fi/admin/addresses', who, data) }
test('an admin brings addresses in; what is wrong changes nothing and is told by line', async () => {
  expect((await t.get('/fi/admin/addresses', 'aino')).status).toBe(403)
  expect((await upload('x', 'jari')).status).toBe(403)
  const wrong = await upload('katu;numero;N;E\nElotie;1;6828000;318000\n;2;6828000;318000')
  expect(wrong.status).toBe(422)
  expect(await wrong.text()).toContain('Rivi 3: kadun nimi puuttuu')
  expect(await (await upload('katu;numero\nElotie;1')).text()).toContain('north, east')
  expect(await (await upload('katu;numero;N;E\nMannerheimintie;1;6672000;385000')).text()).toContain('kaukana')
  expect((await upload('')).status).toBe(422)
  expect(await (await t.get('/fi/admin/addresses', 'antti')).text()).toContain('1 katua ja 3 osoitetta')
  const done = await upload(Buffer.from('katu;numero;N;E\nRäikäntie;1;6828000;318000\nRäikäntie;2;6828030;318000', 'latin1'))
  expect(done.headers.get('location')).toBe('/fi/admin/addresses?streets=1&doors=2&left=0')
  expect(await read({ where: 'Räikäntie 2' })).toMatchObject({ address: 'Räikäntie 2' })
})
