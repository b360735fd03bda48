import { eq } from 'drizzle-orm'
import sharp from 'sharp'
import { expect, test } from 'vitest'
import { attachPictures, storePicture, type StoredPicture } from '#core/files/pictures.server.ts'
import { keepReport } from '../keep-report.server.ts'
import { ownToken } from '../own.server.ts'
import { fixed, report } from '../schema.server.ts'
import { web } from '../../../../tests/web.ts'
import type { Someone } from '../../../../tests/town.ts'
import { moveReport } from './handle.server.ts'

const site = await web()
const db = site.house.database.of(site.municipality.id)
const send = async (who: Someone, text: string, more: object = {}) => (await who.does(keepReport, { categoryId: site.categories.road, text, longitude: 23.58, latitude: 61.55, sender: who.actor.kind === 'person' ? { personId: who.id } : {}, channel: 'web' as const, ...more })).id
const tokenOf = (id: string) => site.guest.sees((ctx) => Promise.resolve(ownToken(ctx, id)))
const jpeg = await sharp({ create: { width: 400, height: 300, channels: 3, background: '#c55' } }).jpeg().toBuffer()
const pictured = async (who: Someone, id: string) => {
  const its = { ...await who.does(storePicture, new Uint8Array(jpeg)) as StoredPicture, description: 'Kuoppa' }
  await who.does(attachPictures, id, [its])
  return its.id
}
const text = async (answer: Response | Promise<Response>) => (await answer).text()

test('a private report is on no page, in no search and in no picture of others; its holder’s link opens all of it', async () => {
  const id = await send(site.aino, 'Salakieli: päiväkotimme lukko.', { categoryId: site.categories.family })
  const picture = await pictured(site.aino, id)
  const token = await tokenOf(id)
  for (const who of ['guest', 'otso', 'jari', 'mirja']) {
    for (const path of [`/fi/feedback/${id}`, `/fi/feedback/${id}/handle`, `/fi/feedback/${id}/fixed`, `/fi/feedback/${id}/cover/${picture}`, `/fi/pictures/${picture}.webp`, `/fi/pictures/${picture}-small.webp`]) {
      const answer = await site.get(path, who)
      expect([303, 403, 404], `${path} ${who}`).toContain(answer.status)
      expect(await answer.text()).not.toContain('Salakieli')
    }
    for (const path of ['/fi/search?q=salakieli', '/fi/feedback', '/fi', '/fi/me/data', '/fi/desk', '/fi/feedback/inbox']) expect(await text(site.get(path, who)), `${path} ${who}`).not.toContain('Salakieli')
  }
  for (const who of ['aino', 'leena', 'antti']) {
    expect(await text(site.get(`/fi/feedback/${id}`, who))).toContain('Salakieli')
    expect((await site.get(`/fi/pictures/${picture}.webp`, who)).status).toBe(200)
  }
  const own = await site.get(`/fi/feedback/own/${token}`)
  expect(own.headers.get('cache-control')).toContain('no-store')
  const page = await own.text()
  expect(page).toMatch(/name="robots" content="noindex"/)
  expect(page).toMatch(/name="referrer"/)
  const address = /\/fi(\/pictures\/[^"]+\.webp\?key=[^"]+)"/.exec(page)![1]!.replaceAll('&amp;', '&')
  const seen = await site.get(`/fi${address}`)
  expect([seen.status, seen.headers.get('cache-control')]).toEqual([200, 'private, no-store'])
  const other = await pictured(site.aino, id)
  expect((await site.get(`/fi${address.replace(picture, other)}`)).status).toBe(404)
  expect(await text(site.get('/fi/me/data', 'aino'))).toContain('Salakieli')
})

test('opening a letter’s link answers nothing, however often; its button does, by the link and signed in', async () => {
  const id = await send(site.aino, 'Lamppu sammunut.')
  const token = await tokenOf(id)
  expect(await text(site.get(`/fi/feedback/own/${token}/fixed?answer=no`))).toContain('Tätä ei enää kysytä')
  await site.jari.does(moveReport, id, { to: 'done', sentence: 'Vaihdettu.' })
  for (let n = 0; n < 3; n++) for (const answer of ['yes', 'no', 'dontKnow']) expect((await site.get(`/fi/feedback/own/${token}/fixed?answer=${answer}`)).status).toBe(200)
  expect((await db.select().from(fixed).where(eq(fixed.reportId, id))).map((row) => row.answer)).toEqual([null, null])
  expect(await text(site.get(`/fi/feedback/own/${token}/fixed?answer=no`))).toMatch(/value="no"[^>]*checked|checked[^>]*value="no"/)
  expect((await site.post(`/fi/feedback/${id}/fixed`, 'otso', { _do: 'fixed', answer: 'no' })).status).toBe(403)
  expect((await site.post(`/fi/feedback/own/${token}/fixed`, 'guest', { _do: 'fixed', answer: 'ehkä' })).status).toBe(422)
  const done = await site.post(`/fi/feedback/own/${token}/fixed`, 'guest', { _do: 'fixed', answer: 'no', words: 'Yhä pimeää.' })
  expect([done.status, done.headers.get('location')]).toEqual([303, `/fi/feedback/own/${token}?said=no`])
  expect((await db.select().from(report).where(eq(report.id, id)))[0]).toMatchObject({ state: 'received', priority: 2 })
})

test('without script faces are covered by squares; nothing chosen is told, and what was covered has a new address', async () => {
  const id = await send(site.aino, 'Auto tiellä.')
  const picture = await pictured(site.aino, id)
  const path = `/fi/feedback/own/${await tokenOf(id)}/cover/${picture}`
  const page = await text(site.get(path))
  expect(page.match(/type="checkbox" name="square"/g)).toHaveLength(35)
  expect(page).toContain('rivi 5, sarake 7')
  expect((await site.post(path, 'guest', { _do: 'cover' })).status).toBe(422)
  expect((await site.post(path, 'guest', { _do: 'cover', square: ['0', '1'] })).status).toBe(303)
  expect((await site.get(`/fi/pictures/${picture}.webp`)).status).toBe(404)
  expect((await site.get(path)).status).toBe(404)
  expect(await text(site.get(`/fi/feedback/${id}`))).toMatch(/\/pictures\/[0-9a-f-]{36}\.webp/)
})

test('two officials on one page: the later one is told what happened and has what was written', async () => {
  const id = await send(site.otso, 'Penkki rikki.')
  const seen = /name="seen"[^>]*value="([^"]+)"/.exec(await text(site.get(`/fi/feedback/${id}/handle`, 'saara')))![1]!
  const move = (who: string, more: Record<string, string>) => site.post(`/fi/feedback/${id}/handle`, who, { _do: 'move', seen, ...more })
  expect((await move('jari', { to: 'done', sentence: 'Penkki on uusi.' })).status).toBe(303)
  const late = await move('saara', { to: 'cannot', sentence: 'Tämä ei kuulu meille.' })
  expect(late.status).toBe(422)
  const page = await late.text()
  for (const said of ['Joku ehti ensin', 'Penkki on uusi.', 'Jari Niemi', 'Tämä ei kuulu meille.']) expect(page).toContain(said)
})

test('a sender does by plain forms all that may be done; another’s hand does nothing', async () => {
  const id = await send(site.guest, 'Kuoppa pihalla.')
  const token = await tokenOf(id)
  const own = `/fi/feedback/own/${token}`
  const withPhoto = new FormData()
  withPhoto.set('_do', 'add'); withPhoto.set('text', 'Tässä kuva.'); withPhoto.set('photo1', new File([jpeg as BlobPart], 'k.jpg', { type: 'image/jpeg' }))
  expect((await site.post(own, 'guest', withPhoto)).headers.get('location')).toBe(`${own}?said=added`)
  expect(await text(site.get(`${own}?said=added`))).toContain('Tässä kuva.')
  expect((await site.post(own, 'guest', { _do: 'add' })).status).toBe(422)
  expect((await site.post(own, 'guest', { _do: 'takeBack' })).status).toBe(422)
  for (const form of ['add', 'wishPrivate', 'takeBack']) expect((await site.post(`/fi/feedback/${id}`, 'otso', { _do: form, text: 'x', sure: 'on' })).status).toBe(403)
  expect((await site.post(`${own}x`, 'guest', { _do: 'takeBack', sure: 'on' })).status).toBe(404)
  expect((await site.post(own, 'guest', { _do: 'takeBack', sure: 'on' })).status).toBe(303)
  const gone = await site.get(`/fi/feedback/${id}`)
  expect([gone.status, (await gone.text()).includes('Kuoppa pihalla')]).toEqual([200, false])
})

test('the list of officials does the same to many, without script, and makes a work order of them', async () => {
  const ids = [await send(site.aino, 'Ruoho pitkää puistossa.'), await send(site.otso, 'Puiston ruoho niittämättä.')]
  expect((await site.get('/fi/feedback/inbox', 'aino')).status).toBe(403)
  const page = await text(site.get('/fi/feedback/inbox?q=ruoho', 'jari'))
  for (const id of ids) expect(page).toContain(`/fi/feedback/${id}/handle`)
  const many = (form: Record<string, string | string[]>) => site.post('/fi/feedback/inbox?q=ruoho', 'jari', { _do: 'many', ids, ...form })
  expect((await site.post('/fi/feedback/inbox', 'jari', { _do: 'many', act: 'answer', sentence: 'x' })).status).toBe(422)
  expect((await many({ act: 'move', to: 'cannot' })).status).toBe(422)
  expect((await many({ act: 'answer', sentence: 'Niitämme ensi viikolla.' })).headers.get('location')).toBe('/fi/feedback/inbox?q=ruoho&n=2')
  expect(await text(site.get(`/fi/feedback/${ids[1]}`))).toContain('Niitämme ensi viikolla.')
  expect((await site.post('/fi/feedback/inbox', 'jari', { _do: 'many', act: 'order', ids })).headers.get('location')).toBe(`/fi/work/new?reports=${ids.join(',')}`)
})

test('a done report offers others to tell again, and its page says who answers and by which day while it waits', async () => {
  const id = await send(site.aino, 'Suojatie kulunut.')
  expect(await text(site.get(`/fi/feedback/${id}`))).toMatch(/Liikuntapalvelut.*viimeistään/s)
  await site.jari.does(moveReport, id, { to: 'done', sentence: 'Maalattu.' })
  const [others, own] = [await text(site.get(`/fi/feedback/${id}`, 'otso')), await text(site.get(`/fi/feedback/${id}`, 'aino'))]
  expect(others).toContain(`/fi/feedback/new?category=${site.categories.road}`)
  expect(others).not.toContain('Korjattiinko se?')
  expect(own).toContain('Korjattiinko se?')
})
