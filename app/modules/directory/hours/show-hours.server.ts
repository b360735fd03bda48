import { sql } from 'drizzle-orm'
import type { Ctx } from '#core/context/context.server.ts'
import { NotFound } from '#core/errors/errors.ts'
import { allowAnyone } from '#core/permissions/permissions.ts'
import { inLanguage, otherLanguage, type Translated } from '#core/text/language.ts'
import { can } from '../permissions.ts'
import { addDays, dayAt, daysFrom } from './days.ts'
import { type DayHours, dayOf, type SharedException } from './engine.ts'
import { type HoursOf, hoursOf } from './hours.server.ts'
import { mayKeepHours, ownerOf } from './owner.server.ts'
import type { Period } from './periods.ts'

/** So many days ahead exceptions are told. */
const ahead = 92

/** The days ahead that differ, one after another with the same reason and the same times as one. */
export function comingExceptions(its: { periods: Period[]; exceptions: SharedException[] }, now: Date): (DayHours & { until: string })[] {
  const today = dayAt(now), found: (DayHours & { until: string })[] = []
  for (const day of daysFrom(today, addDays(today, ahead))) {
    const here = dayOf(its.periods, its.exceptions, day)
    if (here.why !== 'own' && here.why !== 'shared') continue
    const before = found.at(-1)
    const said = (each: DayHours) => JSON.stringify([each.why, each.name, each.spans.map((span) => [span.start, span.end, span.fullDay, span.state])])
    if (before && before.until === addDays(day, -1) && said(before) === said(here)) before.until = day
    else found.push({ ...here, until: day })
  }
  return found
}

/** The hours of a place, of its rooms and of the ways to reach it; those of somebody else's service, or of one that not everyone sees, are told with that service. Four queries. Throws NotFound. */
export async function showHours(ctx: Ctx, placeId: string) {
  allowAnyone(ctx, can.read)
  const owner = await ownerOf(ctx, placeId)
  if (owner.of !== 'place') throw new NotFound()
  const { rows } = await ctx.db.execute<{ id: string; of: HoursOf; name: Translated }>(sql`
    select id, 'room' as "of", name from directory.room where municipality_id = ${ctx.scope.municipalityId} and place_id = ${placeId}
    union all select c.id, 'channel', c.name from directory.channel c where c.municipality_id = ${ctx.scope.municipalityId} and c.place_id = ${placeId} and c.vanished_at is null
      and not exists (select from directory.service_channel l join directory.service v on v.municipality_id = l.municipality_id and v.id = l.service_id join trail.subject w on w.municipality_id = v.municipality_id and w.id = v.id join directory.place p on p.municipality_id = l.municipality_id and p.id = c.place_id
        where l.municipality_id = c.municipality_id and l.channel_id = c.id having bool_or(v.provider_id is distinct from p.provider_id) or not bool_or(w.visibility = 'public')) order by "of" desc, id`)
  const all = await hoursOf(ctx, [placeId, ...rows.map((row) => row.id)])
  const keeps = mayKeepHours(ctx, owner)
  const parts = rows.map((row) => ({ ...row, name: inLanguage(row.name, ctx.language), hours: all.get(row.id) ?? null })).filter((row) => row.hours || keeps)
  return { id: placeId, name: inLanguage(owner.name, ctx.language), lang: otherLanguage(owner.name, ctx.language), hours: all.get(placeId) ?? null, rooms: parts.filter((each) => each.of === 'room'), channels: parts.filter((each) => each.of === 'channel'), keeps }
}
