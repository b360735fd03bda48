import { and, eq, type SQL, sql } from 'drizzle-orm'
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
import { addition, fixed, report, sender, staffNote } from '../schema.server.ts'
import { stateRules } from '../states.ts'
import type { FixedAnswer } from './fixed.server.ts'
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
  const likely = open && live ? await likelyPlaces(ctx, row.text, category, categories) : []
  const pictures = await picturesOf(ctx, id)
  const whole = mine ? await inside(ctx, id) : null
  const templates = mine && its.ownerUnitId ? await templatesOf(ctx, [its.ownerUnitId], row.categoryId) : []
  const near = mine && open && live && its.longitude !== null && its.latitude !== null ? (await knownNear(ctx, { categoryId: row.categoryId, longitude: its.longitude, latitude: its.latitude })).filter((each) => each.kind === 'report' && each.id !== id) : []
  const panels = mine && live ? await panelsOf(ctx, its, 'handle') : []
  const links = mine ? await linksOf(ctx, id) : []
  return {
    id, mine, live, open, reference: row.reference, state: row.state, stage: its.stage, sign: stageSign('report', its.stage, ctx.language), visibility: its.visibility, seen: seenMark({ ...its, ...row }),
    title: inLanguage(its.title, ctx.language), lang: otherLanguage(its.title, ctx.language), textLang: its.language === ctx.language ? undefined : its.language, text: row.text, priority: row.priority, channel: row.channel,
    category: { id: category.id, name: category.name, icon: category.icon }, lines: answerLines(category, row.answers, ctx.language), place: its.placeName, address: row.address, point: its.longitude !== null && its.latitude !== null ? { longitude: its.longitude, latitude: its.latitude } : null,
    sentAt: row.sentAt, meToos: its.supports, mergedInto: row.mergedInto, forgotten: row.forgottenAt !== null, trail, links, panels, near, latest: whole?.latest ?? null, whole, likely,
    before: pictures.filter((each) => each.role !== 'after'), after: pictures.filter((each) => each.role === 'after'),
    owed: { owner: units.find((each) => each.id === its.ownerUnitId)?.name ?? null, dueAt: live ? its.dueAt : null, late: live && isLate(its, ctx.now), answered: its.answeredAt !== null },
    categories: categories.map((each) => ({ id: each.id, name: each.name, unit: each.unit })), units: units.filter((each) => each.id !== its.ownerUnitId).map(({ id: unitId, name }) => ({ id: unitId, name })), unitId: its.ownerUnitId,
    templates, chosen: templates.find((each) => each.id === query.get('template')) ?? null, to: stateRules[row.state].to.filter((each) => each !== 'merged'), mayPass: open && live && may(ctx, can.pass, its),
  }
}

/** Where it probably belongs by its words, another category than its own, the likeliest first. What is likelier where it is goes only to another unit. */
async function likelyPlaces(ctx: Ctx, text: string, own: { id: string; unit: string }, categories: { id: string; name: string; unit: string }[]) {
  const suggested = await suggestCategories(ctx, text)
  const others = suggested[0]?.id === own.id ? categories.filter((each) => each.unit !== own.unit) : categories
  return suggested.flatMap(({ id }) => { const found = others.find((each) => each.id === id && id !== own.id); return found ? [{ id, name: found.name, unit: found.unit }] : [] }).slice(0, 3)
}

type Told<T> = { [K in keyof T]: T[K] extends Date ? string : T[K] }
type Note = { id: string; text: string; at: Date; by: string | null }
type Answered = { time: number; round: 1 | 2; answer: FixedAnswer; words: string; at: Date }
type Added = { id: string; text: string; at: Date; hidden: boolean }
const dated = <T extends { at: Date }>(rows: Told<T>[]): T[] => rows.map((row) => ({ ...row, at: new Date(row.at as unknown as string) }) as unknown as T)

/** What only those who handle it read, in one query: who sent it, notes, what was answered and added, what was merged into it, and which official did the last thing to it. */
async function inside(ctx: Ctx, id: string) {
  const here = ctx.scope.municipalityId
  const list = (what: SQL, from: SQL) => sql`coalesce((select jsonb_agg(${what}) from ${from}), '[]')`
  const [row] = await ctx.db.select({
    name: sender.name, email: sender.email, phone: sender.phone, shown: sender.shown, personName: person.name, personEmail: person.email, byOfficial: sender.byOfficial,
    notes: list(sql`jsonb_build_object('id', n.id, 'text', n.text, 'at', n.at, 'by', n.name) order by n.at, n.id`, sql`(select x.id, x.text, x.at, p.name from ${staffNote} x left join ${person} p on p.municipality_id = x.municipality_id and p.id = x.by where x.municipality_id = ${here} and x.report_id = ${id}) n`) as SQL<Told<Note>[]>,
    answers: list(sql`jsonb_build_object('time', f.time, 'round', f.round, 'answer', f.answer, 'words', f.words, 'at', f.answered_at) order by f.answered_at desc`, sql`${fixed} f where f.municipality_id = ${here} and f.report_id = ${id} and f.answer is not null`) as SQL<Told<Answered>[]>,
    additions: list(sql`jsonb_build_object('id', a.id, 'text', a.text, 'at', a.at, 'hidden', a.hidden) order by a.at, a.id`, sql`${addition} a where a.municipality_id = ${here} and a.report_id = ${id}`) as SQL<Told<Added>[]>,
    merged: list(sql`jsonb_build_object('id', m.id, 'reference', m.reference) order by m.sent_at`, sql`(select id, reference, sent_at from ${report} where municipality_id = ${here} and merged_into = ${id} order by sent_at limit 50) m`) as SQL<{ id: string; reference: string }[]>,
    latest: sql`(select jsonb_build_object('who', p.name, 'at', e.at) from ${event} e join ${person} p on p.municipality_id = e.municipality_id and p.id = e.actor_person_id where e.municipality_id = ${here} and e.subject_id = ${id} and e.on_trail order by e.at desc, e.id desc limit 1)` as SQL<{ who: string; at: string } | null>,
  }).from(report).leftJoin(sender, and(eq(sender.municipalityId, report.municipalityId), eq(sender.reportId, report.id)))
    .leftJoin(person, and(eq(person.municipalityId, sender.municipalityId), eq(person.id, sender.personId))).where(and(eq(report.municipalityId, here), eq(report.id, id)))
  const who = row!
  return {
    sender: { name: who.name ?? who.personName, email: who.email ?? who.personEmail, phone: who.phone, shown: who.shown ?? false, byOfficial: who.byOfficial !== null },
    notes: dated<Note>(who.notes), answers: dated<Answered>(who.answers), additions: dated<Added>(who.additions), merged: who.merged, latest: who.latest && { who: who.latest.who, at: new Date(who.latest.at) },
  }
}
