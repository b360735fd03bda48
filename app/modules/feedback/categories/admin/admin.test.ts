import { and, asc, eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { web } from '../../../../../tests/web.ts'
import { town } from '../../../../../tests/town.ts'
import { keepReport } from '../../keep-report.server.ts'
import { category, partner } from '../../schema.server.ts'
import { categoriesOf, categoryOf } from '../categories.server.ts'
import { changeCategory, keepCategory, sealOf, stepCategory } from '../keep.server.ts'
import { addStarter } from '../starter.server.ts'
import { starterCategories } from '../starter/index.ts'
import { columnsOf, type PartName } from './parts.ts'

const t = await web()
const db = t.house.database.owner
const rowOf = async (id: string) => (await db.select().from(category).where(and(eq(category.municipalityId, t.municipality.id), eq(category.id, id))))[0]!
const road = t.categories.road
const seal = async (part: PartName | 'questions', id = road) => sealOf(await rowOf(id), part === 'questions' ? ['questions'] : columnsOf[part])
const one = `/fi/admin/feedback/${road}`
const send = async (part: PartName | 'addQuestion' | 'changeQuestion' | 'removeQuestion' | 'stepQuestion', more: Record<string, string | string[]>, id = road) =>
  t.post(`/fi/admin/feedback/${id}`, 'antti', { _do: part, seal: await seal(part.endsWith('Question') ? 'questions' : part as PartName, id), ...more })
const basics = { nameFi: 'Kuoppa tai vaurio tiessä', nameSv: 'Grop', nameEn: 'Pothole', groupFi: 'Kadut', groupSv: '', groupEn: '', descriptionFi: 'Kuopat', descriptionSv: '', descriptionEn: '', unitId: t.units.sports, topicId: '', icon: 'road' }
const promise = { promisedDays: '10', priority: '2', duplicateMetres: '100', forgetAfterMonths: '12', autoAnswerFi: 'Kiitos!', autoAnswerSv: '', autoAnswerEn: '', assetKind: 'streetLight' }
/** Which fields are said to be wrong. */
const wrongFields = async (response: Response) => [...(await response.text()).matchAll(/aria-invalid="true"[^>]*name="([^"]+)"|name="([^"]+)"[^>]*aria-invalid="true"/g)].map((each) => each[1] ?? each[2])

test('only an admin comes here and changes anything', async () => {
  for (const path of ['/fi/admin/feedback', '/fi/admin/feedback/new', one]) {
    expect((await t.get(path, 'antti')).status, path).toBe(200)
    for (const who of ['aino', 'jari', 'mirja', 'ry']) expect((await t.get(path, who)).status, `${path} ${who}`).toBe(403)
    expect((await t.get(path)).status, path).toBe(303)
  }
  for (const who of ['aino', 'jari', 'mirja']) {
    for (const part of ['basics', 'words', 'promise', 'notice', 'stopper', 'addQuestion', 'close']) expect((await t.post(one, who, { _do: part, ...basics, ...promise, labelFi: 'x', type: 'text', seal: 'x' })).status, `${part} ${who}`).toBe(403)
    expect((await t.post('/fi/admin/feedback', who, { _do: 'step', id: road, way: 'down' })).status).toBe(403)
    expect((await t.post('/fi/admin/feedback', who, { _do: 'start', unitId: t.units.sports })).status).toBe(403)
    expect((await t.post('/fi/admin/feedback/new', who, { _do: 'make', ...basics, nameFi: 'Uusi' })).status).toBe(403)
  }
})

test('a new category is made by its name, unit and words, with a key of its own', async () => {
  const made = await t.post('/fi/admin/feedback/new', 'antti', { _do: 'make', ...basics, nameFi: 'Melu ja häly', keywords: 'melu\nhäly, MELU\n\n' })
  expect(made.status).toBe(303)
  const id = /feedback\/([\w-]{36})/.exec(made.headers.get('location')!)![1]!
  expect(await rowOf(id)).toMatchObject({ key: 'melu-ja-haly', name: { fi: 'Melu ja häly', sv: 'Grop', en: 'Pothole' }, keywords: ['melu', 'häly'], position: 4, promisedDays: 14, closedAt: null })
  expect((await t.post('/fi/admin/feedback/new', 'antti', { _do: 'make', ...basics, nameFi: 'MELU JA HÄLY' })).status).toBe(422)
  expect(await t.antti.does(keepCategory, { key: 'road', name: { fi: 'Toinen' }, unitId: t.units.sports })).toEqual({ problems: { key: 'keyTaken' } })
  await t.post(`/fi/admin/feedback/${id}`, 'antti', { _do: 'close' })
  expect((await t.post('/fi/admin/feedback/new', 'antti', { _do: 'make', ...basics, nameFi: 'Melu ja häly' })).status).toBe(303) // a closed one's name is free
})

test('every part is changed by its own form, and the rest stays', async () => {
  expect((await send('basics', { ...basics, icon: 'bike', topicId: t.topics.library })).status).toBe(303)
  expect((await send('words', { keywords: '=kuoppa\n-kuoppalenkki\nvettä  tie\n' })).status).toBe(303)
  expect((await send('promise', { ...promise, private: 'on' })).status).toBe(303)
  expect((await send('notice', { noticeFi: 'Paikkaamme viikolla 20.', noticeSv: '', noticeEn: '' })).status).toBe(303)
  expect((await send('stopper', { stopperKind: 'notOurs', stopperTextFi: 'Valtio hoitaa.', stopperTextSv: '', stopperTextEn: '', phone: '0200 2100', url: 'https://www.fintraffic.fi' })).status).toBe(303)
  expect(await rowOf(road)).toMatchObject({
    key: 'road', icon: 'bike', topicId: t.topics.library, description: { fi: 'Kuopat' }, group: { fi: 'Kadut' }, keywords: ['=kuoppa', '-kuoppalenkki', 'vettä tie'], promisedDays: 10, priority: 2, duplicateMetres: 100, forgetAfterMonths: 12, private: true, assetKind: 'streetLight',
    autoAnswer: { fi: 'Kiitos!' }, notice: { fi: 'Paikkaamme viikolla 20.' }, stopper: { kind: 'notOurs', text: { fi: 'Valtio hoitaa.' }, phone: '0200 2100', url: 'https://www.fintraffic.fi' },
  })
  await send('promise', promise)
  await send('stopper', { stopperKind: '', stopperTextFi: 'jää pois' })
  await send('notice', { noticeFi: '  ', noticeSv: '', noticeEn: '' })
  expect(await rowOf(road)).toMatchObject({ private: false, stopper: null, notice: null })
})

test.each([
  ['basics', { ...basics, nameFi: ' ' }, 'nameFi'], ['basics', { ...basics, nameSv: 'x'.repeat(61) }, 'nameSv'], ['basics', { ...basics, descriptionEn: 'x'.repeat(301) }, 'descriptionEn'], ['basics', { ...basics, unitId: 'x' }, 'unitId'], ['basics', { ...basics, unitId: t.topics.sports }, 'unitId'], ['basics', { ...basics, topicId: t.units.sports }, 'topicId'],
  ['basics', { ...basics, nameFi: 'katuvalo' }, 'nameFi'],
  ['words', { keywords: 'x' }, 'keywords'], ['words', { keywords: 'y'.repeat(61) }, 'keywords'], ['words', { keywords: Array.from({ length: 201 }, (_, i) => `sana${i}`).join('\n') }, 'keywords'],
  ['promise', { ...promise, promisedDays: '366' }, 'promisedDays'], ['promise', { ...promise, promisedDays: '-1' }, 'promisedDays'], ['promise', { ...promise, promisedDays: 'pian' }, 'promisedDays'], ['promise', { ...promise, promisedDays: '1.5' }, 'promisedDays'], ['promise', { ...promise, priority: '4' }, null], ['promise', { ...promise, duplicateMetres: '5001' }, 'duplicateMetres'], ['promise', { ...promise, forgetAfterMonths: '0' }, 'forgetAfterMonths'], ['promise', { ...promise, forgetAfterMonths: '' }, 'forgetAfterMonths'],
  ['promise', { ...promise, autoAnswerFi: 'x'.repeat(1001) }, 'autoAnswerFi'], ['promise', { ...promise, assetKind: '<script>' }, null], ['promise', { ...promise, partnerId: t.units.sports }, null],
  ['stopper', { stopperKind: 'danger', stopperTextFi: '', phone: '112' }, 'stopperTextFi'], ['stopper', { stopperKind: 'danger', stopperTextFi: 'Soita', phone: '' }, 'phone'], ['stopper', { stopperKind: 'notOurs', stopperTextFi: 'x', phone: 'soita tänne' }, 'phone'], ['stopper', { stopperKind: 'notOurs', stopperTextFi: 'x', url: 'javascript:alert(1)' }, 'url'], ['stopper', { stopperKind: 'war', stopperTextFi: 'x' }, null],
] as [PartName, Record<string, string>, string | null][])('a bad value comes back by its field and changes nothing: %s %#', async (part, values, field) => {
  const before = await rowOf(road)
  const response = await send(part, values)
  expect(response.status).toBe(422)
  if (field) expect(await wrongFields(response)).toContain(field)
  expect(await rowOf(road)).toEqual(before)
})

test('what is not a form of ours is refused, what is not here is not found', async () => {
  const there = await town({ house: t.house, name: 'Naapurila' })
  for (const id of ['x', '00000000-0000-0000-0000-000000000000', there.categories.road]) {
    expect((await t.get(`/fi/admin/feedback/${id}`, 'antti')).status, id).toBe(404)
    for (const body of [{ _do: 'basics', ...basics, seal: '' }, { _do: 'close' }, { _do: 'addQuestion', labelFi: 'x', type: 'text', seal: '' }]) expect((await t.post(`/fi/admin/feedback/${id}`, 'antti', body)).status, id).toBe(404)
  }
  expect((await t.post('/fi/admin/feedback', 'antti', { _do: 'step', id: there.categories.road, way: 'up' })).status).toBe(404)
  expect((await send('basics', { ...basics, unitId: there.units.sports })).status).toBe(422)
  expect((await t.guest.sees(categoriesOf)).some((each) => each.id === there.categories.road)).toBe(false)
  await expect(t.guest.sees(categoryOf, there.categories.road)).rejects.toThrow('notFound')
})

test('of two admins who change the same, the second is told and overwrites nothing; other parts do not mind', async () => {
  const words = await seal('words'), name = await seal('basics')
  expect((await t.post(one, 'antti', { _do: 'words', seal: words, keywords: 'monttu' })).status).toBe(303)
  const late = await t.post(one, 'root', { _do: 'words', seal: words, keywords: 'toiset sanat' })
  expect(late.status).toBe(422)
  const page = await late.text()
  expect(page).toContain('Joku muu muutti tätä sillä välin')
  expect(page).toContain('toiset sanat')
  expect((await rowOf(road)).keywords).toEqual(['monttu'])
  expect((await t.post(one, 'root', { _do: 'basics', seal: name, ...basics })).status).toBe(303)
  const fresh = await seal('words')
  const both = await Promise.all([t.antti.does(changeCategory, road, { keywords: ['yksi'] }, fresh), t.root.does(changeCategory, road, { keywords: ['kaksi'] }, fresh)])
  expect(both.filter((each) => each === undefined)).toHaveLength(1)
})

test('the order moves by steps, also by two at once', async () => {
  const order = async () => (await db.select({ key: category.key }).from(category).where(eq(category.municipalityId, t.municipality.id)).orderBy(asc(category.position))).map((row) => row.key)
  const before = await order()
  expect((await t.post('/fi/admin/feedback', 'antti', { _do: 'step', id: road, way: 'up' })).status).toBe(303) // already first
  expect(await order()).toEqual(before)
  await t.post('/fi/admin/feedback', 'antti', { _do: 'step', id: road, way: 'down' })
  expect((await order()).slice(0, 2)).toEqual(['light', 'road'])
  await Promise.all([t.antti.does(stepCategory, road, 'down'), t.root.does(stepCategory, t.categories.family, 'up'), t.root.does(stepCategory, road, 'up')])
  expect((await order()).toSorted()).toEqual(before.toSorted())
  expect(new Set((await db.select({ at: category.position }).from(category).where(eq(category.municipalityId, t.municipality.id))).map((row) => row.at)).size).toBe(before.length)
})

test('questions are added, changed, moved and removed without script; options keep their keys', async () => {
  const questions = async () => (await rowOf(road)).questions
  expect((await send('addQuestion', { type: 'choice', labelFi: 'Missä kohtaa?', labelSv: 'Var?', labelEn: 'Where?', options: 'Ajoradalla | På körbanan | On the road\r\nPyörätiellä\n\n', required: 'on' })).status).toBe(303)
  expect((await send('addQuestion', { type: 'date', labelFi: 'Milloin?', hintFi: 'Jos muistat.' })).status).toBe(303)
  expect(await questions()).toEqual([
    { key: 'missa-kohtaa', type: 'choice', required: true, label: { fi: 'Missä kohtaa?', sv: 'Var?', en: 'Where?' }, options: [{ key: 'ajoradalla', name: { fi: 'Ajoradalla', sv: 'På körbanan', en: 'On the road' } }, { key: 'pyoratiella', name: { fi: 'Pyörätiellä' } }] },
    { key: 'milloin', type: 'date', required: false, label: { fi: 'Milloin?' }, hint: { fi: 'Jos muistat.' } },
  ])
  expect((await send('changeQuestion', { key: 'missa-kohtaa', labelFi: 'Mihin kohtaan?', options: 'Jalkakäytävällä\nPyörätiellä' })).status).toBe(303)
  expect((await questions())[0]).toEqual({ key: 'missa-kohtaa', type: 'choice', required: false, label: { fi: 'Mihin kohtaan?' }, options: [{ key: 'ajoradalla', name: { fi: 'Jalkakäytävällä' } }, { key: 'pyoratiella', name: { fi: 'Pyörätiellä' } }] })
  await send('stepQuestion', { key: 'milloin', way: 'up' })
  expect((await questions()).map((each) => each.key)).toEqual(['milloin', 'missa-kohtaa'])
  const stale = await seal('questions')
  await send('removeQuestion', { key: 'missa-kohtaa' })
  expect((await questions()).map((each) => each.key)).toEqual(['milloin'])
  expect((await t.post(one, 'root', { _do: 'addQuestion', seal: stale, type: 'text', labelFi: 'Myöhässä' })).status).toBe(422)
  expect((await send('removeQuestion', { key: 'missa-kohtaa' })).status).toBe(404)
})
test.each([
  ['no words', { type: 'text', labelFi: '' }], ['no such type', { type: 'file', labelFi: 'x' }], ['one option', { type: 'many', labelFi: 'x', options: 'yksi' }], ['the same twice', { type: 'choice', labelFi: 'x', options: 'yksi\nYKSI' }],
  ['an option without Finnish', { type: 'choice', labelFi: 'x', options: 'yksi\n| en' }], ['too many options', { type: 'choice', labelFi: 'x', options: Array.from({ length: 31 }, (_, i) => `o${i}`).join('\n') }], ['too long', { type: 'text', labelFi: 'x'.repeat(151) }],
])('a bad question is told of: %s', async (_what, values) => {
  const before = (await rowOf(road)).questions
  expect((await send('addQuestion', values as Record<string, string>)).status).toBe(422)
  expect((await rowOf(road)).questions).toEqual(before)
})
test('there is an end to how much is asked', async () => {
  for (let i = (await rowOf(road)).questions.length; i < 20; i++) expect((await send('addQuestion', { type: 'text', labelFi: `Kysymys ${i}` })).status).toBe(303)
  expect((await send('addQuestion', { type: 'text', labelFi: 'Yksi liikaa' })).status).toBe(422)
})

test('a closed category is no longer offered, but its reports keep it', async () => {
  const { id } = await t.aino.does(keepReport, { categoryId: t.categories.light, text: 'Lamppu pimeänä.', sender: {}, channel: 'web' })
  expect((await t.post(`/fi/admin/feedback/${t.categories.light}`, 'antti', { _do: 'close' })).status).toBe(303)
  expect(await t.aino.does((ctx) => categoriesOf(ctx).then((all) => all.map((each) => each.id)))).not.toContain(t.categories.light)
  expect(await t.aino.does(categoryOf, t.categories.light)).toMatchObject({ closed: true, key: 'light' })
  await expect(t.aino.does(keepReport, { categoryId: t.categories.light, text: 'Taas pimeänä.', sender: {}, channel: 'web' })).rejects.toThrow('categoryUnknown')
  expect(id).toBeTruthy()
  await t.post(`/fi/admin/feedback/${t.categories.light}`, 'antti', { _do: 'reopen' })
  expect(await t.aino.does(categoryOf, t.categories.light)).toMatchObject({ closed: false })
})

test('a stopper that forwards says that a report can be sent, while its partner is there', async () => {
  const partnerId = await t.antti.does(async (ctx) => { const id = ctx.newId(); await ctx.db.insert(partner).values({ ...ctx.scope, id, name: 'ELY-keskus', kind: 'owner', email: 'ely@valtio.example' }); return id })
  expect((await send('stopper', { stopperKind: 'notOurs', stopperTextFi: 'Valtio hoitaa.', stopperTextSv: 'Staten sköter.', phone: '', url: '', stopperPartnerId: partnerId })).status).toBe(303)
  expect((await t.aino.does(categoryOf, road)).stopper).toEqual({ kind: 'notOurs', text: 'Valtio hoitaa.', partnerId, sendable: true })
  await db.update(partner).set({ closedAt: t.house.time }).where(eq(partner.id, partnerId))
  expect((await t.aino.does(categoryOf, road)).stopper).toMatchObject({ sendable: false })
  expect((await t.get(one, 'antti')).status).toBe(200)
})

test('a municipality without categories starts with ready ones in one tap; twice, or by two, changes nothing more', async () => {
  const fresh = await town({ house: t.house, name: 'Uusila' })
  await db.delete(category).where(eq(category.municipalityId, fresh.municipality.id))
  await Promise.all([fresh.antti.does(addStarter, fresh.units.library), fresh.antti.does(addStarter, fresh.units.library)])
  const offered = await fresh.antti.does(categoriesOf)
  expect(offered.map((each) => each.key)).toEqual(starterCategories.map((each) => each.key))
  expect(offered.length).toBeGreaterThanOrEqual(10)
  expect(offered.find((each) => each.key === 'danger')?.stopper).toMatchObject({ kind: 'danger', phone: '112', sendable: false })
  expect(offered.find((each) => each.key === 'service')).toMatchObject({ private: true, unit: 'Kirjasto' })
  expect(await fresh.antti.does(addStarter, t.units.sports)).toEqual({ problems: { unitId: 'required' } })
  await expect(fresh.aino.does(addStarter, fresh.units.library)).rejects.toThrow('forbidden')
})
test('the page of an empty municipality offers the start, and the address "try" answers without script', async () => {
  const empty = await web()
  await empty.house.database.owner.delete(category)
  const page = await (await empty.get('/fi/admin/feedback', 'antti')).text()
  expect(page).toContain('Aloita valmiilla luokilla')
  const started = await empty.post('/fi/admin/feedback', 'antti', { _do: 'start', unitId: empty.units.sports })
  expect(started.headers.get('location')).toBe('/fi/admin/feedback?started=1')
  expect(await (await empty.get('/fi/admin/feedback', 'antti')).text()).toContain('Kuoppa tai vaurio tiessä')
  const tried = await (await t.get('/fi/admin/feedback?try=katuvalo+on+pime%C3%A4n%C3%A4', 'antti')).text()
  expect(tried).toMatch(/<b>Katuvalo[^/]*Selvä<.b>/)
})
