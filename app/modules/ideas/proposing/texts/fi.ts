export const fi = {
  title: 'Kerro ideasi',
  lead: (days: number) => `Otsikko ja pari lausetta riittää. Saat vastauksen ${days} päivän kuluessa.`,
  kind: 'Mistä on kyse?', idea: 'Idea', ideaHint: 'Ehdotan tekoa tai muutosta', need: 'Palvelu-unelma', needHint: 'Kaipaan palvelua, jota ei vielä ole',
  ideaTitle: 'Otsikko', ideaTitleHint: 'Mitä ehdotat? Yksi lause riittää.', text: 'Kerro lisää', textHint: 'Mikä nyt on huonosti tai puuttuu, ja mikä muuttuisi?',
  place: 'Paikka', placeFold: 'Lisää paikka', placeHint: 'Kirjoita paikan nimi. Tutut paikat tulevat esiin kirjoittaessa.',
  topic: 'Aihe', topicHint: 'Jos et valitse, valitsemme aiheen sanojesi mukaan.', topicAuto: 'Valitkaa puolestani', topicNone: 'Ei mikään näistä', topicGuess: 'Ehdotimme aihetta sanoistasi. Voit vaihtaa sen.',
  who: 'Kuka ehdottaa?', name: 'Nimesi', nameHint: 'Muille näkyy etunimi ja sukunimen ensimmäinen kirjain.', email: 'Sähköposti',
  emailHint: 'Lähetämme linkin, jolla vahvistat idean. Osoitetta ei näytetä kenellekään.', orSignIn: 'Kirjaudu, niin idea näkyy heti',
  send: 'Lähetä idea', sendAnyway: 'Lähetä silti', publicNote: 'Ideasi on kaikkien luettavissa.', asNote: (name: string) => `Lähetät nimellä ${name}.`,
  similar: 'Onko joku ehdottanut jo samaa?', similarLead: 'Kun kannatat valmista ideaa, se etenee nopeammin.', similarStop: 'Löysimme samantapaisia ideoita. Kannata niistä sopivaa tai lähetä omasi.', supportThis: 'Kannata tätä', supportWhat: (title: string) => `Kannata tätä: ${title}`,
  away: (metres: string) => `${metres} päässä`,
  labels: { title: 'Otsikko', text: 'Kerro lisää', kind: 'Mistä on kyse', place: 'Paikka', topicId: 'Aihe', email: 'Sähköposti', name: 'Nimesi', form: 'Lähetys', photo1: 'Kuva 1', photo2: 'Kuva 2', photo3: 'Kuva 3', photo4: 'Kuva 4' } as Record<string, string>,
  problems: {
    farAway: 'Paikka on kaukana kunnasta. Valitse paikka läheltä tai jätä se pois.',
  } as Record<string, string>,
  sent: { mail: 'Vielä yksi askel', mailText: (email: string) => `Lähetimme linkin osoitteeseen ${email}. Avaa se ja vahvista, niin ideasi tulee näkyviin.`, mailUntil: (until: string) => `Linkki toimii ${until} asti. Jos viestiä ei näy, katso roskapostista ja tarkista osoite.`, again: 'Lähetä uudelleen toisella osoitteella',
    looked: 'Ideasi on tallessa', lookedText: 'Valvoja lukee sen ennen kuin se näkyy muille, koska säännöt pysäyttivät tekstin. Kerromme, kun ratkaisu on tehty.', toIdea: 'Katso ideaasi', toIdeas: 'Selaa ideoita' },
  confirm: { title: 'Vahvista ideasi', lead: 'Yksi painallus, ja idea tulee kaikkien nähtäväksi.', button: 'Vahvista ja julkaise', by: (name: string) => `Lähettäjä: ${name}`, done: 'Ideasi on julki', doneText: 'Se sai jo vahvistuksen. Seuraa, miten se etenee.', toIdea: 'Avaa idea',
    gone: 'Linkki ei ole enää voimassa', goneText: 'Idea poistetaan, jos sitä ei vahvisteta seitsemässä päivässä. Voit lähettää sen uudelleen.', again: 'Kirjoita idea' },
  map: { ground: 'Kartta', zoomIn: 'Lähennä', zoomOut: 'Loitonna', choose: 'Valitse kartalta', locate: 'Käytä sijaintiani', locating: 'Haetaan sijaintia…', located: 'Sijainti valittu', denied: 'Sijaintia ei saatu. Kirjoita paikan nimi tai valitse kartalta.', clear: 'Poista piste', label: 'Kartta. Siirrä merkkiä nuolinäppäimillä.', pin: 'Paikka', hint: 'Napauta karttaa tai siirrä merkkiä.', failed: 'Karttaa ei saatu auki. Kirjoita paikan nimi.', mapOf: 'Ideat kartalla', listBelow: 'Samat ideat ovat luettelona kartan alla.', mapFailed: 'Karttaa ei saatu auki. Ideat ovat luettelona alla.', many: '# ideaa lähekkäin', chosen: 'Valitut ideat' },
  mail: {
    subject: (title: string) => `Vahvista ideasi: ${title}`,
    text: (its: { title: string; municipality: string; link: string; until: string }) => `Hei!\n\nLähetit idean ”${its.title}” (${its.municipality}). Avaa linkki ja vahvista idea, niin se tulee näkyviin:\n\n${its.link}\n\nLinkki toimii ${its.until} asti. Sen jälkeen vahvistamaton idea poistetaan.\n\nJos et lähettänyt ideaa, sinun ei tarvitse tehdä mitään.`,
  },
}
export type Texts = typeof fi
