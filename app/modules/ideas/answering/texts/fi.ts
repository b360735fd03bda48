import type { Outcome } from '../../schema.server.ts'
import type { Stage } from '#core/trail/stages.ts'

const outcome: Record<Outcome, string> = { forward: 'Viemme eteenpäin', exists: 'On jo olemassa', elsewhere: 'Kuuluu toiselle', notNow: 'Ei juuri nyt', no: 'Emme toteuta' }
const outcomeHint: Record<Outcome, string> = {
  forward: 'Idea siirtyy kehitteille. Kerro, mitä teette seuraavaksi.',
  exists: 'Näytä linkillä, mistä sen löytää.',
  elsewhere: 'Kerro, kenen asia tämä on, ja välitä se perille.',
  notNow: 'Kerro miksi. Idea voi palata myöhemmin.',
  no: 'Kerro miksi, selvästi ja ystävällisesti.',
}
const moveTo: Record<Stage, string> = {
  waiting: 'Odottamaan', idea: 'Takaisin ideaksi', developing: 'Kehitteille', experiment: 'Kokeiluun', decision: 'Päätettäväksi', service: 'Palveluksi', ended: 'Päätökseen',
}
const moveHint: Record<Stage, string> = {
  waiting: '', idea: 'Ideaan voi taas ottaa kantaa, ja siihen vastataan uudelleen.', developing: 'Selvitämme, suunnittelemme tai rakennamme.', experiment: 'Kokeilemme pienesti ja opimme.',
  decision: 'Lautakunta, johtaja tai valtuusto päättää.', service: 'Asukkaat saavat sen käyttöönsä.', ended: 'Tästä ei tehdä enempää.',
}
const wasAnswered: Record<Outcome, string> = { forward: 'Vastaus: viemme ideaa eteenpäin', exists: 'Vastaus: tämä on jo olemassa', elsewhere: 'Vastaus: asia kuuluu toiselle', notNow: 'Vastaus: ei juuri nyt, mutta idea voi palata', no: 'Vastaus: emme toteuta tätä' }
const wasMoved: Record<Stage, string> = {
  waiting: 'Odottaa', idea: 'Palasi ideaksi', developing: 'Siirtyi kehitteille', experiment: 'Kokeilu alkoi', decision: 'Siirtyi päätettäväksi', service: 'Tuli palveluksi', ended: 'Päättyi',
}

export const fi = {
  outcome, outcomeHint, moveTo, moveHint,
  happened: {
    answered: (its: string) => wasAnswered[its as Outcome] ?? 'Vastaus', moved: (to: string) => wasMoved[to as Stage] ?? 'Siirtyi',
    learned: 'Kokeilusta opittiin', routed: (to: string) => `Siirtyi yksikölle ${to}`, routedLate: (to: string) => `Siirtyi myöhässä yksikölle ${to}`, assigned: 'Sait vastattavan idean', assignedNobody: 'Vastuuhenkilö poistui',
  },
  answer: {
    title: 'Vastaa ideaan', crumb: 'Työpöytä', outcome: 'Mitä ideasta tulee?', reason: 'Perustelu', reasonHint: 'Kiitä, kerro miksi ja mitä seuraavaksi tapahtuu. Kirjoita kuin puhuisit naapurille.',
    url: 'Linkki', urlHint: 'Sivu, jolta asukas löytää palvelun tai tiedon.', whose: 'Kenelle asia kuuluu', whoseHint: 'Esimerkiksi Väylävirasto tai Pirkanmaan hyvinvointialue.',
    publish: 'Julkaise vastaus', saveDraft: 'Tallenna luonnos', removeDraft: 'Poista luonnos', saved: 'Luonnos on tallessa. Kollegasi näkevät sen, asukkaat eivät.',
    draftBy: (who: string, when: string) => `Luonnos: ${who}, ${when}`, draftHint: 'Voit muokata luonnosta ja julkaista sen. Julkaistu vastaus jää näkyviin, eikä sitä voi muuttaa.',
    earlier: 'Aiemmat vastaukset', noUnit: 'Idealla ei vielä ole yksikköä. Ohjaa se ensin vastaajalle.', route: 'Ohjaa yksikölle', move: 'Siirrä vaiheesta toiseen', answer: 'Vastaa',
    supports: (count: number) => (count === 1 ? '1 kannattaja' : `${count} kannattajaa`), experimentRuns: 'Kokeilu on käynnissä. Kun lopetat idean, kerro ensin kokeilusta opittu.',
    passedTo: (whose: string) => `Oikea vastaaja: ${whose}`, seeHere: 'Siirry palveluun', of: (unit: string) => `${unit} vastaa`,
  },
  many: {
    title: (count: number) => (count === 1 ? 'Vastaa yhteen ideaan' : `Vastaa ${count} ideaan`), lead: 'Sama vastaus menee kaikille. Jokaisen idean seuraajat saavat siitä viestin.', publish: (count: number) => (count === 1 ? 'Julkaise vastaus' : `Julkaise ${count} vastausta`),
    ideas: 'Nämä ideat', none: 'Et ole valinnut ideoita. Valitse ne työpöydältä.', toDesk: 'Työpöydälle',
    drafts: (count: number) => (count === 1 ? 'Julkaise luonnos' : `Julkaise ${count} luonnosta`), draftsLead: 'Lue vielä kerran. Julkaistut vastaukset jäävät näkyviin, ja ideoiden seuraajat saavat niistä viestin.', noDrafts: 'Valituissa ei ole luonnoksia.', hasDraft: (who: string) => `Luonnos: ${who}. Tämä vastaus korvaa sen.`, edit: 'Muokkaa',
  },
  move: {
    title: 'Siirrä idea vaiheeseen', to: 'Mihin vaiheeseen?', sentence: 'Kerro asukkaille', sentenceHint: 'Yksi tai kaksi lausetta: miksi siirrätte ja mitä nyt tapahtuu.', submit: 'Siirrä idea', now: 'Nyt', mayReturn: 'Idea voi palata myöhemmin',
    toLearn: 'Mitä haluamme oppia?', toLearnHint: 'Esimerkiksi: käyvätkö ihmiset laiturilla myös arkisin?', seenFrom: 'Mistä sen näkee?', seenFromHint: 'Esimerkiksi: laskemme kävijät viikon ajan ja kysymme heiltä.', endsOn: 'Milloin kokeilu päättyy?', experiment: 'Ennen kokeilua',
    learned: 'Mitä opimme?', learnedHint: 'Kerro myös, mikä ei toiminut. Sekin on tulos.', learnedTitle: 'Kokeilun jälkeen', nowhere: 'Idea on päättynyt lopullisesti. Uusi vastaus voi avata sen.',
  },
  experiment: { title: 'Kokeilu', running: (day: string) => `Kokeilu on käynnissä ${day} asti`, overran: (day: string) => `Kokeilun oli määrä päättyä ${day}`, ended: (day: string) => `Kokeilu päättyi ${day}`, toLearn: 'Haluamme oppia', seenFrom: 'Näemme sen', learned: 'Opimme' },
  route: {
    title: 'Ohjaa oikealle vastaajalle', unit: 'Yksikkö', unitEmpty: 'Valitse yksikkö', sentence: 'Kerro asukkaille miksi', sentenceHint: 'Esimerkiksi: leikkipuistoista vastaa viheryksikkö, joten se lupaa vastauksen.', submit: 'Ohjaa idea',
    now: (unit: string) => `Nyt vastuussa: ${unit}.`, nobody: 'Nyt idealla ei ole yksikköä.', due: 'Määräpäivä pysyy. Jos se on jo mennyt, uusi yksikkö saa viikon.', person: 'Vastuuhenkilö', personEmpty: 'Ei vielä kenelläkään', assign: 'Tallenna vastuuhenkilö', assignTitle: 'Kuka vastaa?',
  },
  problems: {
    tooShort: 'Kirjoita vähintään 20 merkkiä.', sentenceShort: 'Kirjoita ainakin yksi kokonainen lause.', chooseOutcome: 'Valitse, mitä ideasta tulee.', chooseStage: 'Valitse vaihe.', chooseUnit: 'Valitse yksikkö.', sameUnit: 'Idea on jo tällä yksiköllä.', notInUnit: 'Henkilö ei ole idean yksikössä.',
    linkNeeded: 'Anna linkki, esimerkiksi https://www.kunta.fi/laiturit.', badLink: 'Linkin alussa on https:// tai http://.', whoseNeeded: 'Kerro, kenelle asia kuuluu.', experimentRunning: 'Kokeilu on käynnissä. Siirrä idea ensin kokeilusta ja kerro, mitä opittiin.',
    learnNeeded: 'Kerro, mitä kokeilulla halutaan oppia.', seenNeeded: 'Kerro, mistä tulos näkyy.', endNeeded: 'Valitse kokeilun viimeinen päivä.', endPast: 'Valitse tuleva päivä.', endFar: 'Kokeilu voi kestää enintään kaksi vuotta.', learnedNeeded: 'Kerro, mitä kokeilusta opittiin.',
    answeredMeanwhile: 'Kollega ehti julkaista vastauksen. Näet sen tällä sivulla. Jos haluat silti vastata, julkaise uudelleen.', draftChanged: 'Kollega muutti luonnosta samaan aikaan. Hänen tekstinsä näkyy tällä sivulla. Jos tallennat, omasi korvaa sen.', ideaWithdrawn: 'Tekijä perui ideansa. Siihen ei voi enää vastata.', ideaHidden: 'Idea on piilotettu valvonnassa. Siihen ei voi nyt vastata.', ideaMerged: 'Idea yhdistettiin toiseen. Vastaa siihen, johon se liitettiin.', ideaClosed: 'Idea on jo päättynyt.', noOwnerUnit: 'Ohjaa idea ensin yksikölle.', noDraft: 'Luonnosta ei enää ole. Kollega ehti julkaista tai poistaa sen.', stageChanged: 'Kollega ehti siirtää idean. Tarkista vaihe ja yritä uudelleen.', notAllowed: 'Idea ei voi siirtyä tähän vaiheeseen.', noneChosen: 'Valitse ainakin yksi idea.', notYours: 'Idea kuuluu toiselle yksikölle.', tooMany: 'Valitse enintään sata kerralla.',
  } as Record<string, string>,
}
export type Texts = typeof fi
