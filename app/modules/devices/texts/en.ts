import type { fi } from './fi.ts'

export const en: typeof fi = {
  title: 'Devices', desk: 'Desk', lead: 'Sensors, gates and systems that tell of places by themselves. Each has a key of its own, and tells only of its own places.',
  none: 'No devices yet.', noneHint: 'Add the first one below: you get a key that the device sends its observations with.',
  kinds: { sensor: 'Sensor', gate: 'People counter or gate', access: 'Access control or booking system', camera: 'Camera' },
  placesOf: 'Places',
  silent: 'Silent', working: 'Working', waiting: 'Awaits its first message', heard: (when) => `Last heard ${when}`, neverHeard: 'Not heard yet', refused: (when) => `Last refused ${when}`,
  silentCount: (count) => (count === 1 ? 'One device is silent.' : `${count} devices are silent.`), silentHint: 'A device is silent when it has not been heard in the time agreed on. What is known of its place then gets too old by itself.',
  add: 'Add a device', labels: { name: 'Name', kind: 'What kind of device', unitId: 'Which unit is responsible for it', expectedMinutes: 'How often it should be heard (minutes)', may: 'What it may tell' },
  nameHint: 'Such as “Thermometer of Keijärvi beach”.', expectedHint: 'When the device is not heard for so long, its unit gets a letter. Empty: not watched.', mayHint: 'Choose nothing, and it may tell everything that fits its kind.',
  problems: { badMinutes: 'Give the minutes as a whole number between 1 and 44640.' },
  made: 'The device was added. Copy the key to its settings now: it is shown here for ten minutes and never again.', key: 'Key', saved: 'Saved.',
  what: 'Settings', save: 'Save', places: 'Places', noPlaces: 'The device has no place yet, so nothing is taken from it.', find: 'Find a place by its name', search: 'Find', findHint: 'Among the unit’s own places only.', notFound: 'None of the unit’s places has that name.', give: 'Add', giveOf: (name) => `Add the place ${name}`, take: 'Remove', takeOf: (name) => `Remove the place ${name}`,
  posts: 'How the device sends', idOf: 'Id',
  keyTitle: 'The key and taking out of use', rotate: 'Change the key', rotateHint: 'The old key stops working at once.', end: 'Take the device out of use', endHint: 'The device can send nothing more. What it told stays.', ended: 'Out of use', refusedTitle: 'Last message that was refused',
  letter: {
    subject: (count, name) => (count === 1 ? `A device is silent: ${name}` : `${count} devices are silent`), heard: (when) => `last heard ${when}`, never: 'never heard',
    text: (lines, link, municipality) => `Hello,\n\nthese devices have not been heard in the time agreed on:\n\n${lines}\n\nWhat is known of their places gets too old by itself, and nothing old is shown as true. Check the device’s power and connection.\n\n${link}\n\n${municipality}`,
  },
}
