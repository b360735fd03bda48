import { and, asc, desc, eq, inArray } from 'drizzle-orm'
import type { Ctx } from '#core/context/context.server.ts'
import { picture } from '#core/files/schema.server.ts'
import { unit } from '#core/identity/schema.server.ts'
import { inLanguage, type Translated } from '#core/text/language.ts'
import { addLocalDays } from '#core/time/local.ts'
import { eventWords } from '#core/trail/event.ts'
import { event, subject } from '#core/trail/schema.server.ts'
import { asset, category, report } from '#modules/feedback/server'
import { w3c } from './dates.ts'
import type { Extensions } from './extensions.ts'
import { AsJson, clean, type Value } from './formats.ts'
import { sent } from './schema.server.ts'
import { detailed, logged } from './statuses.ts'
import { loggedKinds, reportPassed, reportSent, stateOfKind, toldKinds } from './told.server.ts'

/** Requests of public reports by their ids, in that order: GeoReport's fields, and what the extensions add. */
export async function requestRows(ctx: Ctx, ids: string[], extensions: Extensions): Promise<{ [name: string]: Value }[]> {
  if (ids.length === 0) return []
  const [rows, pictures, notes, log] = await Promise.all([rowsOf(ctx, ids), picturesOfMany(ctx, ids), notesOf(ctx, ids), extensions.has('log') ? logsOf(ctx, ids) : undefined])
  const byId = new Map(rows.map((row) => [row.id, row]))
  return ids.flatMap((id) => {
    const row = byId.get(id)
    if (!row) return []
    const mine = pictures.get(id) ?? []
    const georeport = {
      service_request_id: row.reference, status: row.closedAt ? 'closed' : 'open', status_notes: clean(notes.get(id) ?? ''),
      service_name: inLanguage(row.name, ctx.language), service_code: row.key, description: clean(row.text), agency_responsible: inLanguage(row.unit, ctx.language),
      service_notice: inLanguage(row.notice, ctx.language) || null, requested_datetime: w3c(row.sentAt), updated_datetime: w3c(row.closedAt ?? row.movedAt),
      // a closed one owes nothing; this is what was promised when it was sent
      expected_datetime: w3c(row.dueAt ?? addLocalDays(row.sentAt, row.promisedDays, { endOfDay: true })),
      address: clean(row.address ?? row.placeName ?? ''), address_id: row.addressId ?? '', zipcode: /\b\d{5}\b/.exec(row.address ?? '')?.[0] ?? '',
      ...(row.latitude === null || row.longitude === null ? {} : { lat: row.latitude, long: row.longitude }), media_url: mine.find((each) => each.role !== 'after')?.url ?? mine[0]?.url ?? null,
    }
    if (extensions.size === 0) return [georeport]
    const more = {
      ...(extensions.has('citysdk') ? { service_object_type: row.objectType ?? row.assetKind, service_object_id: row.objectId ?? row.assetKey, detailed_status: detailed[row.state], title: clean(inLanguage(row.title, ctx.language)) } : {}),
      ...(extensions.has('media') ? { media_urls: mine.map((each) => each.url) } : {}),
      ...(extensions.has('geometry') ? { geometry: row.geometry ? new AsJson(row.geometry) : row.latitude === null ? null : new AsJson({ type: 'Point', coordinates: [row.longitude, row.latitude] }) } : {}),
      ...(log ? { handler: inLanguage(row.unit, ctx.language) || null, log: logOf(row, log.get(id) ?? [], mine, ctx) } : {}),
    }
    return [extensions.has('flat') ? { ...georeport, ...more } : { ...georeport, extended_attributes: more }]
  })
}

const rowsOf = (ctx: Ctx, ids: string[]) => ctx.db.select({
  id: report.id, reference: report.reference, state: report.state, text: report.text, address: report.address, sentAt: report.sentAt, closedAt: report.closedAt,
  title: subject.title, placeName: subject.placeName, longitude: subject.longitude, latitude: subject.latitude, movedAt: subject.movedAt, dueAt: subject.dueAt,
  key: category.key, name: category.name, notice: category.notice, promisedDays: category.promisedDays, unit: unit.name,
  addressId: sent.addressId, objectId: sent.objectId, objectType: sent.objectType, geometry: sent.geometry, assetKind: asset.kind, assetKey: asset.key,
}).from(report)
  .innerJoin(subject, and(eq(subject.municipalityId, report.municipalityId), eq(subject.id, report.id), eq(subject.visibility, 'public')))
  .innerJoin(category, and(eq(category.municipalityId, report.municipalityId), eq(category.id, report.categoryId)))
  .leftJoin(unit, and(eq(unit.municipalityId, report.municipalityId), eq(unit.id, subject.ownerUnitId)))
  .leftJoin(asset, and(eq(asset.municipalityId, report.municipalityId), eq(asset.id, report.assetId)))
  .leftJoin(sent, and(eq(sent.municipalityId, report.municipalityId), eq(sent.reportId, report.id)))
  .where(and(eq(report.municipalityId, ctx.scope.municipalityId), inArray(report.id, ids)))
type Row = Awaited<ReturnType<typeof rowsOf>>[number]

type Shown = { id: string; url: string; role: string; at: Date }
/** The absolute address of a picture: the same in every language, so that it stays one picture for who keeps it. */
export const pictureUrl = (ctx: Ctx, id: string) => ctx.address(`/pictures/${id}.webp`, ctx.municipality.languages[0])

async function picturesOfMany(ctx: Ctx, ids: string[]): Promise<Map<string, Shown[]>> {
  const rows = await ctx.db.select({ id: picture.id, subjectId: picture.subjectId, role: picture.role, at: picture.createdAt }).from(picture)
    .where(and(eq(picture.municipalityId, ctx.scope.municipalityId), inArray(picture.subjectId, ids), eq(picture.hidden, false))).orderBy(asc(picture.id))
  return Map.groupBy(rows.map(({ subjectId, ...row }) => ({ ...row, subjectId: subjectId!, url: pictureUrl(ctx, row.id) })), (row) => row.subjectId)
}

/** The last word that officials have said of each, else what last happened to it. */
async function notesOf(ctx: Ctx, ids: string[]): Promise<Map<string, string>> {
  const rows = await ctx.db.selectDistinctOn([event.subjectId], { id: event.subjectId, kind: event.kind, sentence: event.sentence, data: event.data }).from(event)
    .where(and(eq(event.municipalityId, ctx.scope.municipalityId), inArray(event.subjectId, ids), event.onTrail, inArray(event.kind, toldKinds)))
    .orderBy(event.subjectId, desc(event.at), desc(event.id))
  return new Map(rows.map((row) => [row.id, row.sentence ?? eventWords(row.kind, ctx.language, row.data)]))
}

type Logged = { kind: string; at: Date; sentence: string | null; data: Record<string, unknown>; unit: Translated | null }
async function logsOf(ctx: Ctx, ids: string[]): Promise<Map<string, Logged[]>> {
  const rows = await ctx.db.select({ subjectId: event.subjectId, kind: event.kind, at: event.at, sentence: event.sentence, data: event.data, unit: unit.name }).from(event)
    .leftJoin(unit, and(eq(unit.municipalityId, event.municipalityId), eq(unit.id, event.actorUnitId)))
    .where(and(eq(event.municipalityId, ctx.scope.municipalityId), inArray(event.subjectId, ids), event.onTrail, inArray(event.kind, loggedKinds))).orderBy(asc(event.at), asc(event.id))
  return Map.groupBy(rows, (row) => row.subjectId)
}

/** The six cities' log: who had it when. A handler is a unit, never a person. */
function logOf(row: Row, events: Logged[], pictures: Shown[], ctx: Ctx): Value {
  const passed = events.some((each) => each.kind === reportPassed.kind)
  return events.map((each) => {
    const state = stateOfKind[each.kind]
    const status = state ? logged[state] : each.kind === reportSent.kind || each.kind === reportPassed.kind ? 'allocated' : 'handling'
    const to = each.kind === reportPassed.kind ? String(each.data.unit ?? '') : inLanguage(each.unit, ctx.language) || (passed && each.kind === reportSent.kind ? '' : inLanguage(row.unit, ctx.language))
    const proof = status === 'done' ? pictures.find((one) => one.role === 'after' && one.at >= each.at)?.url : undefined
    return { time: w3c(each.at), status, note: clean(each.sentence ?? eventWords(each.kind, ctx.language, each.data)), ...(to ? { handler: to } : {}), ...(proof ? { attachment_url: proof } : {}) }
  })
}
