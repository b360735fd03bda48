import { and, eq, isNull, lte, or } from 'drizzle-orm'
import { z } from 'zod'
import { command, type Ctx, type House } from '#core/context/context.server.ts'
import { sqlState } from '#core/db/open.server.ts'
import { Conflict, type Mended, problems } from '#core/errors/errors.ts'
import type { Person } from '#core/identity/actor.ts'
import { municipality, official, person, unit } from '#core/identity/schema.server.ts'
import { atWallClock, wallClock } from '#core/time/local.ts'
import { erasePictures } from '#core/files/pictures.server.ts'
import { followSubject } from '#core/trail/follow.server.ts'
import { record } from '#core/trail/record.server.ts'
import { audience, link, subject } from '#core/trail/schema.server.ts'
import { changeSubject } from '#core/trail/subject.server.ts'
import { keepComing } from '#modules/meetings/server'
import { dueOn } from './clock.server.ts'
import { matterPublished } from './events.server.ts'
import { takeInIdeas } from './from-idea.server.ts'
import { managedMatter, type Matter, matterOf, thisMatter } from './matter.server.ts'
import { removeFiles } from './materials.server.ts'
import { joinAgendas } from './on-agendas.server.ts'
import { datesAtStart } from './phase-dates.ts'
import { choice, matter, phase, section } from './schema.server.ts'

/**
 * A draft comes out now: everyone it concerns hears of it, its first phase opens, and that phase's last day is what its
 * unit owes next. Publishing twice changes nothing. Throws NotFound, Forbidden, Conflict.
 */
export async function publishMatter(ctx: Ctx, id: string): Promise<{ id: string }> {
  const { matter: found, me } = await managedMatter(ctx, id)
  if (found.its.state !== 'published') {
    await comeOut(ctx, found)
    if (me.id !== found.its.createdBy) await followSubject(ctx, me, id, 'author')
  }
  return { id }
}

const when = z.object({ day: z.iso.date('dayOdd'), time: z.string().regex(/^([01]?\d|2[0-3])[:.][0-5]\d$/, 'timeOdd') })

/**
 * A draft comes out by itself at a time of the wall clock in Finland; a time that the spring change skips is an hour later.
 * Throws as `publishMatter`, Conflict('matterPublished').
 */
export async function scheduleMatter(ctx: Ctx, id: string, input: { day?: string | undefined; time?: string | undefined }): Promise<Mended | { at: Date }> {
  const { matter: found } = await managedMatter(ctx, id)
  if (found.its.state === 'published') throw new Conflict('matterPublished')
  const read = when.safeParse(input)
  if (!read.success) return problems(Object.fromEntries(read.error.issues.map((issue) => [String(issue.path[0]), issue.path[0] === 'time' ? 'timeOdd' : 'dayOdd'])))
  const time = read.data.time.replace('.', ':').padStart(5, '0')
  const at = atWallClock(read.data.day, `${time}:00`)
  if (at <= ctx.now) return problems({ day: 'timePast' })
  if (at.getTime() > ctx.now.getTime() + 366 * 86_400_000) return problems({ day: 'timeFar' })
  await ctx.db.update(matter).set({ state: 'scheduled', publishAt: at }).where(thisMatter(ctx, id))
  return { at }
}

/** A scheduled matter is a draft again. Doing it twice changes nothing. */
export async function unscheduleMatter(ctx: Ctx, id: string) {
  const { matter: found } = await managedMatter(ctx, id)
  if (found.its.state === 'published') throw new Conflict('matterPublished')
  await ctx.db.update(matter).set({ state: 'draft', publishAt: null }).where(thisMatter(ctx, id))
}

/**
 * The clock's round, every minute: publishes what is due in any municipality, each in a transaction of its own as who
 * began it. One that fails is told of, does not stop the others, and is tried again the next minute; two rounds at once
 * publish it once. Returns how many came out.
 */
export async function publishScheduled(house: House, onError: (cause: unknown, matterId: string) => void): Promise<number> {
  const due = await house.database.owner.select({ id: matter.id, its: municipality }).from(matter).innerJoin(municipality, eq(municipality.id, matter.municipalityId))
    .where(and(eq(matter.state, 'scheduled'), lte(matter.publishAt, house.clock()))).orderBy(matter.publishAt)
  let published = 0
  for (const { id, its } of due) {
    try { if (await command(house, { municipality: its }, publishDue, id)) published++ } catch (cause) { onError(cause, id) }
  }
  return published
}

async function publishDue(ctx: Ctx, id: string): Promise<boolean> {
  const found = await matterOf(ctx, id, { lock: true })
  if (found.its.state !== 'scheduled' || found.its.publishAt! > ctx.now || found.subject.visibility !== 'waiting') return false
  const actor = await officialActor(ctx, found.its.createdBy)
  await comeOut({ ...ctx, language: found.subject.language, ...(actor ? { actor } : {}) }, found)
  return true
}

async function comeOut(ctx: Ctx, { id, subject: its, its: own, phases }: Matter) {
  const { day } = wallClock(ctx.now)
  const dated = datesAtStart(phases, day)
  const first = dated[0]
  if (!first) throw new Conflict('noPhases')
  for (const each of dated) await ctx.db.update(phase).set({ startsOn: each.startsOn, endsOn: each.endsOn, state: each === first ? 'open' : 'ahead' }).where(and(eq(phase.municipalityId, ctx.scope.municipalityId), eq(phase.id, each.id)))
  await ctx.db.update(matter).set({ state: 'published', publishAt: null, publishedAt: ctx.now }).where(thisMatter(ctx, id))
  await changeSubject(ctx, id, { visibility: 'public', stage: first.stage, createdAt: ctx.now, answeredAt: ctx.now, dueAt: dueOn(first.endsOn) })
  await record(ctx, matterPublished, { subjectId: id, stage: first.stage, ...(its.ownerUnitId ? { unitId: its.ownerUnitId } : {}), data: { phase: first.name } })
  await followSubject(ctx, { id: own.createdBy }, id, 'author')
  await takeInIdeas(ctx, id)
  await joinAgendas(ctx, own.caseNumber)
  await keepComing(ctx, id)
}

/** Who began a matter, as they are now, so that what comes out by the clock is done by them; null when they are no official any more. */
async function officialActor(ctx: Ctx, personId: string): Promise<Person | null> {
  const rows = await ctx.db.select({ name: person.name, unitId: unit.id, unit: unit.name, lead: official.lead }).from(official)
    .innerJoin(person, and(eq(person.municipalityId, official.municipalityId), eq(person.id, official.personId), isNull(person.leftAt)))
    .innerJoin(unit, and(eq(unit.municipalityId, official.municipalityId), eq(unit.id, official.unitId)))
    .where(and(eq(official.municipalityId, ctx.scope.municipalityId), eq(official.personId, personId)))
  return rows[0] ? { kind: 'person', id: personId, name: rows[0].name, represents: [], units: rows.map((row) => ({ id: row.unitId, name: row.unit ?? {}, lead: row.lead })), moderator: false, admin: false, installationAdmin: false, identified: false } : null
}

/** Throws a draft away, with its files. Nobody but its unit has seen it. Throws NotFound, Forbidden, Conflict('matterPublished' | 'matterInUse'). */
export async function discardMatter(ctx: Ctx, id: string) {
  const { matter: found } = await managedMatter(ctx, id)
  if (found.its.state === 'published') throw new Conflict('matterPublished')
  if (found.its.jointId) throw new Conflict('matterInUse')
  const here = ctx.scope.municipalityId
  const removeBytes = await removeFiles(ctx, id)
  for (const table of [choice, phase, section] as const) await ctx.db.delete(table).where(and(eq(table.municipalityId, here), eq(table.matterId, id)))
  await ctx.db.delete(link).where(and(eq(link.municipalityId, here), or(eq(link.fromId, id), eq(link.toId, id))))
  await ctx.db.delete(audience).where(and(eq(audience.municipalityId, here), eq(audience.subjectId, id)))
  try {
    await ctx.db.delete(matter).where(thisMatter(ctx, id))
    await ctx.db.delete(subject).where(and(eq(subject.municipalityId, here), eq(subject.id, id)))
  } catch (cause) {
    if (sqlState(cause).code === '23503') throw new Conflict('matterInUse') // another module keeps something of it, such as a video being made
    throw cause
  }
  await erasePictures(ctx, id)
  await removeBytes()
}
