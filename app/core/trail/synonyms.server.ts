import { asc, eq, sql } from 'drizzle-orm'
import type { Ctx } from '#core/context/context.server.ts'
import { lately } from '#core/db/lately.server.ts'
import { once } from '#core/db/open.server.ts'
import { alike } from '#core/geo/asked.ts'
import { beginningsOf, rootOf } from '#core/text/roots.ts'
import { type Language, languages } from '#core/text/language.ts'
import { synonym } from './schema.server.ts'

/** The words of a text as synonyms keep them: small letters, letters and digits only, one space between. */
export const flatWords = (text: string): string => (text.toLocaleLowerCase('fi').normalize('NFC').match(/[\p{L}\p{N}]+/gu) ?? []).join(' ')

// What the house itself calls things, in every language: a word that is almost one of these was meant to be it.
const known: string[] = []
/** A module tells the words that it calls its things by, such as kinds of places, so that a typo in one still finds them. */
export const knownWords = (words: string[]) => { known.push(...words.map(flatWords)) }

const kept = once((db) => db.select({ said: synonym.said, means: synonym.means }).from(synonym).where(eq(synonym.municipalityId, sql.placeholder('m'))).orderBy(asc(synonym.said), asc(synonym.means)).prepare('trail_synonyms'))

/** Other words to look for instead of those asked, and how they are told to who asked. */
export type Widened = { words: string[]; told: string }
/** More than this would find everything. */
const most = 4
/** So alike a word is the known one with a typo (core/geo/asked.ts: shared three-letter pieces), and no word of its own. */
const typo = 0.62

/**
 * What the words may mean besides themselves: by the municipality's synonyms, whatever the forms of their words, and by what the
 * house calls things when a word is almost that. The rest of the words stay as they are. One query, kept for a moment.
 */
export async function widen(ctx: Ctx, words: string[]): Promise<Widened[]> {
  const said = await lately(ctx, 'synonyms', () => kept(ctx.db).execute({ m: ctx.scope.municipalityId }))
  const found: Widened[] = []
  const add = (without: Set<string>, told: string) => { const its = [...words.filter((word) => !without.has(word)), ...told.split(' ')]; if (!found.some((each) => each.told === told) && its.some((word) => !words.includes(word))) found.push({ words: [...new Set(its)], told }) }
  for (const each of said) {
    const its = each.said.split(' ').map((part) => words.find((word) => sameWord(word, part)))
    if (its.every((word): word is string => word !== undefined)) add(new Set(its), each.means)
  }
  for (const word of words) {
    if (word.length < 5 || known.some((name) => name.split(' ').some((part) => sameWord(word, part)))) continue
    const near = known.map((name) => ({ name, alike: name.includes(' ') ? 0 : alike(word, name) })).filter((each) => each.alike >= typo && each.alike < 0.9).sort((a, b) => b.alike - a.alike)[0]
    if (near && !near.name.startsWith(word)) add(new Set([word]), near.name)
  }
  return found.slice(0, most)
}

/** Are both forms of one word, in any language of the house? A short word only when it is the same. */
export function sameWord(a: string, b: string): boolean {
  if (a === b) return true
  if (Math.min(a.length, b.length) < 4) return false
  return languages.some((language: Language) => { const root = rootOf(b, language); return rootOf(a, language) === root || (root.length >= 4 && beginningsOf(b, language).some((each) => each.length >= 4 && a.startsWith(each)) && a.length <= b.length + 6 && rootOf(a, language).length <= root.length + 2) })
}
