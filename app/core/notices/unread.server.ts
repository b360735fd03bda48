import { and, eq, isNull, sql } from 'drizzle-orm'
import { type Db, once } from '#core/db/open.server.ts'
import { notice } from './schema.server.ts'

const unread = once((db) => db.select({ count: sql<number>`count(*)::int` }).from(notice)
  .where(and(eq(notice.municipalityId, sql.placeholder('m')), eq(notice.personId, sql.placeholder('person')), isNull(notice.readAt))).prepare('notices_unread'))

/** How many red dots a person has. */
export async function unreadCount(db: Db, municipalityId: number, personId: string): Promise<number> {
  return (await unread(db).execute({ m: municipalityId, person: personId }))[0]?.count ?? 0
}
