import { and, asc, desc, eq, inArray, isNull, lte, notInArray, or, sql } from 'drizzle-orm'
import type { Ctx } from '#core/context/context.server.ts'
import { picture } from '#core/files/schema.server.ts'
import { person } from '#core/identity/schema.server.ts'
import { Moved } from '#core/errors/errors.ts'
import { allow, may } from '#core/permissions/permissions.ts'
import { day, dayAndTime } from '#core/text/format.ts'
import { inLanguage } from '#core/text/language.ts'
import { wallClock } from '#core/time/local.ts'
import { isLate } from '#core/trail/due.server.ts'
import { unitsOf } from '#core/trail/facets.server.ts'
import { stageSign } from '#core/trail/kind.ts'
import { subject } from '#core/trail/schema.server.ts'
import { subjectOf } from '#core/trail/subject.server.ts'
import { category, report } from '#modules/feedback/server'
import { can } from '../permissions.ts'
import { checkItem, crew, crewMember, isOpenOrder, line, note, order, orderReport } from '../schema.server.ts'
import type { FieldData, FieldOrder, FieldPicture, FieldReport } from './data.ts'
import { openFromField, waiting } from './resolve.server.ts'
import { sealOf } from './seal.server.ts'

/** More than this is nobody's day. */
const most = 100

/**
 * A person's day in the field, whole, for a phone to take along: the open orders of their crews that are planned for today or
 * earlier or have been begun, those of their unit that no crew has, and what is urgent in the unit and has no day yet. `also`:
 * one order besides, whose page is open. Throws SignInNeeded, Forbidden, NotFound, Moved (merged).
 */
export async function readField(ctx: Ctx, also?: string): Promise<FieldData> {
  const me = allow(ctx, can.read)
  const here = ctx.scope.municipalityId
  const units = me.units.map((each) => each.id)
  if (also) await allowOrder(ctx, also)
  const today = wallClock(ctx.now).day
  const crews = ctx.db.select({ id: crewMember.crewId }).from(crewMember).where(and(eq(crewMember.municipalityId, here), eq(crewMember.personId, me.id)))
  const ofCrew = inArray(order.crewId, crews), nobodys = isNull(order.crewId), planned = lte(order.plannedFor, today), urgent = eq(order.priority, 3)
  const listed = units.length === 0 ? sql`false` : and(
    inArray(subject.ownerUnitId, units), isOpenOrder, sql`${subject.visibility} in ('public', 'private')`,
    or(and(or(ofCrew, nobodys), planned), and(ofCrew, eq(order.state, 'underWay')), and(or(ofCrew, nobodys), urgent, isNull(order.plannedFor))))
  const rows = await ctx.db.select({
    id: order.id, reference: order.reference, state: order.state, priority: order.priority, version: order.version, instructions: order.instructions, position: order.position, crew: crew.name, unitId: subject.ownerUnitId,
    title: subject.title, stage: subject.stage, dueAt: subject.dueAt, placeName: subject.placeName, longitude: subject.longitude, latitude: subject.latitude,
  }).from(order)
    .innerJoin(subject, and(eq(subject.municipalityId, order.municipalityId), eq(subject.id, order.id)))
    .leftJoin(crew, and(eq(crew.municipalityId, order.municipalityId), eq(crew.id, order.crewId)))
    .where(and(eq(order.municipalityId, here), also ? or(listed, eq(order.id, also)) : listed)).orderBy(asc(order.position), desc(order.priority), asc(subject.dueAt), asc(order.id)).limit(most)
  const ids = rows.map((row) => row.id)
  const [reports, parts, own, theirs, unitNames] = await Promise.all([reportsOfAll(ctx, ids), partsOf(ctx, ids), waiting(ctx, { personId: me.id }), also ? openFromField(ctx, also) : [], unitsOf(ctx)])
  const conflicts = [...own, ...theirs.filter((each) => each.personId !== me.id)]
  const pictures = await picturesOfAll(ctx, [...ids, ...[...reports.values()].flat().filter((each) => each.text !== null).map((each) => each.id)])
  const asOf = ctx.now.toISOString()
  const titles = await titlesOf(ctx, conflicts.map((each) => each.orderId))
  return {
    person: { id: me.id, name: me.name }, asOf, units: unitNames.map(({ id, name }) => ({ id, name })),
    depot: ctx.municipality.longitude !== null && ctx.municipality.latitude !== null ? { longitude: ctx.municipality.longitude, latitude: ctx.municipality.latitude } : null,
    orders: rows.map(({ title, stage, dueAt, placeName, ...row }): FieldOrder => {
      const its = (reports.get(row.id) ?? []).map(({ orderId: _order, ...each }) => ({ ...each, pictures: each.text === null ? [] : pictures.get(each.id) ?? [] }))
      return {
        ...row, title: inLanguage(title, ctx.language), stateName: stageSign('workOrder', stage, ctx.language)?.name ?? '', seal: sealOf(ctx, me.id, { orderId: row.id, version: row.version, asOf }),
        where: its.find((each) => each.address)?.address ?? placeName, due: dueAt && day(dueAt, ctx.language, ctx.now), dueAt: dueAt?.toISOString() ?? null, late: isLate({ dueAt }, ctx.now),
        items: parts.items.get(row.id) ?? [], notes: parts.notes.get(row.id) ?? [], lines: parts.lines.get(row.id) ?? [], pictures: pictures.get(row.id) ?? [], reports: its,
      }
    }),
    conflicts: conflicts.map(({ clientId, orderId, personId, who, what, at, told, words, pictures: count, reopens }) => ({ clientId, orderId, who: personId === me.id ? null : who, title: titles.get(orderId) ?? '', what, at: dayAndTime(at, ctx.language, ctx.now), told, words, pictures: count, reopens })),
  }
}

/** May this one be carried out by the asker? One that was merged leads to where it went. */
async function allowOrder(ctx: Ctx, id: string) {
  const its = await subjectOf(ctx, id, { kind: 'workOrder' })
  allow(ctx, can.carryOut, its)
  const [row] = await ctx.db.select({ into: order.mergedInto }).from(order).where(and(eq(order.municipalityId, ctx.scope.municipalityId), eq(order.id, id)))
  if (row?.into) throw new Moved(`/work/field/${row.into}`)
}

const of = (ctx: Ctx, table: typeof checkItem | typeof note | typeof line, ids: string[]) => and(eq(table.municipalityId, ctx.scope.municipalityId), inArray(table.orderId, ids))
async function partsOf(ctx: Ctx, ids: string[]) {
  if (ids.length === 0) return { items: new Map<string, FieldOrder['items']>(), notes: new Map<string, FieldOrder['notes']>(), lines: new Map<string, FieldOrder['lines']>() }
  const [items, notes, lines] = await Promise.all([
    ctx.db.select({ orderId: checkItem.orderId, id: checkItem.id, text: checkItem.text, doneAt: checkItem.doneAt }).from(checkItem).where(of(ctx, checkItem, ids)).orderBy(asc(checkItem.position), asc(checkItem.id)),
    ctx.db.select({ orderId: note.orderId, id: note.id, text: note.text, by: person.name, at: note.at }).from(note).leftJoin(person, and(eq(person.municipalityId, note.municipalityId), eq(person.id, note.by))).where(of(ctx, note, ids)).orderBy(desc(note.at)).limit(500),
    ctx.db.select({ orderId: line.orderId, id: line.id, kind: line.kind, name: line.name, quantity: line.quantity, measure: line.measure }).from(line).where(of(ctx, line, ids)).orderBy(asc(line.at), asc(line.id)).limit(1000),
  ])
  return {
    items: grouped(items, ({ orderId: _of, doneAt, ...each }) => ({ ...each, done: doneAt !== null })),
    notes: grouped(notes, ({ orderId: _of, at, ...each }) => ({ ...each, at: dayAndTime(at, ctx.language, ctx.now) })),
    lines: grouped(lines, ({ orderId: _of, ...each }) => each),
  }
}
function grouped<R extends { orderId: string }, T>(rows: R[], made: (row: R) => T): Map<string, T[]> {
  return new Map([...Map.groupBy(rows, (row) => row.orderId)].map(([id, all]) => [id, all.map(made)]))
}

/** The reports of many orders. What a private or hidden one says is read only by who handles it; one that was taken back says nothing. */
async function reportsOfAll(ctx: Ctx, ids: string[]) {
  if (ids.length === 0) return new Map<string, (FieldReport & { orderId: string })[]>()
  const rows = await ctx.db.select({
    orderId: orderReport.orderId, id: report.id, reference: report.reference, category: category.name, icon: category.icon, text: report.text, address: report.address, sentAt: report.sentAt, meToos: subject.supports, visibility: subject.visibility, ownerUnitId: subject.ownerUnitId,
  }).from(orderReport)
    .innerJoin(report, and(eq(report.municipalityId, orderReport.municipalityId), eq(report.id, orderReport.reportId)))
    .innerJoin(subject, and(eq(subject.municipalityId, orderReport.municipalityId), eq(subject.id, orderReport.reportId)))
    .innerJoin(category, and(eq(category.municipalityId, report.municipalityId), eq(category.id, report.categoryId)))
    .where(and(eq(orderReport.municipalityId, ctx.scope.municipalityId), inArray(orderReport.orderId, ids), notInArray(subject.visibility, ['withdrawn']))).orderBy(asc(report.sentAt), asc(report.id)).limit(1000)
  return Map.groupBy(rows.map(({ visibility, ownerUnitId, sentAt, category: name, ...row }) => {
    const reads = visibility === 'public' || may(ctx, can.carryOut, { ownerUnitId })
    return { ...row, category: inLanguage(name ?? {}, ctx.language), text: reads ? row.text : null, address: reads ? row.address : null, sentAt: day(sentAt, ctx.language, ctx.now), pictures: [] as FieldPicture[] }
  }), (row) => row.orderId)
}

async function picturesOfAll(ctx: Ctx, subjectIds: string[]): Promise<Map<string, FieldPicture[]>> {
  if (subjectIds.length === 0) return new Map()
  const rows = await ctx.db.select({ orderId: sql<string>`${picture.subjectId}`, id: picture.id, description: picture.description, role: picture.role }).from(picture)
    .where(and(eq(picture.municipalityId, ctx.scope.municipalityId), inArray(picture.subjectId, subjectIds), eq(picture.hidden, false))).orderBy(asc(picture.id)).limit(1000)
  return grouped(rows, ({ orderId: _of, id, ...each }) => ({ ...each, small: `/pictures/${id}-small.webp`, large: `/pictures/${id}.webp` }))
}

async function titlesOf(ctx: Ctx, ids: string[]): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map()
  const rows = await ctx.db.select({ id: subject.id, title: subject.title }).from(subject).where(and(eq(subject.municipalityId, ctx.scope.municipalityId), inArray(subject.id, ids)))
  return new Map(rows.map((row) => [row.id, inLanguage(row.title, ctx.language)]))
}
