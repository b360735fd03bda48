import { createHash, randomBytes, randomUUID } from 'node:crypto'
import pg from 'pg'
import { runningEmbedded } from '#core/db/embedded.server.ts'
import { type Figure, round } from '../../../bench/measure.ts'
import { dataFolder, removeFolder, startProgram } from '../../../tests/program.ts'

/** What a device of the bench says: a rink's ice, a track's, a beach's water. */
const says = [{ kind: 'rink', property: 'ice', value: ['good', 'fair', 'bumpy', 'snowy'] }, { kind: 'skiTrack', property: 'classic', value: ['groomed', 'good', 'satisfactory'] }, { kind: 'beach', property: 'water', value: [16.5, 17, 17.5, 18] }] as const
type Poster = { key: string; placeIds: string[]; its: (typeof says)[number] }

/** Places and devices for the bench in a running program's database: so many devices, fifteen places each. */
async function posters(client: pg.Client, devices: number): Promise<Poster[]> {
  const { rows: [its] } = await client.query<{ id: number; longitude: number; latitude: number; unit: string }>('select m.id, m.longitude, m.latitude, u.id as unit from identity.municipality m join identity.unit u on u.municipality_id = m.id where m.primary limit 1')
  const made: Poster[] = []
  for (let n = 0; n < devices; n++) {
    const kind = says[n % says.length]!, key = `nousu_d_${randomBytes(32).toString('base64url')}`, id = randomUUID(), placeIds = Array.from({ length: 15 }, () => randomUUID())
    await client.query(`insert into trail.subject (municipality_id, id, kind, language, title, stage, visibility, owner_unit_id, longitude, latitude, search)
      select $1, i, 'place', 'fi', jsonb_build_object('fi', 'Mittauspaikka ' || $3), 'service', 'public', $4, $5 + $3::float8 / 500, $6, to_tsvector('simple', 'mittauspaikka') from unnest($2::uuid[]) i`, [its!.id, placeIds, n, its!.unit, its!.longitude, its!.latitude])
    await client.query(`insert into directory.place (municipality_id, id, kind, name) select $1, i, $3, jsonb_build_object('fi', 'Mittauspaikka') from unnest($2::uuid[]) i`, [its!.id, placeIds, kind.kind])
    await client.query(`insert into devices.device (municipality_id, id, name, kind, unit_id, digest) values ($1, $2, $3, 'sensor', $4, $5)`, [its!.id, id, `Mittari ${n}`, its!.unit, createHash('sha256').update(key).digest('base64url')])
    await client.query('insert into devices.device_place (municipality_id, device_id, place_id) select $1, $2, i from unnest($3::uuid[]) i', [its!.id, id, placeIds])
    made.push({ key, placeIds, its: kind })
  }
  return made
}

const percentiles = (took: number[]) => { const sorted = took.toSorted((a, b) => a - b); const at = (share: number) => round(sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0); return { 'median ms': at(0.5), 'p99 ms': at(0.99), 'worst ms': at(1) } }

/**
 * Observations at a steady rate for some seconds, half of them one by one and half in heaps of twenty, from forty devices
 * over six hundred places, while readers open places, their histories and lists one after another without the one-second
 * cache. Every fiftieth post is sent twice. Then it is counted that each was kept once.
 */
async function pressure(url: string, folder: string, perSecond: number, seconds: number): Promise<Figure[]> {
  const client = new pg.Client({ ...runningEmbedded(folder)!, database: 'nousu' })
  await client.connect()
  const sending = await posters(client, 40), placeIds = sending.flatMap((each) => each.placeIds), taken: number[] = [], heaps: number[] = [], read: number[] = [], refused = new Map<string, number>()
  let said = 0, thanked = 0, stop = false
  const one = (poster: Poster, n: number) => ({ placeId: poster.placeIds[n % poster.placeIds.length], property: poster.its.property, value: poster.its.value[n % poster.its.value.length], clientId: `bench-${n}` })
  const send = async (poster: Poster, items: unknown[], into: number[], again = false): Promise<void> => {
    const began = performance.now()
    try {
      const answer = await fetch(`${url}/api/v1/observations`, { method: 'POST', headers: { authorization: `Bearer ${poster.key}`, 'content-type': 'application/json' }, body: JSON.stringify(items), signal: AbortSignal.timeout(60_000) })
      if (answer.ok) { into.push(performance.now() - began); thanked += (await answer.json() as { kept: number }).kept } else { refused.set(String(answer.status), (refused.get(String(answer.status)) ?? 0) + 1); await answer.body?.cancel() }
    } catch (cause) { refused.set((cause as Error).name, (refused.get((cause as Error).name) ?? 0) + 1) }
    if (again) await send(poster, items, into)
  }
  const reader = async (seed: number) => {
    for (let n = seed; !stop; n++) {
      const id = placeIds[(n * 7) % placeIds.length], path = n % 4 === 0 ? '/fi/places?kind=rink' : n % 4 === 1 ? `/fi/places/${id}/conditions` : `/fi/places/${id}`
      const began = performance.now(), answer = await fetch(url + path, { headers: { accept: 'text/html', cookie: 'bench=1' } })
      await answer.arrayBuffer()
      if (answer.ok) read.push(performance.now() - began); else refused.set(`read ${answer.status}`, (refused.get(`read ${answer.status}`) ?? 0) + 1)
    }
  }
  try {
    const readers = [0, 1, 2, 3].map((n) => reader(n * 1000)), all: Promise<void>[] = [], began = performance.now()
    const until = async (moment: number) => { const wait = moment - (performance.now() - began); if (wait > 0) await new Promise((resolve) => setTimeout(resolve, wait)) }
    for (let step = 0; step < (perSecond * seconds) / 40; step++) {
      // of every forty, twenty come one by one over the time and twenty in a heap
      for (let i = 0; i < 20; i++) { await until(((step * 40 + i * 2) * 1000) / perSecond); const n = said++, poster = sending[n % sending.length]!; all.push(send(poster, [one(poster, n)], taken, n % 50 === 0)) }
      const poster = sending[(step * 7) % sending.length]!, heap = Array.from({ length: 20 }, () => one(poster, said++))
      all.push(send(poster, heap, heaps, step % 50 === 0))
    }
    await Promise.all(all)
    const took = performance.now() - began
    stop = true
    await Promise.all(readers)
    const size = `${perSecond}/s`
    return [
      { what: 'observations', size, seconds: round(took / 1000), said, thanked, kept: Number((await client.query<{ n: string }>("select count(*) as n from conditions.observation where client_id like 'bench-%'")).rows[0]!.n), 'other answers': [...refused].map(([what, n]) => `${what}: ${n}`).join(', ') || 'none' },
      { what: 'a post of one', size, ...percentiles(taken) }, { what: 'a post of twenty', size, ...percentiles(heaps) }, { what: 'readers’ pages', size, read: read.length, ...percentiles(read) },
    ]
  } finally { stop = true; await client.end() }
}

// npm run bench conditions [-- --small]: the demonstration with 200 observations a second for a minute (40 for ten seconds).
const folder = dataFolder(), small = process.argv.includes('--small')
try {
  const program = await startProgram({ DATA_DIR: folder })
  try { for (const figure of await pressure(program.url, folder, small ? 40 : 200, small ? 10 : 60)) console.log(JSON.stringify(figure)) } finally { await program.stop() }
} finally { removeFolder(folder) }
