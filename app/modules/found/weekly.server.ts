import { and, eq, inArray, isNotNull, isNull, sql } from 'drizzle-orm'
import type { Ctx } from '#core/context/context.server.ts'
import { leadsOf, officialsOf } from '#core/identity/officials.server.ts'
import { person } from '#core/identity/schema.server.ts'
import { writeMail } from '#core/notices/mail.server.ts'
import { inLanguage, type Translated } from '#core/text/language.ts'
import { addLocalDays, wallClock } from '#core/time/local.ts'
import { category, report } from '#modules/feedback/server'
import { foundPath } from './address.ts'
import { letter, reading } from './schema.server.ts'
import { foundWords } from './texts/index.ts'

/** The Monday of a moment's week, by Finland's calendar: `2026-11-16`. */
export function mondayOf(at: Date): string {
  const weekday = (new Date(`${wallClock(at).day}T12:00:00Z`).getUTCDay() + 6) % 7
  return wallClock(addLocalDays(at, -weekday)).day
}

/**
 * Monday's letter to who leads the unit of a topic, or of a category without one: how many probable ideas and needs came in
 * a week, by topic, and the way to the list. It has nothing of what senders wrote. One a unit and week, whoever runs it and
 * however often; where nothing new was found there is none. Returns how many letters were written.
 */
export async function sendWeekly(ctx: Ctx): Promise<number> {
  const monday = mondayOf(ctx.now), from = addLocalDays(ctx.now, -7)
  // as unitOf says it: a public one is its topic's unit's, a private one its handler's
  const { rows } = await ctx.db.execute<{ unit_id: string; name: Translated | null; count: number }>(sql`
    select case when s.visibility = 'public' then coalesce(t.unit_id, s.owner_unit_id) else s.owner_unit_id end as unit_id, coalesce(t.name, c.name) as name, count(*)::int as count
    from ${reading} r join trail.subject s on s.municipality_id = r.municipality_id and s.id = r.report_id and s.visibility in ('public', 'private')
      join ${report} f on f.municipality_id = r.municipality_id and f.id = r.report_id join ${category} c on c.municipality_id = f.municipality_id and c.id = f.category_id
      left join trail.topic t on t.municipality_id = s.municipality_id and t.id = s.topic_id and t.merged_into is null
    where r.municipality_id = ${ctx.scope.municipalityId} and r.likely and r.state = 'new' and r.read_at > ${from}
    group by 1, 2 order by 3 desc`)
  let written = 0
  for (const [unitId, found] of Map.groupBy(rows.filter((row) => row.unit_id), (row) => row.unit_id)) {
    const count = found.reduce((sum, row) => sum + row.count, 0)
    const mine = await ctx.db.insert(letter).values({ ...ctx.scope, unitId, monday, count, at: ctx.now }).onConflictDoNothing().returning()
    if (mine.length === 0) continue
    const people = leadsOf(await officialsOf(ctx, [unitId]))
    const readers = await ctx.db.select({ email: person.email, language: person.language, name: person.name }).from(person)
      .where(and(eq(person.municipalityId, ctx.scope.municipalityId), inArray(person.id, people.map((each) => each.id)), isNotNull(person.email), isNull(person.leftAt), person.byMail))
    for (const { email, language, name } of readers) {
      const t = foundWords(language).weekly
      await writeMail(ctx, {
        to: email!, language, kind: 'digest', subject: t.subject(count),
        text: t.text({ name: name.split(' ')[0]!, count, lines: found.map((row) => `– ${inLanguage(row.name ?? {}, language)}: ${row.count}`).join('\n'), link: ctx.address(foundPath({}), language), municipality: inLanguage(ctx.municipality.name, language) }),
      })
      written++
    }
  }
  return written
}
