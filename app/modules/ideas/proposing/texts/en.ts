import type { Texts } from './fi.ts'

export const en: Texts = {
  title: 'Tell us your idea',
  lead: (days) => `A title and a few sentences are enough. You will have an answer within ${days} days.`,
  kind: 'What is it about?', idea: 'Idea', ideaHint: 'I suggest something new or a change', need: 'Service wish', needHint: 'I need a service that does not exist yet',
  ideaTitle: 'Title', ideaTitleHint: 'What do you suggest? One sentence is enough.', text: 'Tell us more', textHint: 'What is wrong or missing now, and what would change?',
  place: 'Place', placeFold: 'Add a place', placeHint: 'Write the name of the place. Known places appear as you write.',
  topic: 'Topic', topicHint: 'If you do not choose, we work the topic out from your words.', topicAuto: 'Work it out from my words', topicNone: 'None of these', topicGuess: 'We suggested a topic from your words. You can change it.',
  who: 'Who suggests this?', name: 'Your name', nameHint: 'Others see your first name and the initial of your last name.', email: 'E-mail',
  emailHint: 'We send a link with which you confirm the idea. The address is shown to nobody.', orSignIn: 'Sign in and your idea appears at once',
  send: 'Send the idea', sendAnyway: 'Send anyway', publicNote: 'Everyone can read your idea.', asNote: (name) => `You send this as ${name}.`,
  similar: 'Has someone suggested this already?', similarLead: 'An idea moves faster when you support one that is already here.', similarStop: 'We found similar ideas. Support one that fits, or send your own.', supportThis: 'Support this', supportWhat: (title) => `Support this: ${title}`,
  away: (metres) => `${metres} away`,
  labels: { title: 'Title', text: 'Tell us more', kind: 'What it is about', place: 'Place', topicId: 'Topic', email: 'E-mail', name: 'Your name', form: 'Sending', photo1: 'Photo 1', photo2: 'Photo 2', photo3: 'Photo 3', photo4: 'Photo 4' },
  problems: {
    farAway: 'The place is far from the municipality. Choose one nearby or leave it out.',
  },
  sent: { mail: 'One more step', mailText: (email) => `We sent a link to ${email}. Open it and confirm, and your idea appears.`, mailUntil: (until) => `The link works until ${until}. If there is no message, look in your spam folder and check the address.`, again: 'Send again with another address',
    looked: 'Your idea is saved', lookedText: 'A moderator reads it before others see it, because the rules stopped the text. We tell you when it has been decided.', toIdea: 'See your idea', toIdeas: 'Browse ideas' },
  confirm: { title: 'Confirm your idea', lead: 'One tap, and everyone can see your idea.', button: 'Confirm and publish', by: (name) => `From: ${name}`, done: 'Your idea is public', doneText: 'It has already been confirmed. Follow how it moves on.', toIdea: 'Open the idea',
    gone: 'The link is no longer valid', goneText: 'An idea that is not confirmed within seven days is erased. You can send it again.', again: 'Write an idea' },
  map: { ground: 'Map', zoomIn: 'Zoom in', zoomOut: 'Zoom out', choose: 'Choose on the map', locate: 'Use my location', locating: 'Finding your location…', located: 'Location chosen', denied: 'Your location could not be found. Write the name of the place or choose on the map.', clear: 'Remove the point', label: 'Map. Move the marker with the arrow keys.', pin: 'The place', hint: 'Tap the map or move the marker.', failed: 'The map could not be opened. Write the name of the place.', mapOf: 'Ideas on the map', listBelow: 'The same ideas are in the list below the map.', mapFailed: 'The map could not be opened. The ideas are in the list below.', many: '# ideas close together', chosen: 'Chosen ideas' },
  mail: {
    subject: (title) => `Confirm your idea: ${title}`,
    text: (its) => `Hello!\n\nYou sent the idea “${its.title}” (${its.municipality}). Open the link and confirm the idea, and it appears:\n\n${its.link}\n\nThe link works until ${its.until}. After that an unconfirmed idea is erased.\n\nIf you did not send the idea, you need not do anything.`,
  },
}
