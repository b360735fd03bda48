import type { Texts } from './fi.ts'

export const en: Texts = {
  title: 'Report of the hearing', onlyOfficials: 'The hearing is still open. Only those who prepare the matter see the report now; it opens for everyone when the hearing has ended.',
  files: { pdf: 'The report as PDF', docx: 'As a Word file', data: 'The comments as data:' },
  facts: { unit: 'Preparing unit', caseNumber: 'Case number', hearing: 'Phase', comments: 'Comments', answered: 'Answered', address: 'Page of the matter' },
  summary: 'Summary', summaryDue: (day) => `The summary comes by ${day}.`, summaryLater: 'The summary is published when the hearing has ended.',
  who: 'Who spoke', whoCaption: 'Those who spoke, by group', group: 'Group', count: 'Number', kinds: { residents: 'People in their own name', guests: 'Comments by visitors', people: 'People in their own name and visitors', organisations: 'Associations and companies', units: 'Units of the municipality' },
  untold: 'not shown', fewer: (smallest) => `fewer than ${smallest}`, small: (smallest) => `Groups of fewer than ${smallest} are not shown, nor figures from which they could be counted.`,
  stance: 'Stance', stanceCaption: 'Comments by stance', comments: 'Comments', stances: { for: 'For', against: 'Against', neutral: 'Neither' },
  done: 'What became of the comments', outcomeCaption: 'Comments by what became of them', outcome: 'What became of them', outcomes: { used: 'Used', partly: 'Partly used', not: 'Not used' }, waiting: 'Unanswered',
  because: { used: (why) => `Used, because ${why}`, partly: (why) => `Partly used, because ${why}`, not: (why) => `Not used, because ${why}` },
  theme: 'Theme', themeCaption: 'Themes and what became of them', noTheme: 'Without a theme', inComments: (count) => (count === 1 ? '1 comment' : `${count} comments`),
  said: 'What was said', names: 'The comments stand in the order they were given. The names of private people are not shown; organisations and units of the municipality speak in their own name.', general: 'General comments and replies', removed: 'taken out of the document', reply: 'A reply to the one before:',
  quoted: (quote) => `On “${quote}”:`, proposed: (before, after) => `A proposal. Now: “${before}” Instead: “${after}”`, place: (place) => `Place: ${place}`, rest: (count) => `These are the first ${count} comments. The rest are in the data.`, inFiles: 'All comments are in the PDF and Word files and in the data.',
}
