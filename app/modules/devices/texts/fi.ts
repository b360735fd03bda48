import type { DeviceKind } from '../posts.ts'

export const fi = {
  title: 'Laitteet', desk: 'Työpöytä', lead: 'Anturit, portit ja järjestelmät, jotka kertovat paikoista itse. Jokaisella on oma avain, ja se kertoo vain omista paikoistaan.',
  none: 'Yhtään laitetta ei ole vielä lisätty.', noneHint: 'Lisää ensimmäinen alta: saat avaimen, jolla laite lähettää havaintonsa.',
  kinds: { sensor: 'Anturi', gate: 'Kävijälaskuri tai portti', access: 'Kulunvalvonta tai varausjärjestelmä', camera: 'Kamera' } satisfies Record<DeviceKind, string>,
  placesOf: 'Paikkoja',
  silent: 'Hiljaa', working: 'Toimii', waiting: 'Odottaa ensimmäistä viestiä', heard: (when: string) => `Kuultu viimeksi ${when}`, neverHeard: 'Ei ole vielä kuultu', refused: (when: string) => `Viimeksi hylätty ${when}`,
  silentCount: (count: number) => (count === 1 ? 'Yksi laite on hiljaa.' : `${count} laitetta on hiljaa.`), silentHint: 'Laite on hiljaa, kun siitä ei ole kuultu sovitussa ajassa. Paikan tiedot vanhenevat silloin itsestään.',
  add: 'Lisää laite', labels: { name: 'Nimi', kind: 'Millainen laite', unitId: 'Mikä yksikkö siitä vastaa', expectedMinutes: 'Kuinka usein siitä pitäisi kuulua (minuuttia)', may: 'Mistä se saa kertoa' },
  nameHint: 'Esimerkiksi ”Keijärven uimarannan lämpömittari”.', expectedHint: 'Jos laitteesta ei kuulu näin pitkään aikaan, yksikkö saa siitä viestin. Tyhjä: ei seurata.', mayHint: 'Jos et valitse mitään, se saa kertoa kaikesta, mikä sopii sen lajille.',
  problems: { badMinutes: 'Anna minuutit kokonaislukuna väliltä 1–44640.' },
  made: 'Laite on lisätty. Kopioi avain nyt laitteen asetuksiin: se näkyy tässä kymmenen minuuttia, eikä sitä saa myöhemmin esiin.', key: 'Avain', saved: 'Tallennettu.',
  what: 'Asetukset', save: 'Tallenna', places: 'Paikat', noPlaces: 'Laitteella ei ole vielä paikkaa, joten siltä ei oteta vastaan mitään.', find: 'Etsi paikkaa nimellä', search: 'Etsi', findHint: 'Vain yksikön omista paikoista.', notFound: 'Yksikön paikoista ei löytynyt tällä nimellä.', give: 'Lisää', giveOf: (name: string) => `Lisää paikka ${name}`, take: 'Poista', takeOf: (name: string) => `Poista paikka ${name}`,
  posts: 'Näin laite lähettää', idOf: 'Tunniste',
  keyTitle: 'Avain ja käytöstä poisto', rotate: 'Vaihda avain', rotateHint: 'Vanha avain lakkaa toimimasta heti.', end: 'Poista laite käytöstä', endHint: 'Laite ei voi enää lähettää mitään. Sen havainnot jäävät.', ended: 'Poistettu käytöstä', refusedTitle: 'Viimeksi hylätty viesti',
  letter: {
    subject: (count: number, name: string) => (count === 1 ? `Laite on hiljaa: ${name}` : `${count} laitetta on hiljaa`), heard: (when: string) => `kuultu viimeksi ${when}`, never: 'ei ole kuultu kertaakaan',
    text: (lines: string, link: string, municipality: string) => `Hei,\n\nnäistä laitteista ei ole kuultu sovitussa ajassa:\n\n${lines}\n\nPaikkojen tiedot vanhenevat itsestään, eikä vanhaa näytetä voimassa olevana. Tarkista laitteen virta ja yhteys.\n\n${link}\n\n${municipality}`,
  },
}
