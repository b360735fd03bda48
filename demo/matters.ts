import type { Stance, When, Who } from './told.ts'

export type MatterStep = { at: When; by: Who } & (
  | { does: 'says'; key?: string; to?: string; stance?: Stance; text: string; /** on this section of the document */ section?: number }
  | { does: 'moves'; to: number; sentence: string; endsOn: string }
  | { does: 'offers'; text: string; shown?: boolean; reply?: { at: When; by: Who; accepted: boolean; words: string } }
  | { does: 'becomes'; comments: string[]; outcome: 'used' | 'partly' | 'not'; theme: string; why: string }
  | { does: 'decides'; caseNumber: string; body: string; decision: string; url?: string }
  | { does: 'closes'; outcome: 'service' | 'ended'; sentence: string }
)
/** A matter as it is told: begun and published by an official, and what has happened in it since. Without `published` it is a draft. */
export type ToldMatter = {
  title: string; thought: string; topic: string; area?: string; place?: string; by: Who; begun: When; published?: When
  /** ideas that it grew out of, by their keys */ from?: string[]
  conditions?: { law?: string; money?: string; time?: string; notOpen?: string }
  ask?: string; /** quick choices, and who has taken each */ choices?: Record<string, Who[]>; contact?: string
  links?: { title: string; url: string; description: string }[]
  /** the sections of the document that is heard */ document?: { title: string; text: string }[]
  steps: MatterStep[]
}

/** What Ylöjärvi prepares in the open: three of its ideas of 2016 taken up, and what an official has thought of lately. Sums, plans and people are made up. */
const ylojarvi: ToldMatter[] = [
  {
    title: 'Ylöjärven oma osallistumisalusta', topic: 'participation', by: 'Juha Lindroos', begun: '-7 8.40', published: '-6 9.05', from: ['participation-platform'],
    thought: `Kymmenen vuotta sitten kirjoitin tänne ajatuksen, jolle ei silloin ollut tekijää: virkamies panee aikeensa verkkoon minuutissa, ja se tavoittaa ne, joita asia koskee.

Nyt välineet ovat olemassa. Mietin, miten aloitamme. Kaikki yksiköt kerralla, jolloin oppi on yhteinen, vai kaksi ensin, jolloin virheet jäävät pieniksi? Eniten minua askarruttaa se, mitä Terhi Lounela kysyi jo silloin: kuka vastaa, kun kysymykseen tulee kolmesataa kommenttia.`,
    conditions: { law: 'Kuntalaki 22 § velvoittaa huolehtimaan osallistumisen mahdollisuuksista. Hallintolain 41 § koskee valmistelua, joka vaikuttaa moneen.', money: 'Käyttöönottoon on varattu yhden ihmisen puoli työaikaa. Uusia hankintoja ei tehdä.', time: 'Ensimmäiset asiat avataan tammikuussa.', notOpen: 'Lakisääteinen kuuleminen ja viralliset ilmoitukset tehdään edelleen kuten ennen.' },
    ask: 'Miten alustan kanssa pitäisi aloittaa?',
    choices: {
      'Kaksi yksikköä ensin, muut keväällä': ['Aino Koskela', 'Lauri Soini', 'Maija Alanko', 'Eero Salonen', 'Venla Rautio', 'Joonas Katajisto', 'Sofia Lindell', 'Otso Kangas'],
      'Kaikki yksiköt kerralla': ['Nina Hallamaa', 'Mikko Syrjä', 'Olli Hakkarainen'],
      'Vasta kun kaikki on valmista': ['Kari Oksala'],
    },
    contact: 'puhelin 050 555 0140, parhaiten aamupäivisin',
    links: [{ title: 'Kuntalaki, 5 luku: kunnan asukkaiden osallistumisoikeus', url: 'https://www.finlex.fi/fi/laki/ajantasa/2015/20150410', description: 'Mitä laki sanoo osallistumisesta' }],
    steps: [
      { does: 'says', at: '-6 12.31', by: 'Terhi Lounela', key: 'who', stance: 'neutral', text: 'Kiitos, että muistit kysymyksen. Siitä riippuu, uskonko tähän: luvatkaa vain se, minkä ehditte pitää.' },
      { does: 'says', at: '-5 8.20', by: 'Juha Lindroos', to: 'who', text: 'Jokaisella asialla on päivä, johon mennessä seuraava askel kerrotaan, ja se näkyy kaikille. Jos myöhästymme, myös se näkyy.' },
      { does: 'says', at: '-5 19.48', by: 'Lauri Soini', stance: 'for', text: 'Kaksi yksikköä ensin. Sellaiset, joilla on oikeasti jotain kysyttävää, ei sellaiset, joilla on aikaa.' },
      { does: 'says', at: '-4 21.05', by: 'Kari Oksala', stance: 'against', text: 'Valtuusto on jo alusta osallistumiselle. Siellä istutaan kerran kuussa, ja yleisöparvi on tyhjä.' },
      { does: 'offers', at: '-4 18.15', by: 'Joonas Katajisto', text: 'Voin lukea rajapinnan läpi ja kertoa, mitä siitä puuttuu. Osaan myös tiskata.', shown: true, reply: { at: '-3 9.00', by: 'Emmi Saarto', accepted: true, words: 'Kiitos, tartutaan tähän. Tavataan keskiviikkona kello 17, kahvi on meillä.' } },
      { does: 'offers', at: '-3 7.30', by: 'Leipomo Korpi Oy', text: 'Viinerit ensimmäiseen iltaan, niin kuin viimeksikin. Tämä ei edelleenkään ole mainos.', shown: true, reply: { at: '-3 9.10', by: 'Juha Lindroos', accepted: true, words: 'Otetaan ilolla vastaan.' } },
      { does: 'offers', at: '-1 20.02', by: 'Anneli Kotila', text: 'Minulla ei ole älypuhelinta, mutta tulen mielelläni kertomaan, miltä tämä tuntuu paperilla.' },
    ],
  },
  {
    title: 'Koulujen tilat iltakäyttöön', topic: 'leisure', place: 'Soppeenharjun koulu', by: 'Noora Vainio', begun: '-75 13.10', published: '-74 9.00', from: ['space-use'],
    thought: `Koulujen salit ja aulat ovat arki-iltoina suurimmaksi osaksi tyhjiä. Haluan, että kuoro, pelaajat, kirjoituspiiri ja leipuri pääsevät niihin ovikoodilla, selvällä hinnalla ja ilman että kukaan tulee avaamaan.

Ensin kuulemme ideoita ja teemme niistä käyttösäännöt. Kun säännöt ovat luettavina, jokaista kohtaa voi kommentoida. Lautakunta päättää niistä, kun olemme käyneet läpi, mitä sanoitte.`,
    conditions: { law: 'Kunnan on järjestettävä opetus (perusopetuslaki), joten koulupäivä menee aina edelle. Elintarvikkeiden myynnistä ilmoitetaan terveysvalvonnalle.', money: 'Lukot maksavat 2 400 euroa ovelta. Ensimmäisiin kuuteen oveen on raha.', time: 'Säännöt tulevat voimaan heti, kun lautakunta on päättänyt niistä.', notOpen: 'Luokkahuoneita ja kotitalousluokkia ei avata vielä.' },
    ask: 'Mikä näistä säännöistä estäisi sinua tulemasta?', contact: 'noora.vainio@ylojarvi.example',
    document: [
      { title: '1. Mitkä tilat', text: 'Vuokrattavia ovat Soppeenharjun, Moision ja Vuorentaustan koulujen liikuntasalit, aulat ja neuvotteluhuoneet. Tilat ovat auki arkisin kello 17–22 ja viikonloppuisin kello 9–22. Koulun omat tilaisuudet menevät edelle, ja peruuntuneesta varauksesta saa rahat takaisin.' },
      { title: '2. Kuka saa varata', text: 'Varata voi jokainen täysi-ikäinen, yhdistys ja yritys. Varaaja tunnistautuu vahvasti ja vastaa tilasta varauksensa ajan. Ylöjärveläiset voivat varata kaksi kuukautta etukäteen, muut kuukauden.' },
      { title: '3. Mitä se maksaa', text: 'Sali maksaa 12 euroa tunnilta, aula 8 euroa ja neuvotteluhuone 5 euroa. Alle 20-vuotiaiden ryhmiltä ei peritä maksua. Yritys maksaa kaksinkertaisen hinnan. Siivous kuuluu hintaan.' },
      { title: '4. Miten pääsee sisään', text: 'Varaaja saa ovikoodin puhelimeensa tuntia ennen vuoroa. Ovessa on myös puhelinnumero, johon vastataan kello 22 asti.' },
    ],
    steps: [
      { does: 'says', at: '-72 19.20', by: 'Elina Karjala', key: 'choir', stance: 'for', text: 'Kuoro tulee heti, jos vuoron saa koko kaudeksi kerralla. Viikko kerrallaan varaaminen tappaa jokaisen kuoron.' },
      { does: 'says', at: '-70 8.05', by: 'Petri Uotila', key: 'cleaning', stance: 'against', text: 'Kysyn saman kuin ennenkin: kuka siivoaa ennen kello kahdeksaa?' },
      { does: 'offers', at: '-68 9.30', by: 'Kurun Kyläyhdistys ry', text: 'Meillä on kylätalolta kymmenen vuoden kokemus avaimista ja ovikoodeista. Tulemme kertomaan, mitä kannattaa kirjoittaa sääntöihin.', shown: true, reply: { at: '-66 10.00', by: 'Noora Vainio', accepted: true, words: 'Tätä osaamista meiltä puuttuu. Kutsun teidät työpajaan.' } },
      { does: 'moves', at: '-52 9.15', by: 'Noora Vainio', to: 1, sentence: 'Saimme ideoita, joissa toistui kolme asiaa: kausivuorot, siivous ja puhelinnumero oveen. Kirjoitamme niistä käyttösäännöt.', endsOn: '-12' },
      { does: 'becomes', at: '-50 14.00', by: 'Noora Vainio', comments: ['cleaning'], outcome: 'used', theme: 'Siivous', why: 'siivous kuuluu hintaan, ja salit siivotaan illan viimeisen vuoron jälkeen.' },
      { does: 'moves', at: '-12 9.00', by: 'Noora Vainio', to: 2, sentence: 'Käyttösäännöt ovat valmiit luettaviksi. Kommentoi kohta kerrallaan, niin tiedämme, mitä muuttaa.', endsOn: '+9' },
      { does: 'becomes', at: '-11 10.20', by: 'Noora Vainio', comments: ['choir'], outcome: 'partly', theme: 'Kausivuorot', why: 'kausivuoron saa salista, mutta aulat jäävät yksittäisille varauksille.' },
      { does: 'says', at: '-10 20.11', by: 'Ahmed Noor', key: 'youth', section: 2, stance: 'for', text: 'Maksuttomuus alle 20-vuotiaille on tämän paperin paras lause. Pitäkää se, vaikka muu muuttuisi.' },
      { does: 'says', at: '-9 12.40', by: 'Leipomo Korpi Oy', section: 2, stance: 'neutral', text: 'Kaksinkertainen hinta on yritykselle reilu. Voisiko pullamyynnin ensimmäinen kerta olla kokeilu yhdistyksen hinnalla?' },
      { does: 'says', at: '-8 7.55', by: 'Veikko Tuomela', section: 3, stance: 'for', text: 'Puhelinnumero ovessa! Joku luki, mitä kirjoitin.' },
      { does: 'says', at: '-5 18.30', by: 'Riikka Pajula', section: 0, stance: 'against', text: 'Viljakkala puuttuu. Puolen tunnin ajo Soppeelle ei ole iltakäyttöä.' },
      { does: 'becomes', at: '-2 9.30', by: 'Noora Vainio', comments: ['youth'], outcome: 'used', theme: 'Nuorten maksuttomuus', why: 'maksuttomuus pysyy, ja siitä tulee oma kohtansa.' },
    ],
  },
  {
    title: 'Karttapalaute suoraan työnjohtoon', topic: 'streets', by: 'Sanna Ojala', begun: '-130 10.00', published: '-128 9.20', from: ['map-feedback'],
    thought: `Kuoppa kulkee meillä kolmen sähköpostin kautta. Haluan, että ilmoitus menee kartalta suoraan sille, joka lähettää auton, ja että ilmoittaja näkee koko ajan, missä mennään.

Mallia katsomme Nokialta, jossa tämä jo toimii. Kysyn sitä, mikä ei näy heidän järjestelmästään: mitä sinä haluat tietää ilmoituksesi jälkeen?`,
    conditions: { money: 'Ohjelmiston vuosimaksu on 6 000 euroa, ja se on talousarviossa.', time: 'Käyttöön ennen ensilunta.', notOpen: 'Puhelimella saa ilmoittaa jatkossakin.' },
    ask: 'Mitä haluat tietää, kun olet ilmoittanut kuopan?', contact: 'puhelin 050 555 0162',
    steps: [
      { does: 'says', at: '-126 18.12', by: 'Mikko Syrjä', key: 'time', stance: 'for', text: 'Milloin korjataan. Ei "käsittelyssä", vaan viikko ja päivä. Sorsa muuttaa sen mukaan.' },
      { does: 'says', at: '-125 9.40', by: 'Raimo Haapala', key: 'same', stance: 'neutral', text: 'Näyttäkää ennen lähettämistä, onko joku jo ilmoittanut saman. Muuten työnjohto lukee karttaa eikä korjaa.' },
      { does: 'moves', at: '-104 9.00', by: 'Sanna Ojala', to: 1, sentence: 'Vastauksissa toistui kaksi asiaa: korjauspäivä ja samojen ilmoitusten yhdistäminen. Ne tehdään ensin.', endsOn: '-60' },
      { does: 'becomes', at: '-103 11.15', by: 'Sanna Ojala', comments: ['same'], outcome: 'used', theme: 'Samat ilmoitukset', why: 'lähellä olevat ilmoitukset näytetään, ja niihin voi liittyä yhdellä napilla.' },
      { does: 'becomes', at: '-103 11.20', by: 'Sanna Ojala', comments: ['time'], outcome: 'partly', theme: 'Korjauspäivä', why: 'kerromme viikon heti ja päivän silloin, kun auto on lähdössä.' },
      { does: 'moves', at: '-60 9.10', by: 'Sanna Ojala', to: 3, sentence: 'Ehdotus lautakunnalle on valmis. Kuulemista ei järjestetä erikseen, koska säännöt eivät muutu.', endsOn: '-40' },
      { does: 'moves', at: '-40 8.45', by: 'Pekka Hakala', to: 4, sentence: 'Asia on lautakunnan esityslistalla.', endsOn: '-25' },
      { does: 'decides', at: '-26 9.30', by: 'Pekka Hakala', caseNumber: 'YLÖ/988/10.03.01/{year}', body: 'Tekninen lautakunta', decision: 'Lautakunta päätti, että karttapalaute otetaan käyttöön. Jokaisesta ilmoituksesta kerrotaan korjausviikko kolmen arkipäivän kuluessa. Puhelinpalvelu jatkuu ennallaan.' },
      { does: 'moves', at: '-25 9.00', by: 'Sanna Ojala', to: 5, sentence: 'Kartta on kokeiltavana Kirkonkylässä ja Soppeenmäessä. Koko kaupunkiin se laajenee, kun ensimmäiset sata ilmoitusta on korjattu.', endsOn: '+35' },
      { does: 'says', at: '-19 7.20', by: 'Kurun Kyläyhdistys ry', stance: 'for', text: 'Milloin Kuru? Meillä on yhä kuusi katuvaloa, joista yksi on ollut pimeänä puoli vuotta.' },
    ],
  },
  {
    title: 'Soppeenmäen puiston uudistus', topic: 'parks', place: 'Soppeenmäen puisto', area: 'Soppeenmäki', by: 'Pekka Hakala', begun: '-3 15.20', published: '-2 8.30',
    thought: `Soppeenmäen puiston leikkipaikka tulee ensi kesänä käyttöikänsä päähän. Ennen kuin tilaamme samat keinut uudestaan, kysyn teiltä, jotka kuljette siellä joka päivä: mitä puistossa pitäisi voida tehdä?

Merkitse kartalle paikka, jossa nyt on jotain hyvää tai jotain, mikä pelottaa. Erityisesti haluan kuulla, missä kohdassa on pimeää.`,
    conditions: { money: 'Rahaa on 85 000 euroa. Sillä saa leikkipaikan ja valot, mutta ei tekojäätä.', time: 'Rakennetaan ensi kesänä koulujen loma-aikana.', notOpen: 'Puiston läpi kulkeva hulevesioja säilyy.' },
    ask: 'Kenelle puisto pitäisi ensin tehdä?',
    choices: { 'Pienille lapsille': ['Johanna Mäntylä', 'Hanna Suvanto'], 'Kouluikäisille': ['Aino Koskela'], 'Kaikenikäisille kävelijöille': ['Ulla Kankare'] },
    steps: [
      { does: 'says', at: '-1 16.50', by: 'Hanna Suvanto', stance: 'for', text: 'Aita ojan puolelle. Kolmevuotias juoksee aina kohti vettä.' },
      { does: 'says', at: '-1 19.25', by: 'Aleksi Toivola', stance: 'neutral', text: 'Koulun jälkeen puistossa ei ole mitään yli kymmenvuotiaalle. Koriteline riittäisi.' },
    ],
  },
  {
    title: 'Uimahallin aamuvuorot', topic: 'sports', place: 'Uimahalli', by: 'Jari Niemi', begun: '-152 9.00', published: '-150 9.00',
    thought: 'Uimahalli aukeaa nyt kello kahdeksalta. Moni kävisi ennen töitä. Mietin, avaisimmeko kahtena aamuna kello kuudelta, ja mistä tunnit otettaisiin.',
    conditions: { money: 'Lisätunteihin ei ole rahaa: aamut otetaan illoista.', notOpen: 'Koulujen uintivuorot pysyvät.' }, ask: 'Kumpana aamuna tulisit?',
    steps: [
      { does: 'says', at: '-148 6.20', by: 'Tuula Nieminen', key: 'tuesday', stance: 'for', text: 'Tiistaina ja torstaina. Maanantaina en tule mihinkään kuudelta, vaikka vesi olisi samppanjaa.' },
      { does: 'says', at: '-147 21.10', by: 'Teemu Harju', stance: 'against', text: 'Illasta ei saa ottaa. Me, joilla on pieniä lapsia, käymme silloin kun he nukkuvat.' },
      { does: 'moves', at: '-120 9.00', by: 'Jari Niemi', to: 1, sentence: 'Kokeilemme tiistai- ja torstaiaamuja. Tunnit otetaan hiljaisista keskipäivistä, ei illoista.', endsOn: '-60' },
      { does: 'becomes', at: '-119 9.15', by: 'Jari Niemi', comments: ['tuesday'], outcome: 'used', theme: 'Aamut', why: 'aamuiksi valittiin tiistai ja torstai.' },
      { does: 'moves', at: '-62 9.00', by: 'Jari Niemi', to: 5, sentence: 'Aamuvuorot alkavat ensi viikolla. Seuraamme, moniko käy.', endsOn: '-10' },
      { does: 'closes', at: '-14 10.00', by: 'Jari Niemi', outcome: 'service', sentence: 'Aamuvuorot jäävät pysyviksi. Kävijöitä on ollut keskimäärin 41, ja keskipäivän väki on siirtynyt iltapäivään.' },
    ],
  },
  { title: 'Kuntoportaat Räikkään', topic: 'sports', place: 'Räikän urheilualue', by: 'Jari Niemi', begun: '-1 17.40', steps: [], thought: 'Räikän rinteeseen mahtuisi kuntoportaat, noin sata askelmaa. Ennen kuin kysyn hintaa, haluaisin tietää, kuka niitä käyttäisi ja mihin aikaan.' },
]

/** What Nokia prepares alone. */
const nokia: ToldMatter[] = [
  {
    title: 'Talviuinti Vihnusjärvelle', topic: 'sports', place: 'Vihnusjärven uimaranta', by: 'Ossi Leino', begun: '-12 10.10', published: '-11 9.00', from: ['winter-swimming'],
    thought: 'Vihnusjärvellä uidaan jo nyt talvella, mutta ilman valoja, liukuestettä ja pukutilaa. Mietimme, mitä vähintään tarvitaan, jotta uiminen on turvallista, ja kuka pitää avannon auki.',
    conditions: { money: 'Pumppu ja matto maksavat noin 4 500 euroa. Pysyvään pukutilaan ei ole vielä rahaa.', notOpen: 'Kesän uimarannan käyttö pysyy.' },
    ask: 'Mihin aikaan tulisit uimaan?', choices: { 'Aamulla ennen töitä': ['Eeva Rautanen', 'Jouni Kettunen', 'Annika Lundén'], 'Illalla': ['Niko Salmela', 'Sini Rantanen', 'Kimmo Harjula', 'Laura Mesiäinen'], 'Viikonloppuna': ['Raili Uusitalo'] },
    steps: [
      { does: 'says', at: '-10 17.30', by: 'Eeva Rautanen', stance: 'for', text: 'Valo ja kaide riittävät. Pukutilana on toiminut auton takapenkki, mutta kaiteeksi siitä ei ole.' },
      { does: 'offers', at: '-9 12.00', by: 'Nokian Melojat ry', text: 'Vajamme on rannassa. Talvella siellä on tyhjää, ja sinne mahtuu kymmenen ihmistä vaihtamaan vaatteet.', shown: true, reply: { at: '-8 9.20', by: 'Ossi Leino', accepted: true, words: 'Tämä ratkaisee puolet asiasta. Tulen katsomaan vajaa torstaina.' } },
    ],
  },
]

export const matters: Record<string, ToldMatter[]> = { ylojarvi, nokia }
