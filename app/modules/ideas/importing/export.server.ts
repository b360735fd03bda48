import { and, eq, sql } from 'drizzle-orm'
import type { Ctx } from '#core/context/context.server.ts'
import { type OpenSubject, openSubjects } from '#core/trail/open.server.ts'
import { event } from '#core/trail/schema.server.ts'
import { ideaImported } from '../events.server.ts'
import { answer, idea, type Outcome } from '../schema.server.ts'

/** What is public of one idea: what is public of any subject, its own words, the municipality's last published answer. */
export type OpenIdea = Omit<OpenSubject, 'kind' | 'summary'> & { kind: 'idea' | 'need'; text: string; outcome: Outcome | null; answer: string | null }

/** Public ideas in the order of their ids, after one: the next page of an export. What an imported idea says of its author and answer stands in for theirs. */
export async function openIdeas(ctx: Ctx, options: { after?: string | undefined; limit: number; only?: string }): Promise<OpenIdea[]> {
  const subjects = await openSubjects(ctx, { ...options, kind: 'idea' })
  const own = await ownOf(ctx, subjects.map(({ id }) => id))
  return subjects.flatMap(({ summary: _summary, ...row }) => {
    const its = own.get(row.id)
    return its ? [{ ...row, kind: its.kind, text: its.text, author: row.author ?? its.imported?.author ?? null, outcome: its.outcome, answer: its.answer ?? its.imported?.answer ?? null }] : []
  })
}

async function ownOf(ctx: Ctx, ids: string[]) {
  const last = sql`(select ${answer.id} from ${answer} where ${answer.municipalityId} = ${idea.municipalityId} and ${answer.ideaId} = ${idea.id} and ${answer.publishedAt} is not null order by ${answer.publishedAt} desc limit 1)`
  const rows = ids.length === 0 ? [] : await ctx.db.select({
    id: idea.id, kind: idea.kind, text: idea.text, outcome: answer.outcome, answer: answer.reason,
    imported: sql<{ author?: string; answer?: string } | null>`case when ${idea.importedFrom} is not null then (select ${event.data} from ${event} where ${event.municipalityId} = ${idea.municipalityId} and ${event.subjectId} = ${idea.id} and ${event.onTrail} and ${event.kind} = ${ideaImported.kind} limit 1) end`,
  }).from(idea).leftJoin(answer, and(eq(answer.municipalityId, idea.municipalityId), eq(answer.id, last)))
    .where(and(eq(idea.municipalityId, ctx.scope.municipalityId), sql`${idea.id} = any(${sql.param(ids)}::uuid[])`))
  return new Map(rows.map((row) => [row.id, row]))
}
