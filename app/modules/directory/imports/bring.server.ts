import { and, eq, inArray, isNull, sql } from 'drizzle-orm'
import type { Ctx } from '#core/context/context.server.ts'
import { isId } from '#core/context/ids.server.ts'
import { record, recordQuietly } from '#core/trail/record.server.ts'
import { entryChanged, entryImported, entryReturned } from '../events.server.ts'
import { importConflict, importNote, importRecord, importSource } from '../schema.server.ts'
import { type Brought, type Facts, factsWith, fieldsOf, hashOf, type What } from './brought.ts'
import { type Here, placeNamed, thingsHere } from './here.server.ts'
import { merge } from './merge.ts'
import { markGone, writeThing, wrongIn } from './write.server.ts'

export type Counts = Record<'read' | 'same' | 'added' | 'changed' | 'conflict' | 'vanished' | 'returned' | 'refused', number>
export const noCounts = (): Counts => ({ read: 0, same: 0, added: 0, changed: 0, conflict: 0, vanished: 0, returned: 0, refused: 0 })
export type NoteWhat = typeof importNote.$inferSelect['what']
/** A line of the report. `detail`: fields, or why not, by their codes. */
export type Note = { what: NoteWhat; subjectId: string | null; name: string; detail: string }
/** What one batch did, told after it has been committed. */
export type Done = { counts: Partial<Counts>; notes: Note[] }
/** The run that a batch belongs to. `write` false: only what it would do is told. */
export type Bringing = { runId: string; source: Pick<typeof importSource.$inferSelect, 'id' | 'kind' | 'name' | 'unitId'>; write: boolean; /** is this key among what was read? For a look at what is not written yet. */ knows?(what: What, key: string): boolean }

const families = [['ptv11', 'ptv12'], ['lipas'], ['hauki'], ['geojson'], ['csv']]
type Known = typeof importRecord.$inferSelect
/** A thing to be brought, with what was brought of it last and the thing itself. */
type Task = { its: Brought; there: Facts; hash: string; known: Known | undefined; ownId: string | null; last: Facts | null; here: Here | undefined; subjectId: string | null; /** of hours: whose they are */ of: unknown }

/**
 * Brings some records of one kind in one transaction: each thing, its record and its line in the report together, so that a
 * run that is stopped anywhere can be done again. What the source has not changed since is not even looked at here.
 */
export async function bringSome(ctx: Ctx, run: Bringing, what: What, some: Brought[]): Promise<Done> {
  const done: Done = { counts: {}, notes: [] }
  const count = (name: keyof Counts) => { done.counts[name] = (done.counts[name] ?? 0) + 1 }
  const note = (it: Brought, name: NoteWhat, subjectId: string | null, detail: string) => { count(name); done.notes.push({ what: name, subjectId, name: it.name, detail }) }
  const { tasks, refused } = await tasksOf(ctx, run, what, some, () => count('same'))
  for (const { its, why } of refused) note(its, 'refused', null, why)
  const added: string[] = [], changed: { subjectId: string; data: Record<string, unknown> }[] = [], written: Task[] = []

  for (const task of tasks) {
    const { its, there, here } = task
    const main = what !== 'hours' && !(what === 'channel' && there.kind === 'place')
    const left = (its.left ?? []).map((each) => `-${each}`)
    if (!task.ownId) {
      const wrong = wrongIn(what, factsWith({}, there))
      if (wrong) { note(its, 'refused', null, wrong); continue }
      if (run.write) task.ownId = await writeThing(ctx, what, null, null, there, { unitId: run.source.unitId })
      const subjectId = what === 'channel' ? ((there.serviceIds as string[] | null)?.[0] ?? there.placeId as string | null) : task.ownId
      if (main) { note(its, 'added', run.write ? subjectId : null, left.join(' ')); if (run.write && what !== 'channel') added.push(task.ownId!) }
      if (run.write) written.push(task)
      continue
    }
    if (!here) { note(its, 'refused', null, 'goneHere'); continue }
    const { take, conflicts, agreed } = merge(task.last, there, fieldsOf(what, here.facts))
    const fields = Object.keys(take)
    const wrong = fields.length > 0 ? wrongIn(what, factsWith(here.facts, take)) : null
    if (wrong) { note(its, 'refused', task.subjectId, wrong); continue }
    const back = task.known?.vanishedAt != null && (what === 'place' || what === 'service' || what === 'channel') && here.gone
    if (run.write) {
      if (fields.length > 0) await writeThing(ctx, what, task.ownId, here.facts, what === 'hours' ? { ...take, of: task.of } : take)
      if (back && await markGone(ctx, what, task.ownId, here, false) && what !== 'channel') await record(ctx, entryReturned, { subjectId: task.ownId, data: { source: run.source.name } })
      await askOf(ctx, run, what, task, conflicts)
      await agreeOn(ctx, run, what, its.key, agreed)
      written.push(task)
    }
    if (back && main) note(its, 'returned', task.subjectId, '')
    // hours that come along with their place are its own news; hauki's are told
    const silent = what === 'hours' && !task.known && run.source.kind !== 'hauki'
    if (fields.length > 0 && !silent) {
      note(its, 'changed', task.subjectId, [...fields, ...left].join(' '))
      if (what === 'place' || what === 'service') changed.push({ subjectId: task.ownId, data: { fields, source: run.source.name } })
    }
    if (conflicts.length > 0) note(its, 'conflict', task.subjectId, conflicts.map((each) => each.field).join(' '))
    if (!back && (fields.length === 0 || silent) && conflicts.length === 0) count('same')
  }
  if (run.write) {
    await keepRecords(ctx, run, what, written)
    await recordQuietly(ctx, entryImported, added.map((subjectId) => ({ subjectId, data: { source: run.source.name } })))
    await recordQuietly(ctx, entryChanged, changed)
  }
  return done
}

/** What is to be looked at of these: whose source has changed since, or who came back. The rest is `same`. */
async function tasksOf(ctx: Ctx, run: Bringing, what: What, some: Brought[], same: () => void): Promise<{ tasks: Task[]; refused: { its: Brought; why: string }[] }> {
  const m = ctx.scope.municipalityId
  const known = new Map((await ctx.db.select().from(importRecord).where(and(eq(importRecord.municipalityId, m), eq(importRecord.sourceId, run.source.id), eq(importRecord.what, what), inArray(importRecord.key, some.map((each) => each.key))))).map((row) => [row.key, row]))
  const refers = await referring(ctx, run, what, some)
  const tasks: Task[] = [], refused: { its: Brought; why: string }[] = []
  for (const its of some) {
    const facts = await refers(its)
    if ('refused' in facts) { refused.push({ its, why: facts.refused as string }); continue }
    const { ownId, of, ...said } = facts as Facts & { ownId?: string }
    // in a look, hours of a place that is still to be made are the place's own matter
    if (what === 'hours' && !isId(String(ownId))) continue
    const there = fieldsOf(what, said), hash = hashOf(there), before = known.get(its.key)
    // hours belong to whoever their place is now, even when they were another's
    if (before && before.hash === hash && !before.vanishedAt && (!ownId || ownId === before.ownId)) { same(); continue }
    const mine = before && (!ownId || ownId === before.ownId)
    tasks.push({ its, there, hash, known: before, ownId: ownId ?? before?.ownId ?? null, last: mine ? before.facts : null, here: undefined, subjectId: null, of })
  }
  await adopt(ctx, run, what, tasks.filter((task) => !task.known))
  const here = await thingsHere(ctx, what, tasks.flatMap((task) => task.ownId ?? []), { lock: run.write })
  for (const task of tasks) if (task.ownId) { task.here = here.get(task.ownId); task.subjectId = task.here?.subjectId ?? null }
  return { tasks, refused }
}

/** The same thing brought by another source of the same register (v11 and v12 of PTV side by side) is that thing, and not another. */
async function adopt(ctx: Ctx, run: Bringing, what: What, tasks: Task[]) {
  if (tasks.length === 0) return
  const family = families.find((kinds) => kinds.includes(run.source.kind))!
  const rows = await ctx.db.select({ key: importRecord.key, ownId: importRecord.ownId, facts: importRecord.facts }).from(importRecord)
    .innerJoin(importSource, and(eq(importSource.municipalityId, importRecord.municipalityId), eq(importSource.id, importRecord.sourceId)))
    .where(and(eq(importRecord.municipalityId, ctx.scope.municipalityId), eq(importRecord.what, what), inArray(importRecord.key, tasks.map((task) => task.its.key)), inArray(importSource.kind, family as 'csv'[]), sql`${importSource.id} <> ${run.source.id}::uuid`, family.length > 1 ? undefined : sql`false`))
  for (const task of tasks) { const other = rows.find((row) => row.key === task.its.key); if (other && (!task.ownId || task.ownId === other.ownId)) { task.ownId = other.ownId; task.last = other.facts } }
}

/** Keys of the source as ids here: a channel's place and services, whose hours they are. */
async function referring(ctx: Ctx, run: Bringing, what: What, some: Brought[]): Promise<(its: Brought) => Promise<Facts>> {
  if (what === 'place' || what === 'service') return async (its) => its.facts
  const keys = [...new Set(some.flatMap(({ facts }) => [facts.placeKey, facts.ownerKey, ...((facts.serviceKeys ?? []) as string[]), ...((facts.origins ?? []) as { key: string }[]).map((each) => each.key)]).filter((key): key is string => typeof key === 'string'))]
  const rows = keys.length === 0 ? [] : await ctx.db.select({ sourceId: importRecord.sourceId, what: importRecord.what, key: importRecord.key, ownId: importRecord.ownId }).from(importRecord)
    .where(and(eq(importRecord.municipalityId, ctx.scope.municipalityId), inArray(importRecord.key, keys), inArray(importRecord.what, ['place', 'service', 'channel']), isNull(importRecord.vanishedAt)))
  const own = (of: What, key: unknown): string | null => rows.find((row) => row.what === of && row.key === key && row.sourceId === run.source.id)?.ownId ?? (!run.write && typeof key === 'string' && run.knows?.(of, key) ? key : null)
  if (what === 'channel') return async ({ facts: { placeKey, serviceKeys, ...facts } }) => {
    const placeId = placeKey ? own('place', placeKey) : null
    return placeKey && !placeId ? { refused: 'noPlace' } : { ...facts, placeId, serviceIds: ((serviceKeys ?? []) as string[]).flatMap((key) => own('service', key) ?? []).sort() }
  }
  return async ({ facts: { ownerKey, origins, named, ...facts } }) => {
    if (ownerKey) { const ownId = own(facts.of as What, ownerKey); return ownId ? { ...facts, ownId } : { refused: 'noPlace' } }
    // hauki's resource says by its origins whose it is: an id of ours, or a key in any register that is brought here
    const said = (origins ?? []) as { source: string; key: string }[]
    const places = await thingsHere(ctx, 'place', said.map((each) => each.key).filter((key) => /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/i.test(key)))
    const ownId = [...places.keys()][0] ?? said.flatMap((each) => rows.find((row) => row.what === 'place' && row.key === each.key)?.ownId ?? [])[0] ?? await placeNamed(ctx, String(named ?? ''))
    return ownId ? { ...facts, ownId } : { refused: 'noPlace' }
  }
}

/** Writes what was brought: a new record, or its newest values. A field that the source no longer speaks of stays as it was last told. */
async function keepRecords(ctx: Ctx, run: Bringing, what: What, tasks: Task[]) {
  if (tasks.length === 0) return
  await ctx.db.insert(importRecord).values(tasks.map((task) => ({ ...ctx.scope, sourceId: run.source.id, what, key: task.its.key, ownId: task.ownId!, facts: { ...task.last, ...task.there }, hash: task.hash, seenAt: ctx.now, vanishedAt: null })))
    .onConflictDoUpdate({ target: [importRecord.municipalityId, importRecord.sourceId, importRecord.what, importRecord.key], set: { ownId: sql`excluded.own_id`, facts: sql`excluded.facts`, hash: sql`excluded.hash`, seenAt: ctx.now, vanishedAt: null } })
}

/** Opens a question for each field that changed both there and here; one that is open already gets the newest values. */
async function askOf(ctx: Ctx, run: Bringing, what: What, task: Task, conflicts: { field: string; there: unknown; here: unknown }[]) {
  if (conflicts.length === 0) return
  await ctx.db.insert(importConflict).values(conflicts.map((each) => ({ ...ctx.scope, id: ctx.newId(), runId: run.runId, sourceId: run.source.id, what, key: task.its.key, ownId: task.ownId!, subjectId: task.subjectId, field: each.field, there: each.there, here: each.here, createdAt: ctx.now })))
    .onConflictDoUpdate({ target: [importConflict.municipalityId, importConflict.sourceId, importConflict.what, importConflict.key, importConflict.field], targetWhere: sql`choice is null`, set: { runId: run.runId, there: sql`excluded.there`, here: sql`excluded.here`, subjectId: sql`excluded.subject_id` } })
}
/** A question is no longer one when both say the same. */
async function agreeOn(ctx: Ctx, run: Bringing, what: What, key: string, fields: string[]) {
  if (fields.length === 0) return
  await ctx.db.update(importConflict).set({ choice: 'here', chosenAt: ctx.now })
    .where(and(eq(importConflict.municipalityId, ctx.scope.municipalityId), eq(importConflict.sourceId, run.source.id), eq(importConflict.what, what), eq(importConflict.key, key), isNull(importConflict.choice), inArray(importConflict.field, fields)))
}
