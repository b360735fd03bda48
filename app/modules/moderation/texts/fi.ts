import type { Act, Reason } from '../schema.server.ts'

export const fi = {
  reasons: { insult: 'Loukkaa tai uhkaa jotakuta', spam: 'Mainos tai roskaposti', personalData: 'Kertoo toisen henkilötietoja', illegal: 'Rikkoo lakia', offTopic: 'Ei kuulu asiaan', other: 'Muu syy' } as Record<Reason, string>,
  acts: { hidden: 'Piilotettu', restored: 'Palautettu', kept: 'Jätetty näkyviin', upheld: 'Pidetty piilossa' } as Record<Act, string>,
  rules: { watchedWord: (words: string) => `Tekstissä on seurattava sana: ${words}`, links: (words: string) => `Tekstissä on linkkejä: ${words}`, repeated: (words: string) => `Sama teksti on lähetetty ${words} kertaa vuorokaudessa`, identityCode: () => 'Tekstissä on henkilötunnus' } as Record<string, (words: string) => string>,
  rule: 'Sääntö',
  problems: { chooseReason: 'Valitse syy.', tooShort: 'Kirjoita vähintään kymmenen merkkiä.' } as Record<string, string>,
  report: {
    title: 'Ilmoita asiattomasta', titleComment: 'Ilmoita kommentista', lead: 'Valvoja lukee ilmoituksesi. Teksti pysyy näkyvissä, kunnes hän on päättänyt.', what: 'Tästä ilmoitat',
    reason: 'Mikä tekstissä on vikana?', words: 'Kerro tarkemmin', wordsHint: 'Kirjoittaja ei näe, kuka ilmoitti, eikä sitä, mitä kirjoitit.', send: 'Lähetä ilmoitus',
    thanks: 'Kiitos, ilmoitus on perillä.', thanksMore: 'Valvoja lukee tekstin ja päättää, jääkö se näkyviin. Jos hän piilottaa sen, syy kerrotaan sen paikalla kaikille.', back: 'Palaa tekstiin',
    moderate: 'Käsittele valvojana',
  },
  queue: {
    title: 'Valvonta', tabs: { queue: 'Jono', appeals: 'Oikaisupyynnöt', log: 'Loki' }, tabsLabel: 'Valvonnan osat', search: 'Hae teksteistä ja perusteluista', find: 'Hae', reason: 'Syy', anyReason: 'Kaikki syyt', clear: 'Poista rajaus',
    count: (count: number) => (count === 1 ? '1 ilmoitus' : `${count} ilmoitusta`), total: (count: number) => (count === 1 ? 'Yksi teksti odottaa' : `${count} tekstiä odottaa`),
    since: (ago: string) => `tuli jonoon ${ago}`, held: 'Ei vielä näkyvissä', comment: 'Kommentti', open: 'Käsittele', keep: 'Jätä näkyviin', release: 'Julkaise', gone: 'Kirjoittaja on poistanut tekstin.',
    empty: 'Mikään ei odota valvojaa. Kun joku ilmoittaa tekstistä tai sääntö pysäyttää sen, se tulee tähän.', emptyFound: 'Haulla ei löytynyt mitään.', emptyAppeals: 'Yhtään oikaisupyyntöä ei ole avoinna.', emptyLog: 'Lokissa ei ole vielä mitään.',
    next: 'Seuraavat', first: 'Alkuun', statistics: 'Tilastot', by: (name: string) => `päätti ${name}`, appeal: 'Oikaisupyyntö',
    said: { keep: 'Teksti jää näkyviin.', hide: 'Teksti on piilotettu. Kirjoittaja sai perustelut ja ohjeen, miten pyytää oikaisua.', restore: 'Teksti näkyy taas.', settle: 'Oikaisupyyntö on ratkaistu. Kirjoittaja sai tiedon.' } as Record<string, string>,
  },
  thing: {
    title: 'Käsittele teksti', titleComment: 'Käsittele kommentti', text: 'Teksti', on: (title: string) => `Kommentti asiassa ”${title}”`, hidden: 'Piilotettu', held: 'Sääntö pysäytti tekstin. Se ei näy muille ennen kuin päätät.', public: 'Näkyy kaikille',
    reports: 'Ilmoitukset', guest: 'Kirjautumaton', noReports: 'Tästä ei ole avoimia ilmoituksia.', keepTitle: 'Jätä näkyviin', keepHint: 'Ilmoitukset merkitään käsitellyiksi.', releaseHint: 'Teksti tulee näkyviin kaikille ja kirjoittaja saa siitä tiedon.',
    hideTitle: 'Piilota', reason: 'Syy', explanation: 'Perustelu', explanationHint: 'Näkyy kaikille tekstin paikalla ja lähetetään kirjoittajalle. Kerro asiallisesti, mikä tekstissä rikkoo sääntöjä.', hide: 'Piilota teksti',
    restoreTitle: 'Palauta näkyviin', restoreHint: 'Näkyy kaikille polulla.', restore: 'Palauta näkyviin', before: 'Aiemmat päätökset',
    appealTitle: 'Kirjoittaja pyytää oikaisua', outcome: 'Ratkaisu', outcomes: { restored: 'Palautetaan näkyviin', upheld: 'Pidetään piilossa' }, settle: 'Ratkaise', anotherDecides: 'Sinä piilotit tämän, joten toinen valvoja ratkaisee oikaisupyynnön.', toPlace: 'Avaa sivu',
  },
  appeal: {
    title: 'Tekstisi piilotettiin', titleComment: 'Kommenttisi piilotettiin', why: 'Syy', your: 'Näin kirjoitit', lead: 'Muut eivät näe tekstiä. Sinä näet sen yhä.', words: 'Miksi teksti pitäisi palauttaa?', wordsHint: 'Voit pyytää oikaisua kerran. Toinen valvoja lukee tekstin uudelleen, jos kunnassa on useampi.', send: 'Pyydä oikaisua',
    sent: (day: string) => `Oikaisupyyntö lähetetty ${day}`, waits: 'Valvoja ei ole vielä ratkaissut pyyntöäsi. Saat viestin, kun hän on.', restored: 'Tekstisi palautettiin näkyviin.', upheld: 'Tekstisi pidettiin piilossa.', over: 'Tästä päätöksestä ei voi enää pyytää oikaisua.', toPlace: 'Avaa sivu',
  },
  statistics: {
    title: 'Valvonnan tilastot', lead: 'Kuka tahansa voi ilmoittaa asiattomasta tekstistä. Valvoja joko jättää sen näkyviin tai piilottaa sen julkisella perustelulla. Kirjoittaja voi pyytää oikaisua kerran.',
    month: 'Kuukausi', reports: 'Ilmoituksia', decisions: 'Päätöksiä', median: 'Ilmoituksesta päätökseen', medianNone: 'Yhdestäkään ilmoituksesta ei ole vielä päätetty.', hours: (hours: string) => `puolet alle ${hours} tunnissa`, minutes: 'puolet alle tunnissa', days: (days: string) => `puolet alle ${days} päivässä`,
    byReason: 'Päätökset syittäin', reasonHead: 'Syy', small: (least: number) => `Alle ${least} päätöksen ryhmiä ei jaeta osiin, jotta ketään ei tunnisteta.`, tooFew: 'liian vähän jaettavaksi', appeals: 'Oikaisupyynnöt', appealsMade: (count: number) => (count === 1 ? '1 oikaisupyyntö' : `${count} oikaisupyyntöä`),
    appealsEnds: (restored: number, upheld: number, open: number) => `${restored} palautettiin näkyviin, ${upheld} pidettiin piilossa, ${open} odottaa.`, csv: 'Lataa taulukkona (CSV)', empty: 'Valvojat eivät ole vielä tehneet päätöksiä.', since: (day: string) => `Lukuja on ${day} lähtien.`,
  },
}
export type Texts = typeof fi
