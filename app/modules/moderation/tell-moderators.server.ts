import { and, eq, isNull } from 'drizzle-orm'
import type { Ctx } from '#core/context/context.server.ts'
import { role } from '#core/identity/schema.server.ts'
import { noticeTo } from '#core/notices/notice.server.ts'
import type { EventKind } from '#core/trail/event.ts'
import { record } from '#core/trail/record.server.ts'
import { appealed, reported } from './events.server.ts'
import { report } from './schema.server.ts'

/** The municipality's moderators, or its admins where there are none. */
async function moderatorsOf(ctx: Ctx): Promise<string[]> {
  const rows = await ctx.db.select({ id: role.personId, role: role.role }).from(role).where(eq(role.municipalityId, ctx.scope.municipalityId))
  const moderators = rows.filter((each) => each.role === 'moderator')
  return (moderators.length > 0 ? moderators : rows).map((each) => each.id)
}

/** A red dot to every moderator, once for a thing however many report it while it waits. Call it before the report is written. */
export async function tellModerators(ctx: Ctx, its: { subjectId: string; commentId: string | null; reason: string }) {
  const [open] = await ctx.db.select({ id: report.id }).from(report).where(and(
    eq(report.municipalityId, ctx.scope.municipalityId), eq(report.subjectId, its.subjectId),
    its.commentId ? eq(report.commentId, its.commentId) : isNull(report.commentId), isNull(report.settledAt))).limit(1)
  if (!open) await tell(ctx, reported, its)
}

/** A red dot to every moderator but the one whose decision is appealed, where there are others. */
export async function tellOfAppeal(ctx: Ctx, its: { subjectId: string; commentId: string | null; decidedBy: string }) {
  await tell(ctx, appealed, its, its.decidedBy)
}

async function tell(ctx: Ctx, kind: EventKind, { subjectId, ...data }: { subjectId: string } & Record<string, unknown>, not?: string) {
  const eventId = await record(ctx, kind, { subjectId, data: { ...data, to: '/moderation' } })
  const everyone = await moderatorsOf(ctx)
  const others = everyone.filter((id) => id !== not)
  for (const personId of others.length > 0 ? others : everyone) await noticeTo(ctx, { personId, subjectId, eventId, kind: kind.kind, data: { ...data, to: '/moderation' }, rhythm: 'inApp' })
}
