import { and, asc, eq, gt } from 'drizzle-orm'
import type { Ctx } from '#core/context/context.server.ts'
import { organisation, person, unit } from '#core/identity/schema.server.ts'
import { inLanguage } from '#core/text/language.ts'
import { namesAuthor } from './kind.ts'
import { area, isPublic, subject, topic } from './schema.server.ts'
import { shortName } from './trail.server.ts'

/** What anyone may know of any subject. Its title is in the language it was written in, the names of its unit and topic in the reader's. */
export type OpenSubject = Awaited<ReturnType<typeof openSubjects>>[number]

/**
 * Public subjects of every kind (or one) in the order of their ids, after one: the next page of an export. Nothing hidden,
 * waiting or withdrawn; people's names as the pages show them.
 */
export async function openSubjects(ctx: Ctx, options: { kind?: string; after?: string | undefined; only?: string | undefined; limit: number }) {
  const rows = await ctx.db.select({
    id: subject.id, kind: subject.kind, language: subject.language, title: subject.title, summary: subject.summary, date: subject.createdAt, moved: subject.movedAt, stage: subject.stage,
    topic: topic.name, unit: unit.name, place: subject.placeName, area: subject.area, areaName: area.name, longitude: subject.longitude, latitude: subject.latitude,
    organisation: organisation.name, person: person.name, supports: subject.supports, comments: subject.comments, due: subject.dueAt, answered: subject.answeredAt,
  }).from(subject)
    .leftJoin(person, and(eq(person.municipalityId, subject.municipalityId), eq(person.id, subject.authorPersonId)))
    .leftJoin(organisation, and(eq(organisation.municipalityId, subject.municipalityId), eq(organisation.id, subject.authorOrganisationId)))
    .leftJoin(unit, and(eq(unit.municipalityId, subject.municipalityId), eq(unit.id, subject.ownerUnitId)))
    .leftJoin(topic, and(eq(topic.municipalityId, subject.municipalityId), eq(topic.id, subject.topicId)))
    .leftJoin(area, and(eq(area.municipalityId, subject.municipalityId), eq(area.key, subject.area)))
    .where(and(
      eq(subject.municipalityId, ctx.scope.municipalityId), isPublic, options.kind ? eq(subject.kind, options.kind) : undefined,
      options.only ? eq(subject.id, options.only) : undefined, options.after ? gt(subject.id, options.after) : undefined,
    )).orderBy(asc(subject.id)).limit(options.limit)
  return rows.map(({ organisation: its, person: name, ...row }) => ({
    ...row, title: row.title[row.language] ?? inLanguage(row.title, ctx.language), author: namesAuthor(row.kind) ? its ?? (name ? shortName(name) : null) : null,
    topic: row.topic && inLanguage(row.topic, ctx.language), unit: row.unit && inLanguage(row.unit, ctx.language), areaName: row.areaName ? inLanguage(row.areaName, ctx.language) : row.area,
  }))
}
