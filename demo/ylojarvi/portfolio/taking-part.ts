import { answers, moves, replies, says, type ToldIdea } from '../../told.ts'

/** Having a say: platforms, money, video, professionals and the neighbour's map. */
export const takingPart: ToldIdea[] = [
  {
    key: 'web-participation', topic: 'participation', by: 'Juha Lindroos', at: '2016-03-29 9.45',
    title: { fi: 'Verkko-osallistumisen kokeilut', sv: 'Försök med delaktighet på nätet', en: 'Web participation trials' },
    text: `Asukasiltaan tulee kolmekymmentä ihmistä, joista kaksikymmentä tunnen nimeltä. Missä ovat muut kolmekymmentäkaksituhatta?

Kokeillaan valtakunnallista osallistumissivustoa: avataan sinne muutama kysymys, katsotaan kuka vastaa ja kerrotaan, mihin vastauksia käytettiin. Ei isoa hanketta, vaan muutama pieni kierros peräkkäin.`,
    supporters: ['Aino Koskela'], crowd: 17,
    story: [
      says('2016-03-30 20.10', 'Maija Alanko', 'for', 'Lapset nukkuvat kello 20, asukasilta loppuu kello 20. Verkko on auki kello 21.'),
      answers('2016-04-06 10.00', 'Juha Lindroos', 'forward', 'Kokeilut tehdään. Ensimmäinen kysymys tukee toukokuun digi-iltaa: mitä kunnan palveluja haluat käyttää verkossa?'),
      moves('2016-04-25 10.15', 'Juha Lindroos', 'experiment', 'Sivu on avattu valtakunnallisessa palvelussa. Syksyllä teemme vielä yhden tai kaksi kierrosta.', {
        experiment: { toLearn: 'Tavoittaako verkko ihmisiä, jotka eivät tule asukasiltaan, ja saammeko vastauksista jotain, mikä muuttaa valmistelua?', seenFrom: 'Vastaajien määrästä ja taustasta, jonka he itse kertovat, sekä siitä, montako ehdotusta päätyi valmisteluun perusteluineen.', endsOn: '2016-12-31' },
      }),
      says('2016-05-19 8.00', 'Eero Salonen', 'neutral', 'Vastasin kyselyyn. Nyt odotan, kertooko kukaan, mitä vastauksellani tehtiin. Viimeksi ei kertonut.',
        replies('2016-06-01 12.30', 'Juha Lindroos', 'Kerron: kolme neljästä toivoi liikuntapaikkojen tietoja verkkoon, ja se ehdotus on nyt Jarin pöydällä. Löydät sen tältäkin palstalta.'),
        replies('2016-06-01 18.20', 'Eero Salonen', 'No niin. Siinä oli ensimmäinen kerta.', 'for')),
      says('2016-08-17 19.05', 'Maija Alanko', 'for', 'Kaksi kierrosta tehty, kumpaankin osallistuin yöpaidassa. Jatkakaa.'),
    ],
  },
  {
    key: 'participation-platform', topic: 'participation', by: 'Juha Lindroos', at: '2016-05-31 13.20',
    title: { fi: 'Osallistumisalusta', sv: 'Plattform för delaktighet', en: 'Participation platform' },
    text: `Virkamiehellä on ajatus. Hän haluaisi kysyä siitä ihmisiltä nyt, ei kolmen viikon päästä kuulutuksella. Miksei hän voisi panna ajatuksensa verkkoon minuutissa, reunaehtoineen ja taustoineen, niin että se tavoittaa juuri ne, joita aihe kiinnostaa?

Jokaisella aiheella olisi vapaaehtoinen verkosto, johon liitytään ja josta lähdetään yhdellä napilla. Koko matka ideasta virkavalmisteluun näkyisi samassa paikassa: kuka tarttui, mitä ehdotettiin, mitä siitä tuli.`,
    supporters: ['Aino Koskela', 'Otso Kangas'], crowd: 26,
    story: [
      says('2016-05-31 21.30', 'Aino Koskela', 'for', 'Reunaehdot näkyviin heti alussa! Olen kerran suunnitellut tosissani puistoa paikkaan, johon oli jo päätetty pysäköintitalo.'),
      says('2016-06-02 10.05', 'Kari Oksala', 'against', 'Lautakunnat on valittu päättämään. Jos jokaisesta asiasta kysytään kaikilta, mitään ei synny.',
        replies('2016-06-02 13.55', 'Juha Lindroos', 'Lautakunta päättää jatkossakin. Ero on siinä, mitä se tietää päättäessään.')),
      says('2016-06-06 18.40', 'Terhi Lounela', 'neutral', 'Kuka vastaa, jos kysymykseen tulee kolmesataa kommenttia? Vastaamaton keskustelu on huonompi kuin avaamaton.'),
      says('2016-06-09 7.35', 'Lauri Soini', 'for', 'Liittyisin aiheeseen "pyörätiet" tänään ja aiheeseen "viemärit" sinä päivänä, kun meidän viemärimme tukkeutuu.'),
    ],
  },
  {
    key: 'professionals', topic: 'participation', by: 'Petri Uotila', at: '2016-09-29 18.30',
    title: { fi: 'Paikalliset ammattilaiset mukaan', sv: 'Lokala yrkesmänniskor med', en: 'Local professionals take part' },
    text: `Ylöjärvellä asuu paljon väkeä, joka päivisin suunnittelee ohjelmistoja, palveluja ja taloja muille kunnille. Illalla se kävelee koiransa kanssa kaupungintalon ohi.

Kutsukaa meidät sisään. Tarjoamme osaamisemme kahvi- ja kampaviineripalkalla: sparraamme virkamiehiä ja luonnostelemme ratkaisuja. Ainoa sääntö: omaa firmaa ei mainosteta, ainakaan kovin paljon. Paikallisille yrityksille voisi myöhemmin järjestää matalan kynnyksen ratkaisukilpailun.`,
    supporters: ['Otso Kangas', 'Kalle Korpi'], crowd: 24,
    story: [
      says('2016-09-29 20.05', 'Joonas Katajisto', 'for', 'Tulen. Osaan rajapintoja ja tiskaamista.'),
      says('2016-09-30 8.45', 'Emmi Saarto', 'for', 'Kahvi on keitetty. Suunnittelemme syksylle ensimmäistä iltaa ilman suurempia tavoitteita: ne löytynevät puhumalla.'),
      says('2016-09-30 12.20', 'Leipomo Korpi Oy', 'for', 'Lahjoitamme viinerit ensimmäiseen iltaan. Tämä ei ole mainos. (Ovat hyviä.)',
        replies('2016-09-30 13.01', 'Petri Uotila', 'Sääntö kesti vuorokauden. Kiitos, otamme vastaan!', 'for')),
      says('2016-10-02 17.10', 'Terhi Lounela', 'against', 'Ammattilaisen työstä maksetaan palkka. Jos kunta tarvitsee osaamista, ostakoon sen kuten muutkin.',
        replies('2016-10-03 9.30', 'Emmi Saarto', 'Reilu huomio. Tämä ei korvaa hankintoja. Tarkoitus on, että osaisimme ostaa viisaammin, kun joku on kysynyt meiltä ensin tyhmät kysymykset.')),
      says('2016-10-05 19.55', 'Olga Smirnova', 'neutral', 'Ottaisitteko mukaan myös sen, joka osaa mutta jolla ei vielä ole täältä työpaikkaa? Kampaviineriin tutustuisin mielelläni.',
        replies('2016-10-06 8.20', 'Emmi Saarto', 'Ehdottomasti. Laitoin sinulle viestin.')),
    ],
  },
  {
    key: 'crowdfunding', topic: 'participation', place: 'Koulutuskeskus Valo', by: 'Esa Huhtala', at: '2016-05-26 20.40',
    title: { fi: 'Kunnan joukkorahoitus', sv: 'Kommunal gräsrotsfinansiering', en: 'Municipal crowdfunding' },
    text: `Huusin tämän digi-illan takarivistä ja lupasin kirjoittaa paremmin: jos moni haluaa jotain pientä, miksei sitä voisi maksaa yhdessä?

En tarkoita kouluja enkä teitä, ne kuuluvat veroihin. Tarkoitan yksittäistä tapahtumaa tai hanketta: kesäteatterin katsomon katetta, rantasaunaa, yhtä hyvää konserttia. Kunta kertoo, mitä se maksaa, ja lupaa tehdä sen, jos raha kertyy määräpäivään mennessä. Jos ei kerry, kukaan ei maksa mitään.`,
    supporters: ['Otso Kangas', 'Kalle Korpi', 'Helmi Virta'], crowd: 15,
    story: [
      says('2016-05-27 9.15', 'Leipomo Korpi Oy', 'for', 'Olemme mukana sataan euroon ja kahteensataan pullaan asti, kun hanke on oikea.'),
      says('2016-05-28 14.02', 'Risto Vainionpää', 'against', 'Silloin tehdään se, mihin varakkaammilla on varaa. Rantasauna nousee sinne, missä on jo veneitä.',
        replies('2016-05-28 18.45', 'Esa Huhtala', 'Pelkään samaa. Entä jos kunta antaisi jokaiselle saman alkurahan jaettavaksi, ja omasta saisi lisätä korkeintaan kympin?')),
      says('2016-05-30 11.20', 'Juha Lindroos', 'neutral', 'Laki vaatii rahankeräykseltä luvan, mutta ennakkomyynti on toinen asia. Selvitämme, kumpi tämä olisi. Takarivistä kuuluu usein illan paras kysymys.'),
      says('2016-06-04 16.30', 'Marjatta Lehtola', 'for', 'Kesäteatteriin heti. Viime kesänä Niskavuoren Heta satoi läpi minun hattuni.'),
    ],
  },
  {
    key: 'board-video', topic: 'participation', by: 'Aino Koskela', at: '2016-11-07 19.05',
    title: { fi: 'Minuutin video ennen lautakuntaa', sv: 'En minuts video före nämndens möte', en: 'A one-minute video before the board meets' },
    text: `Avasin lautakunnan esityslistan: 214 sivua, ensimmäinen asia oli laillisuuden toteaminen. Luovutin sivulla kolme.

Toivon minuutin videota. Ennen kokousta puheenjohtaja sanoisi, mikä listalla on tärkeää ja miksi. Kokouksen jälkeen esittelijä kertoisi, miten kävi, väsyneenäkin. Ei studiota eikä leikkausta: työkaveri kuvaa puhelimella ja julkaisee saman tien.`,
    supporters: ['Otso Kangas', 'Leena Salo'], crowd: 31,
    story: [
      says('2016-11-07 20.30', 'Juuso Rekola', 'for', 'Katsoisin. En ole ikinä avannut esityslistaa, mutta minuutin jaksan melkein mitä vain.'),
      says('2016-11-08 9.40', 'Antero Myllys', 'against', 'Istun lautakunnassa. Minuutissa ehtii sanoa vain sen, mikä ärsyttää. Asiat ansaitsevat lukemisen.',
        replies('2016-11-08 18.15', 'Aino Koskela', 'Ansaitsevat. Siksi haluaisin tietää, mikä niistä 214 sivusta minun kannattaa lukea.', 'for'),
        replies('2016-11-09 7.50', 'Antero Myllys', 'Hyväksytään. Voin kokeilla kerran, jos joku muu pitelee puhelinta.', 'neutral')),
      says('2016-11-08 12.12', 'Iida Saarela', 'neutral', 'Muistakaa tekstitys. Katson videot bussissa ilman ääntä, ja isäni katsoo ne ilman kuuloa.'),
      says('2016-11-10 21.00', 'Tapio Virtala', 'for', 'Enemmän minua kiinnostaisi se, kun valmistelija kirjoittaa esitystä kolmatta kuppia kahvia. Siitä sarja!'),
      says('2016-11-14 10.25', 'Emmi Saarto', 'neutral', 'Tekniikasta tämä ei ole kiinni eikä rahasta, vain tottumuksesta. Kysyn puheenjohtajilta, kuka uskaltaa ensin.'),
    ],
  },
  {
    key: 'map-feedback', topic: 'streets', by: 'Sanna Ojala', at: '2016-11-02 15.30',
    title: { fi: 'Karttapalaute suoraan työnjohdolle', sv: 'Kartrespons direkt till arbetsledningen', en: 'Map feedback straight to work management' },
    text: `Kävin katsomassa, miten naapurissa Nokialla tehdään. Asukas osoittaa kartalta kuopan, ja ilmoitus menee suoraan sille, joka lähettää auton. Lähettäjä näkee koko ajan, missä mennään.

Meillä kuoppa kulkee kolmen sähköpostin kautta, ja ensimmäisestä lumesta haukutaan puhelimessa sekin tiemestari, jonka alueella ei ole satanut. Tehdään samoin kuin Nokialla.`,
    supporters: ['Aino Koskela', 'Otso Kangas'], crowd: 36,
    story: [
      says('2016-11-02 18.44', 'Mikko Syrjä', 'for', 'Asun rajalla. Nokian puolen kuoppa paikattiin neljässä päivässä, meidän puolen kuopassa on jo sorsa.'),
      says('2016-11-03 8.10', 'Raimo Haapala', 'neutral', 'Katsotteko, ettei sama kuoppa tule sataan kertaan? Työnjohto lukee muuten karttaa eikä korjaa.',
        replies('2016-11-03 13.20', 'Sanna Ojala', 'Nokialla lähellä oleva ilmoitus näytetään ennen lähettämistä, ja siihen voi vain liittyä. Sama toimisi meillä.')),
      says('2016-11-04 20.15', 'Nina Hallamaa', 'for', 'Kuva mukaan ja paikka puhelimesta. Osoitetta ei metsäpolulla ole.'),
      says('2016-11-07 16.55', 'Kurun Kyläyhdistys ry', 'for', 'Kurussa on 700 kilometriä metsäautotietä ja kuusi katuvaloa. Toivomme, että kartta yltää meillekin asti.'),
    ],
  },
]
