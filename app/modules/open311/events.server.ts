import { event } from '#core/trail/event.ts'

/** A word from another service about a report, such as its sender's there. */
export const commented = event('open311.commented', { onTrail: true, tells: 'followers', icon: 'comment', words: { fi: () => 'Toisesta palvelusta lisättiin', sv: () => 'Från en annan tjänst tillades', en: () => 'Added from another service' } })
/** The same when its words wait for who handles the report: they are not public. */
export const heardAside = event('open311.heardAside', { onTrail: false, tells: 'nobody', icon: 'comment', words: { fi: () => 'Toisesta palvelusta tuli viesti', sv: () => 'Ett meddelande kom från en annan tjänst', en: () => 'A message came from another service' } })
