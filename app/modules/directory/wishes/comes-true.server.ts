import { sql } from 'drizzle-orm'
import type { Ctx } from '#core/context/context.server.ts'
import { hasDevice } from '#core/notices/notice.server.ts'
import type { Translated } from '#core/text/language.ts'
import { inLanguage } from '#core/text/language.ts'
import { record } from '#core/trail/record.server.ts'
import { subjectOf } from '#core/trail/subject.server.ts'
import { wishTrue } from '../events.server.ts'
import { isShut } from '../right-now.ts'
import { wish } from '../schema.server.ts'
import { wishOf } from './registry.ts'

/**
 * What was wished of a place has come true: a notice at once to each who wished it and has not heard it lately, in the
 * transaction that made it true. Two at the same time tell once: the row of the wish is taken by one of them. Of a place that is
 * shut just now nothing is told, and the wish waits.
 * Returns how many were told.
 */
export async function comesTrue(ctx: Ctx, placeId: string, key: string): Promise<number> {
  const kind = wishOf(key)
  if (!kind) return 0
  const quiet = new Date(ctx.now.getTime() - kind.quietHours * 3_600_000)
  const m = ctx.scope.municipalityId
  const [waits] = (await ctx.db.execute(sql`select 1 from ${wish} w where w.municipality_id = ${m} and w.place_id = ${placeId} and w.what = ${key} and (w.told_at is null or w.told_at <= ${quiet}) limit 1`)).rows
  if (!waits || await isShut(ctx, placeId)) return 0
  const told = await ctx.db.execute<{ follow_id: string }>(sql`
    update ${wish} w set told_at = ${ctx.now} from trail.follow f where f.municipality_id = w.municipality_id and f.id = w.follow_id and f.confirmed_at is not null
      and w.municipality_id = ${m} and w.place_id = ${placeId} and w.what = ${key} and (w.told_at is null or w.told_at <= ${quiet}) returning w.follow_id`)
  if (told.rows.length === 0) return 0
  const its = await subjectOf(ctx, placeId, { kind: 'place' })
  if (its.visibility !== 'public') return 0
  const data = Object.fromEntries(Object.entries(kind.said).map(([language, say]) => [language, say(inLanguage(its.title as Translated, language as never))]))
  const eventId = await record(ctx, wishTrue, { subjectId: placeId, data })
  await ctx.db.execute(sql`
    insert into notices.notice (municipality_id, id, person_id, follow_id, subject_id, event_id, kind, data, rhythm, by_mail, by_push, at)
    select ${m}::int, gen_random_uuid(), f.person_id, f.id, ${placeId}::uuid, ${eventId}::uuid, ${wishTrue.kind}, ${JSON.stringify(data)}::jsonb, 'atOnce', f.by_mail and coalesce(p.by_mail, true), f.by_push and coalesce(p.by_push, true) and (f.device_id is not null or ${hasDevice(sql`f.person_id`)}), ${ctx.now}::timestamptz
    from trail.follow f left join identity.person p on p.municipality_id = f.municipality_id and p.id = f.person_id where f.municipality_id = ${m} and f.id = any(${sql.param(told.rows.map((row) => row.follow_id))}::uuid[]) on conflict do nothing`)
  return told.rows.length
}
