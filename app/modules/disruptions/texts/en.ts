import type { Texts } from './fi.ts'

export const en: Texts = {
  title: 'Disruptions', lead: 'What does not work as it should right now, where and for how long.', map: 'Map', none: 'There are no disruptions right now.', noneNarrowed: 'With these filters there are no disruptions right now.',
  now: 'Now', coming: 'Coming', lately: 'Ended within the last week', states: { on: 'Now', coming: 'Coming', over: 'Over' },
  ends: (at) => `expected to end ${at}`, begins: (at) => `begins ${at}`, over: (at) => `ended ${at}`, untilFurther: 'until further notice', nextWord: (at) => `next update ${at}`,
  closedNow: (title) => title,
  narrow: 'Narrow down', kind: 'What', allKinds: 'Everything', area: 'Where', allAreas: 'The whole municipality', show: 'Show', followArea: (name) => `Follow the area ${name}`,
  koti: 'Disruptions', all: 'All disruptions', yourArea: 'Your area', noneInArea: 'There are no disruptions in your area.',
  elsewhere: (count) => (count === 1 ? 'There is one disruption in the municipality now. Choose your area to see whether it concerns you.' : `There are ${count} disruptions in the municipality now. Choose your area to see whether they concern you.`),
  why: { home: () => 'Concerns your home', near: (name) => `Concerns your place ${name}`, area: (name) => `In ${name}`, unit: (name) => `You follow ${name}`, place: (name) => `You follow ${name}`, follow: () => 'You follow this' },
  severity: { minor: ['A small nuisance', 'Most will not notice.'], moderate: ['Affects daily life', 'Takes some preparing, or another route.'], severe: ['Severe', 'Told at once, at night too.'], extreme: ['Danger to life', 'Told at once, at night too.'] },
  done: { told: 'Those it concerns have now been told.', updated: 'The update has been published.', ended: 'The disruption is marked as over.', reopened: 'The disruption is open again.', chosen: 'Your choice is saved.' },
  hear: {
    title: 'Tell me about disruptions at once', lead: 'You hear about disruptions that affect your own places or what you follow. Usually they come as often as other messages. Here you can choose to be told at once.',
    push: 'As a notification on my phone or browser at once', mail: 'By e-mail at once', home: 'Also what concerns my home', noHome: '(your profile has no home yet)',
    night: 'Between 22:00 and 7:00 we wake you only for what is severe. The rest comes at 8:00.', save: 'Save', places: 'My places', devices: 'Devices and what I follow', guest: 'Sign in to hear about disruptions at once',
  },
  one: { follow: 'Follow this', following: 'You follow this', instead: 'What to do meanwhile', wayThere: 'The way there', facts: 'Details', where: 'Where', began: ['Began', 'Begins'], unit: 'From', closes: 'Closed' },
  shown: { ground: 'Map', zoomIn: 'Zoom in', zoomOut: 'Zoom out', label: 'Disruptions on a map', failed: 'The map did not open. The same is there as text.', many: '# disruptions here' },
  keep: {
    title: 'Handle the disruption', tell: 'Tell more or change the end', sentence: 'What is known now?', sentenceHint: 'A sentence is enough, such as “The pipe has been found and the repair has begun”.', send: 'Tell', asItWas: 'The time as it was',
    end: 'It is over', callOff: 'Call off', endHint: 'May be left empty. For example “The water runs again. Let the tap run for a while.”', reopen: 'Open again', reopenHint: 'What happened?',
  },
  make: {
    title: 'Tell people about a disruption', what: 'What has happened?', where: 'Where?', when: 'For how long?', step: (n, of) => `Step ${n}/${of}`,
    areas: 'Areas', whole: 'The whole municipality', streets: 'Streets and places', find: 'Write the name of a street or a place', search: 'Find', nothingFound: (q) => `No street or place was found with “${q}”.`,
    draw: 'Draw on the map', drawn: { polygon: 'Area', line: 'Route or street' }, shape: 'Corners', shapeHint: 'One corner per line: latitude and longitude, such as 61.5563 23.5961.', width: 'Width of the route in metres',
    map: { ground: 'Map', zoomIn: 'Zoom in', zoomOut: 'Zoom out', open: 'Open the map', label: 'A map to draw on', hint: 'Tap the corners in order. By keyboard: move the map with arrows and press “Corner here”.', corner: 'Corner #. Move with arrows, remove with Delete.', undo: 'Remove the last', here: 'Corner here', again: 'Start again', count: 'Corners: #', failed: 'The map did not open. You can choose an area or a street by name.' },
    next: 'Continue', back: 'Back', people: 'How people see it', changeWhere: 'Change where',
    ends: 'When is it over?', inHours: (hours) => (hours === 24 ? 'In a day' : hours === 1 ? 'In an hour' : `In ${hours} hours`), unknown: 'Not known yet', unknownHint: 'Continues until further notice. Say below when you will tell more.', at: 'Another time', atHint: 'Write the day and the time below.',
    exact: 'Exact time or next update', endDay: 'Ends, day', endTime: 'Ends, time', nextDay: 'Next update, day', nextTime: 'Next update, time', timeHint: 'Such as 15:00',
    text: 'What has happened?', textHint: 'May be left empty and filled in later.', instead: 'What to do meanwhile?', insteadHint: (example) => `Such as “${example}”`, insteadName: 'Where is it?', insteadNameHint: 'An address or a place, such as the school yard.',
    unit: 'The unit that handles it', more: 'Severity, beginning and title', severity: 'How bad?', startDay: 'Begins, day', startTime: 'Begins, time', startHint: 'Empty: now. People are told of coming ones beforehand.', name: 'Title', nameHint: (own) => `If empty: “${own}”.`, submit: 'Tell now',
  },
  problems: {
    placeNeeded: 'Choose or draw where it is.', tooMany: 'Choose at most 30 areas, streets or places.', unreadable: 'The corners could not be read. One corner per line, such as 61.5563 23.5961.', tooFewCorners: 'An area has at least three corners and a route two.', tooManyCorners: 'Too many corners. 200 is enough.',
    crossesItself: 'The edge of the area crosses itself. Put the corners in order.', farAway: 'This is far from the municipality. Check the place.', endsBeforeStart: 'The end is before the beginning.', past: 'This time has passed.', tooFarAhead: 'The beginning is more than a year ahead.', badTime: 'Write the time like this: 15:00.', badDay: 'Check the day.', required: 'Fill this in.',
    hasEnded: 'The disruption is already over. Open it again if it goes on.', isOpen: 'The disruption is already open.', changedMeanwhile: 'Somebody else changed this first. See what it says now and send again.',
  },
}
