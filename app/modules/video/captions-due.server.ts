import { and, eq, isNotNull, isNull, sql } from 'drizzle-orm'
import type { Ctx } from '#core/context/context.server.ts'
import { officialsOf } from '#core/identity/officials.server.ts'
import { noticeTo } from '#core/notices/notice.server.ts'
import { addLocalDays } from '#core/time/local.ts'
import { isPublic, subject } from '#core/trail/schema.server.ts'
import { record } from '#core/trail/record.server.ts'
import { remindFrom, tellLateFrom } from '#core/trail/remind.server.ts'
import type { Video } from './begin.server.ts'
import { captionsDue, captionsLate } from './events.server.ts'
import { paths } from './names.ts'
import { track, video } from './schema.server.ts'

/**
 * Until when a video of the municipality's own has captions: the day it is published, and for the recording of a live
 * broadcast fourteen calendar days later. Act on the provision of digital services (306/2019): what is published is
 * accessible when it is published; live media are outside the act, and their recording is made accessible within 14 days
 * of the broadcast or of publishing it (the supervising authority's letter on recordings of live broadcasts, 2023).
 * A resident's or an association's own video is not the municipality's content, and the act asks nothing of it: null.
 */
export function captionsDueOf(its: Pick<Video, 'unitId' | 'live'>, publishedAt: Date): Date | null {
  return its.unitId ? addLocalDays(publishedAt, its.live ? 14 : 0, { endOfDay: true }) : null
}

/** Sets the clock of a published video's captions by what there is: it stops when there are captions in the language spoken, and goes on when they are taken away. */
export async function windCaptionsClock(ctx: Ctx, its: Pick<Video, 'id' | 'language' | 'unitId' | 'live' | 'publishedAt'>) {
  if (!its.publishedAt) return
  const there = sql`exists (select 1 from ${track} where ${track.municipalityId} = ${ctx.scope.municipalityId} and ${track.videoId} = ${its.id} and ${track.language} = ${its.language} and ${track.ready})`
  const dueAt = captionsDueOf(its, its.publishedAt)
  await ctx.db.update(video).set({ captionsDueAt: sql`case when ${there} then null else ${dueAt}::timestamptz end` }).where(and(eq(video.municipalityId, ctx.scope.municipalityId), eq(video.id, its.id)))
}

const hour = 60 * 60_000

/**
 * The clock's round: who published a video hears once that its captions are due (in the morning `reminderDays` before the
 * day, at the earliest an hour after publishing), and once more, with the lead of the unit, in the morning after the day
 * went by. Stops when the captions are there. Returns how many were told of.
 */
export async function remindOfCaptions(ctx: Ctx): Promise<{ soon: number; late: number }> {
  const days = ctx.municipality.rules.reminderDays ?? 2
  const found = await ctx.db.select({ id: video.id, subjectId: video.subjectId, dueAt: video.captionsDueAt, publishedAt: video.publishedAt, remindedAt: video.remindedAt, lateToldAt: video.lateToldAt, authorPersonId: video.authorPersonId, unitId: video.unitId }).from(video)
    .innerJoin(subject, and(eq(subject.municipalityId, video.municipalityId), eq(subject.id, video.subjectId), isPublic))
    .where(and(eq(video.municipalityId, ctx.scope.municipalityId), isNotNull(video.captionsDueAt), isNull(video.lateToldAt), eq(video.state, 'published'))).limit(1000)
  const done = { soon: 0, late: 0 }
  for (const its of found) {
    const dueAt = its.dueAt!
    const late = ctx.now >= tellLateFrom(dueAt)
    const soonFrom = Math.max(remindFrom(dueAt, days).getTime(), its.publishedAt!.getTime() + hour)
    if (!late && (its.remindedAt || ctx.now.getTime() < soonFrom || ctx.now > dueAt)) continue
    // whoever writes the mark tells; another worker's round finds it and does nothing
    const mine = await ctx.db.update(video).set(late ? { lateToldAt: ctx.now } : { remindedAt: ctx.now })
      .where(and(eq(video.municipalityId, ctx.scope.municipalityId), eq(video.id, its.id), isNull(late ? video.lateToldAt : video.remindedAt))).returning({ id: video.id })
    if (mine.length === 0) continue
    const kind = late ? captionsLate : captionsDue
    const data = { videoId: its.id, dueAt: dueAt.toISOString(), to: paths.captions(its.id) }
    const eventId = await record(ctx, kind, { subjectId: its.subjectId, data })
    const leads = late && its.unitId ? (await officialsOf(ctx, [its.unitId])).filter((each) => each.lead).map((each) => each.id) : []
    for (const personId of new Set([...(its.authorPersonId ? [its.authorPersonId] : []), ...leads])) await noticeTo(ctx, { personId, subjectId: its.subjectId, eventId, kind: kind.kind, data })
    done[late ? 'late' : 'soon']++
  }
  return done
}
