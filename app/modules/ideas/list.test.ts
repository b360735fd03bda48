import pg from 'pg'
import { expect, test } from 'vitest'
import { readFilters } from '#core/trail/list.server.ts'
import { town } from '../../../tests/town.ts'
import { addressOf } from './list-address.ts'
import { listIdeas } from './list.server.ts'
import { proposeIdea } from './proposing/propose.server.ts'
import { supportIdea } from './support.server.ts'

const { newPerson, otso, guest, house, topics } = await town()
let sent = 0
/** Someone sends an idea, a minute after the one before. */
async function idea(topicId = topics.sports) {
  house.time = new Date(house.time.getTime() + 60_000)
  const someone = sent % 10 === 0 ? (writer = await newPerson(`Kirjoittaja ${sent}`)) : writer
  return (await someone.does(proposeIdea, { title: `Idea numero ${++sent}`, text: `Tässä on idean ${sent} sisältö.`, topicId })).id
}
let writer = otso
const list = (filters: Parameters<typeof listIdeas>[1]) => guest.sees(listIdeas, filters, false)

test('pages of twenty follow each other though new ideas arrive between them', async () => {
  const ids: string[] = []
  for (let i = 0; i < 45; i++) ids.push(await idea())
  const first = await list({})
  await idea()
  const second = await list({ after: first.next! })
  const third = await list({ after: second.next! })
  expect([...first.lines, ...second.lines, ...third.lines].map((line) => line.id)).toEqual(ids.reverse())
  expect(third.next).toBeNull()
})

test('the most supported come first, those without an answer oldest first, and a late one can be picked out', async () => {
  const id = await idea(topics.library)
  await otso.does(supportIdea, id)
  expect((await list({ sort: 'supported' })).lines[0]!.id).toBe(id)
  expect((await list({ sort: 'unanswered' })).lines[0]!.title).toBe('Idea numero 1')
  expect((await list({ topic: topics.library })).lines.map((line) => line.id)).toEqual([id])
  expect((await list({ late: true })).lines).toEqual([])
  house.time = new Date(house.time.getTime() + 20 * 24 * 3_600_000)
  const late = await list({ late: true, topic: topics.library })
  expect(late.lines.map((line) => [line.id, line.late])).toEqual([[id, true]])
  expect(late.chosen).toEqual([{ by: 'topic', name: 'Kirjasto ja kulttuuri' }, { by: 'late', name: 'Vastaus myöhässä' }])
})

test('each combination has one address, read back as it was; what is not understood is left out', () => {
  const its = { sort: 'moving' as const, stage: 'experiment' as const, topic: topics.sports, area: 'Kirkonkylä', unit: topics.library, late: true, after: '1~2' }
  const address = addressOf('/ideas', its)
  expect(readFilters(new URL(address, 'http://x').searchParams)).toEqual(its)
  expect(addressOf('/ideas', { sort: 'newest' })).toBe('/ideas')
  expect(readFilters(new URLSearchParams('sort=best&stage=waiting&topic=1&unit=x&area=&late='))).toEqual({})
})

test('the list costs one query while its topics, units and areas are kept, however it is narrowed', async () => {
  await list({ topic: topics.sports, sort: 'supported' })
  let asked = 0
  const real = pg.Client.prototype.query
  pg.Client.prototype.query = function (this: pg.Client, ...args: unknown[]) { asked++; return (real as (...all: unknown[]) => unknown).apply(this, args) } as never
  try { await list({ topic: topics.sports, sort: 'supported' }) } finally { pg.Client.prototype.query = real }
  expect(asked).toBe(1)
})
