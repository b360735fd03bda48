import type { Texts } from './fi.ts'

const days = ['', 'Mondays', 'Tuesdays', 'Wednesdays', 'Thursdays', 'Fridays', 'Saturdays', 'Sundays', 'public holidays']
const clock = (hour: number) => `${hour % 24}:00`
const hours = (hour: number) => `between ${clock(hour)} and ${clock(hour + 1)}`
export const en: Texts = {
  title: 'Is there room?', bands: { quiet: 'Quiet', normal: 'As usual', busy: 'Busy', full: 'Full' }, bandOf: { quiet: 'quiet', normal: 'normal', busy: 'busy', full: 'full' },
  notKnown: 'It is not known how full it is', forOfficials: 'Why', notKnownWhy: 'The counter cannot be relied on right now, so we do not guess.', closed: 'Closed right now.',
  share: (share, step) => (share === 0 ? `Less than ${step}% of the room in use` : share >= 100 ? 'All of the room in use' : `About ${share}–${Math.min(100, share + step)}% of the room in use`),
  against: { less: (kind, hour) => `Quieter than usual on ${days[kind]} at ${clock(hour)}`, same: (kind, hour) => `As it usually is on ${days[kind]} at ${clock(hour)}`, more: (kind, hour) => `Busier than usual on ${days[kind]} at ${clock(hour)}` },
  counted: (when) => `Counted ${when}`, ways: { gates: 'Gates', tickets: 'Tickets', manual: 'By hand' },
  usually: 'Usually', on: (kind) => `on ${days[kind]}`, onTitle: (kind) => days[kind]!.charAt(0).toUpperCase() + days[kind]!.slice(1),
  quietest: (hour) => `Usually quietest ${hours(hour)}`, busiest: (hour) => `busiest ${hours(hour)}`,
  gathering: 'We are still counting. The usual week is shown when four weeks have been counted.', nobody: 'Usually empty or closed.',
  curve: (kind, sentence) => `What it is usually like on ${days[kind]}. ${sentence}`, table: 'The same as a table', hour: 'Time', level: 'What it is like', how: 'Room in use', now: 'now',
  week: 'The whole week', weekTitle: (place) => `When is there room? ${place}`, weekLead: 'What the last eight weeks have been like. Public holidays are shown separately.', place: 'The page of the place',
  small: 'Exact numbers are not told, so that no single visitor can be recognised.', none: 'No visitors are counted here.',
  faults: { silent: 'it has been silent for longer than it usually is', drift: 'by its count people stayed inside after closing', negative: 'more people have left than come', stuck: 'it repeats the same number', above: 'by its count there are more people inside than there is room for' },
  byHand: { title: 'Count visitors', lead: 'Tap when someone comes or leaves.', inside: 'Inside now', in: 'Came in', out: 'Left', empty: 'Empty', emptyHint: 'When everyone has left.', waits: (count) => `Waiting for a network: ${count}`, of: (capacity) => `Room for ${capacity}`, kept: 'Your taps are kept even without a network.', ended: 'You can no longer count here. Sign in again or ask your unit.' },
  admin: {
    title: 'Visitor counters', lead: 'A counter tells whether there is room. It notices by itself when its numbers cannot be relied on.', none: 'There are no counters yet.', find: 'Find the place that gets a counter', findHint: 'For example swimming hall.', search: 'Search', noneFound: 'No place was found.', newFor: (place) => `New counter: ${place}`,
    works: 'Working', broken: 'Not working', paused: 'Paused', never: 'Has not counted yet', heard: (when) => `last ${when}`, capacity: (count) => `room for ${count}`, settings: 'Settings', save: 'Save', make: 'Add the counter',
    labels: { nameFi: 'Name in Finnish', nameSv: 'Name in Swedish', nameEn: 'Name in English', roomId: 'Room', deviceId: 'Device', way: 'How are visitors counted?', capacity: 'How many is there room for?', quietTo: 'Quiet when less full than (%)', normalTo: 'As usual when less full than (%)', busyTo: 'Busy when less full than (%)', stayMinutes: 'Usual length of a visit (min)', resetHour: 'At which hour of the night is it reset?', driftPercent: 'How large an error is allowed (%)', inside: 'How many are inside now?', form: '' },
    hints: { name: 'Shown when the place has several counters, for example Gym.', capacity: 'At least 10.', stay: 'Only for tickets: how long a visitor usually stays.', reset: 'A full hour, Finnish time. Choose one when the place is closed.', drift: 'The share of the day’s visitors that may seem to be inside in the evening.', device: 'Empty: any device of the place may count.' },
    way: { gates: { label: 'Gates', hint: 'The device tells how many came and how many left.' }, tickets: { label: 'Tickets', hint: 'Only those who come are known. Visitors leave by the usual length.' }, manual: { label: 'By hand', hint: 'Staff tap at the door.' } },
    whole: 'The whole place', anyDevice: 'Any device of the place', problems: { inOrder: 'Each limit has to be larger than the one before.', fewPeople: 'There must be room for at least five people below the limit, so that no single visitor can be recognised.', outOfRange: 'The number is outside its limits.' },
    state: 'Now', why: (reason, when) => `Its numbers are not relied on, because ${reason}. It began ${when}.`, whyHint: 'Others are only told that it is not known. The counter returns by itself when it works again, or when you tell how many are inside.', today: 'Today', numbers: { inside: 'inside', entered: 'came', left: 'left', clipped: 'left without coming' }, nothingToday: 'Nobody has been counted today.',
    reset: 'Set the right number', resetButton: 'The number is right now', resetTickets: 'The counter works', pause: 'Pause', go: 'Go on counting', end: 'Remove the counter', endHint: 'The counter and its numbers disappear at once.', log: 'Faults', noLog: 'There have been no faults.', fromTo: (from, to) => `${from} – ${to}`, goesOn: 'still', by: (name) => `set right by ${name}`, itself: 'came right by itself', byHandLink: 'Count by hand', saved: 'Saved.',
    shown: { inside: 'inside', capacity: 'room for', clipped: 'left without coming', entered: 'came', minutes: 'minutes', counts: 'same numbers' }, api: 'The address that the device posts to', apiHint: 'The device posts here with its own key. The counter’s id:', addDevice: 'Devices and keys',
  },
}
