import { and, asc, eq, inArray, isNull, or, type SQL, sql } from 'drizzle-orm'
import type { Ctx } from '#core/context/context.server.ts'
import { isId } from '#core/context/ids.server.ts'
import { Conflict, NotFound } from '#core/errors/errors.ts'
import type { Person } from '#core/identity/actor.ts'
import { allow, may } from '#core/permissions/permissions.ts'
import { inLanguage, type Translated } from '#core/text/language.ts'
import { record } from '#core/trail/record.server.ts'
import { subject } from '#core/trail/schema.server.ts'
import { entryChanged } from '../events.server.ts'
import { can } from '../permissions.ts'
import { importConflict, importSource } from '../schema.server.ts'
import { factsWith, fieldsOf, same, type What } from './brought.ts'
import { type Here, thingsHere } from './here.server.ts'
import { writeThing, wrongIn } from './write.server.ts'

type Row = typeof importConflict.$inferSelect
/** A question that waits: a field that changed both at its source and here, with both values as they are now. `names`: what ids in them are called. */
export type OpenConflict = { id: string; what: What; field: string; there: unknown; here: unknown; source: string; since: Date; ownId: string; entry: { id: string; kind: string; name: string } | null; name: string; names: Record<string, string> }

const aPage = 50
const selected = { row: importConflict, source: importSource.name, sourceUnit: importSource.unitId, entry: { id: subject.id, kind: subject.kind, title: subject.title, ownerUnitId: subject.ownerUnitId } }
const open = (ctx: Ctx, more: SQL | undefined) => ctx.db.select(selected).from(importConflict)
  .innerJoin(importSource, and(eq(importSource.municipalityId, importConflict.municipalityId), eq(importSource.id, importConflict.sourceId)))
  .leftJoin(subject, and(eq(subject.municipalityId, importConflict.municipalityId), eq(subject.id, importConflict.subjectId)))
  .where(and(eq(importConflict.municipalityId, ctx.scope.municipalityId), isNull(importConflict.choice), more)).orderBy(asc(importConflict.createdAt), asc(importConflict.id))
type Found = { row: Row; source: string; sourceUnit: string; entry: { id: string; kind: string; title: Translated; ownerUnitId: string | null } | null }
/** Whose it is to answer: of the unit that owns the entry, else of the source's. */
const ownerOf = ({ entry, sourceUnit }: Pick<Found, 'entry' | 'sourceUnit'>) => ({ ownerUnitId: entry?.ownerUnitId ?? sourceUnit })
const answersSome = (me: Person): boolean => me.admin || me.installationAdmin || me.units.length > 0
/** The questions that the asker may answer: an admin's all, an official's those of their units. */
function askers(ctx: Ctx): SQL | undefined {
  if (ctx.actor.kind !== 'person' || ctx.actor.admin || ctx.actor.installationAdmin) return undefined
  const units = ctx.actor.units.map((each) => each.id)
  return units.length === 0 ? sql`false` : sql`coalesce(${subject.ownerUnitId}, ${importSource.unitId}) = any(${sql.param(units)}::uuid[])`
}

/** Questions of one entry, for the page where it is edited: its own, its hours' and its ways'. Nothing for who may not answer them. */
export async function openConflicts(ctx: Ctx, ownId: string): Promise<OpenConflict[]> {
  if (ctx.actor.kind !== 'person' || !isId(ownId) || !answersSome(ctx.actor)) return []
  return shown(ctx, (await open(ctx, or(eq(importConflict.ownId, ownId), eq(importConflict.subjectId, ownId)))).filter((each) => may(ctx, can.settleConflicts, ownerOf(each))))
}

export type ConflictPage = { conflicts: OpenConflict[]; total: number; run: string | null; more: boolean }
/** The questions that wait for the asker, the oldest first; of one run when that is asked. Throws Forbidden for who is of no unit. */
export async function conflictsWaiting(ctx: Ctx, query: URLSearchParams): Promise<ConflictPage> {
  const me = allow(ctx, can.settleConflicts, { ownerUnitId: ctx.actor.kind === 'person' ? ctx.actor.units[0]?.id ?? null : null })
  const run = query.get('run') && isId(query.get('run')!) ? query.get('run') : null
  const which = and(askers(ctx), run ? eq(importConflict.runId, run) : undefined)
  const found = await open(ctx, which).limit(aPage + 1)
  const [count] = await ctx.db.select({ n: sql<number>`count(*)::int` }).from(importConflict).innerJoin(importSource, and(eq(importSource.municipalityId, importConflict.municipalityId), eq(importSource.id, importConflict.sourceId)))
    .leftJoin(subject, and(eq(subject.municipalityId, importConflict.municipalityId), eq(subject.id, importConflict.subjectId))).where(and(eq(importConflict.municipalityId, ctx.scope.municipalityId), isNull(importConflict.choice), which))
  return { conflicts: await shown(ctx, found.slice(0, aPage)), total: count!.n, run: me ? run : null, more: found.length > aPage }
}

async function shown(ctx: Ctx, found: Found[]): Promise<OpenConflict[]> {
  const here = await allHere(ctx, found.map(({ row }) => row))
  const ids = [...new Set(found.filter(({ row }) => row.field === 'serviceIds' || row.field === 'placeId').flatMap(({ row }) => [row.there, row.here, here.get(row.id)?.facts[row.field]].flat().filter((its): its is string => typeof its === 'string' && isId(its))))]
  const names = ids.length === 0 ? {} : Object.fromEntries((await ctx.db.select({ id: subject.id, title: subject.title }).from(subject).where(and(eq(subject.municipalityId, ctx.scope.municipalityId), inArray(subject.id, ids)))).map((row) => [row.id, inLanguage(row.title, ctx.language)]))
  return found.flatMap(({ row, source, entry }) => {
    const its = here.get(row.id)
    if (!its) return []
    const now = fieldsOf(row.what as What, its.facts)[row.field] ?? null
    // somebody has already written here what the source says: there is nothing to ask
    if (same(now, row.there)) return []
    return [{ id: row.id, what: row.what as What, field: row.field, there: row.there, here: now, source, since: row.createdAt, ownId: row.ownId, entry: entry && { id: entry.id, kind: entry.kind, name: inLanguage(entry.title, ctx.language) }, name: inLanguage(its.facts.name as Translated | null, ctx.language) || (entry ? inLanguage(entry.title, ctx.language) : ''), names }]
  })
}
/** The things that questions are of, a few queries for all. */
async function allHere(ctx: Ctx, rows: Row[]): Promise<Map<string, Here>> {
  const found = new Map<string, Here>()
  for (const what of new Set(rows.map((row) => row.what as What))) {
    const some = rows.filter((row) => row.what === what)
    const here = await thingsHere(ctx, what, [...new Set(some.map((row) => row.ownId))])
    for (const row of some) { const its = here.get(row.ownId); if (its) found.set(row.id, its) }
  }
  return found
}

/**
 * Answers a question: what is here stays, or the source's value is taken. The same difference is not asked again; when the source
 * changes again, it is. Answering twice alike is once. Throws NotFound, Forbidden, Conflict('settled' | 'doesNotFit').
 */
export async function settleConflict(ctx: Ctx, conflictId: string, choice: 'here' | 'there'): Promise<void> {
  const [row] = isId(conflictId) ? await ctx.db.select().from(importConflict).where(and(eq(importConflict.municipalityId, ctx.scope.municipalityId), eq(importConflict.id, conflictId))).for('update') : []
  if (!row) throw new NotFound()
  const [its] = await ctx.db.select({ unitId: importSource.unitId, name: importSource.name, ownerUnitId: subject.ownerUnitId }).from(importSource).leftJoin(subject, and(eq(subject.municipalityId, importSource.municipalityId), row.subjectId ? eq(subject.id, row.subjectId) : sql`false`)).where(and(eq(importSource.municipalityId, ctx.scope.municipalityId), eq(importSource.id, row.sourceId)))
  const me = allow(ctx, can.settleConflicts, { ownerUnitId: its!.ownerUnitId ?? its!.unitId })
  if (row.choice === choice) return
  if (row.choice) throw new Conflict('settled')
  await settle(ctx, row, choice, me.id, its!.name)
}
async function settle(ctx: Ctx, row: Row, choice: 'here' | 'there', by: string, source: string) {
  const what = row.what as What
  const before = (await thingsHere(ctx, what, [row.ownId], { lock: true })).get(row.ownId)
  if (choice === 'there' && before && !same(fieldsOf(what, before.facts)[row.field], row.there)) {
    const fields = { [row.field]: row.there ?? null }
    if (wrongIn(what, factsWith(before.facts, fields))) throw new Conflict('doesNotFit')
    await writeThing(ctx, what, row.ownId, before.facts, what === 'hours' ? { ...fields, of: before.facts.of ?? 'place' } : fields)
    if (what === 'place' || what === 'service') await record(ctx, entryChanged, { subjectId: row.ownId, data: { fields: [row.field], source } })
  }
  await ctx.db.update(importConflict).set({ choice, chosenBy: by, chosenAt: ctx.now }).where(and(eq(importConflict.municipalityId, ctx.scope.municipalityId), eq(importConflict.id, row.id)))
}
/** Answers alike every question of an entry, of a run, or all that wait for the asker. Returns how many were answered. */
export async function settleConflicts(ctx: Ctx, which: { entryId?: string; runId?: string }, choice: 'here' | 'there'): Promise<number> {
  const me = allow(ctx, can.settleConflicts, { ownerUnitId: ctx.actor.kind === 'person' ? ctx.actor.units[0]?.id ?? null : null })
  const more = and(askers(ctx), which.entryId && isId(which.entryId) ? or(eq(importConflict.ownId, which.entryId), eq(importConflict.subjectId, which.entryId)) : undefined, which.runId && isId(which.runId) ? eq(importConflict.runId, which.runId) : undefined)
  const found = await open(ctx, more).limit(500)
  let answered = 0
  for (const { row: { id }, source } of found) {
    const [row] = await ctx.db.select().from(importConflict).where(and(eq(importConflict.municipalityId, ctx.scope.municipalityId), eq(importConflict.id, id), isNull(importConflict.choice))).for('update')
    if (!row) continue
    await settle(ctx, row, choice, me.id, source)
    answered++
  }
  return answered
}

/** Questions of a source that have answered themselves: somebody has written here what it says. */
export async function closeAgreed(ctx: Ctx, sourceId: string): Promise<void> {
  const found = await ctx.db.select().from(importConflict).where(and(eq(importConflict.municipalityId, ctx.scope.municipalityId), eq(importConflict.sourceId, sourceId), isNull(importConflict.choice))).limit(1000)
  const here = await allHere(ctx, found)
  const agreed = found.filter((row) => { const its = here.get(row.id); return !its || same(fieldsOf(row.what as What, its.facts)[row.field], row.there) }).map((row) => row.id)
  if (agreed.length > 0) await ctx.db.update(importConflict).set({ choice: 'here', chosenAt: ctx.now }).where(and(eq(importConflict.municipalityId, ctx.scope.municipalityId), inArray(importConflict.id, agreed), isNull(importConflict.choice)))
}
