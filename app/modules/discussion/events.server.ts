import { event } from '#core/trail/event.ts'

export const commented = event('discussion.commented', { onTrail: false, tells: 'followers', icon: 'comment', words: { fi: () => 'Uusi kommentti', sv: () => 'Ny kommentar', en: () => 'New comment' } })
