import { and, asc, eq, isNull, sql } from 'drizzle-orm'
import type { Ctx } from '#core/context/context.server.ts'
import { subject } from '#core/trail/schema.server.ts'
import { summaryOf } from '#core/trail/subject.server.ts'
import { choice, matter, section } from './schema.server.ts'

/**
 * Brings what search finds of a matter up to date after any of its texts has changed: its thought, question, boundary
 * conditions, decision and the document that is heard. The summary of lists is the beginning of the thought.
 */
export async function keepSearch(ctx: Ctx, id: string) {
  const here = ctx.scope.municipalityId
  const [its] = await ctx.db.select().from(matter).where(and(eq(matter.municipalityId, here), eq(matter.id, id)))
  if (!its) return
  const choices = await ctx.db.select({ text: choice.text }).from(choice).where(and(eq(choice.municipalityId, here), eq(choice.matterId, id))).orderBy(asc(choice.position))
  const sections = await ctx.db.select({ title: section.title, text: section.text }).from(section).where(and(eq(section.municipalityId, here), eq(section.matterId, id), isNull(section.removedAt))).orderBy(asc(section.position))
  const text = [its.thought, its.ask, ...choices.map((each) => each.text), its.law, its.money, its.time, its.notOpen, its.caseNumber, its.decidingBody, its.decision, ...sections.flatMap((each) => [each.title, each.text])].filter(Boolean).join('\n')
  await ctx.db.update(subject).set({ summary: summaryOf(its.thought), search: sql`trail.search_vector(${subject.language}, ${subject.title}, ${text})` })
    .where(and(eq(subject.municipalityId, here), eq(subject.id, id)))
}
