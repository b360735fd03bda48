import { and, asc, eq, gt, sql } from 'drizzle-orm'
import type { Ctx } from '#core/context/context.server.ts'
import { organisation, person, unit } from '#core/identity/schema.server.ts'
import { inLanguage } from '#core/text/language.ts'
import { event, subject, topic } from '#core/trail/schema.server.ts'
import type { Stage } from '#core/trail/stages.ts'
import { shortName } from '#core/trail/trail.server.ts'
import { ideaImported } from '../events.server.ts'
import { answer, idea, type Outcome } from '../schema.server.ts'

/** What is public of one idea: its own words, its state, the municipality's last published answer. Names as the pages show them. */
export type OpenIdea = {
  id: string; kind: 'idea' | 'need'; language: string; title: string; text: string; date: Date; moved: Date; stage: Stage
  topic: string | null; unit: string | null; place: string | null; area: string | null; longitude: number | null; latitude: number | null
  author: string | null; supports: number; comments: number; due: Date | null; answered: Date | null; outcome: Outcome | null; answer: string | null
}

/** Public ideas in the order of their ids, after one: the next page of an export. No e-mails, nothing hidden, waiting or withdrawn. */
export async function openIdeas(ctx: Ctx, options: { after?: string | undefined; limit: number; only?: string }): Promise<OpenIdea[]> {
  const m = ctx.scope.municipalityId
  const last = sql`(select ${answer.id} from ${answer} where ${answer.municipalityId} = ${subject.municipalityId} and ${answer.ideaId} = ${subject.id} and ${answer.publishedAt} is not null order by ${answer.publishedAt} desc limit 1)`
  const rows = await ctx.db.select({
    id: subject.id, kind: idea.kind, language: subject.language, title: subject.title, text: idea.text, date: subject.createdAt, moved: subject.movedAt, stage: subject.stage,
    topic: topic.name, unit: unit.name, place: subject.placeName, area: subject.area, longitude: subject.longitude, latitude: subject.latitude,
    organisation: organisation.name, person: person.name,
    imported: sql<{ author?: string; answer?: string } | null>`case when ${idea.importedFrom} is not null then (select ${event.data} from ${event} where ${event.municipalityId} = ${subject.municipalityId} and ${event.subjectId} = ${subject.id} and ${event.onTrail} and ${event.kind} = ${ideaImported.kind} limit 1) end`,
    supports: subject.supports, comments: subject.comments, due: subject.dueAt, answered: subject.answeredAt, outcome: answer.outcome, answer: answer.reason,
  }).from(subject)
    .innerJoin(idea, and(eq(idea.municipalityId, subject.municipalityId), eq(idea.id, subject.id)))
    .leftJoin(answer, and(eq(answer.municipalityId, subject.municipalityId), eq(answer.id, last)))
    .leftJoin(person, and(eq(person.municipalityId, subject.municipalityId), eq(person.id, subject.authorPersonId)))
    .leftJoin(organisation, and(eq(organisation.municipalityId, subject.municipalityId), eq(organisation.id, subject.authorOrganisationId)))
    .leftJoin(unit, and(eq(unit.municipalityId, subject.municipalityId), eq(unit.id, subject.ownerUnitId)))
    .leftJoin(topic, and(eq(topic.municipalityId, subject.municipalityId), eq(topic.id, subject.topicId)))
    .where(and(eq(subject.municipalityId, m), eq(subject.visibility, 'public'), eq(subject.kind, 'idea'), options.only ? eq(subject.id, options.only) : undefined, options.after ? gt(subject.id, options.after) : undefined))
    .orderBy(asc(subject.id)).limit(options.limit)
  return rows.map(({ organisation: its, person: name, imported, ...row }) => ({
    ...row, title: row.title[row.language] ?? inLanguage(row.title, ctx.language),
    topic: row.topic && inLanguage(row.topic, ctx.language), unit: row.unit && inLanguage(row.unit, ctx.language),
    author: its ?? (name ? shortName(name) : imported?.author ?? null), answer: row.answer ?? imported?.answer ?? null,
  }))
}
