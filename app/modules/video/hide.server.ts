import { and, eq } from 'drizzle-orm'
import { hideablePart } from '#core/trail/hideable.ts'
import { bringOut, one, wordsOf } from './publish.server.ts'
import { paths } from './names.ts'
import { video } from './schema.server.ts'

hideablePart('video', {
  async hide(ctx, { subjectId, commentId }, hidden) {
    if (!commentId) return
    const [row] = await ctx.db.select().from(video).where(and(one(ctx, commentId), eq(video.subjectId, subjectId))).for('update')
    if (!row || (hidden ? row.state !== 'published' : row.state !== 'hidden')) return
    // What a rule held before anyone saw it is published when it is let through.
    if (!hidden && !row.publishedAt) await bringOut(ctx, row)
    else await ctx.db.update(video).set({ state: hidden ? 'hidden' : 'published' }).where(one(ctx, commentId))
  },
  async look(ctx, { subjectId, commentId }) {
    if (!commentId) return null
    const [row] = await ctx.db.select().from(video).where(and(one(ctx, commentId), eq(video.subjectId, subjectId)))
    if (!row || (row.state !== 'published' && row.state !== 'hidden')) return null
    const words = await wordsOf(ctx, row.id, row.title)
    return { title: row.title, text: words, authorPersonId: row.authorPersonId, authorOrganisationId: row.authorOrganisationId, hidden: row.state === 'hidden', path: paths.video(row.id) }
  },
})
