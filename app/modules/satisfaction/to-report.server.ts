import { and, desc, eq, isNull, ne } from 'drizzle-orm'
import type { Ctx } from '#core/context/context.server.ts'
import { isId } from '#core/context/ids.server.ts'
import { Conflict, Invalid, NotFound } from '#core/errors/errors.ts'
import { allow } from '#core/permissions/permissions.ts'
import { inLanguage } from '#core/text/language.ts'
import { subjectOf } from '#core/trail/subject.server.ts'
import { place } from '#core/trail/schema.server.ts'
import { keepReport } from '#modules/feedback/server'
import { can } from './permissions.ts'
import { openQuestion } from './questions.server.ts'
import { answer } from './schema.server.ts'

/** Words left with a question's answers, newest first, for who keeps it. */
export const wordsOf = (ctx: Ctx, questionId: string) => ctx.db.select({ id: answer.id, at: answer.at, value: answer.value, words: answer.words, reportId: answer.reportId }).from(answer)
  .where(and(eq(answer.municipalityId, ctx.scope.municipalityId), eq(answer.questionId, questionId), ne(answer.words, ''))).orderBy(desc(answer.at), desc(answer.id)).limit(50)

/**
 * Makes a report of what somebody said with their face: private, for nobody has agreed to have it public, of the question's
 * category, at its place. Twice is once. Throws Conflict('noWords'), Invalid('categoryNeeded'), NotFound.
 */
export async function reportFromAnswer(ctx: Ctx, code: string, answerId: string): Promise<{ id: string }> {
  const asked = await openQuestion(ctx, code)
  const me = allow(ctx, can.keep, asked)
  if (!isId(answerId)) throw new NotFound()
  const mine = and(eq(answer.municipalityId, ctx.scope.municipalityId), eq(answer.id, answerId), eq(answer.questionId, asked.id))
  const [row] = await ctx.db.select().from(answer).where(mine).for('update')
  if (!row) throw new NotFound()
  if (row.reportId) return { id: row.reportId }
  if (!row.words) throw new Conflict('noWords')
  if (!asked.categoryId) throw new Invalid('categoryNeeded')
  const thing = asked.subjectId ? await subjectOf(ctx, asked.subjectId) : null
  const [where] = thing ? [{ name: thing.title, longitude: thing.longitude, latitude: thing.latitude }] : asked.placeId ? await ctx.db.select().from(place).where(and(eq(place.municipalityId, ctx.scope.municipalityId), eq(place.id, asked.placeId))) : []
  const made = await keepReport({ ...ctx, language: row.language }, {
    categoryId: asked.categoryId, text: `${inLanguage(asked.name ?? {}, row.language)}: ${row.words}`, private: true, channel: 'satisfaction', sender: { byOfficial: me.id },
    ...(where ? { place: inLanguage(where.name ?? {}, row.language), ...(where.longitude === null || where.latitude === null ? {} : { longitude: where.longitude, latitude: where.latitude }) } : {}),
  })
  await ctx.db.update(answer).set({ reportId: made.id }).where(and(mine, isNull(answer.reportId)))
  return { id: made.id }
}
