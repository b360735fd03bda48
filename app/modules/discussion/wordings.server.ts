import { and, desc, eq } from 'drizzle-orm'
import type { Ctx } from '#core/context/context.server.ts'
import { NotFound } from '#core/errors/errors.ts'
import { may } from '#core/permissions/permissions.ts'
import { inLanguage } from '#core/text/language.ts'
import { subjectPath } from '#core/trail/kind.ts'
import { subjectOf } from '#core/trail/subject.server.ts'
import { rowOf, said } from './list.server.ts'
import { wordsOfComment } from './outcomes/word.server.ts'
import { can } from './permissions.ts'
import { commentVersion } from './schema.server.ts'

/** A comment with its earlier wordings, and the words it has been given, newest first, without what had been hidden for those who may not see it. Throws NotFound for one that the asker may not read. */
export async function wordingsOf(ctx: Ctx, commentId: string) {
  const row = await rowOf(ctx, commentId)
  const comment = row && said(ctx, row)
  if (!row || !comment || comment.text === null) throw new NotFound()
  const subject = await subjectOf(ctx, row.subjectId)
  if (subject.visibility !== 'public' && subject.visibility !== 'withdrawn') throw new NotFound()
  const versions = await ctx.db.select({ number: commentVersion.number, text: commentVersion.text, until: commentVersion.until }).from(commentVersion)
    .where(and(eq(commentVersion.municipalityId, ctx.scope.municipalityId), eq(commentVersion.commentId, commentId), may(ctx, can.seeHidden, row) ? undefined : eq(commentVersion.wasHidden, false))).orderBy(desc(commentVersion.number))
  return { comment, versions, words: await wordsOfComment(ctx, commentId), subject: { title: inLanguage(subject.title, ctx.language), path: subjectPath(subject.kind, subject.id) } }
}
