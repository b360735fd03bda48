import { asc, eq, sql } from 'drizzle-orm'
import { type Ctx, oneAtATime } from '#core/context/context.server.ts'
import { keepAreas } from '#core/geo/areas.server.ts'
import { unit } from '#core/identity/schema.server.ts'
import { allow } from '#core/permissions/permissions.ts'
import { dueAfter } from '#core/trail/due.server.ts'
import { recordQuietly } from '#core/trail/record.server.ts'
import { keepSubjects } from '#core/trail/subject.server.ts'
import { ideaImported } from '../events.server.ts'
import { can } from '../permissions.ts'
import { idea } from '../schema.server.ts'
import { checkIdeas, type ReadyIdea } from './check-ideas.server.ts'
import type { Mapping } from './columns.ts'
import type { Table } from './read-csv.ts'

export type Imported = { imported: number; already: number; left: number }

/**
 * Brings in the rows of a file that are fine, all in the asker's one transaction. They are public with their own date;
 * nobody is sent a notice. Their writers are names, not accounts, and supports given elsewhere are told but not counted.
 * An idea that nobody has answered gets a due date counted from today. Doing it again changes nothing.
 */
export async function importIdeas(ctx: Ctx, table: Table, mapping: Mapping, source: string): Promise<Imported> {
  allow(ctx, can.import)
  await oneAtATime(ctx, 'import')
  const { good, bad, already } = await checkIdeas(ctx, table, mapping, source)
  const [first] = await ctx.db.select({ id: unit.id }).from(unit).where(eq(unit.municipalityId, ctx.scope.municipalityId)).orderBy(sql`${unit.key} <> 'customer-service'`, asc(unit.key)).limit(1)
  const rows = good.map((each) => ({ ...each, id: ctx.newId() }))
  await keepAreas(ctx, rows.flatMap((each) => each.area ?? []))
  await keepSubjects(ctx, rows.map((each) => ({
    id: each.id, kind: 'idea', language: each.language, title: { [each.language]: each.title }, text: each.text, stage: each.stage, visibility: 'public' as const,
    topicId: each.topicId, ownerUnitId: each.ownerUnitId ?? first?.id ?? null, placeName: each.placeName, area: each.area, longitude: each.longitude, latitude: each.latitude,
    dueAt: each.stage === 'idea' && !answered(each) ? dueAfter(ctx, ctx.municipality.rules.replyDays) : null, answeredAt: answered(each), createdAt: each.at, movedAt: answered(each) ?? each.at,
  })))
  for (let i = 0; i < rows.length; i += 500) await ctx.db.insert(idea).values(rows.slice(i, i + 500).map((each) => ({ ...ctx.scope, id: each.id, kind: each.kind, text: each.text, importedFrom: each.importedFrom })))
  await recordQuietly(ctx, ideaImported, rows.map((each) => ({
    subjectId: each.id, stage: each.stage, ...(each.answer ? { sentence: each.answer } : {}),
    data: { source, ...(each.author ? { author: each.author } : {}), ...(each.supports ? { supports: each.supports } : {}), ...(each.answer ? { answer: each.answer } : {}) },
  })))
  return { imported: rows.length, already, left: bad.length }
}
const answered = (its: ReadyIdea): Date | null => its.answeredAt ?? (its.answer ? its.at : null)
