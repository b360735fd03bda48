import { and, eq, isNull } from 'drizzle-orm'
import type { Ctx } from '#core/context/context.server.ts'
import { atWallClock, wallClock } from '#core/time/local.ts'
import { keepPastConditions, keepSeason, maintained, type NewMaintenance, type NewObservation, observe, seasonForm } from '#modules/conditions/server'
import { device, makeDevice } from '#modules/devices/server'
import { counter, counterForm, countUsual, keepPastLevels, makeCounter, passages } from '#modules/occupancy/server'
import type { ToldPlace } from './directory.ts'
import { insideAt, livingWeek } from './living-week.ts'

type As = (name: string, at?: Date) => Ctx
type Known = { places: ReadonlyMap<string, string>; units: Record<string, string> }

/** Counters of the demonstration, by the place's key: how many it holds, and what counts. */
const counters: Record<string, { capacity: number; name: { fi: string; sv: string; en: string }; unit: string }> = {
  'swimming-hall': { capacity: 180, name: { fi: 'Kassan portti', sv: 'Kassans grind', en: 'Ticket gate' }, unit: 'sports' },
  'swim-gym': { capacity: 40, name: { fi: 'Kuntosalin ovi', sv: 'Gymmets dörr', en: 'Gym door' }, unit: 'sports' },
  leija: { capacity: 150, name: { fi: 'Pääovi', sv: 'Huvuddörren', en: 'Main door' }, unit: 'library' },
  'raikka-rink': { capacity: 80, name: { fi: 'Kopin anturi', sv: 'Stugans sensor', en: 'Hut sensor' }, unit: 'sports' },
}
const weeks = 9, quarter = 15 * 60_000
const sensors = 'Vesistöanturit'

/** What places are like in the week before the telling, how full they have been in nine weeks, and how full they are today. */
export async function tellWeek(as: As, admin: string, told: ToldPlace[], { places, units }: Known, now: Date) {
  const ctx = as(admin, now), begun = as(admin, new Date(now.getTime() - 70 * 86_400_000))
  const sensor = await make(begun, { name: sensors, kind: 'sensor', unitId: units.sports!, may: [] }, told.filter((each) => ['beach', 'winterSwimming', 'swimmingHall'].includes(each.kind)).map((each) => places.get(each.key)!))
  const { resting, ...week } = conditionsOfWeek(told, places, sensor, now)
  await keepPastConditions(ctx, week)
  for (const key of resting) await keepSeason(as(admin, new Date(now.getTime() - 40 * 86_400_000)), seasonForm.parse({ placeId: places.get(key)!, on: 'off' }))
  for (const [key, its] of Object.entries(counters)) {
    const placeId = places.get(key)!
    const gate = await make(begun, { name: `${told.find((each) => each.key === key)!.name.fi}: ${its.name.fi.toLowerCase()}`, kind: 'gate', unitId: units[its.unit]!, may: [] }, [placeId])
    const made = await makeCounter(begun, placeId, counterForm.parse({ nameFi: its.name.fi, nameSv: its.name.sv, nameEn: its.name.en, way: 'gates', capacity: its.capacity, deviceId: gate }))
    if (!('id' in made)) throw new Error(`no counter at ${key}`)
    const today = atWallClock(wallClock(now).day, '00:00:00')
    const past = Array.from({ length: weeks * 7 * 96 }, (_, i) => new Date(today.getTime() - (i + 1) * quarter))
    await keepPastLevels(begun, made.id, past.map((at) => ({ at, inside: insideAt(key, its.capacity, new Date(at.getTime() + quarter)) })))
    await passages(ctx, made.id, countsOf(key, its.capacity, today, now))
    await heardOf(ctx, gate)
  }
  await heardOf(ctx, sensor)
  await countUsual(ctx)
}

/** The week's conditions as rows; the same fact has the same client id, so that bringing it twice is once. */
function conditionsOfWeek(told: Pick<ToldPlace, 'key' | 'kind'>[], places: ReadonlyMap<string, string>, sensor: string | null, now: Date) {
  const { seen, cared, resting } = livingWeek(told, now)
  const kinds = new Map(told.map((each) => [each.key, each.kind]))
  const said = (its: { place: string; at: Date }, what: string) => ({ placeId: places.get(its.place)!, kind: kinds.get(its.place)!, personId: null, clientId: `told ${its.place} ${what} ${its.at.toISOString()}` })
  return {
    resting,
    observations: seen.map((each): NewObservation => ({ ...said(each, each.property), property: each.property, value: each.value, number: each.number, observedAt: each.at, source: each.source, deviceId: each.source === 'sensor' ? sensor : null })),
    maintained: cared.map((each): NewMaintenance => ({ ...said(each, each.what), what: each.what, at: each.at, source: 'worker', deviceId: null })),
  }
}

/** Brings what has happened since it was last brought, at most a day's: what is news is said as its keepers say it, so that who waits for it hears. The same twice is once. */
export async function bringOn(ctx: Ctx, told: ToldPlace[], places: ReadonlyMap<string, string>) {
  const since = ctx.now.getTime() - 86_400_000, here = told.filter((each) => places.has(each.key))
  const sensor = await deviceNamed(ctx, sensors)
  const { observations, maintained: cared } = conditionsOfWeek(here, places, sensor, ctx.now)
  const known = observations.filter((each) => each.observedAt.getTime() > since && (each.source === 'worker' || sensor)), done = cared.filter((each) => each.at.getTime() > since)
  const news = ctx.now.getTime() - 20 * 60_000
  for (const each of known) if (each.source === 'worker' && each.observedAt.getTime() > news) await observe(ctx, each)
  for (const each of done) if (each.at.getTime() > news) await maintained(ctx, each)
  await keepPastConditions(ctx, { observations: known, maintained: done })
  for (const [key, its] of Object.entries(counters)) {
    const [row] = await ctx.db.select({ id: counter.id, deviceId: counter.deviceId }).from(counter).where(and(eq(counter.municipalityId, ctx.scope.municipalityId), eq(counter.placeId, places.get(key) ?? nobody), isNull(counter.endedAt))).limit(1)
    if (!row) continue
    await passages(ctx, row.id, countsOf(key, its.capacity, new Date(Math.floor((ctx.now.getTime() - 4 * 3_600_000) / quarter) * quarter), ctx.now))
    await heardOf(ctx, row.deviceId)
  }
  await heardOf(ctx, sensor)
}
/** A device of the demonstration posts nothing over the network; it is heard of as if it had. */
const heardOf = async (ctx: Ctx, id: string | null) => { if (id) await ctx.db.update(device).set({ heardAt: ctx.now, silentSince: null }).where(and(eq(device.municipalityId, ctx.scope.municipalityId), eq(device.id, id))) }
const nobody = '00000000-0000-0000-0000-000000000000'
async function deviceNamed(ctx: Ctx, name: string): Promise<string | null> {
  const [row] = await ctx.db.select({ id: device.id }).from(device).where(and(eq(device.municipalityId, ctx.scope.municipalityId), eq(device.name, name))).limit(1)
  return row?.id ?? null
}

/** How many were inside at each full quarter between two moments. */
const countsOf = (key: string, capacity: number, from: Date, until: Date) =>
  Array.from({ length: Math.max(0, Math.floor((until.getTime() - from.getTime()) / quarter)) + 1 }, (_, i) => new Date(from.getTime() + i * quarter)).filter((at) => at <= until)
    .map((at) => ({ clientId: `told ${key} ${at.toISOString()}`, at: at.toISOString(), inside: insideAt(key, capacity, at) }))

async function make(ctx: Ctx, its: Omit<Parameters<typeof makeDevice>[1], 'expectedMinutes' | 'placeIds'>, placeIds: string[]): Promise<string> {
  const made = await makeDevice(ctx, { ...its, expectedMinutes: null, placeIds })
  if (!('id' in made)) throw new Error(`no device ${its.name}`)
  return made.id
}
