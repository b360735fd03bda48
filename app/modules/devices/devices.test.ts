import { sql } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { keepPlace, placeFacts } from '#modules/directory/server'
import { web } from '../../../tests/web.ts'
import { deviceOf } from './device-of.server.ts'
import { changeDevice, deviceFacts, deviceForm, endDevice, givePlace, makeDevice, rotateKey, takePlace } from './keep-device.server.ts'
import { listDevices, showDevice } from './list.server.ts'
import { noticeSilent } from './silent.server.ts'

const site = await web()
const { house, antti, saara, leena, aino, guest, units } = site
const db = house.database.owner
const start = new Date('2026-11-20T07:00:00Z')
house.time = start
const place = (unitId: string, name = 'Keijärven uimaranta') => antti.does(keepPlace, placeFacts.parse({ kind: 'beach', name: { fi: name }, longitude: 23.6, latitude: 61.55 }), { unitId })
const make = async (more: Record<string, unknown> = {}) => { const made = await saara.does(makeDevice, deviceForm.parse({ name: 'Lämpömittari', kind: 'sensor', unitId: units.sports, ...more })); if ('problems' in made) throw new Error('no device'); return made }
const by = (key: string) => new Request('http://localhost/api/v1/x', { method: 'POST', headers: { authorization: `Bearer ${key}` } })

test('a unit makes its device, sees its key for ten minutes, and keeps only a digest', async () => {
  const { id, key } = await make()
  expect(key).toMatch(/^nousu_d_[\w-]{40,}$/)
  expect((await saara.sees(showDevice, id, '')).key).toBe(key)
  const { rows } = await db.execute<{ all: string }>(sql`select to_jsonb(d)::text as all from devices.device d where id = ${id}`)
  expect(rows[0]!.all).not.toContain(key.slice(8))
  house.time = new Date(start.getTime() + 10 * 60_000)
  expect((await saara.sees(showDevice, id, '')).key).toBe(null)
  house.time = start
  for (const who of [leena, aino]) await expect(who.does(makeDevice, deviceForm.parse({ name: 'x', kind: 'sensor', unitId: units.sports }))).rejects.toThrow('forbidden')
  await expect(leena.sees(showDevice, id, '')).rejects.toThrow('forbidden')
  expect(await antti.does(makeDevice, deviceForm.parse({ name: 'x', kind: 'sensor', unitId: '11111111-1111-7111-8111-111111111111' }))).toEqual({ problems: { unitId: 'required' } })
})
test('a device speaks of the places it was given, which are its unit’s', async () => {
  const { id, key } = await make(), mine = await place(units.sports), theirs = await place(units.library)
  await expect(guest.does(deviceOf, by(key), mine.id)).rejects.toThrow('notItsPlace')
  await saara.does(givePlace, id, mine.id)
  expect(await guest.does(deviceOf, by(key), mine.id)).toMatchObject({ id, kind: 'sensor', placeIds: [mine.id] })
  await expect(saara.does(givePlace, id, theirs.id)).rejects.toThrow('notItsPlace')
  await antti.does(givePlace, id, theirs.id)
  await saara.does(takePlace, id, mine.id)
  expect((await guest.does(deviceOf, by(key))).placeIds).toEqual([theirs.id])
})
test('a changed key opens, the old one does not; an ended device opens nothing', async () => {
  const { id, key } = await make()
  house.time = new Date(start.getTime() + 1000)
  const { key: newer } = await saara.does(rotateKey, id)
  await expect(guest.does(deviceOf, by(key))).rejects.toThrow('signInNeeded')
  expect((await guest.does(deviceOf, by(newer))).id).toBe(id)
  await saara.does(endDevice, id)
  await expect(guest.does(deviceOf, by(newer))).rejects.toThrow('signInNeeded')
  await expect(saara.does(rotateKey, id)).rejects.toThrow('notFound')
  house.time = start
})
test('it is written down at most once a minute that a device was heard', async () => {
  const { id, key } = await make()
  const heard = async () => new Date((await db.execute<{ at: string }>(sql`select heard_at as at from devices.device where id = ${id}`)).rows[0]!.at).getTime() - start.getTime()
  await Promise.all(Array.from({ length: 10 }, () => guest.does(deviceOf, by(key))))
  expect(await heard()).toBe(0)
  house.time = new Date(start.getTime() + 59_999)
  await guest.does(deviceOf, by(key))
  expect(await heard()).toBe(0)
  house.time = new Date(start.getTime() + 60_000)
  await guest.does(deviceOf, by(key))
  expect(await heard()).toBe(60_000)
  house.time = start
})
test('who falls silent is told of once to its unit, in one letter, and again after it was heard', async () => {
  const a = await make({ name: 'Anturi A', expectedMinutes: '30' }), b = await make({ name: 'Anturi B', expectedMinutes: '30' })
  const letters = async () => (await db.execute<{ subject: string; to: string }>(sql`select subject, "to" from notices.mail where subject like '%hiljaa%' order by "to"`)).rows
  expect(await antti.does(noticeSilent)).toBe(0)
  house.time = new Date(start.getTime() + 30 * 60_000 + 1)
  const told = await Promise.all([antti.does(noticeSilent), antti.does(noticeSilent)])
  expect(told.reduce((sum, each) => sum + each)).toBe(2)
  expect((await letters()).map((each) => each.to.split('@')[0])).toEqual(expect.arrayContaining(['saara.lehto', 'jari.niemi']))
  const before = (await letters()).length
  expect(await antti.does(noticeSilent)).toBe(0)
  expect((await saara.sees(listDevices)).devices.slice(0, 2).map((each) => [each.name, each.silent])).toEqual([['Anturi A', true], ['Anturi B', true]])
  await guest.does(deviceOf, by(a.key))
  house.time = new Date(start.getTime() + 62 * 60_000)
  expect(await antti.does(noticeSilent)).toBe(1)
  expect((await letters()).length).toBe(before + 2)
  await saara.does(endDevice, a.id)
  await saara.does(endDevice, b.id)
  house.time = start
})
test('settings are read with what is wrong told by field', async () => {
  const { id } = await make()
  await saara.does(changeDevice, id, deviceFacts.parse({ name: ' Uusi  nimi ', expectedMinutes: '', may: ['water', 'nothing'] }))
  expect((await saara.sees(showDevice, id, '')).its).toMatchObject({ name: 'Uusi nimi', expectedMinutes: null, may: ['water'] })
  const answer = await site.post('/fi/admin/devices', 'saara', { _do: 'make', name: '', kind: 'sensor', unitId: units.sports, expectedMinutes: 'usein' })
  expect(answer.status).toBe(422)
  const text = await answer.text()
  for (const said of ['Anna minuutit kokonaislukuna', 'value="usein"']) expect(text).toContain(said)
})
test('the pages: made, its key shown, a place found and given', async () => {
  await place(units.sports, 'Räikän uimaranta')
  const made = await site.post('/fi/admin/devices', 'saara', { _do: 'make', name: 'Räikän mittari', kind: 'sensor', unitId: units.sports, expectedMinutes: '60' })
  expect(made.status).toBe(303)
  const to = made.headers.get('location')!
  const page = await (await site.get(to, 'saara')).text()
  expect(page).toContain('nousu_d_')
  expect(page).toContain('/api/v1/observations')
  const found = await (await site.get(`${to}?find=räik`, 'saara')).text()
  const placeId = /name="placeId" value="([^"]+)"/.exec(found)![1]!
  expect((await site.post(to, 'saara', { _do: 'give', placeId })).status).toBe(303)
  expect(await (await site.get(to, 'saara')).text()).toContain('Räikän uimaranta')
  expect((await site.get('/fi/admin/devices', 'aino')).status).toBe(403)
  expect((await site.get(to, 'leena')).status).toBe(403)
  expect((await site.get('/fi/admin/devices/x', 'saara')).status).toBe(404)
})
