export const fi = {
  title: 'Haku', label: 'Mitä etsit?', hint: 'Sana tai pari riittää. Taivutus ja kirjoitusvirheet eivät haittaa.', go: 'Hae',
  of: (query: string) => `Haku: ${query}`, results: 'Löytyi', onlyKind: (name: string) => `Vain: ${name}`,
  shortcuts: 'Suoraan perille', topic: 'Aihe', area: 'Alue', place: 'Paikka', list: 'Lista',
  places: 'Paikkoja', also: (words: string[]) => `Haettiin myös: ${words.join(', ')}`, narrow: 'Rajaa', nearMe: 'Lähelläni', locating: 'Haetaan sijaintia…', denied: 'Sijaintia ei saatu. Kirjoita paikka.', openNow: 'Auki nyt', free: 'Maksuttomat', everything: 'Kaikki', services: 'Palvelut',
  nearest: 'Löytyi, lähimmät ensin', nearestTo: (name: string) => `Lähimmät ensin: ${name}`, nearestToYou: 'Lähimmät ensin', anywhere: 'Lähellä', where: 'Minkä lähellä? Osoite tai paikka', unknownPlace: (name: string) => `Paikkaa ”${name}” ei löytynyt.`, away: (far: string) => `${far} päässä`,
  noneTitle: 'Ei vielä löytynyt', notFound: 'Etkö löytänyt etsimääsi?', noneNarrowed: (query: string) => `Haulla ”${query}” ei löytynyt mitään näillä rajauksilla.`, searchAll: 'Hae kaikesta', ask: 'Kysy kunnalta', call: (name: string, phone: string) => `Soita: ${name} ${phone}`, wish: 'Toivo palvelua',
  none: (query: string) => `Haulla ”${query}” ei löytynyt mitään. Kokeile toista sanaa tai sen alkua.`, noneAction: 'Tee siitä idea',
  start: 'Palvelut, paikat, ideat, päätökset ja vastaukset: kaikki löytyy tästä.', browse: 'Selaa aiheittain', more: 'Näytä lisää', toStart: 'Parhaisiin osumiin', paging: 'Lisää hakutuloksia',
}
export type Texts = typeof fi
