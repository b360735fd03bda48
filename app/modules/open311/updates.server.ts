import { and, asc, eq, gte, inArray, lt, lte, sql } from 'drizzle-orm'
import { uuidAt } from '#core/context/ids.server.ts'
import { picture } from '#core/files/schema.server.ts'
import { allowAnyone } from '#core/permissions/permissions.ts'
import { eventWords } from '#core/trail/event.ts'
import { event, subject } from '#core/trail/schema.server.ts'
import { report } from '#modules/feedback/server'
import type { ReportState } from '#modules/feedback/ui'
import { type Asked, Mistakes } from './asked.server.ts'
import { w3c } from './dates.ts'
import { mostRequests, readRange } from './filters.server.ts'
import { clean, type Value } from './formats.ts'
import { can } from './permissions.ts'
import { pictureUrl } from './request-rows.server.ts'
import { statusOf } from './statuses.ts'
import { moveKinds, stateOfKind, toldKinds } from './told.server.ts'

const second = 1000
/** The first id that an event of a moment can have: ids begin with their time, so a stretch of time is a stretch of the key. */
const firstIdAt = (at: Date) => `${uuidAt(at).slice(0, 13)}-7000-8000-000000000000`

/**
 * GET of service request updates: what officials have said and done about public reports in a stretch of time, oldest first,
 * so that who is answered a thousand goes on from the last one's time.
 */
export async function listUpdates(its: Asked): Promise<Value> {
  const { ctx, all } = its
  allowAnyone(ctx, can.read)
  const wrong = new Mistakes()
  const { since, until } = readRange(its, wrong)
  wrong.settle()
  const named = all('service_request_id').flatMap((each) => each.split(',')).map((each) => each.trim().toUpperCase()).filter(Boolean).slice(0, mostRequests)
  const here = eq(event.municipalityId, ctx.scope.municipalityId)
  const rows = await ctx.db.select({
    id: event.id, subjectId: event.subjectId, kind: event.kind, at: event.at, sentence: event.sentence, data: event.data, reference: report.reference,
    // a word between two steps does not change where it stands
    stateKind: sql<string | null>`(select e.kind from trail.event e where e.municipality_id = ${event.municipalityId} and e.subject_id = ${event.subjectId} and e.on_trail and e.kind in ${moveKinds} and (e.at, e.id) <= (${event.at}, ${event.id}) order by e.at desc, e.id desc limit 1)`,
  }).from(event)
    .innerJoin(report, and(eq(report.municipalityId, event.municipalityId), eq(report.id, event.subjectId)))
    .innerJoin(subject, and(eq(subject.municipalityId, event.municipalityId), eq(subject.id, event.subjectId), eq(subject.visibility, 'public')))
    .where(and(here, inArray(event.kind, toldKinds), event.onTrail, since ? gte(event.id, firstIdAt(since)) : undefined, until ? and(lt(event.id, firstIdAt(new Date(until.getTime() + second))), lte(event.at, until)) : undefined, named.length ? inArray(report.reference, named) : undefined))
    .orderBy(asc(event.id)).limit(mostRequests)
  const done = rows.filter((row) => stateOfKind[row.kind] === 'done')
  const proofs = done.length ? await ctx.db.select({ id: picture.id, subjectId: picture.subjectId, at: picture.createdAt }).from(picture)
    .where(and(eq(picture.municipalityId, ctx.scope.municipalityId), inArray(picture.subjectId, done.map((row) => row.subjectId)), eq(picture.role, 'after'), eq(picture.hidden, false))).orderBy(asc(picture.id)) : []
  return rows.map((row) => {
    const state: ReportState = stateOfKind[row.stateKind ?? ''] ?? 'received'
    const proof = stateOfKind[row.kind] === 'done' ? proofs.find((each) => each.subjectId === row.subjectId && each.at >= row.at) : undefined
    return {
      update_id: row.id, service_request_id: row.reference, status: statusOf[state], external_status_code: state, updated_datetime: w3c(row.at),
      description: clean(row.sentence ?? eventWords(row.kind, ctx.language, row.data)), media_url: proof ? pictureUrl(ctx, proof.id) : null,
    }
  })
}
