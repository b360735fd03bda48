import { and, eq, like, sql } from 'drizzle-orm'
import { describe, expect, test } from 'vitest'
import { everyHolding } from '#core/identity/holdings.ts'
import { person } from '#core/identity/schema.server.ts'
import { mail, notice } from '#core/notices/schema.server.ts'
import { mailAtOnce, pushAtOnce } from '#core/notices/rounds.server.ts'
import { tellThem } from '#core/notices/tell.server.ts'
import { keepAudience } from '#core/trail/audience.server.ts'
import { deliver } from '#core/trail/deliver.server.ts'
import { event as eventKind } from '#core/trail/event.ts'
import { record } from '#core/trail/record.server.ts'
import { event, professional } from '#core/trail/schema.server.ts'
import { changeSubject } from '#core/trail/subject.server.ts'
import { trailOf } from '#core/trail/trail.server.ts'
import { proposeIdea } from '#modules/ideas/server'
import { town } from '../../../../tests/town.ts'
import { web } from '../../../../tests/web.ts'
import { showTopic } from '../show.server.ts'
import { askNetwork, showNetwork } from './ask.server.ts'
import { hideProfessional, joinNetwork, leaveNetwork } from './join.server.ts'

const koivula = await town()
const { aino, otso, ry, jari, saara, leena, mirja, antti, guest, house, topics, newPerson } = koivula
const naapurila = await town({ house, name: 'Naapurila' })
const site = await web(koivula)
const db = house.database.owner
const idea = await aino.does(proposeIdea, { title: 'Uimalaituri Keijärvelle', text: 'Rannalta puuttuu laituri, jolta pääsee veteen.', topicId: topics.sports })
const question = (more = {}) => ({ subjectId: idea.id, title: 'Kestääkö laituri jäät?', text: 'Pohdimme kelluvaa laituria. Mitä pitäisi ottaa huomioon?', ...more })
const seen = (topicId = topics.sports) => guest.does(showTopic, topicId).then((its) => its.network)
const weekLater = () => { house.time = new Date(house.time.getTime() + 8 * 86_400_000) }
const letters = (subject = 'Kestääkö laituri jäät?') => db.select().from(mail).where(eq(mail.subject, subject))

describe('offering skills', () => {
  test('one is shown only when they say so, by the name that pages show; officials see everyone', async () => {
    await aino.does(joinNetwork, topics.sports, { skill: 'Arkkitehti', offer: 'Kommentoin kahvipalkalla.', shown: 'on' })
    await otso.does(joinNetwork, topics.sports, { skill: 'Sukeltaja' })
    expect(await seen()).toMatchObject({ size: null, shown: [{ name: 'Aino K.', skill: 'Arkkitehti', offer: 'Kommentoin kahvipalkalla.' }], mine: null })
    expect((await otso.does(showTopic, topics.sports)).network.mine).toEqual({ skill: 'Sukeltaja', offer: '', shown: false, hidden: false })
    expect((await saara.sees(showNetwork, topics.sports)).professionals).toMatchObject([{ name: 'Aino Koskela', shown: true }, { name: 'Otso Kangas', skill: 'Sukeltaja', shown: false }])
    const text = await (await site.get(`/fi/topics/${topics.sports}`)).text()
    expect(text).toContain('Aino K.'); expect(text).not.toContain('Sukeltaja'); expect(text).not.toContain('aino.koskela@')
  })
  test('how many there are is told from five on', async () => {
    for (let n = 0; n < 3; n++) await (await newPerson(`Osaaja ${'ABC'[n]}`)).does(joinNetwork, topics.library, { skill: 'Lukija' })
    for (const who of [aino, otso]) { expect((await seen(topics.library)).size).toBeNull(); await who.does(joinNetwork, topics.library, { skill: 'Kirjailija' }) }
    expect((await seen(topics.library)).size).toBe(5)
  })
  test('saying it anew changes it, joining twice at once is one membership, and leaving twice is fine', async () => {
    await Promise.all([otso.does(joinNetwork, topics.sports, { skill: 'Sukeltaja' }), otso.does(joinNetwork, topics.sports, { skill: 'Uimari', shown: 'on' })])
    expect(await db.select().from(professional).where(and(eq(professional.topicId, topics.sports), eq(professional.personId, otso.id)))).toHaveLength(1)
    await otso.does(leaveNetwork, topics.sports); await otso.does(leaveNetwork, topics.sports)
    expect((await otso.does(showTopic, topics.sports)).network.mine).toBeNull()
    await otso.does(joinNetwork, topics.sports, { skill: 'Sukeltaja' })
  })
  test.each([['a watched word', { skill: 'Idiootti', shown: 'on' }, { offer: 'notShown' }], ['links', { skill: 'Kauppias', offer: 'http://a.fi http://b.fi http://c.fi', shown: 'on' }, { offer: 'notShown' }], ['an identity code', { skill: 'Mies', offer: 'Tunnukseni on 131052-308T', shown: 'on' }, { offer: 'notShown' }]])('%s is not taken to be shown', async (_what, input, problems) => {
    expect(await otso.does(joinNetwork, topics.sports, input)).toEqual({ problems })
  })
  test('only a person in their own name joins, and a topic that is not there is not found', async () => {
    await expect(ry.does(joinNetwork, topics.sports, { skill: 'Yhdistys' })).rejects.toThrow('forbidden')
    await expect(guest.does(joinNetwork, topics.sports, { skill: 'Vieras' })).rejects.toThrow('signInNeeded')
    for (const id of [naapurila.topics.sports, 'x']) await expect(aino.does(joinNetwork, id, { skill: 'Arkkitehti' })).rejects.toThrow('notFound')
    expect((await site.post(`/fi/topics/${topics.sports}`, 'otso', { _do: 'join', skill: ' ', offer: 'x'.repeat(301) })).status).toBe(422)
  })
  test('what a moderator takes from view stays out of it, whatever its owner says', async () => {
    const [mine] = await db.select().from(professional).where(and(eq(professional.topicId, topics.sports), eq(professional.personId, aino.id)))
    for (const who of [otso, jari]) await expect(who.does(hideProfessional, topics.sports, mine!.id)).rejects.toThrow('forbidden')
    await mirja.does(hideProfessional, topics.sports, mine!.id)
    await aino.does(joinNetwork, topics.sports, { skill: 'Arkkitehti', shown: 'on' })
    expect((await seen()).shown).toEqual([])
    expect((await aino.does(showTopic, topics.sports)).network.mine).toMatchObject({ hidden: true })
  })
})

describe('asking a network', () => {
  test('each hears once in the app and by a letter of their language through the house; the thing’s trail tells of it', async () => {
    await db.update(person).set({ language: 'sv' }).where(eq(person.id, otso.id))
    expect(await saara.does(askNetwork, topics.sports, question())).toEqual({ asked: 2 })
    const [toAino, toOtso] = (await letters()).sort((a, b) => a.to.localeCompare(b.to))
    expect(toAino!.text).toContain('Saara Lehto (Liikuntapalvelut) kysyy sinulta'); expect(toAino!.text).toContain(`/fi/ideas/${idea.id}`)
    expect(toOtso!.text).toContain('Svara där det diskuteras'); expect(toOtso!.text).not.toContain('aino.koskela@')
    const told = await db.select().from(notice).where(eq(notice.kind, 'topics.youAreAsked'))
    expect(told.map((each) => each.personId).sort()).toEqual([aino.id, otso.id].sort())
    expect(told[0]).toMatchObject({ rhythm: 'atOnce', byMail: false, byPush: false, data: { title: 'Kestääkö laituri jäät?' } })
    expect((await guest.sees(trailOf, idea.id))[0]).toMatchObject({ what: 'Kysyttiin osaajilta (Liikunta ja ulkoilu)', who: 'Liikuntapalvelut' }) // two people: no number
    const [row] = await db.select({ data: event.data }).from(event).where(like(event.kind, 'topics.%'))
    expect(JSON.stringify(row!.data)).not.toContain('kelluvaa') // what was asked is between them
    expect((await jari.sees(showNetwork, topics.sports)).questions).toMatchObject([{ title: 'Kestääkö laituri jäät?', asked: 2, by: 'Saara Lehto', about: { path: `/ideas/${idea.id}` } }])
  })
  test('from five on the trail tells how many; who wants no mail has only the notice', async () => {
    await db.update(person).set({ rhythm: 'inApp' }).where(eq(person.id, aino.id))
    expect(await leena.does(askNetwork, topics.library, question({ title: 'Kirja rannalle?' }))).toEqual({ asked: 5 })
    expect((await guest.sees(trailOf, idea.id))[0]!.what).toBe('Kysyttiin osaajilta (5 henkeä, Kirjasto ja kulttuuri)')
    expect((await letters('Kirja rannalle?')).map((each) => each.to)).not.toContain('aino.koskela@koivula.example')
    expect(await letters('Kirja rannalle?')).toHaveLength(4)
    await db.update(person).set({ rhythm: 'weekly' }).where(eq(person.id, aino.id))
  })
  test('a question is on the phone at once for who has taken push messages, and has no letter besides its own', async () => {
    weekLater()
    const [phone, calm] = [await newPerson('Pusku Osaaja'), await newPerson('Rauhassa Osaaja')]
    for (const who of [phone, calm]) {
      await who.does(joinNetwork, topics.library, { skill: 'Lukija' })
      await db.execute(sql`insert into notices.push_to (municipality_id, id, person_id, endpoint, p256dh, auth, device) values (${koivula.municipality.id}, gen_random_uuid(), ${who.id}, ${`https://push.example/${who.id}`}, 'x', 'x', 'Firefox')`)
    }
    await db.update(person).set({ rhythm: 'inApp' }).where(eq(person.id, calm.id))
    await leena.does(askNetwork, topics.library, question({ title: 'Mitä luetaan?' }))
    await pushAtOnce(house); await mailAtOnce(house)
    const { rows } = await db.execute<{ person_id: string }>(sql`select t.person_id from notices.push p join notices.push_to t on t.id = p.to_id`)
    expect(rows.map((row) => row.person_id)).toEqual([phone.id])
    expect((await db.select().from(mail).where(eq(mail.kind, 'notice')))).toEqual([])
    for (const who of [phone, calm]) await who.does(leaveNetwork, topics.library)
  })
  test('a letter of what is told to a network ends with the way out of that network alone', async () => {
    const arrived = eventKind('test.toNetwork', { onTrail: true, tells: 'followers', wide: true, icon: 'sent', words: { fi: () => 'Avattiin', sv: () => 'Öppnades', en: () => 'Opened' } })
    const reader = await newPerson('Kirje Osaaja')
    await db.update(person).set({ rhythm: 'atOnce' }).where(eq(person.id, reader.id))
    await reader.does(joinNetwork, topics.library, { skill: 'Lukija' })
    await jari.does((ctx) => keepAudience(ctx, idea.id, [{ kind: 'professionals', topicId: topics.library }]))
    house.time = new Date(house.time.getTime() + 60_000)
    await jari.does((ctx) => record(ctx, arrived, { subjectId: idea.id }))
    await deliver(house, [tellThem], (cause) => { throw cause })
    await mailAtOnce(house)
    const [letter] = await db.select().from(mail).where(like(mail.to, 'kirje.osaaja@%'))
    const leave = /Eroa osaajien verkostosta \(Kirjasto ja kulttuuri\): http:\/\/localhost:3000(\/fi\/network\/leave\/\S+)/.exec(letter!.text)![1]!
    expect(letter!.stopUrl).toBe(`http://localhost:3000${leave}/now`)
    expect((await site.post(`${leave}/now`, 'guest', { 'List-Unsubscribe': 'One-Click' })).status).toBe(200)
    expect((await reader.does(showTopic, topics.library)).network.mine).toBeNull()
    expect(await (await site.get(leave)).text()).toContain('Et ole enää verkostossa')
    await jari.does((ctx) => keepAudience(ctx, idea.id, []))
  })
  test('from a matter of another topic one comes to ask about it', async () => {
    expect((await leena.sees(showNetwork, topics.library, idea.id)).about[0]).toEqual({ id: idea.id, title: 'Uimalaituri Keijärvelle' })
    expect((await leena.sees(showNetwork, topics.library, 'x')).about.map((each) => each.id)).not.toContain(idea.id)
  })
  test('a network is asked three times a week though many ask at once', async () => {
    weekLater()
    const done = await Promise.all([saara, jari, leena, saara, jari].map((who, n) => who.does(askNetwork, topics.sports, question({ title: `Kysymys ${n}` }))))
    expect(done.filter((each) => !('problems' in each))).toHaveLength(3)
    expect(done.filter((each) => 'problems' in each)).toEqual([{ problems: { form: 'tooOften' } }, { problems: { form: 'tooOften' } }])
    weekLater()
    expect(await saara.does(askNetwork, topics.sports, question({ title: 'Viikon päästä' }))).toEqual({ asked: 2 })
  })
  test('only officials ask, and only of what is public', async () => {
    for (const who of [aino, mirja, antti]) await expect(who.does(askNetwork, topics.sports, question())).rejects.toThrow('forbidden')
    for (const who of [aino, ry]) await expect(who.sees(showNetwork, topics.sports)).rejects.toThrow('forbidden')
    const hidden = await otso.does(proposeIdea, { title: 'Piiloon jäävä idea', text: 'Tämä piilotetaan kohta.', topicId: topics.sports })
    await otso.does((ctx) => changeSubject(ctx, hidden.id, { visibility: 'hidden' }))
    const theirs = await naapurila.aino.does(proposeIdea, { title: 'Naapurin idea', text: 'Tämä on naapurin oma.' })
    for (const subjectId of [hidden.id, theirs.id]) expect(await saara.does(askNetwork, topics.sports, question({ subjectId }))).toEqual({ problems: { subjectId: 'notPublic' } })
    await expect(saara.does(askNetwork, naapurila.topics.sports, question())).rejects.toThrow('notFound')
  })
  test('one link in the letter leaves the network without signing in, by the mail program’s button too; a link that is not ours does nothing', async () => {
    const [letter] = (await letters('Viikon päästä')).filter((each) => each.to.startsWith('aino'))
    const path = new URL(letter!.stopUrl!).pathname
    expect((await site.get(path)).headers.get('location')).toBe(path.replace('/now', ''))
    expect(await (await site.get(path.replace('/now', ''))).text()).toContain('Erotaanko verkostosta?')
    expect((await site.get(path.replace('/now', ''))).status).toBe(200) // looking uses nothing up
    expect((await saara.sees(showNetwork, topics.sports)).professionals).toHaveLength(2)
    expect((await site.post(path.replace(/.{4}\/now$/, 'xxxx/now'), 'guest', {})).status).toBe(404)
    expect((await site.post(path, 'guest', { 'List-Unsubscribe': 'One-Click' })).status).toBe(200)
    expect((await site.post(path, 'guest', { 'List-Unsubscribe': 'One-Click' })).status).toBe(200)
    expect((await saara.sees(showNetwork, topics.sports)).professionals.map((each) => each.name)).toEqual(['Otso Kangas'])
    expect(await (await site.get(path.replace('/now', ''))).text()).toContain('Et ole enää verkostossa')
  })
  test('an empty network is not asked', async () => {
    await otso.does(leaveNetwork, topics.sports); weekLater()
    expect(await saara.does(askNetwork, topics.sports, question())).toEqual({ problems: { form: 'nobody' } })
  })
})
test('what is kept of a professional is shown to them and goes with them', async () => {
  const its = everyHolding().get('topics')!
  expect(await aino.does((ctx) => its.read(ctx, aino.id))).toMatchObject({ networks: [{ topic: 'Kirjasto ja kulttuuri', skill: 'Kirjailija' }] })
  expect((await saara.does((ctx) => its.read(ctx, saara.id))).questions!.length).toBeGreaterThan(1)
  await aino.does((ctx) => its.erase(ctx, aino.id))
  expect(await db.select().from(professional).where(eq(professional.personId, aino.id))).toEqual([])
})
