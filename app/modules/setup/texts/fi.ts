export const fi = {
  first: {
    title: 'Ota Nousu käyttöön', lead: 'Perusta kunta: anna sille nimi, kielet, yksiköt ja aiheet. Kaikkea voi muuttaa myöhemmin ylläpidossa.', municipality: 'Kunta', admin: 'Pääkäyttäjä', found: 'Perusta kunta',
    noMail: 'Postipalvelinta ei ole asetettu.', noMailText: 'Viestit jäävät postilaatikkoon, joka aukeaa vain selaimella tällä samalla koneella. Aseta SMTP_URL, ennen kuin avaat palvelun muille.',
    done: 'Kunta on valmis', doneText: 'Kirjaudu seuraavaksi antamallasi sähköpostiosoitteella. Saat linkin, jolla pääset ylläpitoon.', signIn: 'Kirjaudu sähköpostilla',
  },
  labels: {
    nameFi: 'Nimi suomeksi', nameSv: 'Nimi ruotsiksi', nameEn: 'Nimi englanniksi', languages: 'Kielet', units: 'Yksiköt', topics: 'Aiheet', latitude: 'Keskipisteen leveysaste', longitude: 'Keskipisteen pituusaste', code: 'Kuntanumero',
    adminName: 'Pääkäyttäjän nimi', adminEmail: 'Pääkäyttäjän sähköposti', setupCode: 'Käyttöönottokoodi',
    replyDays: 'Päiviä ensimmäiseen vastaukseen', watchedWords: 'Sanat, jotka valvoja katsoo ensin', linksAllowed: 'Linkkejä yhdessä tekstissä', sendsPerHour: 'Lähetyksiä tunnissa henkilöä kohti', hue: 'Päävärin sävy',
    unitId: 'Yksikkö', email: 'Sähköposti', name: 'Nimi', what: 'Tehtävä', hosts: 'Omat verkko-osoitteet',
  } as Record<string, string>,
  hints: {
    units: 'Kukin omalle rivilleen, muut kielet pystyviivan jälkeen: Kirjasto | Bibliotek | Library', topics: 'Kukin omalle rivilleen, perään yksikkö, joka vastaa: Liikunta ja ulkoilu > Liikuntapalvelut', latitude: 'Esimerkiksi 61,55. Karttaa ja paikkoja varten.', longitude: 'Esimerkiksi 23,60', code: 'Kolme numeroa, esimerkiksi 980',
    adminEmail: 'Kirjautumislinkki tulee tähän osoitteeseen.', setupCode: 'Koodi näkyy konsolissa, jossa Nousu käynnistettiin.',
    replyDays: 'Kalenteripäiviä, 1–90. Koskee uusia ideoita.', watchedWords: 'Kukin omalle rivilleen. Teksti, jossa on tällainen sana, odottaa valvojaa.', linksAllowed: 'Enemmän linkkejä sisältävä teksti odottaa valvojaa.', hue: 'Asteina väriympyrällä, 0–359. Sininen on 238.',
    hosts: 'Kukin omalle rivilleen, esimerkiksi osallistu.kunta.fi. Tyhjänä kunta on tämän asennuksen polussa.', inviteName: 'Tarvitaan, jos hän ei ole vielä kirjautunut.',
  } as Record<string, string>,
  problems: {
    wrongCode: 'Koodi ei täsmää. Katso se konsolista.', noLanguage: 'Valitse ainakin yksi kieli.', unknownUnit: 'Aiheen yksikköä ei ole yksiköissä.', noUnit: 'Kirjoita aiheen perään > ja yksikkö, joka vastaa.', tooMany: 'Rivejä on liikaa.', badName: 'Tästä nimestä ei saa osoitetta.', notCode: 'Kuntanumerossa on kolme numeroa.',
    slugTaken: 'Tämän niminen kunta on jo olemassa.', hostTaken: 'Osoite on jo toisella kunnalla.', badHost: 'Kirjoita vain verkkonimi, esimerkiksi osallistu.kunta.fi.', lastAdmin: 'Kunnalla on oltava ainakin yksi pääkäyttäjä.', nameTaken: 'Tämän niminen on jo.', inUse: 'Tätä käytetään jossain, joten sitä ei voi poistaa.', lastUnit: 'Kunnalla on oltava ainakin yksi yksikkö.', badNumber: 'Kirjoita luku annetuissa rajoissa.',
  } as Record<string, string>,
  admin: {
    title: 'Ylläpito', rules: 'Säännöt', rulesText: 'Miten kunta lupaa vastata ja mitä valvoja katsoo ensin.', exceptions: 'Yhteiset poikkeukset', exceptionsText: 'Juhlapyhien ja muiden poikkeuspäivien aukioloajat monelle paikalle kerralla.', units: 'Yksiköt', unitsText: 'Kuka vastaa: yksiköt ja niiden nimet.', topicsText: 'Mistä aiheista kunnassa puhutaan, ja mikä niihin kuuluu.', areas: 'Alueet', areasText: 'Kunnan osat ja niiden rajat kartalla.', deleted: 'Poistettu.', deleteUnused: 'Poista käyttämätön', deleteOf: (name: string) => `Poista: ${name}`, people: 'Henkilöt', peopleText: 'Viranhaltijat, valvojat ja pääkäyttäjät.', municipalities: 'Kunnat', municipalitiesText: 'Tämän asennuksen kunnat ja niiden osoitteet.', meetings: 'Kokoukset ja syötteet', meetingsText: 'Toimielimet ja mistä esityslistat tulevat.', templates: 'Vaihepohjat', templatesText: 'Vaiheet, joilla asioita valmistellaan.', initiatives: 'Aloitteet', initiativesText: 'Kirjaamon osoite ja yksikkö, joka tarkastaa', population: 'Väkiluku', populationText: 'Luvut, joista aloitteiden rajat lasketaan', feedback: 'Palautteen luokat', feedbackText: 'Mistä palautetta annetaan, kenelle se menee ja mitä luvataan.', assets: 'Valaisimet ja kohteet', assetsText: 'Kohteet, jotka palautteessa voi valita, GeoJSON-tiedostosta.', addresses: 'Osoitteet', addressesText: 'Kadut ja talot, joilla palautteen paikka löytyy.', imports: 'Tuonnit', importsText: 'Palvelut, paikat ja aukioloajat rekistereistä ja tiedostoista.', partners: 'Kumppanit', partnersText: 'Urakoitsijat ja muut omistajat, joille palautetta välitetään.', life: 'Elämäntilanteet', lifeText: 'Polut palveluihin, kun elämässä tapahtuu', synonyms: 'Haun sanat', synonymsText: 'Mitä ihmiset sanovat ja mitä se täällä tarkoittaa', asks: 'Miten meni?', asksText: 'Yhden napautuksen kysymykset, julisteet ja aulan laitteet.', importing: 'Tuo ideoita', importingText: 'Ideat ja kommentit aiemmasta palvelusta.', notices: 'Viestien kulku', noticesText: 'Mitä on kerrottu, ja mikä ei ole mennyt perille.', openData: 'Avoin data', openDataText: 'Kaikki julkinen tiedostoina ja rajapinnasta.', devices: 'Laitteet', devicesText: 'Anturit, portit ja kamerat, jotka kertovat paikoista itse.', counters: 'Kävijälaskurit', countersText: 'Onko paikoissa tilaa, ja toimivatko laskurit.', cameras: 'Kamerat', camerasText: 'Kuva paikasta, ihmiset tunnistamattomina.', open311: 'Open311-avaimet', open311Text: 'Ohjelmat, jotka lähettävät palautetta ja kertovat työstä.',
    save: 'Tallenna', saved: 'Tallennettu.', look: 'Nimi ja ulkoasu', addUnit: 'Lisää yksikkö', topics: 'Aiheet', unitList: 'Yksiköt', rename: (name: string) => `Muuta: ${name}`, unit: 'Yksikkö',
    appoint: 'Nimeä tehtävään', appointText: 'Hän saa tiedon sähköpostiinsa. Tehtävä on sen, joka pääsee osoitteen postiin.', officials: 'Viranhaltijat', moderators: 'Valvojat', admins: 'Pääkäyttäjät', none: 'Ei vielä ketään.', lead: 'Vastaa yksiköstä', end: 'Päätä tehtävä', endOf: (name: string) => `Päätä tehtävä: ${name}`,
    roles: { official: 'Viranhaltija', lead: 'Yksikön vastaava', moderator: 'Valvoja', admin: 'Pääkäyttäjä' }, addMunicipality: 'Lisää kunta', address: 'Osoite', appointed: 'Nimetty.', added: 'Lisätty.', ended: 'Tehtävä on päättynyt.', soon: 'Muutos näkyy kaikille muutamassa sekunnissa.',
  },
  mail: {
    subject: (municipality: string) => `Sinulle on annettu tehtävä: ${municipality}`,
    text: (name: string, what: string, municipality: string, address: string) => `Hei ${name}!\n\nSinulle on annettu tehtävä palvelussa ${municipality}: ${what}.\n\nKirjaudu tällä sähköpostiosoitteella: ${address}`,
  },
}
export type Texts = typeof fi
