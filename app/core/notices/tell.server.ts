import { sql } from 'drizzle-orm'
import type { Ctx } from '#core/context/context.server.ts'
import { everyEvent } from '#core/trail/event.ts'
import type { Happened, Reaction } from '#core/trail/deliver.server.ts'
import { subjectOf } from '#core/trail/subject.server.ts'
import { noticeTo } from './notice.server.ts'

/** What is older than this when it is delivered is history (an import, the demonstration): it is on the trail and nobody is told. */
const historyDays = 14

/** The reaction that core itself has: an event of a kind that tells followers, or the author, becomes their notices. */
export const tellThem: Reaction = {
  name: 'notices',
  async does(ctx, happened) {
    const tells = everyEvent.get(happened.kind)?.tells ?? 'nobody'
    if (tells === 'nobody' || ctx.now.getTime() - happened.at.getTime() > historyDays * 86_400_000) return
    const its = await subjectOf(ctx, happened.subjectId)
    if (tells === 'followers') { if (its.visibility === 'public' || its.visibility === 'withdrawn') await tellFollowers(ctx, happened) }
    else if (its.authorPersonId && its.authorPersonId !== happened.actorPersonId)
      await noticeTo(ctx, { personId: its.authorPersonId, subjectId: its.id, eventId: happened.id, kind: happened.kind, data: factsOf(happened), at: happened.at })
  },
}

/**
 * A notice to each who followed, confirmed, when it happened, but not to the one who did it: one statement, however many they are. Followers without an
 * account get a row too, from which their mail is made. The database makes the ids, as it makes the rows.
 */
async function tellFollowers(ctx: Ctx, happened: Happened) {
  await ctx.db.execute(sql`
    insert into notices.notice (municipality_id, id, person_id, follow_id, subject_id, event_id, kind, data, rhythm, at)
    select f.municipality_id, gen_random_uuid(), f.person_id, f.id, f.subject_id, ${happened.id}, ${happened.kind}, ${JSON.stringify(factsOf(happened))}::jsonb, f.rhythm, ${happened.at}
    from trail.follow f
    where f.municipality_id = ${ctx.scope.municipalityId} and f.subject_id = ${happened.subjectId} and f.confirmed_at <= ${happened.at}
      and f.person_id is distinct from ${happened.actorPersonId}::uuid
    on conflict do nothing`)
}

/** What a notice keeps of its event: the event's facts, its sentence and the stage it moved to. */
const factsOf = (happened: Happened): Record<string, unknown> =>
  ({ ...happened.data, ...(happened.sentence ? { sentence: happened.sentence } : {}), ...(happened.stage ? { stage: happened.stage } : {}) })
