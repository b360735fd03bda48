import { sql } from 'drizzle-orm'
import type { Ctx } from '#core/context/context.server.ts'
import { planned } from '#core/db/planned.server.ts'
import { perRequest } from '#core/db/per-request.ts'
import type { Point } from '#core/geo/geo.ts'
import { allowAnyone } from '#core/permissions/permissions.ts'
import { inLanguage, type Language, otherLanguage, type Translated } from '#core/text/language.ts'
import { disruptionKinds, isGrave, type DisruptionKind, type Severity } from './kinds.ts'
import { can } from './permissions.ts'
import { concerns, type Corner, type Part, type PartKind } from './shape.ts'

/** A disruption as everyone may know it, in the reader's language. */
export type Disruption = {
  id: string; /** its page within the municipality */ path: string; kind: DisruptionKind; severity: Severity; state: 'coming' | 'on' | 'over'
  title: string; titleLang: Language | undefined; /** its kind in a sentence, in the reader's language; empty where its own words say it all */ lead: string
  /** as it was written, in `language` */ text: string; instead: { text: string; name: string; point: Point | null }; language: Language
  startsAt: Date; endsAt: Date | null; nextWordAt: Date | null; endedAt: Date | null; changedAt: Date
  unitId: string | null; unit: string; place: string; whole: boolean; areas: string[]; closes: string[]; parts: Part[]
  /** categories of feedback (keys) that it answers; none: all */ answers: string[]
}
/** Another module's own things that are disruptions to people, such as announced works: listed, mapped and told with the rest. */
type Source = { name: string; /** those that are not over, or ended after `since` */ read(ctx: Ctx, since: Date): Promise<Disruption[]> }
const sources = new Map<string, Source>()
export const disruptionSource = (its: Source) => { sources.set(its.name, its) }

/** So long what is over is still shown. */
const lately = 7 * 86_400_000
const most = 300

type Row = {
  id: string; kind: DisruptionKind; severity: Severity; starts_at: string | Date; ends_at: string | Date | null; next_word_at: string | Date | null; ended_at: string | Date | null; changed_at: string | Date; text: string; instead: string; instead_name: string; instead_longitude: number | null; instead_latitude: number | null; whole: boolean
  title: Translated; language: Language; place_name: string | null; owner_unit_id: string | null; unit: Translated | null; parts: { kind: PartKind; corners: Corner[]; metres: number }[] | null; areas: string[] | null; closes: string[] | null
}
const columns = sql`d.id, d.kind, d.severity, d.starts_at, d.ends_at, d.next_word_at, d.ended_at, d.changed_at, d.text, d.instead, d.instead_name, d.instead_longitude, d.instead_latitude, d.whole, s.title, s.language, s.place_name, s.owner_unit_id, u.name as unit,
  (select json_agg(json_build_object('kind', p.kind, 'corners', p.corners, 'metres', p.metres) order by p.position) from disruptions.part p where p.municipality_id = d.municipality_id and p.disruption_id = d.id) as parts,
  (select json_agg(a.area order by a.picked desc, a.area) from disruptions.in_area a where a.municipality_id = d.municipality_id and a.disruption_id = d.id) as areas,
  (select json_agg(c.place_id) from disruptions.closes c where c.municipality_id = d.municipality_id and c.disruption_id = d.id) as closes`
const from = sql`disruptions.disruption d join trail.subject s on s.municipality_id = d.municipality_id and s.id = d.id and s.visibility = 'public' left join identity.unit u on u.municipality_id = s.municipality_id and u.id = s.owner_unit_id`

/** What is on now, coming, or was over within a week: grave ones first, then what began last. One query and one of each source. */
export async function currentDisruptions(ctx: Ctx, since: Date = new Date(ctx.now.getTime() - lately)): Promise<Disruption[]> {
  allowAnyone(ctx, can.see)
  const [{ rows }, ...others] = await Promise.all([
    planned<Row>(ctx.db, sql`select ${columns} from ${from} where d.municipality_id = ${ctx.scope.municipalityId} and (d.ended_at is null or d.ended_at > ${since}) order by d.starts_at desc, d.id limit ${most}`),
    ...[...sources.values()].map((each) => each.read(ctx, since))])
  return [...rows.map((row) => disruptionOf(ctx, row)), ...others.flat()].sort((a, b) => Number(isGrave(b.severity)) - Number(isGrave(a.severity)) || b.startsAt.getTime() - a.startsAt.getTime())
}
/** Those of them that are on or coming. */
export const openDisruptions = (ctx: Ctx): Promise<Disruption[]> => perRequest(ctx, 'open disruptions', async () => (await currentDisruptions(ctx, ctx.now)).filter((each) => each.state !== 'over'))

/** One, whenever it was; null when it is not there or not public. */
export async function disruptionById(ctx: Ctx, id: string): Promise<Disruption | null> {
  const { rows } = await ctx.db.execute<Row>(sql`select ${columns} from ${from} where d.municipality_id = ${ctx.scope.municipalityId} and d.id = ${id}`)
  return rows[0] ? disruptionOf(ctx, rows[0]) : null
}

export type Whom = { points?: Point[]; areas?: string[]; placeIds?: string[]; unitIds?: string[] }
/** Does it concern any of these: a point within its shape or buffer, an area that it touches, a place that it closes, a unit that it is of? */
export const isFor = (its: Disruption, { points = [], areas = [], placeIds = [], unitIds = [] }: Whom): boolean =>
  its.whole || points.some((point) => concerns(point, its.parts)) || its.areas.some((each) => areas.includes(each)) || its.closes.some((each) => placeIds.includes(each)) || (its.unitId !== null && unitIds.includes(its.unitId))
/** What is on or coming that concerns any of these. */
export const disruptionsFor = async (ctx: Ctx, whom: Whom): Promise<Disruption[]> => (await openDisruptions(ctx)).filter((each) => isFor(each, whom))

const date = (at: string | Date) => new Date(at)
function disruptionOf(ctx: Ctx, row: Row): Disruption {
  const [startsAt, endsAt, endedAt] = [date(row.starts_at), row.ends_at && date(row.ends_at), row.ended_at && date(row.ended_at)]
  return {
    id: row.id, path: `/disruptions/${row.id}`, kind: row.kind, severity: row.severity, state: stateAt(ctx.now, startsAt, endsAt || null, endedAt || null), title: inLanguage(row.title, ctx.language), titleLang: otherLanguage(row.title, ctx.language), lead: disruptionKinds[row.kind].lead[ctx.language],
    text: row.text, instead: { text: row.instead, name: row.instead_name, point: row.instead_longitude === null ? null : { longitude: row.instead_longitude, latitude: row.instead_latitude! } }, language: row.language,
    startsAt, endsAt: endsAt || null, nextWordAt: row.next_word_at ? date(row.next_word_at) : null, endedAt: endedAt || null, changedAt: date(row.changed_at),
    unitId: row.owner_unit_id, unit: row.unit ? inLanguage(row.unit, ctx.language) : '', place: row.place_name ?? '', whole: row.whole, areas: row.areas ?? [], closes: row.closes ?? [], parts: row.parts ?? [], answers: [],
  }
}
/** By the clock, whether or not the minute's work has been done yet. */
export function stateAt(now: Date, startsAt: Date, endsAt: Date | null, endedAt: Date | null): Disruption['state'] {
  return endedAt || (endsAt && endsAt <= now) ? 'over' : startsAt > now ? 'coming' : 'on'
}
