import { and, eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { isProblems } from '#core/errors/errors.ts'
import { notice } from '#core/notices/schema.server.ts'
import { subjectOf } from '#core/trail/subject.server.ts'
import { trailOf } from '#core/trail/trail.server.ts'
import { addBody, addItem, addMeeting, decideItem, publishMeeting } from '#modules/meetings/server'
import { web } from '../../../tests/web.ts'
import { acceptInitiative, askReview } from './checking/check.server.ts'
import { registerInitiative } from './deciding/decide.server.ts'
import { changeRegistry } from './population.server.ts'
import { sendInitiative } from './send.server.ts'
import { showInitiative } from './show.server.ts'
import { startInitiative } from './write.server.ts'

const t = await web()
const { aino, antti, leena, guest, house, units, get, post } = t
const made = <T extends object>(done: T): Exclude<T, { problems: unknown }> => { if (isProblems(done)) throw new Error(JSON.stringify(done)); return done as Exclude<T, { problems: unknown }> }

test('an initiative and the council’s agenda find each other by the case number; the decision is brought from it to the officer’s form', async () => {
  await antti.does(changeRegistry, { unitId: units.library })
  const { id: council } = made(await antti.does(addBody, { nameFi: 'Valtuusto', nameSv: '', nameEn: '', unitId: units.library }))
  const { id } = made(await aino.does(startInitiative, { title: 'Valot pulkkamäkeen', text: 'Mäki on pimeä jo iltapäivällä. Kaksi valaisinta riittää.', way: 'alone' } as never))
  await aino.does(askReview, id)
  await leena.does(acceptInitiative, id)
  await aino.does(sendInitiative, id)
  const comes = async () => (await guest.sees(subjectOf, id)).comesAt?.toJSON() ?? null
  expect(await comes()).toBe((await guest.sees(subjectOf, id)).dueAt!.toJSON()) // the day by which it must be taken up
  const { id: meeting } = made(await leena.does(addMeeting, { bodyId: council, day: '2026-12-14', time: '18:00', place: '', agendaUrl: '', minutesUrl: '' }))
  const { id: item } = await leena.does(addItem, meeting, { title: 'Aloite pulkkamäen valoista', sign: '9', text: '', url: '', caseNumber: 'KOI/9/2026', topicId: '', place: '', matterId: '' })
  await leena.does(publishMeeting, meeting)
  await leena.does(registerInitiative, id, { caseNumber: 'koi / 9/2026', ofCouncil: 'yes' })
  expect(await guest.sees(showInitiative, id)).toMatchObject({ agenda: [{ itemId: item, body: 'Valtuusto', state: 'coming' }], links: [] })
  expect((await guest.sees(trailOf, id)).map((each) => each.kind)).toContain('meetings.matterComes')
  expect(await comes()).toBe('2026-12-14T16:00:00.000Z')
  expect(await (await get(`/fi/initiatives/${id}`, 'otso')).text()).toContain('Käsittelyssä: Valtuusto')

  house.time = new Date('2026-12-14T17:00:00Z')
  await leena.does(decideItem, item, { decision: 'Valtuusto päätti, että mäkeen tulee yksi valaisin.', decisionUrl: '' })
  const told = await house.database.owner.select({ kind: notice.kind, personId: notice.personId }).from(notice).where(and(eq(notice.subjectId, id), eq(notice.kind, 'meetings.matterDecided')))
  expect(told).toEqual([{ kind: 'meetings.matterDecided', personId: leena.id }]) // the registry's official, not its author as an official
  for (const who of ['guest', 'aino', 'jari']) expect(await (await get(`/fi/meetings/items/${item}`, who)).text()).not.toContain('Tuo päätös asiaan')
  expect(await (await get(`/fi/meetings/items/${item}`, 'leena')).text()).toContain('Tuo päätös asiaan')
  const to = (await post(`/fi/meetings/items/${item}`, 'leena', { _do: 'bring' })).headers.get('location')!
  expect(to).toBe(`/fi/initiatives/${id}/check?item=${item}#decide`)
  const form = await (await get(to, 'leena')).text()
  expect(form).toContain('>Valtuusto päätti, että mäkeen tulee yksi valaisin.</textarea>')
  expect(form).toContain(`value="http://localhost:3000/fi/meetings/items/${item}"`)
  expect(form).not.toMatch(/name="outcome"[^>]*checked/) // which outcome it is, a person says
  expect(await (await get(`/fi/initiatives/${id}/check?item=${id}`, 'leena')).text()).not.toContain('yksi valaisin')
  expect((await get(to, 'jari')).status).toBe(403)
  expect((await post(to.replace('#decide', ''), 'leena', { _do: 'decide', outcome: 'partly', decision: 'Mäkeen tulee yksi valaisin.', measures: '', url: `http://localhost:3000/fi/meetings/items/${item}` })).status).toBe(303)
  expect(await guest.sees(showInitiative, id)).toMatchObject({ row: { outcome: 'partly', decisionUrl: expect.stringContaining(item) as string } })
  expect(await comes()).toBeNull()
  expect(await (await get(`/fi/meetings/items/${item}`, 'leena')).text()).not.toContain('Tuo päätös asiaan')
})
