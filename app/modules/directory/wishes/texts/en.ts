import type { fi } from './fi.ts'

export const en: typeof fi = {
  title: 'Follow this place', tellWhen: 'Tell me at once when', newsToo: 'You will also hear if the place closes or its opening hours change.', follow: 'Follow', save: 'Save', stop: 'Stop following', how: 'How am I told?',
  email: 'E-mail address', emailHint: 'We send a link there for you to confirm with.', byMail: 'Follow by e-mail', signIn: 'Sign in and hear on your phone', back: 'Back to the place’s page',
  kept: (place, what) => (what.length ? `You follow ${place}. We will tell you at once when ${what.join(' or ')}.` : `You follow ${place}.`),
  asked: 'Look in your e-mail. Open the link there and you follow the place.', stopped: 'You no longer follow this place.',
}
