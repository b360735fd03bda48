import { and, asc, desc, eq, isNull, sql } from 'drizzle-orm'
import type { Ctx } from '#core/context/context.server.ts'
import { isId } from '#core/context/ids.server.ts'
import { NotFound } from '#core/errors/errors.ts'
import { unit } from '#core/identity/schema.server.ts'
import { inLanguage, type Translated } from '#core/text/language.ts'
import { subjectPath } from '#core/trail/kind.ts'
import { subjectOf } from '#core/trail/subject.server.ts'
import { comment, outcome, outcomeGiven } from '../schema.server.ts'

export type Outcome = 'used' | 'partly' | 'not'
/** A word given to a comment, ready to show. */
export type Word = { id: string; outcome: Outcome; why: string; theme: string; unit: string | null; at: Date }

const shownAtMost = 100

/**
 * One word and the comments it was given to: the asker's own first, at most a hundred. A comment that has been given
 * another word since says so. Throws NotFound, also when the subject is not to be seen.
 */
export async function showWord(ctx: Ctx, outcomeId: string) {
  if (!isId(outcomeId)) throw new NotFound()
  const [row] = await ctx.db.select({ ...wordColumns, subjectId: outcome.subjectId }).from(outcome).leftJoin(unit, and(eq(unit.municipalityId, outcome.municipalityId), eq(unit.id, outcome.unitId)))
    .where(and(eq(outcome.municipalityId, ctx.scope.municipalityId), eq(outcome.id, outcomeId)))
  if (!row) throw new NotFound()
  const subject = await subjectOf(ctx, row.subjectId)
  if (subject.visibility !== 'public' && subject.visibility !== 'withdrawn') throw new NotFound()
  const me = ctx.actor.kind === 'person' ? ctx.actor.id : null
  const given = and(eq(outcomeGiven.municipalityId, ctx.scope.municipalityId), eq(outcomeGiven.outcomeId, outcomeId), isNull(comment.hiddenAt), isNull(comment.removedAt))
  const joined = and(eq(comment.municipalityId, outcomeGiven.municipalityId), eq(comment.id, outcomeGiven.commentId))
  const comments = await ctx.db.select({ id: comment.id, text: comment.text, proposed: comment.proposed, mine: sql<boolean>`${comment.authorPersonId} is not distinct from ${me}::uuid and ${comment.authorPersonId} is not null`, current: sql<boolean>`${comment.outcomeId} = ${outcomeId}`, at: comment.at })
    .from(outcomeGiven).innerJoin(comment, joined).where(given).orderBy(desc(sql`${comment.authorPersonId} is not distinct from ${me}::uuid and ${comment.authorPersonId} is not null`), asc(comment.id)).limit(shownAtMost)
  const [counted] = await ctx.db.select({ of: sql<number>`count(*)::int` }).from(outcomeGiven).innerJoin(comment, joined).where(given)
  const path = subjectPath(subject.kind, subject.id)
  return {
    word: wordFrom(ctx, row), count: counted!.of, subject: { title: inLanguage(subject.title, ctx.language), path },
    comments: comments.map((each) => ({ ...each, text: each.text || each.proposed || '', path: `${path}?thread=${each.id}#comment-${each.id}` })),
  }
}

/** The words that a comment has been given, newest first. */
export async function wordsOfComment(ctx: Ctx, commentId: string): Promise<Word[]> {
  const rows = await ctx.db.select({ ...wordColumns, at: outcomeGiven.at }).from(outcomeGiven)
    .innerJoin(outcome, and(eq(outcome.municipalityId, outcomeGiven.municipalityId), eq(outcome.id, outcomeGiven.outcomeId)))
    .leftJoin(unit, and(eq(unit.municipalityId, outcome.municipalityId), eq(unit.id, outcome.unitId)))
    .where(and(eq(outcomeGiven.municipalityId, ctx.scope.municipalityId), eq(outcomeGiven.commentId, commentId))).orderBy(desc(outcomeGiven.at), desc(outcomeGiven.id))
  return rows.map((row) => wordFrom(ctx, row))
}

const wordColumns = { id: outcome.id, outcome: outcome.outcome, why: outcome.why, theme: outcome.theme, at: outcome.at, unit: unit.name }
const wordFrom = (ctx: Ctx, { unit: name, id, why, theme, at, outcome: what }: Omit<Word, 'unit'> & { unit: Translated | null }): Word =>
  ({ id, outcome: what, why, theme, at, unit: name && inLanguage(name, ctx.language) })
