import type { Texts } from './fi.ts'

export const en: Texts = {
  admin: 'Administration', topics: 'Topics', topicsLead: 'A topic has a name in three languages, a unit that answers for it and one level of sub-topics. Followers stay when you rename or merge topics.',
  said: { saved: 'Saved.', deleted: 'The topic is deleted.', merged: 'The topics are merged. The old address leads to the new one.' },
  partOf: (name) => `Part of: ${name}`, answers: (unit) => `Answered by: ${unit}`, change: (name) => `Change: ${name}`, save: 'Save', add: 'Add a topic', remove: 'Delete unused', removeOf: (name) => `Delete: ${name}`, mergedOnes: 'Merged topics',
  labels: { nameFi: 'Name in Finnish', nameSv: 'Name in Swedish', nameEn: 'Name in English', unitId: 'Unit that answers', parentId: 'Part of which topic', hints: 'Word beginnings that suggest the topic' },
  parentHint: 'Followers of a sub-topic hear of it alone; followers of the topic hear of its parts too.', noParent: 'A topic of its own', hintsHint: 'Separated by commas, for example: book, reading',
  problems: { nameTaken: 'There is a topic of this name already.', notATopic: 'Choose a topic that is not a sub-topic itself.', hasParts: 'This topic has sub-topics, so it cannot be a part itself.', inUse: 'The topic is in use, so it cannot be deleted. Merge it into another.', gone: 'That topic was merged into another just now. Choose again.' },
  merge: 'Merge into another', mergeOf: (name) => `Merge: ${name}`, mergeLead: 'Everything that belongs to the topic moves to the other at once.', into: 'Into which topic?', showMoves: 'Show what moves', becomes: (from, to) => `${from} goes into: ${to}`,
  moves: {
    things: (count) => (count === 1 ? 'One thing moves' : `${count} things move`), followers: (many) => `Followers move: ${many}`, both: (count) => `Of them ${count} follow both already: for them the two become one`, professionals: (many) => `Professionals of the network move: ${many}`,
    parts: (count) => (count === 1 ? 'One sub-topic moves' : `${count} sub-topics move`), address: 'The old address leads to the new topic, and words that suggested this one suggest that one', nobody: 'nobody', few: 'fewer than five',
  },
  noWayBack: 'A merge cannot be undone.', mergeNow: 'Merge now', cancel: 'Cancel',
}
