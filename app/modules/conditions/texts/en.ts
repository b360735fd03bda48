import type { fi } from './fi.ts'

export const en: typeof fi = {
  now: 'Condition', whoSaw: 'Who saw it and when', seenAs: (said) => `then: ${said}`,
  unknown: 'not known',
  lastSaid: (when) => `last ${when}`,
  sinceDay: (value, day) => `${value} since ${day}`,
  seasonOver: 'The season is over', seasonOverSince: (day) => `The season ended on ${day}. Its condition is not being followed now.`,
  seenAt: 'Seen', knownUntil: (when) => `known until ${when}`, stale: 'This is too old to go by, so it is not shown.', last: (said) => `Last seen: ${said}.`,
  cleared: 'This was removed.',
  source: { worker: 'staff', sensor: 'sensor', access: 'access control' },
 
  wordTitle: 'Notice', wordUntil: (when) => `Until ${when}`,
  history: 'How it has been', update: 'Update',
  wish: { said: (place, what) => `${place}: ${what}`, good: 'the place is in good condition' },
  page: {
    title: (place) => `${place}: condition over 14 days`, lead: 'What was seen and done in the last two weeks, newest first. When an observation gets too old, it is no longer shown as true.',
    none: 'Nothing has been observed in two weeks.', noneText: 'When staff or a sensor tells of this place, you will see it here.',
    day: 'Day', lowest: 'Lowest', highest: 'Highest', latest: 'Latest', asTable: 'The numbers as a table', chart: (name, from, to) => `${name} by the hour, ${from}–${to}. The same numbers are in the table below.`, feed: 'Feed (Atom)', more: (most) => `The newest ${most} are shown.`,
  },
  feed: { title: (place) => `${place}: conditions`, expired: 'The last observation is too old to go by.' },
  devices: { post: 'Conditions and care' },
}
