/** Library, school, day care, health, the old, papers and the web. The form is that of streets.ts. */
export const services = `
none | Kirjaston palautusautomaatti ei toimi, kirjat jäi jumiin luukkuun.
none | Nettisivuilla lukee väärä puhelinnumero neuvolaan.
none | Odotin puhelimessa 50 minuuttia ja sitten linja katkesi.
none | Päiväkodin pihan portti narisee ja salpa on irti.
none | Lapseni maitoallergia oli taas unohdettu koulun ruokalassa. Tämä on kolmas kerta!
none | Hammashoitoon ei saa aikaa, tämä on törkeää
none | Laskussa on virhe: maksoin jo maaliskuussa.
none | Kirjaston henkilökunta on aivan ihanaa, kiitos Tuulalle avusta.
none | Lomake kaatuu kun painan lähetä. Selain Chrome, puhelin Samsung.
none | Milloin kesäajan aukiolot tulevat nettiin?
none | Kotihoito ei tullut sovittuna aikana, äiti odotti aamupalaa puoli yhteentoista.
none | Koulukuljetus ajoi taas ohi pysäkin. Soittakaa minulle.
none | Opettaja vaihtuu jo neljännen kerran tänä vuonna. Missä vika?
none | Vessapaperi loppu kirjaston wc:stä.
none | Kiitos kun vastasitte, asia hoitui.
none | Ei voi olla totta että hakemus on hukattu uudestaan.
none | Rakennuslupaa ei ole käsitelty viiteen kuukauteen, pyydän selvitystä.
none | Ylöjärven kaupunki osaa kyllä, kun vain tahtoo. Tahtokaa.
none | Netti ei toimi kirjaston koneilla.
none | Voisitteko lähettää tositteen uudelleen sähköpostiini?
none | Koulun ilmastointi humisee niin ettei opetusta kuule.
none | Miksi vanhusten ruokapalvelun hintaa nostettiin taas?
none | Aika varattu 9.15, sisään pääsin 10.40. Kukaan ei sanonut mitään.
none | Terveyskeskuksen ulko-ovi ei aukea automaattisesti, pyörätuolilla jouduin odottamaan ohikulkijaa.
none | Pitäisi saada lääkäriin aika mutta kukaan ei vastaa puhelimeen
none | Toivoisin yhteydenottoa mahdollisimman pian.
none | Haluaisin tietää missä vaiheessa hakemukseni on.
none | olisko mahdollista saada vastaus edes tänä vuonna
idea | Kirjastosta voisi lainata myös työkaluja ja harvoin tarvittavia kodinkoneita.
idea | Miksei neuvola-aikaa voi perua tekstiviestillä? Aikoja jäisi vähemmän käyttämättä.
idea | Kouluihin ehdotan kasvisruokapäivän sijasta kahta vaihtoehtoa joka päivä.
idea | Päiväkodin pihalle voisi tehdä vihannesmaan. Lapset oppisivat mistä ruoka tulee.
idea | Odotin puhelimessa lähes tunnin. «Ottakaa käyttöön takaisinsoitto, se on muissakin kunnissa.»
idea | Nettisivuille pitäisi tehdä yksi paikka, jossa näkyy kaikki lasten harrastukset iän mukaan.
idea | Kirjasto omatoimiseksi! Tampereella pääsee kortilla sisään vielä illalla.
idea | Digineuvontaa voisivat pitää lukiolaiset, he saisivat siitä kurssin.
idea | Kunnan tyhjät tilat voisi antaa iltaisin yhdistysten käyttöön ilmaiseksi.
idea | Laskun voisi lähettää kaikille sähköisenä ja säästyneillä rahoilla ostaa kirjoja.
idea | Toivoisin kirjastoon pelihuoneen nuorille, vanha varasto on ihan tyhjillään.
idea | Jos vanhuksille vietäisiin ruoka päiväkodin keittiöstä, kulkisi vain yksi auto.
idea | tekstarimuistutus hammaslääkäriajasta ois hyvä, unohdin taas
idea | Kouluruoan hävikin voisi myydä eurolla klo 13 jälkeen, kuten Nokialla.
idea | Hei, ruokalassa on kauhea meteli. «Mitä jos kattoon laitettaisiin ääntä vaimentavat levyt ja ruokailu porrastettaisiin?»
idea | Lomake on vaikea. «Ehdotan että sen saisi täyttää myös selkokielellä.»
idea | Olisi mukavaa, jos uusille asukkaille järjestettäisiin tervetuloilta kerran vuodessa.
idea | Lautakunnan kokoukset voisi lähettää suorana nettiin kuten valtuuston.
idea | Perustakaa kirjakahvila vanhaan pappilaan, tila on upea ja seisoo tyhjänä.
idea | Kesätyöseteli ysiluokkalaisille, kiitos! Naapurikunnassa jaetaan 300 euron seteli.
idea | Päivähoidon hakemukseen olisi hyvä lisätä kohta mistä näkee jonon pituuden.
idea | Lisää yhteislaulutilaisuuksia palvelutaloon, vanhukset ihan heräävät eloon niistä
need | Vuoropäivähoitoa ei saa täältä mistään. Teen yövuoroja ja mummo asuu Kuopiossa.
need | Omaishoitajalle ei ole minkäänlaista sijaishoitoa, en ole nukkunut kunnolla kuukausiin.
need | Maahanmuuttajaäideille ei ole suomen kurssia, johon saisi ottaa lapsen mukaan.
need | Äitini on 91 eikä osaa käyttää nettiä. Kukaan ei auta häntä laskujen kanssa.
need | Kaipaan vertaisryhmää eronneille isille.
need | Palvelut ovat kaikki keskustassa, meillä Kurussa ei ole enää edes kirjastoautoa.
need | Nuorille ei ole matalan kynnyksen paikkaa puhua, kun ahdistaa.
need | Kunnassa ei ole ketään jolta kysyä yksinyrittäjän asioista.
need | Perhepuistotoiminta lopetettiin ja nyt olen vauvan kanssa aivan yksin.
need | Erityislapsen iltapäivähoitoa puuttuu kolmannen luokan jälkeen kokonaan.
need | Tarvitsemme leskille jonkinlaisen tapaamispaikan, ilta on pitkä yksin.
need | Viittomakielistä palvelua ei saa mistään, aina pitää tuoda oma tulkki.
need | Kotiin tarvittaisiin apua lumitöihin, en enää itse jaksa.
need | Puhelinpalvelu toimii vain aamupäivällä, vuorotyöläiselle siitä ei ole mitään hyötyä.
need | tääl ei oo mitää paikkaa missä kirjoittaa rauhassa yo lukuja iltasin
need | Näkövammaiselle asukkaalle ei ole saatavilla kunnan tiedotteita äänenä.
`
