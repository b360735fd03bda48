import { withoutStop } from '#core/text/format.ts'

export const fi = {
  happened: { ended: 'Kuuleminen päättyi', summary: 'Kuulemisen yhteenveto julkaistiin', summaryEdited: 'Kuulemisen yhteenvetoa muokattiin', document: 'Kuultavaa asiakirjaa muokattiin' },
  closedSince: (day: string) => `Kuuleminen päättyi ${withoutStop(day)}. Tähän ei voi enää kommentoida.`,
  document: 'Asiakirja', comments: (count: number) => (count === 1 ? '1 kommentti' : `${count} kommenttia`), hideComments: 'Piilota kommentit', enlarge: 'Suurenna kuva',
  selected: 'Kommentoi tätä kohtaa', place: 'Missä?', placeHint: 'Paikan nimi tai osoite. Voit myös merkitä paikan kartalle.',
  marks: 'Kartalle merkityt paikat', mark: 'Merkitty paikka', marksHint: 'Merkistä pääsee kommenttiin.',
  map: { label: 'Kartta', ground: 'Kartta', zoomIn: 'Lähennä', zoomOut: 'Loitonna' },
  summary: { title: 'Kuulemisen yhteenveto', due: (day: string) => `Kuuleminen on päättynyt. Yhteenveto tulee viimeistään ${withoutStop(day)}.`, late: (day: string) => `Kuuleminen on päättynyt. Yhteenvedon piti tulla viimeistään ${withoutStop(day)}. Se on myöhässä.`, report: 'Kuulemisen raportti', share: (answered: number, total: number) => `Vastattu ${answered}/${total}`, shareHint: 'Näin monesta kommentista on kerrottu, mitä siitä seurasi.' },
  manage: {
    title: 'Kuuleminen', document: 'Asiakirja', comments: 'Kommentit ja niiden vaikutus', summary: 'Yhteenveto', report: 'Raportti', preview: 'Esikatselulinkki',
    hint: 'Tee asiakirja kohdittain, kerro kommentoijille, mitä heidän sanoistaan seurasi, ja kirjoita lopuksi yhteenveto.',
  },
  edit: {
    title: 'Asiakirja', lead: 'Asukkaat kommentoivat asiakirjaa kohdittain. Lyhyet kohdat on helpoin lukea puhelimella.', none: 'Asiakirjassa ei ole vielä kohtia. Lisää ensimmäinen.', add: 'Lisää kohta', kept: 'Muutos on tallessa.', keep: 'Tallenna kohta', up: 'Siirrä ylemmäs', down: 'Siirrä alemmas', remove: 'Poista kohta', removeSure: 'Kohta poistetaan asiakirjasta. Siitä annetut kommentit säilyvät.', ofSection: (what: string, title: string) => `${what}: ${title}`,
    name: 'Otsikko', text: 'Teksti', textHint: 'Jos tätä kohtaa on jo kommentoitu, lainatut lauseet jäävät luettaviksi kommentteihin.',
    picture: 'Kuva', pictureNew: 'Valitse kuva', pictureOther: 'Vaihda kuva', pictureHint: 'JPEG, PNG, WebP, GIF tai AVIF, enintään 15 Mt.', alternative: 'Mitä kuvassa on?', alternativeHint: 'Kirjoita se niin, että kuvaa ei tarvitse nähdä.', drop: 'Poista kuva', keptPicture: 'Valittu kuva',
    map: 'Kartta', mapName: 'Paikka tai alue sanoin', mapNameHint: 'Tunnettu paikka tai kunnan alue näkyy kartalla. Muusta alueesta liitä rajaus alle.', area: 'Alue', noArea: 'Ei aluetta', geo: 'Rajaus GeoJSON-muodossa', geoHint: 'Esimerkiksi paikkatieto-ohjelmasta tuotu alue, reitti tai piste WGS 84 -koordinaateissa.', dropMap: 'Poista kartta', hasMap: 'Kohdassa on kartta. Se säilyy, jos et anna uutta.',
  },
  summarise: { title: 'Kuulemisen yhteenveto', lead: 'Kerro lyhyesti, mitä kuulemisessa sanottiin ja mitä siitä seuraa. Yhteenveto näkyy asian sivulla, ja kaikki seuraajat saavat siitä tiedon.', notYet: 'Kuuleminen on vielä kesken. Yhteenvedon voi julkaista, kun se on päättynyt.', text: 'Yhteenveto', publish: 'Julkaise yhteenveto', keep: 'Tallenna muutos', hint: (answered: number, total: number) => `Kommentteja on ${total}. Vastauksen on saanut ${answered}.`, toComments: 'Vastaa kommentteihin', due: (day: string) => `Yhteenveto pitää julkaista viimeistään ${withoutStop(day)}.` },
  preview: {
    banner: 'Tämä on esikatselu', text: 'Näet luonnoksen, koska sait linkin siihen. Sitä ei ole julkaistu, eikä siihen voi vielä kommentoida.', published: 'Asia on jo julkaistu.', toMatter: 'Siirry asiaan', ask: 'Kysymys', thought: 'Mitä ajatellaan tehdä', law: 'Laki', money: 'Raha', time: 'Aika', notOpen: 'Mikä ei ole auki',
    share: 'Esikatselulinkki', hint: 'Kuka tahansa, jolla on linkki, näkee luonnoksen ilman kirjautumista. Hakukoneet eivät löydä sitä.', renew: 'Tee uusi linkki', renewHint: 'Aiemmat linkit lakkaavat toimimasta.', renewed: 'Uusi linkki on tehty. Aiemmat eivät enää toimi.', link: 'Linkki', see: 'Katso esikatselu',
  },
  problems: {
    alternativeNeeded: 'Kerro sanoin, mitä kuvassa on.', mapNameNeeded: 'Kirjoita kartan paikka tai alue myös sanoin.', notGeoJson: 'Rajausta ei voitu lukea. Tarkista, että se on GeoJSON-muodossa.', farAway: 'Rajaus on kaukana kunnasta. Tarkista koordinaatit.', sectionsMany: 'Asiakirjassa voi olla enintään 60 kohtaa.', notPicture: 'Tiedosto ei ole kuva, jota osaamme lukea.', pictureTooLarge: 'Kuva on liian suuri.',
    writtenMeanwhile: 'Joku muu muutti tätä samaan aikaan. Tekstisi on tallessa: vertaa sitä siihen, mitä sivulla nyt lukee, ja tallenna uudelleen.', summaryShort: 'Kirjoita ainakin muutama lause.', sentenceShort: 'Kirjoita ainakin muutama sana.',
  } as Record<string, string>,
}
export type Texts = typeof fi
