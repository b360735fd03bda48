import { and, desc, eq, inArray, isNotNull, isNull, or, type SQL, sql } from 'drizzle-orm'
import type { Ctx } from '#core/context/context.server.ts'
import { isId } from '#core/context/ids.server.ts'
import { allow } from '#core/permissions/permissions.ts'
import { inLanguage } from '#core/text/language.ts'
import { areasOf, topicsOf } from '#core/trail/facets.server.ts'
import { subject } from '#core/trail/schema.server.ts'
import { category, report } from '#modules/feedback/server'
import { type FoundAddress, type FoundState, readAddress } from './address.ts'
import { can } from './permissions.ts'
import { consent, reading } from './schema.server.ts'
import type { FoundKind, Hit } from './score.ts'
import { verySure } from './signals.ts'

const inPage = 30

export type FoundLine = {
  id: string; sentence: string; category: string; area: string | null; at: Date; score: number; kind: FoundKind | null; hits: Hit[]; isPrivate: boolean
  /** where it stands: of one that was asked, what the sender said */ state: Exclude<FoundState, 'all'>; ideaPath: string | null
}
export type FoundList = { address: FoundAddress; lines: FoundLine[]; more: boolean; topics: { id: string; name: string }[]; areas: { key: string; name: string }[] }

/**
 * What has been found in the reports of the asker's units, or of their units' topics; an admin's: in all. The newest first,
 * a page at a time. Private reports are only for the unit that handles them. Throws SignInNeeded, Forbidden.
 */
export async function listFound(ctx: Ctx, query: URLSearchParams): Promise<FoundList> {
  const me = allow(ctx, can.read)
  const address = readAddress(query)
  const [topics, areas] = await Promise.all([topicsOf(ctx), areasOf(ctx)])
  const all = me.admin || me.installationAdmin
  const units = me.units.map((each) => each.id)
  const mine = all ? undefined : units.length === 0 ? sql`false` : or(
    inArray(subject.ownerUnitId, units),
    and(eq(subject.visibility, 'public'), inArray(subject.topicId, topics.filter((each) => units.includes(each.unitId)).map((each) => each.id).concat('00000000-0000-0000-0000-000000000000'))))
  const rows = await ctx.db.select({
    id: reading.reportId, sentence: reading.sentence, category: category.name, area: subject.area, at: reading.readAt, score: reading.score, kind: reading.kind, hits: reading.hits, visibility: subject.visibility,
    reading: reading.state, answer: consent.answer, ideaId: consent.ideaId, bornAt: consent.bornAt, asked: consent.askedAt,
  }).from(reading)
    .innerJoin(subject, and(eq(subject.municipalityId, reading.municipalityId), eq(subject.id, reading.reportId), inArray(subject.visibility, ['public', 'private'])))
    .innerJoin(report, and(eq(report.municipalityId, reading.municipalityId), eq(report.id, reading.reportId)))
    .innerJoin(category, and(eq(category.municipalityId, report.municipalityId), eq(category.id, report.categoryId)))
    .leftJoin(consent, and(eq(consent.municipalityId, reading.municipalityId), eq(consent.reportId, reading.reportId)))
    .where(and(
      eq(reading.municipalityId, ctx.scope.municipalityId), mine, inState[address.state],
      address.state === 'new' ? (address.score === 'any' ? undefined : sql`${reading.likely}`) : undefined, // said as the index says it
      address.score === 'sure' ? sql`${reading.score} >= ${verySure}` : undefined,
      address.kind ? eq(reading.kind, address.kind) : undefined,
      isId(address.topic) ? eq(subject.topicId, address.topic) : undefined, address.area ? eq(subject.area, address.area) : undefined,
    )).orderBy(sql`${reading.readAt} desc`, desc(reading.reportId)).limit(inPage + 1).offset((address.page - 1) * inPage)
  return {
    address, topics: topics.filter((each) => all || units.includes(each.unitId)), areas, more: rows.length > inPage,
    lines: rows.slice(0, inPage).map((row) => ({
      id: row.id, sentence: row.sentence, category: inLanguage(row.category, ctx.language), area: row.area && (areas.find((each) => each.key === row.area)?.name ?? row.area), at: row.at, score: row.score, kind: row.kind, hits: row.hits, isPrivate: row.visibility === 'private',
      state: row.bornAt ? 'idea' : row.answer === 'no' ? 'no' : row.asked ? 'asked' : row.reading === 'rejected' ? 'rejected' : 'new', ideaPath: row.bornAt ? `/ideas/${row.ideaId}` : null,
    })),
  }
}
const inState: Record<FoundState, SQL | undefined> = {
  new: sql`${reading.state} = 'new'`, asked: and(isNotNull(consent.askedAt), isNull(consent.bornAt), sql`${consent.answer} is distinct from 'no'`), idea: isNotNull(consent.bornAt),
  no: eq(consent.answer, 'no'), rejected: and(sql`${reading.state} = 'rejected'`, isNull(consent.bornAt)), all: undefined,
}
