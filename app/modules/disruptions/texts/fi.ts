import type { Severity } from '../kinds.ts'
import type { WhyMine } from '../mine.server.ts'

type By = NonNullable<WhyMine>['by']
export const fi = {
  title: 'Häiriöt', lead: 'Mikä ei juuri nyt toimi niin kuin pitäisi, missä ja kuinka kauan.', map: 'Kartta', none: 'Häiriöitä ei ole juuri nyt.', noneNarrowed: 'Tällä rajauksella häiriöitä ei ole juuri nyt.',
  now: 'Nyt', coming: 'Tulossa', lately: 'Päättyneet viikon ajalta', states: { on: 'Nyt', coming: 'Tulossa', over: 'Ohi' },
  ends: (at: string) => `loppuu arviolta ${at}`, begins: (at: string) => `alkaa ${at}`, over: (at: string) => `päättyi ${at}`, untilFurther: 'jatkuu toistaiseksi', nextWord: (at: string) => `seuraava tieto ${at}`,
  closedNow: (title: string) => title,
  narrow: 'Rajaa', kind: 'Mikä', allKinds: 'Kaikki', area: 'Missä', allAreas: 'Koko kunta', show: 'Näytä', followArea: (name: string) => `Seuraa aluetta ${name}`,
  koti: 'Häiriöt', all: 'Kaikki häiriöt', yourArea: 'Oma alueesi', noneInArea: 'Alueellasi ei ole häiriöitä.',
  elsewhere: (count: number) => (count === 1 ? 'Kunnassa on nyt yksi häiriö. Valitse alueesi, niin näet, koskeeko se sinua.' : `Kunnassa on nyt ${count} häiriötä. Valitse alueesi, niin näet, koskevatko ne sinua.`),
  why: { home: () => 'Koskee kotiasi', near: (name: string) => `Koskee paikkaasi ${name}`, area: (name: string) => `Alueella ${name}`, unit: (name: string) => `Seuraat yksikköä ${name}`, place: (name: string) => `Seuraat paikkaa ${name}`, follow: () => 'Seuraat tätä' } as Record<By, (name: string) => string>,
  severity: { minor: ['Pieni haitta', 'Useimmat eivät huomaa.'], moderate: ['Haittaa arkea', 'Vaatii varautumista tai toisen reitin.'], severe: ['Vakava', 'Kerrotaan heti, myös yöllä.'], extreme: ['Hengenvaara', 'Kerrotaan heti, myös yöllä.'] } as Record<Severity, [string, string]>,
  done: { told: 'Häiriöstä on nyt kerrottu niille, joita se koskee.', updated: 'Uusi tieto on kerrottu.', ended: 'Häiriö on merkitty päättyneeksi.', reopened: 'Häiriö on taas auki.', chosen: 'Valintasi on tallessa.' },
  hear: {
    title: 'Ilmoita häiriöistä heti', lead: 'Kuulet häiriöistä, jotka osuvat omiin paikkoihisi tai siihen, mitä seuraat. Tavallisesti ne tulevat samassa tahdissa kuin muutkin viestit. Tässä voit valita, että häiriöistä kerrotaan heti.',
    push: 'Ilmoituksena puhelimeen tai selaimeen heti', mail: 'Sähköpostilla heti', home: 'Kerro myös siitä, mikä koskee kotiani', noHome: '(kotia ei ole vielä kerrottu profiilissasi)',
    night: 'Yöllä kello 22–7 herätetään vain vakavasta. Muusta kuulet kello 8.', save: 'Tallenna', places: 'Omat paikat', devices: 'Laitteet ja seuraamiset', guest: 'Kirjaudu, niin saat tiedon häiriöistä heti',
  },
  one: { follow: 'Seuraa tätä', following: 'Seuraat tätä', instead: 'Mitä tehdä sillä aikaa', wayThere: 'Reitti sinne', facts: 'Tiedot', where: 'Missä', began: ['Alkoi', 'Alkaa'] as [string, string], unit: 'Kertoo', closes: 'Suljettuna' },
  shown: { ground: 'Kartta', zoomIn: 'Lähennä', zoomOut: 'Loitonna', label: 'Häiriöt kartalla', failed: 'Karttaa ei saatu auki. Sama on luettavissa tekstinä.', many: '# häiriötä tässä kohdassa' },
  keep: {
    title: 'Hoida häiriötä', tell: 'Kerro lisää tai muuta loppua', sentence: 'Mitä nyt tiedetään?', sentenceHint: 'Yksi lause riittää, esimerkiksi ”Putki on löytynyt ja korjaus alkoi”.', send: 'Kerro', asItWas: 'Kesto ennallaan',
    end: 'Häiriö on ohi', callOff: 'Peru', endHint: 'Voit jättää tyhjäksi. Esimerkiksi ”Vesi virtaa taas. Juoksuta hanaa hetki.”', reopen: 'Avaa uudelleen', reopenHint: 'Mitä tapahtui?',
  },
  make: {
    title: 'Kerro häiriöstä', what: 'Mitä on tapahtunut?', where: 'Missä?', when: 'Kuinka kauan?', step: (n: number, of: number) => `Vaihe ${n}/${of}`,
    areas: 'Alueet', whole: 'Koko kunta', streets: 'Kadut ja paikat', find: 'Kirjoita kadun tai paikan nimi', search: 'Etsi', nothingFound: (q: string) => `Haulla ”${q}” ei löytynyt katua eikä paikkaa.`,
    draw: 'Piirrä kartalle', drawn: { polygon: 'Alue', line: 'Reitti tai katu' }, shape: 'Kulmat', shapeHint: 'Yksi kulma riviä kohti: leveysaste ja pituusaste, esimerkiksi 61.5563 23.5961.', width: 'Reitin leveys metreinä',
    map: { ground: 'Kartta', zoomIn: 'Lähennä', zoomOut: 'Loitonna', open: 'Avaa kartta', label: 'Kartta, johon piirretään', hint: 'Napauta kulmat järjestyksessä. Näppäimillä: siirrä karttaa nuolilla ja paina ”Kulma tähän”.', corner: 'Kulma #. Siirrä nuolilla, poista Delete-näppäimellä.', undo: 'Poista viimeinen', here: 'Kulma tähän', again: 'Aloita alusta', count: 'Kulmia #', failed: 'Karttaa ei saatu auki. Voit valita alueen tai kadun nimeltä.' },
    next: 'Jatka', back: 'Takaisin', people: 'Näin se näkyy', changeWhere: 'Muuta paikkaa',
    ends: 'Milloin se on ohi?', inHours: (hours: number) => (hours === 24 ? 'Vuorokauden päästä' : hours === 1 ? 'Tunnin päästä' : `${hours} tunnin päästä`), unknown: 'Ei vielä tiedetä', unknownHint: 'Jatkuu toistaiseksi. Kerro alla, milloin tiedotatte lisää.', at: 'Muu aika', atHint: 'Kirjoita päivä ja kello alle.',
    exact: 'Tarkka aika tai seuraava tieto', endDay: 'Loppuu, päivä', endTime: 'Loppuu, kello', nextDay: 'Seuraava tieto, päivä', nextTime: 'Seuraava tieto, kello', timeHint: 'Esimerkiksi 15.00',
    text: 'Mitä on tapahtunut?', textHint: 'Voit jättää tyhjäksi ja täydentää myöhemmin.', instead: 'Mitä tehdä sillä aikaa?', insteadHint: (example: string) => `Esimerkiksi ”${example}”`, insteadName: 'Missä se on?', insteadNameHint: 'Osoite tai paikka, esimerkiksi koulun piha.',
    unit: 'Yksikkö, joka hoitaa', more: 'Vakavuus, alku ja otsikko', severity: 'Kuinka paha?', startDay: 'Alkaa, päivä', startTime: 'Alkaa, kello', startHint: 'Tyhjä: nyt. Tulevasta kerrotaan ennalta.', name: 'Otsikko', nameHint: (own: string) => `Tyhjänä: ”${own}”.`, submit: 'Kerro nyt',
  },
  problems: {
    placeNeeded: 'Valitse tai piirrä, missä se on.', tooMany: 'Valitse enintään 30 aluetta, katua tai paikkaa.', unreadable: 'Kulmia ei voitu lukea. Yksi kulma riviä kohti, esimerkiksi 61.5563 23.5961.', tooFewCorners: 'Alueessa on vähintään kolme kulmaa ja reitissä kaksi.', tooManyCorners: 'Kulmia on liikaa. Enintään 200 riittää.',
    crossesItself: 'Alueen reuna kulkee itsensä yli. Pane kulmat järjestykseen.', farAway: 'Tämä on kaukana kunnasta. Tarkista paikka.', endsBeforeStart: 'Loppu on ennen alkua.', past: 'Tämä aika on jo mennyt.', tooFarAhead: 'Alku on yli vuoden päässä.', badTime: 'Kirjoita kello näin: 15.00.', badDay: 'Tarkista päivä.', required: 'Täytä tämä kohta.',
    hasEnded: 'Häiriö on jo päättynyt. Avaa se uudelleen, jos se jatkuu.', isOpen: 'Häiriö on jo auki.', changedMeanwhile: 'Joku muu ehti muuttaa tätä. Katso, mitä nyt lukee, ja lähetä uudelleen.',
  } as Record<string, string>,
}
export type Texts = typeof fi
