import { and, asc, eq, inArray, isNotNull, isNull, sql } from 'drizzle-orm'
import type { Ctx } from '#core/context/context.server.ts'
import { officialsOf } from '#core/identity/officials.server.ts'
import { person } from '#core/identity/schema.server.ts'
import { writeMail } from '#core/notices/mail.server.ts'
import { dayAndTime } from '#core/text/format.ts'
import { inLanguage } from '#core/text/language.ts'
import { device } from './schema.server.ts'
import { deviceWords } from './texts/index.ts'

/**
 * Notices the devices that have been silent for longer than they are expected to be, and writes to their units' people: one
 * letter a unit with all that fell silent, once for each silence. By the clock, every ten minutes. Returns how many fell silent.
 */
export async function noticeSilent(ctx: Ctx): Promise<number> {
  const here = ctx.scope.municipalityId
  const { rows } = await ctx.db.execute<{ id: string; name: string; unit_id: string; heard_at: Date | string | null }>(sql`
    update ${device} set silent_since = ${ctx.now} where municipality_id = ${here} and id in (
      select d.id from ${device} d where d.municipality_id = ${here} and d.ended_at is null and d.silent_since is null and d.expected_minutes is not null
        and coalesce(d.heard_at, d.created_at) + d.expected_minutes * interval '1 minute' < ${ctx.now} order by d.id for no key update skip locked)
    returning id, name, unit_id, heard_at`)
  for (const [unitId, silent] of Map.groupBy(rows, (row) => row.unit_id)) {
    const people = await officialsOf(ctx, [unitId])
    if (people.length === 0) continue
    const readers = await ctx.db.select({ email: person.email, language: person.language }).from(person)
      .where(and(eq(person.municipalityId, here), inArray(person.id, people.map((each) => each.id)), isNotNull(person.email), isNull(person.leftAt), person.byMail)).orderBy(asc(person.id))
    for (const { email, language } of readers) {
      const t = deviceWords(language).letter
      const lines = silent.toSorted((a, b) => a.name.localeCompare(b.name, language)).map((each) => `– ${each.name}: ${each.heard_at ? t.heard(dayAndTime(new Date(each.heard_at), language, ctx.now)) : t.never}`).join('\n')
      await writeMail(ctx, { to: email!, language, subject: t.subject(silent.length, silent[0]!.name), text: t.text(lines, ctx.address('/admin/devices', language), inLanguage(ctx.municipality.name, language)) })
    }
  }
  return rows.length
}
