import type { Texts } from './fi.ts'

export const en: Texts = {
  title: 'Import ideas and comments', admin: 'Administration',
  lead: 'Bring ideas and comments from an earlier service in a CSV file. You first see what the rows mean and which of them will not do. Nothing changes until you accept.',
  file: 'CSV file', fileHint: 'At most 10 MB and 20,000 rows, in UTF-8, parted by commas or semicolons. An export of Decidim will do as it is.',
  what: 'What is in the file?', whatIdeas: 'Ideas', whatComments: 'Comments', upload: 'Send and check', again: 'Choose another file',
  simple: 'A file of your own', simpleText: 'The first row has the names of the columns. Ideas need a title and a text, comments the id of the idea and a text; the other columns are optional.',
  columns: 'Columns', columnsText: 'Which column each thing is taken from', source: 'From which service?', sourceHint: 'The name is shown on the idea’s trail. The same row of the same service is imported only once.', refresh: 'Refresh the preview', notUsed: 'Not imported',
  fields: {
    title: 'Title', text: 'Text', id: 'Id', date: 'Date', author: 'Author', stage: 'Stage', topic: 'Topic', place: 'Place', area: 'Part of the municipality', longitude: 'Longitude', latitude: 'Latitude', kind: 'Kind', language: 'Language', supports: 'Supports', answer: 'Answer', answered: 'Date of answer',
    idea: 'Id of the idea', stance: 'Stance', parent: 'Answers the comment', about: 'What it is about (Decidim)',
  },
  preview: 'The first rows as imported', row: 'Row', where: 'What', why: 'Why', missing: (fields) => `Choose a column for: ${fields}.`,
  ready: (count) => (count === 1 ? '1 row is fine' : `${count} rows are fine`), already: (count) => (count === 1 ? '1 row is here already' : `${count} rows are here already`), bad: (count) => (count === 1 ? '1 row will not do' : `${count} rows will not do`),
  badRows: 'Rows that will not do', badMore: (count) => `The first ${count} are shown.`, badText: 'You can mend the file and send it again, or import only the rows that are fine.',
  run: (count) => (count === 1 ? 'Import 1 row' : `Import ${count} rows`), runGood: (count) => (count === 1 ? 'Import only the 1 row that is fine' : `Import only the ${count} rows that are fine`), nothing: 'There is nothing to import: every row that is fine is here already.', dontRun: 'Import nothing',
  open: 'Imported ideas are public at once. The author’s name is shown as it is in the file, supports are not counted in, and nobody is sent a message.',
  openComments: 'Imported comments are public at once. The author’s name is shown as it is in the file, and nobody is sent a message.',
  done: (imported, already, left) => `${imported} imported. ${already} were here already, ${left} were left out.`, gone: 'The file is no longer kept. Send it again.', toIdeas: 'See the ideas',
  unread: {
    empty: 'The file has no rows.', notUtf8: 'The file is not in UTF-8. Save it as “CSV UTF-8” and send it again.', notCsv: 'The file is not CSV. Its first row must have at least two columns.',
    brokenQuotes: 'The quotes do not match. Check that every cell that starts with a quote also ends with one.', tooManyRows: 'There are over 20,000 rows. Split the file.', sameHeaders: 'Two columns have the same name. Rename one.',
  },
  atRow: (row) => `The fault is on row ${row}.`, nothingKept: 'Nothing was imported.',
  problems: { required: 'Choose a file.', tooLarge: 'The file is over 10 MB. Split it.', changed: 'Things changed meanwhile. Check the numbers and accept again.', gone: 'The file is no longer kept. Send it again.' },
  reasons: {
    wrongWidth: 'Not as many columns as on the first row', required: 'Missing', tooLong: 'Too long', badSigns: 'Signs that cannot be shown', badDate: 'Not a date', inFuture: 'In the future', unknownStage: 'Unknown stage', withdrawnThere: 'Withdrawn in the earlier service',
    unknownTopic: 'No such topic. Add it in the administration, or leave the column out', badPlace: 'Not a coordinate', badNumber: 'Not a number', sameId: 'The same id is on an earlier row', sameRow: 'The same row is earlier in the file', unknownKind: 'Unknown kind', unknownLanguage: 'Unknown language',
    unknownStance: 'Unknown stance', noIdea: 'The idea is not found. Import the ideas of the same service first', noParent: 'The comment that this one answers is not found',
  },
}
