import { and, eq, sql } from 'drizzle-orm'
import type { Ctx } from '#core/context/context.server.ts'
import { isId } from '#core/context/ids.server.ts'
import { once } from '#core/db/open.server.ts'
import { NotFound } from '#core/errors/errors.ts'
import { sendStored } from '#core/files/send.server.ts'
import { resource } from '#core/http/page.ts'
import { may } from '#core/permissions/permissions.ts'
import { isLanguage } from '#core/text/language.ts'
import { subject } from '#core/trail/schema.server.ts'
import { thingOf } from './begin.server.ts'
import { vttOf } from './cues.ts'
import { keys, sizes } from './names.ts'
import { can } from './permissions.ts'
import { keyOfSource } from './show.server.ts'
import { track, video } from './schema.server.ts'

const found = once((db) => db.select({ id: video.id, state: video.state, type: video.type, authorPersonId: video.authorPersonId, authorOrganisationId: video.authorOrganisationId, unitId: video.unitId, posterAt: video.posterAt, visibility: subject.visibility })
  .from(video).innerJoin(subject, and(eq(subject.municipalityId, video.municipalityId), eq(subject.id, video.subjectId)))
  .where(and(eq(video.municipalityId, sql.placeholder('m')), eq(video.id, sql.placeholder('id')))).prepare('video_file'))

/**
 * A video's bytes, its poster and its captions: `video.mp4`, `360.mp4`, `poster.webp`, `fi.vtt`. Anyone has those of a
 * published video of a public subject, and a browser keeps them for an hour, so that what a moderator hides is soon gone
 * from everywhere; of others only their makers and moderators. Sent in parts as they are asked for.
 */
export const videoFiles = resource('/videos/:videoId/:file', {
  async get(ctx, { videoId, file }, request) {
    const [its] = isId(videoId) ? await found(ctx.db).execute({ m: ctx.scope.municipalityId, id: videoId }) : []
    if (!its || its.state === 'uploading') throw new NotFound()
    const everyones = its.state === 'published' && its.visibility === 'public'
    const thing = thingOf(its)
    if (!everyones && !may(ctx, can.edit, thing) && !(its.state !== 'waiting' && may(ctx, can.seeHidden, thing))) throw new NotFound()
    const [, name, ending] = /^([a-z0-9]+)\.(mp4|webm|webp|vtt)$/.exec(file) ?? []
    if (ending === 'vtt') return captions(ctx, videoId, name!, everyones)
    const size = sizes.find((each) => `${each}` === name) ?? null
    const asked = name === 'poster' && ending === 'webp' ? { key: keys.poster(ctx, videoId), type: 'image/webp', etag: `"${videoId}-p${its.posterAt?.getTime() ?? 0}"` }
      : name === 'video' && its.type === `video/${ending}` ? { key: keyOfSource(ctx, videoId, null), type: its.type, etag: `"${videoId}"` }
      : size !== null && ending === 'mp4' ? { key: keyOfSource(ctx, videoId, size), type: 'video/mp4', etag: `"${videoId}-${size}"` } : null
    const answer = asked && await sendStored(ctx.storage, asked.key, request, { ...asked, public: everyones })
    if (!answer) throw new NotFound()
    return answer
  },
})

async function captions(ctx: Ctx, videoId: string, language: string, everyones: boolean): Promise<Response> {
  const [its] = isLanguage(language) ? await ctx.db.select({ cues: track.cues }).from(track)
    .where(and(eq(track.municipalityId, ctx.scope.municipalityId), eq(track.videoId, videoId), eq(track.language, language), eq(track.ready, true))) : []
  if (!its) throw new NotFound()
  return new Response(vttOf(its.cues), { headers: { 'content-type': 'text/vtt; charset=utf-8', 'x-content-type-options': 'nosniff', 'cache-control': everyones ? 'public, max-age=300' : 'private, no-store' } })
}
