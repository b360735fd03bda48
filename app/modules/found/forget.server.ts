import { sql } from 'drizzle-orm'
import type { Ctx } from '#core/context/context.server.ts'
import { report } from '#modules/feedback/server'
import { consent, reading } from './schema.server.ts'

/**
 * Forgets with the report: when its sender has been forgotten, what was proposed in their words goes, and a question that was
 * never answered is a no; when its words have been erased, the sentence and the suggestion made of them go too. For a job of
 * every night. Returns how many rows changed.
 */
export async function forgetWithReports(ctx: Ctx): Promise<number> {
  const m = ctx.scope.municipalityId
  const proposals = await ctx.db.execute(sql`
    update ${consent} c set title = '', text = '', answer = coalesce(c.answer, case when c.idea_id is null then 'no' end), answered_at = case when c.answer is null and c.idea_id is null then ${ctx.now}::timestamptz else c.answered_at end
    from ${report} r where c.municipality_id = ${m} and c.text <> '' and r.municipality_id = c.municipality_id and r.id = c.report_id and r.forgotten_at is not null`)
  const sentences = await ctx.db.execute(sql`
    update ${reading} d set sentence = '', suggestion = null, hits = '[]', likely = false, model = 'off', model_after = null
    from ${report} r where d.municipality_id = ${m} and (d.sentence <> '' or d.suggestion is not null) and r.municipality_id = d.municipality_id and r.id = d.report_id and r.forgotten_at is not null and r.text = ''`)
  return (proposals.rowCount ?? 0) + (sentences.rowCount ?? 0)
}
