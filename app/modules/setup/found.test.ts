import { eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { municipality } from '#core/identity/schema.server.ts'
import { topic } from '#core/trail/schema.server.ts'
import { freshDatabase } from '../../../tests/town.ts'
import { type Founding, foundMunicipality } from './found.server.ts'

const database = await freshDatabase()
const kuusela: Founding = {
  slug: 'kuusela', name: { fi: 'Kuusela', sv: 'Granby' }, languages: ['fi', 'sv'], longitude: 23.6, latitude: 61.5, primary: true,
  units: [{ key: 'library', name: { fi: 'Kirjasto' } }], topics: [{ key: 'books', name: { fi: 'Kirjat' }, unitKey: 'library', hints: ['kirja'] }],
  places: [{ name: { fi: 'Tori' }, area: 'Keskusta', longitude: 23.6, latitude: 61.5 }],
}

test('a municipality is founded with its units, topics and places, and answers in 14 days', async () => {
  const made = await foundMunicipality(database.owner, kuusela)
  expect(made.municipality).toMatchObject({ slug: 'kuusela', primary: true, rules: { replyDays: 14 } })
  const [books] = await database.of(made.municipality.id).select().from(topic)
  expect(books).toMatchObject({ id: made.topics.books, unitId: made.units.library, hints: ['kirja'] })
})

test('a founding that fails leaves nothing behind', async () => {
  await expect(foundMunicipality(database.owner, { ...kuusela, slug: 'mantyla', topics: [{ key: 'x', name: { fi: 'X' }, unitKey: 'nobody' }] })).rejects.toThrow('no unit "nobody"')
  expect(await database.owner.select().from(municipality).where(eq(municipality.slug, 'mantyla'))).toEqual([])
})
