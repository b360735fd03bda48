import { type SQL, sql } from 'drizzle-orm'
import type { Ctx } from '#core/context/context.server.ts'
import type { Rhythm } from '#core/trail/follow.server.ts'

export type Notice = {
  personId: string
  subjectId: string
  /** the event that it tells of; one notice per event and person, however often this is called */ eventId: string
  /** the event's kind, whose words it is said in, or a kind of `noticeWords` */ kind: string
  data?: Record<string, unknown>
  /** how it arrives; by default as the person follows the subject, else as the person wants notices */ rhythm?: Rhythm
  /** false when its letter is written elsewhere */ byMail?: false
  /** when it happened; now unless said */ at?: Date
}

/** Gives one person a red dot; a second time for the same event changes nothing. */
export const noticeTo = (ctx: Ctx, { personId, ...its }: Notice) => noticeToMany(ctx, [personId], its)

/** Gives each of many people a red dot in one statement, as each follows the subject or wants notices. */
export async function noticeToMany(ctx: Ctx, personIds: string[], its: Omit<Notice, 'personId'>) {
  if (personIds.length === 0) return
  const m = ctx.scope.municipalityId
  await ctx.db.execute(sql`
    insert into notices.notice (municipality_id, id, person_id, follow_id, subject_id, event_id, kind, data, rhythm, by_mail, by_push, at)
    select ${m}::int, gen_random_uuid(), each.id, f.id, ${its.subjectId}::uuid, ${its.eventId}::uuid, ${its.kind}, ${JSON.stringify(its.data ?? {})}::jsonb, coalesce(${its.rhythm ?? null}, f.rhythm, p.rhythm, 'weekly'),
      ${its.byMail ?? true} and coalesce(f.by_mail, true) and coalesce(p.by_mail, true), coalesce(f.by_push, true) and coalesce(p.by_push, true) and ${hasDevice(sql`each.id`)}, ${its.at ?? ctx.now}::timestamptz
    from jsonb_array_elements_text(${JSON.stringify(personIds)}::jsonb) as one(text) cross join lateral (select one.text::uuid as id) as each
    left join identity.person p on p.municipality_id = ${m} and p.id = each.id
    left join trail.follow f on f.municipality_id = ${m} and f.subject_id = ${its.subjectId}::uuid and f.person_id = each.id
    on conflict do nothing`)
}

/** Has this person a browser that hears? Others' notices do not wait for one. */
export const hasDevice = (personId: SQL) => sql`exists (select from notices.push_to d where d.municipality_id = (select nullif(current_setting('app.municipality', true), '')::int) and d.person_id = ${personId})`
