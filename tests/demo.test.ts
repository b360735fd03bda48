import { and, asc, eq, isNotNull, isNull, sql } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { account, municipality, person } from '#core/identity/schema.server.ts'
import { wallClock } from '#core/time/local.ts'
import { event, subject } from '#core/trail/schema.server.ts'
import { demonstration, tellDemonstration } from '../demo/tell.server.ts'
import { whoCanSignIn } from '../demo/personas.server.ts'
import { freshHouse } from './town.ts'

const house = await freshHouse()
const told = await tellDemonstration(house)
const owner = house.database.owner
const towns = await owner.select().from(municipality).orderBy(municipality.id)
const [ylojarvi, nokia] = towns as [(typeof towns)[0], (typeof towns)[0]]
const ideasOf = (its: { id: number }) => house.database.of(its.id).select().from(subject).where(eq(subject.kind, 'idea')).orderBy(asc(subject.createdAt))
const trailsOf = (its: { id: number }) => house.database.of(its.id).select().from(event).where(eq(event.onTrail, true)).orderBy(asc(event.at))

/** Ylöjärvi's portfolio of 2016: where each stood, and the days on which it got there. Three ideas of it are now prepared in the open, and four have become services. */
const portfolio: Record<string, [stage: string, dates: Record<string, string>]> = {
  'Chat-neuvonta palveluyksiköihin': ['experiment', { idea: '2016-04-25', experiment: '2016-09-05' }],
  'Ulkoliikuntapaikkojen ajantasatieto': ['service', { idea: '2016-05-31', developing: '2016-08-17' }],
  'Terveydenhuollon ajanvaraus verkkoon': ['service', { service: '2016-08-17' }],
  'Sähköinen rakennuslupaprosessi': ['developing', { developing: '2016-08-17' }],
  '3D-tulostin pääkirjasto Leijaan': ['service', { experiment: '2016-09-15' }],
  'Verkko-osallistumisen kokeilut': ['experiment', { experiment: '2016-04-25' }],
  'Varhaiskasvatuksen yhtenäinen viestintä': ['developing', { idea: '2016-04-26', developing: '2016-06-06' }],
  'Riistakamera matonpesupaikalle': ['service', { idea: '2016-08-17' }],
  'Uimahallin käyttöaste verkkoon': ['service', { idea: '2016-08-17' }],
  'Kunnan verkkokauppa': ['experiment', { idea: '2016-04-11', experiment: '2016-10-04' }],
  'Kuntalaisen mobiilisovellus': ['developing', { idea: '2016-06-02', developing: '2016-09-13' }],
  'Osallistumisalusta': ['developing', { idea: '2016-05-31' }],
  'Tilat käyttöön iltaisin': ['developing', { idea: '2016-08-02' }],
  'Liikuntaseuraa sovelluksesta': ['idea', { idea: '2016-09-01' }],
  'Paikalliset ammattilaiset mukaan': ['idea', { idea: '2016-09-29' }],
  'Kunnan joukkorahoitus': ['idea', { idea: '2016-05-26' }],
  'Minuutin video ennen lautakuntaa': ['idea', { idea: '2016-11-07' }],
  'Karttapalaute suoraan työnjohdolle': ['developing', { idea: '2016-11-02' }],
}

test('the demonstration is told once', async () => {
  expect(told).toBe(true)
  expect(towns.map((town) => [town.slug, town.code, town.primary])).toEqual([['ylojarvi', '980', true], ['nokia', '536', false]])
  expect(await tellDemonstration(house)).toBe(false)
})

test('a cycle route is prepared together: each town has its own matter and phase, what is said is on both sides, and an invitation waits', async () => {
  const { rows } = await owner.execute<{ state: string; slug: string; comments: number; elsewhere: number }>(sql`
    select j.state, i.slug, s.comments, (select count(*)::int from trail.event e where e.municipality_id = j.municipality_id and e.subject_id = j.matter_id and e.kind = 'preparation.elsewhere') elsewhere
    from preparation.joint j join identity.municipality i on i.id = j.municipality_id left join trail.subject s on s.municipality_id = j.municipality_id and s.id = j.matter_id order by j.at`)
  expect(rows).toMatchObject([{ state: 'leads', slug: 'ylojarvi', comments: 4, elsewhere: 2 }, { state: 'takesPart', slug: 'nokia', comments: 4, elsewhere: 1 }, { state: 'leads', slug: 'nokia' }, { state: 'asked', slug: 'ylojarvi' }])
})

test('the portfolio of 2016 stands where it stood, and its trail has the real days', async () => {
  const ideas = (await ideasOf(ylojarvi)).filter((idea) => idea.title!.fi! in portfolio)
  expect(ideas.map((idea) => idea.title!.fi).sort()).toEqual(Object.keys(portfolio).sort())
  const trails = await trailsOf(ylojarvi)
  for (const idea of ideas) {
    const [stage, dates] = portfolio[idea.title!.fi!]!
    expect(idea, idea.title!.fi).toMatchObject({ stage, title: { sv: expect.any(String), en: expect.any(String) } })
    expect(idea.dueAt !== null, `${idea.title!.fi} owes a word while it is under way`).toBe(['idea', 'developing', 'experiment', 'decision'].includes(stage))
    const mine = trails.filter((each) => each.subjectId === idea.id)
    for (const [its, day] of Object.entries(dates)) {
      expect(mine.filter((each) => each.stage === its).map((each) => wallClock(each.at).day), `${idea.title!.fi} ${its}`).toContain(day)
    }
  }
})

test('matters are told in every phase, grown out of ideas, with what people chose, offered and said; a draft waits for its writer', async () => {
  const db = house.database.of(ylojarvi.id)
  const { rows } = await db.execute<{ title: string; state: string; phase: string | null; stage: string; origins: number; late: boolean }>(sql`
    select s.title->>'fi' title, m.state, p.name->>'fi' phase, s.stage, (select count(*)::int from trail.link l where l.from_id = m.id and l.kind = 'grewOutOf') origins, coalesce(s.due_at < ${house.time}, false) late
    from preparation.matter m join trail.subject s on s.id = m.id left join preparation.phase p on p.matter_id = m.id and p.state = 'open' where m.joint_id is null order by m.created_at`)
  expect(rows).toEqual([
    { title: 'Uimahallin aamuvuorot', state: 'published', phase: 'Toteutus', stage: 'service', origins: 0, late: false },
    { title: 'Karttapalaute suoraan työnjohtoon', state: 'published', phase: 'Toteutus', stage: 'developing', origins: 1, late: false },
    { title: 'Koulujen tilat iltakäyttöön', state: 'published', phase: 'Kuuleminen', stage: 'developing', origins: 1, late: false },
    { title: 'Ylöjärven oma osallistumisalusta', state: 'published', phase: 'Ideointi', stage: 'idea', origins: 1, late: false },
    { title: 'Soppeenmäen puiston uudistus', state: 'published', phase: 'Ideointi', stage: 'idea', origins: 0, late: false },
    { title: 'Kuntoportaat Räikkään', state: 'draft', phase: null, stage: 'waiting', origins: 0, late: false },
  ])
  const count = async (table: string) => (await db.execute<{ count: number }>(sql`select count(*)::int count from ${sql.raw(table)}`)).rows[0]!.count
  expect(await count('preparation.chosen')).toBeGreaterThanOrEqual(16)
  expect(await count(`preparation.offer where state = 'accepted' and shown`)).toBe(3)
  expect(await count(`preparation.offer where state = 'new'`)).toBe(1)
  expect((await house.database.of(nokia.id).execute(sql`select from preparation.matter m join trail.subject s on s.id = m.id where s.title->>'fi' = 'Talviuinti Vihnusjärvelle' and m.state = 'published'`)).rowCount).toBe(1)
})

test('every idea has an owner, a trail that begins with its sending, and nothing that happens before or after its time', async () => {
  for (const town of towns) {
    const trails = await trailsOf(town)
    for (const idea of await ideasOf(town)) {
      const mine = trails.filter((each) => each.subjectId === idea.id)
      expect(idea.ownerUnitId, idea.title!.fi).toBeTruthy()
      expect(mine[0], idea.title!.fi).toMatchObject({ kind: 'ideas.sent', at: idea.createdAt })
      expect(mine.every((each) => each.at <= house.time)).toBe(true)
    }
  }
})

test('the clock is alive: some wait in time, some are late, one answer is a draft, one experiment ends soon', async () => {
  const waiting = (await ideasOf(ylojarvi)).filter((idea) => idea.dueAt && !idea.answeredAt)
  expect(waiting.filter((idea) => idea.dueAt! < house.time).map((idea) => idea.title!.fi)).toHaveLength(2)
  expect(waiting.filter((idea) => idea.dueAt! > house.time).length).toBeGreaterThan(4)
  const { rows } = await owner.execute(sql`select (select count(*)::int from ideas.answer where published_at is null) drafts,
    (select count(*)::int from ideas.experiment where ended_at is null and ends_on between ${house.time}::timestamptz and ${house.time}::timestamptz + interval '8 days') ending`)
  expect(rows[0]).toEqual({ drafts: 1, ending: 1 })
})

test('moderators and supporters have something to decide', async () => {
  const { rows } = await owner.execute(sql`select (select count(*)::int from moderation.report where settled_at is null and by_rule is not null) held,
    (select count(*)::int from moderation.report where settled_at is null and by_rule is null) reported, (select count(*)::int from moderation.decision) decided,
    (select count(*)::int from trail.link where kind = 'mergedInto') merged, (select count(*)::int from ideas.merge_question where answered_at is null) asked`)
  expect(rows[0]).toMatchObject({ held: 1, reported: 1, decided: 1, merged: 1, asked: 9 })
})

test('both municipalities have people of every kind who sign in with one tap', async () => {
  const lines = await whoCanSignIn(house)
  for (const who of ['Aino Koskela', 'Otso Kangas', 'Helmi Virta', 'Kalle Korpi', 'Jari Niemi', 'Leena Salo', 'Mirja Laakso', 'Antti Heino', 'Riitta Aho', 'Eeva Rautanen', 'Inka Saari', 'Toni Lahti', 'Tarja Koskinen', 'Ossi Leino', 'Henrik Vuori', 'Sirpa Malin']) {
    expect(lines.join('\n')).toContain(who)
  }
  const accounts = await owner.select().from(account)
  expect(accounts.every((each) => each.persona && /@(ylojarvi|nokia)\.example$/.test(each.email))).toBe(true)
  const otso = await owner.select({ municipality: person.municipalityId }).from(person).innerJoin(account, eq(account.id, person.id)).where(eq(account.email, 'otso.kangas@ylojarvi.example'))
  expect(otso).toHaveLength(2)
})

test('neither municipality sees the other', async () => {
  for (const [mine, theirs] of [[ylojarvi, nokia], [nokia, ylojarvi]] as const) {
    const db = house.database.of(mine.id)
    expect((await db.select().from(subject).where(eq(subject.municipalityId, theirs.id))).length).toBe(0)
    expect((await db.select().from(person).where(eq(person.municipalityId, theirs.id))).length).toBe(0)
    expect((await ideasOf(mine)).length).toBeGreaterThan(4)
  }
})

test('only the news of the last days is still to be delivered', async () => {
  const fresh = await owner.select().from(event).where(isNull(event.deliveredAt))
  expect(fresh.length).toBeGreaterThan(3)
  expect(fresh.every((each) => house.time.getTime() - each.at.getTime() < 3 * 24 * 3600_000)).toBe(true)
  expect((await owner.select().from(event).where(and(isNotNull(event.deliveredAt), sql`${event.at} < now() - interval '1 year'`))).length).toBeGreaterThan(100)
  const { rows } = await owner.execute<{ count: number }>(sql`select count(*)::int count from notices.mail`)
  expect(rows[0]!.count).toBe(0)
})

test('a telling that is killed half way leaves nothing, and the next one tells it all', async () => {
  const other = await freshHouse()
  const half = [demonstration[0]!, { ...demonstration[1]!, ideas: [{ ...demonstration[1]!.ideas[0]!, by: 'Nobody At All' }] }]
  await expect(tellDemonstration(other, half)).rejects.toThrow('Nobody At All')
  expect(await other.database.owner.select().from(municipality)).toEqual([])
  expect(await tellDemonstration(other)).toBe(true)
})

test('topics and areas are followed by enough people to be told of by number, and areas have borders that hold their places', async () => {
  const { rows } = await owner.execute<{ topics: number; areas: number; shown: number; astray: number }>(sql`select
    (select count(*)::int from (select from trail.follow where topic_id is not null group by topic_id having count(*) >= 5) many) topics,
    (select count(*)::int from (select from trail.follow where area is not null group by area having count(*) >= 5) many) areas,
    (select count(*)::int from trail.professional where shown) shown,
    (select count(*)::int from trail.place p join trail.area a on a.municipality_id = p.municipality_id and a.key = p.area where a.shape is not null and not (p.longitude between a.west and a.east and p.latitude between a.south and a.north)) astray`)
  expect(rows[0]).toEqual({ topics: 10, areas: 7, shown: 8, astray: 0 })
})

test('agendas lead to matters: one is coming, one has decided, and each matter tells where it is taken up', async () => {
  const { rows } = await owner.execute<{ body: string; coming: boolean; items: number; linked: number; decided: number }>(sql`
    select b.name->>'fi' body, m.starts_at > ${house.clock()} coming, count(i.id)::int items, count(l.to_id)::int linked, count(i.decided_at)::int decided
    from meetings.meeting m join meetings.body b on b.municipality_id = m.municipality_id and b.id = m.body_id
    left join meetings.item i on i.municipality_id = m.municipality_id and i.meeting_id = m.id
    left join trail.link l on l.municipality_id = i.municipality_id and l.from_id = i.id and l.kind = 'concerns'
    group by m.municipality_id, m.id, b.name, m.starts_at order by m.starts_at`)
  expect(rows).toEqual([
    { body: 'Tekninen lautakunta', coming: false, items: 1, linked: 1, decided: 1 }, { body: 'Tekninen lautakunta', coming: false, items: 4, linked: 1, decided: 4 },
    { body: 'Kaupunginhallitus', coming: true, items: 6, linked: 2, decided: 0 }, { body: 'Kaupunginvaltuusto', coming: true, items: 0, linked: 0, decided: 0 },
  ])
  const told = await owner.execute(sql`select distinct s.title->>'fi' title from trail.event e join trail.subject s on s.municipality_id = e.municipality_id and s.id = e.subject_id and s.kind = 'matter' where e.kind = 'meetings.matterComes' order by 1`)
  expect(told.rows.map((row) => row.title)).toEqual(['Karttapalaute suoraan työnjohtoon', 'Pyöräreitti Ylöjärveltä Nokialle', 'Ylöjärven oma osallistumisalusta'])
})
