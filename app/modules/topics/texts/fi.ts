export const fi = {
  title: 'Aiheet ja alueet', lead: 'Seuraa aihetta, aluetta tai yksikköä, niin kuulet, kun siinä tapahtuu jotain.', of: (name: string) => `Mitä on meneillään: ${name}`,
  participate: 'Osallistu', me: 'Minä', topics: 'Aiheet', areas: 'Alueet', units: 'Yksiköt', noTopics: 'Kunnalla ei ole vielä aiheita.', toPlaces: 'Seuraa paikan ympäristöä', toAdmin: 'Muokkaa aiheita', parts: 'Osa-aiheet', answers: 'Vastaa:', unitTopics: 'Aiheet, joista vastaamme', knownPlaces: 'Paikkoja täällä',
  follow: 'Seuraa', following: 'Seuraat', change: 'Muuta', rhythmOf: (name: string) => `Kuinka usein kerromme: ${name}`, followers: (count: number) => `${count} seuraa`, amongFirst: 'Ole ensimmäisten seuraajien joukossa.',
  rhythm: { atOnce: 'Heti', daily: 'Kerran päivässä', weekly: 'Kerran viikossa', inApp: 'Vain täällä' },
  goingOn: 'Meneillään', quiet: 'Täällä ei ole vielä mitään meneillään. Aloita sinä.', begin: 'Lähetä idea', all: 'Kaikki', moved: (when: string) => `liikkui ${when}`,
  mapOf: (name: string) => `Kartta: ${name}, sen rajat ja naapurialueet`,
  places: {
    title: 'Omat paikat', lead: 'Tallenna koti, mökki tai muu paikka. Kerromme, kun sen lähellä suunnitellaan tai tapahtuu jotain.', none: 'Sinulla ei ole vielä tallennettuja paikkoja. Aloita kodistasi.',
    add: 'Tallenna paikka', changeOf: (name: string) => `Muuta: ${name}`, saved: 'Paikka on tallennettu.', forgotten: 'Paikka on poistettu.', within: (how: string) => `${how} säteellä`, forget: 'Poista', forgetOf: (name: string) => `Poista: ${name}`, save: 'Tallenna paikka',
    nameHint: 'Vain sinulle, esimerkiksi Koti.', placeHint: 'Kirjoita tunnettu paikka, tai valitse piste kartalta tai sijainnistasi.', placeKept: 'Piste pysyy ennallaan, ellet valitse uutta.', private: 'Paikkasi näet vain sinä. Piste tallennetaan noin kymmenen metrin tarkkuudella.',
    labels: { name: 'Nimi', place: 'Missä se on?', metres: 'Kuinka läheltä haluat kuulla?', rhythm: 'Kuinka usein?', form: '' } as Record<string, string>,
    problems: { unknownPlace: 'Emme tunne paikkaa. Kirjoita jokin kunnan paikka tai valitse piste kartalta.', farAway: 'Paikka on liian kaukana tästä kunnasta.', tooMany: 'Sinulla on jo niin monta paikkaa kuin voi tallentaa. Poista ensin jokin.' } as Record<string, string>,
  },
  network: {
    title: 'Osaajien verkosto', lead: 'Tunnetko alan? Tarjoa osaamistasi, niin kunta voi kysyä sinulta, kun aihetta valmistellaan.', size: (count: number) => (count === 1 ? 'Verkostossa on yksi osaaja' : `Verkostossa on ${count} osaajaa`), ask: 'Kysy verkostolta',
    signIn: 'Kirjaudu ja tarjoa osaamistasi', offerYours: 'Tarjoa osaamistasi', mine: (skill: string) => `Olet verkostossa: ${skill}`, join: 'Liity verkostoon', save: 'Tallenna', leave: 'Eroa verkostosta', joined: 'Kiitos! Olet nyt verkostossa.', left: 'Et ole enää verkostossa.',
    skillHint: 'Lyhyesti, esimerkiksi arkkitehti tai kahden lapsen isä.', offerHint: 'Mitä voisit tehdä, esimerkiksi: kommentoin mielelläni kahvipalkalla.', show: 'Nimeni, osaamiseni ja tarjoukseni saa näyttää tällä sivulla', private: 'Muuten ne näkevät vain viranhaltijat. Osoitettasi ei näytetä kenellekään.',
    hide: 'Poista näkyvistä', hideOf: (name: string) => `Poista näkyvistä: ${name}`, takenDown: 'Valvoja on poistanut tekstisi tältä sivulta. Viranhaltijat näkevät sen yhä.',
    labels: { skill: 'Mitä osaat?', offer: 'Mitä tarjoat?', form: '' } as Record<string, string>, problems: { notShown: 'Tekstissä on jotain, mitä emme voi näyttää kaikille: henkilötunnus, liikaa linkkejä tai sopimaton sana.', tooOften: 'Olet lähettänyt paljon lyhyessä ajassa. Yritä myöhemmin uudelleen.' } as Record<string, string>,
  },
}
export type Texts = typeof fi
