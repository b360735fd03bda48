import type { Texts } from './fi.ts'

export const en: Texts = {
  admin: 'Administration', title: 'Categories of feedback', lead: 'What feedback may be about, whom it goes to and what its sender is promised. The order is the one the sender sees.',
  none: 'There are no categories yet, so feedback cannot be sent. Start with ready ones: potholes, ice, street lights and other usual things, with their words and questions. Everything can be changed.',
  start: 'Start with ready categories', startUnit: 'Who gets the feedback?', startUnitHint: 'A category goes to the unit whose name fits it. The rest go to this one.', started: 'The categories are in use. Change them as you like.',
  add: 'Add a category', addLead: 'A name, a unit that answers and words are enough to begin with. The other settings come next.', change: (name) => `Change: ${name}`, saved: 'Saved.', soon: 'Everyone sees the change in a few seconds.', moved: 'The order has been changed.', closedNow: 'The category is out of use. Old reports keep it.', openedNow: 'The category is in use again.',
  up: (name) => `Move up: ${name}`, down: (name) => `Move down: ${name}`, closed: 'Not in use', isPrivate: 'Not public', stops: { danger: 'Leads to calling', notOurs: 'Not the municipality’s' }, inDays: (n) => (n === 0 ? 'Promised the same day' : n === 1 ? 'Promised in a day' : `Promised in ${n} days`), open: (n) => `${n} open`,
  more: 'Other settings', basics: 'Name and responsibility', words: 'Words', promise: 'Promise and handling', notice: 'Notice to who chooses it', stopper: 'Where else to turn', questions: 'Extra questions', ending: 'Taking out of use', save: 'Save', keyIs: (key) => `Lasting code in the open interface: ${key}`, look: 'See it as a sender does',
  /** what is written in three languages, and which language */ texts: { name: 'Name', description: 'Description', group: 'Group', autoAnswer: 'Answer at once', notice: 'Notice', stopperText: 'Text', label: 'Question', hint: 'Hint' }, inLanguages: { Fi: 'in Finnish', Sv: 'in Swedish', En: 'in English' },
  labels: {
    unitId: 'Who answers', topicId: 'Topic', icon: 'Icon', keywords: 'Beginnings of words', promisedDays: 'Promised time in days', priority: 'How urgent', duplicateMetres: 'The same is looked for this near (metres)', forgetAfterMonths: 'The sender’s details are erased (months)', private: 'Not public', assetKind: 'Things to pick from', partnerId: 'Goes straight to a partner',
    stopperKind: 'What happens', phone: 'Phone number', url: 'Web address', stopperPartnerId: 'Feedback is forwarded to',
    type: 'How it is answered', options: 'Options', form: '',
  },
  hints: {
    group: 'The heading that the category is under in the list.', keywords: 'One on each line. The beginning of a word is enough: kuop finds kuopat and kuoppia. Two words on a line are found together: water road. =puu is that very word, -valokuv does not count.', promisedDays: 'Calendar days, 0–365.', duplicateMetres: '0–5000. Zero: the same is not looked for.', forgetAfterMonths: 'From its closing, 1–120.', private: 'Only its sender and its handlers see a report', assetKind: 'Such as lamps by their numbers.', autoAnswer: 'Said in the unit’s name as soon as a report has come.', notice: 'Shown when the category has been chosen. For example what is being done already.',
    stopper: 'Danger leads to calling and takes no report. If it is not the municipality’s, say whose it is.', stopperPartner: 'Without this a report cannot be sent; its sender is told whom to contact.', options: 'One on each line, other languages after a bar: Ajoradalla | På körbanan | On the carriageway', phone: 'Such as 112 or 0200 2100.',
  },
  noTopic: 'No topic', noKind: 'No things', noPartner: 'No partner', noStopper: 'Nowhere else', danger: 'Danger: leads to calling', notOurs: 'Not the municipality’s', priorities: ['No hurry', 'Normal', 'Urgent', 'At once'],
  types: { text: 'By writing', number: 'By a number', choice: 'By choosing one', many: 'By choosing many', date: 'By a day' },
  addQuestion: 'Add a question', remove: 'Remove the question', removeOf: (label) => `Remove the question: ${label}`, must: 'An answer is required', noQuestions: 'No extra questions. Ask only what the mender needs.', questionType: (type) => `Answered ${type.toLocaleLowerCase('en')}`,
  close: 'Take out of use', reopen: 'Take back into use', closeLead: 'The category can no longer be chosen. Old reports keep it.', closedLead: 'The category is not in use.',
  pace: 'How it has gone in this category',
  tryIt: 'Try it', tryLabel: 'What would a sender write?', tryHint: 'You see which category the words suggest and which words make it so.', trySend: 'Show the suggestion', trySure: 'Clear', nothing: 'The words suggest no category.', because: (words) => `from the words ${words}`,
  problems: {
    nameTaken: 'There is already a category of this name.', keyTaken: 'The code is already in use.', changedMeanwhile: 'Somebody else has changed this meanwhile. Check it and save again.', badNumber: 'Write a number within the limits.', tooManyWords: 'There are too many words (at most 200).', badWord: 'A word has 2–60 letters.', badPhone: 'Check the phone number, such as 0200 2100.', badUrl: 'Write the whole address, such as https://www.example.fi.',
    twoOptions: 'Write at least two options.', tooManyOptions: 'There are too many options (at most 30).', badOption: 'An option needs a Finnish name, at most 100 letters.', sameOption: 'The same option is there twice.', tooManyQuestions: 'There are too many questions (at most 20).',
  },
  icons: { place: 'Place', road: 'Road', snow: 'Snow', lamp: 'Light', signpost: 'Sign', car: 'Car', bike: 'Bicycle', bus: 'Bus', water: 'Water', power: 'Power', tree: 'Tree', play: 'Play', bin: 'Litter', dog: 'Dog', beach: 'Beach', track: 'Track', organisation: 'House', paint: 'Graffiti', noise: 'Noise', comment: 'Service', people: 'People', danger: 'Danger' },
}
