import type { Texts } from './fi.ts'

export const sv: Texts = {
  title: 'Skrivbordet', fieldDay: 'Dagens arbeten ute', tellDisruption: 'Meddela en störning', exceptions: 'Gemensamma undantag', ways: 'Annat arbete', fieldPlaces: 'Platserna just nu', foundIdeas: 'Idéer funna i respons', reports: 'Behandling av respons', reportsWaiting: (open, late) => (late > 0 ? `Respons ${open}, försenade ${late}` : `Respons ${open}`), work: 'Arbeten', newMatter: 'Nytt ärende', titleOf: (unit) => `${unit}: att besvara`, lead: 'Vad din enhet har lovat svara på, enligt sista dag.',
  show: { all: 'Alla', late: 'Försenade', week: 'Den här veckan', unassigned: 'Utan ansvarig', mine: 'Mina', drafts: 'Utkast', experiments: 'Försök som snart slutar', unrouted: 'Utan enhet' },
  sort: { due: 'Sista dag', supports: 'Understöd', newest: 'Nyast', moved: 'Senast ändrad' },
  narrow: 'Avgränsa kön', search: 'Sök i kön', order: 'Ordning', unit: 'Enhet', allUnits: 'Alla enheter', apply: 'Visa', filters: 'Visa ur kön',
  columns: { pick: 'Välj', what: 'Vad', stage: 'Skede', supports: 'Understöd', due: 'Senast', owner: 'Vem', act: 'Åtgärd' },
  pick: (title) => `Välj: ${title}`, pickAll: 'Välj alla', pickNone: 'Ta bort valen', daysLate: (count) => `${count} d försenad`, noDue: 'Ingen sista dag', nobody: 'Ingen ännu',
  draftBy: (who) => `Utkast: ${who}`, endsOn: (day) => `Försöket slutar ${day}`, ended: (day) => `Försökets sista dag var ${day}`, answerOne: 'Svara', routeOne: 'För vidare',
  bulk: 'För de valda', answer: 'Svara på de valda', publishDrafts: 'Publicera utkasten', assignTo: 'Ansvarig person', assign: 'Ge till personen', assignNobody: 'Ingen',
  invited: (count) => (count === 1 ? 'En granne bjuder in till gemensam beredning' : `${count} inbjudningar till gemensam beredning`), showInvitations: 'Se inbjudningarna', lateHere: (count) => (count === 1 ? 'Ett svar är försenat' : `${count} svar är försenade`), lateHint: 'Invånarna ser det här. Svara, ge ärendet till någon eller för det vidare till rätt enhet.', showLate: 'Visa de försenade',
  empty: { all: 'Kön är tom. När en invånare skickar en idé till din enhet kommer den hit med sin sista dag.', other: 'Här finns inget just nu.', noUnits: 'Du hör ännu inte till någon enhet. Be administratören lägga till dig.' },
  showAll: 'Visa hela kön', toIdeas: 'Se kommunens idéer', found: (count) => `${count} i kön`, page: (page, pages) => `Sida ${page}/${pages}`, previous: 'Föregående', next: 'Följande',
  views: 'Egna vyer', saveView: 'Spara den här vyn', viewName: 'Vyns namn', viewHint: 'Till exempel: mest understödda utan ansvarig.', save: 'Spara vyn', remove: 'Ta bort', removeOf: (name) => `Ta bort vyn ${name}`,
  done: {
    answered: (count) => (count === 1 ? 'Svaret är publicerat. De som följer idén får veta.' : `${count} svar är publicerade. De som följer idéerna får veta.`),
    published: (count) => (count === 1 ? 'Utkastet är publicerat. De som följer idén får veta.' : `${count} utkast är publicerade. De som följer idéerna får veta.`),
    assigned: (count) => (count === 1 ? 'Den ansvariga är sparad för en rad.' : `Den ansvariga är sparad för ${count} rader.`),
  },
  problems: {
    noneChosen: 'Välj först minst en rad.', tooMany: 'Välj högst hundra åt gången.', notInUnit: 'Personen hör inte till ärendets enhet.', tooManyViews: 'Du kan ha tolv vyer. Ta först bort någon.', tooLong: 'Namnet är för långt. Högst 40 tecken.',
    ideaWithdrawn: 'Avsändaren drog tillbaka idén.', ideaHidden: 'En moderator har dolt idén.', ideaMerged: 'Idén slogs ihop med en annan.', choosePerson: 'Välj en person eller ”ingen”.',
  },
}
