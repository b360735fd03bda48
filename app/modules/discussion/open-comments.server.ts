import { and, asc, eq, gt, isNull } from 'drizzle-orm'
import type { Ctx } from '#core/context/context.server.ts'
import { organisation, person, unit } from '#core/identity/schema.server.ts'
import { inLanguage } from '#core/text/language.ts'
import { isPublic, subject } from '#core/trail/schema.server.ts'
import { shortName } from '#core/trail/trail.server.ts'
import { comment } from './schema.server.ts'

/** What is public of one comment. Names as the pages show them. */
export type OpenComment = { id: string; subjectId: string; subjectKind: string; parentId: string | null; text: string; stance: 'for' | 'against' | 'neutral'; date: Date; edited: Date | null; author: string | null; unit: string | null }

/** Comments that everyone can read, in the order of their ids, after one. Nothing hidden or removed, and nothing of a subject that is not public. */
export async function openComments(ctx: Ctx, options: { after?: string | undefined; limit: number; subjectId?: string; only?: string }): Promise<OpenComment[]> {
  const rows = await ctx.db.select({
    id: comment.id, subjectId: comment.subjectId, subjectKind: subject.kind, parentId: comment.parentId, text: comment.text, stance: comment.stance, date: comment.at, edited: comment.editedAt,
    organisation: organisation.name, person: person.name, authorName: comment.authorName, unit: unit.name,
  }).from(comment)
    .innerJoin(subject, and(eq(subject.municipalityId, comment.municipalityId), eq(subject.id, comment.subjectId), isPublic))
    .leftJoin(person, and(eq(person.municipalityId, comment.municipalityId), eq(person.id, comment.authorPersonId)))
    .leftJoin(organisation, and(eq(organisation.municipalityId, comment.municipalityId), eq(organisation.id, comment.authorOrganisationId)))
    .leftJoin(unit, and(eq(unit.municipalityId, comment.municipalityId), eq(unit.id, comment.unitId)))
    .where(and(eq(comment.municipalityId, ctx.scope.municipalityId), isNull(comment.hiddenAt), isNull(comment.removedAt),
      options.subjectId ? eq(comment.subjectId, options.subjectId) : undefined, options.only ? eq(comment.id, options.only) : undefined, options.after ? gt(comment.id, options.after) : undefined))
    .orderBy(asc(comment.id)).limit(options.limit)
  return rows.map(({ organisation: its, person: name, authorName, ...row }) => ({ ...row, author: its ?? (name ? (row.unit ? name : shortName(name)) : authorName), unit: row.unit && inLanguage(row.unit, ctx.language) }))
}
