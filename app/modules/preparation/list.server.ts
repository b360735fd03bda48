import { and, desc, eq, exists, inArray, sql } from 'drizzle-orm'
import type { Ctx } from '#core/context/context.server.ts'
import { isId } from '#core/context/ids.server.ts'
import { may } from '#core/permissions/permissions.ts'
import { inLanguage } from '#core/text/language.ts'
import { areasOf, topicFamily, topicsOf } from '#core/trail/facets.server.ts'
import { type Line, lineOf, selectLines } from '#core/trail/list.server.ts'
import { isPublic, subject } from '#core/trail/schema.server.ts'
import { openStages, publicStages, type Stage } from '#core/trail/stages.ts'
import type { Phase } from './matter.server.ts'
import { draftsOf } from './new.server.ts'
import { can } from './permissions.ts'
import { phase } from './schema.server.ts'

/** What the list is narrowed by: open to speak in now, a topic with its sub-topics, an area, a stage. */
export type Narrowed = { speak: boolean; topic: string | null; area: string | null; stage: Stage | null; page: number }
export type MatterLine = Line & { phase: Pick<Phase, 'name' | 'endsOn' | 'does'> | null }

/** Narrowing as an address says it; what is not understood is left out. */
export function readNarrowed(query: URLSearchParams): Narrowed {
  const topic = query.get('topic'), stage = query.get('stage')
  return {
    speak: query.get('speak') === '1', topic: isId(topic) ? topic : null, area: query.get('area')?.slice(0, 100) || null,
    stage: (publicStages as readonly string[]).includes(stage ?? '') ? stage as Stage : null, page: Math.min(1000, Math.max(1, Math.trunc(Number(query.get('page'))) || 1)),
  }
}
const onPage = 20

/** A page of public matters, those that moved last first, with what they can be narrowed by; for officials their own drafts too. */
export async function listMatters(ctx: Ctx, narrowed: Narrowed) {
  const here = ctx.scope.municipalityId
  const [topics, areas, drafts] = await Promise.all([topicsOf(ctx), areasOf(ctx), draftsOf(ctx)])
  const speaks = exists(ctx.db.select({ one: sql`1` }).from(phase).where(and(eq(phase.municipalityId, here), sql`${phase.matterId} = ${subject.id}`, eq(phase.state, 'open'), sql`'comment' = any(${phase.does})`)))
  const order = [desc(subject.movedAt), desc(subject.id)]
  // The page's ids come from an index alone; names are looked up for them only, however far the page is.
  const ids = ctx.db.select({ id: subject.id }).from(subject).where(and(
    eq(subject.municipalityId, here), isPublic, eq(subject.kind, 'matter'), narrowed.speak ? and(speaks, inArray(subject.stage, [...openStages])) : undefined,
    narrowed.topic ? inArray(subject.topicId, await topicFamily(ctx, narrowed.topic)) : undefined, narrowed.area ? eq(subject.area, narrowed.area) : undefined, narrowed.stage ? eq(subject.stage, narrowed.stage) : undefined,
  )).orderBy(...order).limit(onPage + 1).offset((narrowed.page - 1) * onPage)
  const rows = await selectLines(ctx.db).where(and(eq(subject.municipalityId, here), inArray(subject.id, ids))).orderBy(...order)
  const shown = rows.slice(0, onPage)
  const open = shown.length ? await ctx.db.select({ matterId: phase.matterId, name: phase.name, endsOn: phase.endsOn, does: phase.does }).from(phase).where(and(eq(phase.municipalityId, here), inArray(phase.matterId, shown.map((row) => row.id)), eq(phase.state, 'open'))) : []
  const lines: MatterLine[] = shown.map((row) => ({ ...lineOf(ctx, row), phase: open.find((each) => each.matterId === row.id) ?? null }))
  return { narrowed, lines, more: rows.length > onPage, topics, areas, drafts, mayBegin: may(ctx, can.begin) }
}

/** Public matters still under way, to choose from when something is linked to one: `{ id, title }`, the newest first. */
export async function mattersToLink(ctx: Ctx, limit = 100): Promise<{ id: string; title: string }[]> {
  const rows = await ctx.db.select({ id: subject.id, title: subject.title }).from(subject)
    .where(and(eq(subject.municipalityId, ctx.scope.municipalityId), isPublic, eq(subject.kind, 'matter'), inArray(subject.stage, [...openStages]))).orderBy(desc(subject.movedAt)).limit(limit)
  return rows.map((row) => ({ id: row.id, title: inLanguage(row.title, ctx.language) }))
}
