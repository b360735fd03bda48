import { and, eq, inArray } from 'drizzle-orm'
import { type Ctx } from '#core/context/context.server.ts'
import { uuidAt } from '#core/context/ids.server.ts'
import { insertMany } from '#core/db/insert-many.server.ts'
import { shareAll, type StoredPicture } from '#core/files/pictures.server.ts'
import { inLanguage } from '#core/text/language.ts'
import type { Located } from '#core/geo/locate.server.ts'
import { addLocalDays } from '#core/time/local.ts'
import { follow } from '#core/trail/schema.server.ts'
import { type Recorded, recordQuietly } from '#core/trail/record.server.ts'
import { keepSubjects } from '#core/trail/subject.server.ts'
import { movedTo, reportSent, saidFixed } from './events.server.ts'
import { reportReference, titleOf } from './keep-report.server.ts'
import { category, fixed, meToo, report, sender } from './schema.server.ts'
import { raisedPriority, type ReportState, stateRules } from './states.ts'

type Shared = Pick<StoredPicture, 'id' | 'width' | 'height' | 'bytes'> & { description: string }
/** A report that happened before: where it was, who sent it, each state it came to, and what its sender said of it in the end. */
export type PastReport = {
  categoryId: string; text: string; located: Located; address?: string; sentAt: Date; personId: string | null; meToos: number; pictures: Shared[]
  steps: { state: Exclude<ReportState, 'merged' | 'elsewhere'>; at: Date; sentence?: string; pictures?: Shared[]; data?: Record<string, unknown> }[]
  fixed?: { answer: 'yes' | 'no' | 'dontKnow'; at: Date }
}

/**
 * Keeps reports with their whole past, many at once: what a municipality brings from an earlier system, or a demonstration
 * tells. Their trails are whole and nobody is told of them. Order does not matter. Returns their ids in the given order.
 * Trusted: for programs of the house, not for requests; steps must follow `states.ts` (the database refuses a state that is not whole).
 */
export async function keepHistory(ctx: Ctx, past: PastReport[]): Promise<string[]> {
  const sorts = new Map((await ctx.db.select().from(category).where(and(eq(category.municipalityId, ctx.scope.municipalityId), inArray(category.id, [...new Set(past.map((its) => its.categoryId))])))).map((row) => [row.id, row]))
  const made = past.map((its) => {
    const sort = sorts.get(its.categoryId)!, steps = its.steps.toSorted((a, b) => a.at.getTime() - b.at.getTime()), last = steps.at(-1)
    const state = last?.state ?? 'received', moved = [...steps.map((step) => step.at), ...(its.fixed ? [its.fixed.at] : []), its.sentAt].sort((a, b) => a.getTime() - b.getTime()).at(-1)!
    return { ...its, id: uuidAt(its.sentAt), sort, steps, last, state, moved, open: stateRules[state].open, handled: steps.find((step) => step.state !== 'received')?.at ?? null, private: sort.private }
  })
  await keepSubjects(ctx, made.map((its) => ({
    id: its.id, kind: 'report', language: ctx.language, text: its.text, title: its.private ? its.sort.name ?? {} : { [ctx.language]: titleOf(its.text, inLanguage(its.sort.name, ctx.language)) },
    stage: stateRules[its.state].stage, visibility: its.private ? 'private' as const : 'public' as const, ...its.located, authorPersonId: its.personId, ownerUnitId: its.sort.unitId, topicId: its.sort.topicId,
    dueAt: its.open ? addLocalDays(its.sentAt, its.sort.promisedDays, { endOfDay: true }) : null, answeredAt: its.handled, createdAt: its.sentAt, movedAt: its.moved,
  })))
  await inParts(made, (some) => insertMany(ctx.db, report, some.map((its) => ({
    ...ctx.scope, id: its.id, reference: reportReference(its.id), categoryId: its.categoryId, text: its.text, address: its.address ?? null, state: its.state, stateSince: its.last?.at ?? its.sentAt, handledAt: its.handled,
    closedAt: its.open ? null : its.last!.at, priority: raisedPriority(its.sort.priority, its.meToos), sentAt: its.sentAt,
  }))))
  await inParts(made, (some) => insertMany(ctx.db, sender, some.map((its) => ({ ...ctx.scope, reportId: its.id, personId: its.personId, language: ctx.language }))))
  await inParts(made.flatMap((its) => Array.from({ length: its.meToos }, (_, n) => ({ ...ctx.scope, reportId: its.id, who: `earlier ${n}`, at: its.sentAt }))), (some) => insertMany(ctx.db, meToo, some))
  await inParts(made.flatMap((its) => (its.personId ? [{ ...ctx.scope, id: uuidAt(its.sentAt), subjectId: its.id, personId: its.personId, language: ctx.language, rhythm: 'atOnce' as const, why: 'author' as const, confirmedAt: new Date(its.sentAt.getTime() + 1), createdAt: its.sentAt }] : [])), (some) => insertMany(ctx.db, follow, some))
  await inParts(made.flatMap((its) => fixedRows(ctx, its)), (some) => insertMany(ctx.db, fixed, some))
  await tellPast(ctx, made)
  await shareAll(ctx, made.flatMap((its) => [{ subjectId: its.id, pictures: its.pictures, role: '' as const }, ...its.steps.map((step) => ({ subjectId: its.id, pictures: step.pictures ?? [], role: 'after' as const }))]))
  return made.map((its) => its.id)
}

type Made = PastReport & { id: string; sort: typeof category.$inferSelect }
/** The question of each time it was done: the last one's answer, if its sender gave one; the second is asked four weeks after. */
function fixedRows(ctx: Ctx, its: Made): (typeof fixed.$inferInsert)[] {
  return its.steps.filter((step) => step.state === 'done').flatMap((step, n, all) => {
    const answered = its.fixed && its.fixed.at > step.at && (n === all.length - 1 || its.fixed.at < all[n + 1]!.at) ? { answeredAt: its.fixed.at, answer: its.fixed.answer } : {}
    const row = { ...ctx.scope, reportId: its.id, time: n + 1 }
    return [{ ...row, round: 1 as const, askedAt: step.at, ...answered }, ...(n === all.length - 1 ? [{ ...row, round: 2 as const, askedAt: addLocalDays(step.at, 28) }] : [])]
  })
}
/** The trails: said by the units, nobody named. */
async function tellPast(ctx: Ctx, made: Made[]) {
  const nobody = { ...ctx, actor: { kind: 'guest' as const } }
  const name = (its: Made) => inLanguage(its.sort.name, ctx.language)
  await recordQuietly(nobody, reportSent, made.map((its) => ({ subjectId: its.id, stage: 'idea', at: its.sentAt, data: { category: name(its) } })))
  for (const state of ['planned', 'underWay', 'done', 'cannot', 'received'] as const)
    await recordQuietly(nobody, movedTo[state], made.flatMap((its) => its.steps.filter((step) => step.state === state).map((step): Recorded => ({ subjectId: its.id, stage: stateRules[state].stage, at: step.at, unitId: its.sort.unitId, data: step.data ?? {}, ...(step.sentence ? { sentence: step.sentence } : {}) }))))
  await recordQuietly(nobody, saidFixed, made.flatMap((its) => (its.fixed ? [{ subjectId: its.id, at: its.fixed.at, data: { answer: its.fixed.answer, round: '1' } }] : [])))
}
async function inParts<T>(rows: T[], keep: (some: T[]) => Promise<unknown>) {
  for (let from = 0; from < rows.length; from += 5000) await keep(rows.slice(from, from + 5000))
}
