import type { Texts } from './fi.ts'

export const en: Texts = {
  happened: {
    merged: (title) => `Merged into the idea “${title}”`, received: (title) => `The idea “${title}” was merged into this`,
    asked: (title) => `An idea you support was merged into “${title}”. Shall your support move?`,
    split: 'An official divided the idea', part: (title) => `An official took this out of the idea “${title}”`,
    askedOfParts: (title) => `The idea “${title}” that you support was divided. Choose which parts you support.`,
  },
  problems: {
    required: 'Choose an idea.', itself: 'An idea cannot be merged into itself.', notFound: 'There is no such public idea. It may have been hidden or removed.', notOpen: 'The chosen idea has already ended, been merged or become a service. Choose another.',
    ideaClosed: 'The idea has already ended.', experimentRunning: 'The idea is being tried out. End the experiment first, so that what was learned is kept.', ideaMerged: 'The idea has already been merged into another.', ideaHidden: 'A moderator has hidden the idea.', ideaWithdrawn: 'The author has withdrawn the idea.',
    notYours: 'The chosen idea belongs to another unit, so it cannot be ended here.',
    tooShort: 'Write a little more.',
  },
  fill: 'Fill this in.',
  merge: {
    title: 'Merge with another idea', this: 'This idea', lead: 'One of the ideas ends and its page leads to the one that stays. The trails and comments of both are kept. Support does not move by itself: every supporter is asked.',
    search: 'Find the other idea', searchHint: 'Words of its title or text', find: 'Search', similar: 'Similar ideas', found: 'Found', nothing: 'No similar ideas were found. Search with other words.', choose: 'Which idea does this belong to?',
    stays: 'Which one stays?', staysOther: 'The chosen idea stays', staysOtherHint: 'This idea ends.', staysThis: 'This idea stays', staysThisHint: 'The chosen idea ends. Your unit must be responsible for it.',
    sentence: 'What do you tell everyone?', sentenceHint: 'Shown on the trail of the idea that ends.', submit: 'Merge the ideas', supporters: (count) => (count === 1 ? '1 supporter' : `${count} supporters`),
  },
  split: {
    title: 'Divide into parts', lead: 'Two to four new ideas are made of this one. The original author stays their author, and the trail tells that an official divided the idea. The answer is still due on the same day. Supporters get a message and choose for themselves.',
    part: (number) => `Part ${number}`, partTitle: 'Title', partText: 'Description', sentence: 'Why is the idea divided?', sentenceHint: 'Shown to everyone on the trail of the original idea.', submit: 'Divide the idea', more: 'More parts',
  },
  merged: {
    title: 'Your support', mergedLead: (title) => `The idea “${title}” was merged with another idea. Your support moves only if you want it to.`, question: (title) => `Do you also support the idea “${title}”?`,
    yes: 'Yes, move my support', no: 'No, leave it here', movedNow: (title) => `Your support is now with the idea “${title}”.`, stayed: 'Your support stayed with this idea.', closed: 'The idea that stayed has already ended, so the support can no longer be moved.',
    splitLead: (title) => `The idea “${title}” was divided. Choose which parts you support.`, support: 'Support', supported: 'You support this', toOld: 'Show the original idea', notAsked: 'This question is for those who supported the idea while signed in.', signIn: 'Sign in and answer', actingAs: 'Support is personal. Switch to your own name first.',
  },
}
