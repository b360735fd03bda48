import { and, eq, inArray } from 'drizzle-orm'
import { z } from 'zod'
import type { Ctx } from '#core/context/context.server.ts'
import { isId } from '#core/context/ids.server.ts'
import { Conflict, type Mended, type Problems } from '#core/errors/errors.ts'
import { officialsOf } from '#core/identity/officials.server.ts'
import { unit } from '#core/identity/schema.server.ts'
import { noticeTo } from '#core/notices/notice.server.ts'
import { dueAfter, isLate } from '#core/trail/due.server.ts'
import { isOpen } from '#core/trail/list.server.ts'
import { record } from '#core/trail/record.server.ts'
import { changeSubject } from '#core/trail/subject.server.ts'
import { can } from '../permissions.ts'
import { ideaAssigned, ideaRouted } from './events.server.ts'
import { holdIdea, saidAlready } from './for-officials.server.ts'

/** A unit that gets a late idea has a week: long enough to read it, short enough that nobody waits anew. */
const daysForLateRouted = 7

export const routeForm = z.object({ unitId: z.string().max(40).default(''), sentence: z.string().trim().max(1000, 'tooLong').default('') })
export type RouteInput = z.input<typeof routeForm>

/**
 * Gives an idea to another unit, with a public sentence. Any official may, so that nothing stays where it does not belong.
 * The due date stays; one that has passed becomes a week from now, and the trail says that the idea came late.
 * Throws NotFound, Forbidden, Conflict('ideaClosed' and those of `holdIdea`).
 */
export async function routeIdea(ctx: Ctx, ideaId: string, input: RouteInput): Promise<Mended | { unitId: string }> {
  const { idea, me } = await holdIdea(ctx, ideaId, can.route)
  const its = routeForm.parse(input)
  if (!isOpen(idea.stage)) throw new Conflict('ideaClosed')
  if (its.unitId === idea.ownerUnitId && await saidAlready(ctx, me, ideaId, ideaRouted, its.sentence)) return { unitId: its.unitId }
  const found: Problems = {}
  const units = await ctx.db.select().from(unit).where(and(eq(unit.municipalityId, ctx.scope.municipalityId), inArray(unit.id, [its.unitId, idea.ownerUnitId].filter(isId))))
  const to = units.find((each) => each.id === its.unitId)
  if (!to) found.unitId = 'chooseUnit'
  else if (to.id === idea.ownerUnitId) found.unitId = 'sameUnit'
  if (!its.sentence) found.sentence = 'required'
  else if (its.sentence.length < 10) found.sentence = 'sentenceShort'
  if (!to || Object.keys(found).length) return { problems: found }
  const late = isLate(idea, ctx.now)
  await changeSubject(ctx, ideaId, { ownerUnitId: to.id, ownerPersonId: null, dueAt: late ? dueAfter(ctx, daysForLateRouted) : idea.dueAt })
  const from = units.find((each) => each.id === idea.ownerUnitId)
  await record(ctx, ideaRouted, { subjectId: ideaId, stage: idea.stage, sentence: its.sentence, ...(from ? { unitId: from.id } : {}), data: { from: from?.name ?? null, to: to.name, late } })
  return { unitId: to.id }
}

/**
 * Gives ideas to one official of their unit (null: to nobody in particular); the official hears of it.
 * All of them, or none. Returns problems by `idea.<id>`; throws NotFound, Forbidden.
 */
export async function assignIdeas(ctx: Ctx, ideaIds: string[], personId: string | null): Promise<Mended | { assigned: number }> {
  const ids = [...new Set(ideaIds)].sort()
  if (ids.length === 0) return { problems: { ideas: 'noneChosen' } }
  if (ids.length > 100) return { problems: { ideas: 'tooMany' } }
  const held = []
  const problems: Problems = {}
  for (const id of ids) {
    try { held.push(await holdIdea(ctx, id, can.assign)) } catch (cause) {
      if (!(cause instanceof Conflict)) throw cause
      problems[`idea.${id}`] = cause.code
    }
  }
  const people = personId ? await officialsOf(ctx, held.map(({ idea }) => idea.ownerUnitId).filter(isId)) : []
  for (const { idea } of held) if (personId && !people.some((each) => each.id === personId && each.unitId === idea.ownerUnitId)) problems[ids.length === 1 ? 'personId' : `idea.${idea.id}`] = 'notInUnit'
  if (Object.keys(problems).length) return { problems }
  for (const { idea, me } of held) {
    if (idea.ownerPersonId === personId) continue
    // who works on it is not a movement that residents wait for
    await changeSubject(ctx, idea.id, { ownerPersonId: personId, movedAt: idea.movedAt })
    const eventId = await record(ctx, ideaAssigned, { subjectId: idea.id, data: { personId }, ...(idea.ownerUnitId ? { unitId: idea.ownerUnitId } : {}) })
    if (personId && personId !== me.id) await noticeTo(ctx, { personId, subjectId: idea.id, eventId, kind: ideaAssigned.kind, data: { personId } })
  }
  return { assigned: held.length }
}
