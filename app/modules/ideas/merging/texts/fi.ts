export const fi = {
  happened: {
    merged: (title: string) => `Yhdistetty ideaan ”${title}”`, received: (title: string) => `Tähän yhdistettiin idea ”${title}”`,
    asked: (title: string) => `Kannattamasi idea yhdistettiin ideaan ”${title}”. Siirretäänkö kannatuksesi?`,
    split: 'Viranhaltija jakoi idean osiin', part: (title: string) => `Viranhaltija erotti tämän ideasta ”${title}”`,
    askedOfParts: (title: string) => `Kannattamasi idea ”${title}” jaettiin osiin. Valitse, mitä niistä kannatat.`,
  },
  problems: {
    required: 'Valitse idea.', itself: 'Ideaa ei voi yhdistää itseensä.', notFound: 'Tällaista julkista ideaa ei löydy. Se on voitu piilottaa tai poistaa.', notOpen: 'Valittu idea on jo päättynyt, yhdistetty tai palveluna. Valitse toinen.',
    ideaClosed: 'Idea on jo päättynyt.', experimentRunning: 'Ideaa kokeillaan parhaillaan. Päätä kokeilu ensin, niin opittu jää talteen.', ideaMerged: 'Idea on jo yhdistetty toiseen.', ideaHidden: 'Valvoja on piilottanut idean.', ideaWithdrawn: 'Kirjoittaja on perunut idean.',
    notYours: 'Valittu idea kuuluu toiselle yksikölle, joten sitä ei voi päättää täältä.',
    tooShort: 'Kirjoita hiukan enemmän.',
  } as Record<string, string>,
  fill: 'Täytä tämä kohta.',
  merge: {
    title: 'Yhdistä toiseen ideaan', this: 'Tämä idea', lead: 'Toinen ideoista päättyy ja sen sivu ohjaa jäljelle jäävään. Molempien polut ja kommentit säilyvät. Kannatukset eivät siirry itsestään: jokaiselta kannattajalta kysytään.',
    search: 'Etsi toinen idea', searchHint: 'Sanoja otsikosta tai tekstistä', find: 'Hae', similar: 'Samankaltaisia ideoita', found: 'Löytyi', nothing: 'Samankaltaisia ideoita ei löytynyt. Hae toisilla sanoilla.', choose: 'Mihin ideaan tämä liittyy?',
    stays: 'Kumpi jää?', staysOther: 'Valittu idea jää', staysOtherHint: 'Tämä idea päättyy.', staysThis: 'Tämä idea jää', staysThisHint: 'Valittu idea päättyy. Sen pitää olla oman yksikkösi idea.',
    sentence: 'Mitä kerrot kaikille?', sentenceHint: 'Näkyy päättyvän idean polulla.', submit: 'Yhdistä ideat', supporters: (count: number) => (count === 1 ? '1 kannattaja' : `${count} kannattajaa`),
  },
  split: {
    title: 'Jaa osiin', lead: 'Tästä ideasta tehdään kahdesta neljään uutta ideaa. Kirjoittajaksi jää alkuperäinen kirjoittaja, ja polulla kerrotaan, että viranhaltija jakoi idean. Vastauksen määräpäivä ei siirry. Kannattajat saavat viestin ja valitsevat itse.',
    part: (number: number) => `Osa ${number}`, partTitle: 'Otsikko', partText: 'Kuvaus', sentence: 'Miksi idea jaetaan?', sentenceHint: 'Näkyy kaikille alkuperäisen idean polulla.', submit: 'Jaa idea', more: 'Lisää osia',
  },
  merged: {
    title: 'Kannatuksesi', mergedLead: (title: string) => `Idea ”${title}” yhdistettiin toiseen ideaan. Sen kannatukset eivät siirry, ellet itse niin halua.`, question: (title: string) => `Kannatatko myös ideaa ”${title}”?`,
    yes: 'Kyllä, siirrä kannatukseni', no: 'En, jätä se tähän', movedNow: (title: string) => `Kannatuksesi on nyt ideassa ”${title}”.`, stayed: 'Kannatuksesi jäi tähän ideaan.', closed: 'Jäljelle jäänyt idea on jo päättynyt, joten kannatusta ei voi enää siirtää.',
    splitLead: (title: string) => `Idea ”${title}” jaettiin osiin. Valitse, mitä niistä kannatat.`, support: 'Kannata', supported: 'Kannatat tätä', toOld: 'Näytä alkuperäinen idea', notAsked: 'Tämä kysymys on niille, jotka kannattivat ideaa kirjautuneena.', signIn: 'Kirjaudu ja vastaa', actingAs: 'Kannatus on henkilökohtainen. Vaihda ensin omaan nimeesi.',
  },
}
export type Texts = typeof fi
