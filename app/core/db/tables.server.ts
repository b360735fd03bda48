import type pg from 'pg'

export type Table = { schema: string; name: string; columns: string[]; owned: boolean }

/** Every table of the product (not of the migrator or the job runner), each after the tables its keys point to. */
export async function tablesInOrder(client: pg.ClientBase): Promise<Table[]> {
  const { rows: tables } = await client.query<Table & { oid: number }>(`
    select c.oid::int, n.nspname schema, c.relname name, array_agg(a.attname::text order by a.attnum) columns, bool_or(a.attname = 'municipality_id') owned
    from pg_class c join pg_namespace n on n.oid = c.relnamespace join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
    where c.relkind = 'r' and n.nspname not in ('pg_catalog', 'information_schema', 'public', 'drizzle', 'pgboss') and n.nspname not like 'pg\\_%'
    group by c.oid, n.nspname, c.relname order by n.nspname, c.relname`)
  const { rows: keys } = await client.query<{ from: number; to: number }>(`select conrelid::int "from", confrelid::int "to" from pg_constraint where contype = 'f' and conrelid <> confrelid`)
  const ordered: (Table & { oid: number })[] = []
  const left = new Map(tables.map((table) => [table.oid, table]))
  while (left.size > 0) {
    const free = [...left.values()].filter((table) => !keys.some((key) => key.from === table.oid && left.has(key.to)))
    if (free.length === 0) throw new Error(`tables point at each other in a ring: ${[...left.values()].map((t) => t.name).join(', ')}`)
    for (const table of free) { ordered.push(table); left.delete(table.oid) }
  }
  return ordered.map(({ schema, name, columns, owned }) => ({ schema, name, columns, owned }))
}
export const quoted = (table: Pick<Table, 'schema' | 'name'>) => `"${table.schema}"."${table.name}"`
