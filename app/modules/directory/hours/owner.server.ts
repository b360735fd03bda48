import { sql } from 'drizzle-orm'
import type { Ctx } from '#core/context/context.server.ts'
import { isId } from '#core/context/ids.server.ts'
import { Conflict, NotFound } from '#core/errors/errors.ts'
import { allow, may } from '#core/permissions/permissions.ts'
import type { Translated } from '#core/text/language.ts'
import { seesEntry } from '../entries/seen.ts'
import { can } from '../permissions.ts'
import type { HoursOf } from './hours.server.ts'

type Entry = Parameters<typeof seesEntry>[1] & { subjectId: string; kind: 'place' | 'service'; title: Translated; providerId: string | null; providerState: string | null }
/** A place, a room or a channel whose hours are asked for, with the entries that it is of. */
export type Owner = { id: string; of: HoursOf; name: Translated; entries: Entry[] }

/** Whose hours they are. One query. Throws NotFound for what is not there or not for the asker to see. */
export async function ownerOf(ctx: Ctx, id: string): Promise<Owner> {
  if (!isId(id)) throw new NotFound()
  const m = ctx.scope.municipalityId
  const { rows } = await ctx.db.execute<{ of: HoursOf; name: Translated } & Entry>(sql`
    with its as (
      select 'place' as "of", p.name, p.id as entry_id from directory.place p where p.municipality_id = ${m} and p.id = ${id}::uuid
      union all select 'room', r.name, r.place_id from directory.room r where r.municipality_id = ${m} and r.id = ${id}::uuid
      union all select 'channel', c.name, c.place_id from directory.channel c where c.municipality_id = ${m} and c.id = ${id}::uuid and c.place_id is not null
      union all select 'channel', c.name, sc.service_id from directory.channel c join directory.service_channel sc on sc.municipality_id = c.municipality_id and sc.channel_id = c.id where c.municipality_id = ${m} and c.id = ${id}::uuid)
    select its."of", its.name, s.id as "subjectId", s.kind, s.title, s.visibility, s.owner_unit_id as "ownerUnitId", s.author_person_id as "authorPersonId", s.author_organisation_id as "authorOrganisationId", e.provider_id as "providerId", v.state as "providerState"
    from its join trail.subject s on s.municipality_id = ${m} and s.id = its.entry_id
    left join lateral (select provider_id from directory.place where municipality_id = ${m} and id = s.id union all select provider_id from directory.service where municipality_id = ${m} and id = s.id) e on true
    left join directory.provider v on v.municipality_id = ${m} and v.id = e.provider_id order by s.kind, s.id`)
  const entries = rows.filter((row) => seesEntry(ctx, row, row.providerId))
  if (entries.length === 0) throw new NotFound()
  return { id, of: rows[0]!.of, name: rows[0]!.name, entries }
}
const keeps = (ctx: Ctx, its: Entry) => may(ctx, can.keepHours, its)
export const mayKeepHours = (ctx: Ctx, its: Owner): boolean => its.entries.some((each) => keeps(ctx, each))

/** Whose hours they are, for who may change them: works in the unit of one of its entries, or acts as the approved provider whose it is. Throws NotFound, SignInNeeded, Forbidden, Conflict('providerEnded'). */
export async function keptOwner(ctx: Ctx, id: string): Promise<Owner> {
  const its = await ownerOf(ctx, id)
  const entry = its.entries.find((each) => keeps(ctx, each)) ?? its.entries[0]!
  const me = allow(ctx, can.keepHours, entry)
  if (entry.providerId && entry.providerState !== 'approved' && !me.admin && !me.installationAdmin) throw new Conflict('providerEnded')
  return its
}
/** Where they are shown: with their place, or with the service of a channel that is nowhere. */
export function pathOf(its: Owner): string {
  const [first] = its.entries
  return first!.kind === 'place' ? `/places/${first!.subjectId}/hours` : `/services/${first!.subjectId}`
}
