import type { Texts } from './fi.ts'

const many = (count: number, one: string, more: string) => (count === 1 ? `1 ${one}` : `${count} ${more}`)

export const en: Texts = {
  reports: 'Reports', reference: 'Reference', photo: (n) => `Photo ${n}`, enlarge: 'Open large',
  before: 'Photos', after: 'How it looks now', afterEarlier: 'How it looked when the work was marked as done', what: 'What was told', added: 'The sender added', addedWaits: 'A moderator reads this before others see it.',
  by: (name) => `Sent by ${name}`, onMap: 'On the map', meToos: (count) => (count === 0 ? 'Nobody else has told of the same yet' : `${many(count, 'other person has', 'others have')} noticed the same`),
  meToo: 'I noticed this too', saidMeToo: 'You noticed this too', follow: 'Follow', following: 'You follow this', flag: 'Report improper content', handle: 'Handle', passOnly: 'Pass to the right unit',
  next: { received: 'we read the report and tell what we will do', planned: 'the work is done', underWay: 'the work is finished', elsewhere: 'whose matter it is answers', done: 'the sender tells whether it was fixed', cannot: null, merged: null },
  again: 'Is it broken again?', againLink: 'Send a new report', againHint: 'The category and the place are filled in, so just tell what is wrong now.',
  state: { received: 'Received', planned: 'Planned', underWay: 'Under way', elsewhere: 'Forwarded', done: 'Done', cannot: 'Will not be done', merged: 'Merged' },
  privateNote: 'Only its sender and those who handle it see this report.',
  hiddenBy: 'A moderator has hidden this report.', hiddenWaits: 'A moderator reads the report before others see it.', why: 'Reason:', appeal: 'Ask for another look',
  withdrawn: 'The report was taken back. Others no longer see it and it will not be answered.', mergedInto: 'There was already a report of the same thing. What happens to it concerns this one too:',
  gone: { hidden: 'This report is hidden', withdrawn: 'This report was taken back', hiddenText: (day) => `A moderator hid the report on ${day}.`, withdrawnText: (day) => `The sender took the report back on ${day}.`, others: 'Other reports' },
  own: {
    lead: 'This page is only for you. Keep its address: with it you see what happens to your report without signing in.', publicPage: 'How others see it',
    powers: 'What you can do', add: 'Add to it', addHint: 'Tell more or add photos. What you told before stays.', addText: 'What you want to add', addSend: 'Send the addition',
    cover: 'Cover faces or number plates', coverOf: (n) => `Cover in photo ${n}`, private: 'Hide from others', privateHint: 'The report leaves the map and the lists. You and those who handle it still see it, and the answer comes to you.', privateDo: 'Hide the report from others',
    takeBack: 'Take the report back', takeBackHint: 'The report disappears and will not be answered. This cannot be undone.', takeBackDo: 'Take my report back', sure: 'I want to take my report back',
    letters: (email) => `We tell how it goes to ${email}.`, stopLetters: 'Stop the messages', byMail: 'Tell me by e-mail', email: 'E-mail address', emailHint: 'Only about this report. One tap stops it.', followDo: 'Send me messages',
    forgotten: 'The sender’s details have been erased, because the time for keeping them is over.',
    saved: { added: 'Thank you, your addition is saved.', addedWaits: 'Thank you. A moderator reads the addition before others see it.', private: 'Others no longer see the report.', back: 'The report was taken back.', covered: 'The photo is covered. The original is erased for good.', yes: 'Great, thank you for answering!', no: 'Thank you for telling. The report is open again and the unit knows.', dontKnow: 'Thank you for answering.', letters: 'Messages will come.', stopped: 'No more messages will come.', meToo: 'Thank you! How many have noticed the same helps us to choose the most urgent.' },
  },
  fixed: {
    title: 'Was it fixed?', titleAgain: 'Is it still fixed?', lead: 'Only you can tell. The answer goes to who did the work.', yes: 'Yes', no: 'No', dontKnow: 'I don’t know', choose: 'Your answer',
    yesHint: 'The report stays done.', noHint: 'The report is opened again and rises in the queue.', dontKnowHint: 'The report stays as it is.', words: 'Tell more', wordsHint: 'Read only by those who handle the report.', send: 'Send the answer', thought: 'Change the answer', last: { yes: 'You answered: fixed.', no: 'You answered: not fixed.', dontKnow: 'You answered: you don’t know.' }, over: 'This is asked no more. The report has moved on.', toReport: 'To the report',
    shares: 'Was it fixed? What senders say', sharesLead: 'Answers of the last year by category, the weakest first. The per cent is of those who knew.', category: 'Category', share: 'Yes', none: 'There are no answers yet.', percent: (n) => `${n}%`,
  },
  cover: {
    title: 'Cover in the photo', lead: 'Cover faces, number plates and whatever tells who somebody is. What is covered is gone from the photo for good, from us too.', draw: 'Draw a cover over the spot with a finger or the mouse.',
    keys: 'By keyboard: add a cover, move it with the arrow keys, resize it with Shift and the arrow keys, and remove it with Delete.', addBox: 'Add a cover', box: 'Cover', remove: 'Remove cover', undo: 'Remove the last one', grid: 'Choose squares instead of drawing', row: 'row', column: 'column', squares: 'Squares to cover',
    save: 'Cover for good', back: 'Back to the report', at: 'from the left', from: 'from the top', wide: 'width', high: 'height',
  },
  officials: {
    title: 'Handle the report', changed: 'Somebody was first', changedText: 'This happened after you opened the page. What you wrote is kept: look at where it stands and send again.', changedBy: (who) => `Last: ${who}`,
    sender: 'Sender', noSender: 'The sender left no name and no address.', forgotten: 'The sender’s details have been erased, because the time for keeping them is over.', nameShown: 'The name is shown to everyone.', byOfficial: 'An official wrote this down for the sender.', channel: { web: 'From the web', phone: 'By phone', desk: 'From a service desk', open311: 'From the interface', satisfaction: 'From the satisfaction question', mail: 'By e-mail' },
    publicPage: 'Public page', wrong: 'Wrong unit?', wrongHint: 'One tap passes the report on. The sender hears and starts nothing over.', likely: (unit) => `Pass: ${unit}`, category: 'Category', unit: 'Unit', sameCategory: 'Keep the category', sameUnit: 'The category’s unit', pass: 'Pass', passNote: 'Message to who receives it', passNoteHint: 'Seen only by those who handle it.',
    answer: 'Answer', answerHint: 'The sender and the followers get the answer at once. The report stays open.', sentence: 'What the sender is told', day: 'Promised day', dayHint: 'Leave empty if the day stays.', send: 'Send the answer',
    move: 'Change the state', moveHint: 'Every sender hears at once.', to: 'New state', toHint: { planned: 'Tell the day.', underWay: 'Work has begun.', elsewhere: 'Tell whose matter it is.', done: 'Tell in a sentence or show a photo.', cannot: 'Tell why.', received: 'Back to waiting.' }, moveDo: 'Change the state', proof: 'Photos of the finished work',
    templates: 'Ready answers',
    merge: 'Merge with the same thing', mergeHint: 'The sender follows the other report from now on.', mergeDo: 'Merge into this', noNear: 'There are no reports of the same category nearby.', into: 'Reference', intoHint: 'For example K7M4-3PQ9', mergeBy: 'Merge by reference', merged: 'Merged into this',
    priority: 'Urgency', priorities: ['No hurry', 'Normal', 'Urgent', 'At once'], setPriority: 'Save', visibility: 'Visibility', makePrivate: 'Hide from others', makePublic: 'Make public', publicNow: 'Everyone sees the report.', privateNow: 'Only its sender and those who handle it see the report.', hide: 'Hide as against the rules',
    notes: 'Notes', notesHint: 'Seen only by those who handle it.', note: 'New note', noteDo: 'Save', additions: 'What the sender added', fixedAnswers: 'Was it fixed?', notMine: 'The report belongs to another unit. You can pass it on if it has landed wrong.',
    done: { answered: 'The answer was sent.', moved: 'The state was changed and the sender heard.', passed: 'The report was passed on and the sender heard.', merged: 'The reports were merged.', saved: 'Saved.', covered: 'The photo is covered. The original is erased for good.', },
  },
  inbox: {
    title: 'Handling reports', titleOf: (unit) => `Reports: ${unit}`, open: 'Open', late: 'Late', urgent: 'Urgent', private: 'Not public',
    filters: 'Narrow', unit: 'Unit', allUnits: 'All my units', category: 'Category', allCategories: 'All categories', state: 'State', openStates: 'Open', allStates: 'All states', area: 'Area', allAreas: 'The whole municipality', order: 'Order', sort: { due: 'Due date', priority: 'Urgency', newest: 'Newest', meToo: 'Noticed by many' }, search: 'Search', searchHint: 'A word, an address or a reference', apply: 'Show',
    columns: { pick: 'Choose', what: 'Report', state: 'State', people: 'Noticed by', due: 'Due', priority: 'Urgency' }, pick: (title) => `Choose: ${title}`, noDue: '–', empty: 'There are no such reports.', emptyAll: 'Everything is taken care of. New reports come here.', showAll: 'Show all open ones', privateMark: 'Not public',
    bulk: 'For the chosen', bulkHint: 'The same is done to each of the chosen. Every sender gets their own message.', acts: { answer: 'Answer', move: 'Change the state', merge: 'Merge', pass: 'Pass' }, order1: 'Make a work order', into: 'Merge into (reference)', toWhich: 'New state', none: 'No change', doneMany: (count) => (count === 1 ? 'Done to one report.' : `Done to ${count} reports.`),
    previous: 'Previous', next: 'Next', page: (n) => `Page ${n}`, templates: 'Ready answers', fixed: 'Was it fixed?', toNew: 'Write down a call',
  },
  templates: {
    title: 'Ready answers', lead: 'The unit’s own words to begin with. The sender gets what you write in the end.', of: 'For', answer: 'Answer', name: 'Name', nameHint: 'The same name replaces the earlier one.', text: 'Text', keep: 'Save', remove: 'Remove', removeOf: (name) => `Remove ${name}`, none: 'There are no ready answers yet.', add: 'A new ready answer', any: 'All categories',
  },
  letter: {
    subject: (reference) => `Is it still fixed? Report ${reference}`, hello: 'Hello,', ask: (reference, category) => `four weeks ago we told that your report ${reference} (${category}) was taken care of. Is it still fixed?`, yes: 'Yes', no: 'No', dontKnow: 'I don’t know', page: 'The page of your report:', stop: 'I want no more messages about this:', from: (town) => `Regards, ${town}`,
  },
  problems: {
    changedMeanwhile: 'Somebody changed the report just now. Look at where it stands and send again.', dayNeeded: 'Tell the day on which the work is done.', badDay: 'Choose a day from today on, at most two years ahead.', reasonNeeded: 'Tell why. The sender reads it.', whoseNeeded: 'Tell whose matter it is.', proofNeeded: 'Tell in a sentence what was done, or add a photo.', chooseState: 'Choose a state.', chooseWhere: 'Choose a category or a unit.', alreadyThere: 'The report is there already.', chooseAnswer: 'Choose an answer.', chooseAct: 'Choose what to do.', noneChosen: 'Choose reports from the list first.', noSuchReport: 'No report has that reference.', nothingAdded: 'Write something or add a photo.', nothingCovered: 'Cover at least one spot first.', mustAgree: 'Confirm that you want to take the report back.', tooLong: 'The text is too long.',
  },
  labels: { ids: 'Reports', act: 'What to do', to: 'New state', sentence: 'What the sender is told', day: 'Promised day', into: 'Reference', unitId: 'Unit', categoryId: 'Category', seen: 'Where it stands', text: 'Text', answer: 'Your answer', email: 'E-mail address', boxes: 'Covers', name: 'Name', of: 'For', sure: 'Confirmation', words: 'Tell more', photo1: 'Photo 1', photo2: 'Photo 2', photo3: 'Photo 3', photo4: 'Photo 4' },
}
