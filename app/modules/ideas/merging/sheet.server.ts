import { and, desc, eq, inArray, ne, sql } from 'drizzle-orm'
import type { Ctx } from '#core/context/context.server.ts'
import { isId } from '#core/context/ids.server.ts'
import { NotFound } from '#core/errors/errors.ts'
import { allow } from '#core/permissions/permissions.ts'
import { beginningsOf, tellingWords } from '#core/text/roots.ts'
import { inLanguage } from '#core/text/language.ts'
import { isOpen } from '#core/trail/list.server.ts'
import { isPublic, subject } from '#core/trail/schema.server.ts'
import { similarSubjects } from '#core/trail/similar.server.ts'
import { openStages, type Stage } from '#core/trail/stages.ts'
import { subjectOf } from '#core/trail/subject.server.ts'
import { whyClosed } from '../answering/for-officials.server.ts'
import { can } from '../permissions.ts'
import { idea as ideas } from '../schema.server.ts'

export type Candidate = { id: string; title: string; summary: string; stage: Stage; supports: number }

/** The idea that an official is about to merge or divide. `closed` says as a code why it cannot be. Throws NotFound, Forbidden, SignInNeeded. */
export async function readSheet(ctx: Ctx, ideaId: string) {
  const its = await subjectOf(ctx, ideaId, { kind: 'idea' })
  if (its.visibility === 'waiting') throw new NotFound()
  allow(ctx, can.merge, its)
  const [row] = await ctx.db.select({ text: ideas.text }).from(ideas).where(and(eq(ideas.municipalityId, ctx.scope.municipalityId), eq(ideas.id, ideaId)))
  const closed = await whyClosed(ctx, its) ?? (!isOpen(its.stage) ? 'ideaClosed' : null)
  const { longitude, latitude } = its
  return { id: its.id, title: inLanguage(its.title, ctx.language), text: row?.text ?? '', stage: its.stage, supports: its.supports, longitude, latitude, closed, experiment: its.stage === 'experiment' }
}

/** The same with what it could be merged with: what was searched for, else what seems to be about the same. */
export async function readMergeSheet(ctx: Ctx, ideaId: string, query: URLSearchParams) {
  const sheet = await readSheet(ctx, ideaId)
  const q = (query.get('q') ?? '').trim().slice(0, 100)
  const { title, text, longitude, latitude } = sheet
  const found: Candidate[] = sheet.closed ? [] : q ? await openIdeasWith(ctx, q, ideaId)
    : (await similarSubjects(ctx, { title, text, longitude: longitude ?? undefined, latitude: latitude ?? undefined }, { kind: 'idea', not: ideaId, limit: 8 })).filter((each) => isOpen(each.stage))
  return { ...sheet, q, candidates: found }
}

/** Open public ideas that have all the words, or whose id or address was given. */
async function openIdeasWith(ctx: Ctx, q: string, not: string): Promise<Candidate[]> {
  const id = /[0-9a-f-]{36}/.exec(q.toLowerCase())?.[0]
  const terms = tellingWords(q, 6).map((word) => beginningsOf(word, ctx.language)).filter((each) => each.length > 0).map((each) => `(${each.map((one) => `${one}:*`).join('|')})`)
  if (!isId(id) && terms.length === 0) return []
  const rows = await ctx.db.select({ id: subject.id, title: subject.title, summary: subject.summary, stage: subject.stage, supports: subject.supports }).from(subject).where(and(
    eq(subject.municipalityId, ctx.scope.municipalityId), eq(subject.kind, 'idea'), isPublic, inArray(subject.stage, [...openStages]), ne(subject.id, not),
    isId(id) ? eq(subject.id, id) : sql`${subject.search} @@ ${terms.join(' & ')}::tsquery`)).orderBy(desc(subject.supports), desc(subject.id)).limit(10)
  return rows.map((row) => ({ ...row, title: inLanguage(row.title, ctx.language) }))
}
