import type { Ctx } from '#core/context/context.server.ts'
import { uuidAt } from '#core/context/ids.server.ts'
import { insertMany } from '#core/db/insert-many.server.ts'
import { wallClock } from '#core/time/local.ts'
import { openQuestion } from './questions.server.ts'
import { answer } from './schema.server.ts'

/** Keeps answers that were given before, many at once: from an earlier system, or of a demonstration. Trusted: for programs of the house. */
export async function keepPastAnswers(ctx: Ctx, code: string, past: { at: Date; value: number; words: string }[]): Promise<void> {
  const { id } = await openQuestion(ctx, code)
  for (let from = 0; from < past.length; from += 5000)
    await insertMany(ctx.db, answer, past.slice(from, from + 5000).map((its) => ({ ...ctx.scope, id: uuidAt(its.at), questionId: id, at: its.at, day: wallClock(its.at).day, value: its.value, words: its.words, language: ctx.language, from: 'page' as const })))
}
