import { and, eq, inArray } from 'drizzle-orm'
import type { Ctx } from '#core/context/context.server.ts'
import { NotFound } from '#core/errors/errors.ts'
import { officialsOf } from '#core/identity/officials.server.ts'
import { allow, may, type Permission } from '#core/permissions/permissions.ts'
import { inLanguage } from '#core/text/language.ts'
import { isLate } from '#core/trail/due.server.ts'
import { unitsOf } from '#core/trail/facets.server.ts'
import { isOpen } from '#core/trail/list.server.ts'
import { subject } from '#core/trail/schema.server.ts'
import type { Stage } from '#core/trail/stages.ts'
import { type Subject, subjectOf } from '#core/trail/subject.server.ts'
import { isId } from '#core/context/ids.server.ts'
import { can } from '../permissions.ts'
import { idea as ideas } from '../schema.server.ts'
import { type Answer, answersOf, type Draft, draftsOf, seenOf } from './answers.server.ts'
import { whyClosed } from './for-officials.server.ts'
import { mayReturn } from './move.server.ts'
import { movesFrom } from './moves.ts'

/** What an official sees of an idea above any of the forms. */
export type Sheet = { id: string; title: string; text: string; stage: Stage; supports: number; dueAt: Date | null; late: boolean; unit: string | null; unitId: string | null; /** why nothing can be done, as a code */ closed: string | null; may: Tools }
/** Which of the officials' pages the asker may use for an idea. */
export type Tools = { answer: boolean; move: boolean; route: boolean }

/** What the asker may do to an idea as an official; all false for residents. For the idea's page. */
function officialTools(ctx: Ctx, idea: Subject): Tools {
  const open = idea.visibility === 'public'
  return { answer: open && may(ctx, can.answer, idea), move: open && may(ctx, can.move, idea), route: open && isOpen(idea.stage) && may(ctx, can.route, idea) }
}

async function sheetOf(ctx: Ctx, ideaId: string, permission: Permission): Promise<Sheet> {
  const its = await subjectOf(ctx, ideaId, { kind: 'idea' })
  if (its.visibility === 'waiting') throw new NotFound()
  allow(ctx, permission, its)
  const [[row], units, closed] = await Promise.all([
    ctx.db.select({ text: ideas.text }).from(ideas).where(and(eq(ideas.municipalityId, ctx.scope.municipalityId), eq(ideas.id, ideaId))),
    unitsOf(ctx), whyClosed(ctx, its),
  ])
  return {
    id: its.id, title: inLanguage(its.title, ctx.language), text: row?.text ?? its.summary, stage: its.stage, supports: its.supports, dueAt: its.dueAt, late: isLate(its, ctx.now),
    unitId: its.ownerUnitId, unit: units.find((each) => each.id === its.ownerUnitId)?.name ?? null, closed, may: officialTools(ctx, its),
  }
}

/** The page of answering one idea: the idea, its earlier answers, the open draft. Throws NotFound, SignInNeeded, Forbidden. */
export async function answerSheet(ctx: Ctx, ideaId: string): Promise<Sheet & { answers: Answer[]; draft: Draft | null; seen: string }> {
  const sheet = await sheetOf(ctx, ideaId, can.answer)
  const [answers, drafts, seen] = await Promise.all([answersOf(ctx, ideaId), draftsOf(ctx, [ideaId]), seenOf(ctx, [ideaId])])
  return { ...sheet, answers, draft: drafts[0] ?? null, seen: seen.get(ideaId)! }
}

/** One of several ideas to be answered together. */
export type ManyRow = { id: string; title: string; summary: string; stage: Stage; supports: number; mine: boolean; seen: string; draft: Draft | null }
/** The page of answering several ideas at once. Those that are gone are left out. Throws SignInNeeded, Forbidden. */
export async function answerManySheet(ctx: Ctx, ideaIds: string[]): Promise<ManyRow[]> {
  allow(ctx, can.readDrafts)
  const ids = [...new Set(ideaIds.filter(isId))].slice(0, 100)
  if (ids.length === 0) return []
  const [rows, drafts, seen] = await Promise.all([
    ctx.db.select({ id: subject.id, title: subject.title, summary: subject.summary, stage: subject.stage, supports: subject.supports, ownerUnitId: subject.ownerUnitId }).from(subject)
      .where(and(eq(subject.municipalityId, ctx.scope.municipalityId), eq(subject.kind, 'idea'), inArray(subject.id, ids), inArray(subject.visibility, ['public', 'withdrawn', 'hidden']))).orderBy(subject.dueAt, subject.id),
    draftsOf(ctx, ids), seenOf(ctx, ids),
  ])
  return rows.map(({ ownerUnitId, ...row }) => ({ ...row, title: inLanguage(row.title, ctx.language), mine: may(ctx, can.answer, { ownerUnitId }), seen: seen.get(row.id) ?? '', draft: drafts.find((each) => each.ideaId === row.id) ?? null }))
}

/** The page of moving an idea: where it may go. */
export async function moveSheet(ctx: Ctx, ideaId: string): Promise<Sheet & { to: readonly Stage[] }> {
  const sheet = await sheetOf(ctx, ideaId, can.move)
  return { ...sheet, to: movesFrom(sheet.stage, { mayReturn: sheet.stage === 'ended' && await mayReturn(ctx, ideaId) }) }
}

/** The page of routing an idea: the other units, and who of the present one may have it. */
export async function routeSheet(ctx: Ctx, ideaId: string): Promise<Sheet & { units: { id: string; name: string }[]; people: { id: string; name: string }[]; ownerId: string | null; mayAssign: boolean; open: boolean }> {
  const sheet = await sheetOf(ctx, ideaId, can.route)
  const its = await subjectOf(ctx, ideaId)
  const [units, people] = await Promise.all([unitsOf(ctx), sheet.unitId ? officialsOf(ctx, [sheet.unitId]) : []])
  return { ...sheet, units: units.filter((each) => each.id !== sheet.unitId), people, ownerId: its.ownerPersonId, mayAssign: may(ctx, can.assign, its), open: isOpen(its.stage) }
}
