import { and, eq, isNull } from 'drizzle-orm'
import { z } from 'zod'
import type { Ctx } from '#core/context/context.server.ts'
import { Conflict } from '#core/errors/errors.ts'
import { guest } from '#core/identity/actor.ts'
import { noticeTo } from '#core/notices/notice.server.ts'
import { allow } from '#core/permissions/permissions.ts'
import type { EventKind } from '#core/trail/event.ts'
import type { Thing } from '#core/trail/hideable.ts'
import { record } from '#core/trail/record.server.ts'
import { contentHidden, contentKept, contentRestored } from './events.server.ts'
import { can } from './permissions.ts'
import { type Act, decision, type Reason, reasons, report } from './schema.server.ts'
import { ofThing, type Seen, seeThing } from './thing.server.ts'

export const hiding = z.object({
  reason: z.enum(reasons, 'chooseReason'),
  /** public, and told to the author */ explanation: z.string().trim().min(1, 'required').min(10, 'tooShort').max(1000, 'tooLong'),
})
export const restoring = hiding.pick({ explanation: true })

/** Lets a reported thing be. What a rule had held becomes public. Throws Conflict('nothingOpen'), Forbidden, NotFound. */
export async function keepThing(ctx: Ctx, thing: Thing) {
  const me = allow(ctx, can.moderate)
  const seen = await seeThing(ctx, thing, { lock: true })
  const settled = await settleReports(ctx, thing)
  if (settled.length === 0) throw new Conflict('nothingOpen')
  await log(ctx, seen, { act: 'kept', reason: mostCommon(settled), explanation: '', byPersonId: me.id })
  if (!seen.looked.hidden || seen.hiddenByDecision) return
  await seen.part.hide(ctx, thing, false)
  await tellAuthor(ctx, seen, contentKept, { to: seen.looked.path })
}

/**
 * Hides a thing from everyone but moderators and its author, for a public reason. The author is told and may appeal once.
 * Throws Conflict('alreadyHidden'), Forbidden, NotFound.
 */
export async function hideThing(ctx: Ctx, thing: Thing, input: z.input<typeof hiding>): Promise<{ decisionId: string }> {
  const me = allow(ctx, can.moderate)
  const its = hiding.parse(input)
  const seen = await seeThing(ctx, thing, { lock: true })
  if (seen.hiddenByDecision) throw new Conflict('alreadyHidden')
  await settleReports(ctx, thing)
  const decisionId = await log(ctx, seen, { act: 'hidden', ...its, byPersonId: me.id })
  await seen.part.hide(ctx, thing, true)
  await tellAuthor(ctx, seen, contentHidden, { ...its, to: `/appeal/${decisionId}`, decisionId })
  return { decisionId }
}

/** Brings a hidden thing back, by a moderator's own second thought. Throws Conflict('notHidden'), Forbidden, NotFound. */
export async function restoreThing(ctx: Ctx, thing: Thing, input: z.input<typeof restoring>) {
  const me = allow(ctx, can.moderate)
  const { explanation } = restoring.parse(input)
  const seen = await seeThing(ctx, thing, { lock: true })
  if (!seen.hiddenByDecision || !seen.standing) throw new Conflict('notHidden')
  const { appeal, appealSettledAt, id, reason } = seen.standing
  const appealOpen = appeal !== null && appealSettledAt === null
  if (appealOpen) await ctx.db.update(decision).set({ appealSettledAt: ctx.now }).where(and(eq(decision.municipalityId, ctx.scope.municipalityId), eq(decision.id, id)))
  await restore(ctx, seen, { reason, explanation, byPersonId: me.id, appealOf: appealOpen ? id : null })
}

/** What bringing back does, whether a moderator thought again or an appeal was heard. */
export async function restore(ctx: Ctx, seen: Seen, its: { reason: Reason; explanation: string; byPersonId: string; appealOf: string | null }) {
  await settleReports(ctx, seen.thing)
  await log(ctx, seen, { act: 'restored', ...its })
  await seen.part.hide(ctx, seen.thing, false)
  await tellAuthor(ctx, seen, contentRestored, { explanation: its.explanation, to: seen.looked.path })
}

/** A line of the log of moderation, later than the thing's earlier ones even on one clock tick: the latest is what stands. */
export async function log(ctx: Ctx, { thing, standing }: Seen, its: { act: Act; reason: Reason; explanation: string; byPersonId: string; appealOf?: string | null }): Promise<string> {
  const id = ctx.newId()
  const at = new Date(Math.max(ctx.now.getTime(), (standing?.at.getTime() ?? 0) + 1))
  await ctx.db.insert(decision).values({ ...ctx.scope, id, ...thing, ...its, at })
  return id
}

/**
 * Records what happened on the subject's trail and gives the author a red dot. The trail says "a moderator", not a name:
 * who decided is in the log.
 */
export async function tellAuthor(ctx: Ctx, { thing, of, looked }: Seen, kind: EventKind, data: { explanation?: string; reason?: Reason; to: string; decisionId?: string }) {
  const eventId = await record({ ...ctx, actor: guest }, kind, {
    subjectId: thing.subjectId, ...(data.explanation ? { sentence: data.explanation } : {}),
    data: { ...data, ...(of === 'comment' ? { commentId: thing.commentId } : thing.commentId ? { part: of } : {}) },
  })
  if (looked.authorPersonId) await noticeTo(ctx, { personId: looked.authorPersonId, subjectId: thing.subjectId, eventId, kind: kind.kind, data: { ...data, commentId: thing.commentId, sentence: data.explanation } })
}

async function settleReports(ctx: Ctx, thing: Thing): Promise<{ reason: Reason }[]> {
  return ctx.db.update(report).set({ settledAt: ctx.now }).where(and(ofThing(ctx, thing, report), isNull(report.settledAt))).returning({ reason: report.reason })
}
function mostCommon(all: { reason: Reason }[]): Reason {
  const times = (reason: Reason) => all.filter((each) => each.reason === reason).length
  return [...reasons].sort((a, b) => times(b) - times(a))[0]!
}
