import { and, eq, sql } from 'drizzle-orm'
import type { Ctx } from '#core/context/context.server.ts'
import { Conflict, type Mended, problems } from '#core/errors/errors.ts'
import { unitsOf } from '#core/trail/facets.server.ts'
import { record } from '#core/trail/record.server.ts'
import { changeSubject } from '#core/trail/subject.server.ts'
import { entryAdded, entryEnded, entryHanded, entryReturned } from '../events.server.ts'
import { everyWord } from '../hide.server.ts'
import { place, service } from '../schema.server.ts'
import { type Held, holdPlace, holdService } from './hold.server.ts'
import { lookedOver, sayable } from './moderate.server.ts'

export type EntryKind = 'place' | 'service'
type Row = { providerId: string | null; vanishedAt: Date | null; name: object; version: number }
const hold = (ctx: Ctx, kind: EntryKind, id: string): Promise<Held<Row>> => (kind === 'place' ? holdPlace(ctx, id) : holdService(ctx, id))
const of = (its: { ownerUnitId: string | null }) => (its.ownerUnitId ? { unitId: its.ownerUnitId } : {})

/** A draft is there for everyone. Throws Conflict('notDraft') for another. */
export async function publishEntry(ctx: Ctx, kind: EntryKind, id: string) {
  const { subject, row } = await hold(ctx, kind, id)
  if (subject.visibility !== 'waiting') throw new Conflict('notDraft')
  await changeSubject(ctx, id, { visibility: 'public', stage: 'service' })
  await record(ctx, entryAdded, { subjectId: id, stage: 'service', ...of(subject) })
  if (row.providerId) await lookedOver(ctx, id, { fi: (await everyWord(ctx, kind, id)).join('\n') })
}

/** It is no longer in use: it leaves lists and search, its page says so and stays. A draft just goes out of sight. What is `said` of why is told to everyone. Throws Conflict('ended'). */
export async function endEntry(ctx: Ctx, kind: EntryKind, id: string, said: string) {
  const { subject } = await hold(ctx, kind, id)
  const why = sayable(ctx, said)
  if (subject.stage === 'ended') throw new Conflict('ended')
  await changeSubject(ctx, id, { stage: 'ended', ...(subject.visibility === 'public' ? { visibility: 'withdrawn' as const } : {}) })
  await record(ctx, entryEnded, { subjectId: id, stage: 'ended', ...(why ? { sentence: why } : {}), ...of(subject) })
}

/** It is in use again, also what its source no longer has: then it is kept here by hand. Throws Conflict('notEnded'). */
export async function returnEntry(ctx: Ctx, kind: EntryKind, id: string) {
  const { subject, row } = await hold(ctx, kind, id)
  if (subject.stage !== 'ended' && !row.vanishedAt) throw new Conflict('notEnded')
  await changeSubject(ctx, id, { stage: 'service', ...(subject.visibility === 'withdrawn' ? { visibility: 'public' as const } : {}) })
  const table = kind === 'place' ? place : service
  if (row.vanishedAt) await ctx.db.update(table as typeof place).set({ vanishedAt: null, version: sql`${table.version} + 1` }).where(and(eq(table.municipalityId, ctx.scope.municipalityId), eq(table.id, id)))
  await record(ctx, entryReturned, { subjectId: id, stage: 'service', ...of(subject) })
}

/** The municipality's own goes to another unit, which keeps it from now on. Problems: unitId required. Throws Conflict('notOwn') for a provider's. */
export async function handEntry(ctx: Ctx, kind: EntryKind, id: string, unitId: string): Promise<Mended | undefined> {
  const { subject, row } = await hold(ctx, kind, id)
  if (row.providerId) throw new Conflict('notOwn')
  const to = (await unitsOf(ctx)).find((each) => each.id === unitId)
  if (!to || unitId === subject.ownerUnitId) return problems({ unitId: 'required' })
  await changeSubject(ctx, id, { ownerUnitId: unitId, movedAt: subject.movedAt })
  await record(ctx, entryHanded, { subjectId: id, unitId })
}
