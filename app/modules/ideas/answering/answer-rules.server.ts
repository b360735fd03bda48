import { z } from 'zod'
import type { Problems } from '#core/errors/errors.ts'
import type { Stage } from '#core/trail/stages.ts'
import { outcomes } from '../schema.server.ts'

const words = (max: number) => z.string().trim().max(max, 'tooLong').default('')

/** An answer as its form sends it; what is still missing is said by `mistakesOfAnswer`, so that all of it is said at once. */
export const answerForm = z.object({
  outcome: z.enum(outcomes, 'chooseOutcome').optional(),
  reason: words(4000), url: words(500), whose: words(200),
  /** what its writer saw: the newest published answer and the draft, as `seenOf` gave them */ seen: z.string().max(100).default(''),
})
export type AnswerForm = z.infer<typeof answerForm>
/** An answer as operations and tests give it. */
export type AnswerInput = z.input<typeof answerForm>

/** What keeps an answer from being published; null when nothing does. The reason's length is issue-wide: 20 characters. */
export function mistakesOfAnswer(its: AnswerForm, stage: Stage): Problems | null {
  const found: Problems = {}
  if (!its.outcome) found.outcome = 'chooseOutcome'
  else if (stage === 'experiment' && its.outcome !== 'forward') found.outcome = 'experimentRunning'
  if (!its.reason) found.reason = 'required'
  else if (its.reason.length < 20) found.reason = 'tooShort'
  if (its.outcome === 'exists' && !its.url) found.url = 'linkNeeded'
  if (its.url && !isWebAddress(its.url)) found.url = 'badLink'
  if (its.outcome === 'elsewhere' && !its.whose) found.whose = 'whoseNeeded'
  return Object.keys(found).length ? found : null
}

/** What keeps an answer from being kept as a draft: it may be unfinished, not empty. */
export function mistakesOfDraft(its: AnswerForm): Problems | null {
  const found: Problems = {}
  if (!its.outcome) found.outcome = 'chooseOutcome'
  if (!its.reason) found.reason = 'required'
  if (its.url && !isWebAddress(its.url)) found.url = 'badLink'
  return Object.keys(found).length ? found : null
}

function isWebAddress(text: string): boolean {
  if (!/^https?:\/\/[^\s/]+\.[^\s]+$/.test(text)) return false
  return URL.canParse(text)
}
