import { and, eq, isNull, sql } from 'drizzle-orm'
import type { Ctx } from '#core/context/context.server.ts'
import { leadsOf, officialsOf } from '#core/identity/officials.server.ts'
import { noticeToMany } from '#core/notices/notice.server.ts'
import { inLanguage, type Translated } from '#core/text/language.ts'
import type { EventKind } from '#core/trail/event.ts'
import { record } from '#core/trail/record.server.ts'
import { subject } from '#core/trail/schema.server.ts'
import { comesTrue } from '#modules/directory/server'
import { bandOf, type FaultKind, type Way } from './bands.ts'
import { slotAt } from './day-kind.ts'
import { counterBroke, counterWorks } from './events.server.ts'
import { type Facts, judge } from './faults.ts'
import { counter, fault, level, passage, typical } from './schema.server.ts'

type Row = {
  place_id: string; name: Translated; way: Way; capacity: number; quiet_to: number; normal_to: number; busy_to: number; drift_percent: number; usual_gap_minutes: number | null; inside: number; entered: number; clipped: number; present: boolean
  counted: number | null; began: number; opened: number | null; closed: number | null; hours_known: boolean; counts: number; still: number; first: number | null; usual: number | null
  before_inside: number | null; before_entered: number; before_judged: boolean; before_began: number; fault_what: FaultKind | null; fault_since: number | null; first_after: number | null; absolute_after: boolean; band: string | null; paused: boolean; main: boolean; unit: string | null
}
const ms = (value: unknown) => (value === null || value === undefined ? null : Number(value))

/** All that a counter is judged by, in one query; null when it has ended. */
async function factsOf(ctx: Ctx, counterId: string): Promise<{ row: Row; facts: Facts } | null> {
  const { kind, slot } = slotAt(ctx.now)
  const m = ctx.scope.municipalityId, now = sql`${ctx.now}::timestamptz`
  const milliseconds = (moment: ReturnType<typeof sql>) => sql`(extract(epoch from ${moment}) * 1000)::float8`
  const { rows: [row] } = await ctx.db.execute<Row>(sql`
    select c.place_id, c.name, c.way, c.capacity, c.quiet_to, c.normal_to, c.busy_to, c.drift_percent, c.usual_gap_minutes, c.inside, c.entered, c.clipped, c.day = d.day as present,
      ${milliseconds(sql`c.counted_at`)} as counted, ${milliseconds(sql`d.began`)} as began, ${milliseconds(sql`o.opened`)} as opened, ${milliseconds(sql`o.closed`)} as closed, o.known as hours_known,
      r.counts, r.still, ${milliseconds(sql`r.first`)} as first, t.middle as usual,
      b.inside as before_inside, e.entered as before_entered, exists (select from ${fault} f where f.municipality_id = ${m} and f.counter_id = c.id and f.what = 'drift' and f.since >= d.before) as before_judged, ${milliseconds(sql`d.before`)} as before_began,
      f.what as fault_what, ${milliseconds(sql`f.since`)} as fault_since, ${milliseconds(sql`a.first`)} as first_after, coalesce(a.absolute, false) as absolute_after,
      c.band, c.paused_at is not null as paused, not exists (select from ${counter} k where k.municipality_id = ${m} and k.place_id = c.place_id and k.ended_at is null and (k.room_id is not null, k.created_at, k.id) < (c.room_id is not null, c.created_at, c.id)) as main, s.owner_unit_id as unit
    from ${counter} c
    join ${subject} s on s.municipality_id = ${m} and s.id = c.place_id
    cross join lateral (select occupancy.day_of(${now}, c.reset_hour) as day, occupancy.day_begins(occupancy.day_of(${now}, c.reset_hour), c.reset_hour) as began, occupancy.day_begins(occupancy.day_of(${now}, c.reset_hour) - 1, c.reset_hour) as before) d
    cross join lateral (select count(*) > 0 as known, max(h.opens_at) filter (where h.opens_at <= ${now} and h.closes_at > ${now}) as opened, max(h.closes_at) filter (where h.closes_at <= ${now} and h.closes_at >= d.began) as closed
      from directory.open_time h where h.municipality_id = ${m} and h.owner_id = c.place_id and h.closes_at >= d.began) o
    cross join lateral (select count(*)::int as counts, count(*) filter (where p.same)::int as still, min(p.at) as first from (
      select q.at, case when q.inside is null then q.entered = 0 and q.left_out = 0 else q.inside > 0 and q.inside = coalesce(lag(q.inside) over (order by q.at, q.client_id), q.inside) end as same
      from ${passage} q where q.municipality_id = ${m} and q.counter_id = c.id and q.day = d.day and q.at > ${now} - interval '2 hours') p) r
    left join ${typical} t on t.municipality_id = ${m} and t.counter_id = c.id and t.kind = ${kind} and t.slot = ${slot} and t.days >= 4
    left join ${level} b on b.municipality_id = ${m} and b.counter_id = c.id and b.at = d.began - interval '15 minutes'
    cross join lateral (select coalesce(sum(p.entered), 0)::int as entered from ${passage} p where p.municipality_id = ${m} and p.counter_id = c.id and p.day = d.day - 1) e
    left join ${fault} f on f.municipality_id = ${m} and f.counter_id = c.id and f.until is null
    left join lateral (select min(p.at) as first, bool_or(p.inside is not null) as absolute from ${passage} p where p.municipality_id = ${m} and p.counter_id = c.id and p.day >= occupancy.day_of(f.since, c.reset_hour) and p.at > f.since) a on true
    where c.municipality_id = ${m} and c.id = ${counterId}::uuid and c.ended_at is null`)
  if (!row) return null
  const today = row.present
  return { row, facts: {
    way: row.way, capacity: row.capacity, driftPercent: row.drift_percent, usualGapMinutes: row.usual_gap_minutes, now: ctx.now.getTime(), dayBegan: row.began,
    inside: today ? row.inside : 0, entered: today ? row.entered : 0, clipped: today ? row.clipped : 0, countedAt: ms(row.counted), openedAt: ms(row.opened), hoursKnown: row.hours_known, closedAt: ms(row.closed),
    recent: { counts: row.counts, still: row.still, firstAt: ms(row.first) }, usual: row.usual,
    before: row.before_inside === null ? null : { inside: row.before_inside, entered: row.before_entered, judged: row.before_judged, began: row.before_began },
    open: row.fault_what ? { what: row.fault_what, since: row.fault_since!, firstAfter: ms(row.first_after), absoluteAfter: row.absolute_after } : null,
  } }
}

/**
 * Looks whether a counter is to be believed, and notices when its place falls quiet: opens and ends faults, tells the unit, and makes
 * the wish "when it is quiet" true. The caller has locked the counter's row in this transaction.
 */
export async function judgeCounter(ctx: Ctx, counterId: string): Promise<void> {
  const found = await factsOf(ctx, counterId)
  if (!found || found.row.paused) return
  const { row, facts } = found
  const verdict = judge(facts)
  if (verdict && 'opens' in verdict) await openFault(ctx, counterId, row, verdict.opens)
  else if (verdict) await endFault(ctx, counterId, row)
  const believed = verdict ? 'ends' in verdict : !facts.open
  const band = believed && row.present && facts.countedAt !== null ? bandOf({ capacity: row.capacity, quietTo: row.quiet_to, normalTo: row.normal_to, busyTo: row.busy_to }, facts.inside) : null
  if (band === row.band) return
  await ctx.db.update(counter).set({ band }).where(and(eq(counter.municipalityId, ctx.scope.municipalityId), eq(counter.id, counterId)))
  const open = facts.hoursKnown ? facts.openedAt !== null : facts.inside > 0
  if (band === 'quiet' && row.band !== null && row.band !== 'quiet' && open && row.main) await comesTrue(ctx, row.place_id, 'quiet')
}

async function openFault(ctx: Ctx, counterId: string, row: Row, its: { what: FaultKind; since: number; shown: Record<string, number> }) {
  const here = ctx.scope.municipalityId, since = new Date(its.since)
  // Two that notice at once: the index of open faults lets one be the first.
  const [opened] = await ctx.db.insert(fault).values({ ...ctx.scope, id: ctx.newId(), counterId, what: its.what, since, noticedAt: ctx.now, shown: its.shown }).onConflictDoNothing().returning({ id: fault.id })
  if (!opened) return
  await ctx.db.update(counter).set({ fault: its.what }).where(and(eq(counter.municipalityId, here), eq(counter.id, counterId)))
  await ctx.db.execute(sql`update ${level} set sure = false where municipality_id = ${here} and counter_id = ${counterId}::uuid and at >= date_bin('15 minutes', ${since}::timestamptz, timestamptz '2000-01-01 00:00:00Z')`)
  await tellUnit(ctx, counterBroke, row, { what: its.what })
}

/** Ends the open fault of a counter, by a person or by itself, and tells the unit when it came right by itself. */
export async function endFault(ctx: Ctx, counterId: string, row: Pick<Row, 'place_id' | 'name' | 'unit'>, endedBy: string | null = null): Promise<void> {
  const here = ctx.scope.municipalityId
  const [ended] = await ctx.db.update(fault).set({ until: ctx.now, endedBy }).where(and(eq(fault.municipalityId, here), eq(fault.counterId, counterId), isNull(fault.until))).returning({ what: fault.what, since: fault.since })
  if (!ended) return
  await ctx.db.update(counter).set({ fault: null }).where(and(eq(counter.municipalityId, here), eq(counter.id, counterId)))
  // What was missed and came late is as good as what came at once.
  if (ended.what === 'silent') await ctx.db.execute(sql`update ${level} set sure = true where municipality_id = ${here} and counter_id = ${counterId}::uuid and at >= ${ended.since}::timestamptz and exists (select from ${passage} p where p.municipality_id = ${here} and p.counter_id = ${counterId}::uuid and p.at > ${ended.since}::timestamptz and p.received_at > p.at + interval '15 minutes')`)
  if (endedBy === null) await tellUnit(ctx, counterWorks, row, {})
}

async function tellUnit(ctx: Ctx, kind: EventKind, row: Pick<Row, 'place_id' | 'name' | 'unit'>, more: Record<string, string>) {
  const data = { name: inLanguage(row.name, 'fi'), ...more }
  const eventId = await record(ctx, kind, { subjectId: row.place_id, data })
  const hear = row.unit ? leadsOf(await officialsOf(ctx, [row.unit])) : []
  await noticeToMany(ctx, hear.map((each) => each.id), { subjectId: row.place_id, eventId, kind: kind.kind, data, rhythm: 'atOnce' })
}
