import { and, asc, eq, gt, inArray, isNull, sql } from 'drizzle-orm'
import type { Ctx } from '#core/context/context.server.ts'
import { record } from '#core/trail/record.server.ts'
import { inLanguage, type Translated } from '#core/text/language.ts'
import { entryVanished } from '../events.server.ts'
import { importRecord } from '../schema.server.ts'
import { brings, fieldsOf, same, type What } from './brought.ts'
import type { Bringing, Done } from './bring.server.ts'
import { thingsHere } from './here.server.ts'
import type { Seen } from './spool.server.ts'
import { markGone, writeThing } from './write.server.ts'

/** Keys of a source's things that it has not said now: of each kind, in the order of their keys. `known`: how many there were in all of places and services. */
export async function vanishing(ctx: Ctx, sourceId: string, seen: Seen): Promise<{ keys: Record<What, string[]>; gone: number; known: number }> {
  const keys: Record<What, string[]> = { place: [], service: [], channel: [], hours: [] }
  let known = 0
  for (const what of brings) {
    for (let after = ''; ;) {
      const rows = await ctx.db.select({ key: importRecord.key }).from(importRecord).where(and(eq(importRecord.municipalityId, ctx.scope.municipalityId), eq(importRecord.sourceId, sourceId), eq(importRecord.what, what), isNull(importRecord.vanishedAt), gt(importRecord.key, after))).orderBy(asc(importRecord.key)).limit(2000)
      if (rows.length === 0) break
      if (what === 'place' || what === 'service') known += rows.length
      for (const { key } of rows) if (!seen[what].has(key)) keys[what].push(key)
      after = rows.at(-1)!.key
    }
  }
  return { keys, gone: keys.place.length + keys.service.length, known }
}

/** More than a fifth, and more than this many, is not a night's change but a broken source. */
const few = 5, share = 0.2
/** Would this take away so much that an admin must see it first? */
export const tooMany = ({ gone, known }: { gone: number; known: number }): boolean => (gone > few && gone > share * known) || (known > 0 && gone === known)

/**
 * Takes out of use what its source no longer has: withdrawn, marked, told to its followers, never deleted. What another source
 * still has stays, and so does what somebody has hidden or ended here. Hours that were edited here stay as they are.
 */
export async function vanishSome(ctx: Ctx, run: Bringing, what: What, keys: string[]): Promise<Done> {
  const done: Done = { counts: {}, notes: [] }
  const m = ctx.scope.municipalityId
  const records = await ctx.db.select().from(importRecord).where(and(eq(importRecord.municipalityId, m), eq(importRecord.sourceId, run.source.id), eq(importRecord.what, what), inArray(importRecord.key, keys), isNull(importRecord.vanishedAt))).orderBy(asc(importRecord.key))
  const ids = records.map((each) => each.ownId)
  const here = await thingsHere(ctx, what, ids, { lock: run.write })
  const others = new Set(ids.length === 0 ? [] : (await ctx.db.select({ ownId: importRecord.ownId }).from(importRecord).where(and(eq(importRecord.municipalityId, m), eq(importRecord.what, what), inArray(importRecord.ownId, ids), sql`${importRecord.sourceId} <> ${run.source.id}::uuid`, isNull(importRecord.vanishedAt)))).map((row) => row.ownId))
  for (const its of records) {
    const thing = here.get(its.ownId)
    if (!thing || others.has(its.ownId)) continue
    const name = inLanguage(thing.facts.name as Translated | null, 'fi') || its.key
    if (what === 'hours') {
      if (run.write && same(its.facts.periods, fieldsOf('hours', thing.facts).periods)) await writeThing(ctx, 'hours', its.ownId, thing.facts, { periods: [] })
      continue
    }
    const gone = run.write ? await markGone(ctx, what, its.ownId, thing, true) : what === 'channel' ? !thing.gone : thing.visibility === 'public'
    if (!gone || (what === 'channel' && thing.facts.kind === 'place')) continue
    if (run.write && what !== 'channel') await record(ctx, entryVanished, { subjectId: its.ownId, data: { source: run.source.name } })
    done.counts.vanished = (done.counts.vanished ?? 0) + 1
    done.notes.push({ what: 'vanished', subjectId: thing.subjectId, name, detail: '' })
  }
  if (run.write && records.length > 0) await ctx.db.update(importRecord).set({ vanishedAt: ctx.now }).where(and(eq(importRecord.municipalityId, m), eq(importRecord.sourceId, run.source.id), eq(importRecord.what, what), inArray(importRecord.key, records.map((each) => each.key))))
  return done
}
