import { idOfLink, linkToken } from '#core/context/link-token.server.ts'
import type { Ctx } from '#core/context/context.server.ts'
import { NotFound } from '#core/errors/errors.ts'
import { may } from '#core/permissions/permissions.ts'
import { type Subject, subjectOf } from '#core/trail/subject.server.ts'
import { ownPurpose } from './kind.server.ts'
import { can } from './permissions.ts'

/** What a report's own link carries. It is shown once after sending and comes with every letter; who holds it acts as the sender. */
export const ownToken = (ctx: Pick<Ctx, 'sign' | 'scope'>, id: string): string => linkToken(ctx, ownPurpose, id)
/** The id that an own link carries; null when the house has not made it. */
export const idOfOwnToken = (ctx: Pick<Ctx, 'verify' | 'scope'>, token: string): string | null => idOfLink(ctx, ownPurpose, token)

/** The subject of a report for its sender by their own link; `lock` as in subjectOf. Throws NotFound for a link that is not the house's. */
export async function ownReport(ctx: Ctx, token: string, options: { lock?: boolean } = {}): Promise<Subject> {
  const id = idOfOwnToken(ctx, token)
  if (!id) throw new NotFound()
  return subjectOf(ctx, id, { ...options, kind: 'report' })
}

/** The subject of a report that the asker may see: public and withdrawn ones, private and hidden ones by who may. Throws NotFound. */
export async function visibleReport(ctx: Ctx, id: string, options: { lock?: boolean } = {}): Promise<Subject> {
  const its = await subjectOf(ctx, id, { ...options, kind: 'report' })
  const seen = its.visibility === 'public' || its.visibility === 'withdrawn' || (its.visibility === 'private' && may(ctx, can.readPrivate, its)) || (its.visibility === 'hidden' && may(ctx, can.seeHidden, its))
  if (!seen) throw new NotFound()
  return its
}
