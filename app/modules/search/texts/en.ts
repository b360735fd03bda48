import type { Texts } from './fi.ts'

export const en: Texts = {
  title: 'Search', label: 'What are you looking for?', hint: 'A word or two is enough. Word forms and typos do no harm.', go: 'Search',
  of: (query) => `Search: ${query}`, results: 'Found', onlyKind: (name) => `Only: ${name}`,
  shortcuts: 'Straight there', topic: 'Topic', area: 'Area', place: 'Place', list: 'List',
  places: 'Places', also: (words) => `Also searched for: ${words.join(', ')}`, narrow: 'Narrow down', nearMe: 'Near me', locating: 'Finding your position…', denied: 'Your position could not be found. Type a place.', openNow: 'Open now', free: 'Free of charge', everything: 'Everything', services: 'Services',
  nearest: 'Found, nearest first', nearestTo: (name) => `Nearest first: ${name}`, nearestToYou: 'Nearest first', anywhere: 'Near', where: 'Near what? An address or a place', unknownPlace: (name) => `The place “${name}” was not found.`, away: (far) => `${far} away`,
  noneTitle: 'Not found yet', notFound: 'Did you not find it?', noneNarrowed: (query) => `Nothing was found with “${query}” and these filters.`, searchAll: 'Search everything', ask: 'Ask the municipality', call: (name, phone) => `Call: ${name} ${phone}`, wish: 'Wish for a service',
  none: (query) => `Nothing was found with “${query}”. Try another word or just its beginning.`, noneAction: 'Make it an idea',
  start: 'Services, places, ideas, decisions and answers: everything is found here.', browse: 'Browse by topic', more: 'Show more', toStart: 'To the best matches', paging: 'More results',
}
