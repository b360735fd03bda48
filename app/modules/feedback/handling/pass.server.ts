import { and, eq } from 'drizzle-orm'
import { z } from 'zod'
import type { Ctx } from '#core/context/context.server.ts'
import { isId } from '#core/context/ids.server.ts'
import { Conflict, type Mended, NotFound, problems } from '#core/errors/errors.ts'
import { unit } from '#core/identity/schema.server.ts'
import { allow } from '#core/permissions/permissions.ts'
import { inLanguage } from '#core/text/language.ts'
import { addLocalDays } from '#core/time/local.ts'
import { dueAfter } from '#core/trail/due.server.ts'
import { record } from '#core/trail/record.server.ts'
import { changeSubject } from '#core/trail/subject.server.ts'
import { answerLines } from '../categories/answers.server.ts'
import { type Category, categoryOf } from '../categories/categories.server.ts'
import { reportPassed, reportSorted } from '../events.server.ts'
import { visibleReport } from '../own.server.ts'
import { can } from '../permissions.ts'
import { category, report, staffNote } from '../schema.server.ts'
import { raisedPriority, stateRules } from '../states.ts'
import { makePrivate } from './visibility.server.ts'
import { isStale, mustBeLive, rowOf } from './who.server.ts'

/** Where it belongs: another category, with its unit, promise and questions, or only another unit. */
export const passing = z.object({ categoryId: z.string().optional(), unitId: z.string().optional(), note: z.string().trim().max(1000, 'tooLong').default(''), seen: z.string().max(200).optional() })

/**
 * "Wrong unit", in one step: the report goes where it belongs, its sender hears and starts nothing over. What was promised
 * keeps: an earlier day stays, and a category of a longer promise counts from the day it was sent. What was answered to the
 * old category's questions goes along as a note. Any official may, of what they may see.
 * Throws NotFound, SignInNeeded, Forbidden, Conflict('reportClosed').
 */
export async function passReport(ctx: Ctx, id: string, input: z.input<typeof passing>): Promise<Mended | void> {
  const to = passing.parse(input)
  allow(ctx, can.pass)
  const its = await visibleReport(ctx, id, { lock: true })
  mustBeLive(its)
  const row = await rowOf(ctx, id)
  if (isStale({ ...its, ...row }, to.seen)) return problems({ seen: 'changedMeanwhile' })
  if (!stateRules[row.state].open) throw new Conflict('reportClosed')
  if (!to.categoryId && !to.unitId) return problems({ unitId: 'chooseWhere' })
  const sort = to.categoryId ? await categoryOf(ctx, to.categoryId) : null
  const unitId = sort && !to.unitId ? sort.unitId : to.unitId!
  if ((!sort || sort.id === row.categoryId) && unitId === its.ownerUnitId) return problems({ unitId: 'alreadyThere' })
  const name = await unitName(ctx, unitId)
  if (to.note) await note(ctx, id, to.note)
  if (sort && sort.id !== row.categoryId) await sortAnew(ctx, its.supports, row, sort)
  const moves = unitId !== its.ownerUnitId
  const promised = sort ? addLocalDays(row.sentAt, sort.promisedDays, { endOfDay: true }) : its.dueAt
  const tomorrow = dueAfter(ctx, 1)
  await changeSubject(ctx, id, {
    ownerUnitId: unitId, ...(moves ? { ownerPersonId: null } : {}), ...(sort ? { topicId: sort.topicId } : {}),
    dueAt: promised && promised > tomorrow ? promised : tomorrow,
  })
  if (sort && sort.id !== row.categoryId) await record(ctx, reportSorted, { subjectId: id, data: { category: await categoryNameHere(ctx, sort.id) } })
  if (moves) await record(ctx, reportPassed, { subjectId: id, data: { unit: name } })
  if (sort?.private && its.visibility === 'public') await makePrivate(ctx, { ...its, ownerUnitId: unitId })
}

async function sortAnew(ctx: Ctx, people: number, row: typeof report.$inferSelect, sort: Category) {
  const lines = answerLines(await categoryOf(ctx, row.categoryId), row.answers, ctx.language)
  if (lines.length) await note(ctx, row.id, lines.map((each) => `${each.label}: ${each.value}`).join('\n'))
  await ctx.db.update(report).set({ categoryId: sort.id, priority: Math.max(row.priority, raisedPriority(sort.priority, people)) }).where(and(eq(report.municipalityId, ctx.scope.municipalityId), eq(report.id, row.id)))
}
const note = (ctx: Ctx, reportId: string, text: string) => ctx.db.insert(staffNote).values({ ...ctx.scope, id: ctx.newId(), reportId, text, by: ctx.actor.kind === 'person' ? ctx.actor.id : null, at: ctx.now })

/** A trail is read in every language, so names on it are in the municipality's first. */
async function unitName(ctx: Ctx, id: string): Promise<string> {
  const [row] = isId(id) ? await ctx.db.select({ name: unit.name }).from(unit).where(and(eq(unit.municipalityId, ctx.scope.municipalityId), eq(unit.id, id))) : []
  if (!row) throw new NotFound()
  return inLanguage(row.name, ctx.municipality.languages[0] ?? 'fi')
}
async function categoryNameHere(ctx: Ctx, id: string): Promise<string> {
  const [row] = await ctx.db.select({ name: category.name }).from(category).where(and(eq(category.municipalityId, ctx.scope.municipalityId), eq(category.id, id)))
  return inLanguage(row!.name, ctx.municipality.languages[0] ?? 'fi')
}
