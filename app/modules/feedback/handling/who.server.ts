import { and, eq } from 'drizzle-orm'
import type { Ctx } from '#core/context/context.server.ts'
import { Conflict, NotFound } from '#core/errors/errors.ts'
import { guest } from '#core/identity/actor.ts'
import { allow, may } from '#core/permissions/permissions.ts'
import { type Subject, subjectOf } from '#core/trail/subject.server.ts'
import { ownReport } from '../own.server.ts'
import { can } from '../permissions.ts'
import { report } from '../schema.server.ts'

/** By what its sender is known: the token of the report's own link, or the report's id and who is signed in. */
export type SenderKey = { token: string } | { id: string }

/** The report of somebody who acts as its sender. Throws NotFound, SignInNeeded, Forbidden. */
export async function asSender(ctx: Ctx, key: SenderKey, options: { lock?: boolean } = {}): Promise<Subject> {
  if ('token' in key) return ownReport(ctx, key.token, options)
  const its = await subjectOf(ctx, key.id, { ...options, kind: 'report' })
  allow(ctx, can.asSender, its)
  return its
}

/** A sender's doings carry no name: a name is on the trail only by its owner's choice. */
export const nameless = (ctx: Ctx): Ctx => ({ ...ctx, actor: guest })

/** A report as the one who handles it gets it, with its own row. Throws NotFound, SignInNeeded, Forbidden. */
export async function handled(ctx: Ctx, id: string, options: { lock?: boolean } = {}): Promise<{ its: Subject; row: typeof report.$inferSelect }> {
  const its = await subjectOf(ctx, id, { ...options, kind: 'report' })
  allow(ctx, can.handle, its)
  return { its, row: await rowOf(ctx, id) }
}
/** A report's own row. Throws NotFound. */
export async function rowOf(ctx: Ctx, id: string): Promise<typeof report.$inferSelect> {
  const [row] = await ctx.db.select().from(report).where(and(eq(report.municipalityId, ctx.scope.municipalityId), eq(report.id, id)))
  if (!row) throw new NotFound()
  return row
}

type Seen = Pick<typeof report.$inferSelect, 'state' | 'stateSince' | 'categoryId'> & Pick<Subject, 'ownerUnitId' | 'visibility'>
/** What an official saw of a report when the page was drawn: told with each form, so that two who act at once hear of each other. */
export const seenMark = (its: Seen): string => [its.state, its.stateSince.getTime(), its.categoryId, its.ownerUnitId, its.visibility].join('~')
/** Has somebody done something since? A form without a mark asks nothing. */
export const isStale = (its: Seen, mark: string | undefined): boolean => mark !== undefined && mark !== '' && mark !== seenMark(its)

/** What was taken back or hidden is nobody's to work on. */
export function mustBeLive(its: Pick<Subject, 'visibility'>) {
  if (its.visibility !== 'public' && its.visibility !== 'private') throw new Conflict('reportClosed')
}
/** May the asker read what is in a report that not everyone sees? */
export const readsAll = (ctx: Ctx, its: Subject): boolean => may(ctx, can.handle, its)
