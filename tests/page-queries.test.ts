import { eq, sql } from 'drizzle-orm'
import pg from 'pg'
import { describe, expect, test } from 'vitest'
import { person } from '#core/identity/schema.server.ts'
import { subjectPath } from '#core/trail/kind.ts'
import { ownToken } from '#modules/feedback/server'
import { tellDemonstration } from '../demo/tell.server.ts'
import { freshHouse, town } from './town.ts'
import { web } from './web.ts'

// The pages of the demonstration, which has something of everything; each is asked once before it is counted, as what is kept for a moment is kept then.
const house = await freshHouse()
await tellDemonstration(house)
const db = house.database.owner
const idOf = async (query: ReturnType<typeof sql>) => (await db.execute<{ id: string }>(query)).rows[0]!.id
/** The public thing of a kind about which most is said and told. */
const fullest = (kind: string) => idOf(sql`select s.id from trail.subject s where s.municipality_id = 1 and s.kind = ${kind} and s.visibility = 'public' order by s.comments desc, (select count(*) from trail.event e where e.municipality_id = s.municipality_id and e.subject_id = s.id) desc limit 1`)
const topicId = await idOf(sql`select topic_id as id from trail.subject where municipality_id = 1 and visibility = 'public' and topic_id is not null group by topic_id order by count(*) desc limit 1`)
const unitId = await idOf(sql`select owner_unit_id as id from trail.subject where municipality_id = 1 and visibility = 'public' and owner_unit_id is not null group by owner_unit_id order by count(*) desc limit 1`)
const areaKey = await idOf(sql`select area as id from trail.subject where municipality_id = 1 and visibility = 'public' and area is not null group by area order by count(*) desc limit 1`)
const meetingId = await idOf(sql`select meeting_id as id from meetings.item where municipality_id = 1 group by meeting_id order by count(*) desc limit 1`)
const things = await Promise.all(['idea', 'matter', 'initiative', 'agendaItem', 'report'].map(async (kind) => subjectPath(kind, await fullest(kind))))

// A work order of ten reports, with what a crew has written: the demonstration's own unit does it.
const workId = crypto.randomUUID()
const workUnit = await idOf(sql`select o.unit_id as id from identity.official o join identity.person p on p.municipality_id = o.municipality_id and p.id = o.person_id where o.municipality_id = 1 and p.name = 'Jari Niemi' limit 1`)
await db.execute(sql`insert into trail.subject (municipality_id, id, kind, language, title, stage, visibility, owner_unit_id, longitude, latitude, search, due_at) values (1, ${workId}, 'workOrder', 'fi', '{"fi":"Paikkaa tie"}', 'idea', 'public', ${workUnit}, 23.6, 61.55, '', now())`)
await db.execute(sql`insert into work.work_order (municipality_id, id, reference) values (1, ${workId}, 'T-TESTI2')`)
await db.execute(sql`insert into work.order_report (municipality_id, report_id, order_id) select 1, id, ${workId} from feedback.report where municipality_id = 1 limit 10`)
await db.execute(sql`insert into work.note (municipality_id, id, order_id, text) values (1, gen_random_uuid(), ${workId}, 'Avain portilla')`)

const rinkId = await idOf(sql`select place_id as id from conditions.observation where municipality_id = 1 group by place_id order by count(*) desc limit 1`)
// The place and the service that have most, and who else provides.
const entryOf = (kind: string) => idOf(sql`select s.id from trail.subject s where s.municipality_id = 1 and s.kind = ${kind} and s.visibility = 'public' order by
  (select count(*) from directory.hours h where h.municipality_id = 1 and h.owner_id = s.id) + (select count(*) from directory.service_channel c where c.municipality_id = 1 and c.service_id = s.id) + (select count(*) from trail.link l where l.municipality_id = 1 and l.from_id = s.id) desc, s.id limit 1`)
const entries = await Promise.all(['place', 'service', 'provider'].map(async (kind) => subjectPath(kind, await entryOf(kind))))

const personOf = async (name: string) => { const [its] = await db.select({ id: person.id }).from(person).where(eq(person.name, name)); return { id: its!.id } }
const site = await web({ ...await town({ house, name: 'Naapurila' }), aino: await personOf('Aino Koskela'), jari: await personOf('Jari Niemi'), antti: await personOf('Antti Heino') } as never)

/** How many times a page asks the database, with who asks counted in. */
async function queriesOf(path: string, who: string): Promise<string[]> {
  await (await site.get(path, who, { cookie: who === 'guest' ? 'fresh=1' : `who=${who}` })).text()
  const asked: string[] = []
  const real = pg.Client.prototype.query
  pg.Client.prototype.query = function (this: pg.Client, ...args: unknown[]) { asked.push(String((args[0] as { text?: string }).text ?? args[0])); return (real as (...all: unknown[]) => unknown).apply(this, args) } as never
  try {
    const response = await site.get(path, who, { cookie: who === 'guest' ? 'fresh=1' : `who=${who}` })
    await response.text()
    expect(response.status, path).toBe(200)
  } finally { pg.Client.prototype.query = real }
  return asked
}

/** A dozen; what gathers from many modules has its own number, so that one more is a decision. Signing in adds who it is, what is new and what is mine. */
const most = (path: string, who: string): number => {
  const signedIn = who !== 'guest'
  if (path.startsWith('/matters/')) return signedIn ? 18 : 14
  if (path.startsWith('/initiatives/')) return signedIn ? 16 : 12
  if (path.startsWith('/feedback/')) return signedIn ? 14 : 12
  if (path.startsWith('/work/')) return who === 'jari' ? 18 : 12
  if (/^\/places\/[\da-f-]{36}$/.test(path)) return signedIn ? 18 : 14 // what each module knows of it, and puts on its page
  if (/^\/(search|places|services)(\?|\/[\da-f-]{36}$|$)/.test(path)) return signedIn ? 14 : 12 // what is right now is asked of each module that knows
  if (path === '') return who === 'guest' ? 12 : who === 'jari' ? 17 : 19 // Koti: disruptions, and what each module knows of the places that I follow
  return 12
}

const askCode = await idOf(sql`select code as id from satisfaction.question where municipality_id = 1 order by code limit 1`)
describe.each(['guest', 'aino', 'jari'])('a page asks the database few times, whatever there is: %s', (who) => {
  test.each(['', '/feedback', '/feedback?view=map&sort=nearest&near=23.59,61.55', '/feedback/new', '/feedback/data', '/ask', `/ask/${askCode}`, '/participate', '/coming-to-me', '/ideas', '/matters', '/initiatives', '/meetings', '/topics', `/topics/${topicId}`, `/units/${unitId}`, `/areas/${encodeURIComponent(areaKey)}`, `/meetings/${meetingId}`, '/disruptions', '/services', '/services/all', '/places', '/places?kind=rink&sort=condition&near=23.59,61.55', '/life/dayCare', '/search?q=luistelukentt%C3%A4', `/places/${rinkId}`, `/places/${rinkId}/conditions`, `/places/${rinkId}/hours`, `/places/${rinkId}/crowd`, `/places/${rinkId}/camera`, `/work/${workId}`, '/providers', ...entries, ...things])('%s', async (path) => {
    const asked = await queriesOf(`/fi${path}`, who)
    if (!['/feedback/new', '/feedback/data'].includes(path)) expect(asked.length).toBeGreaterThan(0) // all that a guest's empty form says is kept for a moment
    expect(asked.length, asked.map((each) => each.replace(/\s+/g, ' ').slice(0, 200)).join('\n')).toBeLessThanOrEqual(most(path, who))
  })
})

// The public report that an official of the demonstration handles, with a letter's own link to it.
const reportId = await idOf(sql`select s.id from trail.subject s where s.municipality_id = 1 and s.kind = 'report' and s.visibility = 'public' and s.stage = 'idea' order by (select count(*) from trail.event e where e.municipality_id = s.municipality_id and e.subject_id = s.id) desc limit 1`)
await db.execute(sql`update trail.subject set owner_unit_id = ${workUnit} where municipality_id = 1 and id = ${reportId}`)
test.each(['/feedback/inbox', '/feedback/inbox/templates', '/feedback/inbox/fixed', `/feedback/${reportId}/handle`, `/feedback/${reportId}/forward`, `/found/report/${reportId}`, '/found'])('handling reports too: %s', async (path) => {
  const asked = await queriesOf(`/fi${path}`, 'jari')
  // what other modules put on the handling of a report asks for itself
  expect(asked.length, asked.map((each) => each.replace(/\s+/g, ' ').slice(0, 200)).join('\n')).toBeLessThanOrEqual(path.endsWith('/handle') ? 24 : 12)
})

test.each(['/work', '/work/new', '/work/crews', '/work/announce', '/field/places', '/work/field', `/work/field/${workId}`, `/work/${workId}/arrange`])('the pages of officials too: %s', async (path) => {
  const asked = await queriesOf(`/fi${path}`, 'jari')
  expect(asked.length, asked.map((each) => each.replace(/\s+/g, ' ').slice(0, 200)).join('\n')).toBeLessThanOrEqual(path.endsWith('/arrange') ? 22 : path.startsWith('/work/field/') ? 13 : 12)
})

// What an admin keeps of map feedback, and the page of a thing that has been reported most.
const categoryId = await idOf(sql`select id from feedback.category where municipality_id = 1 order by jsonb_array_length(questions) desc limit 1`)
const assetId = await idOf(sql`select a.id from feedback.asset a where a.municipality_id = 1 order by (select count(*) from feedback.report r where r.municipality_id = a.municipality_id and r.asset_id = a.id) desc limit 1`)
test.each(['/admin/exceptions', '/admin/life', '/admin/synonyms', '/admin/feedback', '/admin/feedback/new', `/admin/feedback/${categoryId}`, '/admin/assets?kind=streetLight', '/admin/assets/import', `/feedback/assets/${assetId}`, '/admin/addresses', '/admin/partners', '/admin/open311', '/found/learned', `/ask/${askCode}/keep`])('keeping categories and things too: %s', async (path) => {
  const asked = await queriesOf(`/fi${path}`, 'antti')
  expect(asked.length, asked.map((each) => each.replace(/\s+/g, ' ').slice(0, 200)).join('\n')).toBeLessThanOrEqual(12)
})

// What a sender's own link opens, without an account.
test.each(['thanks', 'own'])('the pages of an own link too: %s', async (page) => {
  const token = ownToken({ sign: house.sign, scope: { municipalityId: 1 } }, reportId)
  const asked = await queriesOf(`/fi/feedback/${page}/${token}`, 'guest')
  expect(asked.length, asked.map((each) => each.replace(/\s+/g, ' ').slice(0, 200)).join('\n')).toBeLessThanOrEqual(page === 'own' ? 14 : 12)
})
