import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { expect, test } from 'vitest'
import { town } from '../../../tests/town.ts'
import { web } from '../../../tests/web.ts'
import { keepQuestion, questionForm } from './questions.server.ts'

const t = await web(await town({ primary: true }))
const { code } = await t.leena.does(keepQuestion, questionForm.parse({ about: 'place', unitId: t.units.library, placeId: (await t.house.database.ownerPool.query('select id from trail.place limit 1')).rows[0].id, nameFi: 'Pääkirjasto Leija', categoryId: t.categories.light }))

test('without script: a face, a word, and the way to a report for who was unhappy', async () => {
  const page = await (await t.get(`/fi/ask/${code}?from=poster`)).text()
  expect(page.match(/name="value"/g)).toHaveLength(5)
  expect(page).toContain('Tosi huonosti')
  const answered = await t.post(`/fi/ask/${code}`, 'guest', { _do: 'face', value: '1', from: 'poster' })
  expect([answered.status, answered.headers.get('location')]).toEqual([303, `/fi/ask/${code}?said=1`])
  expect(answered.headers.get('set-cookie')).toBeNull()
  const thanks = await (await t.get(`/fi/ask/${code}?said=1`)).text()
  expect(thanks).toContain('Kiitos!')
  expect(thanks).toContain(`/fi/feedback/new?category=${t.categories.light}`)
  expect((await t.post(`/fi/ask/${code}`, 'guest', { _do: 'words', said: '1', words: 'Pimeää.' })).status).toBe(303)
})

test.each([['0'], ['6'], ['3.5'], ['x'], ['']])('a face that there is not (%s) is told, and nothing is counted', async (value) => {
  expect((await t.post(`/fi/ask/${code}`, 'guest', { _do: 'face', value })).status).toBe(422)
})

test('the poster has the address in its code and in its words, for its unit only', async () => {
  expect((await t.get(`/fi/ask/${code}/poster`, 'aino')).status).toBe(403)
  for (const size of ['a4', 'a5']) {
    const bytes = new Uint8Array(await (await t.get(`/fi/ask/${code}/poster?size=${size}`, 'leena')).arrayBuffer())
    const pdf = await getDocument({ data: bytes, verbosity: 0 }).promise
    expect(pdf.numPages).toBe(1)
    const words = (await (await pdf.getPage(1)).getTextContent()).items.map((item) => ('str' in item ? item.str : '')).join(' ')
    expect(words).toContain(`localhost:3000/fi/ask/${code}`)
    expect(words).toContain('Pääkirjasto Leija')
  }
})

test('the unit keeps its question: words, kiosks, changes; a kiosk takes answers by its secret alone', async () => {
  expect((await t.get(`/fi/ask/${code}/keep`, 'jari')).status).toBe(403)
  expect(await (await t.get(`/fi/ask/${code}/keep`, 'leena')).text()).toContain('Pimeää.')
  const made = await t.post(`/fi/ask/${code}/keep`, 'leena', { _do: 'kiosk', name: 'Pääovi' })
  const secret = /kiosk=([\w-]{32})/.exec(made.headers.get('location')!)![1]
  const kiosk = await (await t.get(`/fi/ask/kiosk/${secret}`)).text()
  expect(kiosk).toContain('name="id"')
  const send = (body: unknown) => t.send(`/fi/ask/kiosk/${secret}/answers`, 'guest', { method: 'POST', headers: { origin: 'http://localhost:3000', 'content-type': 'application/json' }, body: JSON.stringify(body) })
  const its = { id: crypto.randomUUID(), value: 5, at: '2026-11-22T08:59:00Z' }
  expect(await (await send({ answers: [its] })).json()).toEqual({ taken: 1 })
  expect(await (await send({ answers: [its] })).json()).toEqual({ taken: 0 })
  for (const bad of [null, {}, { answers: [] }, { answers: [{ ...its, value: 9 }] }, { answers: [{ ...its, at: 'eilen' }] }, { answers: Array.from({ length: 101 }, () => its) }]) expect((await send(bad)).status).toBe(422)
  expect((await t.get(`/fi/ask/kiosk/${'x'.repeat(32)}`)).status).toBe(404)
  for (const path of ['/fi/ask', '/sv/ask', '/en/ask', `/sv/ask/${code}`, '/fi/ask/new']) expect((await t.get(path, 'leena')).status, path).toBe(200)
  expect(await (await t.get(`/fi/units/${t.units.library}`)).text()).toContain(`/fi/ask/${code}`)
})
