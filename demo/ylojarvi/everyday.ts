import { answers, assigns, drafts, hidden, merges, moves, replies, reported, says, type ToldIdea } from '../told.ts'

/** What has come in during the last three weeks, counted from the telling, so that the clock is alive whenever that is. */
export const everyday: ToldIdea[] = [
  {
    key: 'rink-lights', topic: 'sports', place: 'Räikän jääkenttä', by: 'Ylöjärven Luistelijat ry', at: '-5 18.05',
    title: { fi: 'Räikän jääkentän valot iltakymmeneen' },
    text: `Kentän valot sammuvat kello 20, juuri kun aikuisten vuoro alkaisi. Ehdotamme, että ne palaisivat kymmeneen arkisin ja kahdeksaan sunnuntaisin. Talkooväkemme voi painaa napista, jos ajastin ei taivu.

Laskimme, että lisätunnit maksavat kaudessa suunnilleen yhden hokkariparin verran.`,
    supporters: ['Aino Koskela', 'Otso Kangas'], crowd: 28,
    story: [
      says('-5 20.31', 'Tero Viita', 'for', 'Kyllä! Pelaamme nyt viimeisen erän otsalampuilla, ja maalivahti valittaa.'),
      says('-4 8.12', 'Marjatta Lehtola', 'against', 'Asun kentän vieressä. Valo ei haittaa, mutta kiekko laitaan kello 21.50 haittaa.',
        replies('-4 17.02', 'Ylöjärven Luistelijat ry', 'Hyvä että sanoit. Entä jos kello 20 jälkeen vain luisteltaisiin, ilman kiekkoa?', 'for'),
        replies('-4 19.40', 'Marjatta Lehtola', 'Sitten tulen itsekin.', 'for')),
      says('-2 9.20', 'Saara Lehto', 'neutral', 'Kysyimme kiinteistöpuolelta, saako ajastimen kahteen osaan. Varsinainen vastaus tulee ensi viikolla.'),
      assigns('-2 9.25', 'Saara Lehto', 'Jari Niemi'),
      drafts('-1 14.30', 'Jari Niemi', 'forward', 'Kokeillaan. Valot palavat arkisin kello 22 asti ja sunnuntaisin kello 20 asti; kello 20 jälkeen kentällä luistellaan ilman kiekkoa. Puhuimme naapureiden kanssa, ja seura lupasi huolehtia siitä, että sääntö näkyy kentän laidalla.'),
    ],
  },
  {
    key: 'rink-lights-again', topic: 'sports', place: 'Räikän jääkenttä', by: 'Teemu Harju', at: '-3 21.14',
    title: { fi: 'Luistelukentälle valoa myös iltaan' },
    text: 'Räikässä tulee pimeää kesken luistelun. Pääsen töistä kuudelta ja lapset harrastuksista seitsemältä, ja kahdeksalta lamput sammuvat. Voisiko valot jättää päälle pidempään edes kolmena iltana viikossa?',
    crowd: 9,
    story: [says('-2 7.45', 'Venla Rautio', 'for', 'Samaa on ehdotettu täällä toisessakin ideassa. Yhdistäkää nämä!')],
  },
  {
    key: 'bench', topic: 'streets', place: 'Keijärven uimaranta', by: 'Aino Koskela', at: '-9 16.40',
    title: { fi: 'Penkki Keijärven rantapolun puoliväliin' },
    text: 'Kävelen polun isoäitini kanssa. Hän jaksaa kolmesataa metriä kerrallaan, ja penkkien väli on kuusisataa. Yksi penkki puoliväliin, niin pääsemme rantaan asti. Paikka olisi siinä, missä kaksi mäntyä kasvaa samasta juuresta.',
    supporters: ['Leena Salo'], crowd: 37,
    story: [
      says('-8 9.05', 'Ulla Kankare', 'for', 'Selkänojallinen ja käsinojat, kiitos. Ilman niitä istun kyllä, mutta en nouse.'),
      says('-7 18.22', 'Jorma Kaarela', 'for', 'Minulla on sahalla lankku, joka on odottanut juuri tätä.'),
      says('-2 3.12', 'Kasperi Luoma', 'neutral', 'Penkit, pergolat ja terassilasit nyt puoleen hintaan! https://kesaterassi.example https://kesaterassi.example/tarjous https://kesaterassi.example/tilaa'),
      answers('-1 10.15', 'Sanna Ojala', 'forward', 'Penkki tulee, selkänojalla ja käsinojilla. Kävin katsomassa mäntyjä: maapohja kestää, ja polulle jää lastenvaunujen mitta. Pystytämme sen kuukauden sisällä ja kerromme tässä, kun siihen voi istua.'),
    ],
  },
  {
    key: 'bench-again', topic: 'streets', place: 'Keijärven uimaranta', by: 'Marjatta Lehtola', at: '-7 12.25',
    title: { fi: 'Lepopaikkoja Keijärven polun varrelle' },
    text: 'Rannan kierto on kylän kaunein kävely, mutta kepin kanssa siinä pitäisi päästä välillä istumaan. Pari penkkiä varjon puolelle riittäisi.',
    supporters: ['Otso Kangas', 'Kalle Korpi'], crowd: 7,
    story: [
      says('-6 10.40', 'Ulla Kankare', 'for', 'Sama asia kuin Ainon ideassa, ja samalla selkänojalla.'),
      merges('-2 14.05', 'Sanna Ojala', 'bench', 'Kaksi ideaa, sama polku ja sama penkki. Jatkamme yhtenä, ja kummankin kommentit jäävät luettaviksi.'),
    ],
  },
  {
    key: 'crossing', topic: 'streets', place: 'Soppeenharjun koulu', by: 'Johanna Mäntylä', at: '-18 7.58',
    title: { fi: 'Suojatie Soppeenharjun koulun alaportille' },
    text: 'Alaportista tulee aamuisin sata lasta, ja kaikki oikaisevat siitä, missä suojatietä ei ole. Kiertoon menisi neljä minuuttia, eikä seitsemänvuotias kierrä. Merkitään suojatie siihen, missä lapset jo kulkevat, ja hidastetaan autot ennen sitä.',
    supporters: ['Aino Koskela'], crowd: 46,
    story: [
      says('-17 8.20', 'Kaisa Mattila', 'for', 'Olen seisonut siinä heijastinliivi päällä kaksi viikkoa. Hyvä harrastus, mutta haluaisin välillä töihin.'),
      says('-17 21.10', 'Kari Oksala', 'against', 'Suojatieltä odotetaan turvaa, jota maali ei anna. Ensin hidaste, vasta sitten raidat.',
        replies('-16 7.40', 'Johanna Mäntylä', 'Olen samaa mieltä järjestyksestä. Kunhan se ei lopu hidasteeseen.', 'for')),
      reported(says('-11 22.48', 'Antero Myllys', 'against', 'Ennen lapset opetettiin katsomaan eteensä. Nyt opetetaan vanhemmat valittamaan, ja siinä on Mäntylä näköjään luokkansa priimus.'),
        '-1 21.30', 'Kaisa Mattila', 'insult', 'Tämä menee ihmiseen eikä asiaan.'),
      says('-10 12.15', 'Jaakko Ahola', 'neutral', 'Hoidan alueen koulukuljetuksia. Kuljettajat tietävät paikan ja jarruttavat jo, vierailijat eivät.'),
      says('-3 19.00', 'Johanna Mäntylä', 'neutral', 'Määräpäivä meni eilen. Näkyykö tämä jollekulle siellä?'),
    ],
  },
  {
    key: 'evening-help', kind: 'need', topic: 'library', place: 'Pääkirjasto Leija', by: 'Anneli Kotila', at: '-19 13.30',
    title: { fi: 'Digiapua kirjastoon myös iltaisin' },
    text: 'Kirjaston digineuvonta on tiistaisin kello 10–12. Hoidan silloin lapsenlapsia, ja moni muu on töissä. Tarvitsisin apua juuri siihen, mihin tämäkin viesti kirjoitetaan. Kerran kuussa iltavuoro riittäisi.',
    crowd: 22,
    story: [
      says('-18 18.45', 'Juuso Rekola', 'for', 'Voin tulla neuvomaan vapaaehtoisena. Opetin jo mummoni, ja hän on tätä nykyä minua nopeampi.'),
      says('-12 10.05', 'Pirjo Järvelä', 'for', 'Illalla tulisin minäkin. Kello 10 en uskalla myöntää kenellekään, etten osaa.'),
    ],
  },
  {
    key: 'small-dogs', topic: 'parks', place: 'Siivikkalan ranta', by: 'Nina Hallamaa', at: '-6 20.20',
    title: { fi: 'Siivikkalan koirapuistoon aitaus pienille koirille' },
    text: 'Villakoirani painaa kolme kiloa ja haluaisi kavereita, jotka painavat alle kymmenen. Isot tulevat leikkiin hyvää tarkoittaen ja istuvat päälle. Pieni oma aitaus portin viereen riittäisi.',
    crowd: 12,
    story: [
      says('-5 7.55', 'Pertti Laine', 'for', 'Bernhardinkoirani pahoittelee ja kannattaa.'),
      says('-4 16.30', 'Elina Karjala', 'neutral', 'Aitaus voisi olla myös arkojen koirien paikka, koosta riippumatta.'),
    ],
  },
  {
    key: 'kuru-mornings', topic: 'library', place: 'Kurun kirjasto', by: 'Kurun Kyläyhdistys ry', at: '-2 9.10',
    title: { fi: 'Omatoimiaamut Kurun kirjastoon' },
    text: 'Linja-auto Tampereelle lähtee kello 8.20, ja sitä odotetaan ulkona. Kirjaston ovi on kahdenkymmenen metrin päässä lukossa. Jos kirjastokortilla pääsisi sisään kello 7 alkaen, odottajat saisivat lehden ja lehti lukijansa.',
    supporters: ['Kalle Korpi'], crowd: 14,
    story: [says('-1 8.05', 'Ahmed Noor', 'for', 'Odotan siinä joka aamu. Talvella luen aikataulua, koska muuta luettavaa ei ole.')],
  },
  {
    key: 'leftover-lunch', kind: 'need', topic: 'schools', place: 'Veittijärven koulu', by: 'Leila Mustola', at: '-12 11.50',
    title: { fi: 'Koulun ylijäämäruoka lounaaksi naapureille' },
    text: 'Luin, että koululta heitetään ruokaa pois. Asun vieressä, eläke on pieni ja kattila tyhjä. Maksaisin mielelläni pari euroa lautasesta, jonka muuten söisi biojäte.',
    crowd: 30,
    story: [
      says('-11 15.10', 'Outi Lampinen', 'for', 'Ja lapset näkisivät, että aikuisetkin syövät porkkanaraasteen.'),
      answers('-6 13.00', 'Hannu Rinne', 'exists', 'Tätä on jo: Veittijärvellä ja Moisiossa myydään ylijäämälounasta koulupäivinä kello 12.30 alkaen niin kauan kuin sitä riittää, 2,50 euroa. Tieto oli piilossa omilla sivuillamme, ja siitä pahoittelemme: se on nyt siirretty ruokalistan yhteyteen.', { url: 'https://www.ylojarvi.example/ruokalista' }),
      says('-5 14.20', 'Leila Mustola', 'for', 'Kävin. Lihapullat, ja pöydässä oli kolme naapuria, joita en ollut tavannut kahdessakymmenessä vuodessa.'),
    ],
  },
  {
    key: 'underpass', topic: 'leisure', place: 'Vuorentaustan koulu', by: 'Iida Saarela', at: '-14 15.25',
    title: { fi: 'Vuorentaustan alikulku nuorten maalattavaksi' },
    text: 'Alikulku on harmaa, ja siihen tulee sotkuja, jotka maalataan harmaiksi, ja sitten tulee uusia. Annetaan seinä koululaisten ja nuorisotilan väen maalattavaksi kerran vuodessa. Kukaan ei töhri kaverinsa kuvaa.',
    supporters: ['Otso Kangas', 'Aino Koskela'], crowd: 33,
    story: [
      says('-13 17.40', 'Milla Rajala', 'for', 'Kuvataideluokka ilmoittautuu. Meillä on luonnos, jossa särki syö rekan.'),
      says('-12 9.30', 'Risto Vainionpää', 'against', 'Sallittu töhry on silti töhry.',
        replies('-12 12.10', 'Iida Saarela', 'Tule katsomaan, kun se on valmis. Jos et pidä siitä, saat maalata ensi vuoden särjen.', 'for')),
      answers('-7 10.00', 'Noora Vainio', 'forward', 'Seinä on teidän. Sovimme Yhdyskuntatekniikan kanssa pohjatöistä ja telineistä, nuorisotila hankkii maalit, ja koulu valitsee luonnokset keväällä. Ensimmäinen tapaaminen on nuorisotilalla; ajan kerromme tässä.'),
    ],
  },
  {
    key: 'outdoor-bags', topic: 'library', place: 'Pääkirjasto Leija', by: 'Otso Kangas', at: '-27 19.15',
    title: { fi: 'Retkireppuja lainaan kirjastosta' },
    text: 'Retkelle lähteminen kaatuu usein siihen, ettei ole keitintä, karttaa eikä luuppia, jolla katsoa sammalta. Kirjasto lainaa jo suksia ja soittimia. Lainatkoon myös valmiiksi pakatun repun: kartta, keitin, kiikari, lintukirja ja termos.',
    supporters: ['Aino Koskela', 'Jari Niemi'], crowd: 40,
    story: [
      says('-26 8.30', 'Katja Ranta', 'for', 'Ja reppuun lappu, johon edellinen kirjoittaa, missä kävi.'),
      answers('-24 9.45', 'Leena Salo', 'forward', 'Kokeillaan heti. Repun osat löytyivät kolmesta eri kaapista, vain termos piti ostaa.'),
      moves('-22 12.00', 'Leena Salo', 'experiment', 'Kolme reppua on lainattavissa Leijassa neljän viikon ajan. Palauta reppu kuivana ja lappu kirjoitettuna.', {
        experiment: { toLearn: 'Lähteekö repun kanssa retkelle joku, joka ei muuten lähtisi, ja mitä repusta puuttuu?', seenFrom: 'Lainoista, repun lapusta ja kahdesta kysymyksestä palautuksen yhteydessä.', endsOn: '+6' },
      }),
      says('-15 20.05', 'Hanna Suvanto', 'for', 'Ensimmäinen retki takana! Repusta puuttuu laastari ja neljä vuotta vanhempi lapsi.',
        replies('-14 9.10', 'Leena Salo', 'Laastari on lisätty. Toista emme lainaa, mutta hänkin tulee ajallaan.')),
      says('-6 17.30', 'Heikki Palomäki', 'neutral', 'Kiikari oli mainio, keitin liian hieno minulle. Nuotio on vielä keksintönä voimissaan.'),
    ],
  },
  {
    key: 'bike-stand', topic: 'cycling', place: 'Elovainio', by: 'Otso Kangas', at: '-8 7.35',
    title: { fi: 'Lukittavia pyörätelineitä Elovainion pysäkeille' },
    text: 'Ajan pyörällä pysäkille ja bussilla töihin, mutta vain kun uskallan jättää pyörän. Runkolukittava teline ja katos pysäkin viereen, niin auto jää pihaan.',
    crowd: 18,
    story: [
      says('-7 18.05', 'Samuli Jokela', 'for', 'Viime syksynä pyörästäni jäi jäljelle etupyörä. Se oli lukossa.'),
      answers('-2 11.30', 'Pekka Hakala', 'elsewhere', 'Pysäkit ja niiden varusteet suunnittelee seudun joukkoliikenne, joten emme voi päättää tästä yksin. Välitimme ehdotuksesi sinne kannatuksineen ja pyysimme vastauksen kuukauden kuluessa. Maapohjan ja valot lupaamme tehdä, jos telineet tulevat.', { whose: 'Tampereen seudun joukkoliikenne' }),
    ],
  },
  {
    key: 'market-parking', topic: 'streets', place: 'Kirkonkylän tori', by: 'Tapio Virtala', at: '-11 10.40',
    title: { fi: 'Torille maksuton pysäköinti koko päiväksi' },
    text: 'Kahden tunnin kiekko torilla ajaa asiakkaat marketteihin. Poistetaan aikaraja, niin keskustassa ehtii käydä rauhassa syömässä ja kampaajalla.',
    crowd: 5,
    story: [
      says('-10 9.00', 'Leipomo Korpi Oy', 'against', 'Torin kauppiaana sanon päinvastoin: ennen aikarajaa ruudut olivat kahdeksalta täynnä niiden autoja, jotka jatkoivat bussilla Tampereelle.'),
      hidden(says('-10 19.42', 'Raimo Haapala', 'for', 'Soittakaa sille pysäköinninvalvojalle suoraan kotiin, numero löytyy luettelosta ja osoite on Mäntytie 4.'),
        '-9 8.10', 'Mirja Laakso', 'personalData', 'Kommentissa neuvottiin soittamaan nimeltä tunnistettavalle työntekijälle kotiin. Päätöksistä vastaa yksikkö, ja sille voi kirjoittaa tähän.'),
      says('-9 17.20', 'Tuula Nieminen', 'neutral', 'Kolme tuntia? Permanentti ei valmistu kahdessa.'),
      answers('-4 9.30', 'Pekka Hakala', 'no', 'Aikaraja pysyy. Laskimme ruudut ennen rajaa ja sen jälkeen: ennen torille mahtui päivässä 60 eri autoa, nyt 210. Pitkään käyntiin on maksuton alue kirkon takana kolmen minuutin kävelyn päässä, ja sinne lisätään opaste. Kolmen tunnin ehdotuksen otamme mukaan, kun rajoja seuraavan kerran tarkistetaan.'),
    ],
  },
  {
    key: 'water-message', topic: 'water', by: 'Satu Honkala', at: '-13 6.50',
    title: { fi: 'Vesikatkosta viesti puhelimeen' },
    text: 'Vesi katkesi kesken hiustenpesun. Ilmoitus oli ollut postilaatikossa, jota emme avaa, ja verkossa, jota emme katso. Tekstiviesti osoitteen mukaan edellisenä päivänä, kiitos, ja toinen silloin, kun vesi palaa.',
    crowd: 25,
    story: [
      says('-12 19.15', 'Markus Paavola', 'for', 'Kahvinkeittimen saisi ladattua illalla. Siinä koko perustelu.'),
      says('-8 8.40', 'Veikko Tuomela', 'neutral', 'Lankapuhelimeenkin, jos onnistuu. Minulla on hyvä ääni vastaajassa.'),
    ],
  },
  {
    key: 'svenska-sagor', topic: 'library', place: 'Pääkirjasto Leija', by: 'Kim Nyholm', at: '-4 12.05',
    title: { sv: 'Sagostund på svenska en gång i månaden' },
    text: 'Vi är några familjer som talar svenska hemma, och närmaste sagostund är i Tammerfors. En lördag i månaden på Leija skulle räcka. Vi läser gärna själva, det som behövs är rummet och mattan.',
    crowd: 8,
    story: [says('-3 18.30', 'Sofia Lindell', 'for', 'Ja tack! Jag kommer med två barn och en bror som kan göra alla djurens läten.')],
  },
  {
    key: 'english-signs', topic: 'participation', place: 'Kaupungintalo', by: 'Bilal Hassan', at: '-7 14.10',
    title: { en: 'A first-week page for people who have just moved here' },
    text: 'I moved to Ylöjärvi two months ago. Everything I needed in the first week exists, but on nine different pages: the library card, the day-care queue, the bus, what goes into which bin. One page in plain English with these in order would have saved me many phone calls.',
    crowd: 16,
    story: [
      says('-6 9.25', 'Olga Smirnova', 'for', 'Please add when the swimming hall is quiet. And what "kampaviineri" is.'),
      says('-5 10.30', 'Emmi Saarto', 'neutral', 'Thank you, this is exactly the kind of thing we cannot see from inside. Could you send us the order in which you needed them?'),
    ],
  },
  {
    key: 'morning-gritting', topic: 'winter', place: 'Moision koulu', by: 'Emilia Nurmela', at: '-0 7.20',
    title: { fi: 'Moision koulun mäki hiekalle ennen kello seitsemää' },
    text: 'Mäki hiekoitetaan, kun kello on kahdeksan, ja lapset laskevat sen alas vartin yli seitsemän. Osa mahallaan. Voisiko auto kääntää kierroksensa toisin päin?',
    crowd: 2, story: [],
  },
]
