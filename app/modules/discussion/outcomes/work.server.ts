import { and, asc, desc, eq, gt, isNotNull, isNull, lte, or, type SQL, sql } from 'drizzle-orm'
import type { Ctx } from '#core/context/context.server.ts'
import { isId } from '#core/context/ids.server.ts'
import { organisation, person } from '#core/identity/schema.server.ts'
import { allow } from '#core/permissions/permissions.ts'
import { subjectPath } from '#core/trail/kind.ts'
import type { Subject } from '#core/trail/subject.server.ts'
import { shortName } from '#core/trail/trail.server.ts'
import { partsOf } from '../parts.server.ts'
import { can } from '../permissions.ts'
import { comment, outcome } from '../schema.server.ts'
import { answeredShare, markedAtMost } from './mark.server.ts'

/** What an official's list of comments is narrowed by; each combination has an address. */
export type Narrowed = { show: 'waiting' | 'told' | 'all'; part: string; stance: string; theme: string; group: string; q: string; after: string }
const pageSize = 30

/** Reads an address; what is not understood is left out. */
export function readNarrowed(query: URLSearchParams): Narrowed {
  const get = (name: string) => (query.get(name) ?? '').trim().slice(0, 200)
  const show = get('show')
  const id = (name: string) => (isId(get(name)) || get(name) === 'none' ? get(name) : '')
  return { show: show === 'told' || show === 'all' ? show : 'waiting', part: id('part'), stance: ['for', 'against', 'neutral'].includes(get('stance')) ? get('stance') : '', theme: get('theme'), group: isId(get('group')) ? get('group') : '', q: get('q'), after: isId(get('after')) ? get('after') : '' }
}

/** A comment as an official works on it. `seen` is the word it has now. */
export type ToTell = {
  id: string; author: string; kind: 'person' | 'organisation' | 'guest'; stance: 'for' | 'against' | 'neutral'; text: string; quote: string | null; proposed: string | null; place: string | null; part: string | null
  reply: boolean; at: Date; path: string; word: { id: string; outcome: 'used' | 'partly' | 'not'; why: string; theme: string } | null
}
export type Group = { id: string; outcome: 'used' | 'partly' | 'not'; why: string; theme: string; count: number }
export type Work = { comments: ToTell[]; next: string | null; matching: number; /** the newest of those that match */ until: string; narrowed: Narrowed; groups: Group[]; themes: string[]; parts: { id: string; title: string }[]; share: { answered: number; total: number } }

/** The comments of a subject for those who tell what became of them, the oldest first, thirty a page. Throws SignInNeeded, Forbidden. */
export async function readWork(ctx: Ctx, subject: Subject, query: URLSearchParams): Promise<Work> {
  allow(ctx, can.tellOutcome, subject)
  const narrowed = readNarrowed(query)
  const where = narrowedTo(ctx, subject.id, narrowed)
  const parts = await partsOf(ctx, subject)
  const rows = await ctx.db.select({
    id: comment.id, parentId: comment.parentId, stance: comment.stance, text: comment.text, quote: comment.quote, proposed: comment.proposed, place: comment.placeName, partId: comment.partId, at: comment.at, byGuest: comment.byGuest, authorName: comment.authorName,
    person: person.name, organisation: organisation.name, wordId: outcome.id, outcome: outcome.outcome, why: outcome.why, theme: outcome.theme,
  }).from(comment)
    .leftJoin(person, and(eq(person.municipalityId, comment.municipalityId), eq(person.id, comment.authorPersonId)))
    .leftJoin(organisation, and(eq(organisation.municipalityId, comment.municipalityId), eq(organisation.id, comment.authorOrganisationId)))
    .leftJoin(outcome, and(eq(outcome.municipalityId, comment.municipalityId), eq(outcome.id, comment.outcomeId)))
    .where(and(where, narrowed.after ? gt(comment.id, narrowed.after) : undefined)).orderBy(asc(comment.id)).limit(pageSize + 1)
  const joined = and(eq(outcome.municipalityId, comment.municipalityId), eq(outcome.id, comment.outcomeId))
  const [counted] = await ctx.db.select({ of: sql<number>`count(*)::int` }).from(comment).leftJoin(outcome, joined).where(where)
  const [newest] = await ctx.db.select({ id: comment.id }).from(comment).leftJoin(outcome, joined).where(where).orderBy(desc(comment.id)).limit(1)
  const groups = await groupsOf(ctx, subject.id)
  const path = subjectPath(subject.kind, subject.id)
  return {
    comments: rows.slice(0, pageSize).map((row) => ({
      id: row.id, author: row.organisation ?? (row.person ? shortName(row.person) : row.authorName ?? ''), kind: row.organisation ? 'organisation' : row.byGuest ? 'guest' : 'person', stance: row.stance, text: row.text, quote: row.quote, proposed: row.proposed, place: row.place,
      part: row.partId && (parts.find((part) => part.id === row.partId)?.title ?? null), reply: row.parentId !== null, at: row.at, path: `${path}?thread=${row.id}#comment-${row.id}`,
      word: row.wordId ? { id: row.wordId, outcome: row.outcome!, why: row.why!, theme: row.theme! } : null,
    })),
    next: rows.length > pageSize ? rows[pageSize - 1]!.id : null, matching: counted!.of, until: newest?.id ?? '', narrowed, groups, themes: [...new Set(groups.map((group) => group.theme).filter(Boolean))].sort((a, b) => a.localeCompare(b, ctx.language)),
    parts: parts.map(({ id, title }) => ({ id, title })), share: await answeredShare(ctx, subject.id),
  }
}

/** The ids of all comments that the list has, on whatever page, for a word to all of them at once; up to `until`, for what has come since is not answered unread. */
export async function everyMatching(ctx: Ctx, subjectId: string, narrowed: Narrowed, until: string): Promise<{ id: string; seen: string }[]> {
  const rows = await ctx.db.select({ id: comment.id, outcomeId: comment.outcomeId }).from(comment).leftJoin(outcome, and(eq(outcome.municipalityId, comment.municipalityId), eq(outcome.id, comment.outcomeId)))
    .where(and(narrowedTo(ctx, subjectId, narrowed), lte(comment.id, until))).orderBy(asc(comment.id)).limit(markedAtMost)
  return rows.map((row) => ({ id: row.id, seen: row.outcomeId ?? '' }))
}

/** The words that stand, each with how many comments it has. */
export async function groupsOf(ctx: Ctx, subjectId: string): Promise<Group[]> {
  return ctx.db.select({ id: outcome.id, outcome: outcome.outcome, why: outcome.why, theme: outcome.theme, count: sql<number>`count(*)::int` }).from(outcome)
    .innerJoin(comment, and(eq(comment.municipalityId, outcome.municipalityId), eq(comment.outcomeId, outcome.id), isNull(comment.hiddenAt), isNull(comment.removedAt)))
    .where(and(eq(outcome.municipalityId, ctx.scope.municipalityId), eq(outcome.subjectId, subjectId))).groupBy(outcome.municipalityId, outcome.id).orderBy(asc(outcome.theme), asc(outcome.id))
}

function narrowedTo(ctx: Ctx, subjectId: string, its: Narrowed): SQL | undefined {
  const like = `%${its.q.replace(/[\\%_]/g, '\\$&')}%`
  return and(
    eq(comment.municipalityId, ctx.scope.municipalityId), eq(comment.subjectId, subjectId), isNull(comment.hiddenAt), isNull(comment.removedAt), isNull(comment.unitId),
    its.group ? eq(comment.outcomeId, its.group) : its.show === 'waiting' ? isNull(comment.outcomeId) : its.show === 'told' ? isNotNull(comment.outcomeId) : undefined,
    its.part === 'none' ? isNull(comment.partId) : its.part ? eq(comment.partId, its.part) : undefined, its.stance ? eq(comment.stance, its.stance as 'for') : undefined,
    its.theme && !its.group ? eq(outcome.theme, its.theme) : undefined,
    its.q ? or(sql`${comment.text} ilike ${like}`, sql`${comment.proposed} ilike ${like}`, sql`${comment.quote} ilike ${like}`, sql`${comment.placeName} ilike ${like}`) : undefined,
  )
}
