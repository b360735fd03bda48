/** Roads, traffic, lights and winter. One report a line: its label, then its words; «» around the sentence that makes it so. */
export const streets = `
none | Rantatien ja Koulukadun risteyksessä on iso kuoppa. Auton rengas hajosi siihen eilen.
none | Voisiko joku korjata tämän kuopan, kiitos
none | Katuvalo pimeänä Mikkolantiellä jo kolmatta viikkoa!!
none | lamppu ei pala tolpassa v-1042
none | Auraus jäi tekemättä koko Metsäkylässä. Koululaiset kahlaavat hangessa.
none | Missä viipyy auraus?
none | Hiekoittakaa Mäkikatu!! Joku katkaisee vielä jalkansa
none | Suojatien maalaukset ovat kuluneet näkymättömiin Soppeentien kohdalla.
none | Liikennemerkki kaatunut ojaan kiertoliittymän jälkeen.
none | laittakaa valot päälle alikulkutunneliin, siellä on pilkkopimeää
none | Tie on ihan perunapellolla, milloin tämä päällystetään uudestaan?
none | Kaivonkansi kolisee yöllä jokaisen auton alla. Ei pysty nukkumaan.
none | Pitäiskö teidän joskus käydä kattomassa tätä tietä?? Monttua montun perään
none | Ajonopeudet Kuruntiellä ovat järkyttäviä, poliisia ei näy koskaan.
none | Rekka peruutti bussikatoksen lasit säpäleiksi pysäkillä 3042.
none | Vesi seisoo alikulussa aina sateen jälkeen, rumpu on varmaan tukossa.
none | Työmaa on jättänyt aitoja jalkakäytävälle, vaikka työ loppui kuukausi sitten.
none | Onko Siltatie vielä kauan poikki?
none | Hei, olisi hyvä jos joku kävisi poistamassa kaatuneen puun pyörätieltä ennen kuin joku ajaa siihen.
none | Kiitos nopeasta hiekoituksesta, nyt uskaltaa taas kävellä kauppaan.
none | Liikennevalot vilkkuvat keltaista keskustan risteyksessä aamusta asti.
none | Pysäköintivirhemaksu tuli vaikka kiekko oli paikallaan, miten tästä valitetaan
none | Toivon että auraatte kevyenliikenteen väylän ennen seitsemää, nyt sitä ei ole aurattu lainkaan.
none | Lumivalli katkaistu pihani suulle taas. Aurakuski voisi nostaa terän portin kohdalla, kuten on sovittu.
none | Ajoradan reuna sortunut Pinsiöntiellä, korjatkaa pikaisesti.
none | Ei toimi painonappi suojatiellä, pitäisi saada kuntoon ennen koulujen alkua.
none | Hienoa että uusi pyörätie tuli, mutta saumakohdassa on nyt jo painuma.
none | No kylläpä kannatti taas maksaa veroja, kun tie on kuin kuun pinta. Varmaan ideana testata iskareita.
none | mutkassa liukasta
none | Katuvalot palavat keskellä päivää Vuorentiellä.
idea | Rantatielle voisi tehdä hidasteet koulun kohdalle, autot ajavat siinä aivan liian lujaa.
idea | laittakaa tähän valot, talvella ei näe mitään kun kävelee bussilta kotiin
idea | Kuoppa pyörätiellä paukuttaa rengasta. «Samalla kun korjaatte, voisiko tähän saada luiskan, että pyörällä pääsisi kadun yli?»
idea | Ehdotan, että Soppeentien ja Kuruntien risteykseen rakennetaan kiertoliittymä.
idea | Miksei bussipysäkeillä ole pyörätelineitä? Moni jättäisi auton kotiin.
idea | Kun Mikkolantietä nyt kerran revitään auki niin siihen vois samalla vetää pyörätien
idea | Olisi hyvä, jos aurausreitit näkisi kartalta reaaliajassa niin tietäisi milloin lähteä töihin.
idea | Tampereella on liikennevaloissa laskuri, joka kertoo montako sekuntia on vihreään. Sellainen meillekin.
idea | Vaihtakaa katuvalot liiketunnistimella toimiviin, säästyisi sähköä ja tähdetkin näkyisivät.
idea | Ojansuun alikulku on pelottava. «Sinne voisi pyytää nuoria maalaamaan seinät.»
idea | Suojatielle kaivataan keskisaareke, vanhus ei ehdi yli yhdellä kertaa.
idea | Hiekoitushiekka voitaisiin kerätä keväällä talteen ja käyttää uudestaan.
idea | Hei! Jalkakäytävä loppuu kesken Metsätien kohdalla. «Jatkakaa sitä koululle asti, väliä on vain 200 metriä.»
idea | toivoisin että lumikasoja ei vietäis leikkipuistoon vaan vaikka siihen hiekkakentälle pulkkamäeksi
idea | Eikö tuohon risteykseen saisi peiliä? Pensasaidan takaa ei näe tulevia.
idea | Pysäköintiruutuja voisi merkitä muutaman perheille kirjaston eteen.
idea | Nopeusrajoitus pitäisi laskea kolmeenkymppiin koko keskustassa.
idea | Hyvä kun auraatte, mutta «entä jos pyörätiet aurattaisiin ensin ja ajoradat vasta sitten, niinkuin Oulussa?»
idea | Lisätkää tolppiin heijastimet, niin auton valoissa näkee missä tie menee.
idea | Sähköauton latauspiste kunnantalon pihaan olisi nykyaikaa.
idea | Penkki bussipysäkille, kiitos. 80-vuotias äiti ei jaksa seistä kahtakymmentä minuuttia.
idea | Mun mielestä sinne vanhalle ratapohjalle kandeis tehä pyörätie Siuroon asti
need | Meiltä ei pääse julkisilla mihinkään lauantaisin. Viimeinen vuoro lähtee perjantaina kuudelta.
need | Kyrönlahdelta ei kulje enää yhtään bussia koululle, lapset ovat vanhempien kyytien varassa.
need | Kaivattaisiin jotain kulkuyhteyttä terveysasemalle, kun omaa autoa ei ole.
need | Keskustassa ei ole yhtään esteetöntä parkkipaikkaa lähellä apteekkia.
need | Pyörätie puuttuu kokonaan Kuruntien varrelta, ja siinä kulkee koululaisia joka päivä.
need | Asemalta puuttuu pyöräparkki, jossa voisi säilyttää kypärän ja pyörän turvassa.
need | Täällä perukoilla ei ole minkäänlaista kyytipalvelua vanhuksille.
need | Liityntäpysäköinti on aina täynnä, autoa ei saa mihinkään ja työmatka tyssää siihen.
need | Rollaattorilla ei pääse Kirkkotietä kauppaan, kun koko matkalla ei ole jalkakäytävää.
need | Iltavuoroista ei pääse kotiin, kun bussit loppuu kymmeneltä
`
