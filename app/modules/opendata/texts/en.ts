import type { Texts } from './fi.ts'

export const en: Texts = {
  openData: 'Open data',
  lead: 'Everything that is public here is for anyone to use: as files, through the API and as a feed.',
  licence: 'Licence', licenceText: (name) => `The data is published under Creative Commons Attribution 4.0 (CC BY 4.0). You may use, change and share it when you name “${name}, Nousu” as the source.`, licenceLink: 'Read the licence',
  privacy: 'Only what anyone can see on the pages is included. There are no e-mail addresses, and no unconfirmed, hidden or withdrawn texts; names are as the pages show them.',
  sets: { subjects: 'Everything together', ideas: 'Ideas', matters: 'Matters in preparation', comments: 'Comments', trail: 'Trails' },
  about: {
    subjects: 'Every public matter of any kind: its title, stage, owner unit, place and due date.',
    ideas: 'Every public idea and need: its text, stage, supports, owner unit and answer.',
    matters: 'Every matter prepared in the open: the thought, its boundary conditions, the open phase and the decision.',
    comments: 'Comments on public matters, with the stance: for, against or neutral.',
    trail: 'What has happened to each matter, when, and who told of it.',
  },
  forExcel: 'CSV for Finnish Excel', columns: 'Columns', column: 'Column', meaning: 'What it tells',
  feed: 'Feed', feedText: 'Follow new ideas in a feed reader. The filters of the list work in the feed too.', feedLink: 'Atom feed of ideas',
  api: 'API', apiText: 'Read ideas and comments with a program, or send them with a key of your own.', apiLink: 'Description of the API',
  description: {
    thought: 'What is being planned.', phase: 'The open phase.', phaseEnds: 'The day until which the open phase lasts.', law: 'Boundary condition: law.', money: 'Boundary condition: money.', time: 'Boundary condition: time.', notOpen: 'What is not open.', ask: 'What people are asked.', caseNumber: 'Case number.', decidingBody: 'Deciding body.', meeting: 'Day of the meeting.', decision: 'What was decided.', decisionUrl: 'Address of the decision.',
    id: 'Lasting id (UUID).', url: 'Address of the page.', kind: 'Kind: of a matter what it is (idea), of an idea idea or need (a wished service).', language: 'The language it was written in.', title: 'Title.', text: 'The whole text.', summary: 'The beginning of the text.',
    date: 'When it was sent (UTC).', moved: 'When it last moved (UTC).', stage: 'Stage: idea, developing, experiment, decision, service or ended.',
    topic: 'Topic.', unit: 'The unit that answers for it.', place: 'Name of the place.', area: 'Key of the part of the municipality; it stays.', areaName: 'Name of the part of the municipality.', longitude: 'Longitude east, degrees (WGS 84).', latitude: 'Latitude north, degrees (WGS 84).', author: 'The author as on the page: first name and initial of the last, or an association or a company.',
    supports: 'How many support it.', comments: 'How many comments it has.', due: 'By when the owner unit tells the next step (UTC).', answered: 'When the first answer was given (UTC).',
    outcome: 'Latest answer: forward (taken forward), exists (already exists), elsewhere (someone else’s), notNow (not now) or no.', answer: 'The reason in the latest answer.',
    subject: 'The matter that the comment or event is about (UUID).', parent: 'The comment that this one answers.', stance: 'Stance: for, against or neutral.', edited: 'When it was edited (UTC).', event: 'Kind of event.', what: 'What happened, in words.', sentence: 'What was said of it.', who: 'Who told of it.',
  },
  apiTitle: 'API', apiLead: 'Read everything public without a key. Send ideas, comments and supports in your own name with one.',
  apiRead: 'Reading', apiReadText: 'The addresses are the same in every language of the municipality: the Accept-Language header chooses it. Lists come in pages; next is the address of the next page.',
  apiWrite: 'Writing', apiWriteText: 'Add the header Authorization: Bearer with your key. The same send with the same Idempotency-Key is one idea, even if you send it twice.',
  apiErrors: 'Errors', apiErrorsText: 'An error is application/problem+json. Status 422 says under problems which field is to be mended and why.',
  apiDocument: 'OpenAPI 3.1 description', apiOperations: 'Operations', apiKey: 'Needs a key', apiParameters: 'Choices', apiAnswers: 'Answers', myKeys: 'My keys',
  operations: {
    listIdeas: 'Ideas in pages, with the filters of the list', showIdea: 'One idea', proposeIdea: 'Send an idea', supportIdea: 'Support an idea', withdrawSupport: 'Take your support back',
    listMatters: 'Matters in open preparation, in pages', listComments: 'Comments on an idea', addComment: 'Comment on an idea', listTopics: 'Topics', listUnits: 'Units', listAreas: 'Parts of the municipality with their borders', listPlaces: 'Known places',
  },
  keys: {
    title: 'Keys for programs', lead: 'With a key a program can send ideas, comments and supports in your name. Keep it secret, and remove it when you no longer need it.',
    name: 'What will you use the key for?', nameHint: 'For example the association’s website', make: 'Make a key', made: 'The key is ready. Store it now: it will not be shown again.', yours: 'Your keys', none: 'You have no keys.',
    used: 'Last used', neverUsed: 'Not used yet', madeAt: 'Made', revoke: 'Remove the key', as: (name) => `Acts as ${name}`, toApi: 'Description of the API', me: 'Me', tooMany: 'You already have ten keys. Remove one first.',
  },
}
