import type { Texts } from './fi.ts'

export const en: Texts = {
  title: 'Topics and areas', lead: 'Follow a topic, an area or a unit, and we tell you when something happens there.', of: (name) => `What is going on: ${name}`,
  participate: 'Take part', me: 'Me', topics: 'Topics', areas: 'Areas', units: 'Units', noTopics: 'The municipality has no topics yet.', toPlaces: 'Follow the surroundings of a place', toAdmin: 'Edit topics', parts: 'Sub-topics', answers: 'Answered by:', unitTopics: 'Topics we answer for', knownPlaces: 'Places here',
  follow: 'Follow', following: 'Following', change: 'Change', rhythmOf: (name) => `How often we tell you: ${name}`, followers: (count) => `${count} follow this`, amongFirst: 'Be among the first to follow.',
  rhythm: { atOnce: 'At once', daily: 'Once a day', weekly: 'Once a week', inApp: 'Only here' },
  goingOn: 'Going on', quiet: 'Nothing is going on here yet. Be the one to begin.', begin: 'Send an idea', all: 'All', moved: (when) => `moved ${when}`,
  mapOf: (name) => `Map: ${name}, its borders and the areas next to it`,
  places: {
    title: 'My places', lead: 'Save your home, cottage or another place. We tell you when something is planned or happens near it.', none: 'You have no saved places yet. Begin with your home.',
    add: 'Save a place', changeOf: (name) => `Change: ${name}`, saved: 'The place is saved.', forgotten: 'The place is removed.', within: (how) => `within ${how}`, forget: 'Remove', forgetOf: (name) => `Remove: ${name}`, save: 'Save the place',
    nameHint: 'Only for you, such as Home.', placeHint: 'Write a known place, or choose a point on the map or where you are.', placeKept: 'The point stays as it is unless you choose another.', private: 'Only you see your places. The point is kept to about ten metres.',
    labels: { name: 'Name', place: 'Where is it?', metres: 'How near should it be?', rhythm: 'How often?', form: '' },
    problems: { unknownPlace: 'We do not know the place. Write a place in the municipality or choose a point on the map.', farAway: 'The place is too far from this municipality.', tooMany: 'You have as many places as can be saved. Remove one first.' },
  },
  network: {
    title: 'Network of professionals', lead: 'Do you know the field? Offer your skills, and the municipality can ask you when the topic is being prepared.', size: (count) => (count === 1 ? 'One professional in the network' : `${count} professionals in the network`), ask: 'Ask the network',
    signIn: 'Sign in and offer your skills', offerYours: 'Offer your skills', mine: (skill) => `You are in the network: ${skill}`, join: 'Join the network', save: 'Save', leave: 'Leave the network', joined: 'Thank you! You are in the network now.', left: 'You are no longer in the network.',
    skillHint: 'In a few words, such as architect or father of two.', offerHint: 'What you could do, such as: happy to comment for a coffee.', show: 'My name, skill and offer may be shown on this page', private: 'Otherwise only officials see them. Your address is shown to nobody.',
    hide: 'Take out of view', hideOf: (name) => `Take out of view: ${name}`, takenDown: 'A moderator has taken your text off this page. Officials still see it.',
    labels: { skill: 'What do you know?', offer: 'What do you offer?', form: '' }, problems: { notShown: 'The text has something that cannot be shown to everyone: an identity code, too many links or an unsuitable word.', tooOften: 'You have sent a lot in a short time. Try again later.' },
  },
}
