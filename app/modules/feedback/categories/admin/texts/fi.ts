export const fi = {
  admin: 'Ylläpito', title: 'Palautteen luokat', lead: 'Mistä palautetta voi antaa, kenelle se menee ja mitä lähettäjälle luvataan. Järjestys on sama kuin lähettäjälle näkyvä.',
  none: 'Luokkia ei vielä ole, joten palautetta ei voi lähettää. Aloita valmiilla luokilla: niissä ovat kuopat, liukkaus, katuvalot ja muu tavallinen sanoineen ja kysymyksineen. Kaikkea voi muuttaa.',
  start: 'Aloita valmiilla luokilla', startUnit: 'Kenelle palautteet menevät?', startUnitHint: 'Luokka menee yksikölle, jonka nimi sopii siihen. Loput menevät tälle.', started: 'Luokat ovat käytössä. Muuta niitä vapaasti.',
  add: 'Lisää luokka', addLead: 'Nimi, vastaava yksikkö ja sanat riittävät alkuun. Muut asetukset saat seuraavaksi.', change: (name: string) => `Muuta: ${name}`, saved: 'Tallennettu.', soon: 'Muutos näkyy kaikille muutamassa sekunnissa.', moved: 'Järjestys on muutettu.', closedNow: 'Luokka on poistettu käytöstä. Vanhat palautteet pitävät sen.', openedNow: 'Luokka on taas käytössä.',
  up: (name: string) => `Siirrä ylemmäs: ${name}`, down: (name: string) => `Siirrä alemmas: ${name}`, closed: 'Ei käytössä', isPrivate: 'Ei julkinen', stops: { danger: 'Ohjaa soittamaan', notOurs: 'Ei kunnan hoidossa' }, inDays: (n: number) => (n === 0 ? 'Luvataan samana päivänä' : n === 1 ? 'Luvataan päivässä' : `Luvataan ${n} päivässä`), open: (n: number) => `Avoinna ${n}`,
  more: 'Muut asetukset', basics: 'Nimi ja vastuu', words: 'Sanat', promise: 'Lupaus ja käsittely', notice: 'Ilmoitus valitsijalle', stopper: 'Ohjaus muualle', questions: 'Lisäkysymykset', ending: 'Käytöstä poistaminen', save: 'Tallenna', keyIs: (key: string) => `Pysyvä tunnus avoimessa rajapinnassa: ${key}`, look: 'Katso lähettäjän silmin',
  /** what is written in three languages, and which language */ texts: { name: 'Nimi', description: 'Kuvaus', group: 'Ryhmä', autoAnswer: 'Vastaus heti', notice: 'Ilmoitus', stopperText: 'Teksti', label: 'Kysymys', hint: 'Ohje' }, inLanguages: { Fi: 'suomeksi', Sv: 'ruotsiksi', En: 'englanniksi' },
  labels: {
    unitId: 'Kuka vastaa', topicId: 'Aihe', icon: 'Kuvake', keywords: 'Sanojen alut', promisedDays: 'Luvattu aika päivinä', priority: 'Kiireellisyys', duplicateMetres: 'Samaa etsitään näin läheltä (metriä)', forgetAfterMonths: 'Lähettäjän tiedot poistetaan (kuukautta)', private: 'Ei julkinen', assetKind: 'Kohteet, joista voi valita', partnerId: 'Lähtee suoraan kumppanille',
    stopperKind: 'Mitä tehdään', phone: 'Puhelinnumero', url: 'Verkko-osoite', stopperPartnerId: 'Palaute välitetään tälle',
    type: 'Miten vastataan', options: 'Vaihtoehdot', form: '',
  } as Record<string, string>,
  hints: {
    group: 'Otsikko, jonka alla luokka on luettelossa.', keywords: 'Yksi rivillä. Sanan alku riittää: kuop löytää kuopat ja kuoppia. Kaksi sanaa samalla rivillä löytyvät yhdessä: vettä tie. =puu on juuri se sana, -valokuv ei kelpaa.', promisedDays: 'Kalenteripäiviä, 0–365.', duplicateMetres: '0–5000. Nolla: samaa ei etsitä.', forgetAfterMonths: 'Sulkemisesta, 1–120.', private: 'Palautteen näkevät vain lähettäjä ja käsittelijät', assetKind: 'Esimerkiksi valaisimet numeroineen.', autoAnswer: 'Sanotaan yksikön nimissä heti, kun palaute on tullut.', notice: 'Näkyy, kun luokka on valittu. Esimerkiksi mitä on jo tekeillä.',
    stopper: 'Vaara ohjaa soittamaan eikä ota palautetta vastaan. Jos asia ei kuulu kunnalle, kerro kenelle se kuuluu.', stopperPartner: 'Ilman tätä palautetta ei voi lähettää, vaan lähettäjä ohjataan ottamaan itse yhteyttä.', options: 'Yksi rivillä, muut kielet pystyviivan jälkeen: Ajoradalla | På körbanan | On the carriageway', phone: 'Esimerkiksi 112 tai 0200 2100.',
  },
  noTopic: 'Ei aihetta', noKind: 'Ei kohteita', noPartner: 'Ei kumppania', noStopper: 'Ei ohjata muualle', danger: 'Vaara: ohjaa soittamaan', notOurs: 'Ei kunnan hoidossa', priorities: ['Ei kiirettä', 'Tavallinen', 'Kiireinen', 'Heti'],
  types: { text: 'Kirjoittamalla', number: 'Luvulla', choice: 'Valitsemalla yksi', many: 'Valitsemalla monta', date: 'Päivällä' },
  addQuestion: 'Lisää kysymys', remove: 'Poista kysymys', removeOf: (label: string) => `Poista kysymys: ${label}`, must: 'Vastaus on pakollinen', noQuestions: 'Ei lisäkysymyksiä. Kysy vain, mitä korjaaja tarvitsee.', questionType: (type: string) => `Vastataan: ${type.toLocaleLowerCase('fi')}`,
  close: 'Poista käytöstä', reopen: 'Ota takaisin käyttöön', closeLead: 'Luokkaa ei enää voi valita. Vanhat palautteet pitävät sen.', closedLead: 'Luokka ei ole käytössä.',
  pace: 'Näin luokassa on mennyt',
  tryIt: 'Kokeile', tryLabel: 'Mitä lähettäjä kirjoittaisi?', tryHint: 'Näet, minkä luokan sanat ehdottavat ja mistä sanoista se johtuu.', trySend: 'Näytä ehdotus', trySure: 'Selvä', nothing: 'Sanat eivät ehdota mitään luokkaa.', because: (words: string) => `sanoista ${words}`,
  problems: {
    nameTaken: 'Tämän niminen luokka on jo.', keyTaken: 'Tunnus on jo käytössä.', changedMeanwhile: 'Joku muu muutti tätä sillä välin. Tarkista ja tallenna uudelleen.', badNumber: 'Kirjoita luku annetuissa rajoissa.', tooManyWords: 'Sanoja on liikaa (enintään 200).', badWord: 'Sanassa on oltava 2–60 merkkiä.', badPhone: 'Tarkista puhelinnumero, esimerkiksi 0200 2100.', badUrl: 'Kirjoita koko osoite, esimerkiksi https://www.esimerkki.fi.',
    twoOptions: 'Kirjoita ainakin kaksi vaihtoehtoa.', tooManyOptions: 'Vaihtoehtoja on liikaa (enintään 30).', badOption: 'Vaihtoehdolla on oltava suomenkielinen nimi, enintään 100 merkkiä.', sameOption: 'Sama vaihtoehto on kahdesti.', tooManyQuestions: 'Kysymyksiä on liikaa (enintään 20).',
  } as Record<string, string>,
  icons: { place: 'Paikka', road: 'Tie', snow: 'Lumi', lamp: 'Valo', signpost: 'Merkki', car: 'Auto', bike: 'Pyörä', bus: 'Bussi', water: 'Vesi', power: 'Sähkö', tree: 'Puu', play: 'Leikki', bin: 'Roska', dog: 'Koira', beach: 'Ranta', track: 'Latu', organisation: 'Talo', paint: 'Töhry', noise: 'Melu', comment: 'Palvelu', people: 'Ihmiset', danger: 'Vaara' },
}
export type Texts = typeof fi
