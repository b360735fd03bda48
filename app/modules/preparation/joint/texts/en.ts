import type { Texts } from './fi.ts'

export const en: Texts = {
  title: 'Preparing together', invitations: 'Invitations to prepare together', matters: 'Matters', lead: 'The matter is prepared together with the neighbours. The discussion is shared, but each municipality has its own matter, its own dates and its own decision.',
  happened: { left: 'The municipality left the joint preparation' },
  together: (names) => `Together: ${names}`, here: 'this page', leads: 'began the preparation', total: (count) => `${count} ${count === 1 ? 'comment' : 'comments'} in all. The discussion is shared: below are the comments of every municipality.`,
  comments: (count) => (count === 1 ? '1 comment' : `${count} comments`), answered: (answered, said) => `${answered} of ${said} answered`,
  who: { anyone: 'Anyone may comment', signedIn: 'Anyone signed in may comment', identified: (name) => `Identified residents may comment (${name})` }, closed: 'Reading only for now', until: (day) => `until ${day}`,
  decision: 'Decision', undecided: 'No decision yet', decides: (body) => `Decided by: ${body}`, decisionHere: 'Read the decision', withdrawn: 'The matter has been withdrawn',
  document: (name) => `${name}: the document`, documentHint: 'The document is kept by the one who began the preparation. Its sections can be commented on there.', documentThere: (name) => `Open the matter (${name})`,
  manage: 'Prepare together', invite: 'Ask a municipality to join', inviteLead: 'It makes a matter of its own, which it publishes itself. After that the comments are shown on everyone’s pages.',
  labels: { municipalityId: 'Municipality', message: 'Message to its officials', title: 'Title', thought: 'What we think of it here', topicId: 'Topic', unitId: 'Preparing unit', speakers: 'Who may comment here', phases: 'Phases', answer: 'Message to the one who asked', sentence: 'Reason, shown in public' },
  send: 'Send the invitation', takeBack: 'Take back', takeBackOf: (name) => `Take back the invitation: ${name}`, nobody: 'There are no other municipalities in this installation.', allAsked: 'Every municipality has been asked.', notYet: 'The matter must be published and under way before others can be asked.',
  states: { leads: 'Began', asked: 'Asked', takesPart: 'Takes part', declined: 'Declined', left: 'Left' },
  ledBy: (name) => `${name} began the preparation and asks the others.`, leave: 'Leave', leaveLead: 'After that the matter goes on as your own municipality’s alone. The others’ comments are no longer shown here, nor yours there.', leaveNow: 'Leave the joint preparation',
  done: { asked: 'The invitation has been sent. The municipality’s officials get a message.', gone: 'The invitation has been taken back.', left: 'The matter now goes on as your own municipality’s alone.', declined: 'The invitation has been answered: we do not take part.' },
  asks: (name) => `${name} asks you to join`, empty: 'No open invitations. When another municipality asks you to prepare a matter together, it comes here.', open: 'Look and answer', theirs: (name) => `As published by ${name}`, readThere: 'Read the whole matter',
  accept: 'Take part', acceptLead: 'You get a draft of your own. Others see it only when you publish it.', acceptAgain: 'You have taken part before: your matter returns to the joint preparation.', acceptNow: 'Make our own matter', acceptAgainNow: 'Return', noTopic: 'No topic', topicsUnit: 'The topic’s unit',
  phases: { same: 'The same as theirs', own: 'By our own template' }, speakers: { anyone: 'Anyone', signedIn: 'Those signed in', identified: 'Identified residents' },
  decline: 'We do not take part', declineNow: 'Decline the invitation', conditions: 'Boundary conditions', phasesTitle: 'Phases',
  problems: { notAsked: 'This municipality cannot be asked: it takes part or has been asked already.', chooseMunicipality: 'Choose a municipality.', required: 'Fill this in.', tooShort: 'Write a little more.', tooLong: 'The text is too long.', sentenceShort: 'Write a whole sentence.', chooseTopic: 'Choose a topic from the list.', chooseUnit: 'Choose a unit.', invalid: 'Check this.' },
  letter: { subject: (from) => `${from} asks you to prepare a matter together`, text: (from, title) => `${from} is preparing “${title}” and asks your municipality to join. Each municipality has its own matter, its own dates and its own decision. The discussion is shared.`, says: (message) => `Message: ${message}`, where: (address) => `Look and answer: ${address}` },
}
