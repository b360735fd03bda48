import { expect, test } from 'vitest'
import { isProblems } from '#core/errors/errors.ts'
import { trailOf } from '#core/trail/trail.server.ts'
import { subjectOf } from '#core/trail/subject.server.ts'
import { addBody, addItem, addMeeting, agendaOf, bringDecision, decideItem, keepAllComing, publishMeeting } from '#modules/meetings/server'
import { town } from '../../../tests/town.ts'
import { editCase } from './edit.server.ts'
import { closeMatter } from './decide.server.ts'
import { matterOf } from './matter.server.ts'
import { editPhase, movePhase } from './phases.server.ts'
import { publishMatter } from './publish.server.ts'
import { putMatter } from './put.server.ts'
import { showMatter } from './show.server.ts'
import './on-agendas.server.ts'

const { antti, jari, leena, guest, house, units, topics } = await town()
const made = <T extends object>(done: T): Exclude<T, { problems: unknown }> => { if (isProblems(done)) throw new Error(JSON.stringify(done)); return done as Exclude<T, { problems: unknown }> }

test('a matter and an agenda find each other by the case number; the decision is one tap from the matter', async () => {
  const { id: board } = made(await antti.does(addBody, { nameFi: 'Liikuntalautakunta', nameSv: '', nameEn: '', unitId: units.sports }))
  const { id: matter } = made(await jari.does(putMatter, { title: 'Keijärven laituri', thought: 'Rannalle voisi tehdä esteettömän laiturin.', topicId: topics.sports } as never))
  await jari.does(editCase, matter, { caseNumber: 'ylö/12/2026', decidingBody: '', meetingOn: '' } as never)
  const { id: meeting } = made(await jari.does(addMeeting, { bodyId: board, day: '2026-12-07', time: '17:00', place: '', agendaUrl: '', minutesUrl: '' }))
  const { id: item } = await jari.does(addItem, meeting, { title: 'Keijärven laituri', sign: '4', text: '', url: '', caseNumber: 'YLÖ/12/2026', topicId: '', place: '', matterId: '' })
  await jari.does(publishMeeting, meeting)
  expect(await guest.sees(agendaOf, matter)).toEqual([]) // a draft is on nobody's agenda
  await jari.does(publishMatter, matter)
  expect(await guest.sees(agendaOf, matter)).toMatchObject([{ itemId: item, state: 'coming' }])
  expect((await guest.sees(trailOf, matter)).map((each) => each.kind)).toContain('meetings.matterComes')
  house.time = new Date('2026-12-07T18:00:00Z')
  await jari.does(decideItem, item, { decision: 'Laituri rakennetaan keväällä.', decisionUrl: '' })
  await expect(leena.does(bringDecision, item)).rejects.toThrow('forbidden') // another unit's official
  expect(await jari.does(bringDecision, item)).toBeUndefined()
  const { its } = await guest.sees(matterOf, matter)
  expect(its).toMatchObject({ decision: 'Laituri rakennetaan keväällä.', decisionUrl: expect.stringContaining(`/meetings/items/${item}`) as string })
  const shown = await guest.sees(showMatter, matter)
  expect(shown.gone ? [] : shown.agenda.map((each) => each.decision)).toEqual(['Laituri rakennetaan keväällä.'])
})

test('what comes next is the first of all its days: the end of its phase, its own meeting day, the agendas it is on', async () => {
  house.time = new Date('2027-01-10T09:00:00Z')
  const comes = async () => (await guest.sees(subjectOf, matter)).comesAt?.toJSON() ?? null
  const board = made(await antti.does(addBody, { nameFi: 'Tekninen lautakunta', nameSv: '', nameEn: '', unitId: units.sports })).id
  const { id: matter } = made(await jari.does(putMatter, { title: 'Rannan valot', thought: 'Rannan polku voisi olla valaistu talvella.', topicId: topics.sports } as never))
  const caseOf = (meetingOn: string) => jari.does(editCase, matter, { caseNumber: 'YLÖ/13/2027', decidingBody: '', meetingOn } as never)
  await caseOf('')
  await jari.does(publishMatter, matter)
  const meets = async (day: string) => {
    const { id } = made(await jari.does(addMeeting, { bodyId: board, day, time: '17:00', place: '', agendaUrl: '', minutesUrl: '' }))
    const item = await jari.does(addItem, id, { title: 'Rannan valot', sign: '', text: '', url: '', caseNumber: 'YLÖ/13/2027', topicId: '', place: '', matterId: '' })
    await jari.does(publishMeeting, id)
    return item.id
  }
  const { phases, open } = (await guest.sees(matterOf, matter))
  const ends = (endsOn: string) => jari.does(editPhase, matter, open!.id, { name: 'Ideointi', does: ['comment'], stage: 'idea', endsOn } as never)
  const first = await meets('2027-01-20')
  await meets('2027-02-20')
  expect(await comes()).toBe('2027-01-20T15:00:00.000Z')
  await ends('2027-01-15')
  expect(await comes()).toBe('2027-01-15T21:59:59.000Z')
  await ends('2027-01-25')
  expect(await comes()).toBe('2027-01-20T15:00:00.000Z') // the agenda's day is not forgotten
  await jari.does(movePhase, matter, { to: phases[1]!.id, sentence: 'Nyt asiaa luonnostellaan yhdessä.', endsOn: '2027-03-30' } as never)
  expect(await comes()).toBe('2027-01-20T15:00:00.000Z')
  await caseOf('2027-01-18')
  expect(await comes()).toBe('2027-01-18T21:59:59.000Z')
  house.time = new Date('2027-01-19T09:00:00Z')
  expect(await antti.does(keepAllComing)).toBeGreaterThan(0)
  expect(await comes()).toBe('2027-01-20T15:00:00.000Z')
  house.time = new Date('2027-01-20T17:00:00Z')
  await jari.does(decideItem, first, { decision: 'Asia palautetaan valmisteluun.', decisionUrl: '' })
  expect(await comes()).toBe('2027-02-20T15:00:00.000Z')
  await jari.does(closeMatter, matter, { outcome: 'ended', sentence: 'Rahaa ei tullut, joten valoja ei tehdä.' })
  expect(await comes()).toBeNull()
})
