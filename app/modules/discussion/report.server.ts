import { and, asc, eq, gt, isNull, sql } from 'drizzle-orm'
import type { Ctx } from '#core/context/context.server.ts'
import { organisation, unit } from '#core/identity/schema.server.ts'
import { inLanguage } from '#core/text/language.ts'
import { comment, outcome } from './schema.server.ts'

/** Who spoke, in numbers of those who spoke; guests cannot be told apart, so theirs is a number of comments. */
export type WhoSpoke = { residents: number; guests: number; organisations: number; units: number }
/** What was said, in numbers. `told` counts the comments that were given each word. */
export type SpokenOf = { comments: number; who: WhoSpoke; stances: Record<'for' | 'against' | 'neutral', number>; told: Record<'used' | 'partly' | 'not', number>; waiting: number }

/** A comment for a report: whose it is only when an organisation or a unit of the municipality speaks. */
export type Reported = {
  id: string; parentId: string | null; speaker: 'person' | 'organisation' | 'unit'; name: string | null; stance: 'for' | 'against' | 'neutral'; text: string; quote: string | null; proposed: string | null
  partId: string | null; place: string | null; longitude: number | null; latitude: number | null; at: Date; outcome: 'used' | 'partly' | 'not' | null; why: string | null; theme: string | null
}

// What a moderator has hidden, what waits and what its writer has removed is in no report.
const readable = (ctx: Ctx, subjectId: string) => and(eq(comment.municipalityId, ctx.scope.municipalityId), eq(comment.subjectId, subjectId), isNull(comment.hiddenAt), isNull(comment.removedAt))

/** The numbers of a discussion. Exact: who shows them leaves small groups out. */
export async function spokenOf(ctx: Ctx, subjectId: string): Promise<SpokenOf> {
  const count = (what: ReturnType<typeof sql>) => sql<number>`(count(*) filter (where ${what}))::int`
  const alone = sql`${comment.authorOrganisationId} is null and ${comment.unitId} is null`
  const [row] = await ctx.db.select({
    comments: sql<number>`count(*)::int`, residents: sql<number>`(count(distinct ${comment.authorPersonId}) filter (where ${alone}))::int`, guests: count(sql`${comment.authorPersonId} is null and ${alone}`),
    organisations: sql<number>`count(distinct ${comment.authorOrganisationId})::int`, units: sql<number>`count(distinct ${comment.unitId})::int`,
    for: count(sql`${comment.stance} = 'for' and ${comment.unitId} is null`), against: count(sql`${comment.stance} = 'against' and ${comment.unitId} is null`), neutral: count(sql`${comment.stance} = 'neutral' and ${comment.unitId} is null`),
    used: count(sql`${outcome.outcome} = 'used'`), partly: count(sql`${outcome.outcome} = 'partly'`), not: count(sql`${outcome.outcome} = 'not'`), waiting: count(sql`${comment.outcomeId} is null and ${comment.unitId} is null`),
  }).from(comment).leftJoin(outcome, and(eq(outcome.municipalityId, comment.municipalityId), eq(outcome.id, comment.outcomeId))).where(readable(ctx, subjectId))
  const its = row!
  return { comments: its.comments, who: { residents: its.residents, guests: its.guests, organisations: its.organisations, units: its.units }, stances: { for: its.for, against: its.against, neutral: its.neutral }, told: { used: its.used, partly: its.partly, not: its.not }, waiting: its.waiting }
}

/** Comments that all can read, in the order they were said, after one; so many at a time that any number fits. */
export async function commentsToReport(ctx: Ctx, subjectId: string, options: { after?: string | undefined; limit: number }): Promise<Reported[]> {
  const rows = await ctx.db.select({
    id: comment.id, parentId: comment.parentId, stance: comment.stance, text: comment.text, quote: comment.quote, proposed: comment.proposed, partId: comment.partId, place: comment.placeName, longitude: comment.longitude, latitude: comment.latitude, at: comment.at,
    organisation: organisation.name, unit: unit.name, outcome: outcome.outcome, why: outcome.why, theme: outcome.theme,
  }).from(comment)
    .leftJoin(organisation, and(eq(organisation.municipalityId, comment.municipalityId), eq(organisation.id, comment.authorOrganisationId)))
    .leftJoin(unit, and(eq(unit.municipalityId, comment.municipalityId), eq(unit.id, comment.unitId)))
    .leftJoin(outcome, and(eq(outcome.municipalityId, comment.municipalityId), eq(outcome.id, comment.outcomeId)))
    .where(and(readable(ctx, subjectId), options.after ? gt(comment.id, options.after) : undefined)).orderBy(asc(comment.id)).limit(options.limit)
  return rows.map(({ organisation: its, unit: of, ...row }) => ({ ...row, speaker: of ? 'unit' : its ? 'organisation' : 'person', name: of ? inLanguage(of, ctx.language) : its }))
}
