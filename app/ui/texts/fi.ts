export const fi = {
  places: { home: 'Koti', services: 'Palvelut', participate: 'Osallistu', community: 'Yhteisö', me: 'Minä', desk: 'Työpöytä', moderation: 'Valvonta', admin: 'Ylläpito' },
  say: 'Sano tai tee', search: 'Hae', notices: 'Viestit', signIn: 'Kirjaudu', signOut: 'Kirjaudu ulos', toContent: 'Siirry sisältöön', mainMenu: 'Päävalikko', languageSwitch: 'Vaihda kieli',
  newNotices: (count: number) => (count === 1 ? '1 uusi viesti' : `${count} uutta viestiä`),
  actsAs: (name: string) => `Toimit nimellä ${name}`,
  demo: 'Esittelykunta', demoPeople: 'Vaihda henkilöä', footer: 'Mikään ei huku.', openData: 'Avoin data', moderationLog: 'Valvonnan tilastot',
  stage: { waiting: 'Odottaa vahvistusta', idea: 'Idea', developing: 'Kehitteillä', experiment: 'Kokeilussa', decision: 'Päätettävänä', service: 'Palveluna', ended: 'Päättynyt' },
  late: 'Myöhässä', trail: 'Polku', next: 'Seuraavaksi', showWholeTrail: (count: number) => `Näytä koko polku (${count})`,
  dueBy: { before: '', after: ' vastaa viimeistään ', late: ' lupasi vastata viimeistään ', lateEnd: ' – vastaus on myöhässä.', nextStep: ' kertoo seuraavan askeleen viimeistään ' },
  linked: { title: 'Liittyy tähän', mergedInto: { from: 'Yhdistetty tähän', to: 'Yhdistetty toiseen' }, splitFrom: { from: 'Jaettu tästä', to: 'Jaettu toisesta' }, grewOutOf: { from: 'Kasvoi tästä', to: 'Tästä tämä alkoi' }, answers: { from: 'Vastaa tähän', to: 'Vastaa' }, concerns: { from: 'Käsittelee tätä', to: 'Koskee' } },
  someone: 'Kunta',
  required: 'pakollinen', optional: 'vapaaehtoinen',
  fixThese: (count: number) => (count === 1 ? 'Korjaa yksi kohta' : `Korjaa ${count} kohtaa`), kept: 'Kirjoittamasi on tallessa tällä sivulla.',
  problems: {
    required: 'Täytä tämä kohta.', tooShort: 'Kirjoita hiukan enemmän.', tooLong: 'Teksti on liian pitkä.', invalid: 'Tarkista tämä kohta.', notEmail: 'Tarkista sähköpostiosoite, esimerkiksi nimi@esimerkki.fi.', tooOften: 'Olet lähettänyt paljon lyhyessä ajassa. Yritä hetken päästä uudelleen.',
    notPicture: 'Tiedosto ei ole kuva, jonka osaamme lukea. Kokeile JPEG- tai PNG-kuvaa.', pictureTooLarge: 'Kuva on liian suuri. Enintään 15 megatavua ja 64 megapikseliä.',
  } as Record<string, string>,
  photos: {
    fold: 'Lisää kuvia', hint: 'Enintään neljä kuvaa. Poistamme kuvista paikkatiedot ja kameran tiedot.', photo: (n: number) => `Kuva ${n}`,
    description: 'Mitä kuvassa on?', descriptionHint: 'Luetaan ääneen sille, joka ei näe kuvaa.', kept: (n: number) => `Kuva ${n} on tallessa`, remove: 'Jätä kuva pois',
  },
  draft: { restored: 'Jatka siitä, mihin jäit. Luonnos oli tallessa tällä laitteella.', clear: 'Tyhjennä', queued: 'Lähetetään, kun yhteys palaa. Kirjoittamasi on tallessa tällä laitteella.', sent: 'Ilman yhteyttä kirjoittamasi on nyt lähetetty.', stuck: 'Kirjoittamasi odottaa vielä lähetystä.', open: 'Avaa' },
  more: 'Näytä lisää', back: 'Takaisin', cancel: 'Peruuta', save: 'Tallenna', close: 'Sulje', newest: 'Uusimpaan',
  share: 'Jaa', shareAddress: 'Osoite', copy: 'Kopioi osoite', copied: 'Osoite on kopioitu.', byMail: 'Lähetä sähköpostilla',
  refused: {
    401: ['Kirjaudu ensin', 'Tämän näkee vain kirjautunut.'], 403: ['Tämä ei ole sinulle', 'Sinulla ei ole oikeutta tähän. Jos sen pitäisi olla, pyydä oikeutta kuntasi ylläpitäjältä.'],
    404: ['Sivua ei löydy', 'Osoite on väärä, tai asia on poistettu. Hae sitä nimellä tai aloita etusivulta.'], 409: ['Tilanne ehti muuttua', 'Joku ehti ensin tai asia on jo toisessa vaiheessa. Palaa takaisin ja katso, mikä muuttui.'],
    413: ['Liian suuri', 'Lähetys oli liian suuri. Pienennä kuvia tai lähetä ne erikseen.'], 429: ['Hetki vielä', 'Lähetyksiä tuli paljon lyhyessä ajassa. Odota hetki ja yritä uudelleen.'],
    400: ['Pyyntöä ei voitu lukea', 'Osoitteessa tai lähetyksessä on jotain outoa. Palaa takaisin ja yritä uudelleen.'], 500: ['Jokin meni rikki', 'Vika on meidän, ei sinun. Se on kirjattu. Yritä hetken päästä uudelleen.'],
  } as Record<number, [string, string]>,
  steps: { title: 'Vaiheet', done: 'tehty', next: 'seuraavaksi' },
  toHome: 'Etusivulle', offline: 'Ei verkkoyhteyttä',
}
export type Texts = typeof fi
