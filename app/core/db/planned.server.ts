import { createHash } from 'node:crypto'
import type { SQL } from 'drizzle-orm'
import type { Db } from './open.server.ts'

/** What drizzle's own `execute` uses, which gives a statement no name. */
type Inner = { dialect: { sqlToQuery(query: SQL): { sql: string; params: unknown[] } }; session: { prepareQuery(query: { sql: string; params: unknown[] }, fields: undefined, name: string, arrays: false): { execute(): Promise<{ rows: unknown[] }> } } }

const names = new Map<string, string>()

/**
 * Executes a statement that pages ask again and again, so that a connection plans it once: many joins take longer to plan
 * than to answer. Its text must be of a few kinds, with all that varies in parameters.
 */
export async function planned<T>(db: Db, query: SQL): Promise<{ rows: T[] }> {
  const { dialect, session } = db as unknown as Inner
  const built = dialect.sqlToQuery(query)
  let name = names.get(built.sql)
  if (!name) names.set(built.sql, (name = `planned_${createHash('sha256').update(built.sql).digest('hex').slice(0, 20)}`))
  return await session.prepareQuery(built, undefined, name, false).execute() as { rows: T[] }
}
