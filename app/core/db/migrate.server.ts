import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { migrate as runMigrations } from 'drizzle-orm/node-postgres/migrator'
import { drizzle } from 'drizzle-orm/node-postgres'
import pg from 'pg'
import type { Connection } from './open.server.ts'

/** The project's folder, whether the program runs from source or from dist/server. */
export function projectFolder(): string {
  for (let dir = import.meta.dirname; dir !== dirname(dir); dir = dirname(dir)) if (existsSync(join(dir, 'migrations/meta/_journal.json'))) return dir
  throw new Error('The folder "migrations" is missing from the program.')
}

/** Makes the database when it is absent (embedded only). */
export async function createDatabase(connection: { host: string; port: number; user: string; database: string }) {
  const client = new pg.Client({ ...connection, database: 'postgres' })
  await client.connect()
  try {
    const there = await client.query('select 1 from pg_database where datname = $1', [connection.database])
    if (!there.rowCount) await client.query(`create database "${connection.database}"`)
  } finally { await client.end() }
}

/**
 * Brings a database to this program's schema: extensions, the ordered migrations, and then the isolation of rows, which is
 * made anew each time over every table there is, so that a new table cannot be forgotten. Safe to run from several programs at once.
 */
export async function migrate(connection: Connection, options: { folder?: string } = {}) {
  const client = new pg.Client(connection)
  await client.connect()
  try {
    await client.query('select pg_advisory_lock(7340980)')
    const { rows } = await client.query<{ v: string }>(`select current_setting('server_version_num') v`)
    if (Number(rows[0]!.v) < 150000) throw new Error(`PostgreSQL 15 or newer is needed; this server is ${rows[0]!.v}.`)
    await client.query(`set client_min_messages = warning; create extension if not exists pg_trgm; create extension if not exists btree_gin; create extension if not exists btree_gist;`)
    await runMigrations(drizzle(client), { migrationsFolder: options.folder ?? join(projectFolder(), 'migrations') })
    await client.query(isolation)
  } finally { await client.end() }
}

/** Every table with municipality_id shows the role nousu_web only the rows of the connection's municipality; other tables nothing unless named here. */
const isolation = `
do $do$
declare t record;
begin
  if not exists (select from pg_roles where rolname = 'nousu_web') then
    begin create role nousu_web nologin; exception when duplicate_object or unique_violation then null; end;
  end if;
  if not pg_has_role(current_user, 'nousu_web', 'member') then execute format('grant nousu_web to %I', current_user); end if;
  for t in select n.nspname s, c.relname r, exists (select from pg_attribute a where a.attrelid = c.oid and a.attname = 'municipality_id' and not a.attisdropped) owned
           from pg_class c join pg_namespace n on n.oid = c.relnamespace
           where c.relkind in ('r', 'p') and n.nspname not in ('pg_catalog', 'information_schema', 'public', 'drizzle', 'pgboss') and n.nspname not like 'pg\\_%'
  loop
    execute format('grant usage on schema %I to nousu_web', t.s);
    if t.owned then
      execute format('alter table %I.%I enable row level security', t.s, t.r);
      execute format('alter table %I.%I force row level security', t.s, t.r);
      execute format('drop policy if exists own_municipality on %I.%I', t.s, t.r);
      execute format($f$create policy own_municipality on %I.%I to nousu_web using (municipality_id = (select nullif(current_setting('app.municipality', true), '')::int)) with check (municipality_id = (select nullif(current_setting('app.municipality', true), '')::int))$f$, t.s, t.r);
      execute format('drop policy if exists installation on %I.%I', t.s, t.r);
      execute format('create policy installation on %I.%I to %I using (true) with check (true)', t.s, t.r, current_user);
      execute format('grant select, insert, update, delete on %I.%I to nousu_web', t.s, t.r);
    else
      execute format('revoke all on %I.%I from nousu_web', t.s, t.r);
    end if;
  end loop;
  -- Everyone may know which municipalities there are; each changes only its own row, and of it only what its admin sets.
  alter table identity.municipality enable row level security;
  drop policy if exists known on identity.municipality;
  create policy known on identity.municipality for select to nousu_web using (true);
  drop policy if exists own_municipality on identity.municipality;
  create policy own_municipality on identity.municipality for update to nousu_web using (id = (select nullif(current_setting('app.municipality', true), '')::int));
  grant select on identity.municipality to nousu_web;
  grant update (name, longitude, latitude, hue, rules) on identity.municipality to nousu_web;
  revoke delete, update on trail.event, moderation.decision, discussion.outcome from nousu_web;
  grant update (appeal, appealed_at, appeal_settled_at) on moderation.decision to nousu_web;
end $do$`
