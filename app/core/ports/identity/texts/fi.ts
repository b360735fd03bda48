export const fi = {
  title: 'Tunnistautumisen harjoittelu – ei oikea tunnistus',
  notReal: 'Tämä sivu esittää tunnistuspalvelua. Valitse, kuka keksityistä henkilöistä olet. Oikeita tietoja ei kysytä eikä tarvita.',
  goesTo: 'Tiedot näkee:', choose: 'Jatka henkilönä', born: 'Syntynyt', lives: 'Kotikunta',
  level: { high: 'Varmuustaso korkea', substantial: 'Varmuustaso korotettu' },
  cancel: 'Peruuta ja palaa', gone: 'Tunnistautuminen on vanhentunut. Palaa palveluun ja aloita uudelleen.',
}
export type Texts = typeof fi
