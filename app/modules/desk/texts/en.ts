import type { Texts } from './fi.ts'

export const en: Texts = {
  title: 'Desk', fieldDay: 'Today’s work outside', tellDisruption: 'Tell people about a disruption', exceptions: 'Shared exceptions', ways: 'Other work', fieldPlaces: 'Places right now', foundIdeas: 'Ideas found in feedback', reports: 'Handling reports', reportsWaiting: (open, late) => (late > 0 ? `Reports ${open}, late ${late}` : `Reports ${open}`), work: 'Work orders', newMatter: 'New matter', titleOf: (unit) => `${unit}: to answer`, lead: 'What your unit has promised to answer, by due date.',
  show: { all: 'All', late: 'Late', week: 'This week', unassigned: 'Nobody in charge', mine: 'Mine', drafts: 'Drafts', experiments: 'Experiments ending', unrouted: 'Without a unit' },
  sort: { due: 'Due date', supports: 'Supporters', newest: 'Newest', moved: 'Last moved' },
  narrow: 'Narrow the queue', search: 'Search the queue', order: 'Order', unit: 'Unit', allUnits: 'All units', apply: 'Show', filters: 'Show of the queue',
  columns: { pick: 'Choose', what: 'What', stage: 'Stage', supports: 'Supporters', due: 'Due', owner: 'With', act: 'Action' },
  pick: (title) => `Choose: ${title}`, pickAll: 'Choose all', pickNone: 'Choose none', daysLate: (count) => (count === 1 ? '1 day late' : `${count} days late`), noDue: 'No due date', nobody: 'Nobody yet',
  draftBy: (who) => `Draft: ${who}`, endsOn: (day) => `Experiment ends ${day}`, ended: (day) => `The experiment’s last day was ${day}`, answerOne: 'Answer', routeOne: 'Pass on',
  bulk: 'For the chosen', answer: 'Answer the chosen', publishDrafts: 'Publish the drafts', assignTo: 'Person in charge', assign: 'Give to the person', assignNobody: 'Nobody',
  invited: (count) => (count === 1 ? 'A neighbour asks you to prepare a matter together' : `${count} invitations to prepare together`), showInvitations: 'See the invitations', lateHere: (count) => (count === 1 ? 'One answer is late' : `${count} answers are late`), lateHint: 'Residents see this. Answer, give it to someone, or pass it to the right unit.', showLate: 'Show the late ones',
  empty: { all: 'The queue is empty. When a resident sends your unit an idea, it comes here with its due date.', other: 'There is nothing here now.', noUnits: 'You do not belong to any unit yet. Ask an admin to add you.' },
  showAll: 'Show the whole queue', toIdeas: 'See the municipality’s ideas', found: (count) => `${count} in the queue`, page: (page, pages) => `Page ${page}/${pages}`, previous: 'Previous', next: 'Next',
  views: 'My views', saveView: 'Save this view', viewName: 'Name of the view', viewHint: 'For example: most supported without anyone in charge.', save: 'Save the view', remove: 'Delete', removeOf: (name) => `Delete the view ${name}`,
  done: {
    answered: (count) => (count === 1 ? 'The answer is published. Its followers hear of it.' : `${count} answers are published. Their followers hear of them.`),
    published: (count) => (count === 1 ? 'The draft is published. Its followers hear of it.' : `${count} drafts are published. Their followers hear of them.`),
    assigned: (count) => (count === 1 ? 'The person in charge is saved for one row.' : `The person in charge is saved for ${count} rows.`),
  },
  problems: {
    noneChosen: 'First choose at least one row.', tooMany: 'Choose at most a hundred at a time.', notInUnit: 'This person is not in the matter’s unit.', tooManyViews: 'You can have twelve views. Delete one first.', tooLong: 'The name is too long. At most 40 characters.',
    ideaWithdrawn: 'The author withdrew the idea.', ideaHidden: 'A moderator has hidden the idea.', ideaMerged: 'The idea was merged into another.', choosePerson: 'Choose a person or “nobody”.',
  },
}
