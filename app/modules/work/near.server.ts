import { and, asc, between, eq, inArray, isNull, notInArray, sql } from 'drizzle-orm'
import type { Ctx } from '#core/context/context.server.ts'
import { isId } from '#core/context/ids.server.ts'
import { metresBetween, type Point } from '#core/geo/geo.ts'
import { allow, may } from '#core/permissions/permissions.ts'
import { inLanguage } from '#core/text/language.ts'
import { stageSign } from '#core/trail/kind.ts'
import { subject } from '#core/trail/schema.server.ts'
import { category, isOpenReport, report } from '#modules/feedback/server'
import { can } from './permissions.ts'
import { isOpenOrder, order, orderReport } from './schema.server.ts'

export type Candidate = { id: string; reference: string; title: string; text: string; place: string | null; private: boolean; metres: number | null; stage: (typeof subject.$inferSelect)['stage']; sign: ReturnType<typeof stageSign>; categoryId: string; category: string; unitId: string | null; priority: number; point: Point | null; /** the open order it is in */ orderId: string | null }

const columns = {
  id: report.id, reference: report.reference, text: report.text, priority: report.priority, categoryId: report.categoryId, category: category.name, title: subject.title, stage: subject.stage, visibility: subject.visibility, unitId: subject.ownerUnitId,
  placeName: subject.placeName, address: report.address, longitude: subject.longitude, latitude: subject.latitude, authorPersonId: subject.authorPersonId, orderId: order.id,
}
const select = (ctx: Ctx) => ctx.db.select(columns).from(report)
  .innerJoin(subject, and(eq(subject.municipalityId, report.municipalityId), eq(subject.id, report.id), inArray(subject.visibility, ['public', 'private'])))
  .innerJoin(category, and(eq(category.municipalityId, report.municipalityId), eq(category.id, report.categoryId)))
  .leftJoin(orderReport, and(eq(orderReport.municipalityId, report.municipalityId), eq(orderReport.reportId, report.id)))
  .leftJoin(order, and(eq(order.municipalityId, report.municipalityId), eq(order.id, orderReport.orderId), isOpenOrder)).$dynamic()
type Row = Awaited<ReturnType<typeof select>>[number]
/** A report as who may make work of it sees it; null when it is private and not theirs. */
function candidate(ctx: Ctx, row: Row, from: Point | null): Candidate | null {
  if (row.visibility === 'private' && !may(ctx, can.plan, { ownerUnitId: row.unitId })) return null
  const point = row.longitude !== null && row.latitude !== null ? { longitude: row.longitude, latitude: row.latitude } : null
  return { ...row, title: inLanguage(row.title, ctx.language), category: inLanguage(row.category ?? {}, ctx.language), place: row.address ?? row.placeName, private: row.visibility === 'private', sign: stageSign('report', row.stage, ctx.language), point, metres: from && point ? metresBetween(from, point) : null }
}

/** Open reports by their ids, as an order is to be made of them; those that are closed, gone or not the asker's to see are left out. */
export async function candidates(ctx: Ctx, ids: string[]): Promise<Candidate[]> {
  allow(ctx, can.read)
  const known = [...new Set(ids)].filter(isId).slice(0, 200)
  if (known.length === 0) return []
  const rows = await select(ctx).where(and(eq(report.municipalityId, ctx.scope.municipalityId), inArray(report.id, known), isOpenReport)).orderBy(asc(report.sentAt))
  return rows.flatMap((row) => candidate(ctx, row, null) ?? [])
}

/** How near is near, in metres, where a category does not look for the same thing at all. */
const usual = 250

/** Open reports of the same kind near these that are in no order yet, the nearest first: what the same crew could do on the same visit. */
export async function alsoNearby(ctx: Ctx, chosen: Candidate[], most = 20): Promise<Candidate[]> {
  const from = chosen.find((each) => each.point)?.point
  if (!from) return []
  const box = boxAround(from, usual)
  const rows = await select(ctx).where(and(
    eq(report.municipalityId, ctx.scope.municipalityId), inArray(report.categoryId, [...new Set(chosen.map((each) => each.categoryId))]), isOpenReport, isNull(order.id), notInArray(report.id, chosen.map((each) => each.id)),
    between(subject.longitude, box.west, box.east), between(subject.latitude, box.south, box.north),
  )).limit(200)
  return rows.flatMap((row) => candidate(ctx, row, from) ?? []).filter((each) => each.metres! <= usual).sort((a, b) => a.metres! - b.metres!).slice(0, most)
}

export type NearOrder = { id: string; works: boolean; title: string; reference: string; metres: number; stage: Candidate['stage']; sign: ReturnType<typeof stageSign>; private: boolean }
/** Open orders of a unit near a point, the nearest first, works and outages after what is done because of reports; over ones not at all. With no point, any. */
export async function ordersNear(ctx: Ctx, unitId: string, from: Point | null, options: { metres?: number; not?: string; most?: number } = {}): Promise<NearOrder[]> {
  allow(ctx, can.read)
  if (!may(ctx, can.plan, { ownerUnitId: unitId })) return []
  const metres = options.metres ?? 1000
  const box = from && boxAround(from, metres)
  const rows = await ctx.db.select({ id: order.id, reference: order.reference, kind: order.kind, title: subject.title, stage: subject.stage, visibility: subject.visibility, longitude: subject.longitude, latitude: subject.latitude }).from(order)
    .innerJoin(subject, and(eq(subject.municipalityId, order.municipalityId), eq(subject.id, order.id)))
    .where(and(eq(order.municipalityId, ctx.scope.municipalityId), isOpenOrder, eq(subject.ownerUnitId, unitId), sql`(${order.endsAt} is null or ${order.endsAt} > ${ctx.now})`, ...(box ? [between(subject.longitude, box.west, box.east), between(subject.latitude, box.south, box.north)] : []))).limit(200)
  return rows.filter((row) => row.id !== options.not).map((row) => ({
    id: row.id, reference: row.reference, works: row.kind !== 'task', title: inLanguage(row.title, ctx.language), stage: row.stage, sign: stageSign('workOrder', row.stage, ctx.language), private: row.visibility === 'private',
    metres: from && row.longitude !== null && row.latitude !== null ? metresBetween(from, { longitude: row.longitude, latitude: row.latitude }) : Number.MAX_SAFE_INTEGER,
  })).filter((row) => !from || row.metres <= metres).sort((a, b) => Number(a.works) - Number(b.works) || a.metres - b.metres).slice(0, options.most ?? 5)
}

/** A box that holds the circle around a point, in degrees. */
function boxAround(from: Point, metres: number) {
  const high = metres / 111_000, wide = high / Math.max(0.1, Math.cos((from.latitude * Math.PI) / 180))
  return { west: from.longitude - wide, east: from.longitude + wide, south: from.latitude - high, north: from.latitude + high }
}
