import { and, asc, eq, inArray, sql } from 'drizzle-orm'
import { z } from 'zod'
import type { Ctx } from '#core/context/context.server.ts'
import { isId } from '#core/context/ids.server.ts'
import { type Mended, NotFound, problems } from '#core/errors/errors.ts'
import { blank } from '#core/http/form-fields.ts'
import type { Person } from '#core/identity/actor.ts'
import { noticeToMany } from '#core/notices/notice.server.ts'
import { allow } from '#core/permissions/permissions.ts'
import { record } from '#core/trail/record.server.ts'
import { type Subject, subjectOf } from '#core/trail/subject.server.ts'
import { outcomeTold } from '../events.server.ts'
import { tellGuests } from '../guests.server.ts'
import { can } from '../permissions.ts'
import { comment, outcome, outcomeGiven } from '../schema.server.ts'

/** How many comments one word is given to at once. */
export const markedAtMost = 2000
/** An official's word on comments: what was done, and why; or the word that a group already has. */
export const wordInput = z.object({
  /** a group of the same subject that these comments join */ into: z.preprocess(blank, z.uuid().optional()),
  outcome: z.preprocess(blank, z.enum(['used', 'partly', 'not'], 'chooseOutcome').optional()),
  /** goes on from "was used, because …" */ why: z.string().trim().max(1000, 'tooLong').default(''),
  /** what the group is about */ theme: z.string().transform((text) => text.replace(/\s+/g, ' ').trim()).pipe(z.string().max(80, 'tooLong')).default(''),
}).refine((its) => its.into !== undefined || its.outcome !== undefined, { path: ['outcome'], message: 'chooseOutcome' })
  .refine((its) => its.into !== undefined || its.why !== '', { path: ['why'], message: 'required' })
/** `seen`: the word that each comment had when the official looked ('' for none), so that two officials do not speak over each other. */
export type Marking = z.input<typeof wordInput> & { commentIds: string[]; seen?: Record<string, string> }

/**
 * Says what became of comments. All of them, and nothing half done, get one word; a word given before stays to be read.
 * Each who spoke hears it once, guests by mail. What cannot be read any more, and what a unit said, is left out.
 * Returns `commentGone` when nothing is left and `markedMeanwhile` when another official gave a word to one of them after
 * `seen`. Throws NotFound, SignInNeeded, Forbidden.
 */
export async function markOutcome(ctx: Ctx, subjectId: string, input: Marking): Promise<{ outcomeId: string; comments: number } | Mended> {
  const subject = await subjectOf(ctx, subjectId)
  const me = allow(ctx, can.tellOutcome, subject)
  if (subject.visibility !== 'public' && subject.visibility !== 'withdrawn') throw new NotFound()
  const its = wordInput.parse(input)
  const ids = [...new Set(input.commentIds)].filter(isId).slice(0, markedAtMost)
  if (ids.length === 0) return problems({ ids: 'chooseComments' })
  // In the order of their ids, so that two officials wait for each other and do not lock each other out.
  const rows = await ctx.db.select({ id: comment.id, outcomeId: comment.outcomeId, personId: comment.authorPersonId, unitId: comment.unitId, hiddenAt: comment.hiddenAt, removedAt: comment.removedAt }).from(comment)
    .where(and(eq(comment.municipalityId, ctx.scope.municipalityId), eq(comment.subjectId, subjectId), inArray(comment.id, ids))).orderBy(asc(comment.id)).for('update')
  const readable = rows.filter((row) => !row.hiddenAt && !row.removedAt && !row.unitId)
  if (readable.length === 0) return problems({ ids: 'commentGone' })
  if (readable.some((row) => input.seen?.[row.id] !== undefined && input.seen[row.id] !== (row.outcomeId ?? ''))) return problems({ form: 'markedMeanwhile' })
  const word = await wordOf(ctx, me, subject, its)
  const moved = readable.filter((row) => row.outcomeId !== word.id)
  if (moved.length === 0) return { outcomeId: word.id, comments: 0 }
  const movedIds = moved.map((row) => row.id)
  await ctx.db.update(comment).set({ outcomeId: word.id }).where(and(eq(comment.municipalityId, ctx.scope.municipalityId), inArray(comment.id, movedIds)))
  await ctx.db.insert(outcomeGiven).values(movedIds.map((commentId) => ({ ...ctx.scope, id: ctx.newId(), commentId, outcomeId: word.id, at: ctx.now })))
    .onConflictDoUpdate({ target: [outcomeGiven.municipalityId, outcomeGiven.commentId, outcomeGiven.outcomeId], set: { id: sql`excluded.id`, at: ctx.now } })
  const data = { outcome: word.outcome, why: word.why, to: `/outcomes/${word.id}` }
  const eventId = await record(ctx, outcomeTold, { subjectId, data: { ...data, outcomeId: word.id }, ...(word.unitId ? { unitId: word.unitId } : {}) })
  const people = [...new Set(moved.flatMap((row) => (row.personId && row.personId !== me.id ? [row.personId] : [])))]
  await noticeToMany(ctx, people, { subjectId, eventId, kind: outcomeTold.kind, data })
  await tellGuests(ctx, movedIds, { outcomeId: word.id, outcome: word.outcome, why: word.why, title: subject.title })
  return { outcomeId: word.id, comments: moved.length }
}

/** The group that the comments join, or a new one. A word is never changed: another one is another row. */
async function wordOf(ctx: Ctx, me: Person, subject: Subject, its: z.output<typeof wordInput>) {
  if (its.into) {
    const [there] = await ctx.db.select().from(outcome).where(and(eq(outcome.municipalityId, ctx.scope.municipalityId), eq(outcome.id, its.into), eq(outcome.subjectId, subject.id)))
    if (!there) throw new NotFound()
    return there
  }
  const unitId = me.units.find((unit) => unit.id === subject.ownerUnitId)?.id ?? me.units[0]?.id ?? null
  const [made] = await ctx.db.insert(outcome).values({ ...ctx.scope, id: ctx.newId(), subjectId: subject.id, theme: its.theme, outcome: its.outcome!, why: its.why, byPersonId: me.id, unitId, at: ctx.now }).returning()
  return made!
}

/** How many of a subject's comments have been given a word. What a unit said itself waits for none. */
export async function answeredShare(ctx: Ctx, subjectId: string): Promise<{ answered: number; total: number }> {
  const { rows: [row] } = await ctx.db.execute<{ answered: number; total: number }>(sql`
    select count(*)::int as total, count(outcome_id)::int as answered from discussion.comment
    where municipality_id = ${ctx.scope.municipalityId} and subject_id = ${subjectId} and hidden_at is null and removed_at is null and unit_id is null`)
  return row ?? { answered: 0, total: 0 }
}
