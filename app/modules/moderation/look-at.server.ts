import { createHash } from 'node:crypto'
import { and, eq, gt, isNotNull, isNull, lt, ne, sql } from 'drizzle-orm'
import { type Ctx, oneAtATime } from '#core/context/context.server.ts'
import { hasIdentityCode, linksIn, sameness } from './rules/marks.ts'
import { watchedWordIn } from './rules/words.ts'
import { type Reason, report, wording } from './schema.server.ts'
import { tellModerators } from './tell-moderators.server.ts'

export type Looked = { subjectId: string; commentId?: string | null; /** everything that will be public: title and text */ text: string }

/** The third same text within a day waits. */
const sameAllowed = 2
const day = 24 * 60 * 60_000

/**
 * Looks at a text that is about to be public, by rules that need no training: the municipality's watched words, more links
 * than it allows, a personal identity code, the same text sent again and again. `waits`: a report by rule is in the queue,
 * and the caller keeps the text hidden until a moderator has looked. Call it after the thing's own row is kept, in the same
 * transaction, when it is sent and when it is edited. What the municipality's own people say is not looked at.
 */
export async function lookAt(ctx: Ctx, its: Looked): Promise<'fine' | 'waits'> {
  const me = ctx.actor
  if (me.kind === 'person' && (me.units.length > 0 || me.moderator || me.admin || me.installationAdmin)) return 'fine'
  const found = await firstFinding(ctx, its)
  if (!found) return 'fine'
  const commentId = its.commentId ?? null
  const waiting = await ctx.db.select({ id: report.id }).from(report).where(and(
    eq(report.municipalityId, ctx.scope.municipalityId), eq(report.subjectId, its.subjectId), commentId ? eq(report.commentId, commentId) : isNull(report.commentId),
    isNotNull(report.byRule), isNull(report.settledAt)))
  if (waiting.length > 0) return 'waits'
  await tellModerators(ctx, { subjectId: its.subjectId, commentId, reason: found.reason })
  await ctx.db.insert(report).values({ ...ctx.scope, id: ctx.newId(), subjectId: its.subjectId, commentId, reason: found.reason, words: found.words, byRule: found.rule, at: ctx.now })
  return 'waits'
}

type Finding = { rule: 'watchedWord' | 'links' | 'identityCode' | 'repeated'; reason: Reason; words: string }

/** What a rule would stop in a text that has nowhere to wait, such as a line about oneself: then it is not taken at all. */
export function findingIn(ctx: Pick<Ctx, 'municipality'>, text: string): Finding | null {
  const { watchedWords, linksAllowed } = ctx.municipality.rules
  if (hasIdentityCode(text)) return { rule: 'identityCode', reason: 'personalData', words: '' }
  const word = watchedWordIn(text, watchedWords)
  if (word !== undefined) return { rule: 'watchedWord', reason: 'insult', words: word }
  const links = linksIn(text)
  return links > linksAllowed ? { rule: 'links', reason: 'spam', words: String(links) } : null
}

async function firstFinding(ctx: Ctx, { subjectId, commentId, text }: Looked): Promise<Finding | null> {
  const found = findingIn(ctx, text)
  if (found) return found
  const times = await timesSent(ctx, commentId ?? subjectId, sameness(text))
  return times > sameAllowed ? { rule: 'repeated', reason: 'spam', words: String(times) } : null
}

/** How many things have had this wording within a day, this one counted; remembers it. */
async function timesSent(ctx: Ctx, id: string, letters: string): Promise<number> {
  if (!letters) return 1
  const digest = createHash('sha256').update(letters).digest('base64url')
  await oneAtATime(ctx, `moderation wording ${digest}`)
  const its = eq(wording.municipalityId, ctx.scope.municipalityId)
  await ctx.db.delete(wording).where(and(its, lt(wording.at, new Date(ctx.now.getTime() - day)), ne(wording.id, id)))
  await ctx.db.insert(wording).values({ ...ctx.scope, id, digest, at: ctx.now }).onConflictDoUpdate({ target: [wording.municipalityId, wording.id], set: { digest, at: ctx.now } })
  const [row] = await ctx.db.select({ times: sql<number>`count(*)::int` }).from(wording).where(and(its, eq(wording.digest, digest), gt(wording.at, new Date(ctx.now.getTime() - day))))
  return row!.times
}
