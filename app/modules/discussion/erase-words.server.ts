import { and, eq } from 'drizzle-orm'
import type { Ctx } from '#core/context/context.server.ts'
import { comment, commentVersion, guestAddress } from './schema.server.ts'

/** Erases what a comment says, with its history, its mark, its guest's name and address; its place stays while it has replies. */
export async function eraseWords(ctx: Ctx, commentId: string) {
  const m = ctx.scope.municipalityId
  await ctx.db.update(comment).set({ removedAt: ctx.now, text: '', quote: null, proposed: null, longitude: null, latitude: null, placeName: null, authorName: null }).where(and(eq(comment.municipalityId, m), eq(comment.id, commentId)))
  await ctx.db.delete(commentVersion).where(and(eq(commentVersion.municipalityId, m), eq(commentVersion.commentId, commentId)))
  await ctx.db.delete(guestAddress).where(and(eq(guestAddress.municipalityId, m), eq(guestAddress.commentId, commentId)))
}
