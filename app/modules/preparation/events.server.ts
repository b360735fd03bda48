import { event, type EventWords } from '#core/trail/event.ts'
import { inLanguage, type Language, languages, type Translated } from '#core/text/language.ts'
import type { Texts } from './texts/fi.ts'
import { matterWords } from './texts/index.ts'

const words = (say: (t: Texts['happened'], data: Record<string, unknown>, language: Language) => string): EventWords =>
  Object.fromEntries(languages.map((language) => [language, (data: Record<string, unknown>) => say(matterWords(language).happened, data, language)])) as EventWords

/** data: `{ phase }`, the name of the phase it begins in, in each language */
export const matterPublished = event('preparation.published', { onTrail: true, tells: 'followers', wide: true, icon: 'sent', words: words((t) => t.published) })
/** data: `{ from, to }`, the phases' names in each language */
export const phaseMoved = event('preparation.phaseMoved', { onTrail: true, tells: 'followers', wide: true, icon: 'moved', words: words((t, data, language) => t.phaseMoved(inLanguage(data.to as Translated, language))) })
export const questionAsked = event('preparation.questionAsked', { onTrail: true, tells: 'followers', icon: 'comment', words: words((t) => t.questionAsked) })
/** data: `{ title }` */
export const materialAdded = event('preparation.materialAdded', { onTrail: true, tells: 'followers', icon: 'linked', words: words((t, data) => t.materialAdded(String(data.title))) })
export const matterEdited = event('preparation.edited', { onTrail: true, tells: 'nobody', icon: 'edited', words: words((t) => t.edited) })
/** Its sentence is the decision's beginning. data: `{ url }` */
export const matterDecided = event('preparation.decided', { onTrail: true, tells: 'followers', wide: true, icon: 'answered', words: words((t) => t.decided) })
/** The matter is ready. data: `{ outcome: 'service' | 'ended' }` */
export const matterClosed = event('preparation.closed', { onTrail: true, tells: 'followers', icon: 'moved', words: words((t, data) => (data.outcome === 'service' ? t.closedService : t.closedEnded)) })
export const matterWithdrawn = event('preparation.withdrawn', { onTrail: true, tells: 'followers', icon: 'withdrawn', words: words((t) => t.withdrawn) })
/** An idea was taken into the matter. data: `{ title }` */
export const ideaTakenIn = event('preparation.ideaTakenIn', { onTrail: true, tells: 'nobody', icon: 'linked', words: words((t, data) => t.ideaTakenIn(String(data.title))) })
/** On an idea's trail: it is prepared in a matter. data: `{ title, to }`, the matter's title and path */
export const takenIntoMatter = event('preparation.takenIn', { onTrail: true, tells: 'followers', icon: 'linked', words: words((t, data) => t.takenIn(String(data.title))) })
/** The days of the open phase were changed. data: `{ phase, endsOn }` */
export const phaseDated = event('preparation.phaseDated', { onTrail: true, tells: 'followers', icon: 'edited', words: words((t, data, language) => t.phaseDated(inLanguage(data.phase as Translated, language), String(data.endsOn))) })
/** Only the officials of the matter's unit hear of it. data: `{ offerId }` */
export const helpOffered = event('preparation.helpOffered', { onTrail: false, tells: 'nobody', icon: 'support', words: words((t) => t.helpOffered) })
/** Who offered hears of it. data: `{ offerId }` */
export const offerAccepted = event('preparation.offerAccepted', { onTrail: false, tells: 'nobody', icon: 'support', words: words((t) => t.offerAccepted) })
export const offerThanked = event('preparation.offerThanked', { onTrail: false, tells: 'nobody', icon: 'support', words: words((t) => t.offerThanked) })
