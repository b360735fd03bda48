import { and, desc, eq } from 'drizzle-orm'
import { z } from 'zod'
import type { Ctx } from '#core/context/context.server.ts'
import { isId } from '#core/context/ids.server.ts'
import { Conflict, isProblems, type Mended, NotFound } from '#core/errors/errors.ts'
import { municipality } from '#core/identity/schema.server.ts'
import { allow, may } from '#core/permissions/permissions.ts'
import { inLanguage } from '#core/text/language.ts'
import { wallClock } from '#core/time/local.ts'
import { topicsOf, unitsOf } from '#core/trail/facets.server.ts'
import { record } from '#core/trail/record.server.ts'
import { jointLeft } from './events.server.ts'
import { longText, maybeId, sentence, words } from '../input.ts'
import { managedMatter, thisMatter } from '../matter.server.ts'
import { can } from '../permissions.ts'
import { dayLater } from '../phase-dates.ts'
import { byUnit } from '../phases.server.ts'
import { putMatter } from '../put.server.ts'
import { joint, matter, phase } from '../schema.server.ts'
import { ownPart } from './invite.server.ts'
import { type Source, sourceOf } from './source.server.ts'

/** What this municipality was asked and has not answered, newest first. Empty for who may not answer. */
export async function invitationsOf(ctx: Ctx): Promise<{ jointId: string; title: string; from: string; message: string; at: Date }[]> {
  if (!may(ctx, can.begin)) return []
  const rows = await ctx.db.select({ jointId: joint.jointId, title: joint.title, from: municipality.name, message: joint.message, at: joint.at }).from(joint)
    .innerJoin(municipality, eq(municipality.id, joint.askedBy))
    .where(and(eq(joint.municipalityId, ctx.scope.municipalityId), eq(joint.state, 'asked'))).orderBy(desc(joint.at)).limit(100)
  return rows.map((row) => ({ ...row, from: inLanguage(row.from, ctx.language) }))
}

/** The invitations, for who may answer them. Throws SignInNeeded, Forbidden. */
export async function readInvitations(ctx: Ctx) {
  allow(ctx, can.begin)
  return invitationsOf(ctx)
}

/** One invitation with what it is about, and what to answer it with. Throws SignInNeeded, Forbidden, NotFound, Conflict('jointAnswered'). */
export async function readInvitation(ctx: Ctx, jointId: string) {
  const me = allow(ctx, can.begin)
  const its = await askedPart(ctx, jointId)
  const [source, topics, units] = await Promise.all([sourceOf(ctx, jointId), topicsOf(ctx), unitsOf(ctx)])
  if (!source) throw new NotFound()
  return { jointId, message: its.message, source, topics, units: me.admin || me.installationAdmin ? units : units.filter((each) => me.units.some((mine) => mine.id === each.id)), again: its.matterId !== null }
}

export const accepting = words.extend({ topicId: maybeId, unitId: maybeId, speakers: z.enum(['anyone', 'signedIn', 'identified'], 'invalid').default('signedIn'), phases: z.enum(['same', 'own'], 'invalid').default('same') })

/**
 * Takes part: this municipality gets a matter of its own, a draft that its officials publish when they want. Its words are
 * its own, the boundary conditions are those of the one who leads until changed. One that left and was asked again gets its old matter back.
 * Throws SignInNeeded, Forbidden, NotFound, Conflict('jointAnswered').
 */
export async function acceptInvitation(ctx: Ctx, jointId: string, input: z.input<typeof accepting>): Promise<Mended | { id: string }> {
  allow(ctx, can.begin)
  const its = accepting.parse(input)
  const part = await askedPart(ctx, jointId, { lock: true })
  const source = await sourceOf(ctx, jointId)
  if (!source) throw new NotFound()
  const made = part.matterId ? { id: part.matterId } : await ownMatter(ctx, its, source)
  if (isProblems(made)) return made
  await ctx.db.update(matter).set({ jointId, ...(part.matterId ? {} : { speakers: its.speakers }) }).where(thisMatter(ctx, made.id))
  await ctx.db.update(joint).set({ state: 'takesPart', matterId: made.id, at: ctx.now }).where(ownPart(ctx, jointId))
  return made
}

export const declining = z.object({ answer: longText(1000) })

/** Declines, with a word to the one who asked if wanted. Throws SignInNeeded, Forbidden, NotFound, Conflict('jointAnswered'). */
export async function declineInvitation(ctx: Ctx, jointId: string, input: z.input<typeof declining>) {
  allow(ctx, can.begin)
  const its = declining.parse(input)
  await askedPart(ctx, jointId, { lock: true })
  await ctx.db.update(joint).set({ state: 'declined', answer: its.answer, at: ctx.now }).where(ownPart(ctx, jointId))
}

export const leaving = z.object({ sentence })

/**
 * Leaves a joint matter with a public sentence: the matter goes on as this municipality's alone, and what was said in it is
 * shown with the others' no more. The one who leads does not leave. Throws NotFound, Forbidden, Conflict('jointNotHere' | 'jointLeads').
 */
export async function leaveJoint(ctx: Ctx, matterId: string, input: z.input<typeof leaving>) {
  const { matter: found } = await managedMatter(ctx, matterId)
  const its = leaving.parse(input)
  const { jointId } = found.its
  if (!jointId) throw new Conflict('jointNotHere')
  const [own] = await ctx.db.select({ state: joint.state }).from(joint).where(ownPart(ctx, jointId)).for('update')
  if (own?.state !== 'takesPart') throw new Conflict('jointLeads')
  const published = found.its.state === 'published'
  await ctx.db.update(joint).set({ state: 'left', leadOfferedAt: null, at: ctx.now, answer: its.sentence, ...(published ? {} : { matterId: null }) }).where(ownPart(ctx, jointId))
  await ctx.db.update(matter).set({ jointId: null }).where(thisMatter(ctx, matterId))
  if (published) await record(ctx, jointLeft, { subjectId: matterId, sentence: its.sentence, ...byUnit(found) })
}

async function askedPart(ctx: Ctx, jointId: string, options: { lock?: boolean } = {}) {
  if (!isId(jointId)) throw new NotFound()
  const found = ctx.db.select().from(joint).where(ownPart(ctx, jointId))
  const [part] = await (options.lock ? found.for('update') : found)
  if (!part) throw new NotFound()
  if (part.state !== 'asked') throw new Conflict('jointAnswered')
  return part
}

async function ownMatter(ctx: Ctx, its: z.output<typeof accepting>, source: Source): Promise<Mended | { id: string }> {
  const made = await putMatter(ctx, { title: its.title, thought: its.thought, topicId: its.topicId, unitId: its.unitId, ...source.conditions, professionals: undefined })
  if (isProblems(made) || its.phases === 'own') return made
  const { day: today } = wallClock(ctx.now)
  const ahead = source.phases.filter((each) => each.state !== 'over')
  if (ahead.length === 0) return made
  await ctx.db.delete(phase).where(and(eq(phase.municipalityId, ctx.scope.municipalityId), eq(phase.matterId, made.id)))
  await ctx.db.insert(phase).values(ahead.map((each, position) => ({
    ...ctx.scope, id: ctx.newId(), matterId: made.id, position, name: each.name, does: each.does, stage: each.stage, hearing: each.hearing, state: 'ahead' as const,
    ...(position === 0 ? { startsOn: today, endsOn: each.endsOn && each.endsOn > today ? each.endsOn : dayLater(today, 14) } : { startsOn: each.startsOn, endsOn: each.endsOn }),
  })))
  return made
}
