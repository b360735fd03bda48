import { and, desc, eq, inArray, isNull, or } from 'drizzle-orm'
import { holding } from '#core/identity/holdings.ts'
import { inLanguage } from '#core/text/language.ts'
import { subject } from '#core/trail/schema.server.ts'
import { eraseVideo } from './begin.server.ts'
import { paths } from './names.ts'
import { transcript } from './cues.ts'
import { track, video } from './schema.server.ts'

/**
 * What videos keep of a person. A video shows its maker's face and voice, so those made in one's own name go with them,
 * and what is not published too; what was made for the municipality or an organisation stays theirs, without the name.
 */
holding('video', {
  async read(ctx, me) {
    const here = ctx.scope.municipalityId
    const videos = await ctx.db.select({ id: video.id, subject: subject.title, title: video.title, state: video.state, language: video.language, at: video.createdAt, publishedAt: video.publishedAt }).from(video)
      .innerJoin(subject, and(eq(subject.municipalityId, video.municipalityId), eq(subject.id, video.subjectId))).where(and(eq(video.municipalityId, here), eq(video.authorPersonId, me))).orderBy(desc(video.createdAt))
    const captions = await ctx.db.select({ title: video.title, language: track.language, cues: track.cues, at: track.at }).from(track)
      .innerJoin(video, and(eq(video.municipalityId, track.municipalityId), eq(video.id, track.videoId))).where(and(eq(track.municipalityId, here), eq(track.byPersonId, me))).orderBy(desc(track.at))
    return {
      videos: videos.map(({ id, ...row }) => ({ ...row, subject: inLanguage(row.subject, ctx.language), address: ctx.address(paths.video(id)) })),
      captions: captions.map(({ cues, ...row }) => ({ ...row, text: transcript(cues) })),
    }
  },
  async erase(ctx, me) {
    const its = and(eq(video.municipalityId, ctx.scope.municipalityId), eq(video.authorPersonId, me))
    const theirs = await ctx.db.select({ id: video.id }).from(video).where(and(its, or(inArray(video.state, ['uploading', 'waiting']), and(isNull(video.unitId), isNull(video.authorOrganisationId)))))
    for (const { id } of theirs) await eraseVideo(ctx, id)
    await ctx.db.update(track).set({ byPersonId: null }).where(and(eq(track.municipalityId, ctx.scope.municipalityId), eq(track.byPersonId, me)))
  },
})
