import { describe, expect, test } from 'vitest'
import { subject } from '#core/trail/schema.server.ts'
import { web } from '../../../../tests/web.ts'

const site = await web()
const upload = (content: string | Uint8Array, who = 'antti', what = 'ideas') => {
  const form = new FormData()
  form.append('_do', 'upload'); form.append('what', what); form.append('file', new Blob([content as BlobPart], { type: 'text/csv' }), 'ideat.csv')
  return site.post('/fi/ideas/import', who, form)
}
const csv = 'id;title;text;date\n1;Valot ladulle;Ladulla on pimeää.;18.5.2016\n2;;Ei otsikkoa.;1.1.2016\n3;Penkki puistoon;Istuttaisiin.;joskus\n'

test('a file with bad rows: seen first, then only the good ones come in', async () => {
  const sent = await upload(csv)
  expect(sent.status).toBe(303)
  const address = sent.headers.get('location')!
  const seen = await (await site.get(address, 'antti')).text()
  expect(seen).toContain('1 rivi on kunnossa')
  expect(seen).toContain('2 riviä ei kelpaa')
  expect(seen).toMatch(/<td class="n">3<\/td><td>Otsikko<\/td><td>Puuttuu<\/td>/)
  expect(seen).toMatch(/<td class="n">4<\/td><td>Päivä<\/td><td>Ei ole päivämäärä<\/td>/)
  expect(await site.house.database.owner.$count(subject)).toBe(0)
  const done = await site.post(address, 'antti', { _do: 'run', good: '1' })
  expect(done.headers.get('location')).toBe('/fi/ideas/import?imported=1&already=0&left=2')
  expect(await (await site.get(done.headers.get('location')!, 'antti')).text()).toContain('Tuotiin 1. Jo aiemmin tuotuja 0, pois jätettyjä 2.')
  expect(await (await site.get('/fi/ideas')).text()).toContain('Valot ladulle')
  expect(await (await site.get(address, 'antti')).text()).toContain('Tiedosto ei ole enää tallessa')
})

test('the columns can be chosen anew before anything is done', async () => {
  const address = (await upload('a,b\nOtsikko on tässä,Teksti on tässä\n')).headers.get('location')!
  expect(await (await site.get(address, 'antti')).text()).toContain('Valitse vielä sarake: Otsikko, Teksti.')
  const mapped = `${address}&mapped=1&c-title=0&c-text=1&source=Vanha`
  expect(await (await site.get(mapped, 'antti')).text()).toContain('Tuo 1 rivi')
  expect((await site.post(mapped, 'antti', { _do: 'run', good: '1' })).status).toBe(303)
})

test('numbers that have changed meanwhile stop the import', async () => {
  const address = (await upload('title,text\nMuuttuva rivi,Teksti on tässä\n')).headers.get('location')!
  const before = await site.house.database.owner.$count(subject)
  const done = await site.post(address, 'antti', { _do: 'run', good: '2' })
  expect([done.status, (await done.text()).includes('Tilanne ehti muuttua')]).toEqual([422, true])
  expect(await site.house.database.owner.$count(subject)).toBe(before)
})

describe('a file that cannot be used says why', () => {
  test.each<[string, string | Uint8Array, string]>([
    ['wrong encoding', new Uint8Array([...new TextEncoder().encode('title,text\nL'), 0xE4, 0x2C, 0x78]), 'ei ole UTF-8'], ['broken quotes', 'title,text\na,"b\n', 'Lainausmerkit'], ['not CSV', 'hei', 'ei ole CSV'],
    ['empty', '', 'Valitse tiedosto'], ['no rows', 'title,text\n', 'ei ole rivejä'], ['over 10 MB', new Uint8Array(10_000_001).fill(97), 'yli 10 Mt'],
  ])('%s', async (_what, content, words) => {
    const answer = await upload(content)
    expect([answer.status, (await answer.text()).includes(words)]).toEqual([422, true])
  })
})

test('the page and the file are their admin’s own', async () => {
  const address = (await upload(csv)).headers.get('location')!
  expect(await (await site.get(address, 'root')).text()).toContain('Tiedosto ei ole enää tallessa')
  expect(await (await site.get(address.replace(/file=.{6}/, 'file=abcdef'), 'antti')).text()).toContain('Tiedosto ei ole enää tallessa')
  for (const who of ['aino', 'jari', 'mirja', 'ry']) { expect((await site.get(address, who)).status).toBe(403); expect((await upload(csv, who)).status).toBe(403); expect((await site.post(address, who, { _do: 'run', good: '1' })).status).toBe(403) }
  expect((await site.get(address)).status).toBe(303)
})
test('nothing broke on the way', () => { expect(site.logged).toEqual([]) })
