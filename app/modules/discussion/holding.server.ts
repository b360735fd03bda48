import { and, desc, eq } from 'drizzle-orm'
import { holding } from '#core/identity/holdings.ts'
import { inLanguage } from '#core/text/language.ts'
import { subject } from '#core/trail/schema.server.ts'
import { comment } from './schema.server.ts'

/** What discussions keep of a person: their comments, which stay without a name. */
holding('discussion', {
  async read(ctx, me) {
    const rows = await ctx.db.select({ title: subject.title, text: comment.text, stance: comment.stance, at: comment.at, removedAt: comment.removedAt }).from(comment)
      .innerJoin(subject, and(eq(subject.municipalityId, comment.municipalityId), eq(subject.id, comment.subjectId)))
      .where(and(eq(comment.municipalityId, ctx.scope.municipalityId), eq(comment.authorPersonId, me))).orderBy(desc(comment.at))
    return { comments: rows.map((row) => ({ ...row, title: inLanguage(row.title, ctx.language) })) }
  },
  erase: async () => {},
})
