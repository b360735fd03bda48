import { and, eq } from 'drizzle-orm'
import type { Ctx } from '#core/context/context.server.ts'
import { categoryOf } from '../categories/categories.server.ts'
import type { Pace } from '../categories/pace-words.ts'
import { paceOf } from '../categories/pace.server.ts'
import { ownReport } from '../own.server.ts'
import { report } from '../schema.server.ts'
import { guestFollows, type GuestFollows } from './guest-follow.server.ts'

export type Sent = GuestFollows & {
  id: string; reference: string; category: string; unit: string; dueAt: Date | null; pace: Pace | null
  hidden: boolean; /** was sent by who is signed in: it is theirs already */ mine: boolean
  /** the secret link, whole */ link: string; token: string
}

/** What the page of thanks shows to the holder of a report's own link. Throws NotFound. */
export async function showThanks(ctx: Ctx, token: string): Promise<Sent> {
  const its = await ownReport(ctx, token)
  const [row] = await ctx.db.select({ reference: report.reference, categoryId: report.categoryId }).from(report).where(and(eq(report.municipalityId, ctx.scope.municipalityId), eq(report.id, its.id)))
  const [category, pace, follows] = await Promise.all([categoryOf(ctx, row!.categoryId), paceOf(ctx, row!.categoryId), guestFollows(ctx, token)])
  return {
    ...follows, id: its.id, reference: row!.reference, category: category.name, unit: category.unit, dueAt: its.dueAt, pace,
    hidden: its.visibility === 'hidden', mine: its.authorPersonId !== null, link: ctx.address(`/feedback/own/${token}`), token,
  }
}
