import { and, asc, eq, gte, inArray, isNull, sql } from 'drizzle-orm'
import { z } from 'zod'
import type { Ctx } from '#core/context/context.server.ts'
import { isId } from '#core/context/ids.server.ts'
import { Invalid, NotFound } from '#core/errors/errors.ts'
import { unit } from '#core/identity/schema.server.ts'
import { allow, may } from '#core/permissions/permissions.ts'
import { inLanguage, type Translated } from '#core/text/language.ts'
import { referenceOf } from '#core/text/reference.ts'
import { addLocalDays, wallClock } from '#core/time/local.ts'
import { place } from '#core/trail/schema.server.ts'
import { subjectOf } from '#core/trail/subject.server.ts'
import { can } from './permissions.ts'
import { count, question } from './schema.server.ts'
import { fewestShown, type Share, wilson } from './wilson.ts'

export type Question = typeof question.$inferSelect
const codeForm = /^[2-9A-HJ-NP-Z]{5}$/

/** The question of a code, also a closed one. Throws NotFound. */
export async function openQuestion(ctx: Ctx, code: string): Promise<Question> {
  const asked = code.toUpperCase()
  if (!codeForm.test(asked)) throw new NotFound()
  const [row] = await ctx.db.select().from(question).where(and(eq(question.municipalityId, ctx.scope.municipalityId), eq(question.code, asked)))
  if (!row) throw new NotFound()
  return row
}

const name = z.string().transform((text) => text.replace(/\s+/g, ' ').trim()).pipe(z.string().max(120, 'tooLong').refine((text) => !text.includes('\0'), 'invalid'))
/** A question as its form gives it: the name in at least one language; the sentence may be left to the house. */
export const questionForm = z.object({
  about: z.enum(['service', 'place', 'unit'], 'required'), unitId: z.uuid('required'), placeId: z.preprocess((value) => value || undefined, z.uuid('invalid').optional()), subjectId: z.preprocess((value) => value || undefined, z.uuid('invalid').optional()), categoryId: z.preprocess((value) => value || undefined, z.uuid('invalid').optional()),
  nameFi: name.default(''), nameSv: name.default(''), nameEn: name.default(''), promptFi: name.default(''), promptSv: name.default(''), promptEn: name.default(''),
}).refine((its) => its.nameFi || its.nameSv || its.nameEn, { path: ['nameFi'], message: 'required' }).refine((its) => its.about !== 'place' || its.placeId || its.subjectId, { path: ['placeId'], message: 'required' })

const translatedOf = (fi: string, sv: string, en: string): Translated => ({ ...(fi ? { fi } : {}), ...(sv ? { sv } : {}), ...(en ? { en } : {}) })

/** Makes a question, or changes one (`code`). What it is about is its own unit's, of whatever kind has a page. Throws Forbidden for another unit's, Invalid('placeUnknown' | 'subjectUnknown'). */
export async function keepQuestion(ctx: Ctx, its: z.output<typeof questionForm>, code?: string): Promise<{ code: string }> {
  const known = code ? await openQuestion(ctx, code) : null
  if (known) allow(ctx, can.keep, known)
  allow(ctx, can.keep, { unitId: its.unitId })
  if (its.placeId && (await ctx.db.select({ id: place.id }).from(place).where(and(eq(place.municipalityId, ctx.scope.municipalityId), eq(place.id, its.placeId)))).length === 0) throw new Invalid('placeUnknown')
  if (its.subjectId && its.subjectId !== known?.subjectId && (await subjectOf(ctx, its.subjectId)).ownerUnitId !== its.unitId) throw new Invalid('subjectUnknown')
  const prompt = translatedOf(its.promptFi, its.promptSv, its.promptEn)
  const values = { about: its.about, unitId: its.unitId, placeId: its.placeId ?? null, subjectId: its.subjectId ?? null, categoryId: its.categoryId ?? null, name: translatedOf(its.nameFi, its.nameSv, its.nameEn), prompt: Object.keys(prompt).length ? prompt : null }
  if (known) { await ctx.db.update(question).set(values).where(and(eq(question.municipalityId, ctx.scope.municipalityId), eq(question.id, known.id))); return { code: known.code } }
  for (;;) {
    const id = ctx.newId()
    const [made] = await ctx.db.insert(question).values({ ...ctx.scope, id, code: referenceOf(id, 5), ...values, createdAt: ctx.now }).onConflictDoNothing({ target: [question.municipalityId, question.code] }).returning({ code: question.code })
    if (made) return made
  }
}

/** Closes a question, or opens it again. What was answered stays. */
export async function closeQuestion(ctx: Ctx, code: string, closed: boolean): Promise<void> {
  const its = await openQuestion(ctx, code)
  allow(ctx, can.keep, its)
  await ctx.db.update(question).set({ closedAt: closed ? ctx.now : null }).where(and(eq(question.municipalityId, ctx.scope.municipalityId), eq(question.id, its.id)))
}

/** What has been answered: how many, how many of each face, and the share of the happy (faces 4 and 5) with its interval. */
export type Result = { number: number; faces: [number, number, number, number, number]; happy: Share | null }
/** The same for everyone: null where there are too few to show. */
export const shownToAll = (its: Result): Result | null => (its.number >= fewestShown ? its : null)

/** Results of questions since a day (a year unless said), by question id; a question without answers has none. */
export async function resultsOf(ctx: Ctx, ids: string[], days = 365): Promise<Map<string, Result>> {
  const found = new Map<string, Result>()
  if (ids.length === 0) return found
  const rows = await ctx.db.select({ id: count.questionId, value: count.value, number: sql<number>`sum(${count.number})::int` }).from(count)
    .where(and(eq(count.municipalityId, ctx.scope.municipalityId), inArray(count.questionId, ids), gte(count.day, wallClock(addLocalDays(ctx.now, -days)).day))).groupBy(count.questionId, count.value)
  for (const row of rows) {
    const its = found.get(row.id) ?? { number: 0, faces: [0, 0, 0, 0, 0] as Result['faces'], happy: null }
    its.faces[row.value - 1] = row.number
    its.number += row.number
    found.set(row.id, its)
  }
  for (const its of found.values()) its.happy = wilson(its.faces[3] + its.faces[4], its.number)
  return found
}

/** The weeks of a question, oldest first: Monday's date, how many, and the share of the happy with its interval. */
export async function weeksOf(ctx: Ctx, id: string, weeks = 12): Promise<{ monday: string; number: number; happy: Share | null }[]> {
  const { rows } = await ctx.db.execute<{ monday: string; number: number; happy: number }>(sql`
    select to_char(date_trunc('week', day), 'YYYY-MM-DD') as monday, sum(number)::int as number, coalesce(sum(number) filter (where value >= 4), 0)::int as happy from satisfaction.count
    where municipality_id = ${ctx.scope.municipalityId} and question_id = ${id}::uuid and day > ${wallClock(addLocalDays(ctx.now, -7 * weeks)).day}::date group by 1 order by 1`)
  return rows.map((row) => ({ monday: row.monday, number: row.number, happy: wilson(row.happy, row.number) }))
}

export type Listed = { id: string; code: string; about: Question['about']; name: string; unit: string; unitId: string; closed: boolean; result: Result | null; mine: boolean }
/** Questions that are asked now, of a unit, of a thing or all; closed ones too for who may keep them. `result` only where it may be shown. */
export async function listQuestions(ctx: Ctx, only: { unitId?: string; subjectId?: string } = {}): Promise<Listed[]> {
  const rows = await ctx.db.select({ question, unit: unit.name }).from(question).innerJoin(unit, and(eq(unit.municipalityId, question.municipalityId), eq(unit.id, question.unitId)))
    .where(and(eq(question.municipalityId, ctx.scope.municipalityId), only.unitId ? (isId(only.unitId) ? eq(question.unitId, only.unitId) : sql`false`) : undefined, only.subjectId ? eq(question.subjectId, only.subjectId) : undefined, may(ctx, can.read) ? undefined : isNull(question.closedAt))).orderBy(asc(question.code)).limit(500)
  const results = await resultsOf(ctx, rows.map((row) => row.question.id))
  return rows.map(({ question: its, unit: whose }) => {
    const mine = may(ctx, can.keep, its), result = results.get(its.id) ?? null
    return { id: its.id, code: its.code, about: its.about, name: inLanguage(its.name ?? {}, ctx.language), unit: inLanguage(whose ?? {}, ctx.language), unitId: its.unitId, closed: its.closedAt !== null, result: result && (mine ? result : shownToAll(result)), mine }
  }).sort((a, b) => a.name.localeCompare(b.name, ctx.language))
}
