import PostalMime from 'postal-mime'
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { unzipSync } from 'fflate'
import { afterAll, expect, test } from 'vitest'
import { eq } from 'drizzle-orm'
import { municipality } from '#core/identity/schema.server.ts'
import { sendMail } from '#core/notices/outbox.server.ts'
import { folderMailbox, startMailboxServer } from '#core/ports/mailbox.server.ts'
import { smtpMailer } from '#core/ports/mail.server.ts'
import { web } from '../../../tests/web.ts'
import { acceptInitiative, askReview } from './checking/check.server.ts'
import { decideInitiative, registerInitiative } from './deciding/decide.server.ts'
import { addPopulation, changeRegistry } from './population.server.ts'
import { publishInitiative } from './publish.server.ts'
import { sendInitiative } from './send.server.ts'
import { signInitiative } from './signing/sign.server.ts'
import { startInitiative } from './write.server.ts'

const t = await web()
const db = t.house.database.owner
t.municipality.code = '980'
await db.update(municipality).set({ code: '980' }).where(eq(municipality.id, t.municipality.id))
const folder = mkdtempSync(join(tmpdir(), 'nousu-registry-'))
const server = await startMailboxServer(folderMailbox(folder))
const mailer = smtpMailer(server.url, 'Nousu <nousu@localhost>')
afterAll(async () => { mailer.close(); await server.close(); rmSync(folder, { recursive: true, force: true }) })

/** The words of a PDF, as a reader's search sees them. */
async function wordsOf(bytes: Uint8Array): Promise<string> {
  const { getDocument } = await import('pdfjs-dist/legacy/build/pdf.mjs')
  const loading = getDocument({ data: new Uint8Array(bytes) })
  const paper = await loading.promise
  let text = ''
  for (let n = 1; n <= paper.numPages; n++) text += (await (await paper.getPage(n)).getTextContent()).items.map((item) => ('str' in item ? item.str : '')).join(' ')
  await loading.destroy()
  return text.replace(/\s+/g, ' ')
}

await t.antti.does(addPopulation, { day: '2025-12-31', source: 'Tilastokeskus', residents: 101, aged15plus: 90 })
await t.antti.does(changeRegistry, { email: 'kirjaamo@koivula.example', unitId: t.units.library })
const { id } = await t.aino.does(startInitiative, { title: 'Valot pulkkamäkeen', text: 'Mäki on pimeä jo iltapäivällä.\n\nKaksi valaisinta riittää.', contact: 'puh. 040 000 0000' }) as { id: string }
await t.aino.does(askReview, id)
await t.leena.does(acceptInitiative, id)
await t.aino.does(publishInitiative, id)
await t.otso.does(signInitiative, id, { name: 'Otso Kangas', shown: 'no' })
await t.ry.does(signInitiative, id, { name: 'ohitetaan' })
await t.saara.does(signInitiative, id, { name: 'Saara Lehto', membership: 'property', shown: 'yes' })

test('the registry gets one letter over real SMTP: a paper and data, each with every name', async () => {
  t.house.time = new Date('2026-11-22T09:00:00Z')
  await t.aino.does(sendInitiative, id)
  while ((await sendMail(t.house, mailer)).sent > 0);
  const letters = await Promise.all(readdirSync(folder).filter((name) => name.endsWith('.eml')).map((name) => PostalMime.parse(readFileSync(join(folder, name)))))
  const mine = letters.filter((each) => each.to?.[0]?.address === 'kirjaamo@koivula.example')
  expect(mine).toHaveLength(1)
  expect(mine[0]!.subject).toBe('Aloite tuli vireille: Valot pulkkamäkeen')
  expect(mine[0]!.text).toContain('Nimiä 4, joista kunnan asukkaita 2. Kahden prosentin raja on 3.')
  expect(mine[0]!.text).toContain('Määräaika: 22.5.2027')
  expect(mine[0]!.attachments.map((each) => [each.filename, each.mimeType])).toEqual([['aloite.pdf', 'application/pdf'], ['aloite.json', 'application/json']])
  const [paper, data] = mine[0]!.attachments.map((each) => new Uint8Array(each.content as ArrayBuffer))
  const text = await wordsOf(paper!)
  for (const words of ['Valot pulkkamäkeen', 'Kaksi valaisinta riittää.', 'Otso Kangas', 'Luistelijat ry', 'Saara Lehto', 'puh. 040 000 0000', 'Määräaika', '22.5.2027', 'Omistaa tai hallitsee kiinteistöä', '101 asukasta']) expect(text).toContain(words)
  const read = JSON.parse(new TextDecoder().decode(data)) as { signatures: Record<string, unknown>[] } & Record<string, unknown>
  expect(read).toMatchObject({
    format: 'nousu.initiative/1', id, kind: 'ordinary', collective: true, municipality: { code: '980' }, counts: { all: 4, residents: 2 }, sent: '2026-11-22T09:00:00.000Z', due: '2027-05-22T20:59:59.000Z', contact: 'puh. 040 000 0000',
    thresholds: { twoPercent: 3, fourPercentAged15plus: 4, basis: { date: '2025-12-31', residents: 101, aged15plus: 90 } }, authors: [{ name: 'Aino Koskela', email: 'aino.koskela@koivula.example' }],
  })
  expect(read.signatures.map((each) => [each.name, each.public, each.membership])).toEqual([['Aino Koskela', true, 'resident'], ['Otso Kangas', false, 'resident'], ['Luistelijat ry', false, 'community'], ['Saara Lehto', true, 'property']])
})

test('the paper is for its authors and the registry alone', async () => {
  const status = async (who: string) => (await t.get(`/fi/initiatives/${id}/paper`, who)).status
  expect(await Promise.all(['guest', 'otso', 'jari', 'mirja'].map(status))).toEqual([303, 403, 403, 403])
  expect(await Promise.all(['aino', 'leena', 'antti'].map(status))).toEqual([200, 200, 200])
})

test('each page of a pending initiative is for whom it is', async () => {
  const who = ['guest', 'otso', 'aino', 'jari', 'leena', 'mirja', 'antti'] as const
  const seen = async (path: string) => Object.fromEntries(await Promise.all(who.map(async (each) => [each, (await t.get(`/fi/initiatives/${id}${path}`, each)).status] as const)))
  const [all, nobody] = [Object.fromEntries(who.map((each) => [each, 200])), { guest: 303, otso: 403, aino: 404, jari: 403, leena: 403, mirja: 403, antti: 403 }]
  expect(await seen('')).toEqual(all)
  expect(await seen('/signers')).toEqual(all)
  expect(await seen('/sign')).toEqual(all)
  for (const path of ['/edit', '/publish', '/send', '/authors']) expect(await seen(path), path).toEqual(nobody) // it was sent: nothing of these is left
  expect(await seen('/check')).toEqual({ guest: 303, otso: 403, aino: 403, jari: 403, leena: 200, mirja: 403, antti: 200 })
})

test('the yearly report comes as a page, a PDF, a Word document and a table, with what was done', async () => {
  await t.leena.does(registerInitiative, id, { caseNumber: 'KOI/77/2026' })
  await t.leena.does(decideInitiative, id, { outcome: 'carriedOut', decision: 'Valaisimet tulevat ennen joulua.', measures: '=Kaksi valaisinta tilattu' }, [{ name: 'päätös 1.pdf', bytes: Buffer.from('%PDF-1.7 päätös') }])
  const report = '/fi/initiatives/report/2026'
  const page = await (await t.get(report)).text()
  for (const words of ['Valot pulkkamäkeen', 'KOI/77/2026', 'Aloite toteutetaan', 'Kaksi valaisinta tilattu']) expect(page).toContain(words)
  const bytes = async (what: string) => { const answer = await t.get(`${report}/${what}`); expect(answer.status).toBe(200); return new Uint8Array(await answer.arrayBuffer()) }
  const pdf = await wordsOf(await bytes('pdf'))
  for (const words of ['Kunnalle tehdyt aloitteet 2026', 'Valot pulkkamäkeen', 'Aloite toteutetaan']) expect(pdf).toContain(words)
  const word = new TextDecoder().decode(unzipSync(await bytes('docx'))['word/document.xml'])
  expect(word).toContain('Valot pulkkamäkeen')
  const csv = new TextDecoder().decode(await bytes('csv'))
  expect(csv.split('\r\n')[1]).toContain(`${id},Valot pulkkamäkeen,council,KOI/77/2026,2026-11-22,`)
  expect(csv).toContain("'=Kaksi valaisinta tilattu") // no formula for a spreadsheet
  for (const text of [page, pdf, word, csv]) expect(text).not.toMatch(/Otso|Kangas/)
  expect((await t.get('/fi/initiatives/report/1990')).status).toBe(404)
})

test('a decision’s documents are saved by anyone; what is no PDF is not taken', async () => {
  const page = await (await t.get(`/fi/initiatives/${id}`, 'otso')).text() // a guest’s is kept for a second
  const to = /\/fi\/initiatives\/files\/[0-9a-f-]+/.exec(page)![0]
  const file = await t.get(to)
  expect([file.status, file.headers.get('content-type'), file.headers.get('content-disposition')]).toEqual([200, 'application/pdf', `attachment; filename*=UTF-8''${encodeURIComponent('päätös 1.pdf')}`])
  const { id: other } = await t.aino.does(startInitiative, { title: 'Toinen aloite', text: 'Tämän voi lähettää yksin heti.', way: 'alone' }) as { id: string }
  await t.aino.does(askReview, other); await t.leena.does(acceptInitiative, other); await t.aino.does(sendInitiative, other)
  const form = new FormData()
  for (const [name, value] of Object.entries({ _do: 'decide', outcome: 'rejected', decision: 'Ei tehdä, perustelut liitteessä.' })) form.set(name, value)
  form.set('file1', new File(['<html>'], 'paatos.pdf', { type: 'application/pdf' }))
  const answer = await t.post(`/fi/initiatives/${other}/check`, 'leena', form)
  expect(answer.status).toBe(422)
  const text = await answer.text()
  expect(text).toContain('Asiakirjan pitää olla PDF.')
  expect(text).toContain('Ei tehdä, perustelut liitteessä.')
  form.set('file1', new File([], ''))
  expect((await t.post(`/fi/initiatives/${other}/check`, 'leena', form)).status).toBe(303)
})

test('pages answer in three languages, and a bad form is never a broken page', async () => {
  for (const language of ['fi', 'sv', 'en']) for (const path of ['', '/new', '/how', `/${id}`, `/${id}/signers`, '/report/2026', '?state=decided', '?sort=supported&after=x~y'])
    expect((await t.get(`/${language}/initiatives${path}`, 'aino')).status, `${language} ${path}`).toBe(200)
  for (const form of [{ _do: 'write' }, { _do: 'write', title: 'x'.repeat(200), text: 'y', way: 'muu', membership: 'ei', shown: 'ehkä' }] as Record<string, string>[]) expect((await t.post('/fi/initiatives/new', 'aino', form)).status).toBe(422)
  expect((await t.post('/fi/admin/population', 'antti', { _do: 'add', day: '31.12.', residents: 'paljon', aged15plus: '99999999999', source: '' })).status).toBe(422)
  expect((await t.post('/fi/initiatives/link', 'leena', { _do: 'link', url: 'https://paha.example/', title: 'Otsikko', text: 'Teksti', signers: '1' })).status).toBe(422)
  expect((await t.get('/fi/initiatives/confirm/x.y')).status).toBe(404)
  expect((await t.post(`/fi/initiatives/${id}`, 'aino', { _do: 'askReview' })).status).toBe(409)
})
