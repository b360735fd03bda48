import { answers, moves, replies, routes, says, type ToldIdea } from '../../told.ts'

/** Getting things done from the sofa: advice, appointments, permits, messages, a shop. */
export const services: ToldIdea[] = [
  {
    key: 'chat-advice', topic: 'participation', place: 'Kaupungintalo', by: 'Emmi Saarto', at: '2016-04-25 9.30',
    title: { fi: 'Chat-neuvonta palveluyksiköihin', sv: 'Chattrådgivning i serviceenheterna', en: 'Chat advice in service units' },
    text: `Moni asia on niin pieni, ettei siitä viitsi soittaa, ja niin kiireinen, ettei sähköpostia jaksa odottaa. Kokeillaan chattia puolen vuoden määräaikaisella sopimuksella kahdessa tai kolmessa yksikössä, joihin yhteydenottoja tulee eniten.

Neuvoja voi asiakkaan luvalla ottaa selainnäkymän haltuunsa ja opastaa sivulta toiselle tai sähköisen lomakkeen läpi. Tavoitteena on lisätä yksi luonteva tapa kysyä ja vähentää hitaita sähköposteja ja soittopyyntöjä. Jos siitä ei ole hyötyä, kokeilu päättyy.`,
    supporters: ['Aino Koskela', 'Leena Salo'], crowd: 29,
    story: [
      routes('2016-04-25 14.10', 'Juha Lindroos', 'leisure', 'Siirsin asian Vapaa-aikapalveluille, jotka vetävät kokeilua kaikkien mukaan tulevien yksiköiden puolesta.'),
      says('2016-04-25 18.20', 'Susanna Koivula', 'for', 'Kyllä kiitos. Esikoulupaikan hakulomakkeen kohta 14 on minulle arvoitus joka kerta.'),
      says('2016-04-26 8.05', 'Pertti Laine', 'against', 'Ennen puhelimeen vastasi ihminen. Pelkään, että chatin jälkeen ei vastaa kukaan.',
        replies('2016-04-26 13.10', 'Emmi Saarto', 'Puhelin jää. Ajatus on, että kun pienet kysymykset hoituvat chatissa, linjalla on tilaa niille, joista pitää puhua.')),
      says('2016-04-27 10.45', 'Heidi Santala', 'neutral', 'Mitä neuvoja näkee, kun hän ottaa selaimeni haltuun? Samassa ikkunassa on auki muutakin kuin kunnan sivu.',
        replies('2016-04-27 14.30', 'Emmi Saarto', 'Vain meidän sivumme siinä välilehdessä, eikä mitään ennen kuin olet itse antanut luvan. Luvan voi perua kesken kaiken yhdellä napilla.')),
      answers('2016-05-04 9.00', 'Noora Vainio', 'forward', 'Lähdemme mukaan. Haemme kevään aikana kokeiluun kaksi tai kolme yksikköä, sovimme vuorot ja koulutamme neuvojat. Vastuu on yhdellä ihmisellä, ja kokouspullat jäävät syömättä: tehdään tämä nopeasti.'),
      says('2016-05-19 20.12', 'Aino Koskela', 'for', 'Digi-illassa joku kysyi, miksi pankki vastaa minuutissa ja kunta viikossa. Tässä olisi vastaus.'),
      moves('2016-09-05 9.00', 'Noora Vainio', 'experiment', 'Chat on auki varhaiskasvatuksessa, perusopetuksessa ja vapaa-aikapalveluissa. Syksyllä katsomme, laajennammeko sitä vai päätämmekö sopimuksen.', {
        experiment: { toLearn: 'Siirtyvätkö hitaat sähköpostit ja soittopyynnöt chattiin, ja hoituuko asia siellä kerralla?', seenFrom: 'Keskustelujen määrästä, niiden kestosta ja siitä, montako jatkui sähköpostissa; soittopyynnöistä samoissa yksiköissä ennen ja nyt.', endsOn: '2017-03-05' },
      }),
      says('2016-09-06 11.15', 'Susanna Koivula', 'for', 'Kokeilin. Kohta 14 selvisi neljässä minuutissa, ja sain toivotuksen hyvästä syksystä.'),
      says('2016-09-14 9.20', 'Pertti Laine', 'neutral', 'Kirjoitin ja sain vastauksen. Oli ihminen. Jään silti seuraamaan.',
        replies('2016-09-14 12.02', 'Emmi Saarto', 'Se ihminen kiittää. Seuraa vain, se on kokeilun tarkoitus.')),
    ],
  },
  {
    key: 'health-booking', kind: 'need', topic: 'participation', by: 'Tuula Nieminen', at: '2016-02-08 8.05',
    title: { fi: 'Terveydenhuollon ajanvaraus verkkoon', sv: 'Tidsbeställning till hälsovården på nätet', en: 'Health appointments online' },
    text: `Terveyskeskukseen pitää soittaa aamukahdeksalta. Kello kahdeksan olen bussissa, ja bussissa en halua kertoa polvestani koko Tampereelle.

Toivon, että hammashoidon, neuvolan ja laboratorion ajan saisi varata, siirtää ja perua verkossa silloin, kun itselle sopii, vaikka iltakymmeneltä. Peruuttaminenkin kävisi silloin heti eikä seuraavana aamuna jonotusmusiikin jälkeen.`,
    supporters: ['Aino Koskela', 'Otso Kangas', 'Kalle Korpi'], crowd: 52,
    story: [
      says('2016-02-08 17.30', 'Hanna Suvanto', 'for', 'Neuvola-ajan siirtäminen vei minulta kolme soittoa ja yhden päiväunen, eikä se ollut minun uneni.'),
      says('2016-02-09 9.12', 'Anneli Kotila', 'against', 'En varaa lääkäriä tietokoneella, enkä ole ainoa. Jos ajat menevät verkossa hetkessä, mitä puhelimella soittavalle jää?',
        replies('2016-02-10 10.40', 'Juha Lindroos', 'Tärkeä kysymys. Puhelimessa ja tiskillä varataan samoista ajoista kuin verkossa, ja osa ajoista pidetään tarkoituksella soittajille.')),
      answers('2016-02-18 13.00', 'Juha Lindroos', 'forward', 'Viemme tätä eteenpäin terveydenhuollon kanssa. Ensin verkkoon tulevat ajat, joita hoitajan ei tarvitse arvioida: hammashoito, neuvola ja laboratorio.'),
      says('2016-05-18 21.10', 'Markus Paavola', 'for', 'Tästä puhuttiin digi-illassakin. Perumisesta pitää saada muistutus edellisenä päivänä, muuten aika menee hukkaan.'),
      moves('2016-08-17 13.10', 'Juha Lindroos', 'service', 'Ajanvaraus on pääosin käytössä. Verkossa varataan, siirretään ja perutaan; loput ajat lisätään sitä mukaa kuin yksiköt ehtivät mukaan.'),
      says('2016-08-17 22.04', 'Tuula Nieminen', 'for', 'Varasin äsken hammaslääkärin sohvalta kello 22.03. Kukaan bussissa ei tiedä tästä mitään. Kiitos!'),
      says('2016-08-29 8.30', 'Samuli Jokela', 'neutral', 'Toimii, mutta lapsen aikaa ei voi varata omilla tunnuksilla. Se olisi seuraava toive.',
        replies('2016-08-30 9.15', 'Juha Lindroos', 'Kuultu. Toisen puolesta asioiminen vaatii valtakunnallisen valtuuspalvelun, ja liitymme siihen heti kun voimme.')),
    ],
  },
  {
    key: 'building-permit', topic: 'building', by: 'Ilkka Tammi', at: '2016-08-08 10.20',
    title: { fi: 'Sähköinen rakennuslupaprosessi', sv: 'Elektronisk bygglovsprocess', en: 'Electronic building-permit process' },
    text: `Rakennusluvan paperit tulevat meille kansiossa, käyvät mapissa, kopiokoneella ja kokouksessa ja palaavat kansioon. Välillä hakija soittaa ja kysyy, missä mennään, ja me etsimme kansion.

Siirretään koko matka verkkoon: piirustukset, naapurin kuuleminen, täydennyspyynnöt, päätös ja katselmukset samaan paikkaan, jossa hakija näkee koko ajan, kenellä asia on.`,
    supporters: ['Kalle Korpi'], crowd: 19,
    story: [
      says('2016-08-08 18.44', 'Tommi Vesala', 'for', 'Autotallimme lupa oli kerran kateissa kaksi viikkoa. Se löytyi väärän autotallin mapista.'),
      says('2016-08-10 12.30', 'Leipomo Korpi Oy', 'for', 'Laajennamme leipomoa ensi vuonna. Meille tärkeintä ei ole nopeus vaan se, että tiedän, milloin saan tilata uunin.'),
      says('2016-08-11 11.05', 'Heikki Palomäki', 'neutral', 'Piirsin aikanaan taloni ruutupaperille ja se on vieläkin pystyssä. Saako paperilla hakea jatkossakin?',
        replies('2016-08-12 8.50', 'Ilkka Tammi', 'Saa. Skannaamme paperit tiskillä, ja sinäkin näet hakemuksesi verkossa, jos haluat.')),
      answers('2016-08-17 13.20', 'Ilkka Tammi', 'forward', 'Vastaan omaan ehdotukseeni, mutta nyt koko yksikön puolesta: työ etenee syksyn aikana. Ensin verkkoon tulevat hakemus ja piirustukset, sitten naapurin kuuleminen ja viimeisenä katselmukset.'),
      says('2016-10-11 19.36', 'Joonas Katajisto', 'for', 'Julkaiskaa lopuksi käsittelyajat avoimena datana. Siitä näkee, onko tästä ollut hyötyä.'),
    ],
  },
  {
    key: '3d-printer', topic: 'library', place: 'Pääkirjasto Leija', by: 'Leena Salo', at: '2016-03-02 14.15',
    title: { fi: '3D-tulostin pääkirjasto Leijaan', sv: '3D-skrivare till huvudbiblioteket Leija', en: '3D printer in the main library' },
    text: `Leijan digitointihuoneessa siirretään vanhoja videoita ja mustuneita dioja nykyaikaan. Ehdotan, että samassa huoneessa voisi myös tehdä jotain, mitä ei ole vielä olemassa: 3D-tulostimella.

Asiakas varaa ajan, kirjastonhoitaja opastaa, ja yksi tuloste maksaa 40 senttiä. Kukaan ei vielä tiedä, mihin konetta käytetään. Juuri siksi sitä kannattaa kokeilla, niin kirjaston kuin asiakkaidenkin.`,
    supporters: ['Otso Kangas', 'Aino Koskela'], crowd: 33,
    story: [
      says('2016-03-02 19.25', 'Arttu Niskala', 'for', 'Astianpesukoneestani puuttuu pyörä, jota ei enää valmisteta. Piirustukset ovat valmiina, odotan vain konetta.'),
      says('2016-03-03 9.40', 'Pirjo Järvelä', 'against', 'Kirjastoon kirjoja, kiitos. Muovikrääsää saa muualtakin.',
        replies('2016-03-03 15.20', 'Leena Salo', 'Ymmärrän. Kirjamäärärahaan ei kosketa, ja tulosteet tehdään maissipohjaisesta aineesta. Jos käy niin, että koneella tehdään vain krääsää, sekin on kokeilun tulos, ja sitten luovumme siitä.')),
      answers('2016-03-11 10.00', 'Leena Salo', 'forward', 'Kone hankitaan. Kevään aikana opettelemme itse, jotta osaamme neuvoa muita.'),
      says('2016-08-20 10.15', 'Venla Rautio', 'for', 'Saako koululuokka tulla? Meillä on kahdeksasluokkalaisia, jotka mallintavat jo nyt paremmin kuin opettajansa.',
        replies('2016-08-22 9.05', 'Leena Salo', 'Saa, tervetuloa! Varatkaa kaksi aikaa peräkkäin: yksi avaimenperä vie puoli tuntia, ja luokassa on monta avainta.')),
      moves('2016-09-15 12.00', 'Leena Salo', 'experiment', 'Tulostin on digitointihuoneessa ja ajat ovat varattavissa. Muutama varaus on jo tehty, lisää mahtuu.', {
        experiment: { toLearn: 'Mihin kirjaston asiakkaat 3D-tulostinta käyttävät, ja kuka tulee sen vuoksi kirjastoon ensi kertaa?', seenFrom: 'Varauksista, lyhyestä kysymyksestä tulostuksen jälkeen ja hyllystä, johon saa jättää kuvan omasta työstään.', endsOn: '2017-05-31' },
      }),
      says('2016-09-19 17.50', 'Arttu Niskala', 'for', 'Pyörä on valmis, ja kone pesee. Neljäkymmentä senttiä! Uusi kone olisi maksanut tuhatkertaisesti.'),
      says('2016-09-23 13.30', 'Ulla Kankare', 'neutral', 'Mihin sitä hiuslakkaa oikein tarvitaan? Kirjastonhoitajalla oli sitä pöydällä eikä juuri hiuksia.',
        replies('2016-09-23 14.45', 'Leena Salo', 'Tuloste ei muuten pysy lasilevyllä. Kokeilimme liimaa, teippiä ja toivoa, ja hiuskiinne voitti.')),
      says('2016-10-03 18.05', 'Pirjo Järvelä', 'neutral', 'Lapsenlapsi tulosti minulle silmälasitelineen ja lainasi samalla kolme kirjaa. Olkoon.'),
      moves('2017-06-01 10.00', 'Leena Salo', 'service', 'Tulostin jää taloon. Ajan saa varata, ja palvelu on nyt muiden joukossa.', { learned: 'Puolet varaajista tuli kirjastoon tulostimen vuoksi, ja joka kolmas lainasi samalla. Eniten tehtiin varaosia.' }),
    ],
  },
  {
    key: 'ece-messaging', topic: 'families', place: 'Kalliorinteen päiväkoti', by: 'Päivi Mäkelä', at: '2016-04-26 11.00',
    title: { fi: 'Varhaiskasvatuksen yhtenäinen viestintä', sv: 'En gemensam kanal för småbarnspedagogikens kommunikation', en: 'One message channel for early education' },
    text: `Päiväkodin viesti kulkee ovessa, lokerossa, ilmoitustaululla, sähköpostissa, tekstiviestissä ja joskus maalarinteipissä lapsen selässä. Vanhempi on silti se, jolta viesti jäi saamatta.

Haluamme yhden sähköisen kanavan, jossa hoituvat lomakkeet, poissaolot, hoitoaikojen varaukset ja keskustelu lapsen suunnitelmasta. Toivesanat on jo kirjoitettu seinälle: helppo, nopea, selkeä, tavoitettava, luotettava, yhdenvertainen. Mitä sinä kirjoittaisit?`,
    supporters: ['Aino Koskela'], crowd: 44,
    story: [
      says('2016-04-26 20.15', 'Johanna Mäntylä', 'for', 'Kirjoittaisin: yksi paikka. Tänään etsin retkipäivän eväsohjeen viidestä ja löysin sen kuudennesta.'),
      says('2016-04-28 7.50', 'Teemu Harju', 'for', 'Isänä toivon, että viesti tulee meille molemmille. Nyt se tulee sille, jonka numero on kirjattu lokeron oveen.'),
      says('2016-05-03 9.15', 'Päivi Mäkelä', 'neutral', 'Ensimmäinen työpaja pidettiin eilen 2.5. Kalliorinteen päiväkodissa. Noin kaksikymmentä ammattilaista äänesti hiljaa, lappuja siirtelemällä, ja kärkeen nousi yksi yhteinen viestintäkanava. Toisessa työpajassa 20.5. siitä tehdään konsepti.'),
      says('2016-05-04 21.05', 'Satu Honkala', 'against', 'Pelkään, että aamun sanat eteisessä katoavat. "Nukkui huonosti, ole lempeä" ei ole lomakkeen kenttä.',
        replies('2016-05-05 10.10', 'Päivi Mäkelä', 'Se on tärkein lause, jonka olen tästä kuullut. Kun paperit vähenevät, eteisessä on enemmän aikaa juuri noille sanoille.')),
      says('2016-05-21 9.30', 'Ahmed Noor', 'for', 'Toivon, että viestin voi lukea omalla kielellä. Ymmärrän suomea, mutta en "varakumpparit naulaan".',
        replies('2016-05-23 8.40', 'Päivi Mäkelä', 'Tämä lisättiin toiveisiin toisessa työpajassa. Kiitos, ja kumpparit tarkoittavat kumisaappaita.')),
      answers('2016-06-06 10.00', 'Päivi Mäkelä', 'forward', 'Työpajoissa 2.5. ja 20.5. syntyi yksi konsepti: lomakkeet, poissaolot, hoitoajat ja suunnitelmakeskustelut samassa kanavassa. Mittareiksi valittiin käyttäjien määrä ja se, miten ahkerasti he kanavaa käyttävät. Käyttöön keväällä 2017.'),
      says('2016-06-07 19.20', 'Johanna Mäntylä', 'for', 'Hyvä! Laittakaa mukaan punainen piste. Väsynyt vanhempi ei huomaa mitään muuta.'),
      says('2016-09-20 8.15', 'Milla Rajala', 'neutral', 'Saavatko perhepäivähoitajat saman kanavan yhtä aikaa vai taas vuotta myöhemmin?',
        replies('2016-09-21 12.25', 'Päivi Mäkelä', 'Yhtä aikaa. Kaksi perhepäivähoitajaa oli työpajoissa mukana, ja he pitivät siitä huolen.')),
    ],
  },
  {
    key: 'web-shop', topic: 'participation', by: 'Juha Lindroos', at: '2016-04-11 9.10',
    title: { fi: 'Kunnan verkkokauppa', sv: 'Kommunens nätbutik', en: 'The municipality’s web shop' },
    text: `Verkkokaupassa asia hoituu ilman jonottamista räntäsateessa. Kunta myy monta asiaa, mutta harvoin niin, että ne voisi vain ostaa: ensin ilmoittaudutaan, sitten odotetaan, ja lopuksi postista tulee lasku.

Kokeillaan rajatusti palveluilla, jotka kauppaan sopivat: tilojen käyttö, uimahalliliput, tapahtuma- ja kurssimaksut, pysäköintiluvat. Maksaminen kuuluu kokeiluun. Yksi raja on selvä: viranomaisen lupa ei saa näyttää siltä, että sen saa rahalla.`,
    supporters: ['Kalle Korpi'], crowd: 21,
    story: [
      says('2016-04-11 19.44', 'Emilia Nurmela', 'for', 'Kansalaisopiston kurssimaksu paperilaskulla on viimeinen kirje, jota meille tulee. Postinkantajakin kysyi, onko kaikki hyvin.'),
      says('2016-04-13 8.25', 'Risto Vainionpää', 'against', 'Kunta ei ole kauppa. Kun asukkaasta tehdään asiakas, unohdetaan pian se, jolla ei ole millä maksaa.',
        replies('2016-04-14 10.05', 'Juha Lindroos', 'Siksi kokeiluun otetaan vain sellaista, mikä on jo maksullista, samoin hinnoin ja samoin alennuksin. Ja tiskillä saa maksaa edelleen.')),
      answers('2016-04-22 9.00', 'Juha Lindroos', 'forward', 'Etsimme sopivat palvelut ja kumppanin, joka haluaa oppia samalla kun me. Aloitamme pienestä.'),
      says('2016-05-02 14.12', 'Eeva Hiltunen', 'neutral', 'Kansalaisopisto on mukana, jos kurssin voi myös perua kaupassa. Ostaminen on helppoa, peruminen on palvelua.'),
      moves('2016-10-04 10.30', 'Juha Lindroos', 'experiment', 'Rajattu kokeilu alkaa muutamalla palvelulla. Valitsemme ne niin, että maksaminen tulee varmasti kokeilluksi.', {
        experiment: { toLearn: 'Mitkä kunnan palvelut ihmiset todella ostavat verkosta, ja muuttaako kaupan muoto sitä, miten kuvaamme palvelumme?', seenFrom: 'Ostoista, kesken jääneistä ostoskoreista ja palautuksista; kaupan kautta tulleista kysymyksistä; myyjinä olleiden yksiköiden omasta päiväkirjasta.', endsOn: '2017-03-31' },
      }),
      says('2016-10-05 17.33', 'Leipomo Korpi Oy', 'for', 'Olemme pitäneet verkkokauppaa vuoden. Neuvo: älkää aloittako laajasta valikoimasta vaan yhdestä tuotteesta, jonka kuva on hyvä. Meillä se oli korvapuusti.'),
      says('2016-10-09 20.50', 'Risto Vainionpää', 'neutral', 'Ostin uimaliput. Oli helppoa, myönnän. Periaatteeni olen yhä valmis keskustelemaan.'),
    ],
  },
  {
    key: 'resident-app', topic: 'participation', by: 'Emmi Saarto', at: '2016-06-02 15.10',
    title: { fi: 'Kuntalaisen mobiilisovellus', sv: 'Kommuninvånarens mobilapp', en: 'The resident’s mobile app' },
    text: `Kunnasta halutaan neljää asiaa: tietoa, palveluja, mahdollisuus vaikuttaa ja paikka kuulua johonkin. Nyt ne ovat neljässä eri osoitteessa ja kahdessatoista eri järjestelmässä.

Ehdotus: yksi käyttöliittymä taskuun. Alla voi olla vaikka kuinka monta järjestelmää, kunhan ihminen ei joudu niitä tuntemaan. Ensin ei osteta mitään. Ensin piirretään, millainen sen pitäisi olla.`,
    supporters: ['Aino Koskela', 'Otso Kangas', 'Leena Salo', 'Jari Niemi'], crowd: 47,
    story: [
      says('2016-06-02 18.02', 'Joonas Katajisto', 'for', 'Yksi pyyntö: rajapinnat auki ensimmäisestä päivästä. Muut tekevät sillä jotain, mitä te ette keksineet.'),
      says('2016-06-03 9.25', 'Anneli Kotila', 'against', 'Minulla ei ole älypuhelinta. Jos kunta muuttaa puhelimeen, kuka jää taloon?',
        replies('2016-06-03 13.40', 'Emmi Saarto', 'Talo jää ja sen väki myös. Toivomme, että tiskillä avataan sama näkymä sinun kanssasi: sinä kerrot, virkailija naputtaa.')),
      says('2016-06-05 21.12', 'Kim Nyholm', 'for', 'Hoppas att den fungerar på svenska också, inte bara på framsidan.',
        replies('2016-06-06 8.30', 'Emmi Saarto', 'Det ska den, hela vägen. Tack för påminnelsen!')),
      says('2016-06-13 10.00', 'Emmi Saarto', 'neutral', 'Aihe lähtee syksyllä opiskelijatiimin käsiin: kolmen korkeakoulun tiimi saa miettiä, mitä kuntalainen tarvitsee ja mitä kunta siltä vaatii. Emme kerro heille omia vastauksiamme.'),
      answers('2016-09-13 9.00', 'Emmi Saarto', 'forward', 'Konseptointi alkaa kolmen korkeakoulun opiskelijatiimin kanssa. Lopputulos saa olla paperia, videota tai klikattava malli; valmista tuotetta ei vielä tehdä.'),
      says('2016-09-22 19.15', 'Sofia Lindell', 'for', 'Olen tiimissä! Tunnustan: kuukausi sitten en tiennyt, mikä on lautakunta. Nyt tiedän, ja minulla on siihen ehdotuksia.'),
      says('2016-10-02 12.40', 'Veikko Tuomela', 'neutral', 'Panette siihen sitten ison napin, jossa lukee "ihminen". Kaikki muu on lisää.'),
      says('2016-11-24 20.20', 'Aino Koskela', 'for', 'Näin tiimin esityksen. Jos puoletkin siitä toteutuu, muutan sohvalle.'),
    ],
  },
]
