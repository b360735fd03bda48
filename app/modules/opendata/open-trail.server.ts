import { and, asc, eq, gt } from 'drizzle-orm'
import type { Ctx } from '#core/context/context.server.ts'
import { organisation, person, unit } from '#core/identity/schema.server.ts'
import { inLanguage } from '#core/text/language.ts'
import { eventWords } from '#core/trail/event.ts'
import { event, isPublic, subject } from '#core/trail/schema.server.ts'
import { shortName } from '#core/trail/trail.server.ts'

/** What has happened to public subjects, in the order of the events' ids, after one: what their trails show, and no other data of the events. */
export async function openTrail(ctx: Ctx, options: { after?: string | undefined; limit: number }) {
  const rows = await ctx.db.select({
    id: event.id, subjectId: event.subjectId, subjectKind: subject.kind, at: event.at, kind: event.kind, stage: event.stage, sentence: event.sentence, data: event.data,
    person: person.name, organisation: organisation.name, unit: unit.name,
  }).from(event)
    .innerJoin(subject, and(eq(subject.municipalityId, event.municipalityId), eq(subject.id, event.subjectId), isPublic))
    .leftJoin(person, and(eq(person.municipalityId, event.municipalityId), eq(person.id, event.actorPersonId)))
    .leftJoin(organisation, and(eq(organisation.municipalityId, event.municipalityId), eq(organisation.id, event.actorOrganisationId)))
    .leftJoin(unit, and(eq(unit.municipalityId, event.municipalityId), eq(unit.id, event.actorUnitId)))
    .where(and(eq(event.municipalityId, ctx.scope.municipalityId), event.onTrail, options.after ? gt(event.id, options.after) : undefined))
    .orderBy(asc(event.id)).limit(options.limit)
  return rows.map(({ data, person: name, organisation: its, unit: from, ...row }) => ({
    ...row, what: eventWords(row.kind, ctx.language, data), who: from ? inLanguage(from, ctx.language) : its ?? (name ? shortName(name) : null),
  }))
}
