import type { Texts } from './fi.ts'

export const sv: Texts = {
  title: 'Sök', label: 'Vad söker du?', hint: 'Ett ord eller två räcker. Böjningar och skrivfel gör inget.', go: 'Sök',
  of: (query) => `Sökning: ${query}`, results: 'Hittades', onlyKind: (name) => `Bara: ${name}`,
  shortcuts: 'Direkt till', topic: 'Ämne', area: 'Område', place: 'Plats', list: 'Lista',
  places: 'Platser', also: (words) => `Sökte också: ${words.join(', ')}`, narrow: 'Avgränsa', nearMe: 'Nära mig', locating: 'Hämtar din position…', denied: 'Det gick inte att få din position. Skriv en plats.', openNow: 'Öppet nu', free: 'Avgiftsfria', everything: 'Allt', services: 'Tjänster',
  nearest: 'Hittades, närmast först', nearestTo: (name) => `Närmast först: ${name}`, nearestToYou: 'Närmast först', anywhere: 'Nära', where: 'Nära vad? Adress eller plats', unknownPlace: (name) => `Platsen ”${name}” hittades inte.`, away: (far) => `${far} bort`,
  noneTitle: 'Inte hittat ännu', notFound: 'Hittade du inte det du sökte?', noneNarrowed: (query) => `Inget hittades med ”${query}” och de här avgränsningarna.`, searchAll: 'Sök i allt', ask: 'Fråga kommunen', call: (name, phone) => `Ring: ${name} ${phone}`, wish: 'Önska en tjänst',
  none: (query) => `Inget hittades med ”${query}”. Prova ett annat ord eller bara början av det.`, noneAction: 'Gör en idé av det',
  start: 'Tjänster, platser, idéer, beslut och svar: allt hittas här.', browse: 'Bläddra bland ämnen', more: 'Visa fler', toStart: 'Till de bästa träffarna', paging: 'Fler sökresultat',
}
