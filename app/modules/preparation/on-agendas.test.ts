import { expect, test } from 'vitest'
import { isProblems } from '#core/errors/errors.ts'
import { trailOf } from '#core/trail/trail.server.ts'
import { addBody, addItem, addMeeting, agendaOf, bringDecision, decideItem, publishMeeting } from '#modules/meetings/server'
import { town } from '../../../tests/town.ts'
import { editCase } from './edit.server.ts'
import { matterOf } from './matter.server.ts'
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
