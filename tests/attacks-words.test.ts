import { connect } from 'node:net'
import { XMLValidator } from 'fast-xml-parser'
import Papa from 'papaparse'
import { afterAll, describe, expect, test } from 'vitest'
import { startIncomingMail } from '#core/ports/incoming-mail.server.ts'
import { makeOrder } from '../app/modules/work/make-order.server.ts'
import { knowsReplyAddress, takeAnswer } from '../app/modules/feedback/forwarding/hear.server.ts'
import { feedbackTown } from './feedback-town.ts'

const t = await feedbackTown()
const pool = t.house.database.ownerPool
const bad = `<img src=x onerror=alert(1)>"'</script><script>alert(2)</script>&amp;]]>\u202e`
const why = () => JSON.stringify(t.logged.at(-1) ?? '').slice(0, 900)

describe('what people write is text, wherever it is shown', async () => {
  await pool.query(`update feedback.category set name = jsonb_build_object('fi', $1::text), description = jsonb_build_object('fi', $1::text), notice = jsonb_build_object('fi', $1::text) where key = 'road'`, [`Kuoppa ${bad}`])
  await pool.query(`update feedback.partner set name = $1`, [`Oy ${bad}`])
  await pool.query(`update satisfaction.question set name = jsonb_build_object('fi', $1::text), prompt = jsonb_build_object('fi', $1::text)`, [`Kirjasto ${bad}`])
  await pool.query(`update feedback.asset set name = $1`, [`Valo ${bad}`])
  await pool.query(`update work.crew set name = $1`, [`Piiri ${bad}`])
  const formula = await t.report(t.guest, '=HYPERLINK("http://x","y")', { title: '=1+1' })
  const id = await t.report(t.guest, `Monttu ${bad}`, { title: `Monttu ${bad}`, address: `Katu ${bad}`, place: `Paikka ${bad}`, sender: { name: `Nimi ${bad}`, shown: true } })
  const order = (await t.jari.does(makeOrder, { title: `Työ ${bad}`, unitId: t.units.sports, instructions: bad, checklist: [bad], plannedFor: '2026-11-22', reports: [id] })).id
  await t.post(`/fi/work/${order}`, 'jari', { _do: 'note', text: bad })
  await t.post(`/fi/work/${order}`, 'jari', { _do: 'line', kind: 'material', name: bad, quantity: '1', price: '1' })
  await t.post(`/fi/feedback/${id}/handle`, 'jari', { _do: 'note', text: bad })
  await t.post(`/fi/feedback/${id}/handle`, 'jari', { _do: 'answer', sentence: `Vastaus ${bad}` })
  await t.post(`/fi/feedback/own/${await t.tokenOf(id)}`, 'guest', { _do: 'add', text: `Lisäys ${bad}` })
  await t.post(`/fi/ask/${t.ids.question}`, 'guest', { _do: 'face', value: '1' })
  await t.post(`/fi/ask/${t.ids.question}`, 'guest', { _do: 'words', said: '1', words: bad })
  const pages = [
    `/feedback/${id}`, `/feedback/${id}/handle`, `/feedback/${id}/forward`, `/feedback/${id}/me-too`, `/feedback/own/${await t.tokenOf(id)}`, `/feedback/thanks/${await t.tokenOf(id)}`, '/feedback?state=all', '/feedback?state=all&view=map', '/feedback/inbox', '/feedback/inbox/templates', '/feedback/new?text=%3Cimg%20src=x%3E', `/feedback/assets/${t.ids.asset}`, '/feedback/known?category=' + t.categories.road + '&longitude=23.58&latitude=61.55', '/feedback/data',
    `/work/${order}`, `/work/${order}/arrange`, `/work/new?reports=${id}`, '/work', '/work/crews', '/work/field', `/work/field/${order}`, `/partner/${t.tokens.partner}`, `/ask/${t.ids.question}`, `/ask/${t.ids.question}/keep`, '/ask', `/ask/kiosk/${t.tokens.kiosk}`, `/found/report/${id}`, '/found?score=any', '/admin/partners', `/admin/partners/${t.ids.partner}`, '/admin/feedback', `/admin/feedback/${t.categories.road}`, '/admin/assets', '/open311', '/', '/participate', '/desk', '/search?q=Monttu', `/feedback?q=${encodeURIComponent(bad)}&where=${encodeURIComponent(bad)}`,
  ]
  test.each(pages)('%s', async (path) => {
    for (const who of ['guest', 'jari', 'leena', 'antti']) {
      const page = await (await t.get(`/fi${path}`, who)).text()
      expect(page, who).not.toMatch(/<img src=x|<script>alert|onerror=alert\(1\)>/)
      for (const json of page.matchAll(/data-props="([^"]*)"/g)) expect(() => JSON.parse(json[1]!.replaceAll('&quot;', '"').replaceAll('&#x27;', "'").replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&')) as unknown, path).not.toThrow()
    }
  })
  test.each(['/fi/feedback.atom', '/open311/v2/services.xml', '/open311/v2/requests.xml?extensions=true', '/open311/v2/servicerequestupdates.xml', '/open311/discovery.xml', '/open311/v2/services/road.xml', `/open311/v2/requests/${encodeURIComponent('<x>&')}.xml`])('%s is XML', async (path) => {
    const text = await (await t.get(path, 'guest', { accept: '*/*' })).text()
    expect(XMLValidator.validate(text), text.slice(0, 300)).toBe(true)
    expect(text).not.toMatch(/<img|<script/)
  })
  test('CSV starts no formula; GeoJSON and JSON are whole; PDFs are made', async () => {
    const { data } = Papa.parse<string[]>(await (await t.get('/fi/feedback/reports.csv?state=all')).text(), { skipEmptyLines: true })
    expect(data.some((row) => row.includes(formula))).toBe(true)
    for (const row of data) for (const cell of row) expect(cell).not.toMatch(/^[=@\t\r]|^[+-](?!\d)/)
    JSON.parse(await (await t.get('/fi/feedback/reports.geojson')).text())
    JSON.parse(await (await t.get('/open311/v2/requests.json?extensions=true', 'guest', { accept: '*/*' })).text())
    for (const [path, who] of [[`/fi/work/${order}/sheet.pdf`, 'jari'], [`/fi/ask/${t.ids.question}/poster`, 'leena']] as const) expect((await t.get(path, who)).headers.get('content-type'), why()).toBe('application/pdf')
  })
})

describe('what programs send beside forms', () => {
  const nasty: unknown[] = ['\u0000', 'x'.repeat(20_000), '__proto__', '-1', 'NaN', '1e308', '\ud83d', '0000-01-01T00:00:00Z', '0001-01-01T00:00:00.000Z', '9999-12-31T23:59:59Z', t.ids.secret, '', null, [], {}, 1e308]
  test('the field’s acts', async () => {
    const day = await (await t.get('/fi/work/field/data', 'saara', { accept: 'application/json' })).json() as { asOf: string; person: { id: string }; orders: { id: string; version: number; seal: string; items: { id: string }[] }[] }
    const its = day.orders.find((each) => each.id === t.ids.order)!
    const good = { person: day.person.id, orderId: its.id, version: String(its.version), asOf: day.asOf, seal: its.seal, at: '2026-11-22T09:00:00.000Z', sentAt: '2026-11-22T09:00:00.000Z', itemId: its.items[0]!.id, done: 'yes', text: 'x', role: 'after', kind: 'material', name: 'x', quantity: '1', measure: 'kg', price: '1', sentence: 'Valmis', ready: 'x', unitId: t.units.library, ids: its.id, conflict: 'phone-xxxxxxxx', choice: 'note' }
    const failed: string[] = []
    let n = 0
    for (const what of ['tick', 'note', 'photo', 'line', 'begin', 'arrange', 'resolve', 'wrongUnit', 'cannot', 'done', '__proto__']) for (const field of [...Object.keys(good), 'clientId']) for (const value of nasty.filter((each, i) => typeof each === 'string' && (i + what.length + field.length) % 2 === 0)) {
      const body = new URLSearchParams({ ...good, what, clientId: `phone-${String(n++).padStart(8, '0')}`, [field]: value as string })
      const answer = await t.send('/fi/work/field/sync', n % 5 ? 'saara' : 'leena', { method: 'PATCH', body, headers: { origin: 'http://localhost:3000', accept: 'application/json' } })
      if (answer.status >= 500) failed.push(`${what} ${field}=${String(value).slice(0, 40)}: ${why()}`)
    }
    expect(failed.slice(0, 4)).toEqual([])
  }, 60_000)
  test('the kiosk’s answers, and the words that a category is suggested from', async () => {
    const failed: string[] = []
    for (const field of ['id', 'value', 'words', 'at', 'answers']) for (const value of nasty) {
      const answer = { id: crypto.randomUUID(), value: 3, words: 'x', at: '2026-11-22T09:00:00Z', [field]: value }
      const kiosk = await t.send(`/fi/ask/kiosk/${t.tokens.kiosk}/answers`, 'guest', { method: 'POST', headers: { origin: 'http://localhost:3000', 'content-type': 'application/json' }, body: JSON.stringify(field === 'answers' ? { answers: value } : { answers: [answer] }) })
      if (kiosk.status >= 500) failed.push(`kiosk ${field}=${String(value).slice(0, 40)}: ${why()}`)
    }
    for (const field of ['text', 'categoryId', 'otherId', 'chosen', 'q_x', 'constructor']) for (const value of nasty.filter((each) => typeof each === 'string')) {
      const said = await t.post('/fi/feedback/suggest', 'guest', { text: 'kuoppa', categoryId: t.categories.road, [field]: value })
      if (said.status >= 500) failed.push(`suggest ${field}=${value.slice(0, 40)}: ${why()}`)
    }
    expect(failed.slice(0, 4)).toEqual([])
  }, 30_000)
})

describe('the mail server’s ear', async () => {
  const errors: unknown[] = []
  const ear = await startIncomingMail({ port: 0, host: '127.0.0.1', knows: (address) => knowsReplyAddress(t.house, address), take: (letter) => takeAnswer(t.house, letter), onError: (cause) => errors.push(cause) })
  afterAll(() => ear.close())
  const { rows: [its] } = await pool.query<{ key: string }>('select reply_key as key from feedback.forward where id = $1', [t.ids.forward])
  const address = `palaute+${its!.key}@koivula.example`
  /** Says lines to the server, each after an answer, and tells the codes that came. */
  const talk = (lines: string[]) => new Promise<number[]>((resolve, reject) => {
    const socket = connect(ear.port, '127.0.0.1'), codes: number[] = [], left = [...lines]
    socket.setTimeout(5000, () => { socket.destroy(); resolve(codes) })
    socket.on('data', (bytes) => {
      for (const line of bytes.toString('latin1').split('\r\n')) if (/^\d{3} /.test(line)) { codes.push(Number(line.slice(0, 3))); const next = left.shift(); if (next !== undefined) socket.write(next + '\r\n', 'latin1'); else if (!socket.writableEnded) socket.end('QUIT\r\n') }
    })
    socket.on('close', () => resolve(codes))
    socket.on('error', reject)
  })
  const replies = async () => Number((await pool.query<{ n: string }>('select count(*) as n from feedback.forward_reply where forward_id = $1', [t.ids.forward])).rows[0]!.n)
  test('relays nothing, knows nobody else, and takes no commands that it does not need', async () => {
    for (const to of ['someone@gmail.com', 'palaute@koivula.example', `palaute+${'0'.repeat(20)}@koivula.example`, `palaute+${its!.key}@evil.example`, `"${address}"@evil.example`, `<x>${address}`, `${address},other@evil.example`, `${address}%evil.example`]) expect((await talk(['EHLO x', 'MAIL FROM:<a@b.example>', `RCPT TO:<${to}>`]))[3], to).toBeGreaterThanOrEqual(500)
    expect((await talk(['EHLO x', 'AUTH LOGIN']))[2]).toBeGreaterThanOrEqual(500)
    expect((await talk(['EHLO x', 'VRFY palaute']))[2]).not.toBe(250)
  })
  test.each([
    ['no head', 'x'], ['zeros and bytes', 'Subject: \u0000\u00ff\r\n\r\n\u0000\u0001\u00ff vastaus'], ['MIME without end', 'Content-Type: multipart/mixed; boundary=a\r\n\r\n' + '--a\r\nContent-Type: multipart/mixed; boundary=a\r\n\r\n'.repeat(300)], ['a head of a megabyte', `Subject: ${'x'.repeat(1_000_000)}\r\n\r\nx`], ['an odd charset', 'Content-Type: text/plain; charset=x-nothing\r\nContent-Transfer-Encoding: base64\r\n\r\n////'], ['many lines of heads', 'X: y\r\n'.repeat(20_000) + '\r\nx'], ['script', 'Content-Type: text/html\r\n\r\n<script>alert(1)</script><b>Hei</b>'],
  ])('a letter with %s breaks nothing', async (_what, letter) => {
    const codes = await talk(['EHLO x', 'MAIL FROM:<a@b.example>', `RCPT TO:<${address}>`, 'DATA', `${letter}\r\n.`])
    expect(codes).toContain(354)
    expect([250, 554, 221]).toContain(codes.at(-1))
    expect(codes).not.toContain(451)
    expect(errors).toEqual([])
  }, 20_000)
  test('a machine’s answer is nothing, so that two cannot talk for ever; the house writes no letter of a letter', async () => {
    const [before, letters] = [await replies(), (await pool.query('select count(*) as n from notices.mail')).rows]
    for (const head of ['Auto-Submitted: auto-replied', 'Precedence: bulk', 'X-Autoreply: yes']) await talk(['EHLO x', 'MAIL FROM:<a@b.example>', `RCPT TO:<${address}>`, 'DATA', `${head}\r\nMessage-Id: <${head.length}@x>\r\n\r\nOlen lomalla.\r\n.`])
    await talk(['EHLO x', 'MAIL FROM:<>', `RCPT TO:<${address}>`, 'DATA', 'Message-Id: <null@x>\r\n\r\nOlen lomalla.\r\n.'])
    expect(await replies()).toBe(before)
    expect((await pool.query('select count(*) as n from notices.mail')).rows).toEqual(letters)
  }, 20_000)
})
