import type { Texts } from './fi.ts'

export const en: Texts = {
  admin: 'Administration', title: 'Areas', lead: 'Parts of the municipality. When an area has borders, everything within them belongs to it. Otherwise the nearest known place decides the area.', none: 'The municipality has no areas yet. Import them from a file or add the first.',
  add: 'Add an area', importing: 'Import from a file', change: (name) => `Change: ${name}`, save: 'Save', hasBorders: 'Borders drawn', noBorders: 'No borders', mapOfAll: 'Map of the municipality’s areas',
  saved: (subjects) => (subjects === 0 ? 'Saved.' : `Saved. ${subjects === 1 ? 'One thing' : `${subjects} things`} got a new area.`), removed: 'The area is removed.', imported: (areas, subjects) => `${areas === 1 ? 'One area was' : `${areas} areas were`} imported. ${subjects === 1 ? 'One thing' : `${subjects} things`} got a new area.`,
  labels: { nameFi: 'Name in Finnish', nameSv: 'Name in Swedish', nameEn: 'Name in English', shape: 'Borders', into: 'Which area do its things move to?', file: 'File', form: '' },
  shapeHint: 'Draw on the map, or write the corners: one per line, latitude first, such as 61.55 23.60. An empty line divides separate pieces. GeoJSON will do too.', keyHint: (key) => `Lasting key in the address and in open data: ${key}`,
  draw: { open: 'Draw on the map', label: 'Map. A tap adds a corner; a corner is moved by dragging or with the arrow keys and removed with Delete.', hint: 'Tap the map to put a corner there. Corners can be moved.', many: 'The borders have several pieces or holes. If you draw, the drawing replaces them.', corner: 'Corner #', undo: 'Remove the last', here: 'Corner in the middle of the map', again: 'Start over', count: 'Corners: #', failed: 'The map could not be opened. Write the corners.' },
  map: { ground: 'Map', zoomIn: 'Zoom in', zoomOut: 'Zoom out' },
  remove: 'Remove the area', removeLead: (subjects, places) => `The area has ${subjects === 1 ? 'one thing' : `${subjects} things`} and ${places === 1 ? 'one place' : `${places} places`}. Those with a point move to the area where the point lies. The others and the followers move to the area you choose.`, removeNow: 'Remove',
  problems: {
    nameTaken: 'There is an area of this name already.', needsInto: 'Choose the area that its things move to.', notJson: 'This is not GeoJSON: the text cannot be read.', notGeoJson: 'This is not GeoJSON.', noPolygons: 'The file has no areas (Polygon or MultiPolygon).',
    badRing: 'A border has too few corners, or something other than coordinates.', notClosed: 'A border does not close: its first and last corner must be the same.', notDegrees: 'The coordinates are not degrees. Save the file in WGS 84 (EPSG:4326).', otherSystem: 'The file is in another coordinate system. Save it in WGS 84 (EPSG:4326).',
    farAway: 'The border is far from the municipality. Have latitude and longitude changed places?', tooDetailed: 'The borders have too many corners (20,000 at most). Simplify them first.', tooMany: 'The file has too many features (500 at most).', badLine: 'A line has something other than two numbers, latitude and longitude.', tooFew: 'A border must have at least three corners.',
    changed: 'The areas have changed meanwhile. See again what would happen.', gone: 'The file is no longer there. Send it again.', tooLarge: 'The file is too large (5 MB at most).', required: 'Choose a file.',
  },
  atFeature: (number) => `The fault is in feature ${number}.`, nothingKept: 'Nothing was changed.',
  importLead: 'A GeoJSON file in which each area is a polygon. You see first what would happen.', fileHint: '5 MB at most, coordinates in degrees (WGS 84). A known area is found by its name and gets new borders.', send: 'Show what happens',
  nameIn: { fi: 'The Finnish name is in the field', sv: 'The Swedish name is in the field', en: 'The English name is in the field' }, notThere: 'Not in the file', refresh: 'Update', again: 'Choose another file',
  area: 'Area', corners: 'Corners', what: 'What happens', becomes: { fresh: 'New area', changed: 'Gets new borders', same: 'As it is' }, nameless: (count) => `Left out without a name: ${count}`, skipped: (count) => `Left out as not areas: ${count}`,
  moves: (subjects, places) => `${subjects === 1 ? 'One thing gets' : `${subjects} things get`} a new area, and ${places === 1 ? 'one place' : `${places} places`}. Areas that are not in the file stay.`, run: (count) => (count === 1 ? 'Import the area' : `Import ${count} areas`), cancel: 'Cancel',
}
