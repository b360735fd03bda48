import { sql } from 'drizzle-orm'
import type { Ctx } from '#core/context/context.server.ts'
import { inLanguage, type Language, otherLanguage, type Translated } from '#core/text/language.ts'
import type { Phase } from '../matter.server.ts'
import { municipalitiesOf } from './municipalities.server.ts'

type LedPhase = Pick<Phase, 'name' | 'does' | 'stage' | 'hearing' | 'startsOn' | 'endsOn' | 'state'>
/** What the leading municipality has published of its matter. */
export type Source = {
  municipality: string; to: string; title: string; titleLang: Language | undefined; language: Language; thought: string
  conditions: { law: string; money: string; time: string; notOpen: string }; ask: string; phases: LedPhase[]; sections: { title: string; text: string }[]
}
type Row = { municipality_id: number; matter_id: string; title: Translated; language: Language; thought: string; law: string; money: string; time: string; not_open: string; ask: string; phases: LedPhase[]; sections: Source['sections'] }

/** The leading municipality's matter, for one that was asked or takes part; null for others, and while it is not public. */
export async function sourceOf(ctx: Ctx, jointId: string): Promise<Source | null> {
  const { rows: [row] } = await ctx.db.execute<Row>(sql`select * from preparation.joint_source(${jointId}::uuid)`)
  if (!row) return null
  const its = (await municipalitiesOf(ctx, [row.municipality_id])).get(row.municipality_id)
  if (!its) return null
  return {
    municipality: its.name, to: its.to(`/matters/${row.matter_id}`), title: inLanguage(row.title, ctx.language), titleLang: otherLanguage(row.title, ctx.language), language: row.language,
    thought: row.thought, conditions: { law: row.law, money: row.money, time: row.time, notOpen: row.not_open }, ask: row.ask, phases: row.phases, sections: row.sections,
  }
}
