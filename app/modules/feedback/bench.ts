import { sql } from 'drizzle-orm'
import { startEmbedded } from '#core/db/embedded.server.ts'
import { type Db, openDatabase } from '#core/db/open.server.ts'
import { contextOf, type House } from '#core/context/context.server.ts'
import { municipality } from '#core/identity/schema.server.ts'
import { folderStorage } from '#core/ports/storage.server.ts'
import { dataFolder, removeFolder, startProgram } from '../../../tests/program.ts'
import { readFilters } from './map/filters.ts'
import { knownNear } from './map/known.server.ts'
import { listReports } from './map/list.server.ts'
import { reportsOnMap } from './map/map-points.server.ts'
import { type Figure, inTurn } from '../../../bench/measure.ts'
import { manyReports } from './map/many-reports.ts'

/**
 * The map, the list and the look-up of what is known already, over very many reports, with nothing else running on the
 * database of `folder`: milliseconds of one question after another, at random places and zooms.
 */
async function mapFigures(folder: string, count: number): Promise<Figure[]> {
  const embedded = await startEmbedded(folder)
  const database = openDatabase({ host: embedded.host, port: embedded.port, user: embedded.user, database: 'nousu' })
  try {
    const [its] = await database.owner.select().from(municipality).where(sql`${municipality.primary}`)
    const { rows: categories } = await database.owner.execute<{ id: string }>(sql`select id from feedback.category where municipality_id = ${its!.id} and not private`)
    await manyReports(database.owner as Db, its!.id, categories.map((each) => each.id), count)
    const house: House = { database, storage: folderStorage(`${folder}/files`), clock: () => new Date(), baseUrl: 'http://localhost:3000', sign: (_purpose, text) => text, verify: () => true }
    const ctx = contextOf(house, { municipality: its! }, database.of(its!.id))
    let seed = 7
    const chance = () => { seed = (seed * 48_271) % 2_147_483_647; return seed / 2_147_483_647 }
    const around = () => ({ longitude: its!.longitude + (chance() - 0.5) * 0.2, latitude: its!.latitude + (chance() - 0.5) * 0.06 })
    const box = (zoom: number) => {
      const { longitude, latitude } = around(), half = (1280 / 512 / 2 ** zoom) * 180
      return { west: longitude - half, east: longitude + half, south: latitude - half * 0.2, north: latitude + half * 0.2 }
    }
    const filters = (address: string) => readFilters(new URLSearchParams(address))
    const size = `${Math.round(count / 1000)}k`
    const figures: Figure[] = []
    for (const [what, address] of [['map, all', 'state=all'], ['map, open', ''], ['map, a category', `state=all&category=${categories[0]!.id}`], ['map, 30 days', 'state=all&days=30']] as const)
      figures.push({ what: `${what}, ms`, size, ...(await inTurn(400, async () => { const zoom = 8 + chance() * 10; await reportsOnMap(ctx, box(zoom), zoom, filters(address)) })) })
    figures.push({ what: 'known already, ms', size, ...(await inTurn(400, async (i) => { await knownNear(ctx, { categoryId: categories[i % categories.length]!.id, ...around() }) })) })
    for (const [what, address] of [['list, newest', ''], ['list, nearest', 'sort=nearest'], ['list, words', 'state=all&q=harvinainen']] as const)
      figures.push({ what: `${what}, ms`, size, ...(await inTurn(200, async () => { await listReports(ctx, filters(address), what.endsWith('nearest') ? around() : null) })) })
    return figures
  } finally { await database.close(); await embedded.stop() }
}

// npm run bench feedback [-- --small]: the demonstration with 200 000 reports (5 000) over it.
const folder = dataFolder()
try {
  await (await startProgram({ DATA_DIR: folder })).stop()
  for (const figure of await mapFigures(folder, process.argv.includes('--small') ? 5_000 : 200_000)) console.log(JSON.stringify(figure))
} finally { removeFolder(folder) }
