import { eq, isNull, sql } from 'drizzle-orm'
import { command, type House, type Municipality, type Operation } from '#core/context/context.server.ts'
import { uuidAt } from '#core/context/ids.server.ts'
import type { Db } from '#core/db/open.server.ts'
import { municipality as municipalities } from '#core/identity/schema.server.ts'
import { event, subject } from '#core/trail/schema.server.ts'
import { proposeIdea, supportIdea } from '#modules/ideas/server'
import { foundMunicipality } from '#modules/setup/server'
import { nokia } from './nokia.ts'
import { settle, type Townspeople } from './settle.server.ts'
import type { Step, Told, ToldIdea } from './told.ts'
import { momentOf } from './when.ts'
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
    for (const its of told) await tellMunicipality(house, db, its, now)
    return true
  })
}

async function tellMunicipality(house: House, db: Db, told: Told, now: Date) {
  const begins = new Date('2016-01-04T08:00:00+02:00')
  const { municipality, units, topics } = await foundMunicipality(db, {
    ...told, longitude: told.centre[0], latitude: told.centre[1], languages: ['fi', 'sv', 'en'],
  }, begins)
  const people = await settle(db, told, { municipality, units, begins })
  // What follows is written as any request would: by the role that sees only this municipality's rows.
  await db.execute(sql`select set_config('app.municipality', ${String(municipality.id)}, true), set_config('role', 'nousu_web', true)`)
  await new Teller(house, db, told, municipality, { units, topics, people }, now).tell()
  await db.execute(sql`select set_config('role', 'none', true), set_config('app.municipality', '', true)`)
  await keepQuiet(db, municipality, now)
}

/** What is old was heard long ago: only what has happened in the last days is still to be delivered to its followers. */
async function keepQuiet(db: Db, its: Municipality, now: Date) {
  const heard = new Date(now.getTime() - 3 * 24 * 3600_000)
  await db.update(event).set({ deliveredAt: event.at }).where(sql`${event.municipalityId} = ${its.id} and ${isNull(event.deliveredAt)} and ${event.at} < ${heard}`)
}

type Places = { units: Record<string, string>; topics: Record<string, string>; people: Townspeople }
type Moment = { at: Date; happens: () => Promise<void> }

/** Tells one municipality's ideas in the order in which things happened. */
class Teller {
  #ids = new Map<string, string>()
  #house; #db; #told; #its; #known; #now
  constructor(house: House, db: Db, told: Told, its: Municipality, known: Places, now: Date) {
    this.#house = house; this.#db = db; this.#told = told; this.#its = its; this.#known = known; this.#now = now
  }

  async tell() {
    const moments = this.#told.ideas.flatMap((idea) => this.#momentsOf(idea)).sort((a, b) => a.at.getTime() - b.at.getTime())
    for (const moment of moments) await moment.happens()
  }

  #momentsOf(idea: ToldIdea): Moment[] {
    const sentAt = momentOf(idea.at, this.#now)
    return [
      { at: sentAt, happens: () => this.#sends(idea, sentAt) },
      ...idea.story.flatMap((step) => this.#stepsOf(idea, step)),
    ]
  }
  #stepsOf(_idea: ToldIdea, _step: Step): Moment[] { return [] }

  /** Runs an operation as someone at a moment, within the one transaction of the telling. */
  #does<A extends unknown[], R>(by: string, at: Date, operation: Operation<A, R>, ...args: A): Promise<R> {
    const house: House = { ...this.#house, clock: () => at, database: { ...this.#house.database, of: () => this.#db } }
    return command(house, { municipality: this.#its, actor: this.#known.people.actor(by), language: 'fi' }, operation, ...args)
  }

  async #sends(idea: ToldIdea, at: Date) {
    const { id } = await this.#does(idea.by, at, proposeIdea, { title: idea.title.fi!, text: idea.text, kind: idea.kind ?? 'idea', topicId: this.#known.topics[idea.topic]!, sendKey: `demo ${idea.key}` })
    this.#ids.set(idea.key, id)
    const place = idea.place && this.#told.places.find((each) => each.name.fi === idea.place)
    await this.#db.update(subject).set({
      title: idea.title, search: sql`trail.search_vector('fi', ${JSON.stringify(idea.title)}::jsonb, ${idea.text})`,
      ...(place ? { placeName: place.name.fi!, area: place.area, longitude: place.longitude, latitude: place.latitude } : {}),
    }).where(sql`${subject.municipalityId} = ${this.#its.id} and ${eq(subject.id, id)}`)
    for (const [i, who] of (idea.supporters ?? []).entries()) await this.#does(who, this.#after(at, (i + 1) * 3), supportIdea, id)
    await this.#crowdSupports(idea, id, at)
  }

  /** The crowd's supports: the rows that `supportIdea` writes, for all of them at once. */
  async #crowdSupports(idea: ToldIdea, id: string, sentAt: Date) {
    const { crowd, actor } = this.#known.people
    const start = Math.abs(hash(idea.key))
    const rows = Array.from({ length: Math.min(idea.crowd ?? 0, crowd.length) }, (_, i) => {
      // A stride that shares no factor with the crowd walks through everyone once.
      const who = actor(crowd[(start + i * strideOf(crowd.length)) % crowd.length]!)
      const at = this.#after(sentAt, 2 + (i * i * 37 + start % 50) % (24 * 45))
      return { person: who.id, at: at.toISOString(), event: uuidAt(at), follow: uuidAt(at) }
    }).filter((row) => row.person !== actor(idea.by).id)
    if (rows.length === 0) return
    const given = sql`(select ${this.#its.id}::int municipality_id, ${id}::uuid idea_id, r.* from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r(person uuid, at timestamptz, event uuid, follow uuid)) r`
    await this.#db.execute(sql`insert into ideas.support (municipality_id, idea_id, person_id, at) select municipality_id, idea_id, person, at from ${given} on conflict do nothing`)
    await this.#db.execute(sql`insert into trail.event (municipality_id, id, subject_id, kind, at, actor_person_id, on_trail, delivered_at) select municipality_id, event, idea_id, 'ideas.supported', at, person, false, at from ${given}`)
    await this.#db.execute(sql`insert into trail.follow (municipality_id, id, subject_id, person_id, language, rhythm, why, confirmed_at, created_at) select municipality_id, follow, idea_id, person, 'fi', 'inApp', 'supporter', at, at from ${given} on conflict do nothing`)
  }

  /** Some hours later, but never later than the telling. */
  #after(at: Date, hours: number) { return new Date(Math.min(at.getTime() + hours * 3600_000, this.#now.getTime() - 60_000)) }
}

const hash = (text: string) => [...text].reduce((sum, letter) => (sum * 31 + letter.codePointAt(0)!) | 0, 7)
function strideOf(size: number) {
  const common = (a: number, b: number): number => (b ? common(b, a % b) : a)
  let stride = Math.floor(size * 0.38) || 1
  while (common(stride, size) !== 1) stride++
  return stride
}
