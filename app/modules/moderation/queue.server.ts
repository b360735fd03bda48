import { and, desc, eq, isNull, isNotNull, lt, or, sql, type SQL } from 'drizzle-orm'
import type { Ctx } from '#core/context/context.server.ts'
import { isId } from '#core/context/ids.server.ts'
import { person } from '#core/identity/schema.server.ts'
import { allow } from '#core/permissions/permissions.ts'
import { lookedAt, type Thing } from '#core/trail/hideable.ts'
import { subject } from '#core/trail/schema.server.ts'
import { inLanguage } from '#core/text/language.ts'
import { shortName } from '#core/trail/trail.server.ts'
import { maySettle } from './appeal.server.ts'
import { can } from './permissions.ts'
import { type Act, decision, type Reason, reasons, report } from './schema.server.ts'
import { ofThing, seeThing } from './thing.server.ts'

export type Search = { q?: string; reason?: Reason; after?: string }
const pageSize = 20

/** Reads the search of a moderators' list from its address. */
export function readSearch(query: URLSearchParams): Search {
  const q = query.get('q')?.trim().slice(0, 100), reason = query.get('reason') as Reason, after = query.get('after')
  return { ...(q ? { q } : {}), ...(reasons.includes(reason) ? { reason } : {}), ...(after && readCursor(after) ? { after } : {}) }
}
function readCursor(after: string | undefined): { at: string; id: string } | null {
  const [at, id] = after?.split('~') ?? []
  return at && isId(id) && /^\d{4}-\d\d-\d\dT[\d:.]+Z$/.test(at) && !Number.isNaN(Date.parse(at)) ? { at, id } : null
}
const like = (q: string) => `%${q.replace(/[\\%_]/g, '\\$&')}%`
const aboutWords = (q: string, ...more: SQL[]) => or(sql`${subject.title}::text ilike ${like(q)}`, sql`${subject.summary} ilike ${like(q)}`, ...more)

/** One thing that waits for a moderator, with who asked and why. */
export type Waiting = { thing: Thing; isComment: boolean; title: string; text: string | null; path: string | null; held: boolean; count: number; since: Date; why: { reason: Reason; times: number }[] }

/** Things with open reports, the one that has waited longest first. Moderators and admins only. */
export async function listQueue(ctx: Ctx, search: Search = {}): Promise<{ waiting: Waiting[]; next: string | null; total: number }> {
  allow(ctx, can.moderate)
  const cursor = readCursor(search.after)
  const grouped = ctx.db.select({
    subjectId: report.subjectId, commentId: report.commentId, since: sql<Date>`min(${report.at})`.mapWith(report.at).as('since'), count: sql<number>`count(*)::int`.as('count'),
    reasons: sql<Reason[]>`array_agg(${report.reason})`.as('reasons'), key: sql<string>`coalesce(${report.commentId}, ${report.subjectId})`.as('key'),
    words: sql<string>`string_agg(${report.words}, ' ')`.as('words'),
  }).from(report).where(and(eq(report.municipalityId, ctx.scope.municipalityId), isNull(report.settledAt)))
    .groupBy(report.subjectId, report.commentId).as('grouped')
  const matches = and(
    search.q ? aboutWords(search.q, sql`${grouped.words} ilike ${like(search.q)}`) : undefined,
    search.reason ? sql`${search.reason} = any(${grouped.reasons})` : undefined)
  const from = ctx.db.select({
    subjectId: grouped.subjectId, commentId: grouped.commentId, since: grouped.since, count: grouped.count, reasons: grouped.reasons, key: grouped.key,
    kind: subject.kind, title: subject.title, total: sql<number>`count(*) over ()::int`,
  }).from(grouped).innerJoin(subject, and(eq(subject.municipalityId, ctx.scope.municipalityId), eq(subject.id, grouped.subjectId)))
  const rows = await from.where(and(matches, cursor ? sql`(date_trunc('milliseconds', ${grouped.since}), ${grouped.key}) > (${cursor.at}::timestamptz, ${cursor.id}::uuid)` : undefined))
    .orderBy(sql`date_trunc('milliseconds', ${grouped.since})`, grouped.key).limit(pageSize + 1)
  const shown = rows.slice(0, pageSize)
  const waiting = await Promise.all(shown.map(async (row): Promise<Waiting> => {
    const thing = { subjectId: row.subjectId, commentId: row.commentId }
    const { looked, of } = (await lookedAt(ctx, thing, row.kind)) ?? {}
    return {
      thing, isComment: of === 'comment', title: looked?.title ?? inLanguage(row.title, ctx.language), text: looked?.text ?? null, path: looked?.path ?? null, held: looked?.hidden ?? false, count: row.count, since: row.since,
      why: reasons.map((reason) => ({ reason, times: row.reasons.filter((each) => each === reason).length })).filter((each) => each.times > 0),
    }
  }))
  const last = shown.at(-1)
  return { waiting, next: rows.length > pageSize && last ? `${last.since.toISOString()}~${last.key}` : null, total: rows[0]?.total ?? 0 }
}

export type Logged = { id: string; thing: Thing; isComment: boolean; title: string; act: Act; reason: Reason; explanation: string; by: string; at: Date; appeal: string | null; appealedAt: Date | null; appealSettledAt: Date | null }

/** The log of moderation, newest first; or the appeals that wait, oldest first. Moderators and admins only. */
export async function listDecisions(ctx: Ctx, search: Search & { appeals?: boolean } = {}): Promise<{ decisions: Logged[]; next: string | null }> {
  allow(ctx, can.moderate)
  const cursor = readCursor(search.after)
  const at = search.appeals ? decision.appealedAt : decision.at
  const ordered = sql`(date_trunc('milliseconds', ${at}), ${decision.id})`
  const rows = await ctx.db.select({ ...loggedColumns }).from(decision)
    .innerJoin(subject, and(eq(subject.municipalityId, decision.municipalityId), eq(subject.id, decision.subjectId)))
    .leftJoin(person, and(eq(person.municipalityId, decision.municipalityId), eq(person.id, decision.byPersonId)))
    .where(and(
      eq(decision.municipalityId, ctx.scope.municipalityId),
      search.appeals ? and(isNotNull(decision.appealedAt), isNull(decision.appealSettledAt)) : undefined,
      search.reason ? eq(decision.reason, search.reason) : undefined,
      search.q ? aboutWords(search.q, sql`${decision.explanation} ilike ${like(search.q)}`, sql`${decision.appeal} ilike ${like(search.q)}`) : undefined,
      cursor && search.appeals ? sql`${ordered} > (${cursor.at}::timestamptz, ${cursor.id}::uuid)` : undefined,
      cursor && !search.appeals ? and(lt(decision.at, new Date(Date.parse(cursor.at) + 1)), sql`${ordered} < (${cursor.at}::timestamptz, ${cursor.id}::uuid)`) : undefined))
    .orderBy(...(search.appeals ? [sql`date_trunc('milliseconds', ${at})`, decision.id] : [desc(sql`date_trunc('milliseconds', ${at})`), desc(decision.id)])).limit(pageSize + 1)
  const shown = rows.slice(0, pageSize)
  const last = shown.at(-1)
  return { decisions: await Promise.all(shown.map((row) => loggedOf(ctx, row))), next: rows.length > pageSize && last ? `${(search.appeals ? last.appealedAt! : last.at).toISOString()}~${last.id}` : null }
}

/** Everything a moderator needs of one thing: its text, its open reports, what was decided before. Throws NotFound. */
export async function showThing(ctx: Ctx, thing: Thing) {
  allow(ctx, can.moderate)
  const { looked, of, hiddenByDecision, standing, subject: its } = await seeThing(ctx, thing)
  const reports = await ctx.db.select({ id: report.id, reason: report.reason, words: report.words, byRule: report.byRule, by: person.name, at: report.at }).from(report)
    .leftJoin(person, and(eq(person.municipalityId, report.municipalityId), eq(person.id, report.byPersonId)))
    .where(and(ofThing(ctx, thing, report), isNull(report.settledAt))).orderBy(report.at, report.id).limit(100)
  const before = await ctx.db.select(loggedColumns).from(decision)
    .innerJoin(subject, and(eq(subject.municipalityId, decision.municipalityId), eq(subject.id, decision.subjectId)))
    .leftJoin(person, and(eq(person.municipalityId, decision.municipalityId), eq(person.id, decision.byPersonId)))
    .where(ofThing(ctx, thing, decision)).orderBy(desc(decision.at), desc(decision.id)).limit(20)
  const appeal = standing && standing.appeal !== null && standing.appealSettledAt === null ? { decisionId: standing.id, words: standing.appeal, at: standing.appealedAt!, maySettle: await maySettle(ctx, standing.byPersonId) } : null
  return {
    thing, title: looked.title, text: looked.text, path: looked.path, isComment: of === 'comment', onWhat: inLanguage(its.title, ctx.language),
    hiddenByDecision, held: looked.hidden && !hiddenByDecision && reports.length > 0, reports, before: await Promise.all(before.map((row) => loggedOf(ctx, row))), appeal,
    mayKeep: reports.length > 0, mayHide: !hiddenByDecision, mayRestore: hiddenByDecision,
  }
}

const loggedColumns = {
  id: decision.id, subjectId: decision.subjectId, commentId: decision.commentId, act: decision.act, reason: decision.reason, explanation: decision.explanation, at: decision.at,
  appeal: decision.appeal, appealedAt: decision.appealedAt, appealSettledAt: decision.appealSettledAt, kind: subject.kind, title: subject.title, by: person.name,
}
async function loggedOf(ctx: Ctx, { subjectId, commentId, kind, title, by, ...row }: Omit<Logged, 'thing' | 'isComment' | 'title' | 'by'> & { kind: string; subjectId: string; commentId: string | null; title: typeof subject.$inferSelect['title']; by: string | null }): Promise<Logged> {
  const isComment = commentId !== null && (await lookedAt(ctx, { subjectId, commentId }, kind))?.of !== 'video'
  return { ...row, thing: { subjectId, commentId }, isComment, title: inLanguage(title, ctx.language), by: by ? shortName(by) : '' }
}
