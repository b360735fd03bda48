import { sql } from 'drizzle-orm'
import type { Ctx } from '#core/context/context.server.ts'
import { once } from '#core/db/open.server.ts'
import { inLanguage, otherLanguage, type Language, type Translated } from '#core/text/language.ts'
import { wallClock } from '#core/time/local.ts'

/** A question of a matter's official with its quick choices, for someone whom the matter concerns. */
export type AskedOfMe = { id: string; title: string; lang: Language | undefined; language: Language; ask: string; choices: { id: string; text: string }[] }
type Row = { id: string; title: Translated; language: Language; ask: string; choices: AskedOfMe['choices'] }

const p = sql.placeholder
const asked = once((db) => db.select({ id: sql<string>`q.id`, title: sql<Row['title']>`q.title`, language: sql<Language>`q.language`, ask: sql<string>`q.ask`, choices: sql<Row['choices']>`q.choices` }).from(sql`(
  with f as materialized (select * from trail.follow where municipality_id = ${p('m')} and person_id = ${p('me')}::uuid and confirmed_at is not null)
  select s.id, s.title, s.language, m.ask, o.ends_on, (select jsonb_agg(jsonb_build_object('id', c.id, 'text', c.text) order by c.position) from preparation.choice c where c.municipality_id = m.municipality_id and c.matter_id = m.id) as choices
  from preparation.matter m
  join trail.subject s on s.municipality_id = m.municipality_id and s.id = m.id and s.visibility = 'public' and s.stage not in ('service', 'ended')
  join preparation.phase o on o.municipality_id = m.municipality_id and o.matter_id = m.id and o.state = 'open' and 'comment' = any(o.does) and (o.ends_on is null or o.ends_on >= ${p('today')}::date)
  where m.municipality_id = ${p('m')} and m.state = 'published' and m.ask <> '' and m.speakers <> 'identified' and m.id <> all(${p('passed')}::uuid[])
    and ${p('me')}::uuid is distinct from s.author_person_id and ${p('me')}::uuid is distinct from s.owner_person_id
    and not exists (select from preparation.chosen x where x.municipality_id = m.municipality_id and x.matter_id = m.id and x.person_id = ${p('me')}::uuid)
    and (exists (select from f where f.subject_id = s.id or f.unit_id = s.owner_unit_id or f.area = s.area or f.topic_id = s.topic_id or f.topic_id = (select t.parent_id from trail.topic t where t.municipality_id = s.municipality_id and t.id = s.topic_id)
        or (f.longitude is not null and s.longitude is not null and trail.metres(f.longitude, f.latitude, s.longitude, s.latitude) <= f.metres)
        or exists (select from trail.link l where l.municipality_id = s.municipality_id and l.from_id = s.id and l.kind = 'grewOutOf' and l.to_id = f.subject_id)
        or exists (select from trail.audience a where a.municipality_id = s.municipality_id and a.subject_id = s.id and not a.professionals and (a.topic_id = f.topic_id or a.area = f.area)))
      or exists (select from trail.audience a join trail.professional r on r.municipality_id = a.municipality_id and r.topic_id = a.topic_id and r.person_id = ${p('me')}::uuid where a.municipality_id = s.municipality_id and a.subject_id = s.id and a.professionals))) q`)
  .where(sql`q.choices is not null`).orderBy(sql`q.ends_on nulls last, q.id`).limit(1).prepare('preparation_asked_of_me'))

/**
 * The question to ask someone now: of a matter that concerns them (they follow it or what it grew out of, its topic, area, unit
 * or a place near it, or are in a network that it is for), whose choices are open to them and which they have not answered; the
 * one that closes first. Not what they prepare themselves, nor what they passed over. One query.
 */
export async function askedOfMe(ctx: Ctx, personId: string, passed: string[] = []): Promise<AskedOfMe | null> {
  const [row] = await asked(ctx.db).execute({ m: ctx.scope.municipalityId, me: personId, today: wallClock(ctx.now).day, passed })
  return row ? { id: row.id, title: inLanguage(row.title, ctx.language), lang: otherLanguage(row.title, ctx.language), language: row.language, ask: row.ask, choices: row.choices } : null
}
