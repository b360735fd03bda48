import { and, asc, desc, eq, gte, ilike, inArray, isNotNull, lt, or, type SQL, sql } from 'drizzle-orm'
import type { Ctx } from '#core/context/context.server.ts'
import { isId } from '#core/context/ids.server.ts'
import { unit } from '#core/identity/schema.server.ts'
import { allow } from '#core/permissions/permissions.ts'
import { inLanguage } from '#core/text/language.ts'
import { isLate } from '#core/trail/due.server.ts'
import { areasOf, unitsOf } from '#core/trail/facets.server.ts'
import { stageSign } from '#core/trail/kind.ts'
import { subject } from '#core/trail/schema.server.ts'
import { categoriesOf } from '../categories/categories.server.ts'
import { can } from '../permissions.ts'
import { category, isOpenReport, report } from '../schema.server.ts'
import { isReportState, type ReportState, stateRules } from '../states.ts'

export const inboxSorts = ['due', 'priority', 'newest', 'meToo'] as const
/** What the address of the list says; what is not understood is left out. `state: 'open'`: whatever waits. */
export type InboxAddress = { unit: string | null; category: string | null; state: ReportState | 'open' | 'all'; area: string | null; late: boolean; private: boolean; priority: 0 | 1 | 2 | 3; q: string; sort: (typeof inboxSorts)[number]; page: number }
export type InboxRow = Awaited<ReturnType<typeof readInbox>>['rows'][number]
const inPage = 50
/** Beyond this a list is narrowed, not leafed through. */
const mostPages = 200

export function readInboxAddress(query: URLSearchParams): InboxAddress {
  const id = (name: string) => { const said = query.get(name); return isId(said) ? said : null }
  const state = query.get('state'), sort = query.get('sort') as InboxAddress['sort'], priority = Number(query.get('priority'))
  return {
    unit: id('unit'), category: id('category'), state: state === 'all' || isReportState(state) ? state : 'open', area: query.get('area')?.slice(0, 100) || null, late: query.get('late') === '1', private: query.get('private') === '1',
    priority: [1, 2, 3].includes(priority) ? priority as 1 | 2 | 3 : 0, q: (query.get('q') ?? '').trim().slice(0, 100), sort: inboxSorts.includes(sort) ? sort : 'due', page: Math.min(mostPages, Math.max(1, Math.trunc(Number(query.get('page'))) || 1)),
  }
}
/** The path of a list; what is usual is not said. */
export function inboxPath(its: Partial<InboxAddress>): string {
  const said = new URLSearchParams()
  for (const name of ['unit', 'category', 'area', 'q'] as const) if (its[name]) said.set(name, its[name])
  if (its.state && its.state !== 'open') said.set('state', its.state)
  if (its.late) said.set('late', '1')
  if (its.private) said.set('private', '1')
  if (its.priority) said.set('priority', String(its.priority))
  if (its.sort && its.sort !== 'due') said.set('sort', its.sort)
  if (its.page && its.page > 1) said.set('page', String(its.page))
  const query = said.toString()
  return query ? `/feedback/inbox?${query}` : '/feedback/inbox'
}

/**
 * The reports that officials handle: of their own units (an admin's: of all), what waits first by due date, narrowed as the
 * address says. Closed ones owe no day, so the open ones are found by the index of due days however many there have been.
 * Throws SignInNeeded, Forbidden.
 */
export async function readInbox(ctx: Ctx, query: URLSearchParams) {
  const me = allow(ctx, can.pass)
  const address = readInboxAddress(query)
  const all = await unitsOf(ctx)
  const units = me.admin || me.installationAdmin ? all : all.filter((each) => me.units.some((mine) => mine.id === each.id))
  const chosen = units.find((each) => each.id === address.unit)
  const unitIds = chosen ? [chosen.id] : units.map((each) => each.id)
  const here = and(eq(subject.municipalityId, ctx.scope.municipalityId), eq(subject.kind, 'report'), inArray(subject.visibility, ['public', 'private']), unitIds.length ? inArray(subject.ownerUnitId, unitIds) : sql`false`)
  const open = and(here, isNotNull(subject.dueAt), isOpenReport)
  const order: Record<InboxAddress['sort'], SQL[]> = {
    // what is closed owes no day: the latest first, by the index of closed ones
    due: isClosed(address.state) ? [desc(report.closedAt), desc(report.id)] : [sql`${subject.dueAt} asc nulls last`, asc(report.id)], priority: [desc(report.priority), sql`${subject.dueAt} asc nulls last`, asc(report.id)],
    newest: [sql`${report.sentAt} desc nulls first`, sql`${report.id} desc nulls first`], meToo: [desc(subject.supports), asc(report.id)],
  }
  const joined = and(eq(report.municipalityId, subject.municipalityId), eq(report.id, subject.id))
  const rows = await ctx.db.select({
    id: report.id, reference: report.reference, title: subject.title, state: report.state, stage: subject.stage, visibility: subject.visibility, priority: report.priority, place: subject.placeName, address: report.address, supports: subject.supports,
    dueAt: subject.dueAt, sentAt: report.sentAt, category: category.name, unit: unit.name,
  }).from(subject).innerJoin(report, joined)
    .innerJoin(category, and(eq(category.municipalityId, report.municipalityId), eq(category.id, report.categoryId)))
    .leftJoin(unit, and(eq(unit.municipalityId, subject.municipalityId), eq(unit.id, subject.ownerUnitId)))
    .where(and(here, narrowing(ctx, address))).orderBy(...order[address.sort]).limit(inPage + 1).offset((address.page - 1) * inPage)
  const counted = (which: SQL) => sql<number>`count(*) filter (where ${which})::int`
  const [counts] = await ctx.db.select({
    open: sql<number>`count(*)::int`, late: counted(sql`${subject.dueAt} < ${ctx.now}`), urgent: counted(sql`${report.priority} >= 2`), private: counted(sql`${subject.visibility} = 'private'`),
  }).from(subject).innerJoin(report, joined).where(open)
  return {
    address, units: units.map(({ id, name }) => ({ id, name })), everyUnit: all.map(({ id, name }) => ({ id, name })), unitName: chosen?.name ?? (units.length === 1 ? units[0]!.name : null), areas: await areasOf(ctx), counts: counts!,
    categories: (await categoriesOf(ctx)).map(({ id, name }) => ({ id, name })), more: rows.length > inPage,
    rows: rows.slice(0, inPage).map((row) => ({ ...row, title: inLanguage(row.title, ctx.language), category: inLanguage(row.category, ctx.language), unit: row.unit ? inLanguage(row.unit, ctx.language) : null, late: isLate(row, ctx.now), sign: stageSign('report', row.stage, ctx.language) })),
  }
}

const isClosed = (state: InboxAddress['state']): boolean => isReportState(state) && !stateRules[state].open
function narrowing(ctx: Ctx, its: InboxAddress): SQL | undefined {
  const reference = its.q.toUpperCase().replace(/[^0-9A-Z]/g, '')
  return and(
    its.state === 'all' ? undefined : its.state === 'open' ? and(isNotNull(subject.dueAt), isOpenReport) : and(eq(report.state, its.state), isClosed(its.state) ? isNotNull(report.closedAt) : undefined),
    its.category ? eq(report.categoryId, its.category) : undefined, its.area ? eq(subject.area, its.area) : undefined, its.late ? lt(subject.dueAt, ctx.now) : undefined,
    its.private ? eq(subject.visibility, 'private') : undefined, its.priority ? gte(report.priority, its.priority) : undefined,
    its.q ? or(reference.length === 8 ? eq(report.reference, `${reference.slice(0, 4)}-${reference.slice(4)}`) : undefined, sql`${subject.search} @@ plainto_tsquery('finnish', ${its.q})`, sql`${subject.search} @@ plainto_tsquery('swedish', ${its.q})`, sql`${subject.search} @@ plainto_tsquery('english', ${its.q})`,
      ilike(report.address, `%${its.q.replace(/[\\%_]/g, '\\$&')}%`)) : undefined,
  )
}
