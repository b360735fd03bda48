import { sql } from 'drizzle-orm'
import { startEmbedded } from '#core/db/embedded.server.ts'
import { type Db, openDatabase } from '#core/db/open.server.ts'
import { contextOf, type House } from '#core/context/context.server.ts'
import { municipality } from '#core/identity/schema.server.ts'
import { folderStorage } from '#core/ports/storage.server.ts'
import { searchSubjects } from '#core/trail/search.server.ts'
import { dataFolder, removeFolder, startProgram } from '../../../tests/program.ts'
import { type Figure, inTurn } from '../../../bench/measure.ts'
import { readPlaceFilters } from './find/filters.ts'
import { placesListed, servicesListed } from './find/listed.server.ts'
import { manyPlaces } from './find/many-places.ts'
import { placesOnMap } from './find/map-points.server.ts'
import './kind.server.ts'

/**
 * The list, the map and the search over very many places and services, with nothing else running on the database of `folder`:
 * milliseconds of one question after another, at random places, zooms and pages.
 */
async function findFigures(folder: string, count: { places: number; services: number }): Promise<Figure[]> {
  const embedded = await startEmbedded(folder)
  const database = openDatabase({ host: embedded.host, port: embedded.port, user: embedded.user, database: 'nousu' })
  try {
    const [its] = await database.owner.select().from(municipality).where(sql`${municipality.primary}`)
    const now = new Date()
    await manyPlaces(database.owner as Db, its!.id, count, now)
    const house: House = { database, storage: folderStorage(`${folder}/files`), clock: () => now, baseUrl: 'http://localhost:3000', sign: (_purpose, text) => text, verify: () => true }
    const ctx = contextOf(house, { municipality: its! }, database.of(its!.id))
    let seed = 7
    const chance = () => { seed = (seed * 48_271) % 2_147_483_647; return seed / 2_147_483_647 }
    const around = () => ({ longitude: its!.longitude + (chance() - 0.5) * 0.2, latitude: its!.latitude + (chance() - 0.5) * 0.06 })
    const box = (zoom: number) => {
      const { longitude, latitude } = around(), half = (1280 / 512 / 2 ** zoom) * 180
      return { west: longitude - half, east: longitude + half, south: latitude - half * 0.2, north: latitude + half * 0.2 }
    }
    const filters = (address: string) => readPlaceFilters(new URLSearchParams(address))
    const size = `${Math.round(count.places / 1000)}k`
    const figures: Figure[] = []
    const measure = async (what: string, times: number, act: (i: number) => Promise<unknown>) => { await act(0); figures.push({ what: `${what}, ms`, size, ...(await inTurn(times, async (i) => { await act(i) })) }) }
    for (const [what, address] of [['map, all', ''], ['map, rinks', 'kind=rink'], ['map, sports', 'group=sports'], ['map, open now', 'open=1'], ['map, accessible and free', 'accessible=1&free=1']] as const)
      await measure(what, 300, async () => { const zoom = 8 + chance() * 10; await placesOnMap(ctx, box(zoom), zoom, filters(address)) })
    const deep = `after=${encodeURIComponent(`metsä~00000000-0000-0000-0000-000000000000`)}`
    for (const [what, address] of [['all', ''], ['a later page', deep], ['rinks', 'kind=rink'], ['sports', 'group=sports'], ['open now', 'open=1'], ['rinks open now', 'kind=rink&open=1'], ['accessible and free', 'accessible=1&free=1'], ['for children', 'audience=children'], ['for older people', 'audience=older'], ['an area', 'area=Soppeenmäki'], ['of the municipality', 'provider=own'], ['in good condition', 'good=1'], ['rinks by condition', 'kind=rink&sort=condition']] as const)
      await measure(`list, ${what}`, 200, () => placesListed(ctx, filters(address), null))
    for (const [what, address] of [['nearest', ''], ['nearest rinks', 'kind=rink'], ['nearest libraries', 'kind=library'], ['nearest open now', 'open=1'], ['nearest accessible and free', 'accessible=1&free=1']] as const)
      await measure(`list, ${what}`, 200, () => placesListed(ctx, { ...filters(address), sort: 'nearest' }, around()))
    await measure('services, all', 200, () => servicesListed(ctx, {}))
    await measure('services, free for families', 200, () => servicesListed(ctx, { free: true, audience: 'families' }))
    const weights = { place: 0.5, service: 0.5 }
    for (const [what, words] of [['one word', ['harjula', 'suvanto', 'neuvonta']], ['two words', ['harjula kurun', 'kirjaston lainaus', 'viljakkalan mäntylä']], ['a kind', ['kirjasto', 'luistelukenttä', 'päiväkoti']], ['inflected', ['kirjastossa', 'luistelukentille', 'rantalassa']], ['a typo', ['kirjsto', 'luistelukentä', 'harjjula']], ['a synonym', ['räntäsade', 'luistinradalla', 'luistinrata']]] as const)
      await measure(`search, ${what}`, 100, (i) => searchSubjects(ctx, words[i % words.length]!, { weights }))
    await measure('search, a kind near', 100, () => searchSubjects(ctx, 'luistelukenttä', { weights, near: around() }))
    await measure('search, nothing like it', 100, () => searchSubjects(ctx, 'zeppeliinisatama', { weights }))
    return figures
  } finally { await database.close(); await embedded.stop() }
}

// npm run bench directory [-- --small]: the demonstration with 50 000 places and 10 000 services (2 000 and 500) over it.
const folder = dataFolder()
try {
  await (await startProgram({ DATA_DIR: folder })).stop()
  for (const figure of await findFigures(folder, process.argv.includes('--small') ? { places: 2000, services: 500 } : { places: 50_000, services: 10_000 })) console.log(JSON.stringify(figure))
} finally { removeFolder(folder) }
