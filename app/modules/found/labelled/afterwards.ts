/** Written when the signals were finished, and never tuned with: what a town may expect of its first months. The form is that of streets.ts. */
export const afterwards = `
none | Kirkkopuiston portailta puuttuu kaide alimmasta tasanteesta, se irtosi viime viikolla.
none | Roska-astia Teivon pysäkillä pursuaa yli.
none | Valot sammuneet koko Asuntilan alueelta eilen illalla noin klo 21.
none | Asfaltissa iso halkeama pyörätien alamäessä, vaarallinen paikka.
none | Aura-auto rikkoi postilaatikkomme. Kuka korvaa?
none | Koulun piha on yhtä luistinrataa, lapsi löi päänsä.
none | Hiihtoladun pohjat on pilattu moottorikelkalla.
none | Tervehdys! Milloin Viljakkalantien siltatyöt valmistuvat?
none | Vesijohtovesi on ruskeaa tänä aamuna.
none | Päiväkodin ruoka oli kylmää ja sitä oli liian vähän.
none | Oppaanne on todella ystävällinen, sain kaiken avun mitä tarvitsin.
none | Hajuhaitta jätevedenpumppaamolta on jatkunut jo kuukauden.
none | Nuorisoa mopoineen torilla yömyöhään, melu on sietämätöntä.
none | Hautuumaan kulmalla liikennemerkki on pusikon peitossa.
none | Suihkulähde on ollut pois käytöstä koko kesän.
none | Ostin uimahallin sarjakortin ja se ei toimi portilla.
none | Pyydän palauttamaan maksun, kurssi peruttiin.
none | Miksi kirjasto on kiinni helatorstain aattona jo neljältä?
none | Risu- ja haravointijätettä kipattu metsään Vaasantien varrelle.
none | Terassin musiikki kuuluu makuuhuoneeseen asti.
none | Puhelinvaihde ei vastaa koskaan.
none | Jalkakäytävän laatta keikkuu, kun siihen astuu.
none | Olisiko jo aika leikata nurmikko Pappilanpuistosta?
none | Voisitteko ystävällisesti tarkistaa katuvalon numero 3381, se vilkkuu.
none | Lapset säikkyvät irtokoiria leikkipuistossa.
idea | Torille pitäisi saada katettu paikka, jossa voisi esiintyä säällä kuin säällä.
idea | Voisiko koulun liikuntasalin avata perheille lauantaisin?
idea | Koirapuiston viereen voisi istuttaa puita, kesällä siellä ei ole varjoa.
idea | Ehdotan että katulamput Metsäkylässä himmennetään yöksi.
idea | Kierrätyspisteelle vaihtokärry, johon voi jättää käyttökelpoiset tavarat.
idea | Kesäisin voisi olla kirjastopyörä, joka kiertäisi uimarantoja.
idea | Moottoritien melua vaimentaisi, jos penkereelle tehtäisiin meluvalli.
idea | Bussit voisivat pysähtyä myös uuden asuinalueen kohdalla.
idea | Hyvä kun latu on kunnossa. Olisi kiva, jos iltaisin olisi myös koirahiihtovuoro.
idea | Pitkäaikaistyöttömille kuntosalikortti puoleen hintaan.
idea | Kun sillan valaistus nyt uusitaan, niin laittakaa siihen samalla värivalot.
idea | Naapurikunnassa on kimppakyytisovellus, toimisi varmasti meilläkin.
idea | Kävelyreitin varrelle penkki noin puolen kilometrin välein.
idea | Vanhan paloaseman tontti on ruma. Siitä saisi hienon kaupunkipuutarhan.
idea | Miksi vain keskustassa on lainattavia potkureita, eikö niitä voisi olla myös Siivikkalassa?
idea | Leikkipuistoihin keinu, johon pyörätuolillakin pääsee.
idea | Nuorten kesätöihin haku voisi olla anonyymi.
idea | Kahvilaan lautapelihylly ja kerran kuussa peli-ilta.
need | Sinkkuäitinä en löydä ketään, joka hoitaisi lasta yövuoron aikana.
need | Täällä ei ole enää pankkia, ei postia eikä kohta kauppaakaan. Miten vanhus maksaa laskunsa?
need | Yli 65-vuotiaille ei ole vesijumppaa illalla, vain päivällä kun olen töissä.
need | Tarvitsisimme bänditilan, nyt soitamme autotallissa.
need | Murrosikäisten vanhemmille ei ole mitään tukea.
need | Ulkopaikkakuntalainen opiskelija ei saa mistään vuokra-asuntoa.
need | Lapsellani on autismi, eikä kesällä ole hänelle mitään toimintaa.
need | Kylällämme ei ole leikkipuistoa lainkaan.
need | Iltaisin ei pääse terveysasemalta kotiin muuten kuin taksilla.
need | Kaipaan paikkaa, jossa voisi laulaa muiden kanssa ilman koelaulua.
need | Sairaalasta kotiutettu mieheni jäi ilman ruokaa viikonlopun ajaksi, koska ateriapalvelua ei ole viikonloppuisin.
need | Meille puhutaan vain verkkopalveluista, mutta minulla ei ole tietokonetta.
`
