import { answers, moves, replies, says, type ToldIdea } from '../told.ts'

/** Nokia's ideas: the map that Ylöjärvi came to see in 2016, and what moves there now. */
export const ideas: ToldIdea[] = [
  {
    key: 'map-feedback', topic: 'streets', place: 'Kaupungintalo', by: 'Reijo Pohjola', at: '2015-10-12 17.20', fromLongAgo: true,
    title: { fi: 'Kuopat ja lamput kartalle', sv: 'Gropar och lampor på kartan', en: 'Potholes and lamps on the map' },
    text: `Pimeä lamppu ilmoitetaan soittamalla, ja puhelimessa kysytään pylvään numeroa. En osaa kiivetä lukemaan sitä.

Antakaa kartta, johon voin painaa sormella. Ilmoitus menisi suoraan sille, joka korjaa, ja näkisin itse, milloin on minun lamppuni vuoro.`,
    supporters: ['Eeva Rautanen', 'Otso Kangas'], crowd: 19,
    story: [
      says('2015-10-13 8.40', 'Hilkka Jussila', 'for', 'Ja kuva mukaan. Sana "kuoppa" ei kerro, mahtuuko siihen lastenvaunut.'),
      answers('2015-10-21 9.30', 'Tarja Koskinen', 'forward', 'Otamme kartan ja paikkatiedon pohjaksi ja kytkemme sen suoraan työnjohtoon. Kysymme ensin kuljettajilta, mitä he haluavat tietää ennen kuin lähtevät.'),
      moves('2016-02-01 9.00', 'Tarja Koskinen', 'experiment', 'Karttapalautetta kokeillaan keskustassa ja Harjuniityssä kolme kuukautta.', {
        experiment: { toLearn: 'Nopeutuuko korjaus, kun palaute ohittaa sähköpostin, ja jaksaako työnjohto kuitata jokaisen?', seenFrom: 'Ajasta ilmoituksesta korjaukseen ja siitä, moniko lähettäjä sai kuittauksen.', endsOn: '2016-04-30' },
      }),
      says('2016-03-08 19.12', 'Kimmo Harjula', 'against', 'Ilmoitin kuopan ja sain kuittauksen neljässä minuutissa. Kuoppa on edelleen. Kuittaus ei ole asfalttia.',
        replies('2016-03-09 7.30', 'Tarja Koskinen', 'Totta. Kerromme tästä lähtien myös, milloin auto on tulossa, ja pakkasella asfaltti odottaa.')),
      moves('2016-05-09 10.00', 'Tarja Koskinen', 'service', 'Karttapalaute on käytössä koko kaupungissa. Lähettäjä näkee vaiheen kartalla ja saa viestin, kun työ on tehty.', {
        learned: 'Korjaus alkoi keskimäärin kuusi päivää aiempaa nopeammin. Työnjohto jaksoi kuitata, kun kuittaus oli yksi nappi; selitystä vaativat palautteet veivät enemmän aikaa kuin arvasimme. Sama kuoppa ilmoitettiin parhaimmillaan yhdeksän kertaa, joten lähellä olevat näytetään nyt ennen lähettämistä.',
      }),
      says('2016-11-02 16.10', 'Tarja Koskinen', 'neutral', 'Ylöjärven väki kävi tänään katsomassa. Kerroimme myös sen yhdeksästi ilmoitetun kuopan tarinan.'),
    ],
  },
  {
    key: 'winter-swimming', topic: 'sports', place: 'Vihnusjärven uimaranta', by: 'Eeva Rautanen', at: '-16 18.25',
    title: { fi: 'Avantouimareille lämmin kopperi Vihnusjärvelle' },
    text: 'Uinti on ihanaa, kengännauhojen sitominen sen jälkeen ei. Kaksi neliötä, penkki, naulakko ja patteri riittävät. Avaimen voisi hakea kirjastokortilla.',
    supporters: ['Otso Kangas'], crowd: 15,
    story: [
      says('-15 8.15', 'Paavo Ristola', 'for', 'Sidon nauhat jo ennen uintia ja uin tossut jalassa. En suosittele.'),
      says('-14 20.40', 'Mari Tulonen', 'against', 'Ranta on kesällä täynnä. Koppi vie paikan grilliltä.',
        replies('-13 9.05', 'Ossi Leino', 'Katsoimme paikkaa koivujen takaa, polun yläpuolelta. Grilli saa rauhan.')),
      answers('-9 10.20', 'Ossi Leino', 'forward', 'Lainaamme työmaakopin, joka seisoo muuten talven varikolla. Jos se toimii, rakennamme pysyvän. Sähkö tulee valaistuksen keskuksesta, avain kirjastokortilla.'),
    ],
  },
  {
    key: 'canoe-route', topic: 'sports', place: 'Nokianvirran silta', by: 'Nokian Melojat ry', at: '-24 12.10',
    title: { fi: 'Opasteet melojille Nokianvirran rantaan' },
    text: 'Virta kulkee kaupungin läpi, ja silti vierailija ei löydä vesille eikä vesiltä pois. Kuusi kylttiä, kartta ja ranta, josta pääsee ylös kaatumatta: näillä Nokiasta tulee melontakaupunki. Seura asentaa, jos kaupunki hankkii.',
    supporters: ['Niko Salmela', 'Toni Lahti'], crowd: 17,
    story: [
      says('-23 9.30', 'Kahvila Virta Oy', 'for', 'Laituri ja kahvila ovat viisikymmentä metriä toisistaan. Kyltti toimii kumpaankin suuntaan.'),
      answers('-20 11.00', 'Ossi Leino', 'forward', 'Hyvä ehdotus ja hyvä työnjako. Kokeilemme ensin vanerisilla kylteillä, niin paikat ehtivät hakeutua kohdalleen.'),
      moves('-18 9.00', 'Ossi Leino', 'experiment', 'Vanerikyltit ovat paikoillaan. Melo ja kerro, missä eksyit.', {
        experiment: { toLearn: 'Löytävätkö ensikertalaiset rantaan ja rannasta pois pelkkien kylttien varassa?', seenFrom: 'Seuran viikkolenkin laskennasta ja palautteesta, jonka voi jättää kyltin koodilla.', endsOn: '+10' },
      }),
      says('-12 19.50', 'Annika Lundén', 'for', 'Hittade dit. Hittade inte tillbaka, men det var strömmens fel.'),
    ],
  },
  {
    key: 'reading-yard', topic: 'culture', place: 'Pääkirjasto', by: 'Kahvila Virta Oy', at: '-6 8.30',
    title: { fi: 'Kirjaston piha lukusaliksi ja kahvilaksi' },
    text: 'Kirjaston takapihalla on iltapäivän aurinko ja kaksi roska-astiaa. Toisimme sinne kärryn, josta saa kahvia, jos kirjasto tuo tuolit ja lehdet. Roska-astiat voi siirtää nurkan taakse, mitattiin.',
    supporters: ['Eeva Rautanen'], crowd: 11,
    story: [
      says('-5 17.15', 'Laura Mesiäinen', 'for', 'Lupaan lukea ääneen kenelle tahansa, joka tuo pullan.'),
      says('-4 9.10', 'Aarne Välimäki', 'neutral', 'Kunhan yksi nurkka jää hiljaiseksi. Lehden luen mieluiten tuulen kanssa kahdestaan.'),
    ],
  },
  {
    key: 'siuro-bench', topic: 'streets', place: 'Siuron koski', by: 'Niko Salmela', at: '-3 15.40',
    title: { fi: 'Istuskelupaikka Siuron kosken partaalle' },
    text: 'Koskea pysähtyy katsomaan jokainen, ja jokainen seisoo. Kaksi kiveä ja lankku niiden välissä riittäisi. Ei aitaa, ei kylttiä, vain paikka, jossa kuunnella.',
    crowd: 9,
    story: [says('-2 20.05', 'Vesa Hautala', 'for', 'Kivet ovat jo siellä, ne pitäisi vain esitellä toisilleen.')],
  },
  {
    key: 'school-traffic', topic: 'streets', place: 'Harjuniityn koulu', by: 'Bahar Karimi', at: '-20 8.05',
    title: { fi: 'Saattoliikenteelle oma paikka Harjuniityn koululle' },
    text: 'Kymmentä vaille kahdeksan koulun edessä on kolmekymmentä autoa ja kolmesataa lasta, eikä kumpikaan näe toistaan. Jättöpaikka voisi olla urheilukentän puolella, josta on koululle turvallinen kolmen minuutin kävely.',
    supporters: ['Eeva Rautanen'], crowd: 16,
    story: [
      says('-19 9.45', 'Pasi Nurminen', 'for', 'Kävely tekisi lapselle hyvää ja minulle vielä parempaa.'),
      says('-15 18.20', 'Jenna Kuusisto', 'neutral', 'Alkuopettajat lähtisivät mukaan kävelybussiin, jos reitti on valaistu.'),
      says('-4 7.55', 'Bahar Karimi', 'neutral', 'Vastaus on nyt myöhässä. Aamuruuhka ei ole.'),
    ],
  },
]
