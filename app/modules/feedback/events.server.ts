import { event } from '#core/trail/event.ts'
import type { ReportState } from './states.ts'

const say = (fi: string, sv: string, en: string) => ({ fi: () => fi, sv: () => sv, en: () => en })

/** data: `{ category }`; told widely, to who follows its area, topic, unit or a place near it */
export const reportSent = event('feedback.sent', { onTrail: true, tells: 'followers', wide: true, icon: 'sent', words: say('Palaute saapui', 'Responsen kom fram', 'The report arrived') })
export const reportAnswered = event('feedback.answered', { onTrail: true, tells: 'followers', icon: 'answered', words: say('Palautteeseen vastattiin', 'Responsen besvarades', 'The report was answered') })
export const reportAdded = event('feedback.added', { onTrail: true, tells: 'nobody', icon: 'comment', words: say('Lähettäjä täydensi palautetta', 'Avsändaren kompletterade responsen', 'The sender added to the report') })
/** data: `{ unit }`, its name in the municipality's first language; the sender does nothing and starts nothing over */
export const reportPassed = event('feedback.passed', { onTrail: true, tells: 'followers', icon: 'routed', words: {
  fi: ({ unit }) => `Palaute siirtyi oikeaan yksikköön: ${unit}`, sv: ({ unit }) => `Responsen gick till rätt enhet: ${unit}`, en: ({ unit }) => `The report went to the right unit: ${unit}`,
} })
/** data: `{ category }` */
export const reportSorted = event('feedback.sorted', { onTrail: true, tells: 'nobody', icon: 'edited', words: {
  fi: ({ category }) => `Palautteen luokka on nyt ${category}`, sv: ({ category }) => `Responsens kategori är nu ${category}`, en: ({ category }) => `The report's category is now ${category}`,
} })
export const madePrivate = event('feedback.madePrivate', { onTrail: false, tells: 'nobody', icon: 'hidden', words: say('Palaute muutettiin ei-julkiseksi', 'Responsen gjordes icke-offentlig', 'The report was made private') })
export const madePublic = event('feedback.madePublic', { onTrail: false, tells: 'nobody', icon: 'restored', words: say('Palaute julkaistiin', 'Responsen offentliggjordes', 'The report was made public') })
export const reportWithdrawn = event('feedback.withdrawn', { onTrail: true, tells: 'nobody', icon: 'withdrawn', words: say('Lähettäjä perui palautteen', 'Avsändaren drog tillbaka responsen', 'The sender took the report back') })
/** data: `{ answer, round }`: yes, no or dontKnow, at once (1) or after four weeks (2) */
export const saidFixed = event('feedback.saidFixed', { onTrail: true, tells: 'nobody', icon: 'answered', words: {
  fi: ({ answer }) => ({ yes: 'Lähettäjä kertoi: asia on korjattu', no: 'Lähettäjä kertoi: asiaa ei ole korjattu' })[answer ?? ''] ?? 'Lähettäjä ei osannut sanoa, onko asia korjattu',
  sv: ({ answer }) => ({ yes: 'Avsändaren berättade: det är åtgärdat', no: 'Avsändaren berättade: det är inte åtgärdat' })[answer ?? ''] ?? 'Avsändaren vet inte om det är åtgärdat',
  en: ({ answer }) => ({ yes: 'The sender said: it is fixed', no: 'The sender said: it is not fixed' })[answer ?? ''] ?? 'The sender does not know whether it is fixed',
} })
/** Told to the unit when its sender says that what was closed is not fixed. */
export const stillNotFixed = event('feedback.stillNotFixed', { onTrail: false, tells: 'nobody', icon: 'late', words: say('Lähettäjän mukaan vika ei ole korjattu', 'Avsändaren säger att felet inte är åtgärdat', 'The sender says it is not fixed') })
export const askedAgain = event('feedback.askedAgain', { onTrail: false, tells: 'nobody', icon: 'late', words: say('Onko se yhä kunnossa?', 'Är det fortfarande i skick?', 'Is it still fixed?') })

/** data: `{ partner, said }`; for the report's unit only */
export const partnerSaid = event('feedback.partnerSaid', { onTrail: false, tells: 'nobody', icon: 'answered', words: {
  fi: ({ partner, said }) => (said === 'undelivered' ? `${partner}: viesti ei mennyt perille` : `${partner} vastasi välitettyyn palautteeseen`),
  sv: ({ partner, said }) => (said === 'undelivered' ? `${partner}: meddelandet kom inte fram` : `${partner} svarade på en vidarebefordrad respons`),
  en: ({ partner, said }) => (said === 'undelivered' ? `${partner}: the message did not arrive` : `${partner} answered a forwarded report`),
} })

const moved = (kind: string, icon: 'moved' | 'routed' | 'merged' | 'answered' | 'restored', fi: string, sv: string, en: string) => event(`feedback.${kind}`, { onTrail: true, tells: 'followers', icon, words: say(fi, sv, en) })
/** The event of each state a report can come to, in plain words. `received` again is a reopening. */
export const movedTo: Record<ReportState, ReturnType<typeof event>> = {
  received: moved('reopened', 'restored', 'Palaute avattiin uudelleen', 'Responsen öppnades på nytt', 'The report was opened again'),
  planned: moved('planned', 'moved', 'Työ on suunniteltu', 'Arbetet är planerat', 'The work is planned'),
  underWay: moved('underWay', 'moved', 'Työ on aloitettu', 'Arbetet har börjat', 'Work has begun'),
  elsewhere: moved('elsewhere', 'routed', 'Palaute välitettiin sille, jolle asia kuuluu', 'Responsen skickades vidare till den som ansvarar', 'The report was forwarded to those responsible'),
  done: moved('done', 'answered', 'Valmista tuli', 'Det är klart', 'It is done'),
  cannot: moved('cannot', 'answered', 'Tätä ei tehdä', 'Detta görs inte', 'This will not be done'),
  merged: moved('merged', 'merged', 'Samasta asiasta oli jo palaute: tästä lähtien ne kulkevat yhdessä', 'Det fanns redan en respons om samma sak: härifrån följs de åt', 'There was already a report of the same thing: from here on they go together'),
}
