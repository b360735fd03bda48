/**
 * What people tell of each category in Ylöjärvi, and how it goes. Texts are put together of a beginning and an end; `{at}`
 * is where ("Kuruntiellä numero 14 kohdalla"). All of it is made up.
 */
export type ToldKind = {
  category: string; /** how many in a year */ year: number; /** how the year goes, January first */ months: number[]
  /** known places whose name fits; every door otherwise */ places?: RegExp
  begins: string[]; ends: string[]; /** days until done, the half of them sooner */ days: number; done: string[]; cannot?: string[]
  /** drawn pictures: before, and after when there is one */ picture?: string; after?: string; order?: string
}
const even = [1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1]

export const kinds: ToldKind[] = [
  { category: 'pothole', year: 130, months: [1, 1, 4, 9, 6, 2, 2, 2, 3, 3, 3, 1], days: 6, picture: 'pothole', after: 'pothole-after', order: 'Paikkauskierros',
    begins: ['Iso kuoppa {at}.', 'Asfaltissa on monttu {at}.', 'Päällyste on murtunut {at}.', 'Reuna on sortunut {at}.', 'Routavaurio heittää autoa {at}.', 'Kaivonkansi on painunut {at}.', 'Pyörätiessä on poikittainen railo {at}.'],
    ends: ['Vannetta saa jo varoa.', 'Pyörällä siihen ei kannata ajaa pimeässä.', 'Sateella se on lätäkkö eikä sitä näe.', 'Paikattiin keväällä, mutta paikka lähti.', 'Bussi väistää sitä vastaantulevien kaistalle.', 'Naapurin mummo kompastui siihen rollaattorinsa kanssa.', 'Syvyyttä on kämmenen verran.', ''],
    done: ['Paikattiin kylmämassalla. Kesällä tehdään kunnon päällyste.', 'Kuoppa paikattiin ja reuna vahvistettiin.', 'Paikattu. Kiitos tarkasta osoitteesta.', 'Kaivonkansi nostettiin tien tasoon.'], cannot: ['Katu päällystetään kokonaan kahden viikon päästä, joten emme paikkaa sitä erikseen.', 'Tämä on taloyhtiön piha-aluetta. Kerroimme asiasta isännöitsijälle.'] },
  { category: 'winter', year: 150, months: [10, 9, 5, 1, 0, 0, 0, 0, 0, 1, 4, 9], days: 0.5, picture: 'ice', after: 'ice-after', order: 'Hiekoituskierros',
    begins: ['Peilijäätä {at}.', 'Auraamatta {at}.', 'Aura jätti vallin {at}.', 'Hiekoittamatta {at}.', 'Polanne kasvaa {at}.', 'Sohjo jäätyi uriksi {at}.', 'Jalkakäytävä on lumen alla {at}.'],
    ends: ['Lapset laskevat siitä kouluun, osa mahallaan.', 'Lastenvaunut eivät kulje.', 'Kaaduin tänä aamuna, onneksi vain polvi.', 'Autotie on kyllä hieno.', 'Postilaatikolle pääsee enää suksilla.', 'Rollaattorilla ei mitään mahdollisuutta.', 'Ennen seitsemää, kiitos.', ''],
    done: ['Hiekoitettiin aamuvuorossa.', 'Aurattiin ja hiekoitettiin. Valli siirrettiin tontin puolelta pois.', 'Polanne poistettiin tiehöylällä.', 'Kierros käännettiin niin, että tämä mäki hoidetaan ennen kouluaikaa.'], cannot: ['Lunta oli alle auraussrajan, kolme senttiä. Hiekoitamme, jos pakastuu.'] },
  { category: 'light', year: 95, months: [6, 4, 2, 1, 0, 0, 0, 3, 5, 7, 8, 8], days: 9, picture: 'dark', after: 'dark-after', order: 'Lamppujen vaihto',
    begins: ['Katuvalo on pimeänä {at}.', 'Kolme valoa peräkkäin pimeänä {at}.', 'Lamppu vilkkuu {at}.', 'Valopylväs on vinossa {at}.', 'Kupu roikkuu {at}.', 'Valot palavat keskellä päivää {at}.'],
    ends: ['Bussipysäkki jää ihan mustaksi.', 'Aamuisin mennään taskulampulla.', 'Meillä riittäisi diskovaloa vähemmälläkin.', 'Suojatietä ei näe kukaan.', 'Ollut pari viikkoa.', ''],
    done: ['Lamppu vaihdettiin lediksi.', 'Vika oli sulakkeessa. Koko väli palaa taas.', 'Pylväs oikaistiin ja kupu kiinnitettiin.', 'Hämäräkytkin vaihdettiin.'], cannot: ['Valaisin uusitaan kadun remontissa keväällä. Siihen asti vieressä oleva valo on käännetty.'] },
  { category: 'sign', year: 30, months: even, days: 7,
    begins: ['Liikennemerkki on kaatunut {at}.', 'Kadunnimikyltti puuttuu {at}.', 'Suojatien viivat ovat kuluneet pois {at}.', 'Peili on huurteessa eikä näytä mitään {at}.', 'Merkki on kääntynyt väärin päin {at}.'],
    ends: ['Vieraat eksyvät, emmekä me aina jaksa hakea.', 'Joku peruutti sen päälle.', 'Nyt kaikilla on etuajo-oikeus.', ''], done: ['Merkki nostettiin ja pylväs valettiin kiinni.', 'Uusi kyltti on paikallaan.', 'Viivat maalattiin.', 'Peili vaihdettiin lämmitettyyn.'] },
  { category: 'underpass', year: 28, months: [1, 1, 6, 6, 1, 1, 2, 2, 1, 2, 3, 1], days: 1.5, picture: 'water', after: 'water-after',
    begins: ['Alikulku on täynnä vettä {at}.', 'Vesi seisoo pyörätiellä {at}.', 'Kaivo tulvii {at}.'], ends: ['Kumisaappaat eivät riitä.', 'Nilkkaan asti, ja minä olen pitkä.', 'Ritilä on tukossa lehdistä.', ''], done: ['Kaivo imettiin auki ja vesi laski.', 'Pumppu vaihdettiin. Käymme katsomassa seuraavan sateen jälkeen.'] },
  { category: 'playground', places: /puisto|koulu|päiväkoti/i, year: 36, months: [0, 0, 1, 4, 6, 6, 5, 5, 4, 2, 1, 0], days: 10, begins: ['Keinun ketju on poikki {at}.', 'Kiipeilytelineestä törröttää pultti {at}.', 'Hiekkalaatikossa on lasinsiruja {at}.', 'Karuselli pitää ääntä, joka kuuluu kirkkoon asti {at}.', 'Liukumäen alla on suo {at}.'],
    ends: ['Poistin suurimmat palat.', 'Kuopus testasi ja itki.', 'Telineellä on kieltonauha, mutta sen alta mahtuu.', ''], done: ['Ketju vaihdettiin ja muutkin tarkastettiin.', 'Pultti katkaistiin ja hiottiin.', 'Hiekka vaihdettiin.', 'Karuselli voideltiin. Ääni jäi kuulemma kaipaamaan.'], cannot: ['Teline on käyttöikänsä lopussa ja poistetaan. Uusi on ensi vuoden ohjelmassa.'] },
  { category: 'tree', year: 46, months: [2, 1, 1, 1, 2, 3, 4, 5, 4, 3, 3, 2], days: 4, picture: 'tree', after: 'tree-after', order: 'Myrskypuut',
    begins: ['Puu kaatui polulle {at}.', 'Kuivunut mänty nojaa pihaamme {at}.', 'Oksa roikkuu kulkutien päällä {at}.', 'Pensas peittää näkymän risteyksessä {at}.'], ends: ['Kiersin metsän kautta.', 'Seuraava tuuli kaataa loputkin.', 'Lintu pesii siinä, odottakaa hetki.', 'Autot eivät näe lasta.', ''],
    done: ['Puu raivattiin ja rungot jäivät lahopuuksi metsään.', 'Oksa katkaistiin.', 'Pensas leikattiin puoleen metriin.', 'Puu kaadettiin, kun poikaset olivat lähteneet.'], cannot: ['Puu on terve, ja sen juuristo kantaa. Seuraamme sitä vuosittain.'] },
  { category: 'litter', year: 60, months: [1, 1, 5, 8, 6, 5, 5, 4, 3, 3, 2, 1], days: 3, picture: 'litter', after: 'litter-after',
    begins: ['Roska-astia pursuaa {at}.', 'Joku on jättänyt sohvan {at}.', 'Rikkinäisiä pulloja {at}.', 'Varis on levittänyt roskiksen {at}.', 'Renkaita ojassa {at}.'], ends: ['Istuin sohvalla hetken. Ei huono.', 'Keräsin pussillisen, loput jäi.', 'Tuuli vie pussit järveen.', ''], done: ['Astia tyhjennettiin ja tyhjennysväliä lyhennettiin.', 'Sohva haettiin. Kiitos koeistunnasta.', 'Alue siivottiin.', 'Astiaan vaihdettiin varislukko.'] },
  { category: 'dogpark', places: /puisto/i, year: 12, months: even, days: 12, begins: ['Koirien portti ei pysy kiinni {at}.', 'Koira-aidassa on reikä {at}.', 'Koirien puoli on pelkkää kuraa {at}.'], ends: ['Mäyräkoira on nyt kaupungilla tuttu.', 'Haketta kiitos.', ''], done: ['Salpa vaihdettiin jousitettuun.', 'Aita paikattiin.', 'Hake levitettiin koko puistoon.'] },
  { category: 'beach', places: /ranta|matonpesu|satama/i, year: 24, months: [0, 0, 0, 0, 2, 7, 9, 5, 1, 0, 0, 0], days: 5, begins: ['Laiturin tikas on irti {at}.', 'Pukukopin ovi ei sulkeudu {at}.', 'Rannassa on lasia {at}.', 'Pelastusrengas puuttuu {at}.'], ends: ['Uidessa sen huomasi.', 'Juhannus on perjantaina.', 'Naulakko sentään on paikallaan.', ''], done: ['Tikas kiinnitettiin.', 'Ovi sai uuden saranan.', 'Ranta haravoitiin ja sukeltaja kävi.', 'Uusi pelastusrengas on telineessä.'] },
  { category: 'track', places: /kaukalo|kenttä|urheilu|koulu|latu/i, year: 54, months: [9, 9, 5, 1, 0, 0, 0, 0, 0, 0, 2, 6], days: 1.5, begins: ['Latu on ajamatta {at}.', 'Valorata pimeänä {at}.', 'Jäässä on railo {at}.', 'Kentältä puuttuu maali {at}.', 'Ladulla kävellään {at}.', 'Sulanut kohta ladulla {at}.'], ends: ['Pito oli hyvä, kun latua ei ollut.', 'Pelaamme kahdella repulla.', 'Kyltti auttaisi.', ''],
    done: ['Latu ajettiin illalla.', 'Jäädytettiin kahdesti yön aikana.', 'Maali löytyi naapurikentältä.', 'Kulkijoille tehtiin oma polku ja kyltti.'], cannot: ['Pakkasta ei ole luvassa viikkoon, joten jäätä ei vielä saa pitämään.'] },
  { category: 'waterleak', year: 20, months: [3, 3, 2, 2, 1, 1, 1, 1, 1, 1, 2, 3], days: 0.6, begins: ['Vettä pulppuaa asfaltin raosta {at}.', 'Vesi tulee ruskeana {at}.', 'Paine on heikko {at}.', 'Palopostista vuotaa {at}.'], ends: ['Kahvi maistui raudalta.', 'Virtaa ojaan jo toista päivää.', 'Suihkussa pitää olla nopea.', ''], done: ['Vuoto löytyi ja korjattiin.', 'Verkko huuhdeltiin. Juoksuttakaa kylmää vettä, kunnes se kirkastuu.', 'Venttiili vaihdettiin.'] },
  { category: 'sewer', year: 18, months: [1, 1, 3, 3, 1, 1, 2, 3, 2, 3, 2, 1], days: 2, begins: ['Hulevesikaivo on tukossa {at}.', 'Viemäri haisee {at}.', 'Rumpu ei vedä {at}.'], ends: ['Vesi tulee kohta pihaan.', 'Naapuri syytti ensin meitä.', ''], done: ['Kaivo avattiin ja huuhdeltiin.', 'Rumpu aukaistiin höyryllä.', 'Tuuletus korjattiin.'] },
  { category: 'building', places: /koulu|kirjasto|halli|talo|päiväkoti/i, year: 18, months: even, days: 8, begins: ['Hana vuotaa {at}.', 'Ulko-ovi jää raolleen {at}.', 'Invaluiska on irti alareunastaan {at}.', 'Pukuhuoneessa on kylmä {at}.'], ends: ['Kolme viikkoa sitten se vain tippui.', 'Lämmitämme näin koko Pirkanmaata.', ''], done: ['Hana vaihdettiin.', 'Pumppu säädettiin, ovi sulkeutuu taas.', 'Luiska kiinnitettiin ja sai karhean pinnan.'] },
  { category: 'vandalism', year: 20, months: [1, 1, 2, 2, 3, 3, 3, 3, 2, 2, 1, 1], days: 9, begins: ['Töherryksiä seinässä {at}.', 'Penkki on hajotettu {at}.', 'Bussipysäkin lasi on rikki {at}.'], ends: ['Taso on kehno jopa töherrykseksi.', 'Istuinosa löytyi ojasta.', ''], done: ['Seinä pestiin ja suojattiin.', 'Penkki korjattiin.', 'Lasit siivottiin, uusi lasi tulee ensi viikolla.'] },
  { category: 'service', year: 26, months: even, days: 5, begins: ['Puhelimeen ei vastattu koko aamupäivänä.', 'Kiitos uimahallin kassalle, joka jaksoi etsiä avaimeni.', 'Lomake pyysi samat tiedot kolmesti.', 'Kirjaston väki auttoi verkkopankissa. Sydän suli.', 'Päätös tuli, mutta en ymmärtänyt siitä mitään.'], ends: ['', 'Nimeni saa kertoa eteenpäin.', 'Toivon, että joku soittaa takaisin.'], done: ['Kiitos. Soitimme ja kävimme asian läpi.', 'Kiitos palautteesta, se luettiin ääneen aamukahvilla.', 'Lomake korjattiin: tiedot kysytään nyt kerran.'] },
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

/** Where one is, in Finnish: on a street, at a school, in a park. */
export function onStreet(name: string): string {
  for (const [end, on] of [['tie', 'tiellä'], ['katu', 'kadulla'], ['polku', 'polulla'], ['kuja', 'kujalla'], ['raitti', 'raitilla'], ['rinne', 'rinteessä'], ['kaari', 'kaarella'], ['ranta', 'rannassa'], ['mäki', 'mäellä'], ['tori', 'torilla'], ['väylä', 'väylällä'], ['koulu', 'koululla'], ['kaukalo', 'kaukalolla'], ['kenttä', 'kentällä'], ['koti', 'kodilla'], ['halli', 'hallilla'], ['alue', 'alueella'], ['talo', 'talolla'], ['kirkko', 'kirkolla'], ['paikka', 'paikalla'], ['satama', 'satamassa']] as const)
    if (name.endsWith(end)) return name.slice(0, -end.length) + on
  return name + (/[aou]/.test(name.toLowerCase().replace(/.*[- ]/, '')) ? 'ssa' : 'ssä')
}
