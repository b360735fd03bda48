/** Parks, sports, young people, nature and the shore. The form is that of streets.ts. */
export const leisure = `
none | Leikkipuiston keinun ketju on poikki Siltapuistossa.
none | Roskis täynnä uimarannalla ja lokit levittelee.
none | Uimarannan laiturista sojottaa naula, lapsi sai haavan jalkaan.
none | Frisbeegolfradan väylällä 7 kori on väännetty vinoon
none | Ladut ajamatta vaikka lunta on ollut viikon.
none | Jäähallin pukuhuoneessa ei toimi suihkut, lämmintä vettä ei tule ollenkaan.
none | Ilkivaltaa taas skeittiparkissa, ramppi täynnä lasinsiruja.
none | Koirapuiston portti ei mene kiinni.
none | Ruoho leikkaamatta kentällä, korkeintaan lampaille sopiva
none | Kuka vastaa jään jäädytyksestä? Kenttä on ollut pehmeä koko viikon.
none | Pururadan valot sammuvat jo kahdeksalta, ennen paloivat kymmeneen. Ajastin lienee rikki.
none | Voitteko tyhjentää roskikset useammin, haisee
none | Penkin istuinlaudat lahot Keijärven rannassa, vaihtakaa laudat.
none | Uimahallin vesi on ollut jääkylmää jo kolme päivää.
none | Mahtavaa työtä ladunajajilta! Parhaat hiihtokelit vuosiin, kiitos.
none | Kuollut lintu rannassa.
none | Venelaiturin kettinki katkennut ja laituri ajelehtii
none | Sinilevää Räikänlahdessa tänään 14.7.
none | Nuorisotalon ovi oli lukossa vaikka piti olla auki klo 17. Seisoimme vartin sateessa.
none | Kiva kun joku on keksinyt ajaa mopolla lenkkipolulla. Upea idea. Poistakaa nuo pojat sieltä.
none | Pitäisi saada se kaatunut mänty pois polulta, se on ollut siinä juhannuksesta.
none | Leikkipuiston hiekka on täynnä kissan jätöksiä, olisi syytä vaihtaa.
none | Jalkapallokentän maaliverkko puuttuu, joku repinyt sen irti.
none | Matonpesupaikan hana puuttuu, varastettu varmaan
none | Miksi tekojää ei ole auki vaikka sivuilla lukee että on
none | Toivottavasti joku joskus korjaa tuon grillikatoksen katon.
none | Laavulla ei ole taaskaan puita. Lisätkää polttopuita.
none | Ei mitään valittamista, hyvin hoidettu puisto!
idea | Tähän puistoon sopisi ulkokuntosali, kun lenkkeilijöitä on paljon.
idea | Voisitteko kunnostaa vanhan tanssilavan? «Siellä voisi kesäisin pitää konsertteja ja ulkoilmaelokuvia.»
idea | Leikkipuiston kiipeilyteline on lahonnut. «Uusitte sen joka tapauksessa, niin kysykää samalla lapsilta minkälaisen he haluavat.»
idea | Frisbeegolfrata Räikän metsään!!
idea | Olis siistii jos skeittiparkkiin tulis valot et vois skeitata syksylläkin
idea | Koirapuistoon tarvittaisiin erillinen aitaus pienille koirille, nyt isot jyräävät.
idea | Ehdottaisin rannalle talviuintipaikkaa ja lämmitettyä pukukoppia, porukkaa kyllä riittää.
idea | Nokialla saa lainata kirjastosta sukset ja luistimet. Miksi ei meillä?
idea | Uimahallin aukiolo voisi alkaa jo kuudelta, moni kävisi uimassa ennen töitä.
idea | Hiihtoladun varrelle laavu, kiitos
idea | Voisko pururadan varrelle laittaa penkkejä tasaisin välein, nii mummokin jaksais kävellä
idea | Lehdet haravoidaan säkkeihin ja viedään pois. «Parempi olisi jättää ne puiston reunoille, siilit ja maaperä kiittävät.»
idea | Entäpä kaupunkiviljelylaatikot torin laidalle? Hoitaisimme ne naapuruston voimin.
idea | Minusta nurmikon tilalle pitäisi kylvää niittyä, ei tarvitsisi leikata.
idea | Liikuntasalin vuorot menevät aina samoille seuroille, «varauksen voisi arpoa tai edes osan jättää vapaalle käytölle».
idea | Venepaikkojen jonotuslista pitäisi olla netissä, että näkisi monentenako on.
idea | Luontopolulle QR-koodit joista kuulisi tarinoita paikasta. Koululaiset voisivat tehdä ne.
idea | Grillikatoksen katto vuotaa edelleen. «Kun se uusitaan, laittakaa siihen aurinkopaneeli ja latauspiste kännyköille.»
idea | jäähallin aulaan joku kahvila, vanhemmat istuu siellä tunteja
idea | Haluaisimme perustaa yhteisen puutarhan vanhan koulun tontille, lupaamme hoitaa sen.
idea | Koripallokorit koulun pihalle. Nyt siinä on pelkkä tyhjä asfaltti.
idea | Suosittelen että uimarannalle hankitaan esteetön luiska, Lempäälässä sellainen jo on.
idea | Kannattaisi yhdistää nuo kaksi latua, väliin jää vain pieni metsäkaistale.
idea | Haluttais semmonen pumptrack et ei tarvi mennä Tampereelle asti
need | Ei ole mitään nuorille täällä. Porukka hengaa ostarin edessä kun muutakaan ei ole.
need | Tyttöjen jalkapallolle ei löydy vuoroja mistään, kaikki salit täynnä.
need | Eläkeläisille ei järjestetä mitään ohjattua liikuntaa täällä kylällä, kaikki on keskustassa.
need | Kylältä puuttuu kokoontumistila, seuratalo myytiin ja nyt ei ole missä tavata.
need | Lasten kanssa ei ole talvella mitään sisäpaikkaa mihin mennä.
need | Olemme kehitysvammaisen nuoren perhe. Hänelle ei ole Ylöjärvellä yhtäkään harrastusryhmää.
need | Kaipaisin paikkaa, missä voisi tehdä puutöitä, kun asun kerrostalossa.
need | Mistään ei saa vuokrattua edullista tilaa lastenjuhliin.
need | Pyörätuolilla ei pääse yhdellekään laavulle koko kunnassa.
need | Teinipojat tarvitsisivat jonkun paikan missä rassata mopoja.
need | Meidän koiralle ei oo täällä mitään paikkaa juosta vapaana
need | Uimakouluun ei mahdu, jonossa on yli sata lasta joka vuosi.
`
