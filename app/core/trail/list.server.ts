import { and, asc, desc, eq, isNotNull, isNull, lt, type SQL, sql } from 'drizzle-orm'
import type { Ctx } from '#core/context/context.server.ts'
import { isId } from '#core/context/ids.server.ts'
import { type Db } from '#core/db/open.server.ts'
import { organisation, person, unit } from '#core/identity/schema.server.ts'
import { inLanguage, type Language, otherLanguage, type Translated } from '#core/text/language.ts'
import { isLate } from './due.server.ts'
import { topicFamily } from './facets.server.ts'
import { namesAuthor } from './kind.ts'
import { isPublic, subject, topic } from './schema.server.ts'
import { isStage, openStages, type Stage } from './stages.ts'
import { shortName } from './trail.server.ts'

export const sorts = ['newest', 'supported', 'moving', 'unanswered'] as const
export type Sort = (typeof sorts)[number]

/** What a list is narrowed by; each combination has an address. `late` is what its owner has not said in time. */
export type Filters = { kind?: string; sort?: Sort; stage?: Stage; topic?: string; area?: string; unit?: string; late?: boolean; after?: string; limit?: number }

/** One line of a list, ready to show. */
export type Line = {
  id: string; kind: string; title: string; summary: string; stage: Stage; author: string; unit: string | null; topic: string | null; place: string | null
  supports: number; comments: number; createdAt: Date; movedAt: Date; dueAt: Date | null; late: boolean; answered: boolean; longitude: number | null; latitude: number | null
  /** of the title and summary, when another than the reader's */ lang: Language | undefined
}

const p = sql.placeholder
const order: Record<Sort, { by: SQL[]; after: SQL; cursor: (row: Row) => unknown }> = {
  newest: { by: [desc(subject.createdAt), desc(subject.id)], after: sql`(${subject.createdAt}, ${subject.id}) < (${p('at')}::timestamptz, ${p('id')}::uuid)`, cursor: (row) => row.createdAt.toISOString() },
  moving: { by: [desc(subject.movedAt), desc(subject.id)], after: sql`(${subject.movedAt}, ${subject.id}) < (${p('at')}::timestamptz, ${p('id')}::uuid)`, cursor: (row) => row.movedAt.toISOString() },
  supported: { by: [desc(subject.supports), desc(subject.id)], after: sql`(${subject.supports}, ${subject.id}) < (${p('at')}::int, ${p('id')}::uuid)`, cursor: (row) => row.supports },
  unanswered: { by: [asc(subject.createdAt), asc(subject.id)], after: sql`(${subject.createdAt}, ${subject.id}) > (${p('at')}::timestamptz, ${p('id')}::uuid)`, cursor: (row) => row.createdAt.toISOString() },
}
const lineColumns = {
  id: subject.id, kind: subject.kind, title: subject.title, summary: subject.summary, stage: subject.stage, supports: subject.supports, comments: subject.comments,
  createdAt: subject.createdAt, movedAt: subject.movedAt, dueAt: subject.dueAt, answeredAt: subject.answeredAt, placeName: subject.placeName, longitude: subject.longitude, latitude: subject.latitude,
  person: person.name, organisation: organisation.name, unit: unit.name, topic: topic.name,
}
type Row = Awaited<ReturnType<ReturnType<typeof build>['execute']>>[number]

/** The select of lines with their names, to which a caller adds its own where and order. */
export const selectLines = (db: Db) => db.select(lineColumns).from(subject)
  .leftJoin(person, and(eq(person.municipalityId, subject.municipalityId), eq(person.id, subject.authorPersonId)))
  .leftJoin(organisation, and(eq(organisation.municipalityId, subject.municipalityId), eq(organisation.id, subject.authorOrganisationId)))
  .leftJoin(unit, and(eq(unit.municipalityId, subject.municipalityId), eq(unit.id, subject.ownerUnitId)))
  .leftJoin(topic, and(eq(topic.municipalityId, subject.municipalityId), eq(topic.id, subject.topicId)))

/** A row of `selectLines` as a line in the reader's language. */
export function lineOf(ctx: Pick<Ctx, 'language' | 'now'>, row: Omit<Row, never>): Line {
  return {
    id: row.id, kind: row.kind, title: inLanguage(row.title, ctx.language), summary: row.summary, stage: row.stage,
    author: namesAuthor(row.kind) ? row.organisation ?? (row.person ? shortName(row.person) : '') : '',
    unit: row.unit ? inLanguage(row.unit as Translated, ctx.language) : null, topic: row.topic ? inLanguage(row.topic as Translated, ctx.language) : null, place: row.placeName,
    supports: row.supports, comments: row.comments, createdAt: row.createdAt, movedAt: row.movedAt, dueAt: row.dueAt,
    late: isLate(row, ctx.now), answered: row.answeredAt !== null, longitude: row.longitude, latitude: row.latitude, lang: otherLanguage(row.title, ctx.language),
  }
}

// One prepared statement per combination of sort and filters: a plan for each, none with an "or is null". What every list
// says is written out, not a parameter: only then may a plan made once use the indexes of what is public, and know that it ends soon.
const prepared = new WeakMap<Db, Map<string, ReturnType<typeof build>>>()
function build(db: Db, name: string, filters: Filters & { /** the topic has sub-topics */ topics?: boolean }, limit: number) {
  const sort = filters.sort ?? 'newest'
  return selectLines(db).where(and(
    eq(subject.municipalityId, p('m')), isPublic,
    filters.kind ? eq(subject.kind, p('kind')) : undefined,
    filters.stage ? eq(subject.stage, p('stage')) : undefined,
    filters.topic ? (filters.topics ? sql`${subject.topicId} = any(${p('topics')}::uuid[])` : eq(subject.topicId, p('topic'))) : undefined,
    filters.area ? eq(subject.area, p('area')) : undefined,
    filters.unit ? eq(subject.ownerUnitId, p('unit')) : undefined,
    filters.late ? lt(subject.dueAt, p('now')) : undefined,
    sort === 'unanswered' ? and(isNull(subject.answeredAt), isNotNull(subject.dueAt)) : undefined,
    filters.after ? order[sort].after : undefined,
  )).orderBy(...order[sort].by).limit(sql.raw(String(limit)) as unknown as number).prepare(name)
}

/** A page of public subjects. `next` is the cursor of the page after it, null at the end. */
export async function listSubjects(ctx: Ctx, filters: Filters): Promise<{ lines: Line[]; next: string | null }> {
  const sort = filters.sort ?? 'newest'
  const limit = Math.min(filters.limit ?? 20, 100)
  const cursor = readCursor(filters.after, sort)
  const topics = filters.topic ? await topicFamily(ctx, filters.topic) : []
  const several = topics.length > 1 // a plan of its own: most topics are one
  const key = ['trail_list', sort, several ? 'topics' : '', ...(['kind', 'stage', 'topic', 'area', 'unit', 'late'] as const).filter((name) => filters[name]), cursor ? 'after' : '', limit].join('_')
  let mine = prepared.get(ctx.db)
  if (!mine) prepared.set(ctx.db, (mine = new Map()))
  let statement = mine.get(key)
  if (!statement) mine.set(key, (statement = build(ctx.db, key, { ...filters, topics: several, ...(cursor ? {} : { after: '' }) }, limit + 1)))
  const rows = await statement.execute({ m: ctx.scope.municipalityId, kind: filters.kind, stage: filters.stage, topic: topics[0], topics, area: filters.area, unit: filters.unit, now: ctx.now, ...cursor })
  const shown = rows.slice(0, limit)
  const last = shown.at(-1)
  return { lines: shown.map((row) => lineOf(ctx, row)), next: rows.length > limit && last ? `${order[sort].cursor(last)}~${last.id}` : null }
}
/** Where a page goes on, when it is of this order: what comes from an address must not reach the database as another type. */
function readCursor(after: string | undefined, sort: Sort): { at: string; id: string } | null {
  const [at, id] = after?.split('~') ?? []
  return at && isId(id) && (sort === 'supported' ? /^\d{1,9}$/.test(at) : /^(?!0000)\d{4}-\d\d-\d\dT[\d:.]+Z$/.test(at) && !Number.isNaN(Date.parse(at))) ? { at, id } : null
}

/** Filters from an address's query; what is not understood is left out. */
export function readFilters(query: URLSearchParams): Filters {
  const get = (name: string) => query.get(name) || undefined
  const sort = get('sort'), stage = get('stage'), topicId = get('topic'), unitId = get('unit'), area = get('area'), after = get('after')
  return {
    ...(sorts.includes(sort as Sort) ? { sort: sort as Sort } : {}),
    ...(isStage(stage) && stage !== 'waiting' ? { stage } : {}),
    ...(isId(topicId) ? { topic: topicId } : {}), ...(isId(unitId) ? { unit: unitId } : {}),
    ...(area ? { area: area.slice(0, 100) } : {}), ...(get('late') ? { late: true } : {}), ...(after ? { after } : {}),
  }
}
/** Is the subject still under way? */
export const isOpen = (stage: Stage): boolean => (openStages as readonly Stage[]).includes(stage)
