import { and, eq, sql } from 'drizzle-orm'
import type { Ctx } from '#core/context/context.server.ts'
import { NotFound } from '#core/errors/errors.ts'
import { keepSubject, subjectOf } from '#core/trail/subject.server.ts'
import type { ServiceFacts } from './facts.ts'
import { type Keeping, said } from './keep-place.server.ts'
import { service } from './schema.server.ts'

/** Writes a service and its subject: the only place where one is made or its facts change. Asks and tells nobody, as keepPlace. Throws NotFound. */
export async function keepService(ctx: Ctx, facts: ServiceFacts, its: Keeping = {}): Promise<{ id: string; made: boolean }> {
  const before = its.id ? await subjectOf(ctx, its.id, { kind: 'service', lock: true }) : null
  const id = its.id ?? ctx.newId()
  const visibility = its.visibility ?? before?.visibility ?? 'public'
  await keepSubject(ctx, {
    id, kind: 'service', language: before?.language ?? (['fi', 'sv', 'en'] as const).find((each) => facts.name[each]) ?? 'fi', title: facts.name,
    text: [facts.summary, facts.description, facts.forWhom, facts.how, facts.price, facts.promise].flatMap(said).join('\n'), stage: visibility === 'waiting' ? 'waiting' : before && before.stage !== 'waiting' ? before.stage : 'service', visibility,
    ownerUnitId: its.unitId === undefined ? before?.ownerUnitId ?? null : its.unitId, authorOrganisationId: its.organisationId === undefined ? before?.authorOrganisationId ?? null : its.organisationId,
    topicId: its.topicId === undefined ? before?.topicId ?? null : its.topicId, dueAt: null, ...(before ? {} : { createdAt: its.at ?? ctx.now, movedAt: its.at ?? ctx.now }),
  })
  const changed = { ...facts, changedAt: its.at ?? ctx.now, ...(its.providerId === undefined ? {} : { providerId: its.providerId }) }
  if (!before) await ctx.db.insert(service).values({ ...ctx.scope, id, ...changed })
  else {
    const rows = await ctx.db.update(service).set({ ...changed, version: sql`${service.version} + 1` }).where(and(eq(service.municipalityId, ctx.scope.municipalityId), eq(service.id, id))).returning({ id: service.id })
    if (rows.length === 0) throw new NotFound()
  }
  return { id, made: !before }
}
