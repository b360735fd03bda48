import { execSync } from 'node:child_process'
import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import type { TestProject } from 'vitest/node'
import { startEmbedded } from '#core/db/embedded.server.ts'
import { createDatabase, migrate } from '#core/db/migrate.server.ts'

declare module 'vitest' {
  export interface ProvidedContext { cluster: { host: string; port: number; user: string }; /** where a told demonstration is kept for the run, once something needs it */ told: string }
}

/** One PostgreSQL for the whole run, with a migrated template that each test file clones. */
export default async function setup(project: TestProject) {
  const folder = mkdtempSync(join(tmpdir(), 'nousu-test-'))
  chmodSync(folder, 0o755)
  const server = await startEmbedded(folder, { durable: false })
  const cluster = { host: server.host, port: server.port, user: server.user }
  await createDatabase({ ...cluster, database: 'template_nousu' })
  await migrate({ ...cluster, database: 'template_nousu' })
  const client = new pg.Client({ ...cluster, database: 'postgres' })
  await client.connect()
  await client.query(`alter database template_nousu with allow_connections false`)
  await client.end()
  project.provide('cluster', cluster)
  const told = `${folder}-told`
  project.provide('told', told)
  return async () => {
    await server.stop()
    for (const each of [folder, told]) rmSync(each, { recursive: true, force: true })
    if (server.host !== folder) execSync(`rm -rf ${JSON.stringify(server.host)}`)
  }
}
