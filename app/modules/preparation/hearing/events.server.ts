import { event, type EventWords } from '#core/trail/event.ts'
import { languages } from '#core/text/language.ts'
import type { Texts } from './texts/fi.ts'
import { hearingWords } from './texts/index.ts'

const words = (say: (t: Texts['happened']) => string): EventWords => Object.fromEntries(languages.map((language) => [language, (_data: Record<string, string>) => say(hearingWords(language).happened)])) as EventWords

/** The hearing has ended by its date or by an official; what is owed now is its summary. data: `{ dueAt }` */
export const hearingEnded = event('preparation.hearingEnded', { onTrail: true, tells: 'followers', icon: 'late', words: words((t) => t.ended) })
/** Its sentence is the summary's beginning. */
export const summaryPublished = event('preparation.summaryPublished', { onTrail: true, tells: 'followers', wide: true, icon: 'answered', words: words((t) => t.summary) })
export const summaryEdited = event('preparation.summaryEdited', { onTrail: true, tells: 'nobody', icon: 'edited', words: words((t) => t.summaryEdited) })
/** The document of a published matter was changed; said at most once an hour. */
export const documentChanged = event('preparation.documentChanged', { onTrail: true, tells: 'nobody', icon: 'edited', words: words((t) => t.document) })
