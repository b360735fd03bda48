import { sql } from 'drizzle-orm'
import type { Ctx } from '#core/context/context.server.ts'
import { report } from '#modules/feedback/server'
import { awaited, sent, update } from './schema.server.ts'

/** Forgets with reports whose words have been erased what programs told of them: texts, places, photos still awaited. For a job of every night. */
export async function forgetWithReports(ctx: Ctx): Promise<void> {
  const m = ctx.scope.municipalityId
  const erased = sql`(select r.id from ${report} r where r.municipality_id = ${m} and r.forgotten_at is not null and r.text = '')`
  await ctx.db.execute(sql`update ${update} set text = '' where municipality_id = ${m} and text <> '' and report_id in ${erased}`)
  await ctx.db.execute(sql`update ${sent} set address_id = null, geometry = null where municipality_id = ${m} and (address_id is not null or geometry is not null) and report_id in ${erased}`)
  await ctx.db.execute(sql`delete from ${awaited} where municipality_id = ${m} and report_id in ${erased}`)
}
