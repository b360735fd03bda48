import { and, eq, sql } from 'drizzle-orm'
import type { Ctx } from '#core/context/context.server.ts'
import { hasDevice } from '#core/notices/notice.server.ts'
import { wallClock } from '#core/time/local.ts'
import type { Happened, Reaction } from '#core/trail/deliver.server.ts'
import { heard } from './events.server.ts'
import { isGrave } from './kinds.ts'
import { disruption } from './schema.server.ts'

/** Told later than this it is history: the demonstration, an import. */
const historyDays = 14
/** Nobody is woken between these hours, by Finland's clock, unless it is grave. */
const nightFrom = 22, nightUntil = 7

export function isNight(at: Date): boolean {
  const hour = Number(wallClock(at).time.slice(0, 2))
  return hour >= nightFrom || hour < nightUntil
}

/**
 * What happened to a disruption becomes a notice to each whom it concerns (`disruptions.hearers`): one statement, however
 * many they are, and once each, however often it is delivered. At night only what is grave is told at once; the rest comes
 * at eight with the morning's letter. Not to the one who did it.
 */
export const tellOfDisruptions: Reaction = {
  name: 'disruptions', on: heard,
  async does(ctx: Ctx, happened: Happened) {
    if (ctx.now.getTime() - happened.at.getTime() > historyDays * 86_400_000) return
    const [its] = await ctx.db.select({ severity: disruption.severity }).from(disruption).where(and(eq(disruption.municipalityId, ctx.scope.municipalityId), eq(disruption.id, happened.subjectId)))
    if (!its) return
    const data = { ...happened.data, ...(happened.sentence ? { sentence: happened.sentence } : {}), ...(happened.stage ? { stage: happened.stage } : {}) }
    await ctx.db.execute(sql`
      insert into notices.notice (municipality_id, id, person_id, follow_id, subject_id, event_id, kind, data, rhythm, by_mail, by_push, at)
      select ${ctx.scope.municipalityId}::int, gen_random_uuid(), h.person_id, h.follow_id, ${happened.subjectId}::uuid, ${happened.id}::uuid, ${happened.kind}, ${JSON.stringify(data)}::jsonb,
        h.rhythm, h.by_mail, h.by_push and (h.device_id is not null or ${hasDevice(sql`h.person_id`)}), ${happened.at}::timestamptz
      from disruptions.hearers(${happened.subjectId}::uuid, ${happened.at}::timestamptz, ${isNight(ctx.now) && !isGrave(its.severity)}) h
      where h.person_id is distinct from ${happened.actorPersonId}::uuid
      on conflict do nothing`)
  },
}
