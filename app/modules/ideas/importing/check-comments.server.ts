import { createHash } from 'node:crypto'
import { and, eq, inArray, or } from 'drizzle-orm'
import type { Ctx } from '#core/context/context.server.ts'
import { isId } from '#core/context/ids.server.ts'
import { isPublic, subject } from '#core/trail/schema.server.ts'
import { commentsFrom, type ImportedComment } from '#modules/discussion/server'
import { idea } from '../schema.server.ts'
import type { BadRow, Checked } from './check-ideas.server.ts'
import type { CommentField, Mapping } from './columns.ts'
import { oneLine, paragraphs, readMoment, readStance, unprintable, withoutMarkup } from './read-cell.ts'
import type { Table } from './read-csv.ts'

export type ReadyComment = ImportedComment & { row: number }
type Read = Omit<ReadyComment, 'subjectId' | 'parentFrom' | 'parentId'> & { own: string; idea: string; parent: string }

/**
 * Checks every row of a file of comments. An idea is meant by the id it had in the same source, or by its id here; a reply
 * by its parent's. In Decidim's files a reply tells its parent where others tell their idea.
 */
export async function checkComments(ctx: Ctx, table: Table, mapping: Mapping, source: string): Promise<Checked<ReadyComment>> {
  const bad: BadRow[] = []
  const rows = new Map<string, Read>()
  const markup = /^body(\/|$)/i.test(table.headers[mapping.text ?? -1] ?? '')
  for (const { row, cells } of table.rows) {
    const said = (field: CommentField) => (mapping[field] === undefined ? '' : cells[mapping[field]] ?? '')
    const text = paragraphs(markup ? withoutMarkup(said('text')) : said('text')), author = oneLine(said('author')), own = oneLine(said('id'))
    const at = said('date').trim() ? readMoment(said('date')) : ctx.now
    const stance = readStance(said('stance'))
    const toComment = /comment/i.test(said('about'))
    const [about, parent] = toComment ? ['', oneLine(said('idea'))] : [oneLine(said('idea')), oneLine(said('parent'))]
    const importedFrom = `${source}/${own || createHash('sha256').update(JSON.stringify([about, parent, text, said('date'), author])).digest('hex').slice(0, 24)}`
    const wrong: [string, string] | null = cells.length !== table.headers.length ? ['', 'wrongWidth']
      : !text ? ['text', 'required'] : text.length > 20_000 ? ['text', 'tooLong'] : unprintable(text + author) ? ['text', 'badSigns'] : author.length > 120 ? ['author', 'tooLong']
      : !at ? ['date', 'badDate'] : at > ctx.now ? ['date', 'inFuture'] : !stance ? ['stance', 'unknownStance'] : !about && !parent ? ['idea', 'required']
      : rows.has(importedFrom) ? ['id', own ? 'sameId' : 'sameRow'] : null
    if (wrong) bad.push({ row, field: wrong[0], reason: wrong[1] })
    else rows.set(importedFrom, { row, own, importedFrom, text, authorName: author || null, at: at!, stance: stance!, idea: about, parent })
  }
  const ideas = await ideasMeant(ctx, source, [...rows.values()].map((each) => each.idea).filter(Boolean))
  const names = [...rows.values()].flatMap((each) => [each.importedFrom, each.own, ...(each.parent ? [each.parent, `${source}/${each.parent}`] : [])])
  const here = await commentsFrom(ctx, names)
  const good: ReadyComment[] = []
  let already = 0
  for (const [key, each] of rows) {
    if (here.has(key) || here.has(each.own)) { already++; continue }
    // Up to the comment that stands on the first level: threads here are two deep, however deep they were.
    let top: Read = each
    for (let steps = 0; top.parent && rows.has(`${source}/${top.parent}`) && steps < 50; steps++) top = rows.get(`${source}/${top.parent}`)!
    const known = top.parent ? here.get(`${source}/${top.parent}`) ?? here.get(top.parent) : top === each ? undefined : here.get(top.importedFrom) ?? here.get(top.own)
    const subjectId = known?.subjectId ?? (top.parent ? undefined : ideas.get(top.idea))
    if (!subjectId) bad.push({ row: each.row, field: top.parent ? 'parent' : 'idea', reason: top.parent ? 'noParent' : 'noIdea' })
    else good.push({ row: each.row, importedFrom: key, text: each.text, authorName: each.authorName, at: each.at, stance: each.stance, subjectId, parentId: known?.topId ?? null, parentFrom: known || top === each ? null : top.importedFrom })
  }
  return { good, bad: bad.sort((a, b) => a.row - b.row), already }
}

/** Public ideas by what a file calls them. */
async function ideasMeant(ctx: Ctx, source: string, names: string[]): Promise<Map<string, string>> {
  const unique = [...new Set(names)]
  if (unique.length === 0) return new Map()
  const ids = unique.filter(isId)
  const found = await ctx.db.select({ id: idea.id, from: idea.importedFrom }).from(idea)
    .innerJoin(subject, and(eq(subject.municipalityId, idea.municipalityId), eq(subject.id, idea.id), isPublic))
    .where(and(eq(idea.municipalityId, ctx.scope.municipalityId), or(inArray(idea.importedFrom, unique.map((each) => `${source}/${each}`)), ids.length ? inArray(idea.id, ids) : undefined)))
  return new Map(found.flatMap((each) => [[each.id, each.id], ...(each.from ? [[each.from.slice(source.length + 1), each.id]] : [])] as [string, string][]))
}
