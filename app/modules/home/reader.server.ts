import { and, eq, sql } from 'drizzle-orm'
import type { Ctx } from '#core/context/context.server.ts'
import { once, whole } from '#core/db/open.server.ts'
import { person } from '#core/identity/schema.server.ts'
import type { FollowedPlace } from './now.server.ts'

/** What Koti knows of its reader: the home they have told of, the latest moved of what they have sent or follow, which is not asked of them, and the places that they follow. */
export type Reader = { home: { longitude: number; latitude: number } | null; known: Set<string>; places: FollowedPlace[] }

const p = sql.placeholder
const latest = 100, mostPlaces = 3
const reader = once((db) => db.select({
  longitude: person.homeLongitude, latitude: person.homeLatitude,
  known: whole<string[]>(sql`array(select k.id from (
      select s.id, s.moved_at from trail.follow f join trail.subject s on s.municipality_id = f.municipality_id and s.id = f.subject_id where f.municipality_id = ${p('m')} and f.person_id = ${p('id')}::uuid
      union select s.id, s.moved_at from trail.subject s where s.municipality_id = ${p('m')} and s.author_person_id = ${p('id')}::uuid) k
    order by k.moved_at desc limit ${sql.raw(String(latest))})`),
  places: whole<FollowedPlace[]>(sql`(select coalesce(json_agg(json_build_object('id', k.id, 'title', k.title)), '[]') from (
      select s.id, s.title from trail.follow f join trail.subject s on s.municipality_id = f.municipality_id and s.id = f.subject_id and s.kind = 'place' and s.visibility = 'public'
      where f.municipality_id = ${p('m')} and f.person_id = ${p('id')}::uuid order by f.created_at desc limit ${sql.raw(String(mostPlaces))}) k)`),
}).from(person).where(and(eq(person.municipalityId, p('m')), eq(person.id, p('id')))).prepare('home_reader'))

/** The reader of the page, in one query; a guest is nobody. */
export async function readerOf(ctx: Ctx): Promise<Reader> {
  const [row] = ctx.actor.kind === 'person' ? await reader(ctx.db).execute({ m: ctx.scope.municipalityId, id: ctx.actor.id }) : []
  return { home: row?.longitude != null && row.latitude != null ? { longitude: row.longitude, latitude: row.latitude } : null, known: new Set(row?.known), places: row?.places ?? [] }
}
