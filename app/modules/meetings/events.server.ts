import { event, type EventWords } from '#core/trail/event.ts'
import { day } from '#core/text/format.ts'
import { inLanguage, type Language, languages, type Translated } from '#core/text/language.ts'
import type { Texts } from './texts/fi.ts'
import { meetingWords } from './texts/index.ts'

const words = (say: (t: Texts['happened'], body: string, when: string) => string): EventWords =>
  Object.fromEntries(languages.map((language: Language) => [language, (data: Record<string, unknown>) => {
    const at = data.startsAt ? new Date(String(data.startsAt)) : null
    return say(meetingWords(language).happened, inLanguage(data.body as Translated, language), at ? day(at, language, at) : '')
  }])) as EventWords

// Of an item. data of all: `{ body, startsAt }`, the body's name in each language and the meeting's moment
export const itemComing = event('meetings.itemComing', { onTrail: true, tells: 'followers', wide: true, icon: 'sent', words: words((t, body, when) => t.coming(body, when)) })
/** A formality stands on the agenda: only who follows it hears. */
export const itemListed = event('meetings.itemListed', { onTrail: true, tells: 'followers', icon: 'sent', words: words((t, body, when) => t.coming(body, when)) })
export const itemMoved = event('meetings.itemMoved', { onTrail: true, tells: 'followers', icon: 'moved', words: words((t, body, when) => t.moved(body, when)) })
export const itemChanged = event('meetings.itemChanged', { onTrail: true, tells: 'nobody', icon: 'edited', words: words((t) => t.changed) })
export const itemGone = event('meetings.itemGone', { onTrail: true, tells: 'followers', icon: 'withdrawn', words: words((t) => t.gone) })
export const itemBack = event('meetings.itemBack', { onTrail: true, tells: 'followers', icon: 'restored', words: words((t, body, when) => t.back(body, when)) })
export const itemCancelled = event('meetings.itemCancelled', { onTrail: true, tells: 'followers', icon: 'withdrawn', words: words((t, body, when) => t.cancelled(body, when)) })
export const itemDecided = event('meetings.itemDecided', { onTrail: true, tells: 'followers', wide: true, icon: 'answered', words: words((t, body) => t.decided(body)) })
/** It was on the agenda of a meeting that was over when it was imported. */
export const itemImported = event('meetings.itemImported', { onTrail: true, tells: 'nobody', icon: 'imported', words: words((t, body, when) => t.imported(body, when)) })

// Of the matter that an item concerns. data besides: `{ itemId }`
export const matterComes = event('meetings.matterComes', { onTrail: true, tells: 'followers', icon: 'linked', words: words((t, body, when) => t.matterComes(body, when)) })
export const matterDecided = event('meetings.matterDecided', { onTrail: true, tells: 'followers', icon: 'answered', words: words((t, body) => t.matterDecided(body)) })
