import type { Texts } from './fi.ts'

export const en: Texts = {
  services: {
    title: 'Services', lead: 'Services and places, and what they are like right now.', search: 'What are you looking for?', searchHint: 'A service, a place or a thing in your own words: library, ice hall, dentist.', go: 'Search',
    quick: 'Right now', openNear: 'Open now near me', openNow: 'Open now', good: 'In good condition now', onMap: 'On the map', forChildren: 'For children', free: 'Free of charge', accessible: 'Accessible',
    places: 'Places', allPlaces: 'All places', noPlaces: 'No places have been added yet.', life: 'Life situations', lifeLead: 'What to do and in which order.',
    servicesTitle: 'Services', all: 'Services A–Z', forWhom: 'For whom', units: 'Who is responsible', providers: 'Services of associations and companies', providersHint: 'Clubs, associations and companies keep their own details up to date.',
    wishes: 'Wished-for services', wish: 'Wish for a service', wishHint: 'Tell us what you need. You do not have to know the solution.', came: 'From a wish to a service', cameHint: 'Ideas that became lasting services.',
  },
  list: {
    title: 'Places', titleOf: (what) => `Places: ${what}`, lead: 'Libraries, fields, ski tracks, beaches and other places: what is open, and what is in good condition.', doors: 'See', nearMe: 'Near me', locating: 'Finding your position…', denied: 'Your position could not be found. Type a place.',
    openNow: 'Open now', good: 'In good condition now', asMap: 'On the map', asList: 'As a list', filter: 'Narrow down', kind: 'Kind of place', any: 'All', groupAll: (name) => `${name}: all`, sort: 'Order', sorts: { name: 'By name', nearest: 'Nearest first', condition: 'Best condition first' },
    open: 'Open now', accessible: 'Accessible', free: 'Free of charge', audience: 'For whom', anyone: 'Everyone', area: 'Part of the municipality', anyArea: 'The whole municipality', who: 'Kept by', anyProvider: 'Anyone', own: 'The municipality', where: 'Near what? An address or a place', also: 'Only those that are', show: 'Show', clear: 'Clear filters',
    chosen: 'Chosen filters', without: (name) => `Remove the filter ${name}`, nearestTo: (name) => `Nearest first: ${name}`, nearestToYou: 'Nearest first. Your position is only in the address of this page, to about a hundred metres.', unknownPlace: (name) => `The place “${name}” was not found. Places are by name.`, sayWhere: 'Say near what. Until then places are by name.', weighed: (n, near) => `Best condition first. Of more than ${n} places the ${near ? 'nearest' : 'first'} are compared.`,
    away: (far) => `${far} away`, more: 'More', further: 'Look further', toStart: 'To the start', paging: 'Pages', empty: 'No places were found with these filters.', emptyNow: 'None of these is open right now.', emptyGood: 'None of these is known to be in good condition right now.', none: 'No places have been added yet.', emptyAfter: 'No more places.', feed: 'This list as a feed', accessibleYes: 'Accessible',
    ask: 'Ask', idea: 'Suggest a place',
  },
  map: { ground: 'Map', zoomIn: 'Zoom in', zoomOut: 'Zoom out', label: 'Places on the map', failed: 'The map could not be opened. The places are listed below.', many: '# places close together', one: 'One place', chosen: 'Chosen places', inView: 'Places in this view: #', noneInView: 'There are no places in this view.', seen: 'Places of this view as a list (#)', nearer: 'Zoom in and the places of the view are listed here.', listBelow: 'The same places are listed under the map.' },
  all: {
    title: 'Services A–Z', lead: 'All services by name: the municipality’s own and those of associations and companies.', filter: 'Narrow down', channel: 'How you use it', anyChannel: 'Any way', unit: 'Who is responsible', anyUnit: 'Any unit', empty: 'No services were found with these filters.', none: 'No services have been added yet.', feed: 'This list as a feed', life: 'Life situations',
  },
  groups: { sports: 'Sports', nature: 'Outdoors and nature', children: 'Children and youth', culture: 'Library and culture', care: 'Health', everyday: 'Everyday' },
  audiences: { children: 'For children', families: 'For families', youth: 'For young people', adults: 'For adults', older: 'For older people', disabled: 'For disabled people', newcomers: 'For people new to Finland', companies: 'For companies', associations: 'For associations' },
  channels: { web: 'Online', form: 'With a form', phone: 'By phone', place: 'In person', desk: 'At a service point', chat: 'By chat', email: 'By e-mail' },
  prices: { free: 'Free of charge', paid: 'There is a charge', varies: 'The price varies', unknown: '' },
  life: {
    title: 'Life situations', steps: 'Step by step', step: (n) => `${n}.`, toService: 'To the service', toPlace: 'To the place', toPlaces: 'Show the places', toPage: 'Open', others: 'Other situations', asking: 'Was something left unclear?', askingHint: 'Ask, and we will find the right person.', ask: 'Ask the municipality', wish: 'Wish for a service', hidden: 'Only administrators see this. It is not shown yet.', edit: 'Edit',
  },
  synonyms: {
    title: 'Search words', admin: 'Administration', lead: 'What people say and what it means here. When somebody searches with the first word, the second is searched for too. Inflected forms are found as well.', said: 'People say', saidHint: 'One word or several, such as slush.', means: 'Here it is called', meansHint: 'The word by which the service or place is found, such as winter maintenance.', add: 'Add', remove: (said) => `Remove ${said}`, removeIt: 'Remove', saved: 'The word is added. It is in the search within seconds.', removed: 'The word is removed.', started: 'The ready-made words are added.', none: 'There are no words yet.', start: 'Add ready-made words', all: 'Words',
    missed: 'Searched for in vain', missedLead: 'These found nothing on at least five different days. We keep only the words and the day, not who searched, and forget them in 90 days.', noMissed: 'Nothing has been searched for in vain on five different days.', times: (days, times) => `${days} days, ${times} times`, teach: 'Say what it means',
    problems: { same: 'This pair is there already.', required: 'Write a word.', tooMany: 'There are a thousand words already. Remove some first.' },
  },
  keep: {
    title: 'Life situations', admin: 'Administration', lead: 'Paths that people take when something happens in life: what to do, in which order and with which service.', none: 'There are no life situations yet.', start: 'Take the ready-made ones into use', startHint: 'Eight situations in three languages. Change them freely and link the steps to your municipality’s services.', started: 'The ready-made life situations are added.',
    add: 'New life situation', saved: 'Saved.', moved: 'The order changed.', removed: 'Removed.', shownNo: 'Not shown', stepsOf: (n) => (n === 1 ? '1 step' : `${n} steps`), look: 'See the page', up: (name) => `Move up: ${name}`, down: (name) => `Move down: ${name}`,
    name: 'Name', lead2: 'Introduction', icon: 'Icon', key: 'End of the address', keyHint: 'Small letters, digits and hyphens, such as moving.', shown: 'Show to people', save: 'Save', steps: 'Steps', addStep: 'Add a step', stepName: 'What to do', stepText: 'Explanation', to: 'To which service, place or address', toHint: 'The name of a service or a place, or a page’s address. May be empty.', which: 'Which did you mean?', removeStep: 'Remove the step', remove: 'Remove the life situation', removeSure: 'The whole situation and its steps are removed.', languages: { fi: 'in Finnish', sv: 'in Swedish', en: 'in English' },
    problems: { required: 'Fill this in.', taken: 'This address is in use already.', badKey: 'Use small letters a–z, digits and hyphens.', choose: 'Choose below which you meant.', notFound: 'No service or place was found by that name.', badUrl: 'An address begins with https:// or /.', tooMany: 'There are 30 steps already.' },
  },
}
