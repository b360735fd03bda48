import { and, desc, eq, isNotNull, isNull, sql } from 'drizzle-orm'
import type { Ctx } from '#core/context/context.server.ts'
import type { Subject } from '#core/trail/subject.server.ts'
import { comment } from './schema.server.ts'

/** A part of a subject that can be spoken of by itself, such as a section of a document. Its place is `#part-<id>` of the subject's page. */
export type Part = { id: string; title: string; text: string; /** it was taken out; what was said of it stays */ removed: boolean }
type Whose = Pick<Subject, 'id' | 'kind'>

const registered = new Map<string, (ctx: Ctx, subjectId: string) => Promise<Part[]>>()

/** A module tells the parts of its kind of subject, in order. */
export const parts = (kind: string, its: (ctx: Ctx, subjectId: string) => Promise<Part[]>) => { registered.set(kind, its) }
export const partsOf = async (ctx: Ctx, its: Whose): Promise<Part[]> => await registered.get(its.kind)?.(ctx, its.id) ?? []

/**
 * How much has been said that all can read: of each part, and for how many comments there is a word on what became of them
 * (what a unit said itself waits for none). `share` is null when nothing has been said.
 */
export async function saidOf(ctx: Ctx, its: Pick<Subject, 'id' | 'comments'>): Promise<{ byPart: Map<string, number>; share: { answered: number; total: number } | null }> {
  if (its.comments === 0) return { byPart: new Map(), share: null }
  const { rows } = await ctx.db.execute<{ part_id: string | null; count: number; total: number; answered: number }>(sql`
    select part_id, count(*)::int as count, (count(*) filter (where unit_id is null))::int as total, (count(outcome_id) filter (where unit_id is null))::int as answered from ${comment}
    where municipality_id = ${ctx.scope.municipalityId} and subject_id = ${its.id} and hidden_at is null and removed_at is null group by part_id`)
  return {
    byPart: new Map(rows.flatMap((row) => (row.part_id ? [[row.part_id, row.count]] : []))),
    share: rows.reduce((sum, row) => ({ answered: sum.answered + row.answered, total: sum.total + row.total }), { answered: 0, total: 0 }),
  }
}

/** Places that comments have marked, newest first, each with its comment; what cannot be read is not there. */
export async function marksOf(ctx: Ctx, subjectId: string, most: number): Promise<{ id: string; longitude: number; latitude: number; place: string | null }[]> {
  const rows = await ctx.db.select({ id: comment.id, longitude: comment.longitude, latitude: comment.latitude, place: comment.placeName }).from(comment)
    .where(and(eq(comment.municipalityId, ctx.scope.municipalityId), eq(comment.subjectId, subjectId), isNotNull(comment.longitude), isNull(comment.hiddenAt), isNull(comment.removedAt))).orderBy(desc(comment.id)).limit(most)
  return rows.map((row) => ({ ...row, longitude: row.longitude!, latitude: row.latitude! }))
}

/** A text without its lines: as it is compared, and as a browser's selection gives it. */
const flat = (text: string) => text.replace(/\s+/g, ' ').trim()
/** Is the quoted passage in the text as it stands? */
export const quotes = (text: string, quote: string): boolean => flat(quote) !== '' && flat(text).includes(flat(quote))

/** The longest text that can be proposed anew as a whole; of a longer one a sentence is chosen. */
const wholeAtMost = 3000

type About = { text?: string; partId?: string | undefined; quote?: string | undefined; proposed?: string | undefined }
/**
 * What a comment is about, checked against the part as it stands now: the passage must be in it, and a proposed wording
 * differs from what it replaces. Problems: `partGone`, `notThere`, `chooseSentence`, `sameText`.
 */
export async function aboutOf(ctx: Ctx, its: Whose, said: About): Promise<{ partId: string | null; quote: string | null; proposed: string | null } | { problems: Record<string, string> }> {
  if (!said.partId) return said.quote || said.proposed ? { problems: { quote: 'notThere' } } : { partId: null, quote: null, proposed: null }
  const part = (await partsOf(ctx, its)).find((each) => each.id === said.partId)
  if (!part || part.removed) return { problems: { form: 'partGone' } }
  if (said.quote && !quotes(part.text, said.quote)) return { problems: { quote: 'notThere' } }
  if (!said.proposed) return { partId: part.id, quote: said.quote ? flat(said.quote) : null, proposed: null }
  if (!said.quote && part.text.length > wholeAtMost) return { problems: { quote: 'chooseSentence' } }
  const original = said.quote ? flat(said.quote) : part.text.trim()
  if (flat(original) !== flat(said.proposed)) return { partId: part.id, quote: original, proposed: said.proposed }
  // Who began a wording and left it, but said something, said only that.
  return said.text ? { partId: part.id, quote: said.quote ? original : null, proposed: null } : { problems: { proposed: 'sameText' } }
}

const segmenter = new Intl.Segmenter('fi', { granularity: 'sentence' })
/** The sentences of a text in order, each at most so long that it can be quoted. */
export const sentencesOf = (text: string): string[] =>
  text.split(/\n+/).flatMap((line) => [...segmenter.segment(line)].map((each) => flat(each.segment))).filter((each) => /\p{L}/u.test(each) && each.length <= quoteAtMost)
export const quoteAtMost = 1000
