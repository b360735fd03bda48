import { and, eq, isNull } from 'drizzle-orm'
import type { Ctx } from '#core/context/context.server.ts'
import { isId } from '#core/context/ids.server.ts'
import { Conflict, NotFound } from '#core/errors/errors.ts'
import { allow, may } from '#core/permissions/permissions.ts'
import { followSubject } from '#core/trail/follow.server.ts'
import { inLanguage } from '#core/text/language.ts'
import { isOpen } from '#core/trail/list.server.ts'
import { record } from '#core/trail/record.server.ts'
import type { Subject } from '#core/trail/subject.server.ts'
import { linksOf } from '#core/trail/trail.server.ts'
import { ideaSupported } from '../events.server.ts'
import { can } from '../permissions.ts'
import { publicIdea } from '../public-idea.server.ts'
import { mergeQuestion, support } from '../schema.server.ts'
import { whereMerged } from './mergeable.server.ts'

const questionOf = (ctx: Ctx, ideaId: string, personId: string) =>
  and(eq(mergeQuestion.municipalityId, ctx.scope.municipalityId), eq(mergeQuestion.fromId, ideaId), eq(mergeQuestion.personId, personId))
const takes = (idea: Subject) => idea.visibility === 'public' && isOpen(idea.stage)

/** Where an idea's support could go after it was merged or divided, and what the asker has said. Throws NotFound when it was neither. */
export async function readQuestion(ctx: Ctx, ideaId: string) {
  const idea = await publicIdea(ctx, ideaId)
  const links = await linksOf(ctx, ideaId)
  const merged = links.find((each) => each.kind === 'mergedInto' && each.direction === 'to')
  const parts = links.filter((each) => each.kind === 'splitFrom' && each.direction === 'from')
  const me = ctx.actor.kind === 'person' ? ctx.actor : null
  if (!merged && parts.length === 0) throw new NotFound()
  const [question] = me ? await ctx.db.select().from(mergeQuestion).where(questionOf(ctx, ideaId, me.id)) : []
  const target = merged ? await whereMerged(ctx, ideaId) : null
  const mine = me ? await ctx.db.select({ id: support.ideaId }).from(support).where(and(eq(support.municipalityId, ctx.scope.municipalityId), eq(support.personId, me.id))) : []
  const supported = new Set(mine.map((each) => each.id))
  return {
    id: ideaId, title: inLanguage(idea.title, ctx.language), supportedHere: supported.has(ideaId), signedIn: me !== null,
    target: target && takes(target) ? { id: target.id, title: inLanguage(target.title, ctx.language), stage: target.stage, supported: supported.has(target.id) } : null,
    closed: merged !== undefined && !(target && takes(target)),
    parts: parts.map((each) => ({ id: each.id, title: each.title, stage: each.stage, supported: supported.has(each.id), open: isOpen(each.stage) })),
    asked: question ? { answered: question.answeredAt !== null, moved: question.moved ?? false } : null,
    mayAnswer: question !== undefined && question.answeredAt === null && may(ctx, can.support),
    maySupport: me === null || may(ctx, can.support),
  }
}

/**
 * A supporter's yes or no. Yes adds the support to where the idea lives now (once, like any support) and takes it from the
 * old one; no leaves it. A second answer changes nothing. Throws NotFound for who was not asked, Forbidden,
 * Conflict('ideaClosed') when there is no longer anything open to support.
 */
export async function answerMergeQuestion(ctx: Ctx, ideaId: string, yes: boolean) {
  const me = allow(ctx, can.support)
  if (!isId(ideaId)) throw new NotFound()
  const [question] = await ctx.db.select().from(mergeQuestion).where(questionOf(ctx, ideaId, me.id)).for('update')
  if (!question) throw new NotFound()
  if (question.answeredAt) return
  if (yes) await moveMySupport(ctx, me, ideaId)
  await ctx.db.update(mergeQuestion).set({ answeredAt: ctx.now, moved: yes }).where(and(questionOf(ctx, ideaId, me.id), isNull(mergeQuestion.answeredAt)))
}

async function moveMySupport(ctx: Ctx, me: { id: string }, ideaId: string) {
  const target = await whereMerged(ctx, ideaId)
  if (!takes(target)) throw new Conflict('ideaClosed')
  const added = await ctx.db.insert(support).values({ ...ctx.scope, ideaId: target.id, personId: me.id, at: ctx.now }).onConflictDoNothing().returning()
  await ctx.db.delete(support).where(and(eq(support.municipalityId, ctx.scope.municipalityId), eq(support.ideaId, ideaId), eq(support.personId, me.id)))
  if (added.length > 0) await record(ctx, ideaSupported, { subjectId: target.id })
  await followSubject(ctx, me, target.id, 'supporter')
}
