import type { Filters } from '../filters.ts'

const people = (n: number) => (n === 1 ? '1 on huomannut saman' : `${n} on huomannut saman`)
const metSame = (n: number) => (n === 0 ? 'Kukaan muu ei ole vielä huomannut samaa.' : n === 1 ? 'Yksi on huomannut saman.' : `${n} ihmistä on huomannut saman.`)

export const fi = {
  where: {
    label: 'Missä?', hint: 'Kirjoita osoite tai paikan nimi, esimerkiksi Kuruntie 12 tai uimahalli.', find: 'Etsi', whichOne: 'Mitä tarkoitit?', asWritten: 'En mitään näistä, käyttäkää kirjoittamaani',
    near: 'Valitse tuttu paikka luettelosta', nearNone: 'Minkä paikan lähellä?',
    fromAddress: (far: string, name: string) => `${far} osoitteesta ${name}`, fromPlace: (far: string, name: string) => `${far} paikasta ${name}`, nowhere: 'piste kartalla, ei osoitetta lähellä',
    problems: { choose: 'Valitse alta oikea paikka.', notFound: 'Tällä nimellä ei löytynyt paikkaa eikä osoitetta. Voit jättää sen näin tai valita paikan kartalta tai luettelosta.', farAway: 'Paikka on kaukana kunnasta. Valitse paikka läheltä.', required: 'Kirjoita ensin osoite tai paikan nimi.' } as Record<string, string>,
    picker: {
      suggestions: 'Ehdotukset', count: '# ehdotusta. Valitse nuolinäppäimillä.', one: '1 ehdotus. Valitse nuolinäppäimellä tai Enterillä.', none: 'Ei ehdotuksia. Voit jättää paikan näin tai valita sen muulla tavalla.', chosen: 'Valittu: #',
      locate: 'Käytä sijaintiani', locating: 'Haetaan sijaintia…', youAreAt: 'Olet tässä: #.', accuracy: 'Tarkkuus on noin # m.', denied: 'Sijaintia ei saatu. Kirjoita osoite tai valitse paikka muulla tavalla.',
      openMap: 'Valitse kartalta', closeMap: 'Sulje kartta', clear: 'Poista paikka', far: 'Paikka on kaukana kunnasta. Valitse paikka läheltä.', failed: 'Piste on valittu, mutta osoitetta ei saatu haettua.',
      map: { ground: 'Kartta', zoomIn: 'Lähennä', zoomOut: 'Loitonna', label: 'Kartta. Siirrä merkkiä nuolinäppäimillä, lähennä plussalla ja loitonna miinuksella.', pin: 'Paikan merkki. Siirrä nuolinäppäimillä.', hint: 'Napauta karttaa tai siirrä merkkiä nuolinäppäimillä. Kerromme, missä merkki on.', failed: 'Karttaa ei saatu auki. Kirjoita osoite tai paikan nimi.' },
    },
  },
  known: {
    title: 'Tiedetäänkö tästä jo?', lead: 'Jos jokin näistä on sama, valitse ”Huomasin saman”. Enempää ei tarvitse kirjoittaa, ja kun huomanneita on monta, asia nousee jonossa.', announced: 'Ilmoitettu työ tai häiriö',
    here: 'tässä', away: (far: string) => `${far} päässä`, until: (day: string) => `${day} asti`, meToos: people, read: 'Lue koko palaute', meToo: 'Huomasin saman', meTooWhat: (title: string) => `Huomasin saman: ${title}`, newTab: 'avautuu uuteen välilehteen',
  },
  meToo: {
    title: 'Huomasin saman', thanks: (n: number) => (n === 1 ? 'Kiitos! Olet ensimmäinen, joka huomasi saman.' : `Kiitos! Saman on huomannut jo ${n} ihmistä.`), count: metSame,
    what: 'Kun moni on huomannut saman, asia nousee jonossa. Nimeäsi ei näytetä kenellekään.', say: 'Huomasin saman', closed: 'Tämä on jo hoidettu. Jos vika on palannut, lähetä uusi palaute.',
    next: 'Haluatko kuulla, mitä tapahtuu?', following: 'Seuraat tätä. Kerromme, kun jotain tapahtuu.', followWhy: 'Kerromme, kun työ alkaa ja kun se on valmis.', follow: 'Seuraa', unfollow: 'Lopeta seuraaminen',
    followGuest: 'Saat tiedon sähköpostiisi, kun työ alkaa ja kun se on valmis. Kirjautua ei tarvitse.', signIn: 'Kirjaudu', withdraw: 'Peru: en huomannutkaan samaa',
  },
  list: {
    title: 'Palautteet kartalla', lead: 'Mitä on huomattu, mikä on työn alla ja mikä tuli juuri kuntoon.', report: 'Lähetä palaute', doors: 'Katso', openNow: 'Avoimet nyt', nearMe: 'Lähelläni', justFixed: 'Juuri korjatut', manyMet: 'Moni on huomannut', locating: 'Haetaan sijaintia…', denied: 'Sijaintia ei saatu. Kirjoita paikka.',
    asMap: 'Kartalla', asList: 'Luettelona', filter: 'Rajaa', words: 'Hakusanat', category: 'Luokka', anyCategory: 'Kaikki luokat', otherCategory: 'Muu luokka', state: 'Tila', states: { open: 'Avoimet', closed: 'Hoidetut ja suljetut', all: 'Kaikki' } as Record<Filters['state'], string>, area: 'Kunnan osa', anyArea: 'Koko kunta',
    when: 'Lähetetty', anyTime: 'Milloin vain', span: { 7: '7 päivän sisällä', 30: '30 päivän sisällä', 365: 'Vuoden sisällä' } as Record<number, string>, from: 'Alkaen', to: 'Päättyen', where: 'Minkä lähellä? Osoite tai paikka', chosen: 'Valitut rajaukset', without: (name: string) => `Poista rajaus ${name}`, filterNow: 'Näytä', clear: 'Poista rajaukset',
    nearestTo: (name: string) => `Lähimmät ensin: ${name}`, nearestToYou: 'Lähimmät ensin', unknownPlace: (name: string) => `Paikkaa ”${name}” ei löytynyt. Uusimmat ovat ensin.`, sayWhere: 'Kirjoita, minkä lähellä. Siihen asti uusimmat ovat ensin.',
    meToos: people, away: (far: string) => `${far} päässä`, doneOn: (day: string) => `valmis ${day}`, more: 'Lisää', toStart: 'Alkuun', paging: 'Sivut',
    worksNow: 'Työmaat ja häiriöt nyt', emptyAfter: 'Ei enempää palautteita.', emptyNarrowed: 'Näillä rajauksilla ei löytynyt palautteita.', emptyOpen: 'Mikään ei odota korjaamista. Jos huomaat jotain, kerro.', emptyAll: 'Palautteita ei vielä ole.', feed: 'Tämä lista syötteenä', data: 'Avoin data',
  },
  map: { ground: 'Kartta', zoomIn: 'Lähennä', zoomOut: 'Loitonna', label: 'Palautteet kartalla', failed: 'Karttaa ei saatu auki. Palautteet ovat luettelona alla.', many: '# palautetta lähekkäin', one: 'Yksi palaute', chosen: 'Valitut palautteet', inView: 'Tässä näkymässä palautteita: #', noneInView: 'Tässä näkymässä ei ole palautteita.', listBelow: 'Samat palautteet ovat luettelona kartan alla.' },
  data: {
    title: 'Palautteiden avoin data', lead: 'Kaikki julkiset palautteet tiedostoina ja syötteenä: mitä ilmoitettiin, missä, milloin ja miten kävi.', openData: 'Avoin data', forExcel: 'CSV suomalaiseen Exceliin',
    leftOut: 'Mukana ei ole ei-julkisia, piilotettuja eikä peruttuja palautteita, eikä kenenkään nimeä, ellei lähettäjä itse ole valinnut näyttää sitä.',
    fieldsTitle: 'Kentät', field: 'Kenttä', type: 'Tyyppi', meaning: 'Mitä se kertoo', statesTitle: 'Tilat', value: 'Arvo', isOpen: 'Odottaako vielä', yes: 'kyllä', no: 'ei', merged: 'Yhdistetty aiempaan', cannot: 'Ei tehdä', categoriesTitle: 'Luokat',
    useTitle: 'Näin käytät',
    use: ['Samat rajaukset kuin luettelossa: category, state, area, days, from, to ja q. Ilman tilaa mukana ovat kaikki.', 'Rivit tulevat tunnisteen järjestyksessä. Jos lataus katkeaa, jatka osoitteella ?after= ja viimeinen tunniste.', 'Osissa: ?limit=1000. Otsake Link kertoo seuraavan osan osoitteen.', 'Syöte: /feedback.atom, rajattuna esimerkiksi ?category= tai ?area=.'],
    licenceTitle: 'Lisenssi', licence: (name: string) => `Creative Commons Nimeä 4.0 (CC BY 4.0). Mainitse lähteeksi ”${name}, Nousu”.`, licenceLink: 'Lue lisenssi',
    types: { id: 'UUID-tunniste', url: 'URL', language: 'koodi: fi, sv, en', title: 'teksti', text: 'teksti', category: 'avain', categoryName: 'teksti', state: 'sanasto', open: 'totuusarvo: true, false', sent: 'aika (ISO 8601, UTC)', changed: 'aika (ISO 8601, UTC)', closed: 'aika tai tyhjä', due: 'aika tai tyhjä', unit: 'teksti', place: 'teksti tai tyhjä', address: 'teksti tai tyhjä', area: 'avain tai tyhjä', areaName: 'teksti tai tyhjä', longitude: 'luku tai tyhjä', latitude: 'luku tai tyhjä', meToos: 'kokonaisluku', pictures: 'URL-osoitteita tai tyhjä', author: 'teksti tai tyhjä', mergedInto: 'UUID tai tyhjä' },
    fields: { id: 'Pysyvä tunniste.', url: 'Palautteen sivu.', language: 'Kieli, jolla se kirjoitettiin.', title: 'Otsikko: ensimmäinen virke tai luokka.', text: 'Palaute kokonaan.', category: 'Luokan pysyvä avain, sama kuin Open311:n service_code.', categoryName: 'Luokan nimi.', state: 'Tila, alla olevasta sanastosta.', open: 'Odottaako se vielä jotakuta.', sent: 'Milloin lähetetty.', changed: 'Milloin tila viimeksi vaihtui.', closed: 'Milloin suljettu.', due: 'Mihin mennessä luvattu.', unit: 'Yksikkö, joka vastaa.', place: 'Paikan nimi.', address: 'Katuosoite tai tieto siitä, miten perille pääsee.', area: 'Kunnan osan pysyvä avain.', areaName: 'Kunnan osan nimi.', longitude: 'Itäinen pituus, astetta (WGS 84).', latitude: 'Pohjoinen leveys, astetta (WGS 84).', meToos: 'Kuinka moni on huomannut saman.', pictures: 'Kuvien osoitteet; GeoJSONissa luettelona.', author: 'Lähettäjän nimi, jos hän on valinnut näyttää sen.', mergedInto: 'Aiempi palaute, johon tämä yhdistettiin.' },
  },
  addresses: {
    title: 'Osoitteet', admin: 'Ylläpito', lead: 'Osoitteiden avulla palautteen paikan voi kirjoittaa, ja kartan piste kerrotaan sanoina.', now: (streets: number, doors: number) => `Nyt tallessa: ${streets} katua ja ${doors} osoitetta.`, none: 'Osoitteita ei ole vielä tuotu. Siihen asti paikat löytyvät vain nimellä.',
    done: (streets: number, doors: number) => `Tuotiin ${streets} katua ja ${doors} osoitetta.`, left: (n: number) => (n === 1 ? 'Yksi rivi ilman katunumeroa jätettiin pois.' : `${n} riviä ilman katunumeroa jätettiin pois.`),
    file: 'Osoitetiedosto', fileHint: 'CSV, enintään 30 megatavua. Käy sellaisenaan DVV:n avoin rakennusten osoitetiedosto kunnastasi.', replaces: 'Tiedosto korvaa kaikki nykyiset osoitteet. Lähetetyissä palautteissa osoite pysyy.', bring: 'Tuo osoitteet',
    columns: 'Sarakkeet', columnsText: 'Otsikkorivi kertoo sarakkeet, isot ja pienet kirjaimet käyvät. Katu suomeksi tai ruotsiksi, numero ja koordinaatit tarvitaan. Koordinaatit ovat ETRS-TM35FIN-metrejä tai WGS 84 -asteita. DVV:n tiedostossa otsikkoriviä ei tarvita.', what: 'Tieto', names: 'Sarakkeen nimi',
    column: { fi: 'Katu suomeksi', sv: 'Katu ruotsiksi', number: 'Katunumero', postalCode: 'Postinumero', north: 'Pohjoiskoordinaatti', east: 'Itäkoordinaatti', municipality: 'Kuntanumero' },
    missing: (names: string) => `Tiedostosta puuttuu sarakkeita: ${names}`, wrong: (n: number) => (n === 1 ? 'Yhtä riviä ei voitu lukea. Mitään ei muutettu.' : `${n} riviä ei voitu lukea. Mitään ei muutettu.`), line: (line: string, why: string) => `Rivi ${line}: ${why}`,
    why: { noStreet: 'kadun nimi puuttuu', noPoint: 'koordinaatti puuttuu tai ei ole luku', farAway: 'piste ei ole Suomessa; ovatko koordinaatit vaihtaneet paikkaa?' } as Record<string, string>,
    problems: { farAway: 'Osoitteet ovat kaukana tästä kunnasta. Valitse oman kunnan tiedosto.', empty: 'Tiedostossa ei ole yhtään osoitetta.', tooLarge: 'Tiedosto on liian suuri. Enintään 30 megatavua.', required: 'Valitse tiedosto.' } as Record<string, string>,
  },
}
export type Texts = typeof fi
