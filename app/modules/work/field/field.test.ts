import { expect, test } from 'vitest'
import { happenedAt } from '#core/http/sent-later.ts'
import type { FieldData, FieldOrder } from './data.ts'
import { inOrder, moved } from './day-order.ts'
import { fieldWords } from './texts/index.ts'
import { tellWords } from './told.ts'
import { type WaitingAct, withActs } from './with-acts.ts'

const order = (id: string, more: Partial<FieldOrder> = {}): FieldOrder => ({ id, reference: 'T-1', title: id, state: 'planned', stateName: 'Suunniteltu', priority: 1, version: 1, seal: '', unitId: null, crew: null, instructions: '', where: null, longitude: null, latitude: null, due: null, dueAt: null, late: false, position: 0, items: [{ id: 'i', text: 'Rajaa', done: false }], notes: [], lines: [], pictures: [], reports: [], ...more })
const day = (...orders: FieldOrder[]): FieldData => ({ person: { id: 'p', name: 'Saara' }, asOf: '2026-11-22T09:00:00.000Z', depot: null, units: [], orders, conflicts: [{ clientId: 'c', who: null, orderId: 'a', title: '', what: 'done', at: '', told: [], words: '', pictures: 0, reopens: true }] })
const act = (what: string, orderId: string, fields: Record<string, string> = {}, more: Partial<WaitingAct> = {}): WaitingAct => ({ clientId: what, person: 'p', orderId, version: 1, asOf: '', seal: '', base: '/fi', what, fields, photo: null, at: '', ...more })
const ids = (all: FieldOrder[]) => all.map((each) => each.id).join('')

test('what waits on the phone is seen as done there, on its own order only, and counted', () => {
  const seen = withActs(day(order('a'), order('b')), [act('tick', 'a', { itemId: 'i', done: 'yes' }), act('note', 'a', { text: 'Jäässä.' }), act('line', 'a', { kind: 'hours', name: 'Työ', quantity: '2,5' }), act('begin', 'a'), act('photo', 'a', { role: 'before' })], () => 'blob:1')
  expect(seen.orders[0]).toMatchObject({ state: 'underWay', waits: 5, items: [{ done: true }], notes: [{ text: 'Jäässä.' }], lines: [{ quantity: 2.5 }] })
  expect(seen.orders[0]!.pictures.at(-1)).toMatchObject({ small: 'blob:1', role: 'before' })
  expect(seen.orders[1]).toEqual(order('b'))
})

test('what the server did not take is not seen as done', () => {
  expect(withActs(day(order('a')), [act('done', 'a', { ready: 'Paikattu.' }, { problem: 'forbidden' })]).orders[0]!.state).toBe('planned')
})

test('a closing, an order of the day and a choice are seen before they are sent', () => {
  const seen = withActs(day(order('a'), order('b')), [act('done', 'a'), act('arrange', 'a', { ids: 'b a' }), act('resolve', 'a', { conflict: 'c' })])
  expect(seen.orders.map((each) => [each.state, each.position])).toEqual([['done', 2], ['planned', 1]])
  expect(seen.conflicts).toEqual([])
})

test('the day in the crew’s order, by urgency, by route; what is closed comes last, what has no place after what has', () => {
  const all = [order('a', { position: 2, longitude: 23.7, latitude: 61.5 }), order('b', { position: 1, priority: 3 }), order('c', { position: 3, dueAt: '2026-11-20', longitude: 23.6, latitude: 61.5 }), order('d', { state: 'done' })]
  expect(ids(inOrder(all, 'mine', null))).toBe('bacd')
  expect(ids(inOrder(all, 'priority', null))).toBe('bcad')
  expect(ids(inOrder(all, 'route', { longitude: 23.5, latitude: 61.5 }))).toBe('cabd')
  expect(ids(inOrder(all, 'route', null)), 'nowhere to begin: by urgency').toBe('bcad')
})

test.each([['b', { by: -1 as const }, 'bac'], ['b', { by: 1 as const }, 'acb'], ['a', { by: -1 as const }, 'abc'], ['c', { at: 0 }, 'cab'], ['a', { at: 2 }, 'bca'], ['x', { at: 0 }, 'abc']])('%s moved %o', (id, to, after) => {
  expect(moved(['a', 'b', 'c'], id, to).join('')).toBe(after)
})

test('when something was done is never in the future, and never longer ago than a month', () => {
  const now = new Date('2026-11-22T09:00:00Z')
  expect(happenedAt({ at: '2026-11-22T08:00:00Z', sentAt: '2026-11-22T08:30:00Z' }, now)).toEqual(new Date('2026-11-22T08:30:00Z'))
  expect(happenedAt({ at: '2040-01-01T00:00:00Z', sentAt: '2026-11-22T08:30:00Z' }, now)).toEqual(now)
  expect(happenedAt({ at: '1970-01-01T00:00:00Z', sentAt: '2026-11-22T08:30:00Z' }, now)).toEqual(new Date('2026-10-23T09:00:00Z'))
  expect(happenedAt({}, now)).toEqual(now)
})

test('what happened meanwhile is said in each language, of one and of many', () => {
  expect(tellWords({ code: 'moreReports', count: 2, who: 'Saara Lehto' }, fieldWords('fi').told)).toBe('Saara Lehto lisäsi sillä välin 2 palautetta.')
  expect(tellWords({ code: 'moreReports', count: 1, who: null }, fieldWords('sv').told)).toBe('Någon lade under tiden till 1 respons.')
  expect(tellWords({ code: 'passed', unit: 'Kirjasto', who: 'Jari Niemi' }, fieldWords('en').told)).toBe('Jari Niemi gave this to the unit Kirjasto.')
  for (const language of ['fi', 'sv', 'en'] as const) for (const code of ['already', 'closed', 'moved'] as const) for (const state of ['done', 'cannot', 'underWay'] as const) expect(tellWords({ code, state, who: 'X' }, fieldWords(language).told)).toMatch(/^X .+\.$/)
})
