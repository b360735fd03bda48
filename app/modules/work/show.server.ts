import { and, asc, eq, getTableColumns, inArray, sql } from 'drizzle-orm'
import type { Ctx } from '#core/context/context.server.ts'
import { isId } from '#core/context/ids.server.ts'
import { once } from '#core/db/open.server.ts'
import { Moved, NotFound } from '#core/errors/errors.ts'
import { picturesOf, withKeys } from '#core/files/pictures.server.ts'
import { picture } from '#core/files/schema.server.ts'
import { metresBetween } from '#core/geo/geo.ts'
import { person, unit } from '#core/identity/schema.server.ts'
import { allowAnyone, may } from '#core/permissions/permissions.ts'
import { inLanguage, otherLanguage } from '#core/text/language.ts'
import { isLate } from '#core/trail/due.server.ts'
import { unitsOf } from '#core/trail/facets.server.ts'
import { stageSign } from '#core/trail/kind.ts'
import { subject } from '#core/trail/schema.server.ts'
import { subjectColumns } from '#core/trail/subject.server.ts'
import { linksOf, trailOf } from '#core/trail/trail.server.ts'
import { crewsOf } from './crews.server.ts'
import { sumsOf } from './money.ts'
import { can } from './permissions.ts'
import { reportsOf } from './reports.server.ts'
import { checkItem, crew, fromField, line, note, order, orderReport } from './schema.server.ts'
import { orderRules } from './states.ts'

const p = sql.placeholder
const { municipalityId: _municipality, id: _its, position: _position, startedAt: _startedAt, ...orderColumns } = getTableColumns(order)
const shown = once((db) => db.select({
  ...subjectColumns, ...orderColumns, unit: unit.name, crew: crew.name,
  reports: sql<number>`(select count(*)::int from ${orderReport} r join trail.subject s on s.municipality_id = r.municipality_id and s.id = r.report_id and s.visibility <> 'withdrawn' where r.municipality_id = ${p('m')} and r.order_id = ${subject.id})`,
  inField: sql<number>`(select count(*)::int from ${fromField} f where f.municipality_id = ${p('m')} and f.order_id = ${subject.id} and f.open)`,
}).from(subject)
  .innerJoin(order, and(eq(order.municipalityId, subject.municipalityId), eq(order.id, subject.id)))
  .leftJoin(unit, and(eq(unit.municipalityId, subject.municipalityId), eq(unit.id, subject.ownerUnitId)))
  .leftJoin(crew, and(eq(crew.municipalityId, order.municipalityId), eq(crew.id, order.crewId)))
  .where(and(eq(subject.municipalityId, p('m')), eq(subject.id, p('id')))).prepare('work_shown'))

export type ShownOrder = Awaited<ReturnType<typeof showOrder>>
export type Inside = NonNullable<ShownOrder['inside']>

/**
 * An order as the asker may see it: what, where, its state, by when and how many reports to everyone; `inside`, all that work
 * needs, to officials, and a private order only to those of its unit. One that was merged leads to where it went. Throws NotFound, Moved.
 */
export async function showOrder(ctx: Ctx, id: string) {
  allowAnyone(ctx, can.see)
  const [row] = isId(id) ? await shown(ctx.db).execute({ m: ctx.scope.municipalityId, id }) : []
  const mine = !!row && may(ctx, can.plan, row)
  if (!row || (row.visibility !== 'public' && !mine)) throw new NotFound()
  if (row.mergedInto) throw new Moved(`/work/${row.mergedInto}`)
  const [trail, pictures, links] = [await trailOf(ctx, id), row.visibility === 'public' ? await picturesOf(ctx, id) : withKeys(ctx, await picturesOf(ctx, id)), await linksOf(ctx, id)]
  const official = may(ctx, can.read)
  const closed = !orderRules[row.state].open
  return {
    id, title: inLanguage(row.title, ctx.language), lang: otherLanguage(row.title, ctx.language), state: row.state, stage: row.stage, sign: stageSign('workOrder', row.stage, ctx.language), reference: row.reference, kind: row.kind, visibility: row.visibility,
    place: row.placeName, area: row.area, point: row.longitude !== null && row.latitude !== null ? { longitude: row.longitude, latitude: row.latitude } : null,
    unitId: row.ownerUnitId, reports: row.reports, closed, reason: row.state === 'cannot' ? row.reason : null, plannedFor: row.plannedFor,
    announced: row.announcement ? { text: row.announcement, startsAt: row.startsAt!, endsAt: row.endsAt!, metres: row.metres! } : null,
    owed: { owner: row.unit ? inLanguage(row.unit, ctx.language) : null, dueAt: closed ? null : row.dueAt, late: !closed && isLate(row, ctx.now), answered: true },
    // A closed report is named by its own page; here only what is worked with together is.
    trail, links: links.filter((each) => each.kind !== 'answers'), before: official ? pictures.filter((each) => each.role !== 'after') : [], after: pictures.filter((each) => each.role === 'after'),
    inside: official ? await insideOf(ctx, row, mine) : null,
  }
}

type Row = Awaited<ReturnType<ReturnType<typeof shown>['execute']>>[number]
async function insideOf(ctx: Ctx, row: Row, mine: boolean) {
  const { id } = row
  const rows = (await reportsOf(ctx, id)).filter((each) => each.visibility === 'public' || each.visibility === 'withdrawn' || mine) // what is announced stays public with them
  const photos = await firstPhotos(ctx, rows.map((each) => each.id))
  const here = row.longitude !== null && row.latitude !== null ? { longitude: row.longitude, latitude: row.latitude } : null
  const reports = rows.map((each) => ({
    id: each.id, reference: each.reference, title: each.withdrawn ? each.reference : inLanguage(each.title, ctx.language), text: each.withdrawn ? '' : each.text, withdrawn: each.withdrawn, lang: each.language === ctx.language ? undefined : each.language, state: each.state, stage: each.stage, sign: stageSign('report', each.stage, ctx.language), open: each.open,
    private: each.visibility === 'private', sentAt: each.sentAt, place: each.address ?? each.placeName, meToos: each.supports, picture: photos.get(each.id) ?? null,
    metres: here && each.longitude !== null && each.latitude !== null ? metresBetween(here, { longitude: each.longitude, latitude: each.latitude }) : null,
    /** where it would be if it had gone along with its order */ apart: !each.withdrawn && orderRules[row.state].report !== null && each.state !== orderRules[row.state].report,
  }))
  const its = (table: typeof checkItem | typeof line | typeof note) => and(eq(table.municipalityId, ctx.scope.municipalityId), eq(table.orderId, id))
  const items = await ctx.db.select({ id: checkItem.id, text: checkItem.text, doneAt: checkItem.doneAt, by: person.name }).from(checkItem).leftJoin(person, and(eq(person.municipalityId, checkItem.municipalityId), eq(person.id, checkItem.doneBy))).where(its(checkItem)).orderBy(asc(checkItem.position), asc(checkItem.id))
  const lines = await ctx.db.select({ id: line.id, kind: line.kind, name: line.name, quantity: line.quantity, measure: line.measure, cents: line.cents, at: line.at, by: person.name }).from(line).leftJoin(person, and(eq(person.municipalityId, line.municipalityId), eq(person.id, line.by))).where(its(line)).orderBy(asc(line.at), asc(line.id))
  const notes = await ctx.db.select({ id: note.id, text: note.text, at: note.at, by: person.name }).from(note).leftJoin(person, and(eq(person.municipalityId, note.municipalityId), eq(person.id, note.by))).where(its(note)).orderBy(asc(note.at), asc(note.id))
  return {
    reports, items, lines, notes, sums: sumsOf(lines), crew: row.crew, crewId: row.crewId, priority: row.priority, instructions: row.instructions, version: row.version, inField: row.inField,
    dueAt: row.dueAt, answers: row.answers, crews: mine && row.ownerUnitId ? await crewsOf(ctx, [row.ownerUnitId]) : [], units: (await unitsOf(ctx)).filter((each) => each.id !== row.ownerUnitId),
    /** senders who hear when it moves */ hearing: reports.filter((each) => each.open).length, reopened: orderRules[row.state].open ? [] : reports.filter((each) => each.open),
    may: { plan: mine, carryOut: may(ctx, can.carryOut, row), pass: may(ctx, can.pass, row) && orderRules[row.state].open },
  }
}

/** The first photo of each report, for who works with them. */
async function firstPhotos(ctx: Ctx, reportIds: string[]): Promise<Map<string, { small: string; large: string; description: string }>> {
  if (reportIds.length === 0) return new Map()
  const rows = await ctx.db.selectDistinctOn([picture.subjectId], { subjectId: picture.subjectId, id: picture.id, width: picture.width, height: picture.height, description: picture.description, role: picture.role }).from(picture)
    .where(and(eq(picture.municipalityId, ctx.scope.municipalityId), inArray(picture.subjectId, reportIds), eq(picture.hidden, false), eq(picture.role, ''))).orderBy(asc(picture.subjectId), asc(picture.id))
  const keyed = withKeys(ctx, rows.map(({ subjectId: _its, ...row }) => ({ ...row, large: `/pictures/${row.id}.webp`, small: `/pictures/${row.id}-small.webp` })))
  return new Map(rows.map((row, at) => [row.subjectId!, keyed[at]!]))
}
