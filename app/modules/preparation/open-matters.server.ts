import { and, eq, sql } from 'drizzle-orm'
import type { Ctx } from '#core/context/context.server.ts'
import { inLanguage } from '#core/text/language.ts'
import { type OpenSubject, openSubjects } from '#core/trail/open.server.ts'
import { matter, phase } from './schema.server.ts'

/** What is public of one matter: what is public of any subject, its own words and boundary conditions, its open phase, its decision. */
export type OpenMatter = Omit<OpenSubject, 'kind' | 'summary' | 'supports' | 'answered' | 'author'> & {
  thought: string; law: string; money: string; time: string; notOpen: string; ask: string; phase: string | null; phaseEnds: string | null
  caseNumber: string; decidingBody: string; meeting: string | null; decision: string; decisionUrl: string
}

/** Public matters in the order of their ids, after one: the next page of an export. */
export async function openMatters(ctx: Ctx, options: { after?: string | undefined; limit: number }): Promise<OpenMatter[]> {
  const subjects = await openSubjects(ctx, { ...options, kind: 'matter' })
  const rows = subjects.length === 0 ? [] : await ctx.db.select({
    id: matter.id, thought: matter.thought, law: matter.law, money: matter.money, time: matter.time, notOpen: matter.notOpen, ask: matter.ask, caseNumber: matter.caseNumber, decidingBody: matter.decidingBody,
    meeting: matter.meetingOn, decision: matter.decision, decisionUrl: matter.decisionUrl, phase: phase.name, phaseEnds: phase.endsOn,
  }).from(matter).leftJoin(phase, and(eq(phase.municipalityId, matter.municipalityId), eq(phase.matterId, matter.id), eq(phase.state, 'open')))
    .where(and(eq(matter.municipalityId, ctx.scope.municipalityId), sql`${matter.id} = any(${sql.param(subjects.map(({ id }) => id))}::uuid[])`))
  const own = new Map(rows.map((row) => [row.id, row]))
  return subjects.flatMap(({ summary: _summary, supports: _supports, answered: _answered, author: _author, kind: _kind, ...row }) => {
    const its = own.get(row.id)
    return its ? [{ ...row, ...its, phase: its.phase && inLanguage(its.phase, ctx.language) }] : []
  })
}
