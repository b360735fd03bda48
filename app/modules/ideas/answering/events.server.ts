import { event, type EventWords } from '#core/trail/event.ts'
import { inLanguage, type Language, languages, type Translated } from '#core/text/language.ts'
import { answeringWords } from './texts/index.ts'
import type { Texts } from './texts/fi.ts'

const words = (say: (t: Texts['happened'], data: Record<string, unknown>, language: Language) => string): EventWords =>
  Object.fromEntries(languages.map((language) => [language, (data: Record<string, unknown>) => say(answeringWords(language).happened, data, language)])) as EventWords

/** data: `{ outcome, answerId, url?, whose?, mayReturn }` */
export const ideaAnswered = event('ideas.answered', { onTrail: true, tells: 'followers', icon: 'answered', words: words((t, data) => t.answered(String(data.outcome))) })
/** data: `{ from, to, mayReturn }`, into an experiment also `{ toLearn, seenFrom, endsOn }` */
export const ideaMoved = event('ideas.moved', { onTrail: true, tells: 'followers', icon: 'moved', words: words((t, data) => t.moved(String(data.to))) })
/** The end of an experiment; its sentence is what was learned. The move that follows tells the followers. */
export const experimentLearned = event('ideas.learned', { onTrail: true, tells: 'nobody', icon: 'learned', words: words((t) => t.learned) })
/** data: `{ from, to, late }`, the units' names in each language */
export const ideaRouted = event('ideas.routed', { onTrail: true, tells: 'followers', icon: 'routed', words: words((t, data, language) => (data.late ? t.routedLate : t.routed)(inLanguage(data.to as Translated, language))) })
/** data: `{ personId }`. Only the person hears of it. */
export const ideaAssigned = event('ideas.assigned', { onTrail: false, tells: 'nobody', icon: 'routed', words: words((t, data) => (data.personId ? t.assigned : t.assignedNobody)) })
