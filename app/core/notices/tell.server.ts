import { sql } from 'drizzle-orm'
import type { Ctx } from '#core/context/context.server.ts'
import { everyEvent } from '#core/trail/event.ts'
import type { Happened, Reaction } from '#core/trail/deliver.server.ts'
import { subjectOf } from '#core/trail/subject.server.ts'
import { hasDevice, noticeTo } from './notice.server.ts'

/** What is older than this when it is delivered is history (an import, the demonstration): it is on the trail and nobody is told. */
const historyDays = 14

/** The reaction that core itself has: an event of a kind that tells followers, or the author, becomes their notices. */
export const tellThem: Reaction = {
  name: 'notices',
  async does(ctx, happened) {
    const { tells = 'nobody', wide = false } = everyEvent.get(happened.kind) ?? {}
    if (tells === 'nobody' || ctx.now.getTime() - happened.at.getTime() > historyDays * 86_400_000) return
    if (tells === 'followers') return tellHearers(ctx, happened, wide)
    const its = await subjectOf(ctx, happened.subjectId)
    if (its.authorPersonId && its.authorPersonId !== happened.actorPersonId)
      await noticeTo(ctx, { personId: its.authorPersonId, subjectId: its.id, eventId: happened.id, kind: happened.kind, data: factsOf(happened), at: happened.at })
  },
}

/**
 * A notice to each who hears of it (`trail.hearers`), confirmed before it happened, but not to the one who did it: one
 * statement, however many they are. The follow kept with the notice is the one that its stop link ends. Followers
 * without an account get a row too, from which their mail or push message is made. The database makes the ids, as it makes the rows.
 */
async function tellHearers(ctx: Ctx, happened: Happened, widely: boolean) {
  await ctx.db.execute(sql`
    insert into notices.notice (municipality_id, id, person_id, follow_id, subject_id, event_id, kind, data, rhythm, by_mail, by_push, at)
    select ${ctx.scope.municipalityId}::int, gen_random_uuid(), h.person_id, h.follow_id, ${happened.subjectId}::uuid, ${happened.id}::uuid, ${happened.kind}, ${JSON.stringify(factsOf(happened))}::jsonb,
      h.rhythm, h.by_mail, h.by_push and (h.device_id is not null or ${hasDevice(sql`h.person_id`)}), ${happened.at}::timestamptz
    from trail.hearers(${happened.subjectId}::uuid, ${widely}, ${happened.at}::timestamptz) h
    where h.person_id is distinct from ${happened.actorPersonId}::uuid
    on conflict do nothing`)
}

/** What a notice keeps of its event: the event's facts, its sentence and the stage it moved to. */
const factsOf = (happened: Happened): Record<string, unknown> =>
  ({ ...happened.data, ...(happened.sentence ? { sentence: happened.sentence } : {}), ...(happened.stage ? { stage: happened.stage } : {}) })
