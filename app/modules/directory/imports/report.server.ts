import { and, asc, eq, gte, sql } from 'drizzle-orm'
import type { Ctx } from '#core/context/context.server.ts'
import { isId } from '#core/context/ids.server.ts'
import { Conflict, NotFound } from '#core/errors/errors.ts'
import { allow } from '#core/permissions/permissions.ts'
import { can } from '../permissions.ts'
import { importNote, importRun, importSource } from '../schema.server.ts'
import type { NoteWhat } from './bring.server.ts'
import type { Run } from './run.server.ts'
import { forgetSpool } from './spool.server.ts'

const aPage = 100
export const noteKinds = ['conflict', 'vanished', 'refused', 'added', 'changed', 'returned'] as const satisfies NoteWhat[]

export type RunReport = { run: Run; source: { id: string; name: string; kind: typeof importSource.$inferSelect['kind'] }; notes: (typeof importNote.$inferSelect & { kind: string | null })[]; only: NoteWhat | null; next: number | null }
/** The report of a run: its figures and its lines, a page at a time, of one kind when that is asked. Throws NotFound. */
export async function runReport(ctx: Ctx, runId: string, query: URLSearchParams): Promise<RunReport> {
  allow(ctx, can.import)
  const m = ctx.scope.municipalityId
  const [row] = isId(runId) ? await ctx.db.select({ run: importRun, source: { id: importSource.id, name: importSource.name, kind: importSource.kind } }).from(importRun).innerJoin(importSource, and(eq(importSource.municipalityId, importRun.municipalityId), eq(importSource.id, importRun.sourceId))).where(and(eq(importRun.municipalityId, m), eq(importRun.id, runId))) : []
  if (!row) throw new NotFound()
  const only = noteKinds.find((each) => each === query.get('only')) ?? null
  const from = /^\d{1,6}$/.test(query.get('from') ?? '') ? Number(query.get('from')) : 0
  const rows = await ctx.db.select({ note: importNote, kind: sql<string | null>`(select s.kind from trail.subject s where s.municipality_id = ${importNote}.municipality_id and s.id = ${importNote}.subject_id)` }).from(importNote)
    .where(and(eq(importNote.municipalityId, m), eq(importNote.runId, runId), gte(importNote.position, from), only ? eq(importNote.what, only) : undefined)).orderBy(asc(importNote.position)).limit(aPage + 1)
  const notes = rows.slice(0, aPage).map(({ note, kind }) => ({ ...note, kind }))
  return { ...row, notes, only, next: rows.length > aPage ? rows[aPage]!.note.position : null }
}

/** An admin has seen what a run would do: it is done, what it takes away too. Throws Conflict('notWaiting'). */
export async function goOn(ctx: Ctx, runId: string): Promise<void> {
  allow(ctx, can.import)
  const its = isId(runId) ? await ctx.db.update(importRun).set({ state: 'asked', dry: false, confirmed: true, endedAt: null, by: ctx.actor.kind === 'person' ? ctx.actor.id : null, why: '' })
    .where(and(eq(importRun.municipalityId, ctx.scope.municipalityId), eq(importRun.id, runId), eq(importRun.state, 'held'), sql`not exists (select 1 from directory.import_run o where o.municipality_id = ${ctx.scope.municipalityId} and o.source_id = ${importRun}.source_id and o.state in ('asked', 'running'))`)).returning({ id: importRun.id }) : []
  if (its.length === 0) throw new Conflict('notWaiting')
}
/** …or it is left undone. */
export async function leaveUndone(ctx: Ctx, runId: string): Promise<void> {
  allow(ctx, can.import)
  const its = isId(runId) ? await ctx.db.update(importRun).set({ state: 'dropped' }).where(and(eq(importRun.municipalityId, ctx.scope.municipalityId), eq(importRun.id, runId), eq(importRun.state, 'held'))).returning({ id: importRun.id }) : []
  if (its.length === 0) throw new Conflict('notWaiting')
  await forgetSpool(ctx, runId)
}
