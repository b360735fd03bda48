import { sql } from 'drizzle-orm'
import type { Ctx } from '#core/context/context.server.ts'
import { follow } from '#core/trail/schema.server.ts'
import type { Rhythm } from '#core/trail/follow.server.ts'
import { notice } from './schema.server.ts'

export type Notice = {
  personId: string
  subjectId: string
  /** the event that it tells of; one notice per event and person, however often this is called */ eventId: string
  /** the event's kind, whose words it is said in, or a kind of `noticeWords` */ kind: string
  data?: Record<string, unknown>
  /** how it arrives; by default as the person follows the subject, else as the person wants notices */ rhythm?: Rhythm
  /** when it happened; now unless said */ at?: Date
}

/** Gives one person a red dot; a second time for the same event changes nothing. */
export async function noticeTo(ctx: Ctx, its: Notice) {
  const m = ctx.scope.municipalityId
  await ctx.db.insert(notice).values({
    ...ctx.scope, id: ctx.newId(), personId: its.personId, subjectId: its.subjectId, eventId: its.eventId, kind: its.kind, data: its.data ?? {}, at: its.at ?? ctx.now,
    followId: sql`(select ${follow.id} from ${follow} where ${follow.municipalityId} = ${m} and ${follow.subjectId} = ${its.subjectId} and ${follow.personId} = ${its.personId})`,
    rhythm: its.rhythm ?? sql`coalesce(
      (select ${follow.rhythm} from ${follow} where ${follow.municipalityId} = ${m} and ${follow.subjectId} = ${its.subjectId} and ${follow.personId} = ${its.personId}),
      (select rhythm from identity.person where municipality_id = ${m} and id = ${its.personId}), 'daily')`,
  }).onConflictDoNothing()
}

/** Gives each of many people a red dot in one statement, as each follows the subject or wants notices. */
export async function noticeToMany(ctx: Ctx, personIds: string[], its: Omit<Notice, 'personId'>) {
  if (personIds.length === 0) return
  const m = ctx.scope.municipalityId
  await ctx.db.execute(sql`
    insert into notices.notice (municipality_id, id, person_id, follow_id, subject_id, event_id, kind, data, rhythm, at)
    select ${m}::int, gen_random_uuid(), each.id, f.id, ${its.subjectId}::uuid, ${its.eventId}::uuid, ${its.kind}, ${JSON.stringify(its.data ?? {})}::jsonb, coalesce(${its.rhythm ?? null}, f.rhythm, p.rhythm, 'daily'), ${its.at ?? ctx.now}::timestamptz
    from jsonb_array_elements_text(${JSON.stringify(personIds)}::jsonb) as one(text) cross join lateral (select one.text::uuid as id) as each
    left join identity.person p on p.municipality_id = ${m} and p.id = each.id
    left join trail.follow f on f.municipality_id = ${m} and f.subject_id = ${its.subjectId}::uuid and f.person_id = each.id
    on conflict do nothing`)
}
