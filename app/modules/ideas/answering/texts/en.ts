import type { Texts } from './fi.ts'

const wasAnswered: Record<string, string> = { forward: 'Answer: we take the idea forward', exists: 'Answer: this already exists', elsewhere: 'Answer: this belongs to someone else', notNow: 'Answer: not now, but the idea may return', no: 'Answer: we will not do this' }
const wasMoved: Record<string, string> = { idea: 'Became an idea again', developing: 'Moved to development', experiment: 'The experiment began', decision: 'Moved to be decided', service: 'Became a service', ended: 'Ended' }

export const en: Texts = {
  outcome: { forward: 'We take it forward', exists: 'It already exists', elsewhere: 'It belongs to someone else', notNow: 'Not now', no: 'We will not do it' },
  outcomeHint: {
    forward: 'The idea moves to development. Say what you will do next.', exists: 'Show with a link where to find it.', elsewhere: 'Say whose matter it is, and pass it on.', notNow: 'Say why. The idea may return later.', no: 'Say why, clearly and kindly.',
  },
  moveTo: { waiting: 'To waiting', idea: 'Back to an idea', developing: 'To development', experiment: 'To an experiment', decision: 'To be decided', service: 'To a service', ended: 'To an end' },
  moveHint: { waiting: '', idea: 'People can take part again, and it will be answered anew.', developing: 'We look into it, plan or build.', experiment: 'We try it small and learn.', decision: 'A board, a director or the council decides.', service: 'Residents can use it.', ended: 'Nothing more will be done about it.' },
  happened: {
    answered: (its) => wasAnswered[its] ?? 'Answer', moved: (to) => wasMoved[to] ?? 'Moved',
    learned: 'What the experiment taught', routed: (to) => `Passed to ${to}`, routedLate: (to) => `Passed late to ${to}`, assigned: 'You were given an idea to answer', assignedNobody: 'No longer anyone’s to answer',
  },
  answer: {
    title: 'Answer the idea', crumb: 'Desk', outcome: 'What becomes of the idea?', reason: 'Reason', reasonHint: 'Say thank you, why, and what happens next. Write as you would speak to a neighbour.',
    url: 'Link', urlHint: 'The page where a resident finds the service or the information.', whose: 'Whose matter it is', whoseHint: 'For example the road agency or the wellbeing services county.',
    publish: 'Publish the answer', saveDraft: 'Save as draft', removeDraft: 'Delete the draft', saved: 'The draft is saved. Your colleagues see it, residents do not.',
    draftBy: (who, when) => `Draft: ${who}, ${when}`, draftHint: 'You can edit the draft and publish it. A published answer stays and cannot be changed.',
    earlier: 'Earlier answers', noUnit: 'The idea has no unit yet. Pass it on to one first.', route: 'Pass to a unit', move: 'Move to another stage', answer: 'Answer',
    supports: (count) => (count === 1 ? '1 supporter' : `${count} supporters`), experimentRuns: 'An experiment is running. Before you end the idea, tell what was learned.',
    passedTo: (whose) => `This is a matter for ${whose}.`, seeHere: 'Go to the service', of: (unit) => `${unit} answers`,
  },
  many: {
    title: (count) => (count === 1 ? 'Answer one idea' : `Answer ${count} ideas`), lead: 'All get the same answer. The followers of each idea hear of it.', publish: (count) => (count === 1 ? 'Publish the answer' : `Publish ${count} answers`),
    ideas: 'These ideas', none: 'You have not chosen any ideas. Choose them on the desk.', toDesk: 'To the desk',
    drafts: (count) => (count === 1 ? 'Publish the draft' : `Publish ${count} drafts`), draftsLead: 'Read once more. Published answers stay, and the followers of the ideas hear of them.', noDrafts: 'There are no drafts among those chosen.', hasDraft: (who) => `Draft: ${who}. This answer replaces it.`, edit: 'Edit',
  },
  move: {
    title: 'Move the idea to a stage', to: 'To which stage?', sentence: 'Tell the residents', sentenceHint: 'A sentence or two: why you move it and what happens now.', submit: 'Move the idea', now: 'Now', mayReturn: 'The idea may return later',
    toLearn: 'What do we want to learn?', toLearnHint: 'For example: do people use the pier on weekdays too?', seenFrom: 'How do we see it?', seenFromHint: 'For example: we count visitors for a week and ask them.', endsOn: 'When does the experiment end?', experiment: 'Before the experiment',
    learned: 'What did we learn?', learnedHint: 'Also tell what did not work. That is a result too.', learnedTitle: 'After the experiment', nowhere: 'The idea has ended for good. A new answer can open it.',
  },
  experiment: { title: 'Experiment', running: (day) => `The experiment runs until ${day}`, overran: (day) => `The experiment was to end ${day}`, ended: (day) => `The experiment ended ${day}`, toLearn: 'We want to learn', seenFrom: 'We see it from', learned: 'We learned' },
  route: {
    title: 'Pass to the right unit', unit: 'Unit', unitEmpty: 'Choose a unit', sentence: 'Tell the residents why', sentenceHint: 'For example: the parks unit looks after playgrounds, so it promises the answer.', submit: 'Pass the idea on',
    now: (unit) => `Now with: ${unit}.`, nobody: 'No unit has the idea now.', due: 'The due date stays. If it has passed, the new unit gets a week.', person: 'Person in charge', personEmpty: 'Nobody yet', assign: 'Save the person in charge', assignTitle: 'Who answers?',
  },
  problems: {
    tooShort: 'Write at least 20 characters.', sentenceShort: 'Write at least one whole sentence.', chooseOutcome: 'Choose what becomes of the idea.', chooseStage: 'Choose a stage.', chooseUnit: 'Choose a unit.', sameUnit: 'The idea is already with this unit.', notInUnit: 'This person is not in the idea’s unit.',
    linkNeeded: 'Give a link, such as https://www.example.fi/piers.', badLink: 'A link begins with https:// or http://.', whoseNeeded: 'Say whose matter it is.', experimentRunning: 'An experiment is running. First move the idea out of it and tell what was learned.',
    learnNeeded: 'Say what the experiment is to teach.', seenNeeded: 'Say how the result is seen.', endNeeded: 'Choose the last day of the experiment.', endPast: 'Choose a day to come.', endFar: 'An experiment lasts at most two years.', learnedNeeded: 'Tell what was learned.',
    answeredMeanwhile: 'A colleague published an answer first. You see it on this page. If you still want to answer, publish again.', draftChanged: 'A colleague changed the draft meanwhile. Their text is on this page. If you save, yours replaces it.', ideaWithdrawn: 'The author withdrew the idea. It can no longer be answered.', ideaHidden: 'A moderator has hidden the idea. It cannot be answered now.', ideaMerged: 'The idea was merged into another. Answer that one.', ideaClosed: 'The idea has already ended.', noOwnerUnit: 'Pass the idea to a unit first.', noDraft: 'The draft is gone. A colleague published or deleted it.', stageChanged: 'A colleague moved the idea first. Check the stage and try again.', notAllowed: 'The idea cannot move to this stage.', noneChosen: 'Choose at least one idea.', notYours: 'The idea belongs to another unit.', tooMany: 'Choose at most a hundred at a time.',
  },
}
