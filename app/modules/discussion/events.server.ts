import { event } from '#core/trail/event.ts'
import { languages } from '#core/text/language.ts'
import { discussionWords } from './texts/index.ts'

export const commented = event('discussion.commented', { onTrail: false, tells: 'followers', icon: 'comment', words: { fi: () => 'Uusi kommentti', sv: () => 'Ny kommentar', en: () => 'New comment' } })
/** Who spoke hears of it, in the words of the official. data: `{ outcome, why, to, outcomeId }` */
export const outcomeTold = event('discussion.outcome', { onTrail: false, tells: 'nobody', icon: 'answered', words: Object.fromEntries(languages.map((language) => [language, (data: Record<string, string>) =>
  because(language, data)])) as Record<(typeof languages)[number], (data: Record<string, string>) => string> })

const because = (language: (typeof languages)[number], data: Record<string, string>) => {
  const say = discussionWords(language).outcomes.because
  return say[data.outcome as keyof typeof say](data.why ?? '')
}
