import { and, asc, eq, isNull, lte } from 'drizzle-orm'
import { command, type Ctx, type House } from '#core/context/context.server.ts'
import { municipality } from '#core/identity/schema.server.ts'
import type { Manners } from '#core/ports/register.server.ts'
import { importRun, importSource } from '../schema.server.ts'
import { nextNight } from './clock.ts'
import { doRun, endDead } from './run.server.ts'

/**
 * The clock's round, each minute: asks for the nightly runs whose hour has come, and does the runs that have been asked for, one after
 * another. One that goes wrong is told of and does not stop the others.
 */
export async function runImports(house: House, manners: Manners = {}, onError: (cause: unknown, which: string) => void = (cause) => { throw cause }): Promise<{ done: number }> {
  let done = 0
  for (const its of await house.database.owner.select().from(municipality)) {
    const asked = await command(house, { municipality: its }, askedRuns).catch((cause: unknown) => { onError(cause, its.slug); return [] })
    for (const runId of asked) {
      if (manners.stopping?.aborted) return { done }
      try { if (await doRun(house, its, runId, manners)) done++ } catch (cause) { onError(cause, runId) }
    }
  }
  return { done }
}

/** Runs that wait to be done, the first asked first. */
async function askedRuns(ctx: Ctx): Promise<string[]> {
  await endDead(ctx)
  const due = await ctx.db.select({ id: importSource.id }).from(importSource).where(and(eq(importSource.municipalityId, ctx.scope.municipalityId), eq(importSource.nightly, true), isNull(importSource.endedAt), lte(importSource.nextAt, ctx.now))).for('update', { skipLocked: true })
  for (const { id } of due) {
    await ctx.db.insert(importRun).values({ ...ctx.scope, id: ctx.newId(), sourceId: id, startedAt: ctx.now, state: 'asked' }).onConflictDoNothing()
    await ctx.db.update(importSource).set({ nextAt: nextNight(id, ctx.now) }).where(and(eq(importSource.municipalityId, ctx.scope.municipalityId), eq(importSource.id, id)))
  }
  return (await ctx.db.select({ id: importRun.id }).from(importRun).where(and(eq(importRun.municipalityId, ctx.scope.municipalityId), eq(importRun.state, 'asked'))).orderBy(asc(importRun.startedAt))).map((row) => row.id)
}
