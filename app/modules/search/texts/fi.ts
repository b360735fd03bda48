export const fi = {
  title: 'Haku', label: 'Mitä etsit?', hint: 'Sana tai pari riittää. Taivutus ja kirjoitusvirheet eivät haittaa.', go: 'Hae',
  of: (query: string) => `Haku: ${query}`, results: 'Löytyi', onlyKind: (name: string) => `Vain: ${name}`,
  shortcuts: 'Suoraan perille', topic: 'Aihe', area: 'Alue', place: 'Paikka', list: 'Lista',
  none: (query: string) => `Haulla ”${query}” ei löytynyt mitään. Kokeile toista sanaa tai sen alkua.`, noneAction: 'Tee siitä idea',
  start: 'Täältä löydät kaiken, mitä kunnassa on vireillä: ideat, vastaukset ja paikat.', browse: 'Selaa aiheittain', more: 'Näytä lisää', toStart: 'Parhaisiin osumiin', paging: 'Lisää hakutuloksia',
}
export type Texts = typeof fi
