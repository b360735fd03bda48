import { and, eq } from 'drizzle-orm'
import { type Hideable, hideablePart } from '#core/trail/hideable.ts'
import { inLanguage } from '#core/text/language.ts'
import { subjectPath } from '#core/trail/kind.ts'
import { record } from '#core/trail/record.server.ts'
import { subject } from '#core/trail/schema.server.ts'
import { commented } from './events.server.ts'
import { comment } from './schema.server.ts'

const its: Hideable = {
  async hide(ctx, { subjectId, commentId }, hidden) {
    if (!commentId) return
    const here = and(eq(comment.municipalityId, ctx.scope.municipalityId), eq(comment.id, commentId), eq(comment.subjectId, subjectId))
    const [row] = await ctx.db.select().from(comment).where(here).for('update')
    if (!row || (hidden && row.hiddenAt && row.hiddenAt.getTime() !== said(row)) || (!hidden && !row.hiddenAt)) return
    const waited = row.hiddenAt?.getTime() === said(row)
    // A moment after it was said tells a moderator's hiding from waiting (list.server.ts).
    await ctx.db.update(comment).set({ hiddenAt: hidden ? new Date(Math.max(ctx.now.getTime(), said(row) + 1)) : null }).where(here)
    if (!hidden && waited && !row.editedAt) await record(ctx, commented, { subjectId, data: { commentId } })
  },
  async look(ctx, { subjectId, commentId }) {
    if (!commentId) return null
    const [row] = await ctx.db.select({ kind: subject.kind, title: subject.title, text: comment.text, proposed: comment.proposed, authorPersonId: comment.authorPersonId, authorOrganisationId: comment.authorOrganisationId, hiddenAt: comment.hiddenAt, removedAt: comment.removedAt })
      .from(comment).innerJoin(subject, and(eq(subject.municipalityId, comment.municipalityId), eq(subject.id, comment.subjectId)))
      .where(and(eq(comment.municipalityId, ctx.scope.municipalityId), eq(comment.id, commentId), eq(comment.subjectId, subjectId)))
    if (!row || row.removedAt) return null
    return { title: inLanguage(row.title, ctx.language), text: [row.text, row.proposed].filter(Boolean).join('\n\n'), authorPersonId: row.authorPersonId, authorOrganisationId: row.authorOrganisationId, hidden: row.hiddenAt !== null, path: `${subjectPath(row.kind, subjectId)}?thread=${commentId}#comment-${commentId}` }
  },
}
const said = (row: { at: Date; editedAt: Date | null }) => (row.editedAt ?? row.at).getTime()

hideablePart('comment', its)
