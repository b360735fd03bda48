export const fi = {
  title: 'Työpöytä', fieldDay: 'Päivän työt maastossa', tellDisruption: 'Kerro häiriöstä', exceptions: 'Yhteiset poikkeukset', ways: 'Muut työt', fieldPlaces: 'Paikat nyt', foundIdeas: 'Palautteista löydetyt ideat', reports: 'Palautteiden käsittely', reportsWaiting: (open: number, late: number) => (late > 0 ? `Palautteita ${open}, myöhässä ${late}` : `Palautteita ${open}`), work: 'Työt', newMatter: 'Uusi asia', titleOf: (unit: string) => `${unit}: vastattavat`, lead: 'Mihin yksikkösi on luvannut vastata, määräpäivän mukaan.',
  show: { all: 'Kaikki', late: 'Myöhässä', week: 'Tällä viikolla', unassigned: 'Ilman vastuuhenkilöä', mine: 'Minun', drafts: 'Luonnokset', experiments: 'Kokeilu päättymässä', unrouted: 'Ilman yksikköä' },
  sort: { due: 'Määräpäivä', supports: 'Kannatus', newest: 'Uusin', moved: 'Viimeksi liikkunut' },
  narrow: 'Rajaa jonoa', search: 'Hae jonosta', order: 'Järjestys', unit: 'Yksikkö', allUnits: 'Kaikki yksiköt', apply: 'Näytä', filters: 'Näytä jonosta',
  columns: { pick: 'Valitse', what: 'Mikä', stage: 'Vaihe', supports: 'Kannatus', due: 'Viimeistään', owner: 'Kenellä', act: 'Toiminto' },
  pick: (title: string) => `Valitse: ${title}`, pickAll: 'Valitse kaikki', pickNone: 'Poista valinnat', daysLate: (count: number) => `${count} pv myöhässä`, noDue: 'Ei määräpäivää', nobody: 'Ei kenelläkään',
  draftBy: (who: string) => `Luonnos: ${who}`, endsOn: (day: string) => `Kokeilu päättyy ${day}`, ended: (day: string) => `Kokeilun viimeinen päivä oli ${day}`, answerOne: 'Vastaa', routeOne: 'Ohjaa',
  bulk: 'Valituille', answer: 'Vastaa valittuihin', publishDrafts: 'Julkaise luonnokset', assignTo: 'Vastuuhenkilö', assign: 'Anna henkilölle', assignNobody: 'Ei kenelläkään',
  invited: (count: number) => (count === 1 ? 'Naapuri pyytää mukaan yhteiseen valmisteluun' : `${count} kutsua yhteiseen valmisteluun`), showInvitations: 'Katso kutsut', lateHere: (count: number) => (count === 1 ? 'Yksi vastaus on myöhässä' : `${count} vastausta on myöhässä`), lateHint: 'Asukkaat näkevät tämän. Vastaa, anna tekijälle tai ohjaa oikealle yksikölle.', showLate: 'Näytä myöhässä olevat',
  empty: { all: 'Jonossa ei ole mitään. Kun asukas lähettää idean yksiköllesi, se tulee tänne määräpäivän kanssa.', other: 'Tässä rajauksessa ei ole nyt mitään.', noUnits: 'Et kuulu vielä mihinkään yksikköön. Pyydä ylläpitäjää lisäämään sinut.' },
  showAll: 'Näytä koko jono', toIdeas: 'Katso kunnan ideat', found: (count: number) => `Jonossa ${count}`, page: (page: number, pages: number) => `Sivu ${page}/${pages}`, previous: 'Edelliset', next: 'Seuraavat',
  views: 'Omat näkymät', saveView: 'Tallenna tämä näkymä', viewName: 'Näkymän nimi', viewHint: 'Esimerkiksi: kannatetuimmat ilman vastuuhenkilöä.', save: 'Tallenna näkymä', remove: 'Poista', removeOf: (name: string) => `Poista näkymä ${name}`,
  done: {
    answered: (count: number) => (count === 1 ? 'Vastaus on julkaistu. Seuraajat saavat siitä viestin.' : `${count} vastausta on julkaistu. Seuraajat saavat niistä viestin.`),
    published: (count: number) => (count === 1 ? 'Luonnos on julkaistu. Seuraajat saavat siitä viestin.' : `${count} luonnosta on julkaistu. Seuraajat saavat niistä viestin.`),
    assigned: (count: number) => (count === 1 ? 'Vastuuhenkilö on tallessa yhdelle riville.' : `Vastuuhenkilö on tallessa ${count} riville.`),
  },
  problems: {
    noneChosen: 'Valitse ensin ainakin yksi rivi.', tooMany: 'Valitse enintään sata kerralla.', notInUnit: 'Henkilö ei kuulu yksikköön, joka tästä vastaa.', tooManyViews: 'Näkymiä voi olla kaksitoista. Poista ensin jokin.', tooLong: 'Nimi on liian pitkä. Enintään 40 merkkiä.',
    ideaWithdrawn: 'Tekijä perui idean.', ideaHidden: 'Idea on piilotettu valvonnassa.', ideaMerged: 'Idea yhdistettiin toiseen.', choosePerson: 'Valitse henkilö tai ”ei kenelläkään”.',
  } as Record<string, string>,
}
export type Texts = typeof fi
