export const fi = {
  openData: 'Avoin data',
  lead: 'Kaikki, mikä täällä on julkista, on kenen tahansa käytettävissä: tiedostoina, rajapinnasta ja syötteenä.',
  licence: 'Lisenssi', licenceText: (name: string) => `Aineistot on julkaistu lisenssillä Creative Commons Nimeä 4.0 (CC BY 4.0). Saat käyttää, muokata ja jakaa niitä, kun mainitset lähteeksi ”${name}, Nousu”.`, licenceLink: 'Lue lisenssi',
  privacy: 'Mukana on vain se, minkä sivuilla näkee kuka tahansa. Sähköpostiosoitteita, vahvistamattomia, piilotettuja tai peruttuja tekstejä ei ole, ja nimet ovat samassa muodossa kuin sivuilla.',
  sets: { subjects: 'Asiat', ideas: 'Ideat', comments: 'Kommentit', trail: 'Polut' },
  about: {
    subjects: 'Jokainen julkinen asia lajista riippumatta: otsikko, vaihe, vastuuyksikkö, paikka ja määräpäivä.',
    ideas: 'Jokainen julkinen idea ja tarve: teksti, vaihe, kannatukset, vastuuyksikkö ja vastaus.',
    comments: 'Julkisten asioiden kommentit ja kanta: puolesta, vastaan tai ei kumpaakaan.',
    trail: 'Mitä kullekin asialle on tapahtunut, milloin ja kuka kertoi siitä.',
  },
  forExcel: 'CSV suomalaiseen Exceliin', columns: 'Sarakkeet', column: 'Sarake', meaning: 'Mitä se kertoo',
  feed: 'Syöte', feedText: 'Seuraa uusia ideoita lukuohjelmalla. Sama rajaus kuin listalla toimii myös syötteessä.', feedLink: 'Ideoiden Atom-syöte',
  api: 'Rajapinta', apiText: 'Hae ideoita ja kommentteja ohjelmallisesti, tai lähetä niitä omalla avaimellasi.', apiLink: 'Rajapinnan kuvaus',
  description: {
    id: 'Pysyvä tunniste (UUID).', url: 'Sivun osoite.', kind: 'Laji: asioissa se, mistä on kyse (idea), ideoissa idea tai need (tarve, palvelutoive).', language: 'Kieli, jolla se on kirjoitettu.', title: 'Otsikko.', text: 'Teksti kokonaan.', summary: 'Tekstin alku.',
    date: 'Milloin lähetetty (UTC).', moved: 'Milloin viimeksi liikkunut (UTC).', stage: 'Vaihe: idea, developing (kehitteillä), experiment (kokeilussa), decision (päätettävänä), service (palveluna) tai ended (päättynyt).',
    topic: 'Aihe.', unit: 'Yksikkö, joka vastaa.', place: 'Paikan nimi.', area: 'Kunnan osan pysyvä tunnus.', areaName: 'Kunnan osan nimi.', longitude: 'Itäinen pituus, astetta (WGS 84).', latitude: 'Pohjoinen leveys, astetta (WGS 84).', author: 'Kirjoittaja siinä muodossa kuin sivulla: etunimi ja sukunimen alkukirjain, tai järjestö tai yritys.',
    supports: 'Kuinka moni kannattaa.', comments: 'Kuinka monta kommenttia.', due: 'Mihin mennessä vastuuyksikkö kertoo seuraavan askeleen (UTC).', answered: 'Milloin ensimmäinen vastaus annettiin (UTC).',
    outcome: 'Viimeisin vastaus: forward (viedään eteenpäin), exists (on jo olemassa), elsewhere (kuuluu muille), notNow (ei nyt) tai no (ei).', answer: 'Viimeisimmän vastauksen perustelu.',
    subject: 'Asia, jota kommentti tai tapahtuma koskee (UUID).', parent: 'Kommentti, johon tämä vastaa.', stance: 'Kanta: for (puolesta), against (vastaan) tai neutral (ei kumpaakaan).', edited: 'Milloin muokattu (UTC).', event: 'Tapahtuman laji.', what: 'Mitä tapahtui, sanoina.', sentence: 'Mitä tapahtumasta kerrottiin.', who: 'Kuka kertoi.',
  } as Record<string, string>,
  apiTitle: 'Rajapinta', apiLead: 'Lue kaikki julkinen ilman avainta. Lähetä ideoita, kommentteja ja kannatuksia omissa nimissäsi avaimella.',
  apiRead: 'Lukeminen', apiReadText: 'Osoitteet ovat samat kunnan jokaisella kielellä: kieli valitaan otsakkeella Accept-Language. Listat tulevat sivuina; next on seuraavan sivun osoite.',
  apiWrite: 'Kirjoittaminen', apiWriteText: 'Lisää pyyntöön otsake Authorization: Bearer ja oma avaimesi. Sama lähetys samalla otsakkeella Idempotency-Key on yksi idea, vaikka lähettäisit sen kahdesti.',
  apiErrors: 'Virheet', apiErrorsText: 'Virhe on muotoa application/problem+json. Tila 422 kertoo kohdassa problems, mikä kenttä korjataan ja miksi.',
  apiDocument: 'OpenAPI 3.1 -kuvaus', apiOperations: 'Toiminnot', apiKey: 'Tarvitsee avaimen', apiParameters: 'Valinnat', apiAnswers: 'Vastaa', myKeys: 'Omat avaimet',
  operations: {
    listIdeas: 'Ideat sivuina, samat rajaukset kuin listalla', showIdea: 'Yksi idea', proposeIdea: 'Lähetä idea', supportIdea: 'Kannata ideaa', withdrawSupport: 'Peru kannatuksesi',
    listComments: 'Idean kommentit', addComment: 'Kommentoi ideaa', listTopics: 'Aiheet', listUnits: 'Yksiköt', listAreas: 'Kunnan osat rajoineen', listPlaces: 'Tunnetut paikat',
  } as Record<string, string>,
  keys: {
    title: 'Avaimet ohjelmille', lead: 'Avaimella ohjelma voi lähettää ideoita, kommentteja ja kannatuksia sinun nimissäsi. Pidä avain salassa, ja poista se, kun et enää tarvitse sitä.',
    name: 'Mihin käytät avainta?', nameHint: 'Esimerkiksi yhdistyksen verkkosivu', make: 'Tee avain', made: 'Avain on valmis. Ota se talteen nyt: sitä ei näytetä toista kertaa.', yours: 'Avaimesi', none: 'Sinulla ei ole avaimia.',
    used: 'Käytetty viimeksi', neverUsed: 'Ei vielä käytetty', madeAt: 'Tehty', revoke: 'Poista avain', as: (name: string) => `Toimii nimellä ${name}`, toApi: 'Rajapinnan kuvaus', me: 'Minä', tooMany: 'Sinulla on jo kymmenen avainta. Poista ensin yksi.',
  },
}
export type Texts = typeof fi
