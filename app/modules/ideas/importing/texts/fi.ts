export const fi = {
  title: 'Tuo ideoita ja kommentteja', admin: 'Ylläpito',
  lead: 'Tuo aiemman palvelun ideat ja kommentit CSV-tiedostosta. Näet ensin, mitä rivit tarkoittavat ja mitkä niistä eivät kelpaa. Mitään ei muutu ennen kuin hyväksyt tuonnin.',
  file: 'CSV-tiedosto', fileHint: 'Enintään 10 Mt ja 20 000 riviä, merkistö UTF-8. Erottimena pilkku tai puolipiste. Decidimin vientitiedosto käy sellaisenaan.',
  what: 'Mitä tiedostossa on?', whatIdeas: 'Ideoita', whatComments: 'Kommentteja', upload: 'Lähetä ja tarkista', again: 'Valitse toinen tiedosto',
  simple: 'Oma tiedosto', simpleText: 'Ensimmäisellä rivillä ovat sarakkeiden nimet. Ideoilla tarvitaan otsikko ja teksti, kommenteilla idean tunniste ja teksti; muut sarakkeet ovat vapaaehtoisia.',
  columns: 'Sarakkeet', columnsText: 'Mistä sarakkeesta kukin tieto otetaan', source: 'Mistä palvelusta?', sourceHint: 'Nimi näkyy idean polulla. Sama rivi samasta palvelusta tuodaan vain kerran.', refresh: 'Päivitä esikatselu', notUsed: 'Ei tuoda',
  fields: {
    title: 'Otsikko', text: 'Teksti', id: 'Tunniste', date: 'Päivä', author: 'Kirjoittaja', stage: 'Vaihe', topic: 'Aihe', place: 'Paikka', area: 'Kunnan osa', longitude: 'Pituusaste', latitude: 'Leveysaste', kind: 'Laji', language: 'Kieli', supports: 'Kannatuksia', answer: 'Vastaus', answered: 'Vastauspäivä',
    idea: 'Idean tunniste', stance: 'Kanta', parent: 'Mihin kommenttiin vastaa', about: 'Mitä koskee (Decidim)',
  } as Record<string, string>,
  preview: 'Ensimmäiset rivit tuotuina', row: 'Rivi', where: 'Tieto', why: 'Syy', missing: (fields: string) => `Valitse vielä sarake: ${fields}.`,
  ready: (count: number) => (count === 1 ? '1 rivi on kunnossa' : `${count} riviä on kunnossa`), already: (count: number) => (count === 1 ? '1 rivi on jo tuotu' : `${count} riviä on jo tuotu`), bad: (count: number) => (count === 1 ? '1 rivi ei kelpaa' : `${count} riviä ei kelpaa`),
  badRows: 'Rivit, jotka eivät kelpaa', badMore: (count: number) => `Näistä näkyy ${count} ensimmäistä.`, badText: 'Voit korjata tiedoston ja lähettää sen uudelleen, tai tuoda vain kunnossa olevat rivit.',
  run: (count: number) => (count === 1 ? 'Tuo 1 rivi' : `Tuo ${count} riviä`), runGood: (count: number) => (count === 1 ? 'Tuo vain 1 kunnossa oleva rivi' : `Tuo vain ${count} kunnossa olevaa riviä`), nothing: 'Tuotavaa ei ole: kaikki kunnossa olevat rivit ovat jo täällä.', dontRun: 'Älä tuo mitään',
  open: 'Tuodut ideat ovat heti julkisia. Kirjoittajan nimi näkyy sellaisena kuin se on tiedostossa, kannatuksia ei lasketa mukaan, eikä kenellekään lähetetä viestejä.',
  openComments: 'Tuodut kommentit ovat heti julkisia. Kirjoittajan nimi näkyy sellaisena kuin se on tiedostossa, eikä kenellekään lähetetä viestejä.',
  done: (imported: number, already: number, left: number) => `Tuotiin ${imported}. Jo aiemmin tuotuja ${already}, pois jätettyjä ${left}.`, gone: 'Tiedosto ei ole enää tallessa. Lähetä se uudelleen.', toIdeas: 'Katso ideoita',
  unread: {
    empty: 'Tiedostossa ei ole rivejä.', notUtf8: 'Tiedoston merkistö ei ole UTF-8. Tallenna se muodossa ”CSV UTF-8” ja lähetä uudelleen.', notCsv: 'Tiedosto ei ole CSV. Ensimmäisellä rivillä pitää olla vähintään kaksi saraketta.',
    brokenQuotes: 'Lainausmerkit menevät rikki. Tarkista, että jokainen lainausmerkillä alkava solu myös päättyy siihen.', tooManyRows: 'Rivejä on yli 20 000. Jaa tiedosto osiin.', sameHeaders: 'Kahdella sarakkeella on sama nimi. Nimeä toinen uudelleen.',
  } as Record<string, string>,
  atRow: (row: number) => `Vika on rivillä ${row}.`, nothingKept: 'Mitään ei tuotu.',
  problems: { required: 'Valitse tiedosto.', tooLarge: 'Tiedosto on yli 10 Mt. Jaa se osiin.', changed: 'Tilanne ehti muuttua. Tarkista luvut ja hyväksy tuonti uudelleen.', gone: 'Tiedosto ei ole enää tallessa. Lähetä se uudelleen.' } as Record<string, string>,
  reasons: {
    wrongWidth: 'Sarakkeita on eri määrä kuin otsikkorivillä', required: 'Puuttuu', tooLong: 'Liian pitkä', badSigns: 'Merkkejä, joita ei voi näyttää', badDate: 'Ei ole päivämäärä', inFuture: 'On tulevaisuudessa', unknownStage: 'Tuntematon vaihe', withdrawnThere: 'Peruttu aiemmassa palvelussa',
    unknownTopic: 'Aihetta ei ole. Lisää se ylläpidossa tai jätä sarake tuomatta', badPlace: 'Ei ole koordinaatti', badNumber: 'Ei ole luku', sameId: 'Sama tunniste on jo aiemmalla rivillä', sameRow: 'Sama rivi on jo aiemmin tiedostossa', unknownKind: 'Tuntematon laji', unknownLanguage: 'Tuntematon kieli',
    unknownStance: 'Tuntematon kanta', noIdea: 'Ideaa ei löydy. Tuo ideat ensin samasta palvelusta', noParent: 'Kommenttia, johon tämä vastaa, ei löydy',
  } as Record<string, string>,
}
export type Texts = typeof fi
