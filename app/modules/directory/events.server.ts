import { event } from '#core/trail/event.ts'

/** A place or a service is there for people. */
export const entryAdded = event('directory.added', { onTrail: true, tells: 'followers', wide: true, icon: 'sent',
  words: { fi: () => 'Lisättiin palveluihin ja paikkoihin', sv: () => 'Lades till bland tjänster och platser', en: () => 'Was added to services and places' } })
/** Its facts changed; `data.fields` says which. */
export const entryChanged = event('directory.changed', { onTrail: true, tells: 'nobody', icon: 'edited',
  words: { fi: () => 'Tietoja päivitettiin', sv: () => 'Uppgifterna uppdaterades', en: () => 'Details were updated' } })
/** Brought from a source (`data.source`). */
export const entryImported = event('directory.imported', { onTrail: true, tells: 'nobody', icon: 'imported',
  words: { fi: ({ source }) => `Tuotiin lähteestä ${source}`, sv: ({ source }) => `Hämtades från ${source}`, en: ({ source }) => `Was brought from ${source}` } })
/** Its source no longer has it. */
export const entryVanished = event('directory.vanished', { onTrail: true, tells: 'followers', icon: 'withdrawn',
  words: { fi: ({ source }) => `Poistui lähteestä ${source}`, sv: ({ source }) => `Försvann från ${source}`, en: ({ source }) => `Is no longer in ${source}` } })
export const entryReturned = event('directory.returned', { onTrail: true, tells: 'followers', icon: 'restored',
  words: { fi: () => 'Otettiin taas käyttöön', sv: () => 'Togs i bruk igen', en: () => 'Was taken back into use' } })
export const entryEnded = event('directory.ended', { onTrail: true, tells: 'followers', icon: 'withdrawn',
  words: { fi: () => 'Poistui käytöstä', sv: () => 'Togs ur bruk', en: () => 'Was taken out of use' } })
/** Its opening hours changed. */
export const hoursChanged = event('directory.hours', { onTrail: true, tells: 'followers', icon: 'edited',
  words: { fi: () => 'Aukioloajat muuttuivat', sv: () => 'Öppettiderna ändrades', en: () => 'Opening hours changed' } })
/** Something that people waited for came true (wishes/): told to those who wished it, not on the trail. */
export const wishTrue = event('directory.wishTrue', { onTrail: false, tells: 'nobody', icon: 'moved',
  words: { fi: ({ fi }) => fi ?? '', sv: ({ sv }) => sv ?? '', en: ({ en }) => en ?? '' } })
export const providerAsked = event('directory.providerAsked', { onTrail: true, tells: 'nobody', icon: 'sent',
  words: { fi: () => 'Pyysi päästä palveluntarjoajaksi', sv: () => 'Bad om att bli tjänsteleverantör', en: () => 'Asked to become a provider' } })
export const providerApproved = event('directory.providerApproved', { onTrail: true, tells: 'author', icon: 'answered',
  words: { fi: () => 'Hyväksyttiin palveluntarjoajaksi', sv: () => 'Godkändes som tjänsteleverantör', en: () => 'Was approved as a provider' } })
export const providerRefused = event('directory.providerRefused', { onTrail: true, tells: 'author', icon: 'answered',
  words: { fi: () => 'Ei hyväksytty palveluntarjoajaksi', sv: () => 'Godkändes inte som tjänsteleverantör', en: () => 'Was not approved as a provider' } })
/** Another unit keeps it from now on; the event is by that unit. */
export const entryHanded = event('directory.handed', { onTrail: true, tells: 'nobody', icon: 'routed',
  words: { fi: () => 'Siirtyi toisen yksikön ylläpidettäväksi', sv: () => 'Sköts nu av en annan enhet', en: () => 'Is now kept by another unit' } })
export const providerEnded = event('directory.providerEnded', { onTrail: true, tells: 'followers', icon: 'withdrawn',
  words: { fi: () => 'Lopetti palveluntarjoajana', sv: () => 'Slutade som tjänsteleverantör', en: () => 'Stopped being a provider' } })
export const providerChanged = event('directory.providerChanged', { onTrail: true, tells: 'nobody', icon: 'edited',
  words: { fi: () => 'Päivitti esittelynsä', sv: () => 'Uppdaterade sin presentation', en: () => 'Updated its presentation' } })
