import { and, desc, eq, ne } from 'drizzle-orm'
import { type Ctx, command, type House } from '#core/context/context.server.ts'
import { Conflict, Invalid } from '#core/errors/errors.ts'
import { attachPictures } from '#core/files/pictures.server.ts'
import { guest } from '#core/identity/actor.ts'
import { allowAnyone } from '#core/permissions/permissions.ts'
import { record } from '#core/trail/record.server.ts'
import { event, subject } from '#core/trail/schema.server.ts'
import { category, forward, moveReports, report, reportAnswered } from '#modules/feedback/server'
import { type ReportState, stateRules } from '#modules/feedback/ui'
import { findingIn } from '#modules/moderation/server'
import { type Asked, Mistakes } from './asked.server.ts'
import { readMoment } from './dates.ts'
import { commented, heardAside } from './events.server.ts'
import { clean, type Value } from './formats.ts'
import { awaitPhotos, fetchPhoto, type Photo } from './media.server.ts'
import { can } from './permissions.ts'
import { refused } from './refused.ts'
import { sent, update } from './schema.server.ts'
import { filesIn } from './send.server.ts'
import { isStatus, meaning, type Status } from './statuses.ts'
import { open311Words } from './texts/index.ts'
import { type Used, useKey } from './use-key.server.ts'

type Said = { reference: string; status: Status | null; text: string; number: string | null; photos: Photo[]; later: string[] }

/**
 * POST of a service request update. With a key for `status` it is the word of those who do the work, and moves the report;
 * with one for `updates` it is a comment, and a status that came with it is only kept. Its sender's number makes the same
 * twice one. Returns the update's id, which is the one that the list of updates has. Throws Refused.
 */
export async function sendUpdate(house: House, its: Asked, form: FormData): Promise<Value> {
  const { ctx } = its
  allowAnyone(ctx, can.write)
  const key = await useKey(ctx, its.get('api_key'), ['updates', 'status'])
  const said = await readUpdate(its, form)
  const id = await command(house, { municipality: ctx.municipality, actor: guest, language: ctx.language }, (tx) => keepUpdate(tx, key, said)).catch((cause: unknown) => {
    if (cause instanceof Invalid) throw refused(400, 'reason', 'description')
    if (cause instanceof Conflict) throw refused(400, 'stateChanged', said.status ?? 'status')
    throw cause
  })
  return [{ update_id: id, service_request_id: said.reference }]
}

async function readUpdate(its: Asked, form: FormData): Promise<Said> {
  const { ctx, get, all } = its
  const wrong = new Mistakes()
  const reference = get('service_request_id')?.toUpperCase(), status = get('status')?.toUpperCase().replaceAll(' ', '_') ?? null, text = clean(get('description') ?? '').trim(), number = get('update_id') ?? null, at = get('updated_datetime')
  if (!reference) wrong.add(400, 'missing', 'service_request_id')
  if (status && !isStatus(status)) wrong.add(400, 'updateStatus', 'status')
  if (text.length > 4000) wrong.add(400, 'tooLong', 'description', '4000')
  if (number && number.length > 200) wrong.add(400, 'tooLong', 'update_id', '200')
  if (at && !readMoment(at)) wrong.add(400, 'moment', 'updated_datetime')
  const files = [...form.values()].flatMap((each) => (typeof each !== 'string' && each.size > 0 ? [each] : [])), urls = all('media_url')
  if (!status && !text && files.length + urls.length === 0) wrong.add(400, 'missing', 'description')
  if (files.length + urls.length > 10) wrong.add(400, 'photos', 'media_url', '10')
  wrong.settle()
  const fetched = await Promise.all(urls.map(async (url, index) => ({ url, photo: await fetchPhoto(ctx, url, {}, files.length + index) })))
  const photos = [...await filesIn(ctx, files), ...fetched.flatMap(({ photo }) => (photo ? [photo] : []))]
  return { reference: reference!, status: status as Status | null, text, number, photos, later: fetched.flatMap(({ url, photo }) => (photo ? [] : [url])) }
}

async function keepUpdate(ctx: Ctx, key: Used, said: Said): Promise<string> {
  const here = eq(report.municipalityId, ctx.scope.municipalityId)
  const [its] = await ctx.db.select({ id: report.id, state: report.state, visibility: subject.visibility, ownerUnitId: subject.ownerUnitId, partnerId: category.partnerId, stopper: category.stopper, sentBy: sent.keyId }).from(report)
    .innerJoin(subject, and(eq(subject.municipalityId, report.municipalityId), eq(subject.id, report.id)))
    .innerJoin(category, and(eq(category.municipalityId, report.municipalityId), eq(category.id, report.categoryId)))
    .leftJoin(sent, and(eq(sent.municipalityId, report.municipalityId), eq(sent.reportId, report.id)))
    .where(and(here, eq(report.reference, said.reference)))
  const theirs = !key.partnerId || its?.partnerId === key.partnerId || its?.stopper?.partnerId === key.partnerId || (its !== undefined && await forwardedTo(ctx, its.id, key.partnerId))
  const works = key.scopes.includes('status') && theirs
  const seen = its && (its.visibility === 'public' || (its.visibility === 'private' && (works || its.sentBy === key.id)))
  if (!seen) throw refused(404, 'request', said.reference)
  if (!works && !key.scopes.includes('updates')) throw refused(403, 'notYours', said.reference)

  const id = ctx.newId()
  const [mine] = await ctx.db.insert(update).values({ ...ctx.scope, id, keyId: key.id, reportId: its.id, number: said.number, status: said.status, text: said.text, at: ctx.now }).onConflictDoNothing().returning({ id: update.id })
  if (!mine) {
    const [known] = await ctx.db.select({ id: update.id, eventId: update.eventId }).from(update).where(and(eq(update.municipalityId, ctx.scope.municipalityId), eq(update.keyId, key.id), eq(update.number, said.number!)))
    return known!.eventId ?? known!.id
  }
  const eventId = works ? await moved(ctx, its, said) : await comment(ctx, its.id, said.text)
  if (!works || meaningOf(said, its.state) !== 'done') await attachPictures(ctx, its.id, said.photos)
  await awaitPhotos(ctx, its.id, said.later, works ? 'after' : '')
  await ctx.db.update(update).set({ eventId }).where(and(eq(update.municipalityId, ctx.scope.municipalityId), eq(update.id, id)))
  return eventId ?? id
}

async function forwardedTo(ctx: Ctx, reportId: string, partnerId: string): Promise<boolean> {
  const [row] = await ctx.db.select({ id: forward.id }).from(forward).where(and(eq(forward.municipalityId, ctx.scope.municipalityId), eq(forward.reportId, reportId), eq(forward.partnerId, partnerId), ne(forward.state, 'closed'))).limit(1)
  return row !== undefined
}

/** The word of those who do the work: the report goes where the status takes it, or stays and its sender is answered. */
async function moved(ctx: Ctx, its: { id: string; state: ReportState; ownerUnitId: string | null }, said: Said): Promise<string | null> {
  if (findingIn(ctx, said.text)) throw refused(400, 'words', 'description')
  const to = meaningOf(said, its.state)
  const unit = its.ownerUnitId ? { unitId: its.ownerUnitId } : {}
  if (to === null) {
    if (!said.text) return null
    return record(ctx, reportAnswered, { subjectId: its.id, sentence: said.text, ...unit })
  }
  // what is closed comes back before it goes elsewhere
  if (!stateRules[its.state].to.includes(to)) await moveReports(ctx, [its.id], { to: 'received', ...unit })
  const t = open311Words(ctx.language)
  const sentence = said.text || (to === 'done' && said.photos.length === 0 ? t.doneSaid : said.status === 'DUPLICATE' ? t.duplicateSaid : '')
  await moveReports(ctx, [its.id], { to, ...unit, ...(sentence ? { sentence } : {}), ...(to === 'done' ? { pictures: said.photos } : {}) })
  return lastEvent(ctx, its.id)
}
/** Where a status takes a report that stands somewhere; null when it stays. */
function meaningOf({ status }: Said, state: ReportState): ReportState | null {
  if (!status) return null
  const to = meaning[status] === 'open' ? (stateRules[state].open ? state : 'received') : meaning[status] as ReportState
  return to === state ? null : to
}

/** A word from the outside is on the trail when no rule of moderation stops it; otherwise only those who handle the report read it. */
async function comment(ctx: Ctx, reportId: string, text: string): Promise<string> {
  const stopped = findingIn(ctx, text)
  return record(ctx, stopped ? heardAside : commented, { subjectId: reportId, ...(text && !stopped ? { sentence: text } : {}) })
}

async function lastEvent(ctx: Ctx, subjectId: string): Promise<string | null> {
  const [row] = await ctx.db.select({ id: event.id }).from(event).where(and(eq(event.municipalityId, ctx.scope.municipalityId), eq(event.subjectId, subjectId), event.onTrail)).orderBy(desc(event.at), desc(event.id)).limit(1)
  return row?.id ?? null
}
