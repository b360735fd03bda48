/**
 * Written after the first signals, in other manners, to see what they missed: all of it is tuned with. The form is that of
 * streets.ts.
 */
export const manners = `
none | Hei, Lehtimäentien asukas täällä. Katupöly on tänä keväänä aivan kauheaa, harjakonetta ei ole näkynyt.
none | Vettä tulee kadulta autotalliin joka kerta kun sataa kaatamalla.
none | Onneksi olkoon, ette sitten tälläkään kertaa tulleet paikalle.
none | Kerrostalon edustalla oleva hulevesikaivo on täynnä lehtiä.
none | Uimarannan wc:n ovi ei mennyt lukkoon sunnuntaina.
none | Kolmannen luokan oppilas kaatui koulun portailla, portaat olivat jäässä ja hiekoittamatta.
none | Pyörätien risteyksessä kasvaa niin korkea heinikko, ettei näe autoja.
none | Miksi bussi 85 meni ohi vaikka vilkutin?
none | Hautausmaan vieressä oleva tienviitta osoittaa väärään suuntaan.
none | Asiakaspalvelija oli tyly enkä saanut apua.
none | Neuvolan puhelin soi tyhjää koko aamun.
none | Tykkään uudesta kirjastosta, siellä on rauhallista.
none | Kuka maksaa rikkoutuneen vanteeni?
none | Ette ilmeisesti ole lukeneet edellistä viestiäni, joten lähetän sen toistamiseen.
none | Kaivinkone jätti pyörätien kuraiseksi ja liukkaaksi.
none | Koirankakkaa joka paikassa. Hävetkää koiranomistajat!
none | Linja-autopysäkin aikataulu on viime talvelta.
none | Toivottavasti tämä viesti menee oikealle ihmiselle.
none | Jäteastian kansi lepattaa tuulessa eikä pysy kiinni, ja rotat viihtyvät.
none | Voisitte edes vastata.
idea | Lapset ylittävät tien aina tästä kohdasta, vaikka suojatie on kauempana. Siirtäisittekö suojatien lasten reitille?
idea | Puistossa on paljon omenapuita. Syksyllä pystyyn vain yhteinen mehustuspäivä!
idea | Ryhmäliikuntaa voisi pitää myös etänä, niin kaukana asuvatkin pääsisivät mukaan.
idea | Miten olisi, jos kirjastossa olisi kerran viikossa hiljainen tunti aistiherkille?
idea | Tyhjään liikehuoneistoon pop up -tila paikallisille käsityöläisille.
idea | Jos jäähallin hukkalämmöllä lämmitettäisiin uimahalli, säästettäisiin varmaan aika paljon.
idea | Leikkipuistoon aurinkosuoja hiekkalaatikon päälle.
idea | Pieni kyltti kertomaan, kenen mukaan katu on nimetty, toisi historian lähelle.
idea | Mun mummo ehdotti että hoivakodissa vois käydä koululaiset lukemassa ääneen.
idea | Pitkospuut levenemään, niin lastenrattailla mahtuu.
idea | Uimakoulun ilmoittautuminen aukeaa keskellä työpäivää ja paikat menevät minuutissa. Arvonta olisi reilumpi.
idea | Avatkaa koulun piha iltaisin parkouraajille.
idea | Työmatkapyöräilijä kiittäisi, jos kunnantalolle saataisiin suihku ja pyörävarasto.
idea | Luistelukentän laidalle kuuma juoma -automaatti ja penkki, jolla vaihtaa luistimet.
idea | Terveyskeskuksen odotusaulaan numerolappu tai näyttö, joka kertoo oman vuoron.
need | Seitsemänkymppinen etsii kuntosalikaveria, mutta meidän ikäisille ei täältä löydy ohjausta.
need | Isän haudalle ei pääse enää, kun bussi lakkautettiin.
need | Työttömälle nuorelle ei ole tarjolla mitään muuta kuin jonoja.
need | Kuulovammainen lapseni jää ulkopuolelle, koska harrastuksissa ei ole tulkkia.
need | Tulin pakolaisena kaksi vuotta sitten enkä ole löytänyt ainuttakaan paikkaa, jossa harjoitella suomea puhumalla.
need | Lapsiperheen arki: lähin neuvola 24 kilometriä, auto toisella töissä.
need | Meillä päin ei tapahdu yhtään mitään lapsille syysloman aikana.
need | Kukaan ei tunnu auttavan, kun puoliso juo.
need | Hammashoitolan siirron jälkeen meiltä on sinne kaksi bussinvaihtoa, eikä vaari selviä siitä.
need | Missä voi kaksitoistavuotias viettää iltapäivän turvallisesti? Ei missään.
`
