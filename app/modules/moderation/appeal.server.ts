import { and, eq, inArray } from 'drizzle-orm'
import { z } from 'zod'
import type { Ctx } from '#core/context/context.server.ts'
import { isId } from '#core/context/ids.server.ts'
import { Conflict, Forbidden, NotFound } from '#core/errors/errors.ts'
import { role } from '#core/identity/schema.server.ts'
import type { Person } from '#core/identity/actor.ts'
import { allow, may } from '#core/permissions/permissions.ts'
import { log, restore, restoring, tellAuthor } from './decide.server.ts'
import { hidingUpheld } from './events.server.ts'
import { can } from './permissions.ts'
import { decision } from './schema.server.ts'
import { tellOfAppeal } from './tell-moderators.server.ts'
import { seeThing } from './thing.server.ts'

export const appealing = z.object({ words: z.string().trim().min(1, 'required').min(10, 'tooShort').max(2000, 'tooLong') })
export const settling = restoring.extend({ outcome: z.enum(['restored', 'upheld'], 'required') })

async function decisionOf(ctx: Ctx, decisionId: string) {
  if (!isId(decisionId)) throw new NotFound()
  const [its] = await ctx.db.select().from(decision).where(and(eq(decision.municipalityId, ctx.scope.municipalityId), eq(decision.id, decisionId), eq(decision.act, 'hidden')))
  if (!its) throw new NotFound()
  return its
}

/** The author in their own name or in the organisation's: whoever wrote it may appeal without first choosing whom to act as. */
function allowAuthor(ctx: Ctx, its: { authorPersonId: string | null; authorOrganisationId: string | null }): Person {
  return may(ctx, can.appeal, { authorPersonId: its.authorPersonId }) ? allow(ctx, can.appeal, { authorPersonId: its.authorPersonId }) : allow(ctx, can.appeal, its)
}

/** A decision as the author of the hidden thing sees it. Throws NotFound, Forbidden, SignInNeeded. */
export async function readAppeal(ctx: Ctx, decisionId: string) {
  const its = await decisionOf(ctx, decisionId)
  const { looked, of, standing } = await seeThing(ctx, { subjectId: its.subjectId, commentId: its.commentId })
  allowAuthor(ctx, looked)
  const [end] = await ctx.db.select({ act: decision.act, explanation: decision.explanation, at: decision.at }).from(decision)
    .where(and(eq(decision.municipalityId, ctx.scope.municipalityId), eq(decision.appealOf, its.id)))
  return {
    title: looked.title, text: looked.text, path: looked.path, isComment: of === 'comment', reason: its.reason, explanation: its.explanation, at: its.at,
    appeal: its.appeal, appealedAt: its.appealedAt, end: end ?? null, mayAppeal: its.appeal === null && looked.hidden && standing?.id === its.id,
  }
}

/** The author disagrees: once, and another moderator looks. Throws Conflict('alreadyAppealed' | 'notHidden'), Forbidden, NotFound. */
export async function appealDecision(ctx: Ctx, decisionId: string, input: z.input<typeof appealing>) {
  const its = await decisionOf(ctx, decisionId)
  const seen = await seeThing(ctx, { subjectId: its.subjectId, commentId: its.commentId }, { lock: true })
  allowAuthor(ctx, seen.looked)
  const { words } = appealing.parse(input)
  const now = await decisionOf(ctx, decisionId) // as it is now that the subject is held
  if (now.appeal !== null) throw new Conflict('alreadyAppealed')
  if (!seen.hiddenByDecision || seen.standing?.id !== its.id) throw new Conflict('notHidden')
  await ctx.db.update(decision).set({ appeal: words, appealedAt: ctx.now }).where(and(eq(decision.municipalityId, ctx.scope.municipalityId), eq(decision.id, its.id)))
  await tellOfAppeal(ctx, { subjectId: its.subjectId, commentId: its.commentId, decidedBy: its.byPersonId })
}

/** May this person settle an appeal against a decision of `decidedBy`? Another looks, where there is another. */
export async function maySettle(ctx: Ctx, decidedBy: string): Promise<boolean> {
  if (!may(ctx, can.moderate) || ctx.actor.kind !== 'person') return false
  if (ctx.actor.id !== decidedBy) return true
  const able = await ctx.db.selectDistinct({ id: role.personId }).from(role).where(and(eq(role.municipalityId, ctx.scope.municipalityId), inArray(role.role, ['moderator', 'admin'])))
  return able.every((each) => each.id === decidedBy)
}

/**
 * Ends an appeal: the thing comes back or stays hidden, with a public explanation; the author is told.
 * Throws Forbidden('anotherDecides') for whoever hid it, Conflict('appealSettled'), NotFound.
 */
export async function settleAppeal(ctx: Ctx, decisionId: string, input: z.input<typeof settling>) {
  const me = allow(ctx, can.moderate)
  const { outcome, explanation } = settling.parse(input)
  const before = await decisionOf(ctx, decisionId)
  const seen = await seeThing(ctx, { subjectId: before.subjectId, commentId: before.commentId }, { lock: true })
  const its = await decisionOf(ctx, decisionId)
  if (its.appeal === null) throw new NotFound()
  if (its.appealSettledAt !== null) throw new Conflict('appealSettled')
  if (!await maySettle(ctx, its.byPersonId)) throw new Forbidden('anotherDecides')
  await ctx.db.update(decision).set({ appealSettledAt: ctx.now }).where(and(eq(decision.municipalityId, ctx.scope.municipalityId), eq(decision.id, its.id)))
  const line = { reason: its.reason, explanation, byPersonId: me.id, appealOf: its.id }
  if (outcome === 'restored') return restore(ctx, seen, line)
  await log(ctx, seen, { act: 'upheld', ...line })
  await tellAuthor(ctx, seen, hidingUpheld, { explanation, reason: its.reason, to: `/appeal/${its.id}`, decisionId: its.id })
}
