import { and, eq, sql } from 'drizzle-orm'
import type { Ctx } from '#core/context/context.server.ts'
import { once } from '#core/db/open.server.ts'
import type { Point } from '#core/geo/geo.ts'
import type { Language } from '#core/text/language.ts'
import { beginningsOf, rootOf, tellingWords } from '#core/text/roots.ts'
import { kinds } from './kind.ts'
import { type Line, lineOf, selectLines } from './list.server.ts'
import { isPublic, subject } from './schema.server.ts'
import { widen } from './synonyms.server.ts'

/** What was asked, understood: a kind named in the words, and the words that are looked for. */
export type Asked = { kind: string | null; words: string[] }
/** `metres`: of each line that has a point, from the one that was given. `also`: what was looked for besides the words themselves. */
export type Found = { lines: (Line & { metres: number | null })[]; /** how many of the results come before the next page; null at the end */ next: number | null; asked: Asked; also: string[] }
/**
 * How to search: only these kinds; what a kind gains when it matches as well as others; from which point the nearest come first;
 * and which of those found are wanted, asked of all of them at once.
 */
export type SearchOptions = { from?: number; kinds?: string[]; weights?: Record<string, number>; near?: Point; only?: (ids: string[]) => Promise<Set<string>> }

const most = 100
const pageSize = 20
/** Below this a near miss is a coincidence. */
const nearEnough = 0.38

const p = sql.placeholder
const found = once((db) => db.select({ id: sql<string>`f.id`, score: sql<number>`f.score`, metres: sql<number | null>`f.metres` })
  .from(sql`trail.find(${p('kinds')}::text[], ${p('every')}::tsquery, ${p('words')}::text[], ${p('some')}::tsquery, ${most}, ${p('weights')}::jsonb, ${p('longitude')}::float8, ${p('latitude')}::float8) f`).prepare('trail_find'))
const shown = once((db) => selectLines(db).where(and(eq(subject.municipalityId, p('m')), isPublic, sql`${subject.id} = any(${p('ids')}::uuid[])`)).prepare('trail_found'))

/**
 * Everything public that has the words, in any of their forms, or what they mean here (synonyms.server.ts), the title weighing
 * most; when that is little, also what has some of them or words much like them (typos, parts of compounds). A kind's name among
 * other words narrows to it. At most a hundred results, twenty at a time. Two queries, and the synonyms.
 */
export async function searchSubjects(ctx: Ctx, text: string, options: SearchOptions = {}): Promise<Found> {
  const asked = understand(text)
  const from = Math.max(0, Math.min(options.from ?? 0, most))
  if (asked.words.length === 0) return { lines: [], next: null, asked, also: [] }
  const widened = await widen(ctx, asked.words)
  const kinds = options.kinds ?? (asked.kind ? [asked.kind] : null)
  const ways = [asked.words, ...widened.map((each) => each.words)]
  const all = [...new Set(ways.flat())]
  const ids = await found(ctx.db).execute({
    kinds, every: ways.map((words) => `(${words.map((word) => formsOf(ctx, word)).join(' & ')})`).join(' | '), words: all.map((word) => biteOf(ctx, word)), some: all.map((word) => formsOf(ctx, word)).join(' | '),
    weights: JSON.stringify(options.weights ?? {}), longitude: options.near?.longitude ?? null, latitude: options.near?.latitude ?? null,
  })
  const near = ids.filter((each) => each.score >= nearEnough)
  const wanted = options.only ? await options.only(near.map((each) => each.id)) : null
  const good = wanted ? near.filter((each) => wanted.has(each.id)) : near
  const page = good.slice(from, from + pageSize)
  const rows = page.length ? await shown(ctx.db).execute({ m: ctx.scope.municipalityId, ids: page.map((each) => each.id) }) : []
  const byId = new Map(rows.map((row) => [row.id, lineOf(ctx, row)]))
  return { lines: page.flatMap(({ id, metres }) => { const line = byId.get(id); return line ? [{ ...line, metres }] : [] }), next: good.length > from + pageSize ? from + pageSize : null, asked, also: widened.map((each) => each.told) }
}

/** A word in any of its forms, for full-text search. */
function formsOf(ctx: Ctx, word: string): string {
  const spoken = [...new Set<Language>([ctx.language, ...ctx.municipality.languages])]
  const forms = [word, dotted(word)].flatMap((each) => [each, ...spoken.flatMap((language) => beginningsOf(each, language))])
  return `(${[...new Set(forms)].map((each) => `${each}:*`).join('|')})`
}
/** What a trigram has to bite on: a word's root, unless it is short. */
function biteOf(ctx: Ctx, typed: string): string {
  const word = typed.includes('y') ? dotted(typed) : typed
  const root = rootOf(word, ctx.language)
  return root.length < 5 ? word : root
}

/** As it may have been meant by someone whose keyboard has no ä and ö: Finnish vowels go together, so all of a word's get their dots. */
const dotted = (word: string) => (/[äöå]/.test(word) ? word : word.replaceAll('a', 'ä').replaceAll('o', 'ö'))

/** The kind and the words of a text: letters and digits only, at most eight words. */
export function understand(text: string): Asked {
  const all = [...new Set(text.toLocaleLowerCase('fi').normalize('NFC').match(/[\p{L}\p{N}]{2,40}/gu) ?? [])]
  // "Palveluista" is a form of "palvelu", "palvelutalo" a word of its own.
  const kindOf = (word: string) => [...kinds()].find(([, its]) => its.alias.some((alias) => word.startsWith(alias) && word.length <= alias.length + 5 && rootOf(word, 'fi').length <= alias.length + 2))?.[0]
  const named = all.find(kindOf)
  const rest = all.length > 1 ? all.filter((word) => word !== named) : all
  const telling = tellingWords(rest.join(' '), 8)
  const words = (telling.length ? telling : rest).slice(0, 8)
  return { kind: named ? kindOf(named)! : null, words }
}
