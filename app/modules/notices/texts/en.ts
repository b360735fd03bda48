import type { Texts } from './fi.ts'

export const en: Texts = {
  title: 'Messages', lead: 'When something that matters to you moves, you hear of it here.',
  none: 'No messages yet. Follow an idea, and we will tell you when something happens.', noneAction: 'Browse ideas',
  new: 'New', readAll: 'Mark all as read', settings: 'What I follow', open: 'Open', earlier: 'Earlier', unread: 'New', before: (count) => (count === 1 ? 'and one earlier' : `and ${count} earlier`),
  follows: 'What I follow', followsLead: 'We tell you when these move. You choose how.',
  noFollows: 'You are not following anything yet. Ideas that you support or send come here by themselves; choose others on the page of the idea.',
  howAll: 'How messages reach you', howAllHint: (email) => (email ? `E-mail goes to ${email}. You always see the messages here.` : 'You always see the messages here.'), useForAll: 'Use for all',
  rhythm: { atOnce: 'At once by e-mail', daily: 'Once a day by e-mail', weekly: 'Once a week by e-mail', inApp: 'Only here' },
  rhythmHint: { atOnce: 'A message for every change.', daily: 'One summary at 8 in the morning.', weekly: 'One summary on Monday morning.', inApp: 'A red dot, no e-mail.' },
  why: { author: 'Your own idea', supporter: 'You support this', chosen: 'You follow this', commenter: 'You commented on this' },
  change: 'Change', stop: 'Stop following', movedAt: (when) => `Moved ${when}`,
  followTitle: 'Follow how it goes', followGuest: 'Give your e-mail address and we will tell you when this moves. No account is needed, and you can stop with one tap.',
  email: 'E-mail', emailHint: 'We use it for this only.', when: 'When shall we tell you?', followByMail: 'Follow', signInInstead: 'Sign in and follow with your account',
  askedTitle: 'Please check your e-mail', asked: 'We sent a link to the address. Following begins when you open it and confirm. If you follow this already, no new link comes.', backTo: 'Back to the idea',
  followMine: 'How shall we tell you when this moves?', youFollow: 'You follow this.', save: 'Save', start: 'Follow',
  confirmTitle: 'Follow this?', confirmLead: 'Confirm, and we will tell you by e-mail what happens to it.', confirm: 'Yes, follow', confirmed: 'You now follow this. We will tell you when it moves.', see: 'See where it stands',
  stopTitle: 'Stop the messages?', stopOne: 'You will no longer get messages about this:', stopAll: 'You will no longer get e-mail about anything you follow. If you have an account, you still see the messages here.',
  stopButton: 'Stop the messages', stopped: 'The messages have been stopped. You can start following again at any time.',
  hiddenTitle: 'Hidden by moderation',
  mailbox: 'Mailbox', mailboxLead: 'This installation has no mail server. All outgoing mail stays here, so that its links work.', mailboxNone: 'No mail yet. Send an idea without an account or ask for a sign-in link, and the message comes here.',
  to: (address) => `To ${address}`,
}
