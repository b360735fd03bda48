import { event, eventWords, type EventWords } from '#core/trail/event.ts'
import { inLanguage, type Language, languages, type Translated } from '#core/text/language.ts'
import { jointWords } from './texts/index.ts'

const words = (say: (data: Record<string, unknown>, language: Language) => string): EventWords =>
  Object.fromEntries(languages.map((language) => [language, (data: Record<string, unknown>) => say(data, language)])) as EventWords

/** This municipality left; its sentence says why. */
export const jointLeft = event('preparation.jointLeft', { onTrail: true, tells: 'followers', icon: 'split', words: words((_data, language) => jointWords(language).happened.left) })
/** This municipality leads from now on. */
export const jointLed = event('preparation.jointLed', { onTrail: true, tells: 'followers', icon: 'routed', words: words((_data, language) => jointWords(language).happened.led) })
/**
 * Something of weight happened in another municipality's part; the worker tells it here under the same id.
 * data: `{ municipality, kind, data }`, the other's name in each language, the event's kind and its own data
 */
export const happenedElsewhere = event('preparation.elsewhere', {
  onTrail: true, tells: 'followers', icon: 'linked',
  words: words((data, language) => `${inLanguage(data.municipality as Translated, language)}: ${eventWords(String(data.kind), language, (data.data ?? {}) as Record<string, unknown>)}`),
})
