import { and, eq, isNull, lt, sql } from 'drizzle-orm'
import type { House, Municipality } from '#core/context/context.server.ts'
import type { Db } from '#core/db/open.server.ts'
import { municipality as municipalities } from '#core/identity/schema.server.ts'
import { notice } from '#core/notices/schema.server.ts'
import { event } from '#core/trail/schema.server.ts'
import { foundMunicipality } from '#modules/setup/server'
import { tellAddresses } from './addresses.server.ts'
import { tellCategories } from './categories.server.ts'
import { tellDirectory } from './directory.server.ts'
import { tellFollows } from './follows.server.ts'
import { tellInitiatives } from './initiatives.server.ts'
import { tellMatters } from './matters.server.ts'
import { tellMeetings } from './meetings.server.ts'
import { nokia } from './nokia.ts'
import { settle } from './settle.server.ts'
import { tellReports } from './reports.server.ts'
import { Teller } from './teller.server.ts'
import { type Settled, tellTogether } from './together.server.ts'
import type { Told } from './told.ts'
import { ylojarvi } from './ylojarvi.ts'

/** The municipalities of the demonstration; the first lives at the installation's bare address. */
export const demonstration: Told[] = [ylojarvi, nokia]

/**
 * Fills an installation that has no municipality yet with the demonstration: told through the modules' own operations,
 * each with the clock set to its moment. One transaction, so that a telling that was killed leaves nothing and starts over;
 * a second program waits for the first and then has nothing to tell. Returns whether something was told.
 */
export async function tellDemonstration(house: House, told: Told[] = demonstration): Promise<boolean> {
  const now = house.clock()
  return house.database.owner.transaction(async (tx) => {
    const db = tx as unknown as Db
    await db.execute(sql`select pg_advisory_xact_lock(7340981)`)
    if ((await db.select({ id: municipalities.id }).from(municipalities).limit(1)).length) return false
    const settled: Settled[] = []
    for (const its of told) settled.push(await tellMunicipality(house, db, its, now))
    await tellTogether(house, db, settled, now)
    for (const [i, each] of settled.entries()) if (told[i]!.meetings) await tellMeetings(house, db, told[i]!.meetings, each, told[i]!.trusted.find((one) => one.role === 'admin')!.name, now)
    for (const { municipality } of settled) await keepQuiet(db, municipality, now)
    await db.execute(sql`analyze`) // else the first pages are planned as if the tables were empty: Koti took twice the time
    return true
  })
}

async function tellMunicipality(house: House, db: Db, told: Told, now: Date): Promise<Settled> {
  const begins = new Date('2016-01-04T08:00:00+02:00')
  const { municipality, units, topics } = await foundMunicipality(db, {
    ...told, longitude: told.centre[0], latitude: told.centre[1], languages: ['fi', 'sv', 'en'],
  }, begins)
  const people = await settle(db, told, { municipality, units, begins })
  const asWeb = () => db.execute(sql`select set_config('app.municipality', ${String(municipality.id)}, true), set_config('role', 'nousu_web', true)`)
  const asOwner = () => db.execute(sql`select set_config('role', 'none', true), set_config('app.municipality', '', true)`)
  /** Checks of references are planned at the first row, when tables are empty, and kept: planned anew, they read no whole table for each row. */
  const planAnew = async () => { await asOwner(); await db.execute(sql`analyze trail.subject, ideas.idea, identity.person, feedback.report`); await asWeb() }
  // What follows is written as any request would: by the role that sees only this municipality's rows.
  await asWeb()
  await tellAddresses(house, db, told, municipality)
  await tellCategories(house, db, told, municipality, { units, topics, people }, begins)
  const teller = new Teller(house, db, told, municipality, { units, topics, people }, now)
  await teller.tell()
  await planAnew()
  await tellMatters(house, db, municipality, { units, topics, people }, teller.ideas, now)
  await tellDirectory(house, db, told, municipality, { units, topics, people, ideas: teller.ideas }, now)
  await tellReports(house, db, told, municipality, { units, people }, now)
  await tellFollows(house, db, told, municipality, { units, topics, people }, now)
  await tellInitiatives(house, db, municipality, { units, people }, now)
  await asOwner()
  return { municipality, units, topics, people }
}

/** What is old was heard long ago: only what has happened in the last days is still to be delivered to its followers. */
async function keepQuiet(db: Db, its: Municipality, now: Date) {
  const heard = new Date(now.getTime() - 3 * 24 * 3600_000)
  await db.update(event).set({ deliveredAt: event.at }).where(and(eq(event.municipalityId, its.id), isNull(event.deliveredAt), lt(event.at, heard)))
  await db.update(notice).set({ mailedAt: notice.at, pushedAt: notice.at }).where(and(eq(notice.municipalityId, its.id), isNull(notice.mailedAt), lt(notice.at, heard)))
}
