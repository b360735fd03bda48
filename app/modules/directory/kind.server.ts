import { subjectKind, type StageSign } from '#core/trail/kind.ts'
import { knownWords } from '#core/trail/synonyms.server.ts'
import { placeFeed, serviceFeed } from './find/feed-lines.server.ts'
import { placeKinds } from './place-kinds.ts'

const stages = {
  waiting: { name: { fi: 'Luonnos', sv: 'Utkast', en: 'Draft' }, icon: 'edited' },
  service: { name: { fi: 'Käytössä', sv: 'I bruk', en: 'In use' }, icon: 'done' },
  ended: { name: { fi: 'Ei enää käytössä', sv: 'Inte längre i bruk', en: 'No longer in use' }, icon: 'no' },
} satisfies Record<string, StageSign>

subjectKind('service', {
  path: (id) => `/services/${id}`, everyday: true, queued: false, stages,
  name: { fi: 'Palvelu', sv: 'Tjänst', en: 'Service' }, alias: ['palvelu', 'tjänst', 'service'],
  list: { path: '/services/all', name: { fi: 'Kaikki palvelut', sv: 'Alla tjänster', en: 'All services' }, feed: { fi: 'Palvelut', sv: 'Tjänster', en: 'Services' }, lines: serviceFeed },
})
subjectKind('place', {
  path: (id) => `/places/${id}`, everyday: true, queued: false, stages,
  name: { fi: 'Paikka', sv: 'Plats', en: 'Place' }, alias: ['paikka', 'paikat', 'plats', 'place'],
  list: { path: '/places', name: { fi: 'Kaikki paikat', sv: 'Alla platser', en: 'All places' }, feed: { fi: 'Paikat', sv: 'Platser', en: 'Places' }, lines: placeFeed },
})
subjectKind('provider', {
  path: (id) => `/providers/${id}`, stages: { ...stages, idea: { name: { fi: 'Odottaa hyväksyntää', sv: 'Väntar på godkännande', en: 'Awaits approval' }, icon: 'inbox' } },
  name: { fi: 'Palveluntarjoaja', sv: 'Tjänsteleverantör', en: 'Provider' }, alias: ['tarjoaj', 'leverantör', 'provider'],
})

// A typo in what a place is called still finds it.
knownWords([...placeKinds.values()].flatMap((its) => Object.values(its.name)))
