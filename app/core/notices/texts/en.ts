import type { Texts } from './fi.ts'

export const en: Texts = {
  atOnce: (what, title) => `${what}: ${title}`,
  digest: (count, first) => (count === 1 ? `Moved: ${first}` : `Moved: ${first} and ${count - 1} more`),
  hello: (name) => (name ? `Hello ${name},` : 'Hello,'),
  moved: 'here is what has happened to the things you follow.',
  yours: 'YOURS', followed: 'YOU FOLLOW', fresh: 'NEW ON YOUR TOPICS AND AREAS',
  more: (url) => `There is more. See everything: ${url}`, moreOf: 'There is more. These are the latest.',
  earlier: (count) => (count === 1 ? 'One other change before that.' : `${count} other changes before that.`),
  see: (url) => `See it: ${url}`,
  stopThis: (url) => `Stop following this: ${url}`,
  stopOf: (what, url) => `Stop following ${what}: ${url}`,
  leaveNetwork: (what, url) => `Leave the network of professionals (${what}): ${url}`,
  rhythm: (url) => `Change when these messages come: ${url}`,
  stopAll: (url) => `Stop all of these messages: ${url}`,
  pushAtOnce: 'Something you follow has moved. See what.', pushDigest: 'Your summary is ready. See what has moved.',
  from: (municipality) => `${municipality} · Nousu. Nothing gets lost.`,
  confirmSubject: (title) => `Please confirm: do you want to follow this? ${title}`,
  confirm: (title, url) => `Hello,\n\nsomeone, probably you, asked for a message to this address when this moves:\n\n${title}\n\nConfirm, and we will tell you what happens:\n${url}\n\nIf you did not ask for this, there is nothing you need to do. No messages come without confirmation.`,
}
