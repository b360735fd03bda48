import { and, eq } from 'drizzle-orm'
import { beforeAll, describe, expect, test } from 'vitest'
import type { Ctx } from '#core/context/context.server.ts'
import { isProblems } from '#core/errors/errors.ts'
import { tellThem } from '#core/notices/tell.server.ts'
import { notice } from '#core/notices/schema.server.ts'
import { wallClock } from '#core/time/local.ts'
import { deliver } from '#core/trail/deliver.server.ts'
import { listSubjects } from '#core/trail/list.server.ts'
import { openSubjects } from '#core/trail/open.server.ts'
import { queueOf } from '#core/trail/queue.server.ts'
import { record } from '#core/trail/record.server.ts'
import { subjectOf } from '#core/trail/subject.server.ts'
import { linksOf, trailOf } from '#core/trail/trail.server.ts'
import { addComment } from '#modules/discussion/server'
import { proposeIdea, supportIdea } from '#modules/ideas/server'
import { hideThing } from '#modules/moderation/server'
import { town } from '../../../tests/town.ts'
import { closeMatter, decideMatter, withdrawMatter } from './decide.server.ts'
import { editCase, editReach, editWords, historyOf } from './edit.server.ts'
import { matterEdited } from './events.server.ts'
import { followMatter } from './follow.server.ts'
import { linkIdea, unlinkIdea } from './from-idea.server.ts'
import type { Beginning } from './input.ts'
import { listMatters, readNarrowed } from './list.server.ts'
import { matterOf } from './matter.server.ts'
import { draftsOf } from './new.server.ts'
import { addPhase, editPhase, movePhase, removePhase, reorderPhase } from './phases.server.ts'
import { discardMatter, publishMatter, publishScheduled, scheduleMatter, unscheduleMatter } from './publish.server.ts'
import { putMatter } from './put.server.ts'
import { matter, phase } from './schema.server.ts'
import { showMatter } from './show.server.ts'
import './public.server.ts'

const here = await town()
const { aino, otso, jari, saara, leena, mirja, antti, guest, ry, topics, units, house } = here
const db = house.database.owner
const sentence = 'Luonnos on valmis, ja siitä voi nyt sanoa mielipiteensä.'
let count = 0
const beginning = (more: Partial<Beginning> = {}): Beginning => ({ title: `Keijärven ranta ${++count}`, thought: 'Rannalle voisi tehdä esteettömän laiturin, jos muutkin pitävät ajatusta hyvänä.', topicId: topics.sports, ...more })
const put = async (more: Partial<Beginning> = {}, who = jari) => (await who.does(putMatter, beginning(more)) as { id: string }).id
const published = async (more: Partial<Beginning> = {}) => { const id = await put(more); await jari.does(publishMatter, id); return id }
const read = (id: string) => guest.sees(matterOf, id)
const at = (time: string) => { house.time = new Date(time) }
const start = house.time
const refused: unknown[] = []
const due = () => publishScheduled(house, (cause) => { refused.push(cause) })
const openOf = async (id: string) => (await db.select().from(phase).where(and(eq(phase.matterId, id), eq(phase.state, 'open'))))

describe('a draft', () => {
  test('is begun by any official with two texts, owned by their unit, and followed by nobody yet', async () => {
    const id = await put({ topicId: undefined }, leena)
    const { subject, its, phases, open } = await read(id)
    expect(subject).toMatchObject({ kind: 'matter', visibility: 'waiting', stage: 'waiting', ownerUnitId: units.library, topicId: null, dueAt: null })
    expect(its).toMatchObject({ state: 'draft', publishedAt: null, contactPersonId: leena.id })
    expect(phases.map((each) => each.state)).toEqual(Array(6).fill('ahead'))
    expect(phases.map((each) => each.name?.fi)).toEqual(['Ideointi', 'Luonnostelu', 'Kuuleminen', 'Ehdotus', 'Päätös', 'Toteutus'])
    expect(open).toBeNull()
  })
  test.each([['aino', aino], ['mirja', mirja], ['ry', ry]] as const)('%s begins none', async (_name, who) => { await expect(who.does(putMatter, beginning())).rejects.toMatchObject({ status: 403 }) })
  test('a guest begins none', async () => { await expect(guest.does(putMatter, beginning())).rejects.toMatchObject({ status: 401 }) })
  test.each([
    [{ topicId: '11111111-1111-7111-8111-111111111111' }, { topicId: 'chooseTopic' }], [{ area: 'Atlantis' }, { area: 'chooseArea' }],
    [{ professionals: 'on', topicId: undefined }, { topicId: 'topicForNetwork' }], [{ unitId: '11111111-1111-7111-8111-111111111111' }, { unitId: 'chooseUnit' }],
    [{ longitude: '25', latitude: '35' }, { place: 'farAway' }],
  ] as [Partial<Beginning>, Record<string, string>][])('does not begin with %j', async (more, problems) => { expect(await jari.does(putMatter, beginning(more))).toEqual({ problems }) })
  test('an official does not give it to a unit of others, an admin does', async () => {
    expect(await jari.does(putMatter, beginning({ unitId: units.library }))).toEqual({ problems: { unitId: 'chooseUnit' } })
    const id = (await antti.does(putMatter, beginning({ unitId: units.library })) as { id: string }).id
    expect((await read(id)).subject.ownerUnitId).toBe(units.library)
  })
  test('the same send twice, or both at once, is one draft with the newest words', async () => {
    const sent = beginning({ sendKey: 'once' })
    const [one, other] = await Promise.all([jari.does(putMatter, sent), jari.does(putMatter, sent)]) as { id: string }[]
    expect(one).toEqual(other)
    await jari.does(putMatter, { ...sent, thought: 'Uusi sanamuoto, joka korvaa vanhan.' })
    expect((await read(one!.id)).its.thought).toBe('Uusi sanamuoto, joka korvaa vanhan.')
    await jari.does(publishMatter, one!.id)
    await expect(jari.does(putMatter, { ...sent, thought: 'Kolmas sanamuoto, kun asia on jo julki.' })).rejects.toMatchObject({ status: 409 })
  })
  test('is there for its unit and admins, and for nobody else in any way', async () => {
    const id = await put({ title: 'Salaisuus hyppytornista' })
    for (const who of [jari, saara, antti]) expect(await who.sees(showMatter, id)).toMatchObject({ gone: false, state: 'draft' })
    for (const who of [guest, aino, leena, ry, mirja]) await expect(who.sees(showMatter, id)).rejects.toMatchObject({ status: 404 })
    await expect(aino.does(followMatter, id)).rejects.toMatchObject({ status: 404 })
    await expect(aino.does(addComment, id, { text: 'Hei' })).rejects.toMatchObject({ status: 404 })
    await expect(leena.does(editWords, id, { title: 'Toinen otsikko', thought: 'Toinen ajatus tähän.' })).rejects.toMatchObject({ status: 404 })
    expect((await guest.sees(listSubjects, { kind: 'matter', limit: 100 })).lines.map((each) => each.id)).not.toContain(id)
    expect((await guest.sees(openSubjects, { limit: 500 })).map((each) => each.id)).not.toContain(id)
    expect((await guest.sees(listMatters, readNarrowed(new URLSearchParams()))).lines.map((each) => each.id)).not.toContain(id)
    expect((await jari.sees(queueOf, { units: [units.sports] })).rows.map((each) => each.id)).not.toContain(id)
    expect((await saara.sees(draftsOf)).map((each) => each.id)).toContain(id)
    expect((await leena.sees(draftsOf)).map((each) => each.id)).not.toContain(id)
    expect(await guest.sees(draftsOf)).toEqual([])
  })
  test('is thrown away whole, and a published matter is not', async () => {
    const id = await put({ ask: 'Kumpi?', choices: 'Yksi\nKaksi', professionals: 'on' })
    await jari.does(discardMatter, id)
    await expect(guest.sees(subjectOf, id)).rejects.toMatchObject({ status: 404 })
    expect(await db.select().from(phase).where(eq(phase.matterId, id))).toEqual([])
    await expect(jari.does(discardMatter, await published())).rejects.toMatchObject({ status: 409 })
    const used = await put()
    await jari.does((ctx: Ctx) => record(ctx, matterEdited, { subjectId: used }))
    await expect(jari.does(discardMatter, used)).rejects.toMatchObject({ code: 'matterInUse' })
    expect((await read(used)).phases).toHaveLength(6)
  })
})

describe('publishing', () => {
  test('opens the first phase, owes its last day, and tells the trail in its unit’s voice', async () => {
    const id = await published()
    const { subject, its, open } = await read(id)
    expect(open).toMatchObject({ state: 'open', startsOn: '2026-11-22', endsOn: '2026-12-13' })
    expect(subject).toMatchObject({ visibility: 'public', stage: 'idea' })
    expect(wallClock(subject.dueAt!)).toEqual({ day: '2026-12-13', time: '23:59:59' })
    expect(subject.comesAt).toEqual(subject.dueAt)
    expect(its.publishedAt).toEqual(house.time)
    expect(await guest.sees(trailOf, id)).toMatchObject([{ kind: 'preparation.published', who: 'Liikuntapalvelut', stage: 'idea' }])
    expect((await jari.sees(queueOf, { units: [units.sports] })).rows.map((each) => each.id)).toContain(id)
  })
  test('twice, or by two at once, is publishing once', async () => {
    const id = await put()
    await Promise.all([jari.does(publishMatter, id), saara.does(publishMatter, id), jari.does(publishMatter, id)])
    await saara.does(publishMatter, id)
    expect((await guest.sees(trailOf, id)).filter((each) => each.kind === 'preparation.published')).toHaveLength(1)
    expect(await openOf(id)).toHaveLength(1)
  })
  test('is its unit’s to do', async () => {
    const id = await put()
    for (const who of [aino, leena, mirja]) await expect(who.does(publishMatter, id)).rejects.toMatchObject({ status: 404 })
    await expect(guest.does(publishMatter, id)).rejects.toMatchObject({ status: 401 })
  })
  test('a draft that has waited begins its phases from the day it comes out', async () => {
    at('2026-11-22T09:00:00Z')
    const id = await put()
    at('2026-12-02T09:00:00Z')
    await jari.does(publishMatter, id)
    const { phases } = await read(id)
    expect(phases.slice(0, 2).map(({ startsOn, endsOn }) => [startsOn, endsOn])).toEqual([['2026-12-02', '2026-12-23'], ['2026-12-23', '2027-02-03']])
    at(start.toISOString())
  })
})

describe('by the clock', () => {
  test('comes out at its time and not before, done by who began it', async () => {
    const id = await put()
    expect(await jari.does(scheduleMatter, id, { day: '2026-11-23', time: '9.00' })).toEqual({ at: new Date('2026-11-23T07:00:00Z') })
    at('2026-11-23T06:59:59Z')
    expect(await due()).toBe(0)
    expect((await read(id)).subject.visibility).toBe('waiting')
    at('2026-11-23T07:00:00Z')
    expect((await Promise.all([due(), due()])).reduce((sum, each) => sum + each, 0)).toBe(1)
    expect(await due()).toBe(0)
    expect(await read(id)).toMatchObject({ its: { state: 'published', publishAt: null }, subject: { visibility: 'public' } })
    expect((await guest.sees(trailOf, id)).map((each) => each.who)).toEqual(['Liikuntapalvelut'])
    at(start.toISOString())
  })
  test.each([
    ['2027-03-28', '2.30', '2027-03-28T00:30:00Z'], ['2027-03-28', '03:30', '2027-03-28T01:30:00Z'], ['2027-03-28', '4.30', '2027-03-28T01:30:00Z'],
    ['2027-10-31', '02.30', '2027-10-30T23:30:00Z'], ['2027-10-31', '4.30', '2027-10-31T02:30:00Z'],
  ])('on the day the clocks change, %s at %s is %s', async (day, time, moment) => {
    expect(await jari.does(scheduleMatter, await put(), { day, time })).toEqual({ at: new Date(moment) })
  })
  test.each([[{}, { day: 'dayOdd', time: 'timeOdd' }], [{ day: '2026-02-31', time: '9.00' }, { day: 'dayOdd' }], [{ day: '2026-11-24', time: '25.00' }, { time: 'timeOdd' }], [{ day: '2026-11-22', time: '8.00' }, { day: 'timePast' }], [{ day: '2030-01-01', time: '8.00' }, { day: 'timeFar' }]])('does not take %j', async (when, problems) => {
    expect(await jari.does(scheduleMatter, await put(), when)).toEqual({ problems })
  })
  test('is called off, and comes out now when that is wanted', async () => {
    const id = await put()
    await jari.does(scheduleMatter, id, { day: '2026-11-23', time: '9.00' })
    await saara.does(unscheduleMatter, id)
    at('2026-11-24T09:00:00Z')
    expect(await due()).toBe(0)
    await jari.does(scheduleMatter, id, { day: '2026-11-25', time: '9.00' })
    await jari.does(publishMatter, id)
    expect((await read(id)).its).toMatchObject({ state: 'published', publishAt: null })
    at(start.toISOString())
  })
  test('one that cannot come out does not stop the others', async () => {
    const [broken, fine] = [await put(), await put()]
    for (const id of [broken, fine]) await jari.does(scheduleMatter, id, { day: '2026-11-23', time: '9.00' })
    await db.delete(phase).where(eq(phase.matterId, broken))
    at('2026-11-23T08:00:00Z')
    refused.length = 0
    expect(await due()).toBe(1)
    expect(refused).toMatchObject([{ code: 'noPhases' }])
    expect((await read(fine)).its.state).toBe('published')
    expect((await read(broken)).its.state).toBe('scheduled')
    await db.update(matter).set({ state: 'draft', publishAt: null }).where(eq(matter.id, broken))
    at(start.toISOString())
  })
})

describe('phases', () => {
  test('a matter moves with a sentence, its dates follow, and what is owed next is the new phase’s last day', async () => {
    const id = await published()
    const { phases } = await read(id)
    at('2026-12-20T10:00:00Z')
    await jari.does(movePhase, id, { from: phases[0]!.id, to: phases[1]!.id, sentence, endsOn: '2027-02-15' })
    const after = await read(id)
    expect(after.phases.map((each) => each.state)).toEqual(['over', 'open', 'ahead', 'ahead', 'ahead', 'ahead'])
    expect(after.phases[0]!.endsOn).toBe('2026-12-13')
    expect(after.phases[2]).toMatchObject({ startsOn: '2027-02-15', endsOn: '2027-03-17' })
    expect(wallClock(after.subject.dueAt!).day).toBe('2027-02-15')
    expect(after.subject.stage).toBe('developing')
    expect((await guest.sees(trailOf, id))[0]).toMatchObject({ kind: 'preparation.phaseMoved', what: 'Asia siirtyi vaiheeseen Luonnostelu', sentence, who: 'Liikuntapalvelut' })
    at(start.toISOString())
  })
  test('it may go back, and be led past a phase', async () => {
    const id = await published()
    const { phases } = await read(id)
    await jari.does(movePhase, id, { to: phases[3]!.id, sentence, endsOn: '2027-01-15' })
    expect((await read(id)).phases.map((each) => each.state)).toEqual(['over', 'over', 'over', 'open', 'ahead', 'ahead'])
    expect((await read(id)).phases.map((each) => each.startsOn !== null)).toEqual([true, false, false, true, true, true])
    await jari.does(movePhase, id, { to: phases[1]!.id, sentence, endsOn: '2027-01-15' })
    expect((await read(id)).phases.map((each) => each.state)).toEqual(['over', 'open', 'ahead', 'ahead', 'ahead', 'ahead'])
  })
  test('of two officials who move at once the second sees that it changed; the same form twice is one move', async () => {
    const id = await published()
    const { phases } = await read(id)
    const from = phases[0]!.id
    const both = await Promise.allSettled([jari.does(movePhase, id, { from, to: phases[1]!.id, sentence }), saara.does(movePhase, id, { from, to: phases[2]!.id, sentence: 'Siirrytään suoraan kuulemiseen, koska luonnos on jo.' })])
    expect(both.map((each) => each.status).sort()).toEqual(['fulfilled', 'rejected'])
    expect((both.find((each) => each.status === 'rejected') as PromiseRejectedResult).reason).toMatchObject({ code: 'phaseChanged' })
    expect(await openOf(id)).toHaveLength(1)
    const again = await published()
    const its = (await read(again)).phases
    const move = { from: its[0]!.id, to: its[1]!.id, sentence }
    expect(await Promise.all([jari.does(movePhase, again, move), jari.does(movePhase, again, move)])).toEqual([{ phaseId: its[1]!.id }, { phaseId: its[1]!.id }])
    expect((await guest.sees(trailOf, again)).filter((each) => each.kind === 'preparation.phaseMoved')).toHaveLength(1)
  })
  test('the database itself keeps exactly one open', async () => {
    const id = await published()
    const [open] = await openOf(id)
    await expect(db.update(phase).set({ state: 'over' }).where(eq(phase.id, open!.id))).rejects.toMatchObject({ cause: { constraint: 'one_phase_open' } })
    await expect(db.update(phase).set({ state: 'open' }).where(and(eq(phase.matterId, id), eq(phase.position, 3)))).rejects.toMatchObject({ cause: { constraint: 'phase_one_open' } })
    await expect(db.update(matter).set({ state: 'published' }).where(eq(matter.id, await put()))).rejects.toMatchObject({ cause: { constraint: 'one_phase_open' } })
  })
  test.each([[{ sentence: 'Joo.' }, 'sentenceShort'], [{ endsOn: '2020-01-01' }, 'endNeeded'], [{ to: '11111111-1111-7111-8111-111111111111' }, 'choosePhase']])('does not move with %j', async (more, code) => {
    const id = await published()
    const { phases } = await read(id)
    const done = await jari.does(movePhase, id, { to: phases[1]!.id, sentence, endsOn: '2027-01-01', ...more }).catch((cause: { issues?: { message: string }[] }) => ({ problems: { it: cause.issues?.[0]?.message } }))
    expect(isProblems(done) && Object.values(done.problems)).toEqual([code])
    expect(await openOf(id)).toMatchObject([{ position: 0 }])
  })
  test('those ahead are added, named, put in another order and removed; what is open or over is not', async () => {
    const id = await published()
    await jari.does(addPhase, id, { name: 'Esittely torilla', does: ['comment'], startsOn: '2027-01-02', endsOn: '2027-01-09' })
    const added = (await read(id)).phases.at(-1)!
    expect(added).toMatchObject({ name: { fi: 'Esittely torilla' }, state: 'ahead', position: 6 })
    await jari.does(reorderPhase, id, added.id, 'earlier')
    expect((await read(id)).phases.map((each) => each.name?.fi).slice(-2)).toEqual(['Esittely torilla', 'Toteutus'])
    await jari.does(removePhase, id, added.id)
    await jari.does(removePhase, id, added.id)
    const { phases } = await read(id)
    expect(phases).toHaveLength(6)
    await expect(jari.does(removePhase, id, phases[0]!.id)).rejects.toMatchObject({ code: 'phaseNotAhead' })
    expect(await jari.does(editPhase, id, phases[1]!.id, { name: 'Luonnos', startsOn: '2027-02-02', endsOn: '2027-01-01' })).toEqual({ problems: { endsOn: 'endBeforeStart' } })
    await jari.does(editPhase, id, phases[1]!.id, { name: 'Luonnostelu', does: ['comment', 'propose'] })
    expect((await read(id)).phases[1]).toMatchObject({ name: { fi: 'Luonnostelu', sv: 'Utkast' }, does: ['comment', 'propose'] })
  })
  test('a new last day of the open phase is a promise made anew, on the trail', async () => {
    const id = await published()
    const { open } = await read(id)
    expect(await jari.does(editPhase, id, open!.id, { name: 'Ideointi', does: ['comment'], stage: 'idea' })).toEqual({ problems: { endsOn: 'endNeeded' } })
    await jari.does(editPhase, id, open!.id, { name: 'Ideointi', does: ['comment'], stage: 'idea', startsOn: '2026-11-22', endsOn: '2026-12-31' })
    expect(wallClock((await read(id)).subject.dueAt!).day).toBe('2026-12-31')
    expect((await guest.sees(trailOf, id))[0]!.what).toBe('Ideointi kestää 31.12.2026 asti')
  })
  test('what one may say follows the phase', async () => {
    const id = await published()
    const { phases } = await read(id)
    expect(await aino.does(addComment, id, { text: 'Laituri kelpaa.' })).toHaveProperty('id')
    await jari.does(movePhase, id, { to: phases[4]!.id, sentence, endsOn: '2027-01-15' })
    expect(await aino.does(addComment, id, { text: 'Vielä yksi asia.' })).toEqual({ problems: { form: 'closed' } })
  })
})

describe('later', () => {
  test('an edited thought keeps the earlier one, and its trail says so; a draft’s does not', async () => {
    const id = await published()
    const { thought } = (await read(id)).its
    await saara.does(editWords, id, { title: 'Uusi otsikko asialle', thought: 'Uusi ajatus, kun olemme kuunnelleet.' })
    const history = await guest.sees(historyOf, id)
    expect(history.wordings.map((each) => each.thought)).toEqual(['Uusi ajatus, kun olemme kuunnelleet.', thought])
    expect((await guest.sees(trailOf, id))[0]!.kind).toBe('preparation.edited')
    expect((await read(id)).subject.title).toEqual({ fi: 'Uusi otsikko asialle' })
  })
  test('a decision is told once and mended in place; then the matter is ready and owes nothing', async () => {
    const id = await published()
    expect(await jari.does(decideMatter, id, { decision: '' })).toEqual({ problems: { decision: 'required' } })
    await jari.does(decideMatter, id, { decision: 'Laituri rakennetaan keväällä.', decisionUrl: 'https://example.fi/poytakirja' })
    await jari.does(decideMatter, id, { decision: 'Laituri rakennetaan toukokuussa.' })
    expect((await read(id)).subject.stage).toBe('decision')
    expect((await guest.sees(trailOf, id)).filter((each) => each.kind === 'preparation.decided')).toHaveLength(1)
    await jari.does(closeMatter, id, { outcome: 'service', sentence: 'Laituri on paikallaan, tervetuloa uimaan.' })
    await jari.does(closeMatter, id, { outcome: 'service', sentence: 'Laituri on paikallaan, tervetuloa uimaan.' })
    expect((await read(id)).subject).toMatchObject({ stage: 'service', dueAt: null, comesAt: null })
    await expect(saara.does(closeMatter, id, { outcome: 'ended', sentence: 'Toinen sana samasta asiasta.' })).rejects.toMatchObject({ code: 'matterClosed' })
    expect(await aino.does(addComment, id, { text: 'Kiitos!' })).toEqual({ problems: { form: 'closed' } })
  })
  test('withdrawn it leaves the lists and keeps its trail', async () => {
    const id = await published()
    await jari.does(withdrawMatter, id, { sentence: 'Ranta myytiin, joten laituria ei valmistella.' })
    expect((await guest.sees(listSubjects, { kind: 'matter', limit: 100 })).lines.map((each) => each.id)).not.toContain(id)
    const shown = await guest.sees(showMatter, id)
    expect(shown).toMatchObject({ visibility: 'withdrawn', owed: { dueAt: null }, may: { manage: false, offer: false } })
    await expect(jari.does(movePhase, id, { to: (await read(id)).phases[1]!.id, sentence })).rejects.toMatchObject({ code: 'matterWithdrawn' })
  })
  test('a moderator hides one with a reason, which stands where it stood', async () => {
    const id = await published()
    await mirja.does(hideThing, { subjectId: id, commentId: null }, { reason: 'personalData', explanation: 'Tekstissä oli naapurin nimi ja osoite.' })
    expect(await guest.sees(showMatter, id)).toMatchObject({ gone: true, explanation: 'Tekstissä oli naapurin nimi ja osoite.' })
    expect(await jari.sees(showMatter, id)).toMatchObject({ gone: false, visibility: 'hidden' })
    await expect(jari.does(editWords, id, { title: 'Parempi otsikko', thought: 'Parempi ajatus tähän.' })).rejects.toMatchObject({ code: 'matterHidden' })
  })
  test('the meeting that decides is what comes next when it is before the phase’s end', async () => {
    const id = await published()
    await jari.does(editCase, id, { caseNumber: '12/10.03/2026', decidingBody: 'Hyvinvointilautakunta', meetingOn: '2026-12-01' })
    const { subject } = await read(id)
    expect(wallClock(subject.comesAt!).day).toBe('2026-12-01')
    expect(wallClock(subject.dueAt!).day).toBe('2026-12-13')
  })
  test('whom it concerns is changed, and only to what there is', async () => {
    const id = await published()
    expect(await jari.does(editReach, id, { topicId: topics.library, area: 'Atlantis' })).toEqual({ problems: { area: 'chooseArea' } })
    await jari.does(editReach, id, { topicId: topics.library, professionals: 'on', topics: [topics.sports, topics.library], place: 'Keijärvi' })
    expect((await read(id)).subject).toMatchObject({ topicId: topics.library, placeName: 'Keijärvi', area: 'Kirkonkylä' })
  })
  test('nobody but its unit and admins changes anything', async () => {
    const id = await published()
    const { phases } = await read(id)
    for (const who of [aino, leena, mirja, ry]) {
      await expect(who.does(editWords, id, { title: 'Minun otsikkoni', thought: 'Minun ajatukseni tässä.' })).rejects.toMatchObject({ status: 403 })
      await expect(who.does(movePhase, id, { to: phases[1]!.id, sentence })).rejects.toMatchObject({ status: 403 })
      await expect(who.does(decideMatter, id, { decision: 'Päätetään nyt näin.' })).rejects.toMatchObject({ status: 403 })
      await expect(who.does(withdrawMatter, id, { sentence })).rejects.toMatchObject({ status: 403 })
    }
    await antti.does(editWords, id, { title: 'Ylläpidon otsikko', thought: 'Ylläpito korjasi kirjoitusvirheen.' })
  })
})

describe('ideas and matters', () => {
  const idea = async (who = aino) => (await who.does(proposeIdea, { title: `Laituri numero ${++count}`, text: 'Rannalta puuttuu laituri, jolta pääsee veteen.', topicId: topics.sports }) as { id: string }).id
  let taken = '', its = ''
  beforeAll(async () => {
    taken = await idea()
    await otso.does(supportIdea, taken)
    its = await put({ ideaId: taken })
  })
  test('an idea taken into a draft says nothing of it before it comes out', async () => {
    expect(await guest.sees(linksOf, taken)).toEqual([])
    expect((await guest.sees(subjectOf, taken)).stage).toBe('idea')
  })
  test('then it moves to development with a sentence, shows what it became, and its followers hear', async () => {
    await jari.does(publishMatter, its)
    const title = (await read(its)).subject.title.fi!
    expect((await guest.sees(subjectOf, taken)).stage).toBe('developing')
    expect((await guest.sees(trailOf, taken))[0]).toMatchObject({ kind: 'ideas.moved', sentence: expect.stringContaining(title) })
    expect(await guest.sees(linksOf, taken)).toMatchObject([{ id: its, kind: 'grewOutOf', direction: 'from', path: `/matters/${its}` }])
    expect((await guest.sees(showMatter, its) as { trail: { kind: string; origin?: { path: string } }[] }).trail.map((each) => [each.kind, each.origin?.path])).toContainEqual(['ideas.sent', `/ideas/${taken}`])
    await deliver(house, [tellThem])
    for (const who of [aino, otso]) expect((await db.select().from(notice).where(eq(notice.personId, who.id))).map((each) => each.kind)).toContain('ideas.moved')
  })
  test('an idea of another unit is not moved by them, only told where it is prepared', async () => {
    const id = await published()
    const other = (await aino.does(proposeIdea, { title: 'Lukusali rannalle', text: 'Rannalle voisi tuoda kirjoja kesäksi.', topicId: topics.library }) as { id: string }).id
    expect(await jari.does(linkIdea, id, `https://example.fi/fi/ideas/${other}`)).toEqual({ id: other })
    await jari.does(linkIdea, id, other)
    expect((await guest.sees(subjectOf, other)).stage).toBe('idea')
    expect((await guest.sees(trailOf, other)).filter((each) => each.kind === 'preparation.takenIn')).toHaveLength(1)
    await jari.does(unlinkIdea, id, other)
    expect(await guest.sees(linksOf, id)).toEqual([])
    expect(await jari.does(linkIdea, id, 'tuo toinen idea')).toEqual({ problems: { idea: 'ideaUnknown' } })
  })
  test('one that comes out by the clock moves its ideas too', async () => {
    const from = await idea()
    const id = await put({ ideaId: from })
    await jari.does(scheduleMatter, id, { day: '2026-11-23', time: '9.00' })
    at('2026-11-23T09:00:00Z')
    await due()
    expect((await guest.sees(subjectOf, from)).stage).toBe('developing')
    at(start.toISOString())
  })
})
