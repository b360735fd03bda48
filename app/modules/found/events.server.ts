import { event } from '#core/trail/event.ts'

const say = (fi: string, sv: string, en: string) => ({ fi: () => fi, sv: () => sv, en: () => en })

/** The sender alone hears of it. data: `{ to }` */
export const senderAsked = event('found.asked', { onTrail: false, tells: 'nobody', icon: 'sent', words: say('Saako palautteestasi tehdä idean?', 'Får din respons bli en idé?', 'May your report become an idea?') })
/** Who asked hears of it. data: `{ answer, to }` */
export const senderAnswered = event('found.answered', { onTrail: false, tells: 'nobody', icon: 'answered', words: {
  fi: ({ answer }) => (answer === 'no' ? 'Lähettäjä ei halunnut, että palautteesta tehdään idea' : answer === 'waits' ? 'Lähettäjä lupasi idean ja vahvistaa sen vielä sähköpostista' : 'Lähettäjä antoi luvan: palautteesta syntyi idea'),
  sv: ({ answer }) => (answer === 'no' ? 'Avsändaren ville inte att responsen blir en idé' : answer === 'waits' ? 'Avsändaren gav lov och bekräftar ännu idén via e-post' : 'Avsändaren gav lov: responsen blev en idé'),
  en: ({ answer }) => (answer === 'no' ? 'The sender did not want the report to become an idea' : answer === 'waits' ? 'The sender agreed and has yet to confirm by e-mail' : 'The sender agreed: the report became an idea'),
} })
/** On the report's trail; who follows it hears. data: `{ to }`, the idea's page */
export const ideaGrew = event('found.grew', { onTrail: true, tells: 'followers', icon: 'linked', words: say('Palautteesta syntyi idea', 'Responsen gav upphov till en idé', 'An idea grew out of the report') })
/** On the idea's trail. */
export const ideaBorn = event('found.born', { onTrail: true, tells: 'nobody', icon: 'linked', words: say('Idea syntyi palautteesta', 'Idén föddes ur en respons', 'The idea grew out of a report') })
