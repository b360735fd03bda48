import { sql } from 'drizzle-orm'
import type { Ctx } from '#core/context/context.server.ts'
import { metresBetween } from '#core/geo/geo.ts'
import { inLanguage, type Language, type Translated } from '#core/text/language.ts'
import { beginningsOf, rootOf, tellingWords } from '#core/text/roots.ts'
import { areasOf, placesOf } from './facets.server.ts'
import type { Stage } from './stages.ts'

export type Draft = { title: string; text?: string | undefined; longitude?: number | undefined; latitude?: number | undefined }
/** A public subject that seems to be about the same thing; `metres` when both have a place. */
export type Similar = { id: string; title: string; summary: string; stage: Stage; supports: number; metres: number | null; score: number }

type Row = { id: string; title: Translated; summary: string; language: Language; stage: Stage; supports: number; longitude: number | null; latitude: number | null }

/** From this on the two are more likely alike than not; measured over the pairs in similar.test.ts. */
const alikeFrom = 0.5
/** Being in the same place is not yet being about the same thing. */
const wordsAtLeast = 0.42

/**
 * Public subjects that are like a text being written, the likest first, at most five. Finds other forms of the words, words
 * with typos and parts of compounds; a near place counts for, a far one against. The database finds a few hundred that
 * share something (trail.alike), and what they share is weighed here.
 */
export async function similarSubjects(ctx: Ctx, draft: Draft, options: { kind: string; limit?: number; not?: string }): Promise<Similar[]> {
  const title = tellingWords(draft.title, 8)
  const text = tellingWords(draft.text ?? '', 30).filter((word) => !title.includes(word))
  if (title.length === 0) return []
  const terms = [...title, ...text.filter((word) => word.length > 5)].slice(0, 6).map((word) => any(beginningsOf(word, ctx.language))).filter(Boolean)
  const pairs = terms.flatMap((one, i) => terms.slice(i + 1).map((other) => `(${one} & ${other})`)).join(' | ')
  const words = title.slice(0, 6).map((word) => { const root = rootOf(word, ctx.language); return root.length < 5 ? beginningsOf(word, ctx.language)[0] ?? word : root })
  const { rows } = await ctx.db.execute<Row>(sql`select * from trail.alike(${options.kind}, ${pairs}::tsquery, ${sql.param(words)}::text[], ${terms.join(' | ')}::tsquery, ${draft.longitude ?? null}::float8, ${draft.latitude ?? null}::float8)`)
  const weigh = weigher(ctx.language, title, text, await placeRoots(ctx))
  return rows.filter((row) => row.id !== options.not).map((row) => {
    const its = inLanguage(row.title, ctx.language)
    const metres = draft.longitude === undefined || draft.latitude === undefined || row.longitude === null || row.latitude === null ? null
      : metresBetween({ longitude: draft.longitude, latitude: draft.latitude }, { longitude: row.longitude, latitude: row.latitude })
    const words = weigh(its, row.summary, row.language)
    return { id: row.id, title: its, summary: row.summary, stage: row.stage, supports: row.supports, metres, words, score: words + byDistance(metres) }
  }).filter(({ score, words: shared }) => score >= alikeFrom && shared >= wordsAtLeast).map(({ words: _shared, ...its }) => its).sort((a, b) => b.score - a.score || b.supports - a.supports).slice(0, options.limit ?? 5)
}

/** Beginnings as a tsquery; letters and digits only, so nothing in them can be an operator. */
const any = (beginnings: string[]) => (beginnings.length ? `(${beginnings.map((each) => `${each}:*`).join('|')})` : '')
const byDistance = (metres: number | null) => (metres === null ? 0 : metres < 300 ? 0.15 : metres < 1000 ? 0.08 : metres < 3000 ? 0 : -0.15)

/**
 * How much two texts are about the same, 0-1: how far the words of each title are in the other text (in the title fully,
 * in the body less), averaged, so that a short title within a long one is half alike and two that share all are one.
 */
function weigher(language: Language, title: string[], text: string[], places: ReadonlySet<string>) {
  /** A longer word tells more; where tells less than what. */
  const weight = (root: string) => Math.min(root.length, 10) * (places.has(root) ? 0.5 : 1)
  const known = new Map<string, number>()
  const alike = (a: string, b: string) => {
    const key = a < b ? `${a} ${b}` : `${b} ${a}`
    return known.get(key) ?? known.set(key, sameness(a, b)).get(key)!
  }
  const best = (word: string, among: string[]) => among.reduce((most, other) => Math.max(most, alike(word, other)), 0)
  const cover = (words: string[], inTitle: string[], inText: string[]) => {
    const all = words.reduce((sum, word) => sum + weight(word), 0)
    return all === 0 ? 0 : words.reduce((sum, word) => sum + weight(word) * Math.max(best(word, inTitle), inTextCounts * best(word, inText)), 0) / all
  }
  const mine = title.map((word) => rootOf(word, language)), mineToo = text.map((word) => rootOf(word, language))
  return (otherTitle: string, otherText: string, its: Language = language): number => {
    const words = tellingWords(otherTitle, 12)
    const theirs = words.map((word) => rootOf(word, its)), theirsToo = tellingWords(otherText, 30).filter((word) => !words.includes(word)).map((word) => rootOf(word, its))
    return (cover(mine, theirs, theirsToo) + cover(theirs, mine, mineToo)) / 2
  }
}
const inTextCounts = 0.7

/** The names of the municipality, its areas and places, without what kind of place it is: of "Keijärven uimaranta" the first word. */
async function placeRoots(ctx: Ctx): Promise<Set<string>> {
  const [places, areas] = [await placesOf(ctx), await areasOf(ctx)]
  const names = [...Object.values(ctx.municipality.name ?? {}), ...areas.map(({ name }) => name), ...places.flatMap(({ name, area }) => [area, name])]
  return new Set(names.flatMap((name) => { const [first, ...rest] = name.split(/\s+/); return rest.length === 0 || first!.endsWith('n') ? tellingWords(first!).map((word) => rootOf(word, ctx.language)) : [] }))
}

/** How alike two roots are: the same; a part of a compound or a longer form; a typo away. */
function sameness(a: string, b: string): number {
  if (a === b) return 1
  const [short, long] = a.length < b.length ? [a, b] : [b, a]
  let shared = 0
  while (shared < short.length && short[shared] === long[shared]) shared++
  if (shared >= 5 && shared / long.length >= 0.7) return 0.85
  if (short.length >= 3 && long.length >= short.length + 3 && (long.endsWith(short) || (short.length >= 5 && shared === short.length))) return 0.7
  const dice = bigramsShared(short, long)
  return short.length >= 5 && dice >= 0.6 ? dice : 0
}
function bigramsShared(a: string, b: string): number {
  const pairs = (word: string) => Array.from({ length: word.length + 1 }, (_, i) => ` ${word} `.slice(i, i + 2))
  const left = pairs(b)
  const of = pairs(a)
  let shared = 0
  for (const pair of of) { const at = left.indexOf(pair); if (at >= 0) { shared++; left.splice(at, 1) } }
  return (2 * shared) / (of.length + a.length + 1 + b.length - a.length)
}
