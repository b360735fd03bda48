import { event, type EventWords } from '#core/trail/event.ts'
import { type Language, languages } from '#core/text/language.ts'
import type { Texts } from './texts/fi.ts'
import { mergingWords } from './texts/index.ts'

const words = (say: (t: Texts['happened'], title: string) => string): EventWords =>
  Object.fromEntries(languages.map((language) => [language, (data: Record<string, unknown>) => say(mergingWords(language).happened, String(data.title ?? ''))])) as Record<Language, (data: Record<string, string>) => string>

/** On the trail of the idea that ended. data: `{ toId, title }`, of the one that stays */
export const ideaMerged = event('ideas.merged', { onTrail: true, tells: 'followers', icon: 'merged', words: words((t, title) => t.merged(title)) })
/** On the trail of the idea that stays. data: `{ fromId, title }`. Its followers need do nothing and are not told. */
export const ideaReceived = event('ideas.received', { onTrail: true, tells: 'nobody', icon: 'merged', words: words((t, title) => t.received(title)) })
/** A supporter's question, in place of the plain word that followers hear of the merging. */
export const mergeAsked = event('ideas.mergeAsked', { onTrail: false, tells: 'nobody', icon: 'merged', words: words((t, title) => t.asked(title)) })
/** On the trail of the idea that was divided. data: `{ parts: [{ id, title }] }` */
export const ideaSplit = event('ideas.split', { onTrail: true, tells: 'followers', icon: 'split', words: words((t) => t.split) })
/** The beginning of a part. data: `{ fromId, title }`, of the idea that was divided */
export const partMade = event('ideas.partMade', { onTrail: true, tells: 'nobody', icon: 'split', words: words((t, title) => t.part(title)) })
/** A supporter's question after a division. */
export const splitAsked = event('ideas.splitAsked', { onTrail: false, tells: 'nobody', icon: 'split', words: words((t, title) => t.askedOfParts(title)) })
