import { sql } from 'drizzle-orm'
import { subject } from '#core/trail/schema.server.ts'

const p = sql.placeholder
/** What the page of a place and of a service asks alike of its subject: whether its reader (`me`) follows it, it is linked with others, it has pictures. Of the municipality `m`. */
export const aboutEntry = {
  follows: sql<boolean>`exists (select 1 from trail.follow f where f.municipality_id = ${p('m')} and f.subject_id = ${subject.id} and f.person_id = ${p('me')}::uuid)`,
  linked: sql<boolean>`exists (select 1 from trail.link l where l.municipality_id = ${p('m')} and (l.from_id = ${subject.id} or l.to_id = ${subject.id}))`,
  pictured: sql<boolean>`exists (select 1 from files.picture f where f.municipality_id = ${p('m')} and f.subject_id = ${subject.id})`,
}
