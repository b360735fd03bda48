import { createHash } from 'node:crypto'
import { and, desc, eq, inArray, isNotNull, isNull, sql } from 'drizzle-orm'
import type { Ctx } from '#core/context/context.server.ts'
import { once } from '#core/db/open.server.ts'
import { person, unit } from '#core/identity/schema.server.ts'
import { allow } from '#core/permissions/permissions.ts'
import { inLanguage, type Translated } from '#core/text/language.ts'
import { subject } from '#core/trail/schema.server.ts'
import { can } from '../permissions.ts'
import { answer, type Outcome } from '../schema.server.ts'

/** A published answer, ready to show. */
export type Answer = { id: string; outcome: Outcome; reason: string; url: string | null; whose: string | null; unit: string; by: string; at: Date }
/** An unpublished one, for colleagues. */
export type Draft = { id: string; ideaId: string; outcome: Outcome; reason: string; url: string | null; whose: string | null; by: string; draftedAt: Date }

const published = once((db) => db.select({ id: answer.id, outcome: answer.outcome, reason: answer.reason, url: answer.url, whose: answer.whose, unit: unit.name, by: person.name, at: answer.publishedAt })
  .from(answer)
  .leftJoin(unit, and(eq(unit.municipalityId, answer.municipalityId), eq(unit.id, answer.unitId)))
  .leftJoin(person, and(eq(person.municipalityId, answer.municipalityId), eq(person.id, answer.authorPersonId)))
  .where(and(eq(answer.municipalityId, sql.placeholder('m')), eq(answer.ideaId, sql.placeholder('idea')), isNotNull(answer.publishedAt)))
  .orderBy(desc(answer.publishedAt), desc(answer.id)).limit(20).prepare('ideas_answers'))

/** The published answers to an idea, newest first. Officials speak with their own names. */
export async function answersOf(ctx: Ctx, ideaId: string): Promise<Answer[]> {
  const rows = await published(ctx.db).execute({ m: ctx.scope.municipalityId, idea: ideaId })
  return rows.map((row) => ({ ...row, at: row.at!, unit: inLanguage(row.unit as Translated | null, ctx.language), by: row.by ?? '' }))
}

/** The open draft of each of these ideas, for officials only. Throws SignInNeeded, Forbidden. */
export async function draftsOf(ctx: Ctx, ideaIds: string[]): Promise<Draft[]> {
  allow(ctx, can.readDrafts)
  return ideaIds.length === 0 ? [] : readDrafts(ctx, inArray(answer.ideaId, ideaIds))
}

/** The open drafts to ideas that these units own. Throws SignInNeeded, Forbidden. */
export async function draftsOfUnits(ctx: Ctx, unitIds: string[]): Promise<Draft[]> {
  allow(ctx, can.readDrafts)
  return unitIds.length === 0 ? [] : readDrafts(ctx, sql`exists (select from ${subject} where ${subject.municipalityId} = ${answer.municipalityId} and ${subject.id} = ${answer.ideaId} and ${inArray(subject.ownerUnitId, unitIds)})`)
}

async function readDrafts(ctx: Ctx, which: ReturnType<typeof eq>): Promise<Draft[]> {
  const rows = await ctx.db.select({ id: answer.id, ideaId: answer.ideaId, outcome: answer.outcome, reason: answer.reason, url: answer.url, whose: answer.whose, by: person.name, draftedAt: answer.draftedAt })
    .from(answer).leftJoin(person, and(eq(person.municipalityId, answer.municipalityId), eq(person.id, answer.authorPersonId)))
    .where(and(eq(answer.municipalityId, ctx.scope.municipalityId), isNull(answer.publishedAt), which)).limit(500)
  return rows.map((row) => ({ ...row, by: row.by ?? '' }))
}

/**
 * What answers there are to each idea at this moment, as a word to compare later: the newest published one and the
 * draft's wording. Whoever publishes or saves shows the word they started from.
 */
export async function seenOf(ctx: Ctx, ideaIds: string[]): Promise<Map<string, string>> {
  const rows = ideaIds.length === 0 ? [] : await ctx.db.select({ ideaId: answer.ideaId, id: answer.id, publishedAt: answer.publishedAt, outcome: answer.outcome, reason: answer.reason, url: answer.url, whose: answer.whose }).from(answer)
    .where(and(eq(answer.municipalityId, ctx.scope.municipalityId), inArray(answer.ideaId, ideaIds))).orderBy(answer.publishedAt, answer.id)
  const seen = new Map<string, { published: string; draft: string }>(ideaIds.map((id) => [id, { published: '', draft: '' }]))
  for (const row of rows) {
    const its = seen.get(row.ideaId)!
    if (row.publishedAt) its.published = row.id
    else its.draft = createHash('sha256').update(JSON.stringify([row.id, row.outcome, row.reason, row.url, row.whose])).digest('base64url').slice(0, 16)
  }
  return new Map([...seen].map(([id, its]) => [id, its.published || its.draft ? `${its.published}~${its.draft}` : '']))
}
