import type { ToldBody, ToldMeeting } from '../meetings.ts'

/** Who meets in Ylöjärvi. The bodies are the town's; the meetings below are made up. */
const bodies: ToldBody[] = [
  { key: 'council', name: { fi: 'Kaupunginvaltuusto', sv: 'Stadsfullmäktige', en: 'City council' }, unit: 'development' },
  { key: 'board', name: { fi: 'Kaupunginhallitus', sv: 'Stadsstyrelsen', en: 'City board' }, unit: 'development' },
  { key: 'technical', name: { fi: 'Tekninen lautakunta', sv: 'Tekniska nämnden', en: 'Technical committee' }, unit: 'technical' },
]
const cycling = { caseNumber: 'YLÖ/1104/10.03.01/{year}', matter: 'Pyöräreitti Ylöjärveltä Nokialle' }

const meetings: ToldMeeting[] = [
  {
    body: 'technical', day: '-27', time: '16:30', place: 'Kaupungintalo, kokoushuone Räikkä', by: 'Pekka Hakala', writtenAt: '-35 11.00', decidedAt: '-26 9.10',
    items: [
      { sign: '88', title: 'Karttapalaute suoraan työnjohtoon', caseNumber: 'YLÖ/988/10.03.01/{year}', topic: 'streets',
        text: `Katuvalosta, kuopasta tai kaatuneesta puusta voisi ilmoittaa kartalla, ja ilmoitus menisi suoraan sille, joka sen korjaa.

Ehdotus: karttapalaute otetaan käyttöön, ja jokaisesta ilmoituksesta kerrotaan korjausviikko kolmen arkipäivän kuluessa.`,
        decision: 'Karttapalaute otetaan käyttöön. Jokaisesta ilmoituksesta kerrotaan korjausviikko kolmen arkipäivän kuluessa. Puhelinpalvelu jatkuu ennallaan.' },
    ],
  },
  {
    body: 'technical', day: '-9', time: '16:30', place: 'Kaupungintalo, kokoushuone Räikkä', by: 'Pekka Hakala', writtenAt: '-16 10.20', decidedAt: '-8 9.05',
    items: [
      { sign: '96', title: 'Kokouksen laillisuus ja päätösvaltaisuus', decision: 'Kokous todettiin lailliseksi ja päätösvaltaiseksi.' },
      { sign: '97', title: 'Pyöräreitti Ylöjärveltä Nokialle: lähtökohdat', ...cycling, topic: 'streets', place: 'Elovainio',
        text: `Reitti kulkisi Elovainiosta vanhaa tielinjaa kuntarajalle ja jatkuisi Nokian puolella Linnavuoreen. Asukkaat nostivat esiin kaksi asiaa: sillan, jossa ei ole piennarta, ja valot koko matkalle.

Ehdotus: lautakunta hyväksyy, että suunnittelu jatkuu kahdella vaihtoehdolla ja että silta ja valaistus ovat mukana molemmissa.`,
        decision: 'Ehdotus hyväksyttiin. Lisäksi lautakunta toivoo, että pellon laidalle tehdään kohtauspaikka sadonkorjuuta varten.' },
      { sign: '98', title: 'Veittijärven koulun mäki aamun hiekoituskierrokselle', topic: 'winter', place: 'Veittijärven koulu',
        text: `Koulun mäki hiekoitetaan nyt kello yhdeksään mennessä. Kun se siirretään aamukierroksen alkuun, hiekka on mäessä ennen seitsemää.

Ehdotus: kierroksen järjestys muutetaan heti. Lisäkuluja ei tule.`,
        decision: 'Hyväksyttiin.' },
      { sign: '99', title: 'Kirkonkylän torin pysäköintiajat', topic: 'streets', place: 'Kirkonkylän tori',
        text: 'Kauppiaat toivovat, että torilla voisi pysäköidä maksutta koko päivän. Asukkaat pelkäävät, että silloin paikat täyttyvät aamulla. Ehdotus: kahden tunnin raja säilyy, ja iltapysäköinti vapautetaan kello 17.',
        decision: 'Asia jätettiin pöydälle. Lautakunta haluaa ensin tietää, kuinka monta paikkaa on tyhjänä kello 10.' },
    ],
  },
  {
    body: 'board', day: '+8', time: '17:00', place: 'Kaupungintalo, valtuustosali', by: 'Juha Lindroos', writtenAt: '-1 14.10',
    items: [
      { sign: '312', title: 'Kokouksen laillisuus ja päätösvaltaisuus' },
      { sign: '313', title: 'Pyöräreitti Ylöjärveltä Nokialle: sopimus suunnittelusta', ...cycling, topic: 'streets', place: 'Elovainio',
        text: `Ylöjärvi ja Nokia suunnittelevat reitin yhdessä. Kumpikin maksaa oman osuutensa ja päättää siitä itse. Sopimuksessa sovitaan myös, kuka auraa rajan yli menevän pätkän.

Ehdotus: kaupunginhallitus hyväksyy sopimuksen ja käyttää siihen tälle vuodelle varatut 60 000 euroa.` },
      { sign: '314', title: 'Osallistumisalustan kokeilu kahdessa yksikössä', matter: 'Ylöjärven oma osallistumisalusta', topic: 'participation',
        text: `Ennen kuin alusta tulee kaikille, sitä kokeillaan kahdessa yksikössä, joilla on asukkailta oikeasti kysyttävää. Kokeilu kestää puoli vuotta, ja siitä kerrotaan täällä.

Ehdotus: kaupunginhallitus nimeää kokeiluun vapaa-aikapalvelut ja yhdyskuntatekniikan.` },
      { sign: '315', title: 'Soppeenharjun koulun alaportin saattopaikka', topic: 'schools', place: 'Soppeenharjun koulu',
        text: `Alaportilla on aamuisin kolmekymmentä autoa ja yksi suojatie, jota ei näy. Saattopaikka siirtyisi sadan metrin päähän urheilukentän laitaan, ja portille tulisi koroke.

Ehdotus: kokeillaan kevätlukukauden ajan ja kysytään koululta ja kodeilta, miten kävi.` },
      { sign: '316', title: 'Avustushakemus Keijärven uimarannan esteettömään laituriin', topic: 'sports', place: 'Keijärven uimaranta',
        text: `Valtio myöntää avustusta liikuntapaikkojen esteettömyyteen. Laiturin hinta-arvio on 38 000 euroa, ja avustus voi kattaa siitä kolmanneksen.

Ehdotus: kaupunki hakee avustusta ja varaa omaan osuuteen rahat ensi vuoden talousarvioon.` },
      { sign: '317', title: 'Kirjastojen omatoimiajat ensi vuonna', topic: 'library', text: 'Kurun kirjasto aukeaisi kortilla myös arkiaamuisin kello 7. Pääkirjaston iltavuoro jatkuu ennallaan. Ehdotus: ajat hyväksytään, ja käyttöä seurataan puoli vuotta.' },
    ],
  },
  { body: 'council', day: '+22', time: '18:00', place: 'Kaupungintalo, valtuustosali', by: 'Juha Lindroos', writtenAt: '-20 9.00', items: [] },
]
/** What Ylöjärvi's bodies have on their tables, counted from the telling. */
export const ylojarviMeetings = { bodies, meetings }
