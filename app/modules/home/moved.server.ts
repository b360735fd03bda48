import { and, desc, eq, sql } from 'drizzle-orm'
import type { Ctx } from '#core/context/context.server.ts'
import { once } from '#core/db/open.server.ts'
import { eventWords } from '#core/trail/event.ts'
import { kinds } from '#core/trail/kind.ts'
import { type Line, lineOf, selectLines } from '#core/trail/list.server.ts'
import { follow, isPublic, subject } from '#core/trail/schema.server.ts'

/** A subject and the last thing on its trail. */
export type Moved = Line & { last: { what: string; sentence: string | null; at: Date } | null }

const p = sql.placeholder
const followed = once((db) => selectLines(db)
  .innerJoin(follow, and(eq(follow.municipalityId, subject.municipalityId), eq(follow.subjectId, subject.id), eq(follow.personId, p('me'))))
  .where(and(eq(subject.municipalityId, p('m')), isPublic)).orderBy(desc(subject.movedAt)).limit(p('limit')).prepare('home_followed'))

/** What moved last of what I follow. */
export async function movedOfMine(ctx: Ctx, personId: string, count: number): Promise<Moved[]> {
  const rows = await followed(ctx.db).execute({ m: ctx.scope.municipalityId, me: personId, limit: count })
  return withLast(ctx, rows.map((row) => lineOf(ctx, row)))
}

/** The kinds that somebody owes an answer to. The others, such as what stands on an agenda, are told of on the day they come up. */
export const answeredKinds = (): string[] => [...kinds()].flatMap(([kind, its]) => (its.queued === false ? [] : [kind]))
/** Those of them that would hide the rest: of each one at most. No idea drowns among the potholes. */
export const everydayKinds = (): string[] => answeredKinds().filter((kind) => kinds().get(kind)?.everyday)

// Each kind's newest by its own index, and of those the newest: one query, however many kinds the house knows.
const moving = once((db) => selectLines(db).where(and(eq(subject.municipalityId, p('m')), isPublic, sql`${subject.id} in (
    select s.id from unnest(${p('kinds')}::text[]) as k(kind) cross join lateral (
      select id from trail.subject where municipality_id = ${p('m')} and visibility = 'public' and kind = k.kind order by moved_at desc, id desc limit case when k.kind = any(${p('everyday')}::text[]) then 1 else ${p('limit')}::int end) s)`))
  .orderBy(desc(subject.movedAt), desc(subject.id)).limit(p('limit')).prepare('home_moving'))

/** What moved last in the municipality, of every kind that somebody answers for. */
export async function movedHere(ctx: Ctx, count: number): Promise<Line[]> {
  const rows = await moving(ctx.db).execute({ m: ctx.scope.municipalityId, kinds: answeredKinds(), everyday: everydayKinds(), limit: count })
  return rows.map((row) => lineOf(ctx, row))
}

const lastOf = once((db) => db.select({ id: sql<string>`wanted.id`, kind: sql<string>`e.kind`, data: sql<Record<string, unknown>>`e.data`, sentence: sql<string | null>`e.sentence`, at: sql<Date | string>`e.at` })
  .from(sql`unnest(${p('ids')}::uuid[]) as wanted(id) cross join lateral (
    select kind, data, sentence, at from trail.event where municipality_id = ${p('m')} and subject_id = wanted.id and on_trail order by at desc limit 1) e`).prepare('home_last'))

/** Lines with the last thing on the trail of each, in one query. */
export async function withLast(ctx: Ctx, lines: Line[]): Promise<Moved[]> {
  if (lines.length === 0) return []
  const rows = await lastOf(ctx.db).execute({ m: ctx.scope.municipalityId, ids: lines.map((line) => line.id) })
  const byId = new Map(rows.map((row) => [row.id, row]))
  return lines.map((line) => {
    const row = byId.get(line.id)
    return { ...line, last: row ? { what: eventWords(row.kind, ctx.language, row.data), sentence: row.sentence, at: new Date(row.at) } : null }
  })
}
