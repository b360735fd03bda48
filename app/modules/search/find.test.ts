import { expect, test } from 'vitest'
import { town } from '../../../tests/town.ts'
import { find } from './find.server.ts'

const { guest, topics } = await town()
const straightTo = async (q: string) => (await guest.sees(find, new URLSearchParams({ q }))).shortcuts.map(({ kind, path }) => [kind, path])

test('the words of a topic, an area and a place lead straight to their pages', async () => {
  expect(await straightTo('kirjastoja')).toContainEqual(['topic', `/topics/${topics.library}`])
  expect(await straightTo('soppeenmäessä')).toContainEqual(['area', '/areas/Soppeenm%C3%A4ki'])
  expect(await straightTo('kirkonkylän')).toContainEqual(['area', '/areas/Kirkonkyl%C3%A4'])
  expect(await straightTo('keijärvelle')).toContainEqual(['place', '/areas/Kirkonkyl%C3%A4'])
})
