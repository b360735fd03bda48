import { and, asc, desc, eq, inArray, isNull, sql } from 'drizzle-orm'
import type { Ctx } from '#core/context/context.server.ts'
import { allow } from '#core/permissions/permissions.ts'
import { inLanguage } from '#core/text/language.ts'
import { isLate } from '#core/trail/due.server.ts'
import { areasOf, unitsOf } from '#core/trail/facets.server.ts'
import { stageSign } from '#core/trail/kind.ts'
import { subject } from '#core/trail/schema.server.ts'
import { crewsOf } from './crews.server.ts'
import { type ListAddress, readListAddress, type Show } from './list-address.ts'
import { can } from './permissions.ts'
import { crew, isOpenOrder, order, orderReport } from './schema.server.ts'
import { orderRules, type OrderState, orderStates } from './states.ts'

const pageOf = 50
const openOnes = orderStates.filter((each) => orderRules[each].open)
const statesOf: Record<Show, readonly OrderState[]> = { open: openOnes, late: openOnes, new: ['new'], planned: ['planned'], underWay: ['underWay'], closed: ['done', 'cannot'] }

export type OrderLine = Awaited<ReturnType<typeof listOrders>>['rows'][number]

/**
 * The orders of the asker's units (an admin's: of all), the late ones first, then by urgency and day; closed ones the newest
 * first. Throws SignInNeeded, Forbidden.
 */
export async function listOrders(ctx: Ctx, query: URLSearchParams) {
  const me = allow(ctx, can.read)
  const asked = readListAddress(query)
  const all = await unitsOf(ctx)
  const units = me.admin || me.installationAdmin ? all : all.filter((each) => me.units.some((mine) => mine.id === each.id))
  const chosen = units.find((each) => each.id === asked.unit)
  const ids = (chosen ? [chosen] : units).map((each) => each.id)
  const crews = await crewsOf(ctx, ids)
  const address: ListAddress = { ...asked, unit: chosen?.id ?? null }
  const empty = { address, units, crews, areas: await areasOf(ctx), rows: [], more: false, counts: null as Counts | null }
  if (ids.length === 0) return empty
  const late = sql`${subject.dueAt} < ${ctx.now}`
  const like = asked.q && `%${asked.q.replace(/[\\%_]/g, '\\$&')}%`
  const narrowed = and(
    eq(order.municipalityId, ctx.scope.municipalityId), inArray(subject.ownerUnitId, ids), inArray(subject.visibility, ['public', 'private']),
    asked.crew === 'none' ? isNull(order.crewId) : asked.crew ? eq(order.crewId, asked.crew) : undefined,
    asked.area ? eq(subject.area, asked.area) : undefined, asked.priority !== null ? eq(order.priority, asked.priority) : undefined,
    like ? sql`(${order.reference} ilike ${like} or coalesce(${subject.title}->>${ctx.language}, ${subject.title}->>'fi', ${subject.title}->>'sv', ${subject.title}->>'en') ilike ${like} or ${subject.placeName} ilike ${like})` : undefined)
  const within = and(eq(subject.municipalityId, order.municipalityId), eq(subject.id, order.id))
  // Written out, so that a plan uses the indexes of open and of closed orders.
  const which = asked.show === 'closed' ? sql`${order.closedAt} is not null and ${order.state} in ('done', 'cannot')` : and(isOpenOrder, inArray(order.state, [...statesOf[asked.show]]), asked.show === 'late' ? late : undefined)
  const found = await ctx.db.select({
    id: order.id, reference: order.reference, kind: order.kind, state: order.state, priority: order.priority, plannedFor: order.plannedFor, closedAt: order.closedAt, crew: crew.name, title: subject.title, stage: subject.stage,
    visibility: subject.visibility, dueAt: subject.dueAt, placeName: subject.placeName, ownerUnitId: subject.ownerUnitId,
    reports: sql<number>`(select count(*)::int from ${orderReport} r where r.municipality_id = ${order.municipalityId} and r.order_id = ${order.id})`,
  }).from(order).innerJoin(subject, within).leftJoin(crew, and(eq(crew.municipalityId, order.municipalityId), eq(crew.id, order.crewId))).where(and(narrowed, which))
    .orderBy(...(asked.show === 'closed' ? [desc(order.closedAt), desc(order.id)] : [sql`(${late}) desc nulls last`, desc(order.priority), sql`${order.plannedFor} asc nulls last`, asc(subject.dueAt), asc(order.id)]))
    .limit(pageOf + 1).offset((asked.page - 1) * pageOf)
  const [counted] = await ctx.db.select({
    open: sql<number>`count(*)::int`, late: sql<number>`count(*) filter (where ${late})::int`, new: sql<number>`count(*) filter (where ${order.state} = 'new')::int`,
    planned: sql<number>`count(*) filter (where ${order.state} = 'planned')::int`, underWay: sql<number>`count(*) filter (where ${order.state} = 'underWay')::int`,
  }).from(order).innerJoin(subject, within).where(and(narrowed, isOpenOrder))
  const rows = found.slice(0, pageOf).map(({ ownerUnitId, ...row }) => ({
    ...row, title: inLanguage(row.title, ctx.language), sign: stageSign('workOrder', row.stage, ctx.language), late: row.closedAt === null && isLate(row, ctx.now), private: row.visibility === 'private',
    unit: units.length > 1 && !chosen ? units.find((each) => each.id === ownerUnitId)?.name ?? null : null,
  }))
  return { ...empty, rows, more: found.length > pageOf, counts: counted! as Counts }
}
type Counts = Record<Exclude<Show, 'closed'>, number>
