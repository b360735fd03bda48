import type { Texts } from './fi.ts'

const people = (n: number) => (n === 1 ? '1 has noticed this too' : `${n} have noticed this too`)
const metSame = (n: number) => (n === 0 ? 'Nobody else has noticed this yet.' : n === 1 ? 'One person has noticed this too.' : `${n} people have noticed this too.`)

export const en: Texts = {
  where: {
    label: 'Where?', hint: 'Write an address or a place, such as Kuruntie 12 or the swimming hall.', find: 'Find', whichOne: 'Which one do you mean?', asWritten: 'None of these, use what I wrote',
    near: 'Choose a known place from a list', nearNone: 'Near which place?',
    fromAddress: (far, name) => `${far} from ${name}`, fromPlace: (far, name) => `${far} from the place ${name}`, nowhere: 'a point on the map, no address near it',
    problems: { choose: 'Choose the right place below.', notFound: 'No place or address of that name was found. You can leave it so, or choose the place in another way.', farAway: 'The place is far from the municipality. Choose one near it.', required: 'Write an address or a place first.' },
    picker: {
      suggestions: 'Suggestions', count: '# suggestions. Choose with the arrow keys.', one: '1 suggestion. Choose with an arrow key or Enter.', none: 'No suggestions. You can leave the place so, or choose it in another way.', chosen: 'Chosen: #',
      locate: 'Use my position', locating: 'Finding the position…', youAreAt: 'You are here: #.', accuracy: 'Accurate to about # m.', denied: 'We could not get your position. Write an address or choose the place in another way.',
      openMap: 'Choose on the map', closeMap: 'Close the map', clear: 'Remove the place', far: 'The place is far from the municipality. Choose one near it.', failed: 'The point is chosen, but its address could not be fetched.',
      map: { ground: 'Map', zoomIn: 'Zoom in', zoomOut: 'Zoom out', label: 'Map. Move the mark with the arrow keys, zoom in with plus and out with minus.', pin: 'The mark of the place. Move it with the arrow keys.', hint: 'Tap the map or move the mark with the arrow keys. We tell you where the mark is.', failed: 'The map could not be opened. Write an address or a place.' },
    },
  },
  known: {
    title: 'Is this known already?', lead: 'If one of these is the same, choose “I noticed this too”. You need not write any more, and when many have noticed it, it moves up the queue.', announced: 'Announced works or outage',
    here: 'here', away: (far) => `${far} away`, until: (day) => `until ${day}`, meToos: people, read: 'Read the whole report', meToo: 'I noticed this too', meTooWhat: (title) => `I noticed this too: ${title}`, newTab: 'opens in a new tab',
  },
  meToo: {
    title: 'I noticed this too', thanks: (n) => (n === 1 ? 'Thank you! You are the first to have noticed this too.' : `Thank you! ${n} people have noticed this by now.`), count: metSame,
    what: 'When many have noticed the same thing, it moves up the queue. Your name is shown to nobody.', say: 'I noticed this too', closed: 'This has been dealt with already. If it has come back, send a new report.',
    next: 'Do you want to hear what happens?', following: 'You follow this. We tell you when something happens.', followWhy: 'We tell you when work begins and when it is done.', follow: 'Follow', unfollow: 'Stop following',
    followGuest: 'You get an e-mail when work begins and when it is done. You need not sign in.', signIn: 'Sign in', withdraw: 'Undo: I have not noticed this',
  },
  list: {
    title: 'Reports on the map', lead: 'What has been reported, what is being worked on and what has just been fixed.', report: 'Send a report', doors: 'See', openNow: 'Open now', nearMe: 'Near me', justFixed: 'Just fixed', manyMet: 'Noticed by many', locating: 'Finding the position…', denied: 'Your position was not found. Write the place.',
    asMap: 'On the map', asList: 'As a list', filter: 'Filter', words: 'Search words', category: 'Category', anyCategory: 'All categories', otherCategory: 'Another category', state: 'State', states: { open: 'Open', closed: 'Done or closed', all: 'All' }, area: 'Area', anyArea: 'The whole municipality',
    when: 'Sent', anyTime: 'At any time', span: { 7: 'Within 7 days', 30: 'Within 30 days', 365: 'Within a year' }, from: 'From', to: 'To', where: 'Near what? An address or a place', chosen: 'Chosen filters', without: (name) => `Remove ${name}`, filterNow: 'Show', clear: 'Clear',
    nearestTo: (name) => `Nearest first: ${name}`, nearestToYou: 'Nearest first', unknownPlace: (name) => `The place “${name}” was not found. The newest are first.`, sayWhere: 'Write near what. Until then the newest come first.',
    meToos: people, away: (far) => `${far} away`, doneOn: (day) => `done ${day}`, more: 'More', toStart: 'To the start', paging: 'Pages',
    worksNow: 'Works and outages now', emptyAfter: 'No more reports.', emptyNarrowed: 'No reports match.', emptyOpen: 'Nothing is waiting to be fixed. Tell us if you notice something.', emptyAll: 'There are no reports yet.', feed: 'This list as a feed', data: 'Open data',
  },
  map: { ground: 'Map', zoomIn: 'Zoom in', zoomOut: 'Zoom out', label: 'Reports on the map', failed: 'The map could not be opened. The reports are listed below.', many: '# reports close together', one: 'One report', chosen: 'Chosen reports', inView: 'Reports in view: #', noneInView: 'No reports in view.', listBelow: 'The same reports are listed below the map.' },
  data: {
    title: 'Open data of reports', lead: 'Every public report as files and a feed: what was reported, where, when and what came of it.', openData: 'Open data', forExcel: 'CSV for Excel in Finnish',
    leftOut: 'Reports that are private, hidden or taken back are not among them, nor anybody’s name unless they chose to show it.',
    fieldsTitle: 'Fields', field: 'Field', type: 'Type', meaning: 'What it tells', statesTitle: 'States', value: 'Value', isOpen: 'Still waits', yes: 'yes', no: 'no', merged: 'Merged into an earlier one', cannot: 'Will not be done', categoriesTitle: 'Categories',
    useTitle: 'How to use it',
    use: ['Narrowed as the list is: category, state, area, days, from, to and q. Without a state all are there.', 'Rows come in the order of their ids. If a download breaks off, go on with ?after= and the last id.', 'In parts: ?limit=1000. The header Link tells the address of the next.', 'Feed: /feedback.atom, narrowed for example by ?category= or ?area=.'],
    licenceTitle: 'Licence', licence: (name) => `Creative Commons Attribution 4.0 (CC BY 4.0). Name “${name}, Nousu” as the source.`, licenceLink: 'Read the licence',
    types: { id: 'a UUID', url: 'URL', language: 'code: fi, sv, en', title: 'text', text: 'text', category: 'key', categoryName: 'text', state: 'vocabulary', open: 'true or false', sent: 'time (ISO 8601, UTC)', changed: 'time (ISO 8601, UTC)', closed: 'time or empty', due: 'time or empty', unit: 'text', place: 'text or empty', address: 'text or empty', area: 'key or empty', areaName: 'text or empty', longitude: 'number or empty', latitude: 'number or empty', meToos: 'integer', pictures: 'URLs or empty', author: 'text or empty', mergedInto: 'UUID or empty' },
    fields: { id: 'Lasting id.', url: 'The page of the report.', language: 'The language it was written in.', title: 'Title: its first sentence, or its category.', text: 'The whole report.', category: 'Lasting key of its category, the same as Open311’s service_code.', categoryName: 'Name of its category.', state: 'State, of the vocabulary below.', open: 'Whether it still waits for someone.', sent: 'When it was sent.', changed: 'When its state last changed.', closed: 'When it was closed.', due: 'By when it is promised.', unit: 'The unit that answers for it.', place: 'Name of the place.', address: 'Street address, or how to get there.', area: 'Lasting key of the area.', areaName: 'Name of the area.', longitude: 'East longitude, degrees (WGS 84).', latitude: 'North latitude, degrees (WGS 84).', meToos: 'How many have noticed the same.', pictures: 'Addresses of its pictures; a list in GeoJSON.', author: 'Name of its sender, if they chose to show it.', mergedInto: 'The earlier report that this was merged into.' },
  },
  addresses: {
    title: 'Addresses', admin: 'Administration', lead: 'With addresses the place of a report can be written, and a point on the map told in words.', now: (streets, doors) => `Kept now: ${streets} streets and ${doors} addresses.`, none: 'No addresses have been brought in yet. Until then places are found by name only.',
    done: (streets, doors) => `${streets} streets and ${doors} addresses were brought in.`, left: (n) => (n === 1 ? 'One row without a number was left out.' : `${n} rows without a number were left out.`),
    file: 'Address file', fileHint: 'CSV, at most 30 megabytes. DVV’s open file of buildings’ addresses in your municipality will do as it is.', replaces: 'The file replaces all addresses there are. Reports that were sent keep theirs.', bring: 'Bring in the addresses',
    columns: 'Columns', columnsText: 'The header names the columns, in capitals or not. A street in Finnish or Swedish, a number and coordinates are needed. Coordinates are ETRS-TM35FIN metres or WGS 84 degrees. DVV’s file needs no header.', what: 'What', names: 'Name of the column',
    column: { fi: 'Street in Finnish', sv: 'Street in Swedish', number: 'Number', postalCode: 'Postal code', north: 'North', east: 'East', municipality: 'Number of the municipality' },
    missing: (names) => `Columns are missing: ${names}`, wrong: (n) => (n === 1 ? 'One row could not be read. Nothing was changed.' : `${n} rows could not be read. Nothing was changed.`), line: (line, why) => `Row ${line}: ${why}`,
    why: { noStreet: 'the street has no name', noPoint: 'a coordinate is missing or no number', farAway: 'the point is not in Finland; have the coordinates changed places?' },
    problems: { farAway: 'The addresses are far from this municipality. Choose its own file.', empty: 'The file has no addresses.', tooLarge: 'The file is too large. At most 30 megabytes.', required: 'Choose a file.' },
  },
}
