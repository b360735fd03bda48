import { event } from '#core/trail/event.ts'

const say = (fi: string, sv: string, en: string) => ({ fi: () => fi, sv: () => sv, en: () => en })

// ---- between the author and the officer, before anyone else sees it
export const reviewAsked = event('initiatives.reviewAsked', { onTrail: false, tells: 'nobody', icon: 'sent', words: say('Aloite odottaa tarkastusta', 'Ett initiativ väntar på granskning', 'An initiative waits to be checked') })
export const accepted = event('initiatives.accepted', { onTrail: true, tells: 'nobody', icon: 'answered', words: say('Aloite on tarkastettu', 'Initiativet är granskat', 'The initiative has been checked') })
export const handedBack = event('initiatives.handedBack', { onTrail: false, tells: 'nobody', icon: 'edited', words: say('Aloite palautettiin korjattavaksi', 'Initiativet gavs tillbaka för ändring', 'The initiative was handed back to be corrected') })
export const waitsToBePublished = event('initiatives.waitsToBePublished', { onTrail: false, tells: 'nobody', icon: 'late', words: say('Aloitteesi on valmis julkaistavaksi', 'Ditt initiativ är klart att publiceras', 'Your initiative is ready to be published') })
export const invited = event('initiatives.coAuthor', { onTrail: false, tells: 'nobody', icon: 'linked', words: say('Aloite sai uuden vastuuhenkilön', 'Initiativet fick en ny ansvarsperson', 'The initiative has a new co-author') })

// ---- in the open
export const published = event('initiatives.published', { onTrail: true, tells: 'followers', wide: true, icon: 'sent', words: say('Aloite julkaistiin', 'Initiativet publicerades', 'The initiative was published') })
export const signed = event('initiatives.signed', { onTrail: false, tells: 'nobody', icon: 'support', words: say('Uusi allekirjoitus', 'Ny underskrift', 'A new signature') })
export const pausedToFix = event('initiatives.pausedToFix', { onTrail: true, tells: 'followers', icon: 'edited', words: say('Aloitetta korjataan, allekirjoittaminen on tauolla', 'Initiativet ändras, insamlingen är avbruten', 'The initiative is being corrected and takes no names meanwhile') })
export const fixed = event('initiatives.fixed', { onTrail: true, tells: 'followers', icon: 'answered', words: say('Korjattu aloite on tarkastettu', 'Det ändrade initiativet är granskat', 'The corrected initiative has been checked') })
/** data: `{ threshold }`, the number of names */
export const reached2 = event('initiatives.reached2', { onTrail: true, tells: 'followers', icon: 'moved', words: {
  fi: ({ threshold }) => `Kahden prosentin raja täyttyi: ${threshold} asukasta on mukana`,
  sv: ({ threshold }) => `Gränsen på två procent har nåtts: ${threshold} invånare är med`,
  en: ({ threshold }) => `The two per cent threshold was reached: ${threshold} residents have signed`,
} })
/** data: `{ threshold }` */
export const reached4 = event('initiatives.reached4', { onTrail: true, tells: 'followers', icon: 'moved', words: {
  fi: ({ threshold }) => `Neljän prosentin raja täyttyi: ${threshold} asukasta on mukana`,
  sv: ({ threshold }) => `Gränsen på fyra procent har nåtts: ${threshold} invånare är med`,
  en: ({ threshold }) => `The four per cent threshold was reached: ${threshold} residents have signed`,
} })
/** data: `{ signers }` */
export const sent = event('initiatives.sent', { onTrail: true, tells: 'followers', icon: 'routed', words: {
  fi: ({ signers }) => `Aloite lähetettiin kunnalle ja tuli vireille${signers === '1' ? '' : `, mukana ${signers} nimeä`}`,
  sv: ({ signers }) => `Initiativet skickades till kommunen och är anhängigt${signers === '1' ? '' : `, med ${signers} namn`}`,
  en: ({ signers }) => `The initiative was sent to the municipality and is pending${signers === '1' ? '' : `, with ${signers} names`}`,
} })
/** data: `{ caseNumber }` */
export const registered = event('initiatives.registered', { onTrail: true, tells: 'followers', icon: 'routed', words: {
  fi: ({ caseNumber }) => (caseNumber ? `Kirjaamo kirjasi aloitteen, diaarinumero ${caseNumber}` : 'Kirjaamo kirjasi aloitteen'),
  sv: ({ caseNumber }) => (caseNumber ? `Registraturen diarieförde initiativet, diarienummer ${caseNumber}` : 'Registraturen diarieförde initiativet'),
  en: ({ caseNumber }) => (caseNumber ? `The registry recorded the initiative, case number ${caseNumber}` : 'The registry recorded the initiative'),
} })
export const decided = event('initiatives.decided', { onTrail: true, tells: 'followers', wide: true, icon: 'answered', words: say('Aloitteesta päätettiin', 'Initiativet har avgjorts', 'The initiative was decided') })
export const decisionOwed = event('initiatives.decisionOwed', { onTrail: false, tells: 'nobody', icon: 'late', words: say('Aloite odottaa yhä päätöstä', 'Initiativet väntar fortfarande på beslut', 'The initiative still waits for a decision') })

// ---- on the national service, followed here
export const linkedHere = event('initiatives.linkedHere', { onTrail: true, tells: 'followers', wide: true, icon: 'linked', words: say('Aloite on kuntalaisaloite.fi-palvelussa', 'Initiativet finns i tjänsten invånarinitiativ.fi', 'The initiative is on the national service') })
/** data: `{ signers }` */
export const movedElsewhere = event('initiatives.movedElsewhere', { onTrail: true, tells: 'followers', icon: 'moved', words: {
  fi: ({ signers }) => `Kuntalaisaloite.fi-palvelussa on ${signers} nimeä`, sv: ({ signers }) => `I tjänsten invånarinitiativ.fi finns ${signers} namn`, en: ({ signers }) => `The national service has ${signers} names`,
} })
