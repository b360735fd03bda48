import { and, eq, like, sql } from 'drizzle-orm'
import { beforeEach, describe, expect, test, vi } from 'vitest'
import { command } from '#core/context/context.server.ts'
import { person } from '#core/identity/schema.server.ts'
import { mail, notice } from '#core/notices/schema.server.ts'
import { tellThem } from '#core/notices/tell.server.ts'
import { deliver } from '#core/trail/deliver.server.ts'
import { followSubject } from '#core/trail/follow.server.ts'
import { event, subject } from '#core/trail/schema.server.ts'
import { subjectOf } from '#core/trail/subject.server.ts'
import { addComment, readDiscussion } from '#modules/discussion/server'
import '#modules/preparation/server'
import { type Someone, town } from '../../../../tests/town.ts'
import { comment } from '../../discussion/schema.server.ts'
import { decideMatter } from '../decide.server.ts'
import { matterOf } from '../matter.server.ts'
import { movePhase } from '../phases.server.ts'
import { discardMatter, publishMatter } from '../publish.server.ts'
import { putMatter } from '../put.server.ts'
import { joint, section } from '../schema.server.ts'
import { acceptInvitation, declineInvitation, invitationsOf, leaveJoint, readInvitation, readInvitations } from './answer.server.ts'
import { inviteMunicipality, readNeighbours, takeBackInvitation } from './invite.server.ts'
import { declineLead, offerLead, takeBackLead, takeLead } from './lead.server.ts'
import { passOnJoint, tellOfInvitations } from './pass-on.server.ts'
import { readJoint } from './read.server.ts'

const koivula = await town()
const { house } = koivula
const naapurila = await town({ house, name: 'Naapurila' })
const kolmela = await town({ house, name: 'Kolmela' })
const db = house.database.owner
type Town = typeof koivula
beforeEach(() => { house.time = new Date(house.time.getTime() + 3 * 3_600_000) }) // nobody is held to what they sent in an earlier test
const later = () => { house.time = new Date(house.time.getTime() + 60_000) }

const words = { title: 'Pyörätie kuntien välille', thought: 'Valtatien varteen tarvitaan pyörätie, jota pitkin pääsee kouluun.', law: 'Laki liikennejärjestelmästä', money: 'Enintään 900 000 euroa' }
/** A matter of a town's sports, published. */
async function matterIn(its: Town) {
  const made = await its.jari.does(putMatter, { ...words, topicId: its.topics.sports, professionals: undefined })
  if ('problems' in made) throw new Error(JSON.stringify(made))
  await its.jari.does(publishMatter, made.id)
  return made.id
}
const idOf = async (done: Promise<{ id: string } | { problems: unknown }>) => { const its = await done; if ('problems' in its) throw new Error(JSON.stringify(its)); return its.id }
const jointIdOf = async (its: Town, id: string) => (await its.jari.sees(matterOf, id)).its.jointId!
const asks = (from: Town, id: string, whom: Town) => from.jari.does(inviteMunicipality, id, { municipalityId: whom.municipality.id, message: 'Tehdäänkö yhdessä?' })
const mine = { title: 'Pyörätie naapuriin', thought: 'Meidän päässämme reitti kulkee pellon poikki.' }
/** Koivula leads, Naapurila takes part and has published. */
async function together() {
  const id = await matterIn(koivula)
  await asks(koivula, id, naapurila)
  const jointId = await jointIdOf(koivula, id)
  const theirs = await idOf(naapurila.jari.does(acceptInvitation, jointId, { ...mine, topicId: naapurila.topics.sports }))
  later()
  await naapurila.jari.does(publishMatter, theirs)
  return { id, theirs, jointId }
}
const jointOf = (who: Someone, id: string) => who.sees(async (ctx) => readJoint(ctx, (await matterOf(ctx, id)).its))
const says = async (who: Someone, id: string, text: string, more = {}) => { later(); return idOf(who.does(addComment, id, { text, ...more }) as Promise<{ id: string }>) }
const talk = (who: Someone, id: string, query = '') => who.sees(async (ctx) => readDiscussion(ctx, await subjectOf(ctx, id), new URLSearchParams(query)))
/** Everything that a municipality gets of a joint matter from the functions of the database. */
async function everything(its: Town, jointId: string, parents: string[] = []) {
  const here = house.database.of(its.municipality.id)
  const ask = async (query: ReturnType<typeof sql>) => (await here.execute(query)).rows
  return {
    parts: await ask(sql`select * from preparation.joint_parts(${jointId}::uuid)`), asked: await ask(sql`select * from preparation.joint_asked(${jointId}::uuid)`), source: await ask(sql`select * from preparation.joint_source(${jointId}::uuid)`),
    comments: await ask(sql`select * from preparation.joint_comments(${jointId}::uuid, true, null, null, 100)`), oldest: await ask(sql`select * from preparation.joint_comments(${jointId}::uuid, false, null, null, 100)`),
    replies: await ask(sql`select * from preparation.joint_replies(${jointId}::uuid, ${sql.param(parents)}::uuid[], 50)`),
  }
}
const nothing = { parts: [], asked: [], source: [], comments: [], oldest: [], replies: [] }

/** What was said on a channel of the database while something was done. */
async function heard(channel: string, during: () => Promise<unknown>): Promise<string[]> {
  const said: string[] = []
  let listening = () => {}
  const ready = new Promise<void>((resolve) => { listening = resolve })
  const stop = house.database.listen(channel, (payload) => { if (payload === '') listening(); else said.push(payload) })
  await ready
  await during()
  await db.execute(sql`select pg_notify(${channel}, 'the end')`)
  await vi.waitUntil(() => said.includes('the end'))
  stop()
  return said
}

describe('asking and answering', () => {
  test('an official asks the neighbour; its officials get one letter, see it, and take part with a matter of their own', async () => {
    const id = await matterIn(koivula)
    await koivula.jari.does(async (ctx) => { await ctx.db.insert(section).values({ ...ctx.scope, id: ctx.newId(), matterId: id, position: 0, title: 'Reitti', text: 'Rannan kautta.' }) })
    expect(await asks(koivula, id, naapurila)).toBeUndefined()
    await Promise.all([tellOfInvitations(house), tellOfInvitations(house)])
    await tellOfInvitations(house)
    const letters = await db.select({ to: mail.to, text: mail.text }).from(mail).where(eq(mail.municipalityId, naapurila.municipality.id))
    expect(letters.map((each) => each.to.split('@')[0]).sort()).toEqual(['antti.p.k.ytt.j.', 'jari.niemi', 'leena.salo'].sort())
    expect(letters[0]!.text).toMatch(/Koivula valmistelee asiaa ”Pyörätie kuntien välille”[\s\S]*Tehdäänkö yhdessä\?[\s\S]*\/naapurila\/fi\/joint\//)

    const [asked] = await naapurila.leena.sees(invitationsOf)
    expect(asked).toMatchObject({ from: 'Koivula', title: words.title, message: 'Tehdäänkö yhdessä?' })
    expect(await naapurila.aino.sees(invitationsOf)).toEqual([])
    await expect(naapurila.aino.sees(readInvitations)).rejects.toThrow('forbidden')
    await expect(naapurila.guest.sees(readInvitations)).rejects.toThrow('signInNeeded')
    const shown = await naapurila.jari.sees(readInvitation, asked!.jointId)
    expect(shown.source).toMatchObject({ municipality: 'Koivula', title: words.title, thought: words.thought, conditions: { law: words.law, money: words.money }, sections: [{ title: 'Reitti', text: 'Rannan kautta.' }] })

    await expect(naapurila.aino.does(acceptInvitation, asked!.jointId, mine)).rejects.toThrow('forbidden')
    const theirs = await idOf(naapurila.jari.does(acceptInvitation, asked!.jointId, { ...mine, topicId: naapurila.topics.sports, speakers: 'anyone' }))
    const made = await naapurila.jari.sees(matterOf, theirs)
    expect(made.its).toMatchObject({ state: 'draft', thought: mine.thought, law: words.law, money: words.money, speakers: 'anyone', jointId: asked!.jointId })
    expect(made.phases.map((each) => each.name)).toEqual((await koivula.jari.sees(matterOf, id)).phases.map((each) => each.name))
    expect(await naapurila.jari.sees(invitationsOf)).toEqual([])

    expect(await jointOf(koivula.guest, id)).toBeNull() // a draft is nobody else's to know of
    await naapurila.jari.does(publishMatter, theirs)
    const here = (await jointOf(koivula.guest, id))!
    expect(here.parts.map((each) => [each.municipality, each.own, each.leads, each.title])).toEqual([['Koivula', true, true, words.title], ['Naapurila', false, false, mine.title]])
    expect(here.parts[1]!.to).toBe(`http://localhost:3000/naapurila/fi/matters/${theirs}`)
    const there = (await jointOf(naapurila.guest, theirs))!
    expect(there.parts.map((each) => [each.municipality, each.own, each.speakers])).toEqual([['Koivula', false, 'signedIn'], ['Naapurila', true, 'anyone']])
    expect(there.document?.sections).toEqual([{ title: 'Reitti', text: 'Rannan kautta.' }])
  })
  test('only the officials of its unit ask, only of what is published, only a municipality that can be asked', async () => {
    const id = await matterIn(koivula)
    const ask = { municipalityId: naapurila.municipality.id, message: '' }
    for (const who of [koivula.aino, koivula.leena, koivula.mirja, koivula.ry]) await expect(who.does(inviteMunicipality, id, ask)).rejects.toThrow('forbidden')
    await expect(koivula.guest.does(inviteMunicipality, id, ask)).rejects.toThrow('signInNeeded')
    await expect(naapurila.jari.does(inviteMunicipality, id, ask)).rejects.toThrow('notFound')
    const draft = await idOf(koivula.jari.does(putMatter, { ...words, topicId: koivula.topics.sports, professionals: undefined }))
    await expect(koivula.jari.does(inviteMunicipality, draft, ask)).rejects.toThrow('matterNotPublished')
    expect(await koivula.jari.does(inviteMunicipality, id, ask)).toBeUndefined()
    for (const whom of [naapurila.municipality.id, koivula.municipality.id, 99_999]) expect(await koivula.jari.does(inviteMunicipality, id, { municipalityId: whom, message: '' })).toEqual({ problems: { municipalityId: 'notAsked' } })
  })
  test('one that takes part does not ask others: the one who began leads', async () => {
    const { theirs } = await together()
    await expect(asks(naapurila, theirs, kolmela)).rejects.toThrow('jointLedElsewhere')
    expect(await naapurila.jari.sees(readNeighbours, theirs)).toMatchObject({ state: 'takesPart', leader: 'Koivula', neighbours: [{ state: null }, { state: null }] })
  })
  test('declining is told to the one who asked, who may ask again; an invitation can be taken back until it is answered', async () => {
    const id = await matterIn(koivula)
    await asks(koivula, id, naapurila)
    const jointId = await jointIdOf(koivula, id)
    await naapurila.saara.does(declineInvitation, jointId, { answer: 'Ei tänä vuonna.' })
    await expect(naapurila.jari.does(acceptInvitation, jointId, mine)).rejects.toThrow('jointAnswered')
    expect((await koivula.jari.sees(readNeighbours, id)).neighbours.find((each) => each.name === 'Naapurila')).toMatchObject({ state: 'declined', answer: 'Ei tänä vuonna.' })
    expect(await asks(koivula, id, naapurila)).toBeUndefined()
    await koivula.jari.does(takeBackInvitation, id, { municipalityId: naapurila.municipality.id })
    expect((await naapurila.jari.sees(invitationsOf)).map((each) => each.jointId)).not.toContain(jointId)
    await expect(naapurila.jari.does(acceptInvitation, jointId, mine)).rejects.toThrow('notFound')
    await asks(koivula, id, naapurila)
    await naapurila.jari.does(acceptInvitation, jointId, { ...mine, topicId: naapurila.topics.sports })
    await expect(koivula.jari.does(takeBackInvitation, id, { municipalityId: naapurila.municipality.id })).rejects.toThrow('jointAnswered')
  })
  test('two officials accept at once: one matter; accepting and taking back at once: one of them holds', async () => {
    const id = await matterIn(koivula)
    await asks(koivula, id, naapurila)
    const jointId = await jointIdOf(koivula, id)
    const done = await Promise.allSettled([naapurila.jari, naapurila.saara, naapurila.leena].map((who) => who.does(acceptInvitation, jointId, mine)))
    expect(done.filter((each) => each.status === 'fulfilled')).toHaveLength(1)
    expect(done.flatMap((each) => (each.status === 'rejected' ? [(each.reason as Error).message] : []))).toEqual(['jointAnswered', 'jointAnswered'])
    expect((await db.execute(sql`select 1 from preparation.matter where joint_id = ${jointId} and municipality_id = ${naapurila.municipality.id}`)).rowCount).toBe(1)

    await asks(koivula, id, kolmela)
    const [back, took] = await Promise.allSettled([koivula.jari.does(takeBackInvitation, id, { municipalityId: kolmela.municipality.id }), kolmela.jari.does(acceptInvitation, jointId, mine)])
    expect([back.status, took.status].sort()).toEqual(['fulfilled', 'rejected'])
    const part = await db.select().from(joint).where(sql`joint_id = ${jointId} and municipality_id = ${kolmela.municipality.id}`)
    expect(part.map((each) => each.state)).toEqual(back.status === 'fulfilled' ? [] : ['takesPart'])
  })
  test('asked by two officials at once it is asked once, of one joint matter', async () => {
    const id = await matterIn(koivula)
    const done = await Promise.all([koivula.jari, koivula.saara].map((who) => who.does(inviteMunicipality, id, { municipalityId: naapurila.municipality.id, message: '' })))
    expect(done.filter((each) => each === undefined)).toHaveLength(1)
    expect((await db.select().from(joint).where(eq(joint.jointId, await jointIdOf(koivula, id)))).map((each) => each.state).sort()).toEqual(['asked', 'leads'])
  })
})

describe('isolation', () => {
  test('one that does not take part reads nothing; one that was asked reads only what it was asked to', async () => {
    const { id, jointId } = await together()
    const top = await says(koivula.aino, id, 'Hyvä hanke.')
    await says(koivula.otso, id, 'Samaa mieltä.', { parentId: top })
    expect(await everything(kolmela, jointId, [top])).toEqual(nothing)
    await asks(koivula, id, kolmela)
    expect(await everything(kolmela, jointId, [top])).toEqual({ ...nothing, source: [expect.objectContaining({ thought: words.thought })] })
    await kolmela.jari.does(declineInvitation, jointId, { answer: '' })
    expect(await everything(kolmela, jointId, [top])).toEqual(nothing)
    const seen = await everything(naapurila, jointId, [top])
    expect(seen.comments.map((row) => row.words)).toEqual(['Hyvä hanke.'])
    expect(seen.replies.map((row) => row.words)).toEqual(['Samaa mieltä.'])
    expect(seen.asked).toEqual([]) // who else was asked is the leader's to know
  })
  test('nobody lets oneself in by writing a row', async () => {
    const { jointId } = await together()
    const there = house.database.of(kolmela.municipality.id)
    const row = (state: 'leads' | 'takesPart' | 'asked', at: string) => there.insert(joint).values({ municipalityId: kolmela.municipality.id, jointId: at, state, title: 'x', askedBy: kolmela.municipality.id, matterId: null })
    for (const state of ['takesPart', 'leads', 'asked'] as const) await expect(row(state, jointId)).rejects.toMatchObject({ cause: { code: '23514' } })
    await expect(there.execute(sql`select preparation.joint_invite(${jointId}::uuid, ${kolmela.municipality.id}, 'x', '', now()) done`).then((its) => its.rows)).resolves.toEqual([{ done: false }])
    expect(await everything(kolmela, jointId)).toEqual(nothing)
    // nor does one that was asked begin to lead, or one that declined come back by itself
    const here = house.database.of(naapurila.municipality.id)
    await expect(here.update(joint).set({ state: 'leads' }).where(eq(joint.jointId, jointId))).rejects.toMatchObject({ cause: { code: '23514' } })
    await expect(here.delete(joint).where(eq(joint.jointId, jointId))).rejects.toMatchObject({ cause: { code: '23514' } })
  })
  test('no id, address or whole name of a person, and nothing hidden, waiting or removed', async () => {
    const { id, theirs, jointId } = await together()
    const kept = await says(koivula.aino, id, 'Tämä näkyy.'), hidden = await says(koivula.otso, id, 'Tämä piilotettiin.'), waiting = await says(koivula.ry, id, 'Tämä odottaa.'), removed = await says(koivula.oy, id, 'Tämä poistettiin.')
    for (const [parent, text] of [[kept, 'Vastaus näkyvään'], [hidden, 'Vastaus piilotettuun'], [removed, 'Vastaus poistettuun']] as const) await says(koivula.jari, id, text, { parentId: parent, unitId: koivula.units.sports })
    const shy = await says(koivula.otso, id, 'Piilotettu vastaus', { parentId: kept })
    await db.update(comment).set({ hiddenAt: new Date(house.time.getTime() + 1000) }).where(sql`id in (${hidden}, ${shy})`)
    await db.update(comment).set({ hiddenAt: sql`at` }).where(eq(comment.id, waiting))
    await db.update(comment).set({ removedAt: house.time, text: '' }).where(eq(comment.id, removed))
    const all = await everything(naapurila, jointId, [kept, hidden, waiting, removed])
    expect(all.comments.map((row) => [row.author, row.words, row.replies])).toEqual([['Aino K.', 'Tämä näkyy.', 1]])
    expect(all.oldest).toEqual(all.comments)
    expect(all.replies.map((row) => [row.author, row.words])).toEqual([['Jari Niemi', 'Vastaus näkyvään']]) // an official speaks by name
    const text = JSON.stringify(all)
    const people = await db.select({ id: person.id, name: person.name, email: person.email }).from(person).where(eq(person.municipalityId, koivula.municipality.id))
    expect(people.length).toBeGreaterThan(9)
    for (const each of people) { expect(text).not.toContain(each.id); expect(text).not.toContain(each.email!); if (each.name !== 'Jari Niemi') expect(text).not.toContain(each.name) }
    const list = await talk(naapurila.guest, theirs)
    expect(list.comments.map((each) => [each.author, each.text, each.elsewhere?.municipality, each.children.map((child) => child.text)])).toEqual([['Aino K.', 'Tämä näkyy.', 'Koivula', ['Vastaus näkyvään']]])
  })
  test('a hidden matter is not a part, whatever its comments', async () => {
    const { id, theirs, jointId } = await together()
    await says(koivula.aino, id, 'Sanottu ennen piilotusta.')
    await db.update(subject).set({ visibility: 'hidden' }).where(eq(subject.id, id))
    const seen = await everything(naapurila, jointId)
    expect(seen.comments).toEqual([])
    expect(seen.source).toEqual([])
    expect(await jointOf(naapurila.guest, theirs)).toBeNull()
    await db.update(subject).set({ visibility: 'public' }).where(eq(subject.id, id))
    expect((await talk(naapurila.guest, theirs)).comments.map((each) => each.text)).toEqual(['Sanottu ennen piilotusta.'])
  })
})

describe('one discussion, each with its own', () => {
  test('what is said anywhere is one list in order of time, page by page, and the counts add up', async () => {
    const { id, theirs } = await together()
    const said: string[] = []
    for (let i = 0; i < 27; i++) {
      const text = `Sanottu ${i}`
      said.push(text)
      if (i % 3 === 0) { house.time = new Date(house.time.getTime() + 900_000); await says(naapurila.aino, theirs, text) } else { house.time = new Date(house.time.getTime() + 900_000); await says(i % 2 ? koivula.aino : koivula.otso, id, text) }
    }
    for (const [who, its, order] of [[koivula.guest, id, 'newest'], [naapurila.guest, theirs, 'newest'], [koivula.guest, id, 'oldest'], [naapurila.guest, theirs, 'oldest']] as const) {
      const read: string[] = []
      let from: string | null = ''
      let pages = 0
      while (from !== null) {
        const page: Awaited<ReturnType<typeof talk>> = await talk(who, its, new URLSearchParams({ order, ...(from ? { from } : {}) }).toString())
        expect(page.count).toBe(27)
        read.push(...page.comments.map((each) => each.text!))
        from = page.next
        pages++
      }
      expect(pages).toBe(2)
      expect(read).toEqual(order === 'oldest' ? said : said.toReversed())
    }
    const parts = (await jointOf(koivula.guest, id))!
    expect(parts.parts.map((each) => [each.municipality, each.comments])).toEqual([['Koivula', 18], ['Naapurila', 9]])
    expect(parts.comments).toBe(27)
  })
  test('one speaks, and is counted, where one is', async () => {
    const { id, theirs } = await together()
    const there = await says(naapurila.aino, theirs, 'Täältä päin.')
    await expect(koivula.aino.does(addComment, theirs, { text: 'Väärässä paikassa' })).rejects.toThrow('notFound')
    await expect(koivula.aino.does(addComment, id, { text: 'Vastaus naapuriin', parentId: there })).rejects.toThrow('notFound')
    const [shown] = (await talk(koivula.aino, id)).comments
    expect(shown).toMatchObject({ mine: false, elsewhere: { to: `http://localhost:3000/naapurila/fi/matters/${theirs}` } })
  })
  test('decisions differ, and each part\'s followers hear of the others\' once', async () => {
    const { id, theirs } = await together()
    await passOnJoint(house)
    await naapurila.otso.does((ctx) => followSubject(ctx, { id: naapurila.otso.id }, theirs, 'chosen'))
    later()
    const [, second] = (await koivula.jari.sees(matterOf, id)).phases
    await koivula.jari.does(movePhase, id, { to: second!.id, sentence: 'Luonnos on valmis luettavaksi.', endsOn: '2027-06-30' })
    await koivula.jari.does(decideMatter, id, { decision: 'Koivula rakentaa osuutensa ensi vuonna.', decisionUrl: undefined })
    await naapurila.jari.does(decideMatter, theirs, { decision: 'Naapurila ei rakenna vielä.', decisionUrl: undefined })
    const told = await Promise.all([passOnJoint(house), passOnJoint(house)])
    expect(told[0]! + told[1]!).toBe(3)
    expect(await passOnJoint(house)).toBe(0)
    later()
    while ((await deliver(house, [tellThem])).events > 0) { /* until all is told */ }
    await passOnJoint(house)
    const heard = await db.select({ kind: notice.kind, data: notice.data }).from(notice).where(sql`municipality_id = ${naapurila.municipality.id} and person_id = ${naapurila.otso.id} and kind = 'preparation.elsewhere' and subject_id = ${theirs}`)
    expect(heard.map((each) => (each.data as { kind: string }).kind).sort()).toEqual(['preparation.decided', 'preparation.phaseMoved'])
    const events = await db.select().from(event).where(sql`municipality_id = ${naapurila.municipality.id} and subject_id = ${theirs} and kind = 'preparation.elsewhere'`)
    expect(events.filter((each) => each.actorPersonId || each.actorUnitId || each.actorOrganisationId)).toEqual([])
    expect(events.map((each) => each.sentence)).toContain('Koivula rakentaa osuutensa ensi vuonna.')
    const parts = (await jointOf(naapurila.guest, theirs))!.parts
    expect(parts.map((each) => each.decision?.text)).toEqual(['Koivula rakentaa osuutensa ensi vuonna.', 'Naapurila ei rakenna vielä.'])
  })
  test('a draft hears nothing, and what happened before one came out is not told afterwards', async () => {
    const id = await matterIn(koivula)
    await asks(koivula, id, naapurila)
    const theirs = await idOf(naapurila.jari.does(acceptInvitation, await jointIdOf(koivula, id), mine))
    later()
    await koivula.jari.does(decideMatter, id, { decision: 'Päätettiin ennen naapuria.', decisionUrl: undefined })
    await passOnJoint(house)
    later()
    await naapurila.jari.does(publishMatter, theirs)
    await passOnJoint(house)
    const on = (its: Town, subjectId: string) => db.select({ kind: event.kind, data: event.data }).from(event).where(sql`municipality_id = ${its.municipality.id} and subject_id = ${subjectId} and kind = 'preparation.elsewhere'`)
    expect(await on(naapurila, theirs)).toEqual([])
    expect((await on(koivula, id)).map((each) => (each.data as { kind: string }).kind)).toEqual(['preparation.published'])
  })
})

describe('leaving', () => {
  test('one that leaves goes on alone: neither reads the other, the others hear why, and it may be asked back', async () => {
    const { id, theirs, jointId } = await together()
    await says(koivula.aino, id, 'Koivulasta'); await says(naapurila.aino, theirs, 'Naapurilasta')
    await passOnJoint(house)
    later()
    await expect(koivula.jari.does(leaveJoint, id, { sentence: 'Emme jatka tässä mukana.' })).rejects.toThrow('jointLeads')
    await expect(naapurila.leena.does(leaveJoint, theirs, { sentence: 'Emme jatka tässä mukana.' })).rejects.toThrow('forbidden')
    await naapurila.jari.does(leaveJoint, theirs, { sentence: 'Emme jatka tässä mukana.' })
    await expect(naapurila.jari.does(leaveJoint, theirs, { sentence: 'Emme jatka tässä mukana.' })).rejects.toThrow('jointNotHere')
    expect((await talk(koivula.guest, id)).comments.map((each) => each.text)).toEqual(['Koivulasta'])
    expect((await talk(naapurila.guest, theirs)).comments.map((each) => each.text)).toEqual(['Naapurilasta'])
    expect(await jointOf(koivula.guest, id)).toBeNull()
    expect(await everything(naapurila, jointId)).toEqual(nothing)
    expect(await passOnJoint(house)).toBe(1)
    expect(await passOnJoint(house)).toBe(0)
    const last = await db.select({ sentence: event.sentence, data: event.data }).from(event).where(sql`municipality_id = ${koivula.municipality.id} and subject_id = ${id} and kind = 'preparation.elsewhere' and data->>'kind' = 'preparation.jointLeft'`)
    expect(last).toMatchObject([{ sentence: 'Emme jatka tässä mukana.' }])
    later()
    expect(await asks(koivula, id, naapurila)).toBeUndefined()
    expect((await naapurila.jari.sees(readInvitation, jointId)).again).toBe(true)
    expect(await naapurila.jari.does(acceptInvitation, jointId, mine)).toEqual({ id: theirs })
    expect((await talk(koivula.guest, id)).comments.map((each) => each.text)).toEqual(['Naapurilasta', 'Koivulasta'])
  })
  test('one that never came out leaves its draft to be thrown away', async () => {
    const id = await matterIn(koivula)
    await asks(koivula, id, naapurila)
    const theirs = await idOf(naapurila.jari.does(acceptInvitation, await jointIdOf(koivula, id), mine))
    await expect(naapurila.jari.does(discardMatter, theirs)).rejects.toThrow('matterInUse')
    await naapurila.jari.does(leaveJoint, theirs, { sentence: 'Emme jatka tässä mukana.' })
    await naapurila.jari.does(discardMatter, theirs)
    await expect(naapurila.jari.sees(matterOf, theirs)).rejects.toThrow('notFound')
  })
  test('a row that another municipality is asked by is not written within its own rights', async () => {
    const id = await matterIn(koivula)
    await asks(koivula, id, naapurila)
    await expect(command(house, { municipality: koivula.municipality }, async (ctx) => { await ctx.db.insert(joint).values({ municipalityId: kolmela.municipality.id, jointId: ctx.newId(), state: 'asked', title: 'x', askedBy: koivula.municipality.id }) })).rejects.toMatchObject({ cause: { code: expect.stringMatching(/42501|23514/) } })
  })
})

describe('handing the lead on', () => {
  const to = (its: Town) => ({ municipalityId: its.municipality.id })
  const leads = async (its: Town, id: string) => (await its.jari.sees(readNeighbours, id)).state
  test('the one who leads asks a part to lead; its officials get a letter; it takes the lead, and who led may leave', async () => {
    const { id, theirs, jointId } = await together()
    expect(await koivula.jari.does(offerLead, id, to(naapurila))).toBeUndefined()
    await tellOfInvitations(house); await tellOfInvitations(house)
    const letters = await db.select({ text: mail.text }).from(mail).where(and(eq(mail.municipalityId, naapurila.municipality.id), like(mail.subject, 'Koivula pyytää kuntaanne vetämään%'), like(mail.text, `%${theirs}%`)))
    expect(letters).toHaveLength(3)
    expect(await naapurila.jari.sees(readNeighbours, theirs)).toMatchObject({ state: 'takesPart', leader: 'Koivula', askedToLead: true })
    expect((await koivula.jari.sees(readNeighbours, id)).neighbours.find((each) => each.name === 'Naapurila')).toMatchObject({ offered: true })
    for (const who of [naapurila.aino, naapurila.leena]) await expect(who.does(takeLead, theirs)).rejects.toThrow('forbidden')
    later()
    await naapurila.jari.does(takeLead, theirs)
    expect([await leads(koivula, id), await leads(naapurila, theirs)]).toEqual(['takesPart', 'leads'])
    expect((await jointOf(koivula.guest, id))!.parts.map((each) => [each.municipality, each.leads])).toEqual([['Naapurila', true], ['Koivula', false]])
    await expect(asks(koivula, id, kolmela)).rejects.toThrow('jointLedElsewhere')
    expect(await asks(naapurila, theirs, kolmela)).toBeUndefined()
    await passOnJoint(house)
    const told = await db.select({ kind: event.kind, data: event.data }).from(event).where(eq(event.subjectId, id))
    expect(told.map((each) => [each.kind, each.data.kind])).toContainEqual(['preparation.elsewhere', 'preparation.jointLed'])
    await koivula.jari.does(leaveJoint, id, { sentence: 'Meidän osuutemme reitistä on jo tehty.' })
    expect((await db.select().from(joint).where(eq(joint.jointId, jointId))).find((each) => each.municipalityId === koivula.municipality.id)!.state).toBe('left')
  })
  test('nobody takes it who was not asked, and what is taken back or declined is over', async () => {
    const { id, theirs } = await together()
    await expect(naapurila.jari.does(takeLead, theirs)).rejects.toThrow('leadNotAsked')
    await expect(house.database.of(naapurila.municipality.id).update(joint).set({ leadOfferedAt: house.time }).where(eq(joint.matterId, theirs))).rejects.toMatchObject({ cause: { constraint: 'joint_by_invitation' } })
    expect(await naapurila.jari.does(offerLead, theirs, to(koivula))).toEqual({ problems: { municipalityId: 'notPart' } }) // it does not lead
    expect(await koivula.jari.does(offerLead, id, to(kolmela))).toEqual({ problems: { municipalityId: 'notPart' } }) // it takes no part
    await koivula.jari.does(offerLead, id, to(naapurila)); await koivula.jari.does(offerLead, id, to(naapurila))
    await koivula.jari.does(takeBackLead, id, to(naapurila))
    await expect(naapurila.jari.does(takeLead, theirs)).rejects.toThrow('leadNotAsked')
    await koivula.jari.does(offerLead, id, to(naapurila))
    await naapurila.jari.does(declineLead, theirs)
    await expect(naapurila.jari.does(takeLead, theirs)).rejects.toThrow('leadNotAsked')
    expect(await leads(koivula, id)).toBe('leads')
  })
  test('two who were asked take it at once: one leads', async () => {
    const { id, theirs, jointId } = await together()
    await asks(koivula, id, kolmela)
    const third = await idOf(kolmela.jari.does(acceptInvitation, jointId, { ...mine, topicId: kolmela.topics.sports }))
    await kolmela.jari.does(publishMatter, third)
    for (const each of [naapurila, kolmela]) await koivula.jari.does(offerLead, id, to(each))
    const done = await Promise.allSettled([naapurila.jari.does(takeLead, theirs), kolmela.jari.does(takeLead, third)])
    expect(done.map((each) => each.status).sort()).toEqual(['fulfilled', 'rejected'])
    const states = (await db.select({ state: joint.state, asked: joint.leadOfferedAt }).from(joint).where(eq(joint.jointId, jointId)))
    expect(states.filter((each) => each.state === 'leads')).toHaveLength(1)
    expect(states.every((each) => each.asked === null)).toBe(true)
  })
  test('an invitation and a request to lead wake the worker', async () => {
    const { id } = await together()
    expect(await heard('nousu_events', () => asks(koivula, id, kolmela))).toContain(String(kolmela.municipality.id))
    expect(await heard('nousu_events', () => koivula.jari.does(offerLead, id, to(naapurila)))).toContain(String(naapurila.municipality.id))
  })
})
