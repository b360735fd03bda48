import { and, asc, eq, gt, inArray, isNotNull, isNull, lte } from 'drizzle-orm'
import type { Ctx } from '#core/context/context.server.ts'
import { isPublic, link, subject } from '#core/trail/schema.server.ts'
import { keeperOf, keptKinds } from './cases.ts'
import { item, meeting } from './schema.server.ts'

/**
 * When a thing that agendas take up comes up next, and the one place that sets it: the earliest that is still ahead of its
 * own days (`Cases.days`: the end of an open phase, a hearing, a collecting) and the coming meetings that have it. Nothing
 * when its keeper says that nothing comes any more. To be called when any of those has changed; again it changes nothing.
 */
export async function keepComing(ctx: Ctx, subjectId: string): Promise<void> {
  const m = ctx.scope.municipalityId
  const [its] = await ctx.db.select({ kind: subject.kind, comesAt: subject.comesAt }).from(subject).where(and(eq(subject.municipalityId, m), eq(subject.id, subjectId)))
  if (!its) return
  const keeper = keeperOf(its.kind)
  const own = keeper ? await keeper.days(ctx, subjectId) : []
  const met = own ? await nextMeeting(ctx, subjectId) : []
  const [next] = [...own ?? [], ...met].filter((each) => each > ctx.now).sort((a, b) => a.getTime() - b.getTime())
  if (next?.getTime() !== its.comesAt?.getTime()) await ctx.db.update(subject).set({ comesAt: next ?? null }).where(and(eq(subject.municipalityId, m), eq(subject.id, subjectId)))
}

async function nextMeeting(ctx: Ctx, subjectId: string): Promise<Date[]> {
  const m = ctx.scope.municipalityId
  const rows = await ctx.db.select({ at: meeting.startsAt }).from(link).innerJoin(item, and(eq(item.municipalityId, m), eq(item.id, link.fromId), isNull(item.goneAt), isNull(item.decidedAt)))
    .innerJoin(meeting, and(eq(meeting.municipalityId, m), eq(meeting.id, item.meetingId), isNotNull(meeting.publishedAt), isNull(meeting.cancelledAt), gt(meeting.startsAt, ctx.now)))
    .where(and(eq(link.municipalityId, m), eq(link.toId, subjectId), eq(link.kind, 'concerns'))).orderBy(asc(meeting.startsAt)).limit(1)
  return rows.map((row) => row.at)
}

/** The clock's part: what was coming has been, so what comes after it is next. Safe to do again; returns how many there were. */
export async function keepAllComing(ctx: Ctx): Promise<number> {
  const been = await ctx.db.select({ id: subject.id }).from(subject).where(and(eq(subject.municipalityId, ctx.scope.municipalityId), lte(subject.comesAt, ctx.now), isPublic, inArray(subject.kind, keptKinds())))
  for (const { id } of been) await keepComing(ctx, id)
  return been.length
}
