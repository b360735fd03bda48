import type { fi } from './fi.ts'

export const en: typeof fi = {
  title: 'Follow this place', tellWhen: 'Tell me at once when', newsToo: 'You also hear if the place closes or its opening hours change.', follow: 'Follow', save: 'Save', stop: 'Stop following', how: 'How am I told?',
  email: 'E-mail address', emailHint: 'We send a link there for you to confirm with.', byMail: 'Follow by e-mail', signIn: 'Sign in and be told on your phone', back: 'Back to the place’s page',
  kept: (place, what) => (what.length ? `You follow ${place}. We tell you at once when ${what.join(' or ')}.` : `You follow ${place}.`),
  asked: 'Look in your e-mail. When you open the link there, we start telling you.', stopped: 'You no longer follow this place.',
}
