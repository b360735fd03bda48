import { event } from '#core/trail/event.ts'

export const ideaSent = event('ideas.sent', { onTrail: true, tells: 'followers', icon: 'sent', words: { fi: () => 'Idea lähetetty', sv: () => 'Idén skickades', en: () => 'Idea sent' } })
export const ideaSupported = event('ideas.supported', { onTrail: false, tells: 'nobody', icon: 'support', words: { fi: () => 'Uusi kannatus', sv: () => 'Nytt understöd', en: () => 'New support' } })
