import type { Texts } from './fi.ts'

export const en: Texts = {
  title: 'Search', label: 'What are you looking for?', hint: 'A word or two is enough. Word forms and typos do no harm.', go: 'Search',
  of: (query) => `Search: ${query}`, results: 'Found', onlyKind: (name) => `Only: ${name}`,
  shortcuts: 'Straight there', topic: 'Topic', area: 'Area', place: 'Place', list: 'List',
  none: (query) => `Nothing was found with “${query}”. Try another word or just its beginning.`, noneAction: 'Make it an idea',
  start: 'Here you find everything that is going on in the municipality: ideas, answers and places.', browse: 'Browse by topic', more: 'Show more', toStart: 'To the best matches', paging: 'More results',
}
