import { rootOf } from '#core/text/roots.ts'
import type { Translated } from '#core/text/language.ts'

/** What a category is known by: its keywords and its name. */
export type Sought = { id: string; name: Translated | null; keywords: string[] }
/** `words`: the keywords that were found in the text, the weightiest first, so that a person can see why. */
export type Ranked = { id: string; score: number; sure: boolean; words: string[] }

/** A word of the text from its start, an inner part of a compound, words of a phrase together, a word of the category's name; what only says where; every word after the first. */
const weights = { start: 1, inner: 0.7, phrase: 2, name: 0.6, where: 0.6, further: 0.6 }
/** This much ahead of the second, and at least this much in all, is sure. */
const clear = { times: 1.5, least: 0.6 }
/** Words of a phrase may have so many others between them. */
const between = 3

type Word = { word: string; /** it says where the thing is: "rannalla", "pysäkin kohdalla" */ where: boolean }
type Match = { keyword: string; weight: number; /** the places of its words in the text */ at: number[] }

/**
 * Which categories a text speaks of, best first, by words alone. A keyword is a word's beginning in any language ("kuop"
 * finds kuoppa, kuopan, kuoppia), is found also inside a compound when it has four letters ("valo" in katuvalo), and, when it
 * is a whole word, by its root ("lamppu" finds lampun). Words with a space between are a phrase, found together in any order.
 * `=puu` is that very word; `-valokuv` makes words that begin so count for nothing in its category. A long keyword tells more
 * than a short one, one that several categories have is shared among them, a word of the text counts once for a category, and
 * what only says where ("roskis täynnä uimarannalla") less than what is there.
 */
export function rankCategories(text: string, categories: Sought[]): Ranked[] {
  const words = located(wordsOf(text))
  if (!words.length) return []
  const owners = new Map<string, number>()
  for (const each of categories) for (const keyword of new Set(each.keywords.map(plain))) owners.set(keyword, (owners.get(keyword) ?? 0) + 1)
  const ranked = categories.map((each, order) => {
    const keywords = each.keywords.map(plain)
    const not = keywords.flatMap((keyword) => (keyword.startsWith('-') ? [keyword.slice(1)] : []))
    const mine = not.length ? words.map((its) => (not.some((one) => its.word.startsWith(one)) ? { ...its, word: '' } : its)) : words
    const found = [
      ...keywords.filter((keyword) => !keyword.startsWith('-')).map((keyword) => matchOf(keyword, mine, 1 / (owners.get(keyword) ?? 1))),
      ...nameWords(each.name).map((keyword) => matchOf(keyword, mine, weights.name)),
    ].filter((one) => one !== null)
    const telling = eachWordOnce(found)
    return { id: each.id, order, score: telling.reduce((sum, one, i) => sum + one.weight * (i === 0 ? 1 : weights.further), 0), words: [...new Set(telling.map((one) => one.keyword.replace(/^=/, '')))] }
  }).filter((each) => each.score > 0).sort((a, b) => b.score - a.score || a.order - b.order)
  const [first, second] = ranked
  return ranked.map(({ id, score, words: its }, i) => ({ id, score, words: its, sure: i === 0 && first!.score >= clear.least && first!.score >= clear.times * (second?.score ?? 0) }))
}

const plain = (text: string) => text.trim().toLocaleLowerCase('fi').normalize('NFC')
const wordsOf = (text: string) => (plain(text.slice(0, 5000)).match(/[\p{L}\p{N}]+/gu) ?? []).slice(0, 400)
/** The same with its dots left out, as phones and hurry write. */
const bare = (word: string) => word.replace(/[äå]/g, 'a').replace(/ö/g, 'o')
const nameWords = (name: Translated | null) => [...new Set(Object.values(name ?? {}).flatMap((each) => wordsOf(each)).filter((word) => word.length >= 5))]

const endings = /(ll[aä]|ss[aä])$/
const after = /^(kohdal|viere|edes|eteen|jälkee|vastapää|luon|läh|varre|takana|alla$|yllä|päällä|kulmas|reunas|risteyks|pihal|puolel)/
const before = /^(ennen|vastapäätä|vid|utanför|bredvid|nära|efter|before|after|near|by|outside|beside|at)$/
/** Which words say where: those with a local case ending, those before "kohdalla", those after "vid" and "near". */
const located = (words: string[]): Word[] => words.map((word, i) => ({ word, where: (word.length > 5 && endings.test(word)) || (after.test(words[i + 1] ?? '') && word.endsWith('n')) || before.test(words[i - 1] ?? '') }))

/** The weightiest first; one whose every word has been counted says nothing more. */
function eachWordOnce(found: Match[]): Match[] {
  const taken = new Set<number>()
  return found.sort((a, b) => b.weight - a.weight).filter(({ at }) => {
    const says = at.some((place) => !taken.has(place))
    for (const place of at) taken.add(place)
    return says
  })
}

/** Where a keyword is in the words, and how much that weighs; null: nowhere. */
function matchOf(keyword: string, words: Word[], share: number): Match | null {
  const parts = keyword.split(/\s+/)
  const places = parts.map((part) => words.flatMap((its, at) => { const weight = fit(part, its); return weight > 0 ? [{ at, weight }] : [] }))
  if (parts.length === 1) {
    const best = places[0]!.sort((a, b) => b.weight - a.weight)[0]
    return best ? { keyword, weight: best.weight * lengthOf(keyword) * share, at: places[0]!.map((each) => each.at) } : null
  }
  for (const start of places[0]!) {
    const near = places.map((each) => each.find(({ at }) => Math.abs(at - start.at) <= parts.length - 1 + between)?.at)
    if (near.every((at) => at !== undefined) && new Set(near).size === parts.length) return { keyword, weight: weights.phrase * lengthOf(keyword) * share, at: near }
  }
  return null
}
/** From a half for three letters to one for eight and more. */
const lengthOf = (keyword: string) => 0.5 + Math.min(0.5, Math.max(0, keyword.replace(/^=/, '').length - 3) / 10)

function fit(keyword: string, { word, where }: Word): number {
  // a keyword that has the word's ending in it means the place itself: "valtatiellä"
  const place = where && word.length - keyword.length > 1 ? weights.where : 1
  if (keyword.startsWith('=')) return word === keyword.slice(1) ? weights.start : 0
  if (word.startsWith(keyword) || (keyword.length >= 5 && bare(word).startsWith(bare(keyword))) || sameRoot(keyword, word)) return weights.start * place
  return keyword.length >= 4 && word.indexOf(keyword) >= 3 ? weights.inner * place : 0
}
/** Two forms of one word. A keyword that ends in a consonant is a beginning, not a word. */
function sameRoot(keyword: string, word: string): boolean {
  if (keyword.length < 5 || word.length < 4 || keyword[0] !== word[0] || keyword[1] !== word[1] || !/[aeiouyäö]$/.test(keyword)) return false
  const root = rootOf(keyword, 'fi')
  return root.length >= 4 && root === rootOf(word, 'fi')
}
