import { and, eq } from 'drizzle-orm'
import type { Ctx } from '#core/context/context.server.ts'
import { inLanguage } from '#core/text/language.ts'
import { hideable } from '#core/trail/hideable.ts'
import { subjectKind } from '#core/trail/kind.ts'
import { event, subject } from '#core/trail/schema.server.ts'
import { changeSubject, subjectOf } from '#core/trail/subject.server.ts'
import { ideaWithdrawn } from './events.server.ts'
import { idea } from './schema.server.ts'

subjectKind('idea', { path: (id) => `/ideas/${id}`, name: { fi: 'Idea', sv: 'Idé', en: 'Idea' }, list: { path: '/ideas', name: { fi: 'Kaikki ideat', sv: 'Alla idéer', en: 'All ideas' }, feed: { fi: 'Ideat', sv: 'Idéer', en: 'Ideas' } }, alias: ['idea', 'ideoi', 'idé', 'ehdotu', 'förslag', 'proposal'] })

hideable('idea', {
  async hide(ctx, { subjectId }, hidden) {
    const its = await subjectOf(ctx, subjectId, { lock: true, kind: 'idea' })
    if (hidden ? !['public', 'withdrawn'].includes(its.visibility) : its.visibility !== 'hidden') return
    // Hiding is not a movement of the idea, and its clock goes on: what was owed is owed when it comes back.
    await changeSubject(ctx, subjectId, { visibility: hidden ? 'hidden' : await wasWithdrawn(ctx, subjectId) ? 'withdrawn' : 'public', movedAt: its.movedAt })
  },
  async look(ctx, { subjectId }) {
    const [row] = await ctx.db.select({ title: subject.title, text: idea.text, authorPersonId: subject.authorPersonId, authorOrganisationId: subject.authorOrganisationId, visibility: subject.visibility })
      .from(subject).innerJoin(idea, and(eq(idea.municipalityId, subject.municipalityId), eq(idea.id, subject.id)))
      .where(and(eq(subject.municipalityId, ctx.scope.municipalityId), eq(subject.id, subjectId)))
    return row && row.visibility !== 'waiting' ? { title: inLanguage(row.title, ctx.language), text: row.text, authorPersonId: row.authorPersonId, authorOrganisationId: row.authorOrganisationId, hidden: row.visibility === 'hidden', path: `/ideas/${subjectId}` } : null
  },
})

/** An idea that its author took back before it was hidden comes back as taken back. */
async function wasWithdrawn(ctx: Ctx, subjectId: string): Promise<boolean> {
  const [found] = await ctx.db.select({ id: event.id }).from(event)
    .where(and(eq(event.municipalityId, ctx.scope.municipalityId), eq(event.subjectId, subjectId), eq(event.onTrail, true), eq(event.kind, ideaWithdrawn.kind))).limit(1)
  return found !== undefined
}
