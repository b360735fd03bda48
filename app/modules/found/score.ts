import { tellingWords, rootOf } from '#core/text/roots.ts'
import { bias, type Signal, signals } from './signals.ts'

export type FoundKind = 'idea' | 'need'
/** Why: a signal's name, or a learned word as `word:root`; how much it moved the odds of an idea or a need, up or down. */
export type Hit = { name: string; weight: number }
export type Reading = { kind: FoundKind | null; /** how likely it holds an idea or a need, 0–1 */ score: number; sentence: string; hits: Hit[] }
/** What a municipality's confirmations have taught, feature by feature (learn.ts); empty when they are too few. */
export type Learned = ReadonlyMap<string, number>

const letter = '[\\p{L}\\p{N}]'
/** A signal's words as one expression: whole words only, `^` at the beginning, `*` any letters, `…` up to three words. */
function expression(words: string): RegExp {
  const each = words.split('|').map((phrase) => {
    const first = phrase.startsWith('^'), rest = phrase.replace('^', '')
    const from = first ? '^[^\\p{L}]*' : /^[\p{L}*]/u.test(phrase) ? `(?<!${letter})` : ''
    return from + rest.replace(/[.+?^${}()[\]\\]/g, '\\$&').replaceAll('*', `${letter}*`).replace(/ … /g, `(?:[\\s,]+${letter}+){0,3}[\\s,]+`).replace(/ +/g, '\\s+') + `(?!${letter})`
  })
  return new RegExp(each.join('|'), 'u')
}
const heard: { signal: Signal; in: RegExp }[] = signals.map((signal) => ({ signal, in: expression(signal.words) }))

/** A text's sentences, as they stand in it. A number's or a short form's full stop ends nothing. */
export function sentencesOf(text: string): string[] {
  return text.split(/\n+|(?<=[.!?…]["”')]?)(?<!(?:\d|(?<!\p{L})(?:esim|ks|klo|kl|mm|ym|n|ts|t|s|nro))\.)\s+/u).map((each) => each.trim()).filter((each) => /\p{L}/u.test(each))
}

/** What is learned of in a sentence: the signals in it, and the roots of its telling words. */
export function featuresOf(sentence: string): string[] {
  const words = tellingWords(sentence).map((word) => `word:${rootOf(word, 'fi')}`)
  return [...signalsIn(sentence).map((each) => each.name), ...new Set(words)]
}
function signalsIn(sentence: string): Signal[] {
  const low = sentence.toLocaleLowerCase('fi').normalize('NFC').replace(/’/g, '\'')
  return heard.filter((each) => each.in.test(low)).map((each) => each.signal)
}

/** All that was learned moves the log odds of a sentence by at most this. */
const mostLearned = 3
/** What learning adds to the log odds of a sentence that has these features. */
export const shiftOf = (features: string[], learned: Learned): number => Math.max(-mostLearned, Math.min(mostLearned, features.reduce((sum, each) => sum + (learned.get(each) ?? 0), 0)))

/**
 * Reads one sentence: each signal speaks for an idea, a need or neither, the sums are log odds, and the score is the
 * share of "idea" and "need" of all three (a softmax); what was learned shifts the odds of both.
 */
function readSentence(sentence: string, learned: Learned): Reading {
  const inIt = signalsIn(sentence)
  const sum = (of: 'idea' | 'need' | 'none') => inIt.reduce((total, each) => total + (each[of] ?? 0), 0)
  const idea = Math.exp(bias.idea + sum('idea')), need = Math.exp(bias.need + sum('need')), none = Math.exp(sum('none'))
  const features = learned.size ? featuresOf(sentence) : []
  const odds = (idea + need) / none * Math.exp(shiftOf(features, learned))
  const hits = [
    ...inIt.map((each) => ({ name: each.name, weight: Math.max(each.idea ?? 0, each.need ?? 0) - (each.none ?? 0) + (learned.get(each.name) ?? 0) })),
    ...features.filter((each) => each.startsWith('word:') && Math.abs(learned.get(each) ?? 0) >= 0.05).map((name) => ({ name, weight: learned.get(name)! })),
  ].map((each) => ({ ...each, weight: Math.round(each.weight * 100) / 100 })).sort((a, b) => Math.abs(b.weight) - Math.abs(a.weight))
  return { kind: idea >= need ? 'idea' : 'need', score: odds / (1 + odds), sentence, hits }
}

/**
 * Reads a report for development ideas and service needs, sentence by sentence; the likeliest sentence stands for the
 * whole. `kind` is null where not one signal speaks for either.
 */
export function score(text: string, learned: Learned = new Map()): Reading {
  const read = sentencesOf(text).map((each) => readSentence(each, learned))
  const best = read.reduce<Reading | null>((top, each) => (top && top.score >= each.score ? top : each), null)
  if (!best) return { kind: null, score: 0, sentence: '', hits: [] }
  return best.hits.some((each) => each.weight > 0) ? best : { ...best, kind: null }
}
