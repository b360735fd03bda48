import { and, eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { isProblems } from '#core/errors/errors.ts'
import { event, subject } from '#core/trail/schema.server.ts'
import { publicStages, type Stage, stages } from '#core/trail/stages.ts'
import { subjectOf } from '#core/trail/subject.server.ts'
import { trailOf } from '#core/trail/trail.server.ts'
import { wallClock } from '#core/time/local.ts'
import { town } from '../../../../tests/town.ts'
import { proposeIdea } from '../proposing/propose.server.ts'
import { experiment } from '../schema.server.ts'
import { answerIdea } from './answer.server.ts'
import { seenOf } from './answers.server.ts'
import { experimentsEnding, experimentsOf } from './experiment.server.ts'
import { moveIdea, type MoveInput } from './move.server.ts'
import { moves, movesFrom } from './moves.ts'
import { moveSheet } from './sheet.server.ts'

const { newPerson, jari, saara, guest, topics, units, house } = await town()
const db = house.database.owner
let sent = 0
const idea = async () => (await (await newPerson(`Asukas ${++sent}`)).does(proposeIdea, { title: `Uimalaituri numero ${sent}`, text: 'Rannalta puuttuu laituri, jolta pääsee veteen.', topicId: topics.sports }) as { id: string }).id
const sentence = 'Kiitos kaikille, jotka otitte kantaa. Jatkamme tästä.'
const questions = { toLearn: 'Käyvätkö ihmiset laiturilla?', seenFrom: 'Laskemme kävijät viikon ajan.', endsOn: '2026-12-31' }
const learned = 'Laiturilla kävi sata ihmistä päivässä, ja pyöräteline puuttui.'
const row = (id: string) => guest.sees(subjectOf, id)

/** An idea brought to a stage by officials' own acts. */
async function at(stage: Stage, mayReturn = true): Promise<string> {
  const id = await idea()
  if (stage !== 'idea') await jari.does(moveIdea, id, { to: stage, sentence, ...(stage === 'experiment' ? questions : {}), ...(stage === 'ended' && mayReturn ? { mayReturn: 'on' } : {}) })
  expect((await row(id)).stage).toBe(stage)
  return id
}

const every = publicStages.flatMap((from) => stages.map((to) => [from, to, moves[from].includes(to)] as const))
test.each(every)('from %s to %s: %s', async (from, to, allowed) => {
  const id = await at(from)
  const done = await jari.does(moveIdea, id, { to, sentence, ...questions, learned })
  expect(isProblems(done) ? done : (await row(id)).stage).toEqual(allowed ? to : { problems: { to: 'notAllowed' } })
  if (!allowed) return
  const its = await row(id)
  expect(its.answeredAt).not.toBeNull()
  const due = { waiting: null, idea: '2026-12-06', developing: '2026-12-22', decision: '2026-12-22', experiment: '2027-01-14', service: null, ended: null }[to]
  expect(its.dueAt && wallClock(its.dueAt)).toEqual(due && { day: due, time: '23:59:59' })
  const trail = await guest.sees(trailOf, id)
  expect(trail.find((each) => each.kind === 'ideas.moved' && each.data.from === from)).toMatchObject({ kind: 'ideas.moved', sentence, stage: to, who: 'Liikuntapalvelut', data: { from, to } })
  if (from === 'experiment') expect(trail.find((each) => each.kind === 'ideas.learned')).toMatchObject({ sentence: learned })
})

test('what ended for good does not come back by a move, only by a new answer', async () => {
  const id = await at('ended', false)
  expect(await jari.does(moveIdea, id, { to: 'idea', sentence })).toEqual({ problems: { to: 'notAllowed' } })
  expect((await jari.sees(moveSheet, id)).to).toEqual([])
  const seen = (await jari.sees(seenOf, [id])).get(id)!
  await jari.does(answerIdea, id, { outcome: 'notNow', reason: 'Rahat loppuivat tältä vuodelta, palaamme keväällä.', seen })
  expect((await jari.sees(moveSheet, id)).to).toEqual(['idea', 'developing'])
  await jari.does(moveIdea, id, { to: 'idea', sentence })
  expect((await row(id)).stage).toBe('idea')
})

test.each([
  [{ toLearn: '' }, { toLearn: 'learnNeeded' }], [{ seenFrom: 'joo' }, { seenFrom: 'seenNeeded' }], [{ endsOn: '' }, { endsOn: 'endNeeded' }], [{ endsOn: '2026-02-31' }, { endsOn: 'endNeeded' }],
  [{ endsOn: '2026-11-22' }, { endsOn: 'endPast' }], [{ endsOn: '2030-01-01' }, { endsOn: 'endFar' }], [{ sentence: '' }, { sentence: 'required' }], [{ sentence: 'Joo.' }, { sentence: 'sentenceShort' }],
  [{ toLearn: '', seenFrom: '', endsOn: '' }, { toLearn: 'learnNeeded', seenFrom: 'seenNeeded', endsOn: 'endNeeded' }],
] as [Partial<MoveInput>, Record<string, string>][])('an experiment does not start with %j', async (missing, problems) => {
  const id = await idea()
  expect(await jari.does(moveIdea, id, { to: 'experiment', sentence, ...questions, ...missing })).toEqual({ problems })
  expect(await guest.sees(experimentsOf, id)).toEqual([])
  expect((await row(id)).stage).toBe('idea')
})

test('an experiment ends with what was learned, and another round may follow', async () => {
  const id = await at('experiment')
  expect(await jari.does(moveIdea, id, { to: 'developing', sentence })).toEqual({ problems: { learned: 'learnedNeeded' } })
  expect(await guest.sees(experimentsOf, id)).toMatchObject([{ round: 1, ...questions, learned: null, endedAt: null }])
  expect(await jari.sees(experimentsEnding, [units.sports], 60)).toContainEqual({ ideaId: id, endsOn: '2026-12-31' })
  expect(await jari.sees(experimentsEnding, [units.sports], 14)).not.toContainEqual({ ideaId: id, endsOn: '2026-12-31' })
  await jari.does(moveIdea, id, { to: 'developing', sentence, learned })
  await jari.does(moveIdea, id, { to: 'experiment', sentence, ...questions })
  expect(await guest.sees(experimentsOf, id)).toMatchObject([{ round: 2, endedAt: null }, { round: 1, learned, endedAt: house.time }])
  const [running] = await db.select().from(experiment).where(and(eq(experiment.ideaId, id), eq(experiment.round, 2)))
  await expect(db.insert(experiment).values({ ...running!, round: 3 })).rejects.toMatchObject({ cause: { constraint: 'one_experiment_running' } })
})

test('of two officials who move at once the second sees that the stage changed', async () => {
  const id = await idea()
  const both = await Promise.allSettled([jari.does(moveIdea, id, { from: 'idea', to: 'developing', sentence }), saara.does(moveIdea, id, { from: 'idea', to: 'decision', sentence })])
  expect(both.map((each) => each.status).sort()).toEqual(['fulfilled', 'rejected'])
  expect((both.find((each) => each.status === 'rejected') as PromiseRejectedResult).reason).toMatchObject({ status: 409, code: 'stageChanged' })
  expect(await db.select().from(event).where(and(eq(event.subjectId, id), eq(event.kind, 'ideas.moved')))).toHaveLength(1)
})

test('the same form sent twice is one move', async () => {
  const id = await idea()
  const input: MoveInput = { from: 'idea', to: 'experiment', sentence, ...questions }
  expect(await Promise.all([jari.does(moveIdea, id, input), jari.does(moveIdea, id, input)])).toEqual([{ stage: 'experiment' }, { stage: 'experiment' }])
  expect(await guest.sees(experimentsOf, id)).toHaveLength(1)
})

test('the table of moves knows every stage, and a waiting idea goes nowhere', async () => {
  expect(Object.keys(moves).sort()).toEqual([...stages].sort())
  for (const stage of stages) expect(movesFrom(stage, { mayReturn: true })).not.toContain(stage)
  const id = await idea()
  await db.update(subject).set({ visibility: 'waiting', stage: 'waiting' }).where(eq(subject.id, id))
  await expect(jari.does(moveIdea, id, { to: 'idea', sentence })).rejects.toThrow('notFound')
})
