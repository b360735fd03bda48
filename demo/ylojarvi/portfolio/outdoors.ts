import { answers, moves, replies, says, type ToldIdea } from '../../told.ts'

/** Rinks, carpets, lanes and gym halls: what people want to see before they leave home, and with whom to go. */
export const outdoors: ToldIdea[] = [
  {
    key: 'outdoor-live', topic: 'sports', place: 'Räikän jääkenttä', by: 'Minna Kivelä', at: '2016-05-31 19.42',
    title: { fi: 'Ulkoliikuntapaikkojen ajantasatieto', sv: 'Aktuell information om idrottsplatser utomhus', en: 'Live conditions of outdoor sports places' },
    text: `Luistimet kaulassa, lapsi kädessä ja kentällä sentti lunta. Näin on käynyt meille joka talvi.

Toivon, että koulun kentän jään voisi tarkistaa kotona puhelimesta: milloin se on viimeksi jäädytetty tai aurattu ja onko siellä jo täyttä. Sama kelpaisi laduille ja kesällä tenniskentille. Tieto on varmasti jo jonkun taskussa, sillä joku sen koneenkin sinne ajaa. Se pitäisi vain saada meille muillekin.`,
    supporters: ['Aino Koskela', 'Otso Kangas', 'Helmi Virta'], crowd: 41,
    story: [
      says('2016-05-31 21.05', 'Otso Kangas', 'for', 'Kannatan. Ajan töistä Vuorentaustan kentän ohi ja katson aina, palaako valo. Se on tämän hetken palvelu.'),
      says('2016-06-01 8.20', 'Ylöjärven Luistelijat ry', 'for', 'Meidän talkooväkemme jäädyttää kahta kenttää iltaisin. Kirjaamme ajan vihkoon, joka roikkuu naulassa kopin seinällä. Mielellämme kirjaamme sen puhelimeen, jos joku kertoo minne.',
        replies('2016-06-02 9.15', 'Jari Niemi', 'Vihko kiinnostaa meitä! Saammeko kuvan parista sivusta? Siitä näkee heti, mitä tietoa jäädytyksestä oikeasti syntyy.'),
        replies('2016-06-02 17.48', 'Ylöjärven Luistelijat ry', 'Kuvat lähtivät. Pahoittelut kahvitahrasta tammikuun kohdalla.')),
      says('2016-06-03 12.10', 'Raimo Haapala', 'against', 'Jää näkyy, kun menee katsomaan. Pannaan rahat mieluummin jäädyttämiseen kuin siitä kertomiseen.',
        replies('2016-06-03 18.31', 'Minna Kivelä', 'Meiltä on kentälle neljä kilometriä. Siinä ehtii kolmevuotias pettyä moneen kertaan.')),
      answers('2016-06-10 10.00', 'Jari Niemi', 'notNow', 'Emme aloita vielä: kentät ovat sulana ja niiden hoitajat lomilla, ja ilman heitä tästä tulisi toimiston keksintö. Palaamme asiaan elokuussa, kun digiryhmä kokoontuu. Siihen asti keräämme jäädytysvihkot ja kysymme hoitajilta, miten käynnin voisi merkitä yhdellä painalluksella.'),
      says('2016-06-12 20.02', 'Katja Ranta', 'for', 'Lisätkää ladut! Seitsemisen suunnalla lumi on toista maata kuin kirkonkylällä.'),
      says('2016-06-14 7.55', 'Tero Viita', 'neutral', 'Hyvä, mutta tehkää siitä sellainen, että se toimii myös vanhalla puhelimella ja hanskat kädessä.'),
      moves('2016-08-17 13.00', 'Jari Niemi', 'developing', 'Kuten kesäkuussa lupasimme: konseptia tehdään nyt. Mietimme, mitä paikoista kerrotaan, kuka merkitsee ja mistä ruuhkan näkee. Aloitamme koulujen kentistä, koska niistä kysytään eniten.'),
      says('2016-08-18 16.40', 'Ylöjärven Luistelijat ry', 'for', 'Hienoa. Tarjoamme Räikän kentän koekentäksi ja talkooväen koekäyttäjiksi heti ensimmäisistä pakkasista.',
        replies('2016-08-19 9.05', 'Jari Niemi', 'Kiitos, otamme tarjouksen vastaan. Palaan asiaan lokakuussa.')),
      moves('-330 12.00', 'Jari Niemi', 'experiment', 'Räikän kenttä ja kuntorata ovat kokeilussa: hoitaja merkitsee käynnin puhelimella paikan päällä.', {
        experiment: { toLearn: 'Jaksaako hoitaja merkitä joka käynnin, ja katsooko kukaan tietoa ennen lähtöä?', seenFrom: 'Merkinnöistä, sivun katseluista ja siitä, vähenevätkö kyselyt puhelimeen.', endsOn: '-220' } }),
      moves('-210 9.30', 'Jari Niemi', 'service', 'Kokeilu jää palveluksi. Jäät ja ladut näkyvät nyt Palveluissa: milloin jäädytetty, missä kunnossa ja mahtuuko mukaan.', { learned: 'Yksi painallus riitti: hoitajat merkitsivät yhdeksän käyntiä kymmenestä, ja kyselyt puhelimeen puolittuivat. Vanhaa tietoa ei saa näyttää tuoreena, joten sen tilalle tulee itsestään: ei tiedossa.' }),
      says('-208 18.15', 'Minna Kivelä', 'for', 'Kolmevuotias on nyt kolmetoista, mutta pääsimme viimein kentälle oikeaan aikaan. Kiitos!'),
    ],
  },
  {
    key: 'carpet-camera', grewOutOf: 'outdoor-live', topic: 'streets', place: 'Keijärven matonpesupaikka', by: 'Sanna Ojala', at: '2016-08-17 14.20',
    title: { fi: 'Riistakamera matonpesupaikalle', sv: 'Viltkamera vid mattvättplatsen', en: 'Camera at the carpet-washing place' },
    text: `Juhannusviikolla matonpesupaikalla on jono, ja jonossa on ihmisiä, joilla on sylissä neljä märkää mattoa. Jos paikalla olisi riistakamera, joka lähettäisi kuvan verkkoon vaikka kymmenen minuutin välein, jonon näkisi kotisohvalta ennen kuin kantaa matot autoon.

Kamerasta pitää kertoa paikalla selvin kyltein, ja kuvan on oltava niin karkea, ettei pesijää tunnista. Ajatus syntyi digiryhmän kokouksessa, kun puhuttiin jääkenttien ajantasatiedosta: sama tarve, lämpimämpi vuodenaika.`,
    supporters: ['Aino Koskela'], crowd: 23,
    story: [
      says('2016-08-17 18.12', 'Tuula Nieminen', 'for', 'Viime kesänä käännyin kolmesti takaisin. Kolmannella kerralla pesin matot kotipihassa ja naapuri katsoi pitkään.'),
      says('2016-08-18 9.30', 'Eero Salonen', 'against', 'En halua kuvaan kumisaappaissa. Eikö riittäisi luku: montako pesupöytää on vapaana?',
        replies('2016-08-18 14.05', 'Sanna Ojala', 'Hyvä ehdotus. Vapaiden pöytien määrä riittäisi useimmille, ja silloin kuvaa ei tarvitsisi näyttää kenellekään.'),
        replies('2016-08-18 19.20', 'Eero Salonen', 'Sitten olen puolesta. Saappaineni.', 'for')),
      says('2016-08-19 11.44', 'Leila Mustola', 'neutral', 'Jos kamera tulee, kertokaa myös, milloin altaissa on vesi. Toukokuussa olen käynyt kaksi kertaa kuivalla altaalla.'),
      says('2016-08-21 20.10', 'Jorma Kaarela', 'for', 'Mainio. Mökin riistakamera lähettää kuvan joka ketusta, joten kyllä matonpesijäkin onnistuu.'),
      says('2016-08-25 8.15', 'Kirsi Aaltola', 'against', 'Vietän altaalla puoli päivää ihan tarkoituksella. Jono on kylän paras uutistoimisto, älkää purkako sitä.'),
      moves('-190 10.00', 'Sanna Ojala', 'service', 'Kamera on paikallaan kyltteineen. Kuva on niin karkea, ettei siitä tunnista ketään, ja vain uusin säilyy.'),
    ],
  },
  {
    key: 'pool-occupancy', grewOutOf: 'outdoor-live', topic: 'sports', place: 'Uimahalli', by: 'Saara Lehto', at: '2016-08-17 14.35',
    title: { fi: 'Uimahallin käyttöaste verkkoon', sv: 'Simhallens beläggning på nätet', en: 'Swimming-hall occupancy online' },
    text: `Uimahalli ruuhkautuu aika ajoin, eikä sitä näe ennen kuin seisoo pukukaapin edessä. Lipunmyynti ja kulunvalvonta tietävät koko ajan, montako ihmistä hallissa on. Näytetään luku verkossa: ei nimiä, ei kameroita, vain täyttöaste ja tieto siitä, milloin yleensä mahtuu.`,
    supporters: ['Otso Kangas'], crowd: 34,
    story: [
      says('2016-08-17 20.50', 'Marjatta Lehtola', 'for', 'Vesijuoksijat kiittävät. Keskiviikkoaamuna altaassa ei juosta vaan seistään.'),
      says('2016-08-18 7.40', 'Lauri Soini', 'for', 'Kertokaa radoittain, jos suinkin. Halli voi olla puolillaan, vaikka kuntouintirata on täynnä.',
        replies('2016-08-19 10.22', 'Saara Lehto', 'Portilta näemme vain sisällä olijat, emme ratoja. Ratavaraukset sen sijaan saa luvun viereen: silloin näkee, montako rataa on yleisöllä.')),
      says('2016-08-20 13.15', 'Ulla Kankare', 'neutral', 'Kunhan luku näkyy myös kahvion ovella. Minulla ei ole älypuhelinta eikä tule.'),
      says('2016-08-23 18.05', 'Joonas Katajisto', 'for', 'Avatkaa luku rajapintanakin. Tekisin siitä kellotauluun pienen mittarin yhdessä illassa.'),
      moves('-205 9.45', 'Saara Lehto', 'service', 'Uimahallin ruuhka näkyy nyt verkossa: sanoina ja palkkina, ei lukuna, ja vieressä on se, millaista tähän aikaan yleensä on. Tieto on rajapinnassakin.'),
    ],
  },
  {
    key: 'space-use', grewOutOf: 'web-shop', topic: 'leisure', place: 'Soppeenharjun koulu', by: 'Noora Vainio', at: '2016-08-02 10.05',
    title: { fi: 'Tilat käyttöön iltaisin', sv: 'Lokalerna i bruk om kvällarna', en: 'Spaces into use after hours' },
    text: `Koulut, päiväkodit ja virastot ovat käytössä kolmasosan vuorokaudesta. Loput tunnit lämmitämme tyhjiä huoneita.

Entä jos vapaat ajat näkyisivät verkossa koko ajan? Varaaja tunnistautuisi, maksaisi samalla kertaa ja saisi puhelimeensa ovikoodin, eikä kenenkään tarvitsisi tulla avaamaan. Tilan saisi kuoro, kirjoituspiiri, syntymäpäiväsankari tai yritys, joka pitää kauppaa yhden viikonlopun. Varaaja vastaa tilasta sen ajan, ja se riittää.`,
    supporters: ['Aino Koskela', 'Kalle Korpi', 'Helmi Virta', 'Otso Kangas'], crowd: 38,
    story: [
      says('2016-08-02 19.10', 'Elina Karjala', 'for', 'Kuoromme harjoittelee autotallissa, vaikka kolmensadan metrin päässä on tyhjä musiikkiluokka. Akustiikka on autotallissa parempi kuin luulisi, mutta silti.'),
      says('2016-08-03 8.02', 'Leipomo Korpi Oy', 'for', 'Tulisimme Soppeeseen vaikka kerran kuussa lauantaisin: uuni autossa, pöytä aulaan, pullat pöydälle. Ovikoodi ja selvä hinta riittävät meille.',
        replies('2016-08-04 9.40', 'Noora Vainio', 'Tämä on juuri se esimerkki, jota olen kaivannut. Elintarvikkeiden myynnistä pitää kysyä terveysvalvonnalta, selvitän sen valmiiksi.')),
      says('2016-08-03 21.30', 'Petri Uotila', 'against', 'Kuka siivoaa? Koulussa on aamulla kello kahdeksan lapsia, joilla on astma ja sukkasillaan kulkevat jalat.',
        replies('2016-08-04 9.55', 'Noora Vainio', 'Aiheellinen huoli. Luokkien sijaan aloittaisimme saleista, auloista ja neuvotteluhuoneista, ja siivous kuuluisi hintaan.'),
        replies('2016-08-05 17.12', 'Hannu Rinne', 'Perusopetus on mukana, kunhan koulupäivä pysyy ykkösenä. Kotitalousluokkaa en vielä lupaa.')),
      says('2016-08-05 12.00', 'Ahmed Noor', 'for', 'Pelaamme jalkapalloa, kunnes tulee lunta. Talveksi emme ole saaneet vuoroa kolmeen vuoteen, vaikka salin valot ovat iltaisin pimeinä.'),
      says('2016-08-09 7.45', 'Veikko Tuomela', 'neutral', 'Ennen kylällä oli vahtimestari, joka tiesi kaiken ja avasi kaikille. Ovikoodi on hyvä, mutta laittakaa koodin alle myös puhelinnumero.'),
      says('2016-08-14 15.22', 'Riikka Pajula', 'for', 'Etätyöpäivänä ottaisin mieluusti pöydän omalta kylältä. Viljakkalasta on Tampereelle tunti suuntaansa.'),
    ],
  },
  {
    key: 'sports-buddies', topic: 'sports', by: 'Otso Kangas', at: '2016-09-01 20.15',
    title: { fi: 'Liikuntaseuraa sovelluksesta', sv: 'Hitta sällskap att motionera med', en: 'Find company for sports' },
    text: `Lähtisin lenkille useammin, jos joku odottaisi. Toivon paikkaa, jossa kerron lajin, tasoni ja sopivan ajan, ja porukka kokoontuu niiden ympärille: kävelijät, sulkapalloilijat, avantouimarit, ensikertalaiset.

Samassa näkymässä seurat ja yritykset kertoisivat omista vuoroistaan kunnan ryhmien rinnalla. Liikkujalle on ihan sama, kuka salin omistaa.`,
    supporters: ['Aino Koskela', 'Helmi Virta'], crowd: 27,
    story: [
      says('2016-09-01 21.40', 'Aino Koskela', 'for', 'Minä odotan Keijärven parkkipaikalla tiistaisin kello 18. Tämä ei ole vitsi, saa tulla.',
        replies('2016-09-02 7.10', 'Otso Kangas', 'Nähdään tiistaina. Tuolla vauhdilla sovellusta ei ehditä edes tilata.', 'for')),
      says('2016-09-03 10.32', 'Venla Rautio', 'for', 'Aloittelijoille oma merkki, kiitos. Olen käynyt kerran "rennolla yhteislenkillä" ja nähnyt vain selkiä.'),
      says('2016-09-04 18.20', 'Ylöjärven Luistelijat ry', 'for', 'Meiltä saisi aikuisten luistelukoulun heti ensimmäiseksi ryhmäksi. Neljä paikkaa on vapaana, kaatumaan opetetaan ensin.'),
      says('2016-09-06 9.15', 'Kari Oksala', 'against', 'Tällaisia ryhmiä on jo sosiaalisessa mediassa. Kunta tekee saman huonommin ja kalliimmalla.',
        replies('2016-09-06 12.48', 'Saara Lehto', 'Osa liikkujista ei ole siellä, ja osa ei halua kertoa siellä missä asuu. Mutta olet oikeassa siinä, ettei kaikkea kannata tehdä uudestaan: siksi kysymme ensin, mitä puuttuu.')),
      says('2016-09-11 16.05', 'Iida Saarela', 'neutral', 'Miten pidetään huoli turvallisuudesta? En lähtisi metsään tuntemattoman kanssa vain siksi, että hänkin pitää poluista.'),
    ],
  },
]
