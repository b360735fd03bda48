import { createHash } from 'node:crypto'
import { and, eq, inArray } from 'drizzle-orm'
import type { Ctx } from '#core/context/context.server.ts'
import { isId } from '#core/context/ids.server.ts'
import { isPoint } from '#core/geo/geo.ts'
import type { Language } from '#core/text/language.ts'
import { area, place, subject, topic } from '#core/trail/schema.server.ts'
import type { Stage } from '#core/trail/stages.ts'
import { idea } from '../schema.server.ts'
import type { IdeaField, Mapping } from './columns.ts'
import { oneLine, paragraphs, readKind, readLanguage, readMoment, readNumber, readStage, unprintable, withoutMarkup } from './read-cell.ts'
import type { Table } from './read-csv.ts'

/** A row that is fine, as the idea it will be. */
export type ReadyIdea = {
  row: number; importedFrom: string; title: string; text: string; kind: 'idea' | 'need'; language: Language; at: Date; author: string | null; stage: Stage
  topicId: string | null; ownerUnitId: string | null; placeName: string | null; area: string | null; longitude: number | null; latitude: number | null; supports: number; answer: string | null; answeredAt: Date | null
}
/** A row that is not: its number in the file, the field and why. */
export type BadRow = { row: number; field: string; reason: string }
export type Checked<T> = { good: T[]; bad: BadRow[]; /** rows that are here already */ already: number }
class Bad extends Error { readonly field: string; constructor(field: string, reason: string) { super(reason); this.field = field } }

/** Checks every row of a file without changing anything. A row that came here before is counted as already here. */
export async function checkIdeas(ctx: Ctx, table: Table, mapping: Mapping, source: string): Promise<Checked<ReadyIdea>> {
  const here = eq(topic.municipalityId, ctx.scope.municipalityId)
  const known = await ctx.db.select().from(topic).where(here)
  const topics = new Map(known.flatMap((each) => [each.id, each.key, ...Object.values(each.name ?? {})].map((name) => [fold(name), known.find((one) => one.id === each.mergedInto) ?? each] as const)).reverse())
  const areas = new Map((await ctx.db.select().from(area).where(eq(area.municipalityId, ctx.scope.municipalityId))).flatMap((each) => [each.key, ...Object.values(each.name ?? {})].map((name) => [fold(name), each.key] as const)).reverse())
  const places = new Map((await ctx.db.select().from(place).where(eq(place.municipalityId, ctx.scope.municipalityId))).flatMap((each) => Object.values(each.name ?? {}).map((name) => [fold(name), each] as const)))
  const unmarked = /^body(\/|$)/i.test(table.headers[mapping.text ?? -1] ?? '')
  const bad: BadRow[] = []
  const fine: (ReadyIdea & { own: string })[] = []
  const seen = new Set<string>()
  for (const { row, cells } of table.rows) {
    try {
      if (cells.length !== table.headers.length) throw new Bad('', 'wrongWidth')
      const said = (field: IdeaField) => (mapping[field] === undefined ? '' : cells[mapping[field]] ?? '')
      const text = (field: IdeaField, most: number, whole = false) => {
        const its = whole ? paragraphs(unmarked ? withoutMarkup(said(field)) : said(field)) : oneLine(said(field))
        if (its.length > most) throw new Bad(field, 'tooLong')
        if (unprintable(its)) throw new Bad(field, 'badSigns')
        return its
      }
      const must = <T>(value: T | null, field: IdeaField, reason: string): T => { if (value === null) throw new Bad(field, reason); return value }
      const moment = (field: IdeaField) => {
        const at = said(field).trim() ? must(readMoment(said(field)), field, 'badDate') : null
        if (at && (at > ctx.now || at.getTime() < Date.UTC(1990))) throw new Bad(field, at > ctx.now ? 'inFuture' : 'badDate')
        return at
      }
      const title = text('title', 150), body = text('text', 20_000, true)
      if (!title) throw new Bad('title', 'required')
      if (!body) throw new Bad('text', 'required')
      const at = moment('date') ?? ctx.now
      const stage = must(readStage(said('stage')), 'stage', 'unknownStage')
      if (stage === 'withdrawn') throw new Bad('stage', 'withdrawnThere')
      const about = text('topic', 200) ? must(topics.get(fold(text('topic', 200))) ?? null, 'topic', 'unknownTopic') : null
      const where = places.get(fold(text('place', 120)))
      const own = text('id', 100)
      const point = said('longitude').trim() || said('latitude').trim() ? { longitude: must(readNumber(said('longitude')), 'longitude', 'badPlace'), latitude: must(readNumber(said('latitude')), 'latitude', 'badPlace') } : null
      if (point && !isPoint(point)) throw new Bad('longitude', 'badPlace')
      const supports = said('supports').trim() ? must(readNumber(said('supports')), 'supports', 'badNumber') : 0
      const importedFrom = `${source}/${own || createHash('sha256').update(JSON.stringify([title, body, said('date')])).digest('hex').slice(0, 24)}`
      if (seen.has(importedFrom)) throw new Bad('id', own ? 'sameId' : 'sameRow')
      seen.add(importedFrom)
      fine.push({
        row, own, importedFrom, title, text: body, at, stage, supports: Math.max(0, Math.round(supports)), author: text('author', 120) || null,
        kind: must(readKind(said('kind')), 'kind', 'unknownKind'), language: said('language').trim() ? must(readLanguage(said('language')), 'language', 'unknownLanguage') : ctx.language,
        topicId: about?.id ?? null, ownerUnitId: about?.unitId ?? null, placeName: text('place', 120) || null, area: areas.get(fold(text('area', 100))) ?? (text('area', 100) || where?.area || null),
        longitude: point?.longitude ?? where?.longitude ?? null, latitude: point?.latitude ?? where?.latitude ?? null, answer: text('answer', 20_000, true) || null, answeredAt: moment('answered'),
      })
    } catch (cause) {
      if (!(cause instanceof Bad)) throw cause
      bad.push({ row, field: cause.field, reason: cause.message })
    }
  }
  const came = await hereAlready(ctx, fine)
  return { good: fine.filter((each) => !came.has(each.importedFrom) && !came.has(each.own)), bad, already: fine.filter((each) => came.has(each.importedFrom) || came.has(each.own)).length }
}

/** Where earlier imports came from, and ids of our own: a file of ours brought back changes nothing. */
async function hereAlready(ctx: Ctx, rows: { importedFrom: string; own: string }[]): Promise<Set<string>> {
  if (rows.length === 0) return new Set()
  const m = ctx.scope.municipalityId
  const ids = rows.map((each) => each.own).filter(isId)
  const [came, ours] = await Promise.all([
    ctx.db.select({ from: idea.importedFrom }).from(idea).where(and(eq(idea.municipalityId, m), inArray(idea.importedFrom, rows.map((each) => each.importedFrom)))),
    ids.length ? ctx.db.select({ id: subject.id }).from(subject).where(and(eq(subject.municipalityId, m), eq(subject.kind, 'idea'), inArray(subject.id, ids))) : [],
  ])
  return new Set([...came.map((each) => each.from!), ...ours.map((each) => each.id)])
}
const fold = (text: string) => text.trim().toLocaleLowerCase('fi')
