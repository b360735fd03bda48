import { and, asc, desc, eq, isNull, ne, or, type SQL, sql } from 'drizzle-orm'
import type { Ctx } from '#core/context/context.server.ts'
import { isId } from '#core/context/ids.server.ts'
import { type Db, once } from '#core/db/open.server.ts'
import { organisation, person, unit } from '#core/identity/schema.server.ts'
import { may } from '#core/permissions/permissions.ts'
import { inLanguage, type Translated } from '#core/text/language.ts'
import { subject } from '#core/trail/schema.server.ts'
import { shortName } from '#core/trail/trail.server.ts'
import { can } from './permissions.ts'
import type { Outcome } from './outcomes/word.server.ts'
import { comment, outcome } from './schema.server.ts'

export type Stance = 'for' | 'against' | 'neutral'
/** One comment, ready to show. `text` is null when the reader may not see it. */
export type Said = {
  id: string; parentId: string | null; author: string; unit: string | null; organisation: boolean; starter: boolean
  stance: Stance; text: string | null; state: 'shown' | 'removed' | 'hidden' | 'waits'; at: Date; edited: boolean
  mine: boolean; replies: number; children: Said[]; moreReplies: boolean
  /** said without an account */ guest: boolean
  /** the part of the subject it is about, the passage, and what should stand there instead */ part: string | null; quote: string | null; proposed: string | null
  /** a mark on the map; without a point only the place in words */ mark: { longitude: number | null; latitude: number | null; place: string | null } | null
  /** what became of it */ outcome: { id: string; outcome: Outcome; why: string } | null
  /** said in another municipality of a joint matter, and its page, where one answers it */ elsewhere?: { municipality: string; to: string }
}
export type Order = 'newest' | 'oldest'

export const pageSize = 20
export const repliesShown = 3
const threadSize = 50
const nobody = '00000000-0000-0000-0000-000000000000'

const p = sql.placeholder
/** A limit that the planner sees. */
const exactly = (count: number) => sql.raw(String(count)) as unknown as number
const columns = {
  id: comment.id, parentId: comment.parentId, subjectId: comment.subjectId, stance: comment.stance, text: comment.text, at: comment.at, editedAt: comment.editedAt, removedAt: comment.removedAt, hiddenAt: comment.hiddenAt, replies: comment.replies,
  authorPersonId: comment.authorPersonId, authorOrganisationId: comment.authorOrganisationId, /** imported: a name without an account */ authorName: comment.authorName,
  person: sql<string | null>`${person.name}`.as('person'), organisation: sql<string | null>`${organisation.name}`.as('organisation'), unit: sql<Translated | null>`${unit.name}`.as('unit'),
  partId: comment.partId, quote: comment.quote, proposed: comment.proposed, longitude: comment.longitude, latitude: comment.latitude, placeName: comment.placeName, byGuest: comment.byGuest,
  outcomeId: sql<string | null>`${outcome.id}`.as('outcome_id'), outcome: sql<Outcome | null>`${outcome.outcome}`.as('outcome'), why: sql<string | null>`${outcome.why}`.as('why'),
  starter: sql<boolean>`case when ${subject.authorOrganisationId} is not null then ${comment.authorOrganisationId} is not distinct from ${subject.authorOrganisationId} else ${comment.authorOrganisationId} is null and ${comment.authorPersonId} = ${subject.authorPersonId} end`.as('starter'),
}
const read = (db: Db) => db.select(columns).from(comment)
  .innerJoin(subject, and(eq(subject.municipalityId, comment.municipalityId), eq(subject.id, comment.subjectId)))
  .leftJoin(person, and(eq(person.municipalityId, comment.municipalityId), eq(person.id, comment.authorPersonId)))
  .leftJoin(organisation, and(eq(organisation.municipalityId, comment.municipalityId), eq(organisation.id, comment.authorOrganisationId)))
  .leftJoin(unit, and(eq(unit.municipalityId, comment.municipalityId), eq(unit.id, comment.unitId)))
  .leftJoin(outcome, and(eq(outcome.municipalityId, comment.municipalityId), eq(outcome.id, comment.outcomeId)))

// What a rule holds back at sending waits for a moderator: until then only its writer and the moderators know of it.
const known = or(isNull(comment.hiddenAt), ne(comment.hiddenAt, sql`coalesce(${comment.editedAt}, ${comment.at})`), eq(comment.authorPersonId, p('me')), sql`${p('all')}::boolean`)
const shownOnTop = and(known, sql`(${comment.removedAt} is null or ${comment.replies} > 0)`)
const here = eq(comment.municipalityId, p('m'))

const top = (order: Order, after: boolean, ofPart = false) => once((db) => read(db)
  .where(and(here, eq(comment.subjectId, p('subject')), isNull(comment.parentId), shownOnTop, ofPart ? eq(comment.partId, p('part')) : undefined,
    after ? sql`(${comment.at}, ${comment.id}) ${order === 'newest' ? sql`<` : sql`>`} (${p('at')}::timestamptz, ${p('id')}::uuid)` : undefined))
  .orderBy(...(order === 'newest' ? [desc(comment.at), desc(comment.id)] : [asc(comment.at), asc(comment.id)]))
  .limit(exactly(pageSize + 1)).prepare(`discussion_${order}${after ? '_after' : ''}${ofPart ? '_part' : ''}`))
const allOf = (ofPart: boolean) => ({ newest: top('newest', false, ofPart), newestAfter: top('newest', true, ofPart), oldest: top('oldest', false, ofPart), oldestAfter: top('oldest', true, ofPart) })
const tops = { whole: allOf(false), part: allOf(true) }

/** The first replies of each of the given comments, one small index scan a comment. */
const firstReplies = once((db) => {
  const first = read(db).where(and(here, eq(comment.parentId, sql`top.id`), known, isNull(comment.removedAt))).orderBy(asc(comment.at), asc(comment.id)).limit(exactly(repliesShown + 1)).as('first')
  const names = Object.fromEntries(Object.keys(columns).map((name) => [name, first[name as keyof typeof first]])) as unknown as { [K in keyof typeof columns]: SQL<Row[K]> }
  return db.select(names).from(sql`unnest(${p('ids')}::uuid[]) top(id)`).crossJoinLateral(first).prepare('discussion_first_replies')
})
const thread = (after: boolean) => once((db) => read(db)
  .where(and(here, eq(comment.parentId, p('parent')), known, isNull(comment.removedAt), after ? sql`(${comment.at}, ${comment.id}) >= (${p('at')}::timestamptz, ${p('id')}::uuid)` : undefined))
  .orderBy(asc(comment.at), asc(comment.id)).limit(exactly(threadSize + 1)).prepare(`discussion_thread${after ? '_after' : ''}`))
const threads = { start: thread(false), after: thread(true) }
const one = once((db) => read(db).where(and(here, eq(comment.id, p('id')))).prepare('discussion_one'))

export type Row = Awaited<ReturnType<ReturnType<typeof one>['execute']>>[number]

/** A row as the asker may see it. */
export function said(ctx: Ctx, row: Row): Said {
  const waits = row.hiddenAt !== null && row.hiddenAt.getTime() === (row.editedAt ?? row.at).getTime()
  const state = row.removedAt ? 'removed' : waits ? 'waits' : row.hiddenAt ? 'hidden' : 'shown'
  const sees = state === 'shown' || (state !== 'removed' && may(ctx, can.seeHidden, row))
  return {
    id: row.id, parentId: row.parentId, organisation: row.authorOrganisationId !== null, starter: row.starter === true,
    author: row.organisation ?? (row.person ? (row.unit ? row.person : shortName(row.person)) : row.authorName ?? ''), unit: row.unit ? inLanguage(row.unit, ctx.language) : null,
    stance: row.stance, text: sees ? row.text : null, state, at: row.at, edited: row.editedAt !== null,
    mine: may(ctx, can.edit, row), replies: row.replies, children: [], moreReplies: false, guest: row.byGuest,
    part: row.partId, quote: sees ? row.quote : null, proposed: sees ? row.proposed : null,
    mark: sees && (row.longitude !== null || row.placeName) ? { longitude: row.longitude, latitude: row.latitude, place: row.placeName } : null,
    outcome: sees && row.outcomeId ? { id: row.outcomeId, outcome: row.outcome!, why: row.why! } : null,
  }
}
const who = (ctx: Ctx) => ({ m: ctx.scope.municipalityId, me: ctx.actor.kind === 'person' ? ctx.actor.id : nobody, all: may(ctx, can.seeHidden, {}) })

/**
 * A page of the first-level comments of a subject, each with its first three replies. `next` is the cursor of the page
 * after it; pages stay the same when new comments arrive. Two queries, whatever the length of the discussion.
 */
export async function listComments(ctx: Ctx, subjectId: string, options: { sort?: Order; after?: string | undefined; /** only those about one part */ part?: string } = {}): Promise<{ comments: Said[]; next: string | null }> {
  const sort = options.sort ?? 'newest'
  const cursor = readCursor(options.after)
  const rows = await tops[options.part ? 'part' : 'whole'][cursor ? `${sort}After` as const : sort](ctx.db).execute({ ...who(ctx), subject: subjectId, part: options.part, ...cursor })
  const shown = rows.slice(0, pageSize)
  const last = shown.at(-1)
  const parents = shown.map((row) => row.id)
  const children = parents.length ? (await firstReplies(ctx.db).execute({ ...who(ctx), ids: parents })) as Row[] : []
  return { comments: shown.map((row) => withReplies(ctx, row, children.filter((child) => child.parentId === row.id), repliesShown)), next: rows.length > pageSize && last ? cursorOf(last) : null }
}

/** One thread whole, or fifty of its replies from the one given; null when there is no such comment on the subject. */
export async function threadOf(ctx: Ctx, subjectId: string, commentId: string, from?: string): Promise<{ comment: Said; next: string | null } | null> {
  const asked = await rowOf(ctx, commentId)
  if (asked?.subjectId !== subjectId) return null
  const head = asked.parentId ? (await rowOf(ctx, asked.parentId))! : asked
  const start = readCursor(from)
  let rows = await (start ? threads.after : threads.start)(ctx.db).execute({ ...who(ctx), parent: head.id, ...start })
  // A link to a late reply opens the thread where that reply is.
  if (asked.parentId && !start && !rows.some((row) => row.id === asked.id)) rows = await threads.after(ctx.db).execute({ ...who(ctx), parent: head.id, at: asked.at.toISOString(), id: asked.id })
  const over = rows[threadSize]
  return { comment: withReplies(ctx, head, rows, threadSize), next: over ? cursorOf(over) : null }
}

/** The row of one comment; undefined when there is none, or it waits and is not the asker's to see. */
export async function rowOf(ctx: Ctx, commentId: string): Promise<Row | undefined> {
  if (!isId(commentId)) return undefined
  const [row] = await one(ctx.db).execute({ m: ctx.scope.municipalityId, id: commentId })
  return row && said(ctx, row).state === 'waits' && !may(ctx, can.seeHidden, row) ? undefined : row
}

function withReplies(ctx: Ctx, row: Row, replies: Row[], most: number): Said {
  return { ...said(ctx, row), children: replies.slice(0, most).map((reply) => said(ctx, reply)), moreReplies: replies.length > most }
}
export const cursorOf = (row: { at: Date; id: string }) => `${row.at.toISOString()}~${row.id}`
export function readCursor(after: string | undefined): { at: string; id: string } | null {
  const [at, id] = after?.split('~') ?? []
  return at && isId(id) && /^[\dT:.Z-]+$/.test(at) && !Number.isNaN(Date.parse(at)) ? { at, id } : null
}
