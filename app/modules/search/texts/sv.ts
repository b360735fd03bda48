import type { Texts } from './fi.ts'

export const sv: Texts = {
  title: 'Sök', label: 'Vad söker du?', hint: 'Ett ord eller två räcker. Böjningar och skrivfel gör inget.', go: 'Sök',
  of: (query) => `Sökning: ${query}`, results: 'Hittades', onlyKind: (name) => `Bara: ${name}`,
  shortcuts: 'Direkt till', topic: 'Ämne', area: 'Område', place: 'Plats', list: 'Lista',
  none: (query) => `Inget hittades med ”${query}”. Prova ett annat ord eller bara början av det.`, noneAction: 'Gör en idé av det',
  start: 'Här hittar du allt som är på gång i kommunen: idéer, svar och platser.', browse: 'Bläddra bland ämnen', more: 'Visa fler', toStart: 'Till de bästa träffarna', paging: 'Fler sökresultat',
}
