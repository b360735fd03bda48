import type { Texts } from './fi.ts'

export const en: Texts = {
  title: 'Send a report', lead: 'Tell us what is broken, dangerous or good. A minute is enough, and no account is needed.',
  steps: ['What', 'Where', 'Send'],
  text: 'What did you notice?', textHint: 'A few words are enough: what, and exactly where.',
  next: 'Continue', back: 'Back', send: 'Send the report',
  category: 'Topic', categoryGuess: 'Suggested from your words. Change it if it is wrong.', categoryOpen: 'Choose the topic yourself', categoryOther: 'Another topic', categoryNone: 'Not chosen',
  suggested: (name) => `Suggested topic: ${name}`,
  promised: (days) => (days === 0 ? 'We look at this today.' : days === 1 ? 'We promise to answer by tomorrow.' : `We promise to answer within ${days} days.`),
  privateCategory: 'This report is not shown in public. Only those who handle it and you read it.',
  changed: 'I changed the topic, continue', where: 'Where is it?', noPlace: 'This has no place',
  offlineRest: 'There is no network right now. Fill in the rest, and the report goes when you are back online.', here: 'Use my location', located: 'Location chosen',
  known: 'Is this already known?', knownLead: 'These have been told of nearby. If yours is the same, say “me too”: it rises in the queue and you need not send your own.', knownNone: 'None of these? Send yours.',
  check: 'Before you send', change: 'Change', noPlaceGiven: 'No place', photos: (count) => (count === 1 ? '1 photo' : `${count} photos`),
  public: 'Everyone sees the report on the map. Your name and contact details are not shown.', privateWish: 'Do not show the report to others',
  hear: 'Do you want to know what happens?', hearLead: 'All of this is optional. You get a link of your own in any case, where you see how it stands.',
  email: 'E-mail', emailHint: 'We write when something happens. One tap ends the letters.', phone: 'Phone', phoneHint: 'In case we have to ask you something.', name: 'Name', shown: 'My name may be shown with the report', more: 'Name and phone',
  knownSender: (name) => `You send this as ${name}. You get a message when something happens.`, signIn: 'Sign in to have your reports in one place',
  behalf: 'I write this down for someone else', behalfHint: 'The name and contact details are then theirs. They are shown to nobody else.', behalfNot: 'I send it myself', channels: { phone: 'By phone', desk: 'At the desk', mail: 'From a letter or e-mail' },
  labels: { text: 'What you noticed', categoryId: 'Topic', where: 'Where', place: 'Where', email: 'E-mail', phone: 'Phone', name: 'Name', form: 'Sending', photo1: 'Photo 1', photo2: 'Photo 2', photo3: 'Photo 3', photo4: 'Photo 4' },
  problems: {
    farAway: 'The place is far from the municipality. Choose one nearby.', categoryNeeded: 'Choose a topic, so that the report goes to the right people.', stopped: 'This cannot be sent with this form. See above what to do.',
    whereNeeded: 'Say where it is, or go on without a place.', notPhone: 'Check the phone number, such as 040 123 4567.', nameNeeded: 'Write the name if it may be shown.',
    tooOften: 'A lot has been sent from here in a short time. Everything is kept on this page: wait a while and send again.', mailTooOften: 'Many letters have just been sent to this address. Leave it out or wait a while.',
    assetUnknown: 'That thing is no longer there. Choose another or say where it is.',
  },
  thanks: {
    title: 'Thank you, we have your report', hidden: 'Thank you, your report is saved', hiddenText: 'A moderator reads it before others see it, because the rules stopped the text. Those who handle it get it all the same.',
    reference: 'Reference', referenceHint: 'Say this if you call.', promise: (day, unit) => `${unit} answers by ${day}.`,
    own: 'Your own link', ownText: 'Save this. The link shows how it stands and lets you add to the report. Anyone who has the link can do the same, so keep it to yourself.', open: 'Open your report',
    hear: 'Shall we tell you when something happens?', mail: 'Tell me by e-mail', mailOn: 'We write to your e-mail when something happens.', pushLead: 'Or a message to this device:', pushOn: 'Tell me on this device', pushIsOn: 'This device tells you when something happens.', pushOff: 'Stop the messages', pushDenied: 'The browser has blocked messages. Allow them in its settings.', pushFailed: 'Messages could not be turned on. Try again in a while.', pushWorking: 'A moment…',
    neither: 'You need neither: your own link is enough.', mine: 'You get a message when something happens. The report is also on your page Me.', another: 'Send another', all: 'See what others have reported',
  },
  mail: {
    subject: (reference) => `We have your report ${reference}`,
    text: (its) => `Hello!\n\nThank you for your report (${its.municipality}).\n\nReference: ${its.reference}\nTopic: ${its.category}${its.area ? `\nArea: ${its.area}` : ''}\n${its.unit} answers by ${its.day}.\n\nThis link shows how it stands. It is for you only:\n\n${its.link}\n\nWe write when something happens. If you want no letters, or did not send a report, end them here:\n\n${its.stop}`,
  },
}
