import type { Texts } from './fi.ts'

const things = (count: number) => (count === 1 ? 'one thing' : `${count} things`)
export const en: Texts = {
  admin: 'Administration', title: 'Lamps, rinks and other things', lead: 'Things of the municipality that can be picked in a report instead of a place. Each remembers what has been told of it and what was done.',
  none: 'There are none yet. Bring them in from a GeoJSON file of your geographic information system.', importing: 'Bring in from a file', kind: 'Kind', count: 'In use', goneCount: 'Gone', lastImport: 'Last brought in', see: (kinds) => `All: ${kinds}`, next: 'Next',
  listLead: 'Open a thing’s page, or copy its short address for a QR code: it leads to reporting this very thing.',
  imported: (kind, added, changed, gone, same) => `${kind} brought in. New ${added}, changed ${changed}, gone ${gone}, as before ${same}.`,
  importLead: 'A GeoJSON file in which each thing is a point. You first see what would happen. The same file can be brought in again at any time.',
  labels: { file: 'File', form: '' }, fileHint: 'At most 20 MB and 50,000 things, coordinates in degrees (WGS 84).', send: 'Show what happens',
  whatKind: 'What are the things?', ownKind: 'Or another kind', ownKindHint: 'A short name, such as bus stop.', chooseKind: 'Choose a kind', keyIn: 'The number is in the field', keyHint: 'The lasting number of a thing in its own register. By it the same thing is known next time.', nameIn: 'The name is in the field', notThere: 'No name', refresh: 'Refresh', again: 'Choose another file', cancel: 'Cancel',
  would: 'This would happen', added: (n) => `New: ${n}`, changed: (n) => `Changed: ${n}`, same: (n) => `As before: ${n}`, gone: (n) => `Taken out of use: ${n}`, goneText: 'What goes out of use can no longer be picked, but its history stays.', examples: 'For example', andMore: (n) => `and ${n} more`,
  manyGone: 'More than half of the present things would go. Are you sure that the file has them all?', keyless: (n, where) => `${n === 1 ? 'One thing has' : `${n} things have`} no number: feature ${where} of the file.`, twice: (key, where) => `Several have the number ${key}: features ${where} of the file.`, cannotRun: 'Choose a field in which each thing has its own number, or mend the file.',
  nothingNew: 'All is as it was. There is nothing to bring in.', run: (n) => `Bring in ${things(n)}`, runGone: 'Mark those that are gone',
  atFeature: (number) => `The fault is in feature ${number} of the file.`, nothingKept: 'Nothing was changed.',
  problems: {
    required: 'Choose a file.', tooLarge: 'The file is too large (at most 20 MB).', notJson: 'This is not GeoJSON: the text cannot be read.', notGeoJson: 'This is not a GeoJSON FeatureCollection.', noPoints: 'There is nothing in the file.', notPoint: 'It is not a point.', notDegrees: 'The coordinates are not degrees. Save the file in WGS 84 (EPSG:4326).', otherSystem: 'The file is in another coordinate system. Save it in WGS 84 (EPSG:4326).', farAway: 'It is far from the municipality. Have latitude and longitude changed places?', tooMany: 'There are too many (at most 50,000).',
    changed: 'Things have changed meanwhile. Look again at what would happen.', gone: 'This is no longer there. Pick another or none.', noFile: 'The file is no longer there. Send it again.', noKind: 'Choose what the things are.', badKeys: 'Each thing needs a number of its own.',
  },
  which: (kind) => `${kind}: which of these?`, whichHint: 'The nearest first. The number is usually on the thing itself.', noneOfThese: 'None of these, or I do not know', found: 'Nearby: #', onMap: 'Show on a map', mapLabel: 'Map of the nearest things. Tap a number to pick it.', mapFailed: 'The map could not be opened. Pick from the list.',
  map: { ground: 'Map', zoomIn: 'Zoom in', zoomOut: 'Zoom out' },
  goneSince: (day) => `No longer in use (${day}).`, report: 'Report a fault', history: 'What has been told of it', noHistory: 'Nothing has been told of it yet.', others: (n) => `And ${n} older.`, register: 'From its register', shortAddress: 'Short address for a QR code', place: 'Place', sentOn: (day) => `Sent ${day}`, closedOn: (day) => `closed ${day}`,
}
