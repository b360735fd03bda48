import { expect, test } from 'vitest'
import { setPrivacy } from '../app/modules/feedback/handling/visibility.server.ts'
import { mergeReports } from '../app/modules/feedback/handling/handle.server.ts'
import { makeOrder } from '../app/modules/work/make-order.server.ts'
import { moveOrder } from '../app/modules/work/move.server.ts'
import { passOrder } from '../app/modules/work/pass.server.ts'
import { showToAll } from '../app/modules/work/plan.server.ts'
import { takeReports } from '../app/modules/work/take-reports.server.ts'
import { feedbackTown } from './feedback-town.ts'

const t = await feedbackTown()
const pool = t.house.database.ownerPool
const count = async (query: string, ...values: unknown[]) => Number((await pool.query<{ n: string }>(`select count(*) as n from ${query}`, values)).rows[0]!.n)
const statuses = async (all: Promise<Response>[]) => (await Promise.all(all)).map((each) => each.status)
const times = <T>(n: number, does: (n: number) => T) => Array.from({ length: n }, (_, i) => does(i))

test('a sender who agrees eight times at once has agreed once, to one idea', async () => {
  const body = { _do: 'answer', answer: 'nameless', kind: 'idea', title: 'Korotettu suojatie pysäkille', text: 'Pysäkin kohdalle voisi tehdä korotetun suojatien.' }
  const all = await statuses(times(8, () => t.post(`/fi/found/answer/${t.tokens.own}`, 'guest', body)))
  expect(all.every((each) => each === 303)).toBe(true)
  expect(await count("trail.subject where kind = 'idea'")).toBe(1)
  expect(await count('found.consent where report_id = $1 and born_at is not null', t.ids.open)).toBe(1)
})

test('a report forwarded six times at once goes once; a partner’s two answers at once are one of each', async () => {
  const id = await t.report(t.guest, 'Kilpajuoksu kumppanille.')
  const all = await statuses(times(6, () => t.post(`/fi/feedback/${id}/forward`, 'jari', { _do: 'forward', partnerId: t.ids.partner })))
  expect(all.filter((each) => each === 303)).toHaveLength(1)
  expect(await count('feedback.forward where report_id = $1', id)).toBe(1)
  const answers = await statuses(times(6, () => t.post(`/fi/partner/${t.tokens.partner}`, 'guest', { _do: 'answer', said: 'done', text: 'Valmis.' })))
  expect(answers.filter((each) => each === 303)).toHaveLength(1)
  expect(await count("trail.event where subject_id = $1 and kind = 'feedback.done'", t.ids.sentOn)).toBe(1)
})

test('a report taken into four orders at once is in one', async () => {
  const id = await t.report(t.aino, 'Monen työn kuoppa.')
  const orders = await Promise.all(times(4, async (n) => (await t.jari.does(makeOrder, { title: `Työ ${n}`, unitId: t.units.sports })).id))
  const all = await Promise.allSettled(orders.map((order) => t.jari.does(takeReports, order, [id])))
  expect(all.filter((each) => each.status === 'fulfilled')).toHaveLength(1)
  expect(await count('work.order_report where report_id = $1', id)).toBe(1)
  expect(await count("trail.link where to_id = $1 and kind = 'answers'", id)).toBe(1)
})

test('whoever is first, a private report is in no order that everyone sees', async () => {
  for (let n = 0; n < 6; n++) {
    const id = await t.report(t.aino, `Yksityistyvä ${n}.`)
    const order = (await t.jari.does(makeOrder, { title: `Näkyvä ${n}`, unitId: t.units.sports })).id
    await Promise.allSettled([t.jari.does(setPrivacy, id, 'private'), t.jari.does(takeReports, order, [id]), t.jari.does(showToAll, order, true), t.leena.does(passOrder, order, { unitId: t.units.library }), t.jari.does(showToAll, order, true)])
    const [row] = (await pool.query<{ report: string; its: string }>('select (select visibility from trail.subject where id = $1) as report, s.visibility as its from trail.subject s where s.id = $2', [id, order])).rows
    if (row!.report === 'private' && await count('work.order_report where order_id = $1', order)) expect(row!.its).toBe('private')
  }
}, 30_000)

test('moved and merged at once, a report is in one state with one event of it; merged crosswise, in no ring', async () => {
  for (let n = 0; n < 5; n++) {
    const [a, b] = [await t.report(t.aino, `Yksi ${n}.`), await t.report(t.otso, `Toinen ${n}.`)]
    const all = await Promise.allSettled([t.jari.does(mergeReports, [a], b), t.jari.does(mergeReports, [b], a), t.post(`/fi/feedback/${a}/handle`, 'jari', { _do: 'move', to: 'done', sentence: 'Valmis.' })])
    expect(all.some((each) => each.status === 'fulfilled')).toBe(true)
    expect(await count("feedback.report where id in ($1, $2) and state = 'merged'", a, b)).toBeLessThan(2)
    for (const id of [a, b]) expect(await count("feedback.report r where id = $1 and (state = 'merged') = exists (select from trail.event e where e.subject_id = r.id and e.kind = 'feedback.merged')", id)).toBe(1)
  }
}, 30_000)

test('answers to "was it fixed?" at once: one stands, and a no opens it once', async () => {
  const id = await t.report(t.guest, 'Korjattu vai ei.'), token = await t.tokenOf(id)
  const order = (await t.jari.does(makeOrder, { title: 'Korjaa', unitId: t.units.sports, reports: [id] })).id
  await t.jari.does(moveOrder, order, { to: 'done', sentence: 'Korjattu.' })
  const all = await statuses([...times(5, () => t.post(`/fi/feedback/own/${token}`, 'guest', { _do: 'fixed', answer: 'no', words: 'Ei ole.' })), ...times(5, () => t.post(`/fi/feedback/own/${token}`, 'guest', { _do: 'fixed', answer: 'yes' }))])
  expect(all.every((each) => each === 303 || each === 409)).toBe(true)
  expect(await count("feedback.report where id = $1 and state = 'received'", id)).toBe(1)
  expect(await count("trail.event where subject_id = $1 and kind = 'feedback.stillNotFixed'", id)).toBe(1)
})

test('a form sent ten times at once, a kiosk’s batch eight times, Open311’s number six times: each is once', async () => {
  const body = { _do: 'send', text: 'Kymmenesti sama kuoppa.', categoryId: t.categories.road, noPlace: '1', at: 'send', seen: t.categories.road, sendKey: 'sama-avain-1', email: 'sama@koti.example' }
  const sent = await Promise.all(times(10, () => t.post('/fi/feedback/new', 'guest', body)))
  expect(new Set(sent.map((each) => each.headers.get('location'))).size).toBe(1)
  expect(await count("feedback.report where text = 'Kymmenesti sama kuoppa.'")).toBe(1)
  expect(await count("notices.mail where \"to\" = 'sama@koti.example'")).toBe(1)
  const answers = times(20, () => ({ id: crypto.randomUUID(), value: 4, at: t.house.time.toISOString() }))
  await statuses(times(8, () => t.send(`/fi/ask/kiosk/${t.tokens.kiosk}/answers`, 'guest', { method: 'POST', headers: { origin: 'http://localhost:3000', 'content-type': 'application/json' }, body: JSON.stringify({ answers }) })))
  expect(await count('satisfaction.answer where kiosk_id = $1', t.ids.kiosk)).toBe(20)
  const key = await t.keyFor('status', 'updates'), { rows: [row] } = await pool.query<{ reference: string }>("select reference from feedback.report where text = 'Kymmenesti sama kuoppa.'")
  const updates = await Promise.all(times(6, () => t.send('/open311/v2/servicerequestupdates.json', 'guest', { method: 'POST', body: new URLSearchParams({ api_key: key, service_request_id: row!.reference, status: 'FIXED', description: 'Valmis.', update_id: '77' }), headers: { accept: '*/*' } }).then((answer) => answer.text())))
  expect(new Set(updates).size).toBe(1)
  expect(await count("trail.event where kind = 'feedback.done' and subject_id = (select id from feedback.report where reference = $1)", row!.reference)).toBe(1)
}, 30_000)
