import { sql } from 'drizzle-orm'
import type { Ctx } from '#core/context/context.server.ts'
import { inLanguage, type Translated } from '#core/text/language.ts'
import type { Stage } from '#core/trail/stages.ts'
import type { Matter } from '../matter.server.ts'
import { municipalitiesOf } from './municipalities.server.ts'
import { sourceOf } from './source.server.ts'

/** One municipality's part of a joint matter, as everyone may know it. */
export type JointPart = {
  municipality: string; own: boolean; leads: boolean; /** its page */ to: string; title: string; stage: Stage; withdrawn: boolean
  phase: { name: string; endsOn: string | null; open: boolean } | null; speakers: 'anyone' | 'signedIn' | 'identified'
  /** everything said there; first-level comments of people; those of them that have been told what became of them */ comments: number; said: number; answered: number
  decidingBody: string; decision: { text: string; url: string; at: Date | null } | null
}
export type Joint = {
  parts: JointPart[]; comments: number
  /** the leading municipality's document, when this one has none of its own to show */ document: { municipality: string; to: string; language: string; sections: { title: string; text: string }[] } | null
}
type Row = {
  municipality_id: number; leads: boolean; matter_id: string; title: Translated; stage: Stage; withdrawn: boolean; phase: Translated | null; ends_on: string | null; does: string[] | null; speakers: JointPart['speakers']
  comments: number; said: number; answered: number; decision: string; decision_url: string; decided_at: string | null; deciding_body: string
}

/** The parts of a joint matter whose matters are public, the leading one first; null when this one is prepared alone, or none of the others has come out yet. */
export async function readJoint(ctx: Ctx, { jointId }: Pick<Matter['its'], 'jointId'>): Promise<Joint | null> {
  if (!jointId) return null
  const { rows } = await ctx.db.execute<Row>(sql`select * from preparation.joint_parts(${jointId}::uuid)`)
  const here = ctx.scope.municipalityId
  if (!rows.some((row) => row.municipality_id !== here)) return null
  const known = await municipalitiesOf(ctx, rows.map((row) => row.municipality_id))
  const leads = rows.some((row) => row.leads && row.municipality_id === here)
  const source = leads ? null : await sourceOf(ctx, jointId)
  const parts = rows.flatMap((row): JointPart[] => {
    const whose = known.get(row.municipality_id)
    return whose ? [{
      municipality: whose.name, own: row.municipality_id === here, leads: row.leads, to: whose.to(`/matters/${row.matter_id}`), title: inLanguage(row.title, ctx.language), stage: row.stage, withdrawn: row.withdrawn,
      phase: row.phase ? { name: inLanguage(row.phase, ctx.language), endsOn: row.ends_on, open: (row.does ?? []).length > 0 } : null, speakers: row.speakers,
      comments: row.comments, said: row.said, answered: row.answered, decidingBody: row.deciding_body,
      decision: row.decision ? { text: row.decision, url: row.decision_url, at: row.decided_at ? new Date(row.decided_at) : null } : null,
    }] : []
  })
  return {
    parts, comments: parts.reduce((sum, each) => sum + each.comments, 0),
    document: source && source.sections.length > 0 ? { municipality: source.municipality, to: source.to, language: source.language, sections: source.sections } : null,
  }
}
