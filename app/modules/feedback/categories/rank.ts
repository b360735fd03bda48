import { rootOf } from '#core/text/roots.ts'
import type { Translated } from '#core/text/language.ts'

/** What a category is known by: its keywords and its name. */
export type Sought = { id: string; name: Translated | null; keywords: string[] }
/** `words`: the keywords that were found in the text, the weightiest first, so that a person can see why. */
export type Ranked = { id: string; score: number; sure: boolean; words: string[] }

/** A word of the text from its start, an inner part of a compound, words of a phrase together, a word of the name. */
const weights = { start: 1, inner: 0.7, phrase: 2, name: 0.6 }
/** This much ahead of the second, and at least this much in all, is sure. */
const clear = { times: 1.5, least: 1 }
/** Words of a phrase may have so many others between them. */
const between = 3

/**
 * Which categories a text speaks of, best first, by words alone. A keyword is a word's beginning in any language ("kuop"
 * finds kuoppa, kuopan, kuoppia), is found also inside a compound when it has four letters ("valo" in katuvalo), and by its
 * root, so that a keyword may be a whole word ("lamppu" finds lampun). Words with a space between are a phrase, found
 * together in any order. `=puu` is that very word; `-valokuv` makes words that begin so count for nothing in its category. A
 * long keyword tells more than a short one, and one that several categories have is shared among them.
 */
export function rankCategories(text: string, categories: Sought[]): Ranked[] {
  const words = wordsOf(text)
  if (!words.length) return []
  const owners = new Map<string, number>()
  for (const each of categories) for (const keyword of new Set(each.keywords.map(plain))) owners.set(keyword, (owners.get(keyword) ?? 0) + 1)
  const ranked = categories.map((each, order) => {
    const keywords = each.keywords.map(plain)
    const not = keywords.flatMap((keyword) => (keyword.startsWith('-') ? [keyword.slice(1)] : []))
    const mine = not.length ? words.filter((word) => !not.some((its) => word.startsWith(its))) : words
    const found = [
      ...keywords.filter((keyword) => !keyword.startsWith('-')).map((keyword) => ({ keyword: keyword.replace(/^=/, ''), weight: weightOf(keyword, mine) / (owners.get(keyword) ?? 1) })),
      ...nameWords(each.name).map((keyword) => ({ keyword, weight: weights.name * Math.min(1, weightOf(keyword, mine)) })),
    ].filter((one) => one.weight > 0).sort((a, b) => b.weight - a.weight)
    return { id: each.id, order, score: sum(found), words: [...new Set(found.map((one) => one.keyword))] }
  }).filter((each) => each.score > 0).sort((a, b) => b.score - a.score || a.order - b.order)
  const [first, second] = ranked
  return ranked.map(({ id, score, words: its }, i) => ({ id, score, words: its, sure: i === 0 && first!.score >= clear.least && first!.score >= clear.times * (second?.score ?? 0) }))
}

const plain = (text: string) => text.trim().toLocaleLowerCase('fi').normalize('NFC')
const wordsOf = (text: string) => (plain(text.slice(0, 5000)).match(/[\p{L}\p{N}]+/gu) ?? []).slice(0, 400)
/** The same with its dots left out, as phones and hurry write. */
const bare = (word: string) => word.replace(/[äå]/g, 'a').replace(/ö/g, 'o')
const nameWords = (name: Translated | null) => [...new Set(Object.values(name ?? {}).flatMap((each) => wordsOf(each)).filter((word) => word.length >= 5))]

/** What has been found by one word that another keyword of the same category found too says little more. */
const sum = (found: { weight: number }[]) => found.reduce((all, one, i) => all + one.weight * (i === 0 ? 1 : 0.6), 0)

/** How much a keyword is in the words; 0: not at all. */
function weightOf(keyword: string, words: string[]): number {
  if (keyword.startsWith('=')) return words.includes(keyword.slice(1)) ? weights.start * lengthOf(keyword) : 0
  const parts = keyword.split(/\s+/)
  if (parts.length > 1) {
    const places = parts.map((part) => words.flatMap((word, i) => (matchOf(part, word) > 0 ? [i] : [])))
    const together = places[0]!.some((start) => places.every((each) => each.some((i) => Math.abs(i - start) <= parts.length - 1 + between)))
    return together ? weights.phrase * lengthOf(keyword) : 0
  }
  return Math.max(0, ...words.map((word) => matchOf(keyword, word))) * lengthOf(keyword)
}
/** From a half for three letters to one for eight and more. */
const lengthOf = (keyword: string) => 0.5 + Math.min(0.5, Math.max(0, keyword.length - 3) / 10)

function matchOf(keyword: string, word: string): number {
  if (word.startsWith(keyword)) return weights.start
  if (keyword.length >= 5 && bare(word).startsWith(bare(keyword))) return weights.start
  if (keyword.length >= 4 && word.length >= 4 && sameRoot(keyword, word)) return weights.start
  if (keyword.length >= 4 && word.indexOf(keyword) >= 3) return weights.inner
  return 0
}
function sameRoot(keyword: string, word: string): boolean {
  if (keyword[0] !== word[0] || keyword[1] !== word[1]) return false
  const root = rootOf(keyword, 'fi')
  return root.length >= 4 && root === rootOf(word, 'fi')
}
