import { sql } from 'drizzle-orm'
import type { Ctx } from '#core/context/context.server.ts'

type Column = { schema: string; table: string; column: string }

/**
 * The columns of the whole house that name a thing of a kind: `topic_id`, `owner_unit_id` …, also those of modules that
 * came later. So nothing that belongs to a topic is left behind when it is merged, and nothing that is used is deleted.
 */
export async function columnsNaming(ctx: Ctx, what: 'topic' | 'unit'): Promise<Column[]> {
  const { rows } = await ctx.db.execute<Column>(sql`
    select n.nspname as schema, c.relname as "table", a.attname as "column" from pg_attribute a
    join pg_class c on c.oid = a.attrelid and c.relkind = 'r' join pg_namespace n on n.oid = c.relnamespace
    where a.attname ~ ${`(^|_)${what}_id$`} and not a.attisdropped and has_table_privilege(c.oid, 'select')
      and exists (select from pg_attribute m where m.attrelid = c.oid and m.attname = 'municipality_id') order by 1, 2, 3`)
  return rows
}
export const nameOfTable = ({ schema, table }: Column) => sql`${sql.identifier(schema)}.${sql.identifier(table)}`

/** The tables in which something names a topic or a unit, as `trail.subject`. */
export async function usesOf(ctx: Ctx, what: 'topic' | 'unit', id: string): Promise<string[]> {
  const columns = await columnsNaming(ctx, what)
  const { rows } = await ctx.db.execute<{ where: string }>(sql.join(columns.map((each) => sql`
    select ${`${each.schema}.${each.table}`}::text as where where exists (select from ${nameOfTable(each)} t where t.municipality_id = ${ctx.scope.municipalityId} and t.${sql.identifier(each.column)} = ${id}::uuid)`), sql` union `))
  return rows.map((row) => row.where)
}
