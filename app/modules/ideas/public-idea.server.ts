import type { Ctx } from '#core/context/context.server.ts'
import { NotFound } from '#core/errors/errors.ts'
import { may } from '#core/permissions/permissions.ts'
import { type Subject, subjectOf } from '#core/trail/subject.server.ts'
import { can } from './permissions.ts'

/** The subject of an idea that everyone may see. Throws NotFound for one that waits, is hidden or was withdrawn. */
export async function publicIdea(ctx: Ctx, ideaId: string, options: { lock?: boolean } = {}): Promise<Subject> {
  const idea = await subjectOf(ctx, ideaId, { ...options, kind: 'idea' })
  if (idea.visibility !== 'public') throw new NotFound()
  return idea
}

/** The subject of an idea that the asker may see: public and withdrawn ones, and the hidden to moderators and the author. */
export async function visibleIdea(ctx: Ctx, ideaId: string): Promise<Subject> {
  const idea = await subjectOf(ctx, ideaId, { kind: 'idea' })
  if (idea.visibility === 'public' || idea.visibility === 'withdrawn' || (idea.visibility === 'hidden' && may(ctx, can.seeHidden, idea))) return idea
  throw new NotFound()
}
