import type { Texts } from './fi.ts'

export const en: Texts = {
  title: 'Places right now', lead: '{n} places in your care', leadOne: '1 place in your care', list: 'Places', nearest: 'Nearest first.',
  empty: 'None of the places in your care has a condition to tell. When your unit gets such a place, it comes here.',
  notHere: { title: 'There are no places on this phone yet', text: 'Open this view once with a network, and the places come along.' },
  others: 'Somebody else tells what it is like here: {name}.', toPlace: 'See the page of the place',
  near: 'Nearest first', denied: 'No position. Allow it in the settings of the phone, or pick the place from the list.', kinds: 'Kind of place', all: 'All', mine: 'Mine', find: 'Find a place', none: 'No place by that name.', more: 'Show more places',
  keep: 'Add to mine', kept1: 'My place', poster: 'Poster for the place', open: 'Page of the place', field: 'Open the field view',
  now: 'now', at: '{what} {when}', since: 'since {when}', unknown: 'not known', last: 'last {value} {when}', free: 'Notice', until: 'until {when}',
  seasonOff: 'The season ended {when}', begin: 'Begin the season', end: 'End the season', season: 'Season',
  rest: 'Other notes', care: 'What was done', when: 'When', whenNow: 'now', number: 'Reading', mark: 'Note it',
  words: 'A word to visitors', wordsHint: 'Shown on the page of the place.', untils: { today: 'today', days: 'three days', week: 'a week' }, untilLabel: 'Valid for', say: 'Publish', wordsEnd: 'Remove the notice',
  panel: { title: 'What does it look like here?', hint: 'This place is in your care. One tap is enough.' },
  taken: 'Your note has arrived.', older: '{said} arrived, but something newer is known already: {newer}. That stands.', olderPlain: 'Your note is kept, but something newer is known already. That stands.', seen: 'All right',
  inPhone: 'Kept on the phone. It is sent when the network is back.', soon: 'Noted. It is sent in a moment.', undo: 'Undo', undone: 'Undone.', fix: 'Correct',
  waiting: 'Waiting for a network: {n}', waitingOne: 'Waiting for a network: 1', sending: 'Sending: {n}', allSent: 'Everything is sent.', offline: 'No network. Everything works, and what you note is sent when the network is back.', asOf: 'Fetched {when}',
  signIn: 'You are no longer signed in. What you noted is kept, and is sent when you sign in.', signInNow: 'Sign in', other: 'Notes of another person wait on this phone: {n}. They are sent when that person signs in.', notKept: 'There was no room on the phone. This is not kept: free some room or wait for a network and try again.',
  stuck: 'This could not be taken', again: 'Try again', drop: 'Remove',
  problems: { forbidden: 'The place is no longer in your care.', notFound: 'The place is no longer there.', gone: 'The place is no longer in use.', invalid: 'This can no longer be noted of the place.', required: 'Write a reading or a word first.', notNumber: 'Write a number, such as 17.5.', outOfRange: 'The reading cannot be right. Check it.', tooLong: 'The text is too long.', other: 'The server did not take this.' },
  posterText: { lead: 'Update what it is like', scan: 'If you look after this place: open with your camera', or: 'or type the address', small: 'It works without a network too.' },
}
