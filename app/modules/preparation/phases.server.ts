import { and, eq } from 'drizzle-orm'
import { z } from 'zod'
import type { Ctx } from '#core/context/context.server.ts'
import { Conflict, type Mended, NotFound, problems } from '#core/errors/errors.ts'
import { inLanguage, type Translated } from '#core/text/language.ts'
import { wallClock } from '#core/time/local.ts'
import { record } from '#core/trail/record.server.ts'
import { changeSubject } from '#core/trail/subject.server.ts'
import { keepComing } from '#modules/meetings/server'
import { dueOn } from './clock.server.ts'
import { phaseDated, phaseMoved } from './events.server.ts'
import { maybeDay, oneLine, sentence, ticked } from './input.ts'
import { managedMatter, type Matter, type Phase } from './matter.server.ts'
import { pushed } from './phase-dates.ts'
import { saidAlready } from './said-already.server.ts'
import { phase } from './schema.server.ts'
import { doings, phaseStages, phasesMost } from './templates.server.ts'

export const moving = z.object({ to: z.uuid('choosePhase'), /** the phase that its sender saw open */ from: z.string().max(40).optional(), sentence, endsOn: maybeDay })
/** What an official says of a phase. */
export const phaseForm = z.object({
  name: oneLine(60).refine((name) => name !== '', 'required'), does: z.preprocess((value) => (value === undefined ? [] : Array.isArray(value) ? value : [value]), z.array(z.enum(doings, 'invalid'))).default([]),
  stage: z.enum(phaseStages, 'invalid').default('developing'), hearing: ticked, startsOn: maybeDay, endsOn: maybeDay,
})
export type PhaseInput = z.input<typeof phaseForm>

/**
 * Moves a published matter to another of its phases with a public sentence: the one that was open closes today, those
 * before the new one are over (one that is passed over loses its days) and those after it ahead, none of them beginning before it ends. The new phase's last day
 * is what is owed next. Throws NotFound, Forbidden, Conflict('matterNotPublished' | 'matterClosed' | 'phaseChanged').
 */
export async function movePhase(ctx: Ctx, id: string, input: z.input<typeof moving>): Promise<Mended | { phaseId: string }> {
  const { matter: found, me } = await managedMatter(ctx, id)
  const its = moving.parse(input)
  const { open } = found
  if (!open) throw new Conflict('matterNotPublished')
  const to = found.phases.find((each) => each.id === its.to)
  if (!to) return problems({ to: 'choosePhase' })
  if (to.id === open.id) {
    if (its.from !== open.id && await saidAlready(ctx, me, id, phaseMoved, its.sentence)) return { phaseId: to.id }
    return problems({ to: 'phaseOpen' })
  }
  if (its.from && its.from !== open.id) throw new Conflict('phaseChanged')
  const { day: today } = wallClock(ctx.now)
  const endsOn = its.endsOn ?? to.endsOn
  if (!endsOn || endsOn < today) return problems({ endsOn: 'endNeeded' })
  const keep = (each: Phase, values: Partial<Phase>) => ctx.db.update(phase).set(values).where(thisPhase(ctx, each.id))
  await keep(open, { state: 'ahead', endsOn: open.endsOn && open.endsOn < today ? open.endsOn : open.startsOn && open.startsOn > today ? open.startsOn : today })
  for (const each of found.phases) if (each.position < to.position && each.state !== 'over') await keep(each, each.id === open.id ? { state: 'over' } : { state: 'over', startsOn: null, endsOn: null })
  for (const each of pushed(found.phases.filter((one) => one.position > to.position), endsOn)) await keep(each, { state: 'ahead', startsOn: each.startsOn, endsOn: each.endsOn })
  await keep(to, { state: 'open', startsOn: today, endsOn })
  await changeSubject(ctx, id, { stage: to.stage, dueAt: dueOn(endsOn) })
  await keepComing(ctx, id)
  await record(ctx, phaseMoved, { subjectId: id, stage: to.stage, sentence: its.sentence, ...byUnit(found), data: { from: open.name, to: to.name } })
  return { phaseId: to.id }
}

/** Changes a phase that is not over. The open one's new last day is a promise made anew, so the trail says it. */
export async function editPhase(ctx: Ctx, id: string, phaseId: string, input: PhaseInput): Promise<Mended | undefined> {
  const { matter: found } = await managedMatter(ctx, id)
  const its = phaseForm.parse(input)
  const old = found.phases.find((each) => each.id === phaseId)
  if (!old) throw new NotFound()
  if (old.state === 'over') throw new Conflict('phaseOver')
  const mistake = mistakeOf(ctx, its, old.state)
  if (mistake) return mistake
  const endsOn = its.endsOn ?? null
  await ctx.db.update(phase).set({ name: renamed(found, old.name, its.name), does: its.does, stage: its.stage, hearing: its.hearing ? 'yes' : 'no', startsOn: its.startsOn ?? (old.state === 'open' ? old.startsOn : null), endsOn }).where(thisPhase(ctx, phaseId))
  if (old.state !== 'open') return
  await changeSubject(ctx, id, { stage: its.stage, dueAt: dueOn(endsOn), movedAt: found.subject.movedAt })
  await keepComing(ctx, id)
  if (endsOn !== old.endsOn) await record(ctx, phaseDated, { subjectId: id, ...byUnit(found), data: { phase: renamed(found, old.name, its.name), endsOn } })
}

/** Adds a phase after the others. */
export async function addPhase(ctx: Ctx, id: string, input: PhaseInput): Promise<Mended | { phaseId: string }> {
  const { matter: found } = await managedMatter(ctx, id)
  const its = phaseForm.parse(input)
  if (found.phases.length >= phasesMost) return problems({ name: 'phasesMany' })
  const mistake = mistakeOf(ctx, its, 'ahead')
  if (mistake) return mistake
  const phaseId = ctx.newId()
  await ctx.db.insert(phase).values({
    ...ctx.scope, id: phaseId, matterId: id, position: 1 + Math.max(-1, ...found.phases.map((each) => each.position)), name: { [found.subject.language]: its.name }, does: its.does,
    stage: its.stage, hearing: its.hearing ? 'yes' : 'no', startsOn: its.startsOn ?? null, endsOn: its.endsOn ?? null, state: 'ahead',
  })
  return { phaseId }
}

/** Removes a phase that is still ahead; a matter keeps at least one. Doing it twice changes nothing. */
export async function removePhase(ctx: Ctx, id: string, phaseId: string) {
  const { matter: found } = await managedMatter(ctx, id)
  const its = found.phases.find((each) => each.id === phaseId)
  if (!its) return
  if (its.state !== 'ahead' || found.phases.length === 1) throw new Conflict('phaseNotAhead')
  await ctx.db.delete(phase).where(thisPhase(ctx, phaseId))
}

/** Moves a phase that is ahead one place earlier or later among those ahead. Their dates stay in their places. */
export async function reorderPhase(ctx: Ctx, id: string, phaseId: string, by: 'earlier' | 'later') {
  const { matter: found } = await managedMatter(ctx, id)
  const ahead = found.phases.filter((each) => each.state === 'ahead')
  const at = ahead.findIndex((each) => each.id === phaseId)
  const [one, other] = [ahead[at], ahead[by === 'earlier' ? at - 1 : at + 1]]
  if (!one || !other) return
  // places are unique, so one steps aside first
  await ctx.db.update(phase).set({ position: -1 }).where(thisPhase(ctx, one.id))
  await ctx.db.update(phase).set({ position: one.position, startsOn: one.startsOn, endsOn: one.endsOn }).where(thisPhase(ctx, other.id))
  await ctx.db.update(phase).set({ position: other.position, startsOn: other.startsOn, endsOn: other.endsOn }).where(thisPhase(ctx, one.id))
}

function mistakeOf(ctx: Ctx, its: z.output<typeof phaseForm>, state: Phase['state']): Mended | null {
  if (its.startsOn && its.endsOn && its.endsOn < its.startsOn) return problems({ endsOn: 'endBeforeStart' })
  if (state === 'open' && (!its.endsOn || its.endsOn < wallClock(ctx.now).day)) return problems({ endsOn: 'endNeeded' })
  return null
}
const thisPhase = (ctx: Ctx, id: string) => and(eq(phase.municipalityId, ctx.scope.municipalityId), eq(phase.id, id))
/** A name that was changed is in the matter's language alone: the other languages would say the old one. */
const renamed = ({ subject }: Matter, old: Translated | null, name: string): Translated => (old && inLanguage(old, subject.language) === name ? old : { [subject.language]: name })
/** The voice in which a matter speaks. */
export const byUnit = ({ subject }: Matter) => (subject.ownerUnitId ? { unitId: subject.ownerUnitId } : {})
