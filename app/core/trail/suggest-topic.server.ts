import type { Ctx } from '#core/context/context.server.ts'
import { topicsOf } from './facets.server.ts'

/**
 * The topic whose word beginnings (topic.hints) a text has most of: a longer beginning weighs more, the same one counts
 * once, and one in the middle of a compound ("koirapuisto") half. Null when no word tells, or two topics tell the same.
 */
export async function suggestTopic(ctx: Ctx, text: string): Promise<{ id: string; unitId: string; name: string } | null> {
  const words = text.toLocaleLowerCase('fi').match(/[\p{L}\p{M}]{2,}/gu) ?? []
  const scored = (await topicsOf(ctx)).map((each) => ({ each, score: each.hints.map((hint) => weight(words, hint.toLocaleLowerCase('fi'))).reduce((sum, one) => sum + one, 0) }))
    .filter(({ score }) => score > 0).sort((a, b) => b.score - a.score)
  const [best, second] = scored
  return best && best.score > (second?.score ?? 0) ? best.each : null
}
const weight = (words: string[], hint: string): number =>
  words.some((word) => word.startsWith(hint)) ? hint.length : hint.length >= 4 && words.some((word) => word.includes(hint)) ? hint.length / 2 : 0
