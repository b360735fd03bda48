import type { Audience, ChannelKind, PriceKind } from '../../facts.ts'
import type { Group } from '../filters.ts'

export const fi = {
  services: {
    title: 'Palvelut', lead: 'Palvelut ja paikat, ja millaisia ne ovat juuri nyt.', search: 'Mitä etsit?', searchHint: 'Palvelu, paikka tai asia omin sanoin: kirjasto, jäähalli, hammaslääkäri.', go: 'Hae',
    quick: 'Juuri nyt', openNear: 'Auki nyt lähellä', openNow: 'Auki nyt', good: 'Hyvässä kunnossa nyt', onMap: 'Kartalla', forChildren: 'Lapsille', free: 'Maksuttomat', accessible: 'Esteettömät',
    places: 'Paikat', allPlaces: 'Kaikki paikat', noPlaces: 'Paikkoja ei ole vielä lisätty.', life: 'Elämäntilanteet', lifeLead: 'Mitä kannattaa tehdä, ja missä järjestyksessä.',
    servicesTitle: 'Palvelut', all: 'Palvelut A–Ö', forWhom: 'Kenelle', units: 'Kuka vastaa', providers: 'Yhdistysten ja yritysten palvelut', providersHint: 'Seurat, yhdistykset ja yritykset pitävät itse tietonsa ajan tasalla.',
    wishes: 'Toivotut palvelut', wish: 'Toivo palvelua', wishHint: 'Kerro, mitä tarvitset. Ratkaisua ei tarvitse tietää.', came: 'Toiveesta palveluksi', cameHint: 'Ideat, jotka jäivät pysyväksi palveluksi.',
  },
  list: {
    title: 'Paikat', titleOf: (what: string) => `Paikat: ${what}`, lead: 'Kirjastot, kentät, ladut, rannat ja muut paikat: mikä on auki, mikä hyvässä kunnossa.', doors: 'Katso', nearMe: 'Lähelläni', locating: 'Haetaan sijaintia…', denied: 'Sijaintia ei saatu. Kirjoita paikka.',
    openNow: 'Auki nyt', good: 'Hyvässä kunnossa nyt', asMap: 'Kartalla', asList: 'Luettelona', filter: 'Rajaa', kind: 'Millainen paikka', any: 'Kaikki', groupAll: (name: string) => `${name}: kaikki`, sort: 'Järjestys', sorts: { name: 'Nimen mukaan', nearest: 'Lähin ensin', condition: 'Paras kunto ensin' },
    open: 'Auki nyt', accessible: 'Esteetön', free: 'Maksuton', audience: 'Kenelle', anyone: 'Kaikille', area: 'Kunnan osa', anyArea: 'Koko kunta', who: 'Kuka ylläpitää', anyProvider: 'Kuka tahansa', own: 'Kunta', where: 'Minkä lähellä? Osoite tai paikka', also: 'Vain ne, jotka ovat', show: 'Näytä', clear: 'Poista rajaukset',
    chosen: 'Valitut rajaukset', without: (name: string) => `Poista rajaus ${name}`, nearestTo: (name: string) => `Lähimmät ensin: ${name}`, nearestToYou: 'Lähimmät ensin. Sijaintisi on vain tämän sivun osoitteessa, noin sadan metrin tarkkuudella.', unknownPlace: (name: string) => `Paikkaa ”${name}” ei löytynyt. Paikat ovat nyt nimen mukaan.`, sayWhere: 'Kirjoita, minkä lähellä. Siihen asti paikat ovat nimen mukaan.', weighed: (n: number, near: boolean) => `Paras kunto ensin. Jos paikkoja on yli ${n}, vertaamme ${near ? 'lähimpiä' : 'ensimmäisiä'}.`,
    away: (far: string) => `${far} päässä`, more: 'Lisää', further: 'Etsi lisää', toStart: 'Alkuun', paging: 'Sivut', empty: 'Näillä rajauksilla ei löytynyt paikkoja.', emptyNow: 'Juuri nyt mikään näistä ei ole auki.', emptyGood: 'Minkään näistä ei juuri nyt tiedetä olevan hyvässä kunnossa.', none: 'Paikkoja ei ole vielä lisätty.', emptyAfter: 'Ei enempää paikkoja.', feed: 'Tämä luettelo syötteenä', accessibleYes: 'Esteetön',
    ask: 'Kysy', idea: 'Ehdota paikkaa',
  },
  map: { ground: 'Kartta', zoomIn: 'Lähennä', zoomOut: 'Loitonna', label: 'Paikat kartalla', failed: 'Karttaa ei saatu auki. Paikat ovat luettelona alla.', many: '# paikkaa lähekkäin', one: 'Yksi paikka', chosen: 'Valitut paikat', inView: 'Tässä näkymässä paikkoja: #', noneInView: 'Tässä näkymässä ei ole paikkoja.', seen: 'Näkymän paikat luettelona (#)', nearer: 'Lähennä karttaa, niin näkymän paikat tulevat luetteloksi tähän.', listBelow: 'Samat paikat ovat luettelona kartan alla.' },
  all: {
    title: 'Palvelut A–Ö', lead: 'Kaikki palvelut nimen mukaan: kunnan omat sekä yhdistysten ja yritysten.', filter: 'Rajaa', channel: 'Miten asioit', anyChannel: 'Miten vain', unit: 'Kuka vastaa', anyUnit: 'Mikä tahansa yksikkö', empty: 'Näillä rajauksilla ei löytynyt palveluja.', none: 'Palveluja ei ole vielä lisätty.', feed: 'Tämä luettelo syötteenä', life: 'Elämäntilanteet',
  },
  groups: { sports: 'Liikunta', nature: 'Ulkoilu ja luonto', children: 'Lapset ja nuoret', culture: 'Kirjasto ja kulttuuri', care: 'Terveys', everyday: 'Arki' } as Record<Group, string>,
  audiences: { children: 'Lapsille', families: 'Perheille', youth: 'Nuorille', adults: 'Aikuisille', older: 'Ikäihmisille', disabled: 'Vammaisille', newcomers: 'Maahan muuttaneille', companies: 'Yrityksille', associations: 'Yhdistyksille' } as Record<Audience, string>,
  channels: { web: 'Verkossa', form: 'Lomakkeella', phone: 'Puhelimella', place: 'Paikan päällä', desk: 'Palvelupisteessä', chat: 'Chatissa', email: 'Sähköpostilla' } as Record<ChannelKind, string>,
  prices: { free: 'Maksuton', paid: 'Maksullinen', varies: 'Hinta vaihtelee', unknown: '' } as Record<PriceKind, string>,
  life: {
    title: 'Elämäntilanteet', steps: 'Askel askeleelta', step: (n: number) => `${n}.`, toService: 'Palveluun', toPlace: 'Paikan tietoihin', toPlaces: 'Näytä paikat', toPage: 'Avaa', others: 'Muita tilanteita', asking: 'Jäikö jokin epäselväksi?', askingHint: 'Kysy, niin ohjaamme oikealle ihmiselle.', ask: 'Kysy kunnalta', wish: 'Toivo palvelua', hidden: 'Vain ylläpito näkee tämän. Se ei ole vielä esillä.', edit: 'Muokkaa',
  },
  synonyms: {
    title: 'Hakusanat', admin: 'Ylläpito', lead: 'Mitä ihmiset sanovat ja mitä se täällä tarkoittaa. Kun joku hakee edellisellä sanalla, haetaan myös jälkimmäisellä. Taivutetutkin muodot löytyvät.', said: 'Ihmiset sanovat', saidHint: 'Yksi tai useampi sana, esimerkiksi räntäsade.', means: 'Täällä se on nimeltään', meansHint: 'Sana, jolla palvelu tai paikka löytyy, esimerkiksi talvikunnossapito.', add: 'Lisää', remove: (said: string) => `Poista ${said}`, removeIt: 'Poista', saved: 'Sana on lisätty. Se on haussa muutamassa sekunnissa.', removed: 'Sana on poistettu.', started: 'Valmiit sanat on lisätty.', none: 'Sanoja ei ole vielä.', start: 'Lisää valmiit sanat', all: 'Sanat',
    missed: 'Haettu turhaan', missedLead: 'Näillä ei löytynyt mitään ainakin viitenä eri päivänä. Talletamme vain sanat ja päivän, emme hakijaa, ja unohdamme ne 90 päivässä.', noMissed: 'Mitään ei ole haettu turhaan viitenä eri päivänä.', times: (days: number, times: number) => `${days} päivänä, ${times} kertaa`, teach: 'Kerro, mitä se tarkoittaa',
    problems: { same: 'Tämä pari on jo luettelossa.', required: 'Kirjoita sana.', tooMany: 'Sanoja on jo tuhat. Poista ensin turhia.' } as Record<string, string>,
  },
  keep: {
    title: 'Elämäntilanteet', admin: 'Ylläpito', lead: 'Polut, joita ihmiset kulkevat, kun elämässä tapahtuu jotain: mitä tehdään, missä järjestyksessä ja mihin palveluun.', none: 'Yhtään elämäntilannetta ei ole vielä.', start: 'Ota valmiit pohjat käyttöön', startHint: 'Kahdeksan tilannetta kolmella kielellä. Muokkaa niitä vapaasti ja liitä askeliin oman kuntasi palvelut.', started: 'Valmiit elämäntilanteet on lisätty.',
    add: 'Uusi elämäntilanne', saved: 'Tallennettu.', moved: 'Järjestys vaihtui.', removed: 'Poistettu.', shownNo: 'Ei esillä', stepsOf: (n: number) => (n === 1 ? '1 askel' : `${n} askelta`), look: 'Katso sivua', up: (name: string) => `Siirrä ylös: ${name}`, down: (name: string) => `Siirrä alas: ${name}`,
    name: 'Nimi', lead2: 'Johdanto', icon: 'Kuvake', key: 'Osoitteen loppu', keyHint: 'Pieniä kirjaimia, numeroita ja viivoja, esimerkiksi muutto.', shown: 'Näytä ihmisille', save: 'Tallenna', steps: 'Askeleet', addStep: 'Lisää askel', stepName: 'Mitä tehdään', stepText: 'Selitys', to: 'Mihin palveluun, paikkaan tai osoitteeseen', toHint: 'Palvelun tai paikan nimi tai sivun osoite. Voi olla tyhjäkin.', which: 'Mitä tarkoitit?', removeStep: 'Poista askel', remove: 'Poista elämäntilanne', removeSure: 'Koko tilanne ja sen askeleet poistetaan.', languages: { fi: 'suomeksi', sv: 'ruotsiksi', en: 'englanniksi' } as Record<string, string>,
    problems: { required: 'Täytä tämä kohta.', taken: 'Tämä osoite on jo käytössä.', badKey: 'Käytä pieniä kirjaimia a–z, numeroita ja viivoja.', choose: 'Valitse alta, mitä tarkoitit.', notFound: 'Tällä nimellä ei löytynyt palvelua eikä paikkaa.', badUrl: 'Osoite alkaa https:// tai /.', tooMany: 'Askelia on jo 30.' } as Record<string, string>,
  },
}
export type Texts = typeof fi
