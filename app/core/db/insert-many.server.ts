import { getTableColumns, sql, type Table } from 'drizzle-orm'
import type { Db } from './open.server.ts'

/**
 * Inserts many rows as one value: the database neither parses nor plans a parameter for each of their columns, which for some
 * hundreds of rows takes longer than the writing. A column is given in every row or in none. Columns whose value is SQL cannot be given.
 */
export async function insertMany<T extends Table>(db: Db, table: T, rows: T['$inferInsert'][]) {
  if (rows.length === 0) return
  const columns = Object.entries(getTableColumns(table)).filter(([key]) => rows.some((row) => (row as Record<string, unknown>)[key] !== undefined))
  const given = rows.map((row) => Object.fromEntries(columns.map(([key, column]) => {
    const value = (row as Record<string, unknown>)[key]
    return [column.name, value === null || value === undefined ? null : column.getSQLType() === 'jsonb' ? value : column.mapToDriverValue(value)]
  })))
  const names = sql.join(columns.map(([, column]) => sql.identifier(column.name)), sql`, `)
  const types = sql.join(columns.map(([, column]) => sql`${sql.identifier(column.name)} ${sql.raw(column.getSQLType())}`), sql`, `)
  await db.execute(sql`insert into ${table} (${names}) select ${names} from jsonb_to_recordset(${JSON.stringify(given, wellFormed)}::jsonb) as given(${types})`)
}
/** Half a sign, as a text that was cut in its middle ends, is no JSON that the database reads: it becomes the sign for what is not known, as in every other statement. */
const wellFormed = (_key: string, value: unknown) => (typeof value === 'string' ? value.toWellFormed() : value)
