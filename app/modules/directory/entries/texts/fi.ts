import { withoutStop } from '#core/text/format.ts'
import type { Accessible, Audience, ChannelKind, PriceKind } from '../../facts.ts'

export const fi = {
  services: 'Palvelut', places: 'Paikat', providers: 'Palveluntarjoajat',
  accessible: { yes: 'Pyörätuolilla pääsee', partly: 'Pyörätuolilla pääsee osittain', no: 'Pyörätuolilla ei pääse', unknown: 'Esteettömyydestä ei ole tietoa' } satisfies Record<Accessible, string> as Record<Accessible, string>,
  priceKinds: { free: 'Maksuton', paid: 'Maksullinen', varies: 'Hinta vaihtelee', unknown: 'Ei tiedossa' } satisfies Record<PriceKind, string> as Record<PriceKind, string>,
  audiences: { children: 'Lapset', families: 'Perheet', youth: 'Nuoret', adults: 'Aikuiset', older: 'Ikäihmiset', disabled: 'Vammaiset', newcomers: 'Maahan muuttaneet', companies: 'Yritykset', associations: 'Yhdistykset' } satisfies Record<Audience, string> as Record<Audience, string>,
  channelKinds: { web: 'Verkossa', form: 'Lomakkeella', phone: 'Puhelimella', place: 'Paikan päällä', desk: 'Palvelupisteessä', chat: 'Chatissa', email: 'Sähköpostilla' } satisfies Record<ChannelKind, string> as Record<ChannelKind, string>,
  facts: {
    title: 'Perustiedot', address: 'Missä', map: 'Näytä kartalla', access: 'Esteettömyys', accessMore: 'Lue lisää', price: 'Hinta', phone: 'Puhelin', email: 'Sähköposti', web: 'Verkkosivu', forWhom: 'Kenelle', keptBy: 'Ylläpitää', answers: 'Palvelusta vastaa', partOf: 'Kuuluu paikkaan', allHours: 'Kaikki aukioloajat',
  },
  now: 'Juuri nyt', arrival: 'Näin pääset perille', about: 'Tietoa paikasta', entrances: 'Sisäänkäynnit', mainEntrance: 'Pääsisäänkäynti', equipment: 'Varusteet', rooms: 'Tilat', servicesHere: 'Palvelut täällä', parts: 'Täällä on myös', follow: 'Seuraa paikkaa',
  people: (count: string) => `${count} hengelle`, pieces: (count: string) => `${count} kpl`,
  ways: 'Näin pääset palveluun', call: 'Soita', write: 'Kirjoita', open: 'Avaa', charge: 'Puhelun hinta', how: 'Näin se etenee', promise: 'Tämän lupaamme', description: 'Tietoa palvelusta', noWays: 'Palvelun yhteystietoja ei ole vielä lisätty.',
  followThis: 'Seuraa', following: 'Seuraat', fault: 'Ilmoita viasta täällä', correct: 'Ehdota korjausta', report: 'Ilmoita asiaton sisältö', correction: (name: string) => `Sivun tiedoissa on korjattavaa: ${name}.\n\n`, correctBy: (name: string) => `Huomasitko virheen? Kerro siitä palveluntarjoajalle: ${name}.`, changed: (day: string) => `Päivitetty ${day}`, photo: (n: number) => `Kuva ${n}`, enlarge: 'Avaa suurempana',
  gone: { ended: 'Tämä ei ole enää käytössä.', vanished: 'Tätä ei enää ole rekisterissä, josta tiedot tuotiin.', provider: 'Palveluntarjoaja ei enää ylläpidä tätä sivua.', others: 'Katso muut' },
  draft: 'Luonnos. Tämän näkevät vain ylläpitäjät.', hiddenWaits: 'Odottaa valvojan tarkistusta. Muut eivät näe tätä vielä.', hiddenBy: 'Valvoja on piilottanut tämän.', why: 'Syy:', appeal: 'Pyydä uutta ratkaisua', goneTitle: 'Sisältö on piilotettu', goneText: (day: string) => `Valvoja piilotti tämän ${withoutStop(day)}.`,
  keep: {
    nav: 'Ylläpito', facts: 'Tiedot', access: 'Esteettömyys', inside: 'Tilat ja varusteet', here: 'Palvelut täällä', pictures: 'Kuvat', hours: 'Aukioloajat', channels: 'Palvelutavat', state: 'Tila ja siirto', ask: 'Kysy, miten meni',
    newPlace: 'Uusi paikka', newService: 'Uusi palvelu', editOf: (name: string) => `Muokkaa: ${name}`, asProvider: (name: string) => `Lisäät tämän nimellä ${name}. Se näkyy heti kaikille.`,
    save: 'Tallenna', publish: 'Julkaise', saveDraft: 'Tallenna luonnoksena', saved: 'Tallennettu.', savedWaits: 'Tallennettu. Valvoja tarkistaa sanat ennen kuin muut näkevät ne.', toPage: 'Katso sivu',
    languages: { sv: 'Ruotsiksi', en: 'Englanniksi' }, inLanguage: { fi: 'suomeksi', sv: 'ruotsiksi', en: 'englanniksi' },
    labels: {
      kind: 'Millainen paikka', unitId: 'Yksikkö, joka ylläpitää', topicId: 'Aihe', name: 'Nimi', summary: 'Yhdellä lauseella', description: 'Kuvaus', street: 'Katuosoite', postalCode: 'Postinumero', city: 'Postitoimipaikka', where: 'Missä', arrival: 'Miten sinne pääsee', phone: 'Puhelin', email: 'Sähköposti', url: 'Verkkosivu',
      priceKind: 'Hinta', price: 'Hinta tarkemmin', audiences: 'Kenelle erityisesti', forWhom: 'Kuka voi käyttää', how: 'Näin se etenee', promise: 'Mitä lupaatte', accessible: 'Pääseekö pyörätuolilla', heading: 'Otsikko', sentence: 'Lause', main: 'Pääsisäänkäynti', count: 'Lukumäärä', capacity: 'Montako henkilöä mahtuu', size: 'Pinta-ala (m²)', point: 'Sijainti kartalla', version: 'Tiedot', services: 'Palvelut', service: 'Palvelu', charge: 'Mitä soittaminen maksaa', placeId: 'Paikka', why: 'Miksi', offers: 'Mitä tarjoatte', reason: 'Syy', form: 'Lomake',
    } as Record<string, string>,
    hints: {
      summary: 'Näkyy luetteloissa.', arrival: 'Bussi, pysäköinti, kulku ovelle.', name: 'Niin kuin ihmiset sitä kutsuvat.', price: 'Esimerkiksi: aikuinen 6 €, lapsi 3 €.', sentence: 'Esimerkiksi: Oven leveys on 95 cm.', heading: 'Esimerkiksi: Sisäänkäynti, WC, Pysäköinti.', forWhom: 'Ehdot, ikä, mistä kunnasta.', promise: 'Esimerkiksi: Vastaamme kolmessa arkipäivässä.', offers: 'Kerro lyhyesti, mitä teette ja kenelle. Tämä näkyy sivullanne.', point: 'Leveys- ja pituusaste, jos oven paikka on tiedossa.', topic: 'Aiheen yksikkö ratkaisee pyyntönne. Jos et valitse, päättelemme aiheen sanoista.', channelPlace: 'Kirjoita paikan nimi, niin etsimme sen.', service: 'Kirjoita palvelun nimi, niin etsimme sen.', why: 'Näkyy sivulla kaikille.',
    } as Record<string, string>,
    problems: { badUrl: 'Anna osoite muodossa https://…', badPhone: 'Tarkista puhelinnumero.', badEmail: 'Tarkista sähköpostiosoite.', placeNeeded: 'Anna sekä leveys- että pituusaste.', oneMain: 'Vain yksi voi olla pääsisäänkäynti.', changedMeanwhile: 'Joku muu ehti muuttaa tietoja. Kirjoittamasi on tässä tallessa. Kun tallennat uudelleen, se jää voimaan.', farAway: 'Paikka ei ole tässä kunnassa.', notFound: 'Tällä nimellä ei löytynyt. Kokeile toista kirjoitusasua.', choose: 'Valitse, mitä tarkoitit.', tooOften: 'Olet lisännyt paljon lyhyessä ajassa. Jatka hetken päästä.' } as Record<string, string>,
    meanwhile: 'Nämä kohdat ovat nyt tallessa toisin:', nothing: 'tyhjä',
    addEntrance: 'Lisää sisäänkäynti', addSentence: 'Lisää lause', addEquipment: 'Lisää varuste', addRoom: 'Lisää tila', drop: 'Poista tämä', moreRows: 'Tarvitsetko lisää rivejä? Tallenna, niin saat uusia.', roomHours: 'Tilan aukioloajat', pointOf: 'Oven paikka kartalla', latitude: 'Leveysaste', longitude: 'Pituusaste',
    noServicesHere: 'Täällä ei ole vielä palveluja.', addService: 'Lisää palvelu tänne', find: 'Etsi', remove: 'Poista', choose: 'Valitse',
    noPictures: 'Kuvia ei ole vielä.', addPictures: 'Lisää kuvia', describe: 'Mitä kuvassa on?', keepDescription: 'Tallenna kuvaus', removePicture: 'Poista kuva', mostPictures: (n: number) => `Enintään ${n} kuvaa. Poista jokin ennen kuin lisäät.`,
    noChannels: 'Palvelutapoja ei ole vielä. Lisää ensimmäinen: puhelin, lomake tai paikka.', addChannel: 'Lisää palvelutapa', channelKind: 'Miten', editChannel: 'Muokkaa', up: 'Siirrä ylemmäs', down: 'Siirrä alemmas', channelHours: 'Palveluajat',
    hand: 'Siirrä toiselle yksikölle', handLead: 'Uusi yksikkö ylläpitää tiedot ja saa korjausehdotukset.', handButton: 'Siirrä', handed: 'Siirretty.', end: 'Lopeta', endLead: 'Poistuu luetteloista ja hausta. Sivu jää ja kertoo, ettei tämä ole enää käytössä.', endButton: 'Lopeta', back: 'Ota takaisin käyttöön', backLead: 'Palaa luetteloihin ja hakuun.', publishLead: 'Julkaistu näkyy kaikille. Seuraajat kuulevat uudesta.',
    settle: (count: number) => (count === 1 ? 'Ratkaise yksi kysymys' : `Ratkaise ${count} kysymystä`), conflicts: 'Rekisterissä on muuttunut jotain, mitä täällä on muokattu.',
  },
  provider: {
    title: 'Palveluntarjoajat', lead: 'Yhdistykset ja yritykset, jotka pitävät itse omat palvelunsa ja paikkansa ajan tasalla.', none: 'Palveluntarjoajia ei vielä ole.', becomes: 'Ryhdy palveluntarjoajaksi', actAs: 'Kirjaudu ja valitse, että toimit yhdistyksen tai yrityksen nimissä.', actAsLink: 'Valitse, kenen nimissä toimit',
    ask: 'Pyydä päästä palveluntarjoajaksi', askLead: (name: string) => `Kun kunta on hyväksynyt pyynnön, ${name} lisää palvelunsa ja paikkansa itse. Ne näkyvät heti nimellänne.`, send: 'Lähetä pyyntö', waiting: 'Odottavat päätöstä', askedOn: (day: string) => `Pyydetty ${day}`, decideBy: (day: string) => `Päätä viimeistään ${day}`, lateBy: (day: string) => `Myöhässä: piti päättää ${day}`,
    approve: 'Hyväksy', refuse: 'Älä hyväksy', reasonHint: 'Pyytäjä saa syyn luettavakseen ja voi pyytää uudelleen.', refuseButton: 'Lähetä päätös',
    states: { asked: 'Pyyntö on lähetetty. Saat tiedon, kun se on ratkaistu.', approved: 'Hyväksytty', refused: 'Pyyntöä ei hyväksytty.', ended: 'Ei enää ylläpidä sivujaan täällä.' }, askAgain: 'Pyydä uudelleen', ownPage: 'Oma sivunne',
    kinds: { association: 'Yhdistys', company: 'Yritys' }, offers: 'Tätä tarjoamme', addPlace: 'Lisää paikka', addService: 'Lisää palvelu', editSelf: 'Muokkaa esittelyä', nothingYet: 'Palveluja tai paikkoja ei ole vielä lisätty.', businessId: 'Y-tunnus', end: 'Lopeta palveluntarjoajana', endLead: 'Kaikki palvelut ja paikat poistuvat luetteloista. Sivut jäävät ja kertovat, ettei niitä enää ylläpidetä.', askedBy: 'Pyytää päästä palveluntarjoajaksi', draft: 'Luonnos', ended: 'Lopetettu', hidden: 'Piilossa',
  },
}
export type Texts = typeof fi
