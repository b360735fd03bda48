import { and, asc, count, desc, eq, gte, inArray, isNotNull, isNull, lt, lte, notInArray, or, type SQL, sql } from 'drizzle-orm'
import type { Ctx } from '#core/context/context.server.ts'
import { organisation, person, unit } from '#core/identity/schema.server.ts'
import { alias } from 'drizzle-orm/pg-core'
import { inLanguage, type Translated } from '#core/text/language.ts'
import { addLocalDays, wallClock } from '#core/time/local.ts'
import { isLate } from './due.server.ts'
import { kinds } from './kind.ts'
import { isHandled, subject } from './schema.server.ts'
import { openStages, type Stage } from './stages.ts'
import { shortName } from './trail.server.ts'

/** Parts of the queue that every kind of subject has. A module's own parts are given as the ids they have (`only`). */
const queueParts = ['all', 'late', 'week', 'unassigned', 'mine', 'unrouted'] as const
export type QueuePart = (typeof queueParts)[number]
export const queueSorts = ['due', 'supports', 'newest', 'moved'] as const
export type QueueSort = (typeof queueSorts)[number]

export type QueueFilters = {
  /** the units whose work it is */ units: string[]
  part?: QueuePart
  /** only these subjects, such as those with a draft */ only?: string[]
  kind?: string
  q?: string
  sort?: QueueSort
  /** late ones first, whatever the order */ lateFirst?: boolean
  page?: number
}
export type QueueRow = {
  id: string; kind: string; title: string; stage: Stage; author: string; place: string | null; supports: number; comments: number
  createdAt: Date; dueAt: Date | null; late: boolean; /** days past the due date, at least one when late */ daysLate: number
  answered: boolean; unitId: string | null; unit: string | null; ownerId: string | null; owner: string | null
}
const queuePage = 50

/**
 * What units have under way, by due date: the work list of officials, the same for every module that keeps its subject row.
 * What there is very much of has its own list and is not in this unless `kind` asks for it. Empty `units` have an empty queue; `part: 'unrouted'` is what no unit has yet. Public things and private ones; the caller decides who reads.
 */
export async function queueOf(ctx: Ctx, filters: QueueFilters): Promise<{ rows: QueueRow[]; total: number; page: number; pages: number }> {
  const where = and(whereOf(ctx, filters), partOf(ctx, filters.part ?? 'all', filters.units), filters.only ? oneOf(filters.only) : undefined, found(filters.q))
  const [counted] = await ctx.db.select({ total: count() }).from(subject).where(where)
  const total = counted!.total
  const pages = Math.max(1, Math.ceil(total / queuePage))
  const page = Math.min(Math.max(1, Math.trunc(filters.page ?? 1)), pages)
  const owner = alias(person, 'owner')
  const late = sql`${subject.dueAt} < ${ctx.now}`
  const order: Record<QueueSort, SQL[]> = {
    due: [asc(subject.dueAt)], supports: [desc(subject.supports), asc(subject.dueAt)], newest: [desc(subject.createdAt)], moved: [desc(subject.movedAt)],
  }
  const rows = await ctx.db.select({
    id: subject.id, kind: subject.kind, title: subject.title, stage: subject.stage, person: person.name, organisation: organisation.name, place: subject.placeName,
    supports: subject.supports, comments: subject.comments, createdAt: subject.createdAt, dueAt: subject.dueAt, answeredAt: subject.answeredAt,
    unitId: subject.ownerUnitId, unit: unit.name, ownerId: subject.ownerPersonId, owner: owner.name,
  }).from(subject)
    .leftJoin(person, and(eq(person.municipalityId, subject.municipalityId), eq(person.id, subject.authorPersonId)))
    .leftJoin(organisation, and(eq(organisation.municipalityId, subject.municipalityId), eq(organisation.id, subject.authorOrganisationId)))
    .leftJoin(unit, and(eq(unit.municipalityId, subject.municipalityId), eq(unit.id, subject.ownerUnitId)))
    .leftJoin(owner, and(eq(owner.municipalityId, subject.municipalityId), eq(owner.id, subject.ownerPersonId)))
    .where(where).orderBy(...(filters.lateFirst ? [sql`coalesce(${late}, false) desc`] : []), ...order[filters.sort ?? 'due'], asc(subject.id))
    .limit(queuePage).offset((page - 1) * queuePage)
  return {
    total, page, pages,
    rows: rows.map(({ person: name, organisation: its, answeredAt, unit: unitName, ...row }) => ({
      ...row, title: inLanguage(row.title, ctx.language), author: its ?? (name ? shortName(name) : ''), unit: unitName ? inLanguage(unitName as Translated, ctx.language) : null,
      answered: answeredAt !== null, late: isLate(row, ctx.now), daysLate: isLate(row, ctx.now) ? daysBetween(row.dueAt!, ctx.now) : 0,
    })),
  }
}

/** How many subjects each part of the queue has, and each of the caller's own, in one query. */
export async function queueCounts<K extends string = never>(ctx: Ctx, filters: Pick<QueueFilters, 'units' | 'kind'>, own: Record<K, string[]> = {} as Record<K, string[]>): Promise<Record<QueuePart | K, number>> {
  const counted = (which: SQL | undefined) => sql<number>`count(*) filter (where ${which ?? sql`true`})::int`
  const columns = Object.fromEntries([
    ...queueParts.map((part) => [part, counted(partOf(ctx, part, filters.units))]),
    ...Object.entries<string[]>(own).map(([name, ids]) => [name, counted(and(partOf(ctx, 'all', filters.units), oneOf(ids)))]),
  ]) as Record<QueuePart | K, SQL<number>>
  const [row] = await ctx.db.select(columns).from(subject).where(and(whereOf(ctx, filters), or(partOf(ctx, 'all', filters.units), isNull(subject.ownerUnitId))))
  return row as Record<QueuePart | K, number>
}

const oneOf = (ids: string[]): SQL => (ids.length ? inArray(subject.id, ids) : sql`false`)
const notQueued = () => [...kinds()].flatMap(([kind, its]) => (its.queued === false ? [kind] : []))
const whereOf = (ctx: Ctx, filters: Pick<QueueFilters, 'kind'>) => and(
  eq(subject.municipalityId, ctx.scope.municipalityId), isHandled, inArray(subject.stage, [...openStages]), notQueued().length ? notInArray(subject.kind, notQueued()) : undefined,
  filters.kind ? eq(subject.kind, filters.kind) : everyday().length ? notInArray(subject.kind, everyday()) : undefined,
)
/** Kinds of which there are so many that the rest would drown in one queue: they have a list of their own. */
const everyday = () => [...kinds()].flatMap(([kind, its]) => (its.everyday ? [kind] : []))

/** How much of the everyday kinds waits for these units in its own list, and how much of it is late. */
export async function everydayWaiting(ctx: Ctx, units: string[]): Promise<{ open: number; late: number }> {
  if (everyday().length === 0 || units.length === 0) return { open: 0, late: 0 }
  const [row] = await ctx.db.select({ open: count(), late: sql<number>`count(*) filter (where ${subject.dueAt} < ${ctx.now})::int` }).from(subject)
    .where(and(eq(subject.municipalityId, ctx.scope.municipalityId), isHandled, inArray(subject.stage, [...openStages]), inArray(subject.kind, everyday()), inArray(subject.ownerUnitId, units)))
  return row!
}
function partOf(ctx: Ctx, part: QueuePart, units: string[]): SQL | undefined {
  if (part === 'unrouted') return isNull(subject.ownerUnitId)
  const ours = units.length ? inArray(subject.ownerUnitId, units) : sql`false`
  if (part === 'late') return and(ours, lt(subject.dueAt, ctx.now))
  if (part === 'week') return and(ours, isNotNull(subject.dueAt), gte(subject.dueAt, ctx.now), lte(subject.dueAt, endOfWeek(ctx.now)))
  if (part === 'unassigned') return and(ours, isNull(subject.ownerPersonId))
  if (part === 'mine') return ctx.actor.kind === 'person' ? and(ours, eq(subject.ownerPersonId, ctx.actor.id)) : sql`false`
  return ours
}
function found(q: string | undefined): SQL | undefined {
  const text = q?.trim().slice(0, 100)
  if (!text) return undefined
  const like = `%${text.toLowerCase().replace(/[\\%_]/g, '\\$&')}%`
  return or(sql`${subject.search} @@ plainto_tsquery('finnish', ${text})`, sql`${subject.search} @@ plainto_tsquery('swedish', ${text})`, sql`${subject.search} @@ plainto_tsquery('english', ${text})`,
    sql`lower(coalesce(${subject.title}->>'fi', ${subject.title}->>'sv', ${subject.title}->>'en')) like ${like}`, sql`lower(${subject.placeName}) like ${like}`)
}

/** The last second of this week's Sunday, in Finland. */
export function endOfWeek(now: Date): Date {
  const weekday = new Date(`${wallClock(now).day}T00:00:00Z`).getUTCDay()
  return addLocalDays(now, (7 - weekday) % 7, { endOfDay: true })
}
/** Whole calendar days from one moment's day to another's, in Finland. */
export function daysBetween(from: Date, to: Date): number {
  return Math.round((Date.parse(wallClock(to).day) - Date.parse(wallClock(from).day)) / 86_400_000)
}
