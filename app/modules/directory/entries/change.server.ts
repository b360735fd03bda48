import { and, desc, eq, gt } from 'drizzle-orm'
import type { Ctx } from '#core/context/context.server.ts'
import { record } from '#core/trail/record.server.ts'
import { event } from '#core/trail/schema.server.ts'
import type { Subject } from '#core/trail/subject.server.ts'
import type { PlaceDetails } from '../details.ts'
import { entryChanged } from '../events.server.ts'
import type { PlaceFacts, ServiceFacts } from '../facts.ts'
import { keepDetails } from '../keep-details.server.ts'
import { keepPlace } from '../keep-place.server.ts'
import { keepService } from '../keep-service.server.ts'
import { holdPlace, holdService } from './hold.server.ts'
import { lookedOver } from './moderate.server.ts'

/** What a change of an entry became: `waits` when a rule stopped a provider's words until a moderator has looked. */
export type Changed = { waits: boolean }

type Changing = { /** that the asker had read */ version?: number | undefined; topicId?: string | null }
const topicIn = ({ topicId }: Changing) => (topicId === undefined ? {} : { topicId })

/** Changes a place's facts. Throws as holdPlace, Invalid('farAway'). */
export async function changePlace(ctx: Ctx, id: string, facts: PlaceFacts, its: Changing = {}): Promise<Changed> {
  const { subject, row } = await holdPlace(ctx, id, its)
  const fields = differing(facts, { ...row, longitude: subject.longitude, latitude: subject.latitude })
  if (its.topicId !== undefined && its.topicId !== subject.topicId) fields.push('topicId')
  if (fields.length === 0) return { waits: subject.visibility === 'hidden' }
  await keepPlace(ctx, facts, { id, ...topicIn(its) })
  return changed(ctx, subject, row.providerId, fields, facts)
}

/** Changes a service's facts. Throws as holdService. */
export async function changeService(ctx: Ctx, id: string, facts: ServiceFacts, its: Changing = {}): Promise<Changed> {
  const { subject, row } = await holdService(ctx, id, its)
  const fields = differing(facts, row)
  if (its.topicId !== undefined && its.topicId !== subject.topicId) fields.push('topicId')
  if (fields.length === 0) return { waits: subject.visibility === 'hidden' }
  await keepService(ctx, facts, { id, ...topicIn(its) })
  return changed(ctx, subject, row.providerId, fields, facts)
}

/** Changes what is in a place. Throws as holdPlace. */
export async function changeDetails(ctx: Ctx, id: string, details: PlaceDetails, version?: number): Promise<Changed> {
  const { subject, row } = await holdPlace(ctx, id, { version })
  await keepDetails(ctx, id, details)
  return changed(ctx, subject, row.providerId, Object.keys(details), details)
}

const hour = 3_600_000
/** What every change does besides: the trail says so, at most once an hour by one keeper; a provider's words are looked over. */
export async function changed(ctx: Ctx, subject: Subject, providerId: string | null, fields: string[], values: unknown): Promise<Changed> {
  if (subject.visibility !== 'waiting') await toldOnce(ctx, subject, fields)
  if (!providerId || subject.visibility === 'waiting') return { waits: false }
  return { waits: await lookedOver(ctx, subject.id, values) === 'waits' || subject.visibility === 'hidden' }
}
async function toldOnce(ctx: Ctx, subject: Subject, fields: string[]) {
  const [last] = await ctx.db.select({ kind: event.kind, by: event.actorPersonId }).from(event)
    .where(and(eq(event.municipalityId, ctx.scope.municipalityId), eq(event.subjectId, subject.id), event.onTrail, gt(event.at, new Date(ctx.now.getTime() - hour)))).orderBy(desc(event.at), desc(event.id)).limit(1)
  if (last?.kind === entryChanged.kind && ctx.actor.kind === 'person' && last.by === ctx.actor.id) return
  await record(ctx, entryChanged, { subjectId: subject.id, data: { fields }, ...(subject.ownerUnitId ? { unitId: subject.ownerUnitId } : {}) })
}

/** Names of the facts that are not as they are kept. */
function differing(facts: Record<string, unknown>, kept: Record<string, unknown>): string[] {
  return Object.keys(facts).filter((name) => plain(facts[name]) !== plain(kept[name]))
}
const plain = (value: unknown): string => (typeof value === 'object' && value !== null && !Array.isArray(value) ? JSON.stringify(Object.entries(value).sort()) : JSON.stringify(value ?? null))
