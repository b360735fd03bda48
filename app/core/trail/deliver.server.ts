import { sql } from 'drizzle-orm'
import { type Ctx, contextOf, type House, type Municipality } from '#core/context/context.server.ts'
import type { Db } from '#core/db/open.server.ts'
import { municipality } from '#core/identity/schema.server.ts'
import type { event } from './schema.server.ts'

/** An event as reactions get it. */
export type Happened = Pick<typeof event.$inferSelect, 'id' | 'subjectId' | 'kind' | 'at' | 'actorPersonId' | 'actorOrganisationId' | 'stage' | 'sentence' | 'data'>

/**
 * What someone does when something has happened. It runs within one municipality, at least once per event, and so must
 * be idempotent by the event's id. Its name is kept with its failures: do not rename lightly.
 */
export type Reaction = { name: string; /** kinds of events; all when absent */ on?: readonly string[]; does(ctx: Ctx, happened: Happened): Promise<unknown> }

/** How a round went: events delivered, reactions that failed and will be tried again. */
export type Delivered = { events: number; failed: number }

const inRound = 100
/** Waits before the second, third … try: 5 s, 10 s, … at most an hour; after the last the row stays for a person to look at. */
const tries = 30
const waitAfter = (attempts: number) => Math.min(5_000 * 2 ** (attempts - 1), 3_600_000)

/**
 * Delivers what has happened to the reactions, one round: up to a hundred events of each municipality that has any.
 *
 * Events are taken with `for update skip locked`, so any number of processes may do this at once. An event's reactions
 * and its mark commit together; a process that dies in the middle leaves it as it was. Each reaction runs in a
 * savepoint: one that fails is undone alone and gets a row in `trail.setback`, from which it, and nothing else, is tried
 * again with growing waits. So nothing that fails stands in the way of what comes after it.
 */
export async function deliver(house: House, reactions: Reaction[], onError: (cause: unknown, reaction: string) => void = () => {}): Promise<Delivered> {
  const total = { events: 0, failed: 0 }
  for (const its of await waiting(house)) {
    await house.database.owner.transaction(async (tx) => {
      const db = tx as unknown as Db
      const taken = await db.execute<Row>(sql`
        select ${columns} from trail.event e where e.municipality_id = ${its.id} and e.delivered_at is null
        order by e.at limit ${inRound} for update skip locked`)
      if (taken.rows.length === 0) return
      await within(db, its, async () => {
        const ctx = contextOf(house, { municipality: its }, db)
        for (const row of taken.rows) for (const reaction of reactions) {
          if (reaction.on && !reaction.on.includes(row.kind)) continue
          if (!(await attempt(ctx, reaction, happened(row), 0, onError))) total.failed++
        }
      })
      await db.execute(sql`update trail.event set delivered_at = ${house.clock()} where municipality_id = ${its.id} and id in ${taken.rows.map((row) => row.id)}`)
      total.events += taken.rows.length
    })
    total.failed += await again(house, its, reactions, onError)
  }
  return total
}

/** Tries failed reactions whose time has come. */
async function again(house: House, its: Municipality, reactions: Reaction[], onError: (cause: unknown, reaction: string) => void): Promise<number> {
  let failed = 0
  await house.database.owner.transaction(async (tx) => {
    const db = tx as unknown as Db
    const due = await db.execute<Row & { reaction: string; attempts: number }>(sql`
      select ${columns}, s.reaction, s.attempts from trail.setback s join trail.event e on e.municipality_id = s.municipality_id and e.id = s.event_id
      where s.municipality_id = ${its.id} and s.try_after <= ${house.clock()} order by s.try_after limit ${inRound} for update of s skip locked`)
    if (due.rows.length === 0) return
    await within(db, its, async () => {
      const ctx = contextOf(house, { municipality: its }, db)
      for (const row of due.rows) {
        const reaction = reactions.find((each) => each.name === row.reaction)
        if (reaction && !(await attempt(ctx, reaction, happened(row), row.attempts, onError))) { failed++; continue }
        await db.execute(sql`delete from trail.setback where municipality_id = ${its.id} and event_id = ${row.id} and reaction = ${row.reaction}`)
      }
    })
  })
  return failed
}

async function attempt(ctx: Ctx, reaction: Reaction, what: Happened, before: number, onError: (cause: unknown, reaction: string) => void): Promise<boolean> {
  try {
    await ctx.db.transaction((savepoint) => reaction.does({ ...ctx, db: savepoint as unknown as Db }, what))
    return true
  } catch (cause) {
    onError(cause, reaction.name)
    const attempts = before + 1
    const next = attempts < tries ? new Date(ctx.now.getTime() + waitAfter(attempts)) : null
    await ctx.db.execute(sql`
      insert into trail.setback (municipality_id, event_id, reaction, attempts, try_after, error)
      values (${ctx.scope.municipalityId}, ${what.id}, ${reaction.name}, ${attempts}, ${next}, ${reasonOf(cause)})
      on conflict (municipality_id, event_id, reaction) do update set attempts = excluded.attempts, try_after = excluded.try_after, error = excluded.error`)
    return false
  }
}

/** What went wrong, in the words of its first cause: a query that failed has people's words in its own message, the database's complaint has not. */
function reasonOf(cause: unknown): string {
  let first = cause
  while (first instanceof Error && first.cause) first = first.cause
  return String(first instanceof Error ? first.message : first).slice(0, 500)
}

/** Municipalities with something to deliver, found by the two partial indexes. */
async function waiting(house: House): Promise<Municipality[]> {
  const { owner } = house.database
  return owner.select().from(municipality).where(sql`${municipality.id} in (
    select municipality_id from trail.event where delivered_at is null
    union select municipality_id from trail.setback where try_after <= ${house.clock()})`).orderBy(municipality.id)
}

/** The rest of a transaction of the owner's as one municipality: reactions see no more than a request would. */
async function within(db: Db, its: Municipality, work: () => Promise<void>) {
  await db.execute(sql`select set_config('app.municipality', ${String(its.id)}, true), set_config('role', 'nousu_web', true)`)
  await work()
  await db.execute(sql`reset role`)
}

type Row = { id: string; subject_id: string; kind: string; at: Date | string; actor_person_id: string | null; actor_organisation_id: string | null; stage: Happened['stage']; sentence: string | null; data: Record<string, unknown> }
const columns = sql`e.id, e.subject_id, e.kind, e.at, e.actor_person_id, e.actor_organisation_id, e.stage, e.sentence, e.data`
const happened = (row: Row): Happened => ({
  id: row.id, subjectId: row.subject_id, kind: row.kind, at: new Date(row.at), actorPersonId: row.actor_person_id, actorOrganisationId: row.actor_organisation_id,
  stage: row.stage, sentence: row.sentence, data: row.data,
})
