import { expect, test } from 'vitest'
import { subjectOf } from '#core/trail/subject.server.ts'
import { town } from '../../../tests/town.ts'
import { proposeIdea } from './proposing/propose.server.ts'
import { supportIdea, withdrawSupport } from './support.server.ts'

const { aino, otso, guest, ry, newPerson } = await town()
let count = 0
const sent = () => aino.does(proposeIdea, { title: 'Uimalaituri Keijärvelle', text: `Rannalta ${++count} puuttuu laituri, jolta pääsee veteen.` })

test("a resident's second support changes nothing", async () => {
  const idea = await sent()
  await otso.does(supportIdea, idea.id); await otso.does(supportIdea, idea.id)
  expect((await guest.sees(subjectOf, idea.id)).supports).toBe(1)
})

test('a hundred supports at the same moment by ten people are ten', async () => {
  const idea = await sent()
  const people = await Promise.all(Array.from({ length: 10 }, (_, i) => newPerson(`Asukas ${i}`)))
  await Promise.all(Array.from({ length: 100 }, (_, i) => people[i % 10]!.does(supportIdea, idea.id)))
  expect((await guest.sees(subjectOf, idea.id)).supports).toBe(10)
  await people[0]!.does(withdrawSupport, idea.id); await people[0]!.does(withdrawSupport, idea.id)
  expect((await guest.sees(subjectOf, idea.id)).supports).toBe(9)
})

test('an organisation does not support, a guest is asked to sign in', async () => {
  const idea = await sent()
  await expect(ry.does(supportIdea, idea.id)).rejects.toThrow('forbidden')
  await expect(guest.does(supportIdea, idea.id)).rejects.toThrow('signInNeeded')
})
