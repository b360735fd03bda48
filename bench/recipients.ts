import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { sql } from 'drizzle-orm'
import { command, type House } from '#core/context/context.server.ts'
import { startEmbedded } from '#core/db/embedded.server.ts'
import { openDatabase } from '#core/db/open.server.ts'
import { municipality } from '#core/identity/schema.server.ts'
import { mailDigests } from '#core/notices/rounds.server.ts'
import { tellThem } from '#core/notices/tell.server.ts'
import { folderStorage } from '#core/ports/storage.server.ts'
import { deliver } from '#core/trail/deliver.server.ts'
import { event } from '#core/trail/event.ts'
import { record } from '#core/trail/record.server.ts'
import { type Figure, round } from './measure.ts'

const opened = event('bench.opened', { onTrail: true, tells: 'followers', wide: true, icon: 'moved', words: { fi: () => 'Kokeilu alkoi', sv: () => 'Försöket började', en: () => 'The experiment began' } })
const followers = 10_000
setFlagsFromString('--expose-gc')
const collect = runInNewContext('gc') as () => void

/** Tells one event to ten thousand followers of a subject, and writes their weekly digest, with nothing else running on the database of `folder`. */
export async function recipients(folder: string, size: string): Promise<Figure[]> {
  const embedded = await startEmbedded(folder)
  const database = openDatabase({ host: embedded.host, port: embedded.port, user: embedded.user, database: 'nousu' })
  try {
    const db = database.owner
    let now = new Date()
    const house: House = { database, storage: folderStorage(`${folder}/files`), clock: () => now, baseUrl: 'http://localhost:3000', sign: (_purpose, text) => text, verify: () => true }
    const [its] = await db.select().from(municipality).where(sql`${municipality.primary}`)
    const m = its!.id
    while ((await deliver(house, [tellThem])).events > 0);
    const { rows: [subject] } = await db.execute<{ id: string }>(sql`select id from trail.subject where municipality_id = ${m} and visibility = 'public' order by created_at desc limit 1`)
    await db.execute(sql`insert into identity.person (municipality_id, id, name, email, language) select ${m}, gen_random_uuid(), 'Seuraaja ' || i, 'seuraaja' || i || '@bench.example', 'fi' from generate_series(1, ${followers}) i`)
    await db.execute(sql`insert into trail.follow (municipality_id, id, subject_id, person_id, language, rhythm, why, confirmed_at) select municipality_id, gen_random_uuid(), ${subject!.id}, id, 'fi', 'weekly', 'chosen', ${now} from identity.person where municipality_id = ${m} and email like '%@bench.example'`)
    now = new Date(now.getTime() + 1000)
    await command(house, { municipality: its! }, (ctx) => record(ctx, opened, { subjectId: subject!.id, sentence: 'Kahden kuukauden kokeilu alkoi tänään.' }))
    const told = await watched(async () => { await deliver(house, [tellThem]) })
    now = new Date(now.getTime() + 8 * 86_400_000)
    const written = await watched(() => mailDigests(house))
    const count = async (of: ReturnType<typeof sql>) => (await db.execute<{ n: number }>(sql`select count(*)::int as n from ${of}`)).rows[0]!.n
    const [notices, letters] = [await count(sql`notices.notice where kind = 'bench.opened'`), await count(sql`notices.mail where "to" like '%@bench.example'`)]
    return [
      { what: 'telling followers', size, recipients: notices, 'recipients per second': Math.round(notices / told.seconds), 'peak heap growth, MB': told.heap },
      { what: 'writing their digest', size, recipients: letters, 'recipients per second': Math.round(letters / written.seconds), 'peak heap growth, MB': written.heap },
    ]
  } finally { await database.close(); await embedded.stop() }
}

/** How long something took, and how far above its beginning the heap went meanwhile, garbage and all. */
async function watched(work: () => Promise<void>): Promise<{ seconds: number; heap: number }> {
  collect()
  const start = process.memoryUsage().heapUsed
  let peak = start
  const look = setInterval(() => { peak = Math.max(peak, process.memoryUsage().heapUsed) }, 2)
  const began = performance.now()
  await work()
  clearInterval(look)
  return { seconds: (performance.now() - began) / 1000, heap: round((peak - start) / 1e6) }
}
