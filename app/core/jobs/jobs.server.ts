import { PgBoss } from 'pg-boss'
import { command, type House, type Operation } from '#core/context/context.server.ts'
import { municipality } from '#core/identity/schema.server.ts'
import { zone } from '#core/time/local.ts'

/** Work done by the clock, once for all processes: `cron` is minute, hour, day, month, weekday by Finland's clock. Must be safe to do twice; a long one looks at `stopping` now and then. */
export type Job = { name: string; cron: string; does(house: House, stopping: AbortSignal): Promise<unknown> }

/**
 * Starts the clock of the jobs. pg-boss keeps its queues in the database (schema `pgboss`), so any number of processes
 * may run this: each turn is done by one of them, and tried again when that one dies or fails.
 */
export async function startJobs(house: House, jobs: Job[], onError: (cause: unknown, job?: string) => void, stopping: AbortSignal): Promise<{ stop(): Promise<void> }> {
  const pool = house.database.ownerPool
  const boss = new PgBoss({ db: { executeSql: (text, values) => pool.query(text, values as unknown[]) }, schema: 'pgboss', cronMonitorIntervalSeconds: 30, cronWorkerIntervalSeconds: 10 })
  boss.on('error', (cause) => onError(cause))
  await boss.start()
  for (const job of jobs) {
    if (stopping.aborted) break
    await boss.createQueue(job.name, { policy: 'singleton', retryLimit: 5, retryDelay: 60, retryBackoff: true, expireInSeconds: 3600, deleteAfterSeconds: 7 * 86_400 } as never)
    await boss.schedule(job.name, job.cron, null, { tz: zone })
    await boss.work(job.name, { pollingIntervalSeconds: 30 }, async () => {
      try { await job.does(house, stopping) } catch (cause) { onError(cause, job.name); throw cause }
    })
  }
  const known = new Set(jobs.map((job) => job.name))
  if (!stopping.aborted) for (const old of await boss.getSchedules()) if (!known.has(old.name)) await boss.unschedule(old.name) // a job of an earlier version
  return { stop: () => boss.stop({ graceful: true, timeout: 3000 }) }
}

/** Does an operation in each municipality, as nobody. One that fails is told of and does not stop the others. */
export async function inEveryMunicipality(house: House, operation: Operation<[], unknown>, onError: (cause: unknown, slug: string) => void) {
  for (const its of await house.database.owner.select().from(municipality)) {
    try { await command(house, { municipality: its }, operation) } catch (cause) { onError(cause, its.slug) }
  }
}
