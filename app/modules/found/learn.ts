import { featuresOf, type Learned, score, shiftOf } from './score.ts'

/** A report on which a person has said whether it is an idea or a need, in the order of saying. */
export type Judged = { text: string; yes: boolean }
export type Weight = { feature: string; weight: number; /** in how many judged reports */ seen: number }

/** Fewer judgements than this teach nothing: a handful would be one person's mood. */
export const fewestJudged = 20
/** A word met in fewer reports than this is not kept: it could be a name, and it would be chance. */
export const fewestReports = 5
/** No feature weighs more than this over its ordinary weight, either way. */
const bound = 2
const rate = 0.2, pull = 0.05, rounds = 8

/**
 * Learns from people's judgements: logistic regression with L2 over the scorer's own log odds, one judgement at a time in
 * the order they were made, gone through eight times. The base score is an offset that is not learned, so that with
 * nothing to say every weight stays 0 (the L2 pull is towards that). The same judgements give the same weights.
 * After: Bottou (2010), Large-scale machine learning with stochastic gradient descent.
 */
export function learn(judged: Judged[]): Weight[] {
  if (judged.length < fewestJudged) return []
  const read = judged.map(({ text, yes }) => {
    const base = score(text)
    const bounded = Math.max(0.02, Math.min(0.98, base.score))
    return { features: featuresOf(base.sentence), offset: Math.log(bounded / (1 - bounded)), yes }
  })
  const seen = new Map<string, number>()
  for (const { features } of read) for (const each of features) seen.set(each, (seen.get(each) ?? 0) + 1)
  const kept = new Map([...seen].filter(([, count]) => count >= fewestReports).map(([feature]) => [feature, 0]))
  for (let round = 0; round < rounds; round++) {
    for (const { features, offset, yes } of read) {
      const odds = Math.exp(offset + shiftOf(features, kept))
      const wrongBy = (yes ? 1 : 0) - odds / (1 + odds)
      for (const each of features) {
        const before = kept.get(each)
        if (before !== undefined) kept.set(each, Math.max(-bound, Math.min(bound, before + rate / (1 + round) * (wrongBy - pull * before))))
      }
    }
  }
  return [...kept].map(([feature, weight]) => ({ feature, weight: Math.round(weight * 1000) / 1000, seen: seen.get(feature)! })).filter((each) => each.weight !== 0)
    .sort((a, b) => Math.abs(b.weight) - Math.abs(a.weight) || (a.feature < b.feature ? -1 : 1))
}

/** Weights as the scorer takes them. */
export const asLearned = (weights: Pick<Weight, 'feature' | 'weight'>[]): Learned => new Map(weights.map((each) => [each.feature, each.weight]))
