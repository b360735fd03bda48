import type { Texts } from './fi.ts'

const days = ['', 'måndagar', 'tisdagar', 'onsdagar', 'torsdagar', 'fredagar', 'lördagar', 'söndagar', 'helgdagar']
const hours = (hour: number) => `kl. ${hour}–${hour + 1}`
export const sv: Texts = {
  title: 'Finns det plats?', bands: { quiet: 'Lugnt', normal: 'Som vanligt', busy: 'Trångt', full: 'Fullt' }, bandOf: { quiet: 'lugnt', normal: 'normalt', busy: 'trångt', full: 'fullt' },
  notKnown: 'Det är inte känt hur fullt det är', forOfficials: 'Varför', notKnownWhy: 'Räknaren går inte att lita på just nu, så vi gissar inte.', closed: 'Stängt just nu.',
  share: (share, step) => (share === 0 ? `Under ${step} % av utrymmet används` : share >= 100 ? 'Hela utrymmet används' : `Ungefär ${share}–${Math.min(100, share + step)} % av utrymmet används`),
  against: { less: (kind, hour) => `Lugnare än vanligt på ${days[kind]} kl. ${hour}`, same: (kind, hour) => `Som det brukar vara på ${days[kind]} kl. ${hour}`, more: (kind, hour) => `Livligare än vanligt på ${days[kind]} kl. ${hour}` },
  counted: (when) => `Räknat ${when}`, ways: { gates: 'Grindar', tickets: 'Biljetter', manual: 'För hand' },
  usually: 'Vanligen', on: (kind) => `på ${days[kind]}`, onTitle: (kind) => days[kind]!.charAt(0).toUpperCase() + days[kind]!.slice(1),
  quietest: (hour) => `Oftast lugnast ${hours(hour)}`, busiest: (hour) => `livligast ${hours(hour)}`,
  gathering: 'Uppgifterna samlas ännu. Vi visar en vanlig vecka när fyra veckor har räknats.', nobody: 'Oftast tomt eller stängt.',
  curve: (kind, sentence) => `Så brukar det vara på ${days[kind]}. ${sentence}`, table: 'Samma som tabell', hour: 'Klockan', level: 'Hur det är', how: 'Av utrymmet används', now: 'nu',
  week: 'Hela veckan', weekTitle: (place) => `När finns det plats? ${place}`, weekLead: 'Så har det varit under de senaste åtta veckorna. Helgdagarna visas för sig.', place: 'Platsens sida',
  small: 'Exakta antal berättas inte, så att ingen enskild besökare känns igen.', none: 'Här räknas inga besökare.',
  faults: { silent: 'den har varit tyst längre än vanligt', drift: 'enligt räknaren blev det folk kvar efter stängning', negative: 'fler har gått ut än in', stuck: 'den upprepar samma tal', above: 'enligt räknaren är fler inne än vad som ryms' },
  byHand: { title: 'Räkna besökare', lead: 'Tryck när någon kommer eller går.', inside: 'Inne nu', in: 'Kom in', out: 'Gick', empty: 'Töm', emptyHint: 'När alla har gått.', waits: (count) => `Väntar på nätet: ${count}`, of: (capacity) => `Ryms ${capacity}`, kept: 'Tryckningarna sparas även om nätet försvinner.', ended: 'Du kan inte längre räkna här. Logga in på nytt eller fråga din enhet.' },
  admin: {
    title: 'Besöksräknare', lead: 'Räknaren berättar om det finns plats. Den märker själv när talen inte går att lita på.', none: 'Det finns inga räknare ännu.', find: 'Sök platsen som får en räknare', findHint: 'Till exempel simhall.', search: 'Sök', noneFound: 'Ingen plats hittades.', newFor: (place) => `Ny räknare: ${place}`,
    works: 'Fungerar', broken: 'Fungerar inte', paused: 'Pausad', never: 'Har inte räknat ännu', heard: (when) => `senast ${when}`, capacity: (count) => `ryms ${count}`, settings: 'Inställningar', save: 'Spara', make: 'Lägg till räknaren',
    labels: { nameFi: 'Namn på finska', nameSv: 'Namn på svenska', nameEn: 'Namn på engelska', roomId: 'Lokal', deviceId: 'Apparat', way: 'Hur räknas besökarna?', capacity: 'Hur många ryms?', quietTo: 'Lugnt när det är fullt till under (%)', normalTo: 'Som vanligt när det är fullt till under (%)', busyTo: 'Trångt när det är fullt till under (%)', stayMinutes: 'Besökets vanliga längd (min)', resetHour: 'Vilken timme på natten nollställs den?', driftPercent: 'Hur stort fel tillåts (%)', inside: 'Hur många är inne nu?', form: '' },
    hints: { name: 'Syns när platsen har flera räknare, till exempel Gymmet.', capacity: 'Minst 10.', stay: 'Bara för biljetter: så länge stannar en besökare oftast.', reset: 'Hel timme, finsk tid. Välj en tid då platsen är stängd.', drift: 'Den andel av dagens besökare som enligt räknaren får bli kvar på kvällen.', device: 'Tom: vilken som helst av platsens apparater får räkna.' },
    way: { gates: { label: 'Grindar', hint: 'Apparaten berättar hur många som kom och gick.' }, tickets: { label: 'Biljetter', hint: 'Man vet bara hur många som kom. Besökarna går enligt den vanliga längden.' }, manual: { label: 'För hand', hint: 'Personalen trycker vid dörren.' } },
    whole: 'Hela platsen', anyDevice: 'Vilken som helst av platsens apparater', problems: { inOrder: 'Gränserna måste växa.', fewPeople: 'Under gränsen ska minst fem personer rymmas, så att ingen enskild besökare känns igen.', outOfRange: 'Talet är utanför gränserna.' },
    state: 'Läget nu', why: (reason, when) => `Talen går inte att lita på, för ${reason}. Började ${when}.`, whyHint: 'Andra får bara veta att läget inte är känt. Räknaren kommer tillbaka när den fungerar igen, eller när du berättar hur många som är inne.', today: 'I dag', numbers: { inside: 'inne', entered: 'kommit', left: 'gått', clipped: 'utgångar utan ingång' }, nothingToday: 'Ingen har räknats i dag.',
    reset: 'Ställ in rätt tal', resetButton: 'Talet är nu rätt', resetTickets: 'Räknaren fungerar', pause: 'Pausa', go: 'Fortsätt räkna', end: 'Ta bort räknaren', endHint: 'Räknaren och dess tal försvinner genast.', log: 'Fel', noLog: 'Det har inte varit några fel.', fromTo: (from, to) => `${from} – ${to}`, goesOn: 'pågår', by: (name) => `rättades av ${name}`, itself: 'rättade sig själv', byHandLink: 'Räkna för hand', saved: 'Sparat.',
    shown: { inside: 'inne', capacity: 'ryms', clipped: 'utgångar utan ingång', entered: 'kommit', minutes: 'minuter', counts: 'samma tal' }, api: 'Adressen som apparaten sänder till', apiHint: 'Apparaten sänder hit med sin egen nyckel. Räknarens id:', addDevice: 'Apparater och nycklar',
  },
}
