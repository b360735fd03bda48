/** Hard cases: mixed, ironic, dialect, typos, long, negated, and other languages. The form is that of streets.ts. */
export const hard = `
none | Voisko jo hei oikeesti hoitaa hommansa ja lapioida ton portaikon!
none | Ehdotan että potkitte aurausurakoitsijan pellolle.
none | Loistoidea laittaa tietyö koulun alkupäivälle. Onnea vaan.
none | En ehdota mitään, haluan vain että valot palavat.
none | Ei tarvita lisää penkkejä, entisetkin on rikki. Korjatkaa ne.
none | Idea oli hyvä mutta toteutus surkea: uusi pysäkki tulvii.
none | Pitäisikö minun soittaa ely-keskukseen vai teille?
none | Tampereella on kadut aurattu jo aamukuudelta, meillä ei mitään.
none | Olisihan se hienoa jos joskus joku vastaisi puhelimeen.
none | Puuttuu kaksi laattaa torin kiveyksestä, kompastumisvaara.
none | Tästä on ehdotettu jo kolme kertaa eikä mitään tapahdu. Kuoppa on yhä siinä.
none | Vois kaataa ton lahon koivun ennenku se tippuu auton päälle
none | Kaiteesta puuttuu pultti, koko kaide heiluu
none | Hyvä palvelu, ei kehitettävää.
none | Eikö tuota kylttiä voi suoristaa?
none | Naapuri polttaa risuja joka ilta. Tehkää jotain.
none | Ideapuiston vessa on tukossa.
none | Sillan kaide pitäisi maalata, ruoste kukkii.
none | Kaivataan kipeästi aurausta Vahannan perukoille, kolmas päivä hangessa.
none | Miksei kukaan tule tyhjentämään lasinkeräystä? Pulloja on jo maassa.
none | Meillä ei ole vettä. Koko katu kuivana aamusta asti.
none | Toivomme, että uimahallin ovi korjataan ennen hiihtolomaa.
none | Suosittelen tarkistamaan laskutuksenne, sama maksu on tullut kahdesti.
none | Lämmitys pois päältä koululla, lapsilla takit päällä tunnilla. Uusi systeemi ilmeisesti pettänyt taas.
none | Hej, gatlyktan utanför biblioteket är trasig sedan måndag.
none | Det ligger glas på cykelvägen vid skolan.
none | Kunde ni ploga Skogsvägen, tack.
none | There is a big pothole in front of the health centre.
none | Could someone please fix the swing in the park?
none | The street light does not work on Koulukatu.
none | Ko tuota lunta piisaa niin soisin jotta aurattaas meirän tie kans.
none | Vihdoin uusi leikkipuisto! Lapset tykkäävät hirveästi.
none | Uusi suojatie maalattu väärään paikkaan, pysäkki on 50 metriä edempänä.
none | Voi voi kun taas on ovi jäässä.
idea | No jo on lystiä kiertää aitaa joka aamu. «Tehkää siihen portti, niin ei tarvi kiivetä.»
idea | Roskis on aina täynnä ja lokit repivät. «Syväkeräysastia ratkaisisi tämän.»
idea | Hei, olen käynyt viikottain laskemassa tavaraa kierrätykseen. Astiat ovat täynnä, mikä harmittaa. Henkilökunta on mukavaa. «Toisi paljon iloa, jos pihalla olisi vaihtohylly ehjille tavaroille.» Terveisin Raija
idea | Taas uusi kuoppa samassa paikassa, ette te tätä paikkaamalla saa kuntoon. «Vaihtakaa siihen kiveys.»
idea | Onkos kukaan aatellu että tuohon joutomaahan sais hyvän pulkkamäen
idea | Monet koirat jättää kakat. «Pussiteline ja roskis polun päähän niin loppuu tuo.»
idea | Ko on tuo vanaha meijeri tyhyjänä niin eikö siihe sais nuorisolle treenikämppiä
idea | Vanhukset eivät näe aikataulua. «Isompi teksti ja valo pysäkille.»
idea | voisko olla et bussikortin vois ladata kirjastos
idea | Emme tarvitse uutta parkkipaikkaa, «mieluummin siihen puita ja penkkejä.»
idea | Kuntaan tulisi palkata yhteisöpuutarhuri, joka opastaisi asukkaita.
idea | Tämä ei ole valitus vaan toive: «lapsille saisi olla oma uintivuoro ilman melua ja kirkkaita valoja.»
idea | Voisi kokeilla, että yksi katu olisi kesän ajan vain kävelijöille.
idea | Jospa jätevesimaksun sais jakaa neljään osaan niin pienituloinenki pärjäis.
idea | Mitä mieltä olette: lainapyöriä juna-asemalle? Oulussa toimii hienosti.
idea | Jäteastioihin anturit, jotka kertovat milloin ne ovat täynnä. Silloin ei ajeltaisi turhaan.
idea | Katuvalo on rikki taas. Oikeasti, «siirtykää jo ledeihin».
idea | Skulle man kunna få en hundpark nära järnvägsstationen?
idea | Jag föreslår att biblioteket har öppet på söndagar.
idea | Det vore bra om det fanns bänkar längs stigen.
idea | It would be great to have a community garden behind the church.
idea | I suggest you put a mirror in this corner, cars come out of nowhere.
idea | Why not open the school gym for families on Sundays?
idea | Eräänä iltana mietin bussia odottaessani, että «pysäkin seinään sopisi kirjahylly, josta saa ottaa ja johon saa jättää.»
idea | Tilalle vaikka suihkulähde?
idea | Puolukkametsää ei tartte hakata, «tehkää siitä mieluummin lähimetsä kouluille».
idea | Saisiko kirjastoauton pysähtymään myös meidän kylällä vaikka kerran kuussa?
need | Aurinkoinen päivä ja lapset sisällä, koska lähin leikkipuisto on kolmen kilometrin päässä.
need | Vanhempani eivät saa ruokaa kaupasta, kun kyläkauppa sulki ja bussi ei kulje.
need | Ei niin yhtikäs mitään tekemistä alle 18-vuotiaille perjantai-iltaisin.
need | Hoitokodin asukkailla ei ole ketään, joka veisi ulos.
need | Meirän kyläs ei oo ikänä ollu minkäänlaasta paikkaa, mihinä kokoontua
need | Ei täällä pärjää ilman autoa, ja minulta vietiin kortti.
need | Det finns ingenting för unga här på kvällarna.
need | Vi saknar svenskspråkig dagvård i kommunen.
need | There is nowhere to go with a baby in the winter.
need | I can't find any Finnish course in the evenings for people who work.
need | Vaimolla on muistisairaus. Päivätoimintaa on vain tiistaisin, «muina päivinä en pääse edes kauppaan».
need | Katulamppu on pimeä, mutta suurempi murhe on, «ettei täältä pääse iltaisin millään pois».
`
