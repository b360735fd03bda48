import { and, asc, eq, gt, isNotNull, lt, sql } from 'drizzle-orm'
import { z } from 'zod'
import type { Ctx } from '#core/context/context.server.ts'
import { isProblems, type Mended, problems } from '#core/errors/errors.ts'
import { locate } from '#core/geo/locate.server.ts'
import { unit } from '#core/identity/schema.server.ts'
import { allow } from '#core/permissions/permissions.ts'
import { inLanguage, otherLanguage } from '#core/text/language.ts'
import { atWallClock } from '#core/time/local.ts'
import { record } from '#core/trail/record.server.ts'
import { subject } from '#core/trail/schema.server.ts'
import { changeSubject, keepSubject } from '#core/trail/subject.server.ts'
import { type Disruption, disruptionSource } from '#modules/disruptions/server'
import { category } from '#modules/feedback/server'
import { orderMade, worksAnnounced } from './events.server.ts'
import { changeOrder, holdOrder } from './hold.server.ts'
import { formDayNeeded, orderTitle } from './make-order.server.ts'
import { unitNamed } from './pass-reports.server.ts'
import { can } from './permissions.ts'
import { orderReference } from './reference.ts'
import { order } from './schema.server.ts'

const time = z.string('required').trim().regex(/^([01]?\d|2[0-3])[:.][0-5]\d$/, 'badTime').transform((text) => text.replace('.', ':').padStart(5, '0'))
/** What the form of an announcement sends; its place is read apart. `answers`: keys of the categories that it answers. */
export const announceForm = z.object({
  kind: z.enum(['works', 'outage'], 'required'), title: orderTitle, announcement: z.string('required').trim().min(10, 'tooShort').max(2000),
  startDay: formDayNeeded, startTime: time, endDay: formDayNeeded, endTime: time, metres: z.coerce.number('required').int().min(0).max(20_000),
  answers: z.union([z.string(), z.array(z.string())]).optional().transform((its) => (its === undefined || its === '' ? [] : [its].flat())),
})
export type Announcement = z.infer<typeof announceForm> & { unitId: string; place?: string | undefined; longitude?: number | undefined; latitude?: number | undefined }

/**
 * Tells people of works or an outage: what, where, how far around it and from when to when. Who follows the area, the unit or a
 * place near it hears; who is about to report the same thing sees it first; by the clock it is over. Problems: endDay
 * endsBeforeStart | past; where placeNeeded | farAway. Throws SignInNeeded, Forbidden.
 */
export async function announceWorks(ctx: Ctx, its: Announcement): Promise<{ id: string } | Mended> {
  allow(ctx, can.plan, { ownerUnitId: its.unitId })
  const owner = await unitNamed(ctx, its.unitId)
  const when = await checked(ctx, its)
  if (isProblems(when)) return when
  const id = ctx.newId()
  await keepSubject(ctx, {
    id, kind: 'workOrder', language: ctx.language, title: { [ctx.language]: its.title }, text: its.announcement, stage: 'developing', visibility: 'public', ownerUnitId: owner.id, ...when.located,
    dueAt: when.endsAt, answeredAt: ctx.now, comesAt: when.startsAt > ctx.now ? when.startsAt : null,
  })
  await ctx.db.insert(order).values({ ...ctx.scope, id, reference: orderReference(id), kind: its.kind, state: 'planned', stateSince: ctx.now, announcement: its.announcement, startsAt: when.startsAt, endsAt: when.endsAt, metres: its.metres, answers: when.answers })
  await record(ctx, orderMade, { subjectId: id, stage: 'developing', unitId: owner.id })
  await record(ctx, worksAnnounced, { subjectId: id, stage: 'developing', sentence: its.announcement, unitId: owner.id })
  return { id }
}

/** Changes what was announced; people hear it again when the words or the time changed. Problems as announceWorks; Conflict('changedMeanwhile'). */
export async function changeAnnouncement(ctx: Ctx, orderId: string, its: Omit<Announcement, 'unitId'>, options: { version?: number | undefined } = {}): Promise<{ id: string } | Mended> {
  const { its: subject, row } = await holdOrder(ctx, orderId, can.plan, options.version)
  const when = await checked(ctx, its)
  if (isProblems(when)) return when
  await keepSubject(ctx, {
    id: orderId, kind: 'workOrder', language: subject.language, title: { ...subject.title, [ctx.language]: its.title }, text: its.announcement, stage: subject.stage, visibility: subject.visibility, ...when.located,
    dueAt: row.closedAt ? null : when.endsAt, comesAt: when.startsAt > ctx.now ? when.startsAt : null,
  })
  await changeOrder(ctx, orderId, { kind: its.kind, announcement: its.announcement, startsAt: when.startsAt, endsAt: when.endsAt, metres: its.metres, answers: when.answers })
  const news = its.announcement !== row.announcement || when.startsAt.getTime() !== row.startsAt?.getTime() || when.endsAt.getTime() !== row.endsAt?.getTime()
  if (news && subject.visibility === 'public') await record(ctx, worksAnnounced, { subjectId: orderId, sentence: its.announcement, ...(subject.ownerUnitId ? { unitId: subject.ownerUnitId } : {}) })
  return { id: orderId }
}

/** It is over before its time. Nothing is told: what people see of it just ends. */
export async function endAnnouncement(ctx: Ctx, orderId: string) {
  const { row } = await holdOrder(ctx, orderId, can.plan)
  if (!row.announcement || row.endsAt! <= ctx.now) return
  const startsAt = row.startsAt! < ctx.now ? row.startsAt! : new Date(ctx.now.getTime() - 1000)
  await changeOrder(ctx, orderId, { startsAt, endsAt: ctx.now })
  await changeSubject(ctx, orderId, { comesAt: null })
}

async function checked(ctx: Ctx, its: Omit<Announcement, 'unitId'>) {
  const startsAt = atWallClock(its.startDay, `${its.startTime}:00`), endsAt = atWallClock(its.endDay, `${its.endTime}:00`)
  if (endsAt <= startsAt) return problems({ endDay: 'endsBeforeStart' })
  if (endsAt <= ctx.now) return problems({ endDay: 'past' })
  const located = await locate(ctx, { name: its.place, longitude: its.longitude, latitude: its.latitude })
  if (located === 'farAway') return problems({ where: 'farAway' })
  if (located.longitude === null) return problems({ where: 'placeNeeded' })
  const known = its.answers.length === 0 ? [] : await ctx.db.select({ key: category.key }).from(category).where(eq(category.municipalityId, ctx.scope.municipalityId))
  return { startsAt, endsAt, located, answers: its.answers.filter((key) => known.some((each) => each.key === key)) }
}

/** How long ahead what is coming is told of. */
const ahead = 14 * 86_400_000

/**
 * The works and outages that are on now or begin within two weeks, as disruptions: so they are on their list, map and feeds, on
 * Koti, and before who is about to report what they answer. Over by the clock, and when their work is closed.
 */
async function announcedNow(ctx: Ctx): Promise<Disruption[]> {
  const rows = await ctx.db.select({
    id: order.id, kind: order.kind, title: subject.title, language: subject.language, text: order.announcement, startsAt: order.startsAt, endsAt: order.endsAt, metres: order.metres, answers: order.answers, place: subject.placeName, area: subject.area, longitude: subject.longitude, latitude: subject.latitude, movedAt: subject.movedAt, unitId: subject.ownerUnitId, unit: unit.name,
  }).from(order).innerJoin(subject, and(eq(subject.municipalityId, order.municipalityId), eq(subject.id, order.id), sql`${subject.visibility} = 'public'`)).leftJoin(unit, and(eq(unit.municipalityId, subject.municipalityId), eq(unit.id, subject.ownerUnitId)))
    .where(and(eq(order.municipalityId, ctx.scope.municipalityId), isNotNull(order.announcement), gt(order.endsAt, ctx.now), lt(order.startsAt, new Date(ctx.now.getTime() + ahead)), sql`${order.closedAt} is null`)).orderBy(asc(order.startsAt), asc(order.id)).limit(100)
  return rows.map((row) => ({
    id: row.id, path: `/work/${row.id}`, kind: row.kind === 'works' ? 'roadWorks' : 'other', severity: row.kind === 'works' ? 'minor' : 'moderate', state: row.startsAt! > ctx.now ? 'coming' : 'on', title: inLanguage(row.title, ctx.language), titleLang: otherLanguage(row.title, ctx.language), lead: '',
    text: row.text!, instead: { text: '', name: '', point: null }, language: row.language, startsAt: row.startsAt!, endsAt: row.endsAt!, nextWordAt: null, endedAt: null, changedAt: row.movedAt, unitId: row.unitId, unit: row.unit ? inLanguage(row.unit, ctx.language) : '', place: row.place ?? '',
    whole: false, areas: row.area ? [row.area] : [], closes: [], parts: row.longitude === null ? [] : [{ kind: 'point', corners: [[row.longitude, row.latitude!]], metres: row.metres! }], answers: row.answers,
  }))
}
disruptionSource({ name: 'work', read: announcedNow })
