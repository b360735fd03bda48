import { and, asc, desc, eq, sql } from 'drizzle-orm'
import type { Ctx } from '#core/context/context.server.ts'
import { NotFound } from '#core/errors/errors.ts'
import { picturesOf } from '#core/files/pictures.server.ts'
import { person } from '#core/identity/schema.server.ts'
import { allow, may } from '#core/permissions/permissions.ts'
import { inLanguage, otherLanguage } from '#core/text/language.ts'
import { isLate } from '#core/trail/due.server.ts'
import { unitsOf } from '#core/trail/facets.server.ts'
import { stageSign } from '#core/trail/kind.ts'
import { event } from '#core/trail/schema.server.ts'
import { subjectOf } from '#core/trail/subject.server.ts'
import { linksOf, trailOf } from '#core/trail/trail.server.ts'
import { answerLines } from '../categories/answers.server.ts'
import { categoriesOf, categoryOf } from '../categories/categories.server.ts'
import { suggestCategories } from '../categories/suggest.server.ts'
import { knownNear } from '../map/known.server.ts'
import { panelsOf } from '../panels.ts'
import { can } from '../permissions.ts'
import { fixed, report, sender, staffNote } from '../schema.server.ts'
import { stateRules } from '../states.ts'
import { additionsOf } from './show.server.ts'
import { templatesOf } from './templates.server.ts'
import { readsAll, rowOf, seenMark } from './who.server.ts'

export type Handling = Awaited<ReturnType<typeof readHandling>>

/**
 * Everything that handling a report needs: who sent it and how they are reached, what was added, notes, ready words, where it
 * probably belongs, and what is near. An official of another unit sees of a public one only where to pass it.
 * Throws NotFound, SignInNeeded, Forbidden.
 */
export async function readHandling(ctx: Ctx, id: string, query: URLSearchParams) {
  allow(ctx, can.pass)
  const its = await subjectOf(ctx, id, { kind: 'report' })
  const mine = readsAll(ctx, its)
  if (!mine && its.visibility !== 'public') throw new NotFound()
  const row = await rowOf(ctx, id)
  const open = stateRules[row.state].open, live = its.visibility === 'public' || its.visibility === 'private'
  const [category, categories, units, trail] = [await categoryOf(ctx, row.categoryId), await categoriesOf(ctx), await unitsOf(ctx), await trailOf(ctx, id)]
  const likely = open && live ? await likelyPlaces(ctx, row.text, row.categoryId, categories) : []
  const pictures = await picturesOf(ctx, id)
  const whole = mine ? await inside(ctx, id) : null
  const templates = mine && its.ownerUnitId ? await templatesOf(ctx, [its.ownerUnitId], row.categoryId) : []
  const near = mine && open && live && its.longitude !== null && its.latitude !== null ? (await knownNear(ctx, { categoryId: row.categoryId, longitude: its.longitude, latitude: its.latitude })).filter((each) => each.kind === 'report' && each.id !== id) : []
  const panels = mine && live ? await panelsOf(ctx, its, 'handle') : []
  const links = mine ? await linksOf(ctx, id) : []
  const latest = mine ? await latestDoing(ctx, id) : null
  return {
    id, mine, live, open, reference: row.reference, state: row.state, stage: its.stage, sign: stageSign('report', its.stage, ctx.language), visibility: its.visibility, seen: seenMark({ ...its, ...row }),
    title: inLanguage(its.title, ctx.language), lang: otherLanguage(its.title, ctx.language), textLang: its.language === ctx.language ? undefined : its.language, text: row.text, priority: row.priority, channel: row.channel,
    category: { id: category.id, name: category.name }, lines: answerLines(category, row.answers, ctx.language), place: its.placeName, address: row.address, point: its.longitude !== null && its.latitude !== null ? { longitude: its.longitude, latitude: its.latitude } : null,
    sentAt: row.sentAt, meToos: its.supports, mergedInto: row.mergedInto, forgotten: row.forgottenAt !== null, trail, links, panels, near, latest, whole, likely,
    before: pictures.filter((each) => each.role !== 'after'), after: pictures.filter((each) => each.role === 'after'),
    owed: { owner: units.find((each) => each.id === its.ownerUnitId)?.name ?? null, dueAt: live ? its.dueAt : null, late: live && isLate(its, ctx.now), answered: its.answeredAt !== null },
    categories: categories.map((each) => ({ id: each.id, name: each.name, unit: each.unit })), units: units.filter((each) => each.id !== its.ownerUnitId).map(({ id: unitId, name }) => ({ id: unitId, name })), unitId: its.ownerUnitId,
    templates, chosen: templates.find((each) => each.id === query.get('template')) ?? null, to: stateRules[row.state].to.filter((each) => each !== 'merged'), mayPass: open && live && may(ctx, can.pass, its),
  }
}

/** Where it probably belongs by its words, another category than its own, the likeliest first. */
async function likelyPlaces(ctx: Ctx, text: string, categoryId: string, categories: { id: string; name: string; unit: string }[]) {
  const suggested = await suggestCategories(ctx, text)
  return suggested.flatMap(({ id }) => { const found = categories.find((each) => each.id === id && id !== categoryId); return found ? [{ id, name: found.name, unit: found.unit }] : [] }).slice(0, 3)
}

/** What only those who handle it read. */
async function inside(ctx: Ctx, id: string) {
  const here = ctx.scope.municipalityId
  const [who] = await ctx.db.select({ name: sender.name, email: sender.email, phone: sender.phone, shown: sender.shown, personName: person.name, personEmail: person.email, byOfficial: sender.byOfficial }).from(sender)
    .leftJoin(person, and(eq(person.municipalityId, sender.municipalityId), eq(person.id, sender.personId))).where(and(eq(sender.municipalityId, here), eq(sender.reportId, id)))
  const notes = await ctx.db.select({ id: staffNote.id, text: staffNote.text, at: staffNote.at, by: person.name }).from(staffNote)
    .leftJoin(person, and(eq(person.municipalityId, staffNote.municipalityId), eq(person.id, staffNote.by))).where(and(eq(staffNote.municipalityId, here), eq(staffNote.reportId, id))).orderBy(asc(staffNote.at), asc(staffNote.id))
  const answers = await ctx.db.select({ time: fixed.time, round: fixed.round, answer: fixed.answer, words: fixed.words, at: fixed.answeredAt }).from(fixed)
    .where(and(eq(fixed.municipalityId, here), eq(fixed.reportId, id), sql`${fixed.answer} is not null`)).orderBy(desc(fixed.answeredAt))
  return { sender: who ? { name: who.name ?? who.personName, email: who.email ?? who.personEmail, phone: who.phone, shown: who.shown, byOfficial: who.byOfficial !== null } : null, notes, answers, additions: await additionsOf(ctx, id), merged: await mergedHere(ctx, id) }
}
async function mergedHere(ctx: Ctx, id: string) {
  return ctx.db.select({ id: report.id, reference: report.reference }).from(report).where(and(eq(report.municipalityId, ctx.scope.municipalityId), eq(report.mergedInto, id))).orderBy(asc(report.sentAt)).limit(50)
}

/** The last thing that an official did to it, and who: said when two meet. */
async function latestDoing(ctx: Ctx, id: string): Promise<{ who: string; at: Date } | null> {
  const [row] = await ctx.db.select({ who: person.name, at: event.at }).from(event).innerJoin(person, and(eq(person.municipalityId, event.municipalityId), eq(person.id, event.actorPersonId)))
    .where(and(eq(event.municipalityId, ctx.scope.municipalityId), eq(event.subjectId, id), event.onTrail)).orderBy(desc(event.at), desc(event.id)).limit(1)
  return row ? { who: row.who, at: row.at } : null
}
