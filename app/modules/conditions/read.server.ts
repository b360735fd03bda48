import { sql } from 'drizzle-orm'
import type { Ctx } from '#core/context/context.server.ts'
import { planned } from '#core/db/planned.server.ts'
import { perRequest } from '#core/db/per-request.ts'
import type { Translated } from '#core/text/language.ts'
import { place } from '#modules/directory/server'
import { type Known, knownAt } from './known.ts'
import { latest, maintainedLatest, notice, season } from './schema.server.ts'
import { isSeasonal, maintenanceOf, propertiesOf, type Source } from './vocabulary.ts'

/** The newest observation of a property of a place, and what it means at `ctx.now`. `was`: what was said, known or not any more. */
export type Condition = Omit<Known, 'its'> & { property: string; primary: boolean; observedAt: Date; /** since when it has been the same */ since: Date; source: Source; was: { value: string | null; number: number | null } }
export type Care = { what: string; at: Date; source: Source }
/** Everything that is known of a place now: in season or not, the conditions by the vocabulary's order, the care by time, a word. */
export type PlaceNow = { kind: string; /** out of season nothing is asked, and nothing told but that */ season: { on: boolean; since: Date } | null; conditions: Condition[]; maintained: Care[]; notice: { words: Translated; from: Date; until: Date } | null }

type Row = { what: 'property' | 'care' | 'season' | 'word'; place_id: string; kind: string; key: string | null; value: string | null; number: number | null; at: Date | string; since: Date | string | null; source: Source | null; words: Translated | null; on: boolean | null }

/** What these places are like at `ctx.now`, in one query, which a page asks once. A place that nobody has said anything of is not in it. */
export async function placesNow(ctx: Ctx, placeIds: string[]): Promise<Map<string, PlaceNow>> {
  return placeIds.length === 0 ? new Map() : perRequest(ctx, `conditions ${placeIds.join()}`, () => askNow(ctx, placeIds))
}
async function askNow(ctx: Ctx, placeIds: string[]): Promise<Map<string, PlaceNow>> {
  const found = new Map<string, PlaceNow>()
  const ids = sql`any(${sql.param(placeIds)}::uuid[])`, m = ctx.scope.municipalityId
  const { rows } = await planned<Row>(ctx.db, sql`
    select q.*, p.kind from (
      select 'property' as what, l.place_id, l.property as key, l.value, l.number, l.observed_at as at, l.same_since as since, l.source, null::jsonb as words, null::boolean as on from ${latest} l where l.municipality_id = ${m} and l.place_id = ${ids}
      union all select 'care', c.place_id, c.what, null, null, c.at, null, c.source, null, null from ${maintainedLatest} c where c.municipality_id = ${m} and c.place_id = ${ids}
      union all select 'season', s.place_id, null, null, null, s.at, null, null, null, s.on from ${season} s where s.municipality_id = ${m} and s.place_id = ${ids}
      union all select 'word', n.place_id, null, null, null, n.from, n.until, null, n.words, null from ${notice} n where n.municipality_id = ${m} and n.place_id = ${ids} and n.ended_at is null and n.until > ${ctx.now}
    ) q join ${place} p on p.municipality_id = ${m} and p.id = q.place_id`)
  for (const row of rows) {
    const its = found.get(row.place_id) ?? { kind: row.kind, season: null, conditions: [], maintained: [], notice: null }
    found.set(row.place_id, its)
    const at = new Date(row.at)
    if (row.what === 'season') { if (isSeasonal(row.kind)) its.season = { on: row.on!, since: at } }
    else if (row.what === 'word') its.notice = { words: row.words!, from: at, until: new Date(row.since!) }
    else if (row.what === 'care') its.maintained.push({ what: row.key!, at, source: row.source! })
    else its.conditions.push(conditionOf(row.kind, { property: row.key!, value: row.value, number: row.number, observedAt: at, since: new Date(row.since!), source: row.source! }, ctx.now))
  }
  for (const its of found.values()) {
    const order = propertiesOf(its.kind).map((each) => each.key), care = maintenanceOf(its.kind).map((each) => each.key)
    its.conditions = its.conditions.filter((each) => order.includes(each.property)).sort((a, b) => order.indexOf(a.property) - order.indexOf(b.property))
    its.maintained = its.maintained.filter((each) => care.includes(each.what)).sort((a, b) => b.at.getTime() - a.at.getTime())
  }
  return found
}

/** An observation as it is read at a moment. */
export function conditionOf(kind: string, its: { property: string; value: string | null; number: number | null; observedAt: Date; since: Date; source: Source }, now: Date): Condition {
  const { its: _its, ...known } = knownAt(kind, its.property, its, now)
  return { ...known, property: its.property, primary: propertiesOf(kind).some((each) => each.key === its.property && each.primary === true), observedAt: its.observedAt, since: its.since, source: its.source, was: { value: its.value, number: its.number } }
}

/** The conditions of these places at `ctx.now`, what is past its expiry as not known; none of a place out of season. */
export async function conditionsOf(ctx: Ctx, placeIds: string[]): Promise<Map<string, Condition[]>> {
  return new Map([...await placesNow(ctx, placeIds)].map(([id, its]) => [id, its.season?.on === false ? [] : its.conditions]))
}
/** When each kind of care was last taken of these places, newest first. */
export async function maintainedOf(ctx: Ctx, placeIds: string[]): Promise<Map<string, Care[]>> {
  return new Map([...await placesNow(ctx, placeIds)].map(([id, its]) => [id, its.maintained]))
}
/** Is a place in good condition, so that people may be told to come: in season, its primary property good, and nothing to watch out for? */
export const isGood = (its: PlaceNow): boolean =>
  its.season?.on !== false && its.conditions.some((each) => each.primary && each.quality === 'good') && !its.conditions.some((each) => each.quality === 'warning' || each.quality === 'unusable')
