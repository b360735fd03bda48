import { sql } from 'drizzle-orm'
import type { Ctx } from '#core/context/context.server.ts'
import { slotAt } from './day-kind.ts'
import { level } from './schema.server.ts'

/** Keeps quarter levels of the past, as another system or the demonstration has them: how many were inside at the end of the quarter that begins `at`. What is there already stays. */
export async function keepPastLevels(ctx: Ctx, counterId: string, levels: { at: Date; inside: number }[]): Promise<void> {
  for (let from = 0; from < levels.length; from += 5000) {
    const rows = JSON.stringify(levels.slice(from, from + 5000).map(({ at, inside }) => { const { day, kind, slot } = slotAt(at); return { at: at.toISOString(), day, kind, slot, inside } }))
    await ctx.db.execute(sql`insert into ${level} (municipality_id, counter_id, at, day, slot, kind, inside) select ${ctx.scope.municipalityId}::int, ${counterId}::uuid, r.at, r.day, r.slot, r.kind, r.inside from jsonb_to_recordset(${rows}::jsonb) as r(at timestamptz, day date, slot int, kind int, inside int) on conflict do nothing`)
  }
}
