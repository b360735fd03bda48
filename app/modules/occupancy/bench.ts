import { sql } from 'drizzle-orm'
import { startEmbedded } from '#core/db/embedded.server.ts'
import { type Db, openDatabase } from '#core/db/open.server.ts'
import { contextOf, type House } from '#core/context/context.server.ts'
import { municipality } from '#core/identity/schema.server.ts'
import { folderStorage } from '#core/ports/storage.server.ts'
import { type Figure, inTurn } from '../../../bench/measure.ts'
import { dataFolder, removeFolder, startProgram } from '../../../tests/program.ts'
import { crowdRows } from './crowd-rows.server.ts'
import { usualDays } from './curve.server.ts'

/** A year of quarter levels of `counters` gates, and `places` places with a counter that has counted just now, past their operations. */
async function manyLevels(db: Db, m: number, counters: number, places: number, days: number): Promise<{ id: string; placeId: string }[]> {
  await db.execute(sql`select setseed(0.42)`)
  const { rows } = await db.execute<{ id: string; placeId: string }>(sql`
    with made as (insert into trail.subject (municipality_id, id, kind, language, title, summary, stage, visibility, longitude, latitude, search)
      select ${m}, gen_random_uuid(), 'place', 'fi', jsonb_build_object('fi', 'Halli ' || n), '', 'service', 'public', 23.6, 61.55, '' from generate_series(1, ${places}::int) n returning id)
    insert into occupancy.counter (municipality_id, id, place_id, name, way, capacity, quiet_to, normal_to, busy_to, day, inside, entered, counted_at, heard_at)
    select ${m}, gen_random_uuid(), id, '{"fi":"Halli"}', 'gates', 200, 30, 60, 90, occupancy.day_of(now(), 4), 60, 300, now(), now() from made returning id, place_id as "placeId"`)
  await db.execute(sql`insert into directory.open_time (municipality_id, owner_id, opens_at, closes_at, state) select ${m}, c.place_id, date_trunc('day', now()) + make_interval(days => d), date_trunc('day', now()) + make_interval(days => d, hours => 23), 'open' from occupancy.counter c cross join generate_series(-1, 14) d where c.municipality_id = ${m} on conflict do nothing`)
  await db.execute(sql`
    insert into occupancy.level (municipality_id, counter_id, at, day, slot, kind, inside)
    select ${m}, c.id, q, w::date, extract(hour from w) * 4 + extract(minute from w)::int / 15, case when extract(doy from w)::int % 26 = 0 then 8 else extract(isodow from w) end, greatest(0, 90 + 80 * sin((extract(hour from w) - 8) / 3.8) + 30 * (random() - 0.5))::int
    from unnest(${sql.param(rows.slice(0, counters).map((row) => row.id))}::uuid[]) as c(id) cross join generate_series(date_bin('15 minutes', now() - make_interval(days => ${days}::int), timestamptz '2000-01-01 00:00Z'), now() - interval '1 day', interval '15 minutes') q cross join lateral (select q at time zone 'Europe/Helsinki' as w) l`)
  for (const table of ['level', 'counter', 'passage']) await db.execute(sql.raw(`vacuum analyze occupancy.${table}`))
  return rows
}

/** The usual week of a year, the present of many places, and one more count of a busy day, with nothing else running on the database of `folder`: milliseconds. */
async function figures(folder: string, small: boolean): Promise<Figure[]> {
  const embedded = await startEmbedded(folder)
  const database = openDatabase({ host: embedded.host, port: embedded.port, user: embedded.user, database: 'nousu' })
  try {
    const [its] = await database.owner.select().from(municipality).where(sql`${municipality.primary}`)
    const many = await manyLevels(database.owner as Db, its!.id, 20, 500, small ? 70 : 365)
    const house: House = { database, storage: folderStorage(`${folder}/files`), clock: () => new Date(), baseUrl: 'http://localhost:3000', sign: (_purpose, text) => text, verify: () => true }
    const ctx = contextOf(house, { municipality: its! }, database.of(its!.id))
    const { rows: [size] } = await database.owner.execute<{ n: string }>(sql`select count(*) n from occupancy.level where municipality_id = ${its!.id}`)
    const levels = `${Math.round(Number(size!.n) / 1000)}k`
    const found: Figure[] = []
    found.push({ what: 'usual week, nightly, ms', size: levels, ...(await inTurn(small ? 3 : 10, async () => { await ctx.db.execute(sql`select occupancy.count_typical(${its!.id}::int, current_date)`) })) })
    found.push({ what: 'usual week of a place, ms', size: levels, ...(await inTurn(200, async (i) => { await usualDays(ctx, [many[i % 20]!.id]) })) })
    found.push({ what: 'present of 500 places, ms', size: '500', ...(await inTurn(50, async () => { await crowdRows(ctx, many.map((each) => each.placeId), { kind: 1, slot: 60 }) })) })
    found.push({ what: 'present of 20 places, ms', size: '500', ...(await inTurn(200, async (i) => { await crowdRows(ctx, many.slice(i % 25 * 20, i % 25 * 20 + 20).map((each) => each.placeId), { kind: 1, slot: 60 }) })) })
    const busy = many[0]!.id
    await database.owner.execute(sql`insert into occupancy.passage (municipality_id, counter_id, client_id, at, day, entered, left_out) select ${its!.id}, ${busy}, 'b' || n, occupancy.day_begins(occupancy.day_of(now(), 4), 4) + make_interval(secs => n), occupancy.day_of(now(), 4), n % 2, (n + 1) % 2 from generate_series(1, 2000) n`)
    found.push({ what: 'a day of 2 000 counts anew, ms', size: '2k', ...(await inTurn(100, async () => { await ctx.db.execute(sql`select occupancy.settle(${its!.id}::int, ${busy}::uuid, occupancy.day_of(now(), 4), 1, 2, now() - interval '15 minutes', now())`) })) })
    return found
  } finally { await database.close(); await embedded.stop() }
}

// npm run bench -- occupancy [--small]: the demonstration with a year (ten weeks) of levels from 20 counters and 500 places over it.
const folder = dataFolder()
try {
  await (await startProgram({ DATA_DIR: folder })).stop()
  for (const figure of await figures(folder, process.argv.includes('--small'))) console.log(JSON.stringify(figure))
} finally { removeFolder(folder) }
