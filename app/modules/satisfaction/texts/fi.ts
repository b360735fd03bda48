const answers = (count: number) => `${count} ${count === 1 ? 'vastaus' : 'vastausta'}`
export const fi = {
  title: 'Miten meni?', lead: 'Yksi napautus kertoo, toimiiko palvelu. Kirjautua ei tarvitse, eikä kukaan näe, kuka vastasi.',
  prompt: 'Miten käyntisi sujui?', faces: ['Tosi huonosti', 'Huonosti', 'Siltä väliltä', 'Hyvin', 'Tosi hyvin'], participate: 'Osallistu',
  about: { service: 'Palvelu', place: 'Paikka', unit: 'Yksikkö' },
  thanks: 'Kiitos! Vastauksesi on tallessa.', yours: (face: string) => `Vastasit: ${face.toLowerCase()}. Voit vielä muuttaa mieltäsi.`,
  words: 'Haluatko sanoa lisää?', wordsHint: 'Sana riittää. Sen lukee yksikön väki. Älä kirjoita nimiä äläkä yhteystietoja.', sendWords: 'Lähetä sana', wordsKept: 'Kiitos, sana on perillä.',
  low: 'Harmi kuulla. Korjataanko se?', lowText: 'Jos jotain pitäisi tehdä, lähetä siitä palaute. Näet, kuka vastaa, mihin mennessä ja miten asia etenee.', lowSend: 'Lähetä palaute',
  closed: 'Tästä ei juuri nyt kysytä.', toReport: 'Lähetä palaute', everything: 'Kaikki kysymykset',
  answers, happy: (share: string, range: string) => `${share} oli tyytyväisiä (${range})`, uncertain: 'Suluissa on väli, jolla todellinen osuus on 95 prosentin varmuudella.',
  few: 'Vastauksia on vielä niin vähän, ettei niitä näytetä.', lastYear: 'Viimeinen vuosi', results: 'Mitä on vastattu', faceCount: (face: string, count: number, share: string) => `${face}: ${answers(count)}, ${share}`,
  none: 'Mistään ei vielä kysytä.', ask: 'Tee kysymys', keep: 'Kysymyksen asetukset', mine: 'Yksikkösi kysymykset',
  form: {
    title: 'Uusi kysymys', change: 'Muuta kysymystä', save: 'Tallenna', noSubject: 'Ei minkään sivulla', labels: { subjectId: 'Minkä sivulla kysytään?', about: 'Mistä kysytään?', unitId: 'Kuka vastaa?', placeId: 'Mikä paikka?', categoryId: 'Minne huonon vastauksen palaute menee?', nameFi: 'Nimi suomeksi', nameSv: 'Nimi ruotsiksi', nameEn: 'Nimi englanniksi', promptFi: 'Kysymys suomeksi', promptSv: 'Kysymys ruotsiksi', promptEn: 'Kysymys englanniksi', name: 'Laitteen nimi', form: '' } as Record<string, string>,
    nameHint: 'Nimi, jonka ihmiset tuntevat, esimerkiksi Pääkirjasto Leija.', promptHint: 'Jätä tyhjäksi, niin kysytään: Miten käyntisi sujui?', noPlace: 'Ei paikkaa', anyCategory: 'Lähettäjä valitsee luokan', problems: { placeUnknown: 'Paikkaa ei tunneta.' } as Record<string, string>,
  },
  close: 'Lopeta kysyminen', open: 'Ala taas kysyä', isClosed: 'Tästä ei kysytä juuri nyt. Vastaukset ovat tallessa.', poster: 'Juliste ja QR-koodi (PDF)', posterA5: 'Pieni juliste (A5)', page: 'Vastaajan sivu',
  kiosks: 'Aulan laitteet', kiosksLead: 'Avaa osoite aulan tabletilla ja jätä se auki. Vastaaminen onnistuu, vaikka verkko katkeaa: vastaukset lähtevät, kun verkko palaa.', addKiosk: 'Lisää laite', kioskHint: 'Esimerkiksi Pääovi.', kioskAddress: 'Laitteella avattava osoite. Ota se talteen: se näytetään vain nyt.', endKiosk: 'Poista käytöstä', heard: (when: string) => `kuultu ${when}`, neverHeard: 'ei ole vielä vastannut', noKiosks: 'Laitteita ei ole.',
  said: 'Mitä on sanottu', nothingSaid: 'Kukaan ei ole vielä sanonut enempää.', makeReport: 'Tee palaute', isReport: 'Tästä tehtiin palaute', week: 'Viikko alkaen', number: 'Vastauksia', share: 'Tyytyväisiä', weeks: 'Viikoittain', reportMade: 'Palaute on tehty.',
  kiosk: { next: 'Valmis', thanks: 'Kiitos!', skip: 'Ohita', waits: (count: string) => `Odottaa verkkoa: ${count}`, ended: 'Tämä laite on poistettu käytöstä.' },
  posterText: { scan: 'Osoita puhelimen kameralla', or: 'tai kirjoita selaimeen', nothing: 'Ei kirjautumista, ei evästeitä. Vastaus on nimetön.' },
}
export type Texts = typeof fi
