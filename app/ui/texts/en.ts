import type { Texts } from './fi.ts'

export const en: Texts = {
  places: { home: 'Home', services: 'Services', participate: 'Take part', community: 'Community', me: 'Me', desk: 'Desk', moderation: 'Moderation', admin: 'Administration' },
  say: 'Say or do', search: 'Search', notices: 'Notices', signIn: 'Sign in', signOut: 'Sign out', toContent: 'Skip to content', mainMenu: 'Main menu', languageSwitch: 'Change language',
  newNotices: (count) => (count === 1 ? '1 new notice' : `${count} new notices`),
  actsAs: (name) => `You act as ${name}`,
  demo: 'Demonstration', demoPeople: 'Change person', footer: 'Nothing drowns.', openData: 'Open data', moderationLog: 'Moderation statistics',
  stage: { waiting: 'Waiting to be confirmed', idea: 'Idea', developing: 'In development', experiment: 'On trial', decision: 'To be decided', service: 'A service', ended: 'Ended' },
  late: 'Late', trail: 'Trail', next: 'Next', showWholeTrail: (count) => `Show the whole trail (${count})`,
  dueBy: { before: '', after: ' will answer by ', late: ' promised to answer by ', lateEnd: ' – the answer is late.', nextStep: ' will tell the next step by ' },
  linked: { title: 'Belongs together with', mergedInto: { from: 'Merged into this', to: 'Merged into' }, splitFrom: { from: 'Split from this', to: 'Split from' }, grewOutOf: { from: 'Grew out of this', to: 'Grew out of' }, answers: { from: 'Answers this', to: 'Answers' }, concerns: { from: 'Deals with this', to: 'Concerns' } },
  someone: 'The municipality',
  required: 'required', optional: 'optional',
  fixThese: (count) => (count === 1 ? 'One thing to mend' : `${count} things to mend`), kept: 'What you wrote is still on this page.',
  problems: {
    required: 'Fill this in.', tooShort: 'Write a little more.', tooLong: 'The text is too long.', invalid: 'Check this.', notEmail: 'Check the e-mail address, such as name@example.fi.', tooOften: 'You have sent a lot in a short time. Try again in a while.',
    notPicture: 'The file is not a photo that we can read. Try a JPEG or PNG.', pictureTooLarge: 'The photo is too large. At most 15 megabytes and 64 megapixels.',
  },
  photos: {
    fold: 'Add photos', hint: 'At most four photos. We remove location and camera details from them.', photo: (n) => `Photo ${n}`,
    description: 'What does the photo show?', descriptionHint: 'Read aloud to those who do not see the photo.', kept: (n) => `Photo ${n} is saved`, remove: 'Leave the photo out',
  },
  draft: { restored: 'Continue where you left off. Your draft was kept on this device.', clear: 'Clear', queued: 'This will be sent when you are back online. What you wrote is kept on this device.', sent: 'What you wrote offline has now been sent.', stuck: 'What you wrote is still waiting to be sent.', open: 'Open' },
  more: 'Show more', back: 'Back', cancel: 'Cancel', save: 'Save', close: 'Close', newest: 'To the newest',
  share: 'Share', shareAddress: 'Address', copy: 'Copy the address', copied: 'The address is copied.', byMail: 'Send by e-mail',
  refused: {
    401: ['Sign in first', 'Only someone signed in sees this.'], 403: ['This is not for you', 'You have no right to this. If you should, ask your municipality’s administrator.'],
    404: ['No such page', 'The address is wrong, or the thing was removed. Search for it by name or start from the first page.'], 409: ['Things have changed', 'Someone was first, or the matter is already at another stage. Go back and see what changed.'],
    413: ['Too large', 'What you sent was too large. Make the pictures smaller or send them one by one.'], 429: ['One moment', 'A lot arrived in a short time. Wait a while and try again.'],
    400: ['The request could not be read', 'There is something odd in the address or in what was sent. Go back and try again.'], 500: ['Something broke', 'The fault is ours, not yours. It has been noted. Try again in a while.'],
  },
  steps: { title: 'Steps', done: 'done', next: 'next' },
  toHome: 'To the first page', offline: 'No connection',
}
