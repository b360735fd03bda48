/** What somebody says of a thing, `{at}` being where ("Kuruntie 14:n kohdalla"); what is said when just that is done; and which known places it can be true of. */
export type Said = [says: string, done?: string, at?: RegExp]
/**
 * What people tell of each category in Ylöjärvi, and how it goes. A text is put together of what is said and an end that is
 * true of any of them, and so is what is said when it is done. All of it is made up.
 */
export type ToldKind = {
  category: string; /** how many in a year */ year: number; /** how the year goes, January first */ months: number[]
  /** known places whose name fits; every door otherwise */ places?: RegExp
  says: Said[]; ends: string[]; /** days until done, the half of them sooner */ days: number; done: string[]; cannot?: string[]
  /** drawn pictures: before, and after when there is one */ picture?: string; after?: string; order?: string
}
const even = [1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1]

export const kinds: ToldKind[] = [
  { category: 'pothole', year: 78, months: [1, 1, 4, 9, 6, 2, 2, 2, 3, 3, 3, 1], days: 6, picture: 'pothole', after: 'pothole-after', order: 'Paikkauskierros',
    says: [['Iso kuoppa {at}. Bussikin väistää sitä.', 'Kuoppa paikattiin ja reuna vahvistettiin.'], ['Asfaltissa on monttu {at}. Vannetta saa varoa.'], ['Päällyste on murtunut {at}.'], ['Tien reuna on sortunut {at}.', 'Reuna täytettiin ja tiivistettiin.'], ['Routavaurio heittää autoa {at}.', 'Heitto tasoitettiin. Kunnolla se korjataan, kun routa on sulanut.'], ['Kaivonkansi on painunut {at}.', 'Kaivonkansi nostettiin tien tasoon.'], ['Pyörätiessä on poikittainen railo {at}. Pimeässä sitä ei näe.', 'Railo täytettiin.']],
    ends: ['Naapuri kompastui siihen eilen.', 'Sateella se on lätäkkö muiden joukossa.', 'Viime keväänä paikattiin, mutta paikka lähti.', 'Syvyyttä on kämmenen verran.', ''],
    done: ['Paikattiin kylmämassalla. Kesällä tehdään kunnon päällyste.', 'Paikattu. Kiitos tarkasta osoitteesta.'], cannot: ['Katu päällystetään kokonaan kahden viikon päästä, joten emme paikkaa sitä erikseen.', 'Tämä on taloyhtiön piha-aluetta. Kerroimme asiasta isännöitsijälle.'] },
  { category: 'winter', year: 90, months: [10, 9, 5, 1, 0, 0, 0, 0, 0, 1, 4, 9], days: 0.5, picture: 'ice', after: 'ice-after', order: 'Hiekoituskierros',
    says: [['Peilijäätä {at}. Kaaduin tänä aamuna, onneksi vain polvi.'], ['Katu on auraamatta {at}. Postilaatikolle mennään suksilla.', 'Aurattiin ja hiekoitettiin.'], ['Aura jätti vallin {at}.', 'Valli siirrettiin pois. Pahoittelut!'], ['Mäki on hiekoittamatta {at}.'], ['Polanne kasvaa {at}.', 'Polanne poistettiin tiehöylällä.'], ['Sohjo jäätyi uriksi {at}.', 'Urat höylättiin pois.'], ['Jalkakäytävä on lumen alla {at}. Autotie on kyllä hieno.', 'Jalkakäytävä aurattiin.']],
    ends: ['Lapset kulkevat siitä kouluun, osa mahallaan.', 'Lastenvaunut jäävät kiinni.', 'Kävelykeppikin luistaa.', 'Aamulla seitsemältä tilanne oli sama.', ''],
    done: ['Hiekoitettiin aamuvuorossa.', 'Hoidettiin. Käännämme kierroksen niin, että tämä kohta on kunnossa ennen koulun alkua.'], cannot: ['Lunta oli alle kolme senttiä, joten auraa ei vielä lähetetty. Hiekoitamme, jos pakastuu.'] },
  { category: 'light', year: 57, months: [6, 4, 2, 1, 0, 0, 0, 3, 5, 7, 8, 8], days: 9, picture: 'dark', after: 'dark-after', order: 'Lamppujen vaihto',
    says: [['Katuvalo on pimeänä {at}. Suojatietä ei näe kukaan.', 'Lamppu vaihdettiin lediksi.'], ['Kolme valoa peräkkäin on pimeänä {at}. Aamuisin mennään taskulampulla.', 'Vika oli sulakkeessa. Koko väli palaa taas.'], ['Lamppu vilkkuu {at}. Meillä riittäisi diskovaloa vähemmälläkin.', 'Lamppu vaihdettiin. Disko loppui.'], ['Valopylväs on vinossa {at}.', 'Pylväs oikaistiin.'], ['Lampun kupu roikkuu {at}.', 'Kupu kiinnitettiin.'], ['Valot palavat keskellä päivää {at}.', 'Hämäräkytkin vaihdettiin.']],
    ends: ['Näin on ollut pari viikkoa.', 'Pylväässä ei ole numeroa, tai ainakaan en yltänyt sitä lukemaan.', 'Kiitos jo etukäteen.', ''],
    done: ['Valo korjattiin.'], cannot: ['Valaisimet uusitaan kadun remontissa keväällä, joten emme enää korjaa vanhaa.'] },
  { category: 'sign', year: 18, months: even, days: 7,
    says: [['Liikennemerkki on kaatunut {at}. Joku on peruuttanut sen päälle.', 'Merkki nostettiin ja pylväs valettiin kiinni.'], ['Kadunnimikyltti on kadonnut {at}. Vieraat eksyvät, emmekä aina jaksa hakea.', 'Uusi kyltti on paikallaan.'], ['Suojatien viivat ovat kuluneet pois {at}.', 'Viivat maalattiin.'], ['Liikennepeili on sumea {at} eikä näytä mitään.', 'Peili vaihdettiin lämmitettyyn.'], ['Kärkikolmio on kääntynyt väärin päin {at}. Nyt kaikilla on etuajo-oikeus.', 'Merkki käännettiin ja kiristettiin.']],
    ends: ['Näin on ollut viime viikosta asti.', ''], done: ['Korjattiin.'] },
  { category: 'underpass', year: 17, months: [1, 1, 6, 6, 1, 1, 2, 2, 1, 2, 3, 1], days: 1.5, picture: 'water', after: 'water-after',
    says: [['Alikulku on täynnä vettä {at}.', 'Pumppu vaihdettiin. Käymme katsomassa seuraavan sateen jälkeen.'], ['Vesi seisoo pyörätiellä {at}.'], ['Sadevesikaivo tulvii {at}. Ritilä on tukossa lehdistä.', 'Ritilä puhdistettiin ja kaivo imettiin auki.']], ends: ['Kumisaappaat eivät riitä.', 'Nilkkaan asti, ja minä olen pitkä.', ''], done: ['Kaivo imettiin auki ja vesi laski.'] },
  { category: 'playground', places: /puisto$|koulu$|päiväkoti$/i, year: 22, months: [0, 0, 1, 4, 6, 6, 5, 5, 4, 2, 1, 0], days: 10,
    says: [['Keinun ketju on poikki {at}.', 'Ketju vaihdettiin ja muutkin tarkastettiin.'], ['Kiipeilytelineestä törröttää pultti {at}. Kieltonauhan alta mahtuu.', 'Pultti katkaistiin ja hiottiin.'], ['Hiekkalaatikossa on lasinsiruja {at}. Poistin suurimmat.', 'Hiekka vaihdettiin.'], ['Karuselli vinkuu {at} niin, että kuuluu kirkkoon asti.', 'Karuselli voideltiin. Ääntä jäätiin kuulemma kaipaamaan.'], ['Liukumäen alla on suo {at}.', 'Alle ajettiin sepeliä ja uusi hiekka.']],
    ends: ['Kuopus testasi ja itki.', 'Muuten meillä viihdytään.', ''], done: ['Korjattiin ja tarkastettiin.'], cannot: ['Teline on käyttöikänsä lopussa ja poistetaan. Uusi on ensi vuoden ohjelmassa.'] },
  { category: 'tree', year: 28, months: [2, 1, 1, 1, 2, 3, 4, 5, 4, 3, 3, 2], days: 4, picture: 'tree', after: 'tree-after', order: 'Myrskypuut',
    says: [['Puu on kaatunut polulle {at}. Kiersin metsän kautta.', 'Puu raivattiin, ja runko jäi lahopuuksi metsään.'], ['Kuivunut mänty nojaa pihaamme päin {at}. Seuraava tuuli kaataa sen.', 'Mänty kaadettiin.'], ['Iso oksa roikkuu kulkutien päällä {at}.', 'Oksa sahattiin pois.'], ['Pensas peittää näkymän risteyksessä {at}. Autosta ei näe lasta.', 'Pensas leikattiin puoleen metriin.'], ['Haapa on halki {at}. Lintu pesii siinä, odottakaa hetki.', 'Puu kaadettiin, kun poikaset olivat lähteneet.']],
    ends: [''], done: ['Raivattiin.'], cannot: ['Puu on terve, ja sen juuristo kantaa. Seuraamme sitä vuosittain.'] },
  { category: 'litter', year: 36, months: [1, 1, 5, 8, 6, 5, 5, 4, 3, 3, 2, 1], days: 3, picture: 'litter', after: 'litter-after',
    says: [['Roska-astia pursuaa {at}.', 'Astia tyhjennettiin, ja tästä lähtien se tyhjennetään useammin.'], ['Hylätty sohva {at}. Istuin hetken. Ei huono.', 'Sohva haettiin. Kiitos koeistunnasta.'], ['Rikkinäisiä pulloja {at}. Keräsin pussillisen, loput jäi.'], ['Varis on levitellyt roskiksen sisällön {at}.', 'Siivottiin, ja astiaan vaihdettiin varislukko.'], ['Renkaita ojassa {at}. Neljä, eli koko sarja.', 'Renkaat haettiin.']],
    ends: ['Tuuli vie roskat kohta järveen.', 'Koira haluaisi hoitaa asian itse.', ''], done: ['Alue siivottiin.'] },
  { category: 'dogpark', places: /puisto$/i, year: 12, months: even, days: 12, says: [['Koira-aitauksen portti ei pysy kiinni {at}. Mäyräkoira on nyt kaupungilla tuttu.', 'Salpa vaihdettiin jousitettuun.'], ['Koira-aidassa on reikä {at}. Mäyräkoiran kokoinen.', 'Aita paikattiin.'], ['Koirien puoli on pelkkää kuraa {at}. Vaaleasta koirasta tuli ruskea.', 'Hake levitettiin koko aitaukseen.']], ends: [''], done: ['Korjattiin.'] },
  { category: 'beach', places: /ranta$/i, year: 14, months: [0, 0, 0, 0, 2, 7, 9, 5, 1, 0, 0, 0], days: 5, says: [['Laiturin tikas on irti {at}. Uidessa sen huomasi.', 'Tikas kiinnitettiin.'], ['Pukukopin ovi ei sulkeudu {at}.', 'Ovi sai uuden saranan.'], ['Hiekassa on lasia {at}.', 'Ranta haravoitiin, ja sukeltaja kävi.'], ['Pelastusrengas on kadonnut {at}. Naulakko sentään on paikallaan.', 'Uusi pelastusrengas on telineessä.']], ends: ['Uimareita on paljon.', ''], done: ['Korjattiin.'] },
  { category: 'track', places: /kaukalo$|kenttä$|urheilualue$|koulu$/i, year: 32, months: [9, 9, 5, 1, 0, 0, 0, 0, 0, 0, 2, 6], days: 1.5,
    says: [['Latu on ajamatta {at}. Pito olisi hyvä, jos olisi latu.', 'Latu ajettiin illalla.', /urheilualue$/i], ['Valoladulla on pimeää {at}.', 'Sulake vaihdettiin. Valot palavat taas.', /urheilualue$/i], ['Ladulla kävellään {at}. Kyltti auttaisi.', 'Kulkijoille tehtiin oma polku ja kyltti.', /urheilualue$/i], ['Jäässä on railo {at}.', 'Jäädytettiin kahdesti yön aikana.'], ['Toinen maali on kadonnut {at}. Pelaamme kahdella repulla.', 'Maali löytyi naapurikentältä.'], ['Lumi on kolaamatta jäältä {at}.', 'Jää aurattiin.']],
    ends: ['Illalla olisi treenit.', ''], done: ['Hoidettiin.'], cannot: ['Pakkasta ei ole luvassa viikkoon, joten jäätä ei vielä saa pitämään.'] },
  { category: 'waterleak', year: 12, months: [3, 3, 2, 2, 1, 1, 1, 1, 1, 1, 2, 3], days: 0.6, says: [['Vettä pulppuaa asfaltin raosta {at}. Virtaa ojaan jo toista päivää.', 'Vuoto löytyi ja korjattiin.'], ['Vesi tulee hanasta ruskeana {at}. Kahvi maistui raudalta.', 'Verkko huuhdeltiin. Juoksuttakaa kylmää vettä, kunnes se kirkastuu.'], ['Vedenpaine on heikko {at}. Suihkussa pitää olla nopea.', 'Venttiili vaihdettiin.'], ['Palopostista vuotaa vettä {at}.', 'Paloposti tiivistettiin.']], ends: [''], done: ['Korjattiin.'] },
  { category: 'sewer', year: 12, months: [1, 1, 3, 3, 1, 1, 2, 3, 2, 3, 2, 1], days: 2, says: [['Hulevesikaivo on tukossa {at}. Vesi tulee kohta pihaan.', 'Kaivo avattiin ja huuhdeltiin.'], ['Viemäri haisee {at}. Naapuri syytti ensin meitä.', 'Viemärin tuuletus korjattiin.'], ['Ojan rumpu on jäässä {at}.', 'Rumpu sulatettiin höyryllä.']], ends: [''], done: ['Korjattiin.'] },
  { category: 'building', places: /koulu$|kirjasto$|halli$|talo$|päiväkoti$/i, year: 12, months: even, days: 8, says: [['Vessan hana vuotaa {at}. Kolme viikkoa sitten se vain tippui.', 'Hana vaihdettiin.'], ['Ulko-ovi jää raolleen {at}. Lämmitämme koko Pirkanmaata.', 'Ovipumppu säädettiin. Ovi sulkeutuu taas.'], ['Luiska on irti alareunastaan {at}.', 'Luiska kiinnitettiin, ja se sai karhean pinnan.'], ['Pukuhuoneessa on kylmä {at}.', 'Patteri ilmattiin. Nyt siellä tarkenee.', /halli$|koulu$/i]], ends: [''], done: ['Korjattiin.'] },
  { category: 'vandalism', year: 12, months: [1, 1, 2, 2, 3, 3, 3, 3, 2, 2, 1, 1], days: 9, says: [['Töherryksiä seinässä {at}. Taso on kehno jopa töherrykseksi.', 'Seinä pestiin ja suojattiin.'], ['Penkki on hajotettu {at}. Istuinosa löytyi ojasta.', 'Penkki korjattiin.'], ['Katoksen lasi on rikki {at}.', 'Sirut siivottiin. Uusi lasi tulee ensi viikolla.']], ends: [''], done: ['Korjattiin.'] },
  { category: 'service', year: 16, months: even, days: 5, says: [['Puhelimeen ei vastattu koko aamupäivänä. Toivon, että joku soittaa takaisin.', 'Pahoittelumme jonosta. Soitimme ja kävimme asian läpi.'], ['Kiitos uimahallin kassalle, joka jaksoi etsiä avaimeni.', 'Kiitos! Viesti luettiin ääneen aamukahvilla.'], ['Lomake pyysi samat tiedot kolmesti.', 'Lomake korjattiin: tiedot kysytään nyt kerran.'], ['Kirjaston väki auttoi verkkopankissa. Sydän suli.', 'Kiitos! Viesti on kahvihuoneen seinällä.'], ['Päätös tuli, mutta en ymmärtänyt siitä mitään.', 'Soitimme ja kävimme päätöksen läpi. Selkeämmän kirjeen pohja on tekeillä.']], ends: [''], done: ['Kiitos. Soitimme ja kävimme asian läpi.'] },
]

/** What was not a fault but an idea or a need: among the reports of the last weeks, as they come in life. */
export const ideaLike: { category: string; text: string }[] = [
  { category: 'light', text: 'Valot toimivat hienosti, mutta voisiko pururadalle saada liiketunnistimet? Nyt ne palavat tyhjälle metsälle koko yön.' },
  { category: 'track', text: 'Olisi hyvä, jos luistelukentän kunnon näkisi ennen kuin lähtee. Kävelimme turhaan kahtena iltana.' },
  { category: 'playground', text: 'Puistossa ei ole mitään kahdeksanvuotiaille. Toivoisimme köysirataa tai edes isompia keinuja.' },
  { category: 'litter', text: 'Ehdotan, että rannalle tulee pullojen palautuspiste. Pullot häviäisivät itsestään.' },
  { category: 'bus', text: 'Bussi lähtee kolme minuuttia ennen kuin juna tulee. Miksei aikatauluja soviteta yhteen?' },
  { category: 'winter', text: 'Tampereella hiekoituksen tilanne näkyy kartalla. Sellainen pitäisi saada meillekin.' },
  { category: 'service', text: 'Iltaisin ei ole mitään paikkaa, jossa nuoret voisivat vain olla. Kirjaston alakerta olisi tyhjillään.' },
]

/** Ends of known places' names, the longest first, and how one says in Finnish that something is there. */
const there: [end: string, there: string][] = [
  ['uimaranta', 'uimarannalla'], ['ranta', 'rannassa'], ['urheilualue', 'urheilualueella'], ['keskus', 'keskuksessa'], ['kirjasto', 'kirjastossa'], ['kaupungintalo', 'kaupungintalolla'], ['talo', 'talolla'], ['koulu', 'koululla'], ['kaukalo', 'kaukalolla'],
  ['kenttä', 'kentällä'], ['päiväkoti', 'päiväkodilla'], ['uimahalli', 'uimahallissa'], ['halli', 'hallissa'], ['kirkko', 'kirkolla'], ['paikka', 'paikalla'], ['satama', 'satamassa'], ['puisto', 'puistossa'], ['tori', 'torilla'],
]
/** Where one is, in Finnish: at a school, in a park. A common noun alone has no capital within a sentence. */
export function atPlace(name: string): string {
  const [end, at] = there.find(([its]) => name.toLowerCase().endsWith(its)) ?? []
  if (end !== undefined && end.length === name.length) return at!
  if (end !== undefined) return name.slice(0, -end.length) + at!
  return `${name}n kohdalla`
}
