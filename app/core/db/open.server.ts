import { type SQL, sql } from 'drizzle-orm'
import { drizzle, type NodePgDatabase } from 'drizzle-orm/node-postgres'
import pg from 'pg'

/** What operations query: one municipality's rows, inside a command its one transaction. */
export type Db = NodePgDatabase<Record<string, never>>

export type Connection = { host: string; port: number; user: string; database?: string } | { connectionString: string }

/**
 * The database of an installation.
 * `of(municipality)` is what operations get: its connections act as the role `nousu_web`, which owns nothing, and carry
 * the municipality from the moment they open, so that row-level security costs no extra round trip (docs/decisions/0002).
 * `owner` sees every municipality: migrations, sign-in, the delivery of events and backup use it, operations never.
 */
export type Database = {
  owner: Db
  ownerPool: pg.Pool
  of(municipalityId: number): Db
  /** one connection that listens; it is opened again when lost. Returns how to stop. */
  listen(channel: string, heard: (payload: string) => void): () => void
  connection: Connection
  close(): Promise<void>
}

const poolsKept = 200

export function openDatabase(connection: Connection, options: { size?: number; onError?: (cause: unknown) => void } = {}): Database {
  const size = options.size ?? 10
  const onError = options.onError ?? (() => {})
  const config = 'connectionString' in connection ? connection : { ...connection, database: connection.database ?? 'nousu' }
  const pool = (more: pg.PoolConfig) => {
    const made = new pg.Pool({ ...config, max: size, idleTimeoutMillis: 30_000, connectionTimeoutMillis: 30_000 /* in a storm what was written waits for its turn rather than is lost */, ...more })
    made.on('error', onError)
    // the pool hears only of idle connections; one that dies in the middle of a transaction would end the whole program
    made.on('connect', (client) => { client.on('error', onError) })
    return made
  }
  const ownerPool = pool({ application_name: 'nousu owner' })
  const owner = drizzle(ownerPool) as Db
  const pools = new Map<number, { pool: pg.Pool; db: Db }>()
  const listeners = new Set<() => void>()
  return {
    owner, ownerPool, connection: config,
    of(municipalityId) {
      const known = pools.get(municipalityId)
      if (known) { pools.delete(municipalityId); pools.set(municipalityId, known); return known.db }
      const own = pool({ application_name: 'nousu', options: `-c role=nousu_web -c app.municipality=${Math.trunc(municipalityId)} -c plan_cache_mode=force_generic_plan` })
      const made = { pool: own, db: drizzle(own) as Db }
      pools.set(municipalityId, made)
      if (pools.size > poolsKept) { const [oldest, its] = pools.entries().next().value!; pools.delete(oldest); void its.pool.end() }
      return made.db
    },
    listen(channel, heard) {
      let stopped = false
      let client: pg.Client | undefined
      let wait = 200
      const start = async () => {
        if (stopped) return
        const mine = (client = new pg.Client({ ...config, application_name: 'nousu listener' }))
        let lost = false
        const again = (cause: unknown) => { if (lost) return; lost = true; void mine.end().catch(() => {}); if (stopped) return; onError(cause); setTimeout(start, wait = Math.min(wait * 2, 5000)).unref() }
        mine.on('error', again)
        mine.on('end', () => again(new Error('the listening connection ended')))
        mine.on('notification', (message) => heard(message.payload ?? ''))
        try { await mine.connect(); await mine.query(`listen ${channel}`); wait = 200; heard('') } catch (cause) { again(cause) }
      }
      void start()
      const stop = () => { stopped = true; listeners.delete(stop); void client?.end().catch(() => {}) }
      listeners.add(stop)
      return stop
    },
    async close() {
      for (const stop of listeners) stop()
      await Promise.all([ownerPool.end(), ...[...pools.values()].map((each) => each.pool.end())])
    },
  }
}

/**
 * Makes a query once per database and keeps it, so that a prepared statement is built and planned once.
 * `const listed = once((db) => db.select()….prepare('ideas_list'))`, then `listed(ctx.db).execute({…})`.
 * Prepare only outside transactions' lifetime is not needed: a transaction gets its own short-lived copy.
 */
export function once<T>(make: (db: Db) => T): (db: Db) => T {
  const made = new WeakMap<Db, T>()
  return (db) => {
    let query = made.get(db)
    if (!query) made.set(db, (query = make(db)))
    return query
  }
}

/** A selected piece of SQL that keeps its tables' names: a select from one table takes them away, and a sub-select would then ask itself. */
export const whole = <T>(inner: SQL): SQL<T> => sql<T>`${inner}`

/** The SQLSTATE of a database error, which Drizzle wraps, and the constraint it broke. */
export function sqlState(cause: unknown): { code?: string; constraint?: string } {
  for (let error = cause as { code?: string; constraint?: string; cause?: unknown } | undefined; error; error = error.cause as typeof error) {
    if (typeof error.code === 'string' && /^[0-9A-Z]{5}$/.test(error.code)) return { code: error.code, ...(error.constraint ? { constraint: error.constraint } : {}) }
  }
  return {}
}
