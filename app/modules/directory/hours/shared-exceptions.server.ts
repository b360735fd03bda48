import { and, eq, gte, sql } from 'drizzle-orm'
import type { Ctx } from '#core/context/context.server.ts'
import { isId } from '#core/context/ids.server.ts'
import { Forbidden, type Mended, NotFound, type Problems } from '#core/errors/errors.ts'
import type { Person } from '#core/identity/actor.ts'
import { person } from '#core/identity/schema.server.ts'
import { allow, may } from '#core/permissions/permissions.ts'
import { isDay } from '#core/time/local.ts'
import { cut } from '#core/text/cut.ts'
import { inLanguage, languages, type Translated } from '#core/text/language.ts'
import { can } from '../permissions.ts'
import { placeKinds } from '../place-kinds.ts'
import { exception } from '../schema.server.ts'
import { addDays, dayAt, daysBetween, daysFrom } from './days.ts'
import { dayOf } from './engine.ts'
import { holidaysOf } from './finnish-holidays.ts'
import { hoursOf } from './hours.server.ts'
import { holdExceptions } from './keep-hours.server.ts'
import { readTime, type Values } from './period-form.ts'
import { type HoursState, hoursStates, type Span } from './periods.ts'

/** Whose hours an exception changes. */
export type Whose = { unitId: string | null; kinds: string[] | null; placeIds: string[] | null }
/** A day or days with their name and what is then. */
export type Asked = { days: { from: string; until: string; name: Translated }[]; state: HoursState; spans: Span[]; whose: Whose }

/** May the asker change the hours of all, or only of their own units? */
const keepsAll = (me: Person): boolean => me.admin || me.installationAdmin
/** The public holidays and eves from today to the end of the next year. */
export function comingHolidays(now: Date) {
  const today = dayAt(now), year = Number(today.slice(0, 4))
  return [...holidaysOf(year), ...holidaysOf(year + 1)].filter((each) => each.day >= today)
}

/**
 * The fields of the form as exceptions; problems by field. `days[]` are holidays, or `from`, `until` and a name; `what` is
 * closed, by (a closing time), these (times) or a state for the whole day; `whose` is all, unit, kinds or places.
 */
export function readAsked(values: Values, lists: { days: string[]; kinds: string[]; places: string[] }, now: Date): { asked: Asked } | { problems: Problems } {
  const problems: Problems = {}
  const holidays = comingHolidays(now)
  const days: Asked['days'] = [...new Set(lists.days)].flatMap((day) => { const its = holidays.filter((each) => each.day === day); return its[0] ? [{ from: day, until: day, name: (its.find((each) => !each.eve) ?? its[0]).name }] : [] })
  if (values.from || values.until || values['name.fi']) {
    const from = values.from ?? '', until = values.until || from
    const name = Object.fromEntries(languages.flatMap((language) => (values[`name.${language}`]?.trim() ? [[language, cut(values[`name.${language}`]!.trim(), 200)]] : [])))
    if (!isDay(from)) problems.from = from ? 'badDay' : 'required'
    else if (!isDay(until)) problems.until = 'badDay'
    else if (until < from || until < dayAt(now)) problems.until = 'untilBeforeFrom'
    else if (daysBetween(from, until) > 366) problems.until = 'tooLongAhead'
    if (Object.keys(name).length === 0) problems['name.fi'] = 'required'
    days.push({ from, until, name })
  } else if (days.length === 0) problems.days = 'noDays'
  const time = (name: string) => { const its = readTime(values[name]); if (its === undefined) problems[name] = 'badTime'; else if (its === null) problems[name] = 'required'; return its ?? null }
  const span = (its: Partial<Span>): Span => ({ weekdays: null, start: null, end: null, nextDay: false, fullDay: false, state: 'open', note: null, ...its })
  const what = values.what ?? ''
  const state = what === 'by' || what === 'these' ? 'open' as const : hoursStates.find((each) => each === what)
  let spans: Span[] = []
  if (!state || what === 'undefined') problems.what = 'required'
  if (what === 'by') spans = [span({ end: time('by') })]
  if (what === 'these') { const [start, end] = [time('start'), time('end')]; spans = [span({ start, end, nextDay: start !== null && end !== null && end <= start })] }
  const kinds = [...new Set(lists.kinds)].filter((kind) => placeKinds.has(kind)), placeIds = [...new Set(lists.places)].filter(isId)
  const none = { unitId: null, kinds: null, placeIds: null }
  const whose = values.whose === 'all' ? none : values.whose === 'unit' ? { ...none, unitId: isId(values.unitId) ? values.unitId : null } : values.whose === 'kinds' ? { ...none, kinds } : { ...none, placeIds }
  if (values.whose === 'unit' && !whose.unitId) problems.unitId = 'required'
  else if (values.whose === 'kinds' && kinds.length === 0) problems.kinds = 'noWhose'
  else if (values.whose === 'places' && (placeIds.length === 0 || placeIds.length > 500)) problems.places = 'noWhose'
  else if (!['all', 'unit', 'kinds', 'places'].includes(values.whose ?? '')) problems.whose = 'noWhose'
  return Object.keys(problems).length > 0 ? { problems } : { asked: { days, state: state!, spans, whose } }
}

/** The places whose hours an exception changes, as a condition on `p` (the place) and `s` (its subject); those that are not seen too: a draft may be published, what is hidden come back. */
const scopeOf = (ctx: Ctx, { unitId, kinds, placeIds }: Whose) => sql`p.municipality_id = ${ctx.scope.municipalityId} and ${placeIds ? sql`p.id = any(${sql.param(placeIds)}::uuid[])` : kinds ? sql`p.provider_id is null and p.kind = any(${sql.param(kinds)}::text[])` : unitId ? sql`p.provider_id is null and s.owner_unit_id = ${unitId}::uuid` : sql`p.provider_id is null`}`

const seen = sql`s.visibility = 'public'`

/** Throws Forbidden when an official asks for what another unit keeps. */
async function mayAsk(ctx: Ctx, me: Person, whose: Whose) {
  if (keepsAll(me)) return
  const mine = me.units.map((unit) => unit.id)
  if (whose.unitId && mine.includes(whose.unitId)) return
  if (!whose.placeIds) throw new Forbidden()
  const { rows } = await ctx.db.execute<{ n: number }>(sql`select count(*)::int as n from directory.place p join trail.subject s on s.municipality_id = p.municipality_id and s.id = p.id where ${scopeOf(ctx, whose)} and ${seen} and p.provider_id is null and s.owner_unit_id = any(${sql.param(mine)}::uuid[])`)
  if (rows[0]!.n < whose.placeIds.length) throw new Forbidden()
}

/** Of how many the own hours are read and listed. */
const listed = 200
/** How many places with hours an exception would concern, and which of them keep their own on some of its days. */
export async function whomItConcerns(ctx: Ctx, asked: Asked): Promise<{ count: number; keep: { id: string; name: string }[]; more: boolean }> {
  await mayAsk(ctx, allow(ctx, can.keepExceptions), asked.whose)
  const from = asked.days.reduce((least, each) => (each.from < least ? each.from : least), '9999'), until = asked.days.reduce((most, each) => (each.until > most ? each.until : most), '')
  const [{ rows: [all] }, { rows }] = await Promise.all([
    ctx.db.execute<{ n: number }>(sql`select count(*)::int as n from directory.place p join trail.subject s on s.municipality_id = p.municipality_id and s.id = p.id join directory.hours h on h.municipality_id = p.municipality_id and h.owner_id = p.id where ${scopeOf(ctx, asked.whose)} and ${seen}`),
    ctx.db.execute<{ id: string; title: Translated }>(sql`
      select p.id, s.title from directory.place p join trail.subject s on s.municipality_id = p.municipality_id and s.id = p.id join directory.hours h on h.municipality_id = p.municipality_id and h.owner_id = p.id
      where ${scopeOf(ctx, asked.whose)} and ${seen} and exists (select from jsonb_array_elements(h.periods) each where (each->>'override')::boolean and coalesce(each->>'from', '') <= ${until} and coalesce(each->>'until', '9999') >= ${from})
      order by s.title->>'fi', p.id limit ${listed + 1}`),
  ])
  const hours = await hoursOf(ctx, rows.map((row) => row.id), [])
  const days = asked.days.flatMap((each) => daysFrom(each.from, each.until))
  const keep = rows.filter((row) => { const its = hours.get(row.id); return its && days.some((day) => dayOf(its.periods, [], day).why === 'own') })
  return { count: all!.n, keep: keep.slice(0, listed).map((row) => ({ id: row.id, name: inLanguage(row.title, ctx.language) })), more: rows.length > listed }
}

/** Makes an exception of each of the days. What is written ahead of when places are open is written anew within a minute. Returns how many were made. */
export async function makeExceptions(ctx: Ctx, asked: Asked): Promise<Mended | { made: number }> {
  const me = allow(ctx, can.keepExceptions)
  await mayAsk(ctx, me, asked.whose)
  if (asked.whose.unitId && (await ctx.db.execute(sql`select 1 from identity.unit where municipality_id = ${ctx.scope.municipalityId} and id = ${asked.whose.unitId}::uuid`)).rows.length === 0) return { problems: { unitId: 'required' } }
  await holdExceptions(ctx)
  const same = (its: { from: string; until: string; state: string; spans: Span[] } & Whose) => JSON.stringify([its.from, its.until, its.state, its.spans.map((span) => [span.start, span.end]), its.unitId, its.kinds, its.placeIds])
  const there = new Set((await exceptionsAhead(ctx)).map(same))
  const days = asked.days.filter((each) => !there.has(same({ ...asked, ...asked.whose, ...each }))) // a form that was sent twice makes one
  if (days.length > 0) await ctx.db.insert(exception).values(days.map((each) => ({ ...ctx.scope, id: ctx.newId(), ...each, state: asked.state, spans: asked.spans, ...asked.whose, madeBy: me.id, madeAt: ctx.now })))
  await outOfDate(ctx, asked.whose, days.map((each) => each.from))
  return { made: days.length }
}
/** Takes an exception away: its places are open as they otherwise would be. One that is gone already is. Throws Forbidden for one that the asker could not have made. */
export async function removeException(ctx: Ctx, id: string) {
  const me = allow(ctx, can.keepExceptions)
  if (!isId(id)) throw new NotFound()
  await holdExceptions(ctx)
  const here = and(eq(exception.municipalityId, ctx.scope.municipalityId), eq(exception.id, id))
  const [its] = await ctx.db.select().from(exception).where(here)
  if (!its) return
  await mayAsk(ctx, me, its)
  await ctx.db.delete(exception).where(here)
  await outOfDate(ctx, its, [its.from])
}
/** The days ahead of those whom an exception concerns are to be written anew; of days that are not yet written nothing is. */
async function outOfDate(ctx: Ctx, whose: Whose, from: string[]) {
  if (from.every((day) => day > addDays(dayAt(ctx.now), 15))) return
  const concerned = whose.placeIds || whose.kinds || whose.unitId ? sql`and (h."of" <> 'place' or h.owner_id in (select p.id from directory.place p join trail.subject s on s.municipality_id = p.municipality_id and s.id = p.id where ${scopeOf(ctx, whose)}))` : sql``
  await ctx.db.execute(sql`update directory.hours h set reckoned_for = '2000-01-01' where h.municipality_id = ${ctx.scope.municipalityId} ${concerned}`)
}

/** An exception as its keepers see it. */
export type Shared = typeof exception.$inferSelect & { madeByName: string | null; mine: boolean }
/** The exceptions of today and the coming days, the nearest first; `mine`: the asker may remove it. */
export async function exceptionsAhead(ctx: Ctx): Promise<Shared[]> {
  const me = allow(ctx, can.keepExceptions)
  const rows = await ctx.db.select({ its: exception, madeByName: person.name }).from(exception).leftJoin(person, and(eq(person.municipalityId, exception.municipalityId), eq(person.id, exception.madeBy)))
    .where(and(eq(exception.municipalityId, ctx.scope.municipalityId), gte(exception.until, dayAt(ctx.now)))).orderBy(exception.from, exception.id).limit(500)
  const mine = new Set(me.units.map((unit) => unit.id))
  return rows.map(({ its, madeByName }) => ({ ...its, madeByName, mine: keepsAll(me) || (its.unitId !== null && mine.has(its.unitId)) || (its.placeIds !== null && its.madeBy === me.id) }))
}

/** The asker's units, or all for an administrator, and whether they may choose more than those. */
export const reachOfAsker = (ctx: Ctx): { all: boolean; unitIds: string[] } => { const me = allow(ctx, can.keepExceptions); return { all: keepsAll(me) && may(ctx, can.keepExceptions), unitIds: me.units.map((unit) => unit.id) } }

/** Places by the beginning or a part of their name, for choosing; those of the asker's units unless they keep all. At most thirty. */
export async function placesToChoose(ctx: Ctx, words: string, chosen: string[]): Promise<{ id: string; name: string }[]> {
  const { all, unitIds } = reachOfAsker(ctx)
  const wanted = words.trim().toLowerCase().slice(0, 80)
  const ids = chosen.filter(isId).slice(0, 500)
  if (wanted === '' && ids.length === 0) return []
  const { rows } = await ctx.db.execute<{ id: string; title: Translated }>(sql`
    select p.id, s.title from directory.place p join trail.subject s on s.municipality_id = p.municipality_id and s.id = p.id
    where p.municipality_id = ${ctx.scope.municipalityId} and s.visibility = 'public' and p.provider_id is null and (p.id = any(${sql.param(ids)}::uuid[]) ${wanted === '' ? sql`` : sql`or strpos(lower(s.title::text), ${wanted}) > 0`}) ${all ? sql`` : sql`and s.owner_unit_id = any(${sql.param(unitIds)}::uuid[])`}
    order by p.id = any(${sql.param(ids)}::uuid[]) desc, s.title->>'fi', p.id limit ${ids.length + 30}`)
  return rows.map((row) => ({ id: row.id, name: inLanguage(row.title, ctx.language) }))
}
