import { event } from '#core/trail/event.ts'

// Whom each concerns is worked out of its shape (tell.server.ts), so core's own rule of who hears is not used here.
export const told = event('disruptions.told', { onTrail: true, tells: 'nobody', icon: 'sent',
  words: { fi: () => 'Häiriöstä kerrottiin', sv: () => 'Störningen meddelades', en: () => 'People were told of the disruption' } })
export const begun = event('disruptions.begun', { onTrail: true, tells: 'nobody', icon: 'moved',
  words: { fi: () => 'Häiriö alkoi', sv: () => 'Störningen började', en: () => 'The disruption began' } })
export const updated = event('disruptions.updated', { onTrail: true, tells: 'nobody', icon: 'answered',
  words: { fi: () => 'Lisätietoa', sv: () => 'Mer information', en: () => 'An update' } })
/** `data` has the new end as it is said in each language, or nothing: until further notice. */
export const prolonged = event('disruptions.prolonged', { onTrail: true, tells: 'nobody', icon: 'late',
  words: { fi: ({ fi }) => (fi ? `Loppuu arviolta ${fi}` : 'Jatkuu toistaiseksi'), sv: ({ sv }) => (sv ? `Beräknas vara över ${sv}` : 'Fortsätter tills vidare'), en: ({ en }) => (en ? `Expected to end ${en}` : 'Goes on until further notice') } })
export const ended = event('disruptions.ended', { onTrail: true, tells: 'nobody', icon: 'moved',
  words: { fi: ({ how }) => (how === 'called off' ? 'Peruttiin' : 'Häiriö on ohi'), sv: ({ how }) => (how === 'called off' ? 'Ställdes in' : 'Störningen är över'), en: ({ how }) => (how === 'called off' ? 'Was called off' : 'The disruption is over') } })
export const reopened = event('disruptions.reopened', { onTrail: true, tells: 'nobody', icon: 'restored',
  words: { fi: () => 'Häiriö jatkuu sittenkin', sv: () => 'Störningen fortsätter ändå', en: () => 'The disruption goes on after all' } })
/** Those that people hear of. */
export const heard = [told, updated, prolonged, ended, reopened].map((each) => each.kind)
