import { withoutStop } from '#core/text/format.ts'

export const fi = {
  video: 'Video', videos: 'Videot', untitled: 'Nimetön video', withoutAuthor: 'Nimetön',
  length: (minutes: number, seconds: number) => (minutes ? `${minutes} min ${seconds} s` : `${seconds} s`), megabytes: (count: number) => `${count} Mt`,
  add: 'Lisää minuutin video', addHint: 'Kuvaa puhelimella tai lähetä tiedosto. Enintään kolme minuuttia.', manage: 'Muokkaa videota', captions: 'Tekstitys', report: 'Ilmoita videosta',
  transcript: 'Lue, mitä videolla sanotaan', cannotPlay: 'Selaimesi ei toista tätä videota.', download: 'Lataa tiedosto',
  noCaptions: 'Videossa ei ole vielä tekstitystä.', captionsBy: (day: string) => `Tekstitys tulee viimeistään ${withoutStop(day)}.`, captionsLate: (day: string) => `Tekstitys on myöhässä. Sen piti tulla viimeistään ${withoutStop(day)}.`,
  hidden: 'Valvoja on piilottanut tämän videon.', hiddenWaits: 'Valvoja katsoo videon ennen kuin se julkaistaan. Muut eivät vielä näe sitä.', why: 'Syy:', appeal: 'Pyydä uutta arviota',
  waiting: 'Ei vielä julkaistu', waitingHint: 'Vain sinä näet tämän. Julkaisematon video poistuu kahden vuorokauden kuluttua.', unfinished: 'Sinulla on julkaisematta:',
  languages: { fi: 'suomi', sv: 'ruotsi', en: 'englanti' }, inLanguages: { fi: 'Suomeksi', sv: 'Ruotsiksi', en: 'Englanniksi' },
  adding: {
    title: 'Minuutin video', limits: (megabytes: string) => `Enintään 3 minuuttia ja ${megabytes}. MP4-, MOV- tai WebM-tiedosto. Tieto kuvauspaikasta ja laitteesta poistetaan.`,
    how: 'Puhu niin kuin kertoisit naapurille: mistä on kyse, mitä haluat kysyä tai ehdottaa, mitä seuraavaksi.', file: 'Videotiedosto', plainHint: (megabytes: string) => `Tältä lomakkeelta enintään ${megabytes}.`, language: 'Millä kielellä videolla puhutaan?', send: 'Lähetä video', next: 'Lähetettyäsi katsot videon ja päätät, julkaistaanko se.',
    speech: 'Ääni lähetetään kunnan puheentunnistukseen, joka tekee siitä tekstityksen luonnoksen.',
  },
  recorder: {
    record: 'Kuvaa nyt', choose: 'Valitse tiedosto', turn: 'Vaihda kamera', start: 'Aloita kuvaus', stop: 'Lopeta', again: 'Kuvaa uudelleen', use: 'Lähetä tämä video', back: 'Sulje kamera', preview: 'Kameran kuva', replay: 'Kuvaamasi video', starts: 'Kuvaus alkaa', left: 'jäljellä', recording: 'Kuvaus on käynnissä', stopped: 'Kuvaus on valmis. Katso se ja lähetä.',
    denied: 'Kamera tai mikrofoni ei ole käytettävissä. Anna selaimelle lupa tai valitse tiedosto.', sending: 'Lähetetään', paused: 'Yhteys katkesi. Lähetys jatkuu, kun yhteys palaa.', resume: 'Jatka lähetystä', resumeText: 'Aiempi lähetys jäi kesken.', cancel: 'Peru lähetys', sent: 'Perillä. Tarkistetaan vielä.', failed: 'Lähetys ei onnistunut. Video on tallessa tässä laitteessa: yritä uudelleen.', tooLarge: 'Tiedosto on liian suuri.', tooLong: 'Video on liian pitkä.', retry: 'Yritä uudelleen',
  },
  problems: {
    noFile: 'Valitse videotiedosto tai kuvaa video.', notVideo: 'Tiedosto ei ole video, jonka osaamme lukea. Lähetä MP4-, MOV- tai WebM-tiedosto.', videoTooLong: 'Video on yli kolme minuuttia pitkä. Lyhennä sitä ja lähetä uudelleen.', videoTooLarge: 'Tiedosto on liian suuri.',
    videoKind: 'Kaikki selaimet eivät näytä tällä tavalla kuvattua videota. iPhonessa valitse Asetukset › Kamera › Muodot › Yhteensopivin, tai kuvaa tällä sivulla.', notWhole: 'Video ei ehtinyt kokonaan perille. Jatka lähetystä.', tooManyUnfinished: 'Sinulla on jo kolme videota julkaisematta. Julkaise tai poista niistä jokin ensin.',
    tooManyToday: 'Olet lähettänyt tänään monta videota. Jatka huomenna.', subjectGone: 'Asia, johon video kuuluu, ei ole enää näkyvissä.', time: 'Kirjoita aika muodossa 0:05.2.', order: 'Lopun pitää olla alun jälkeen ja videon sisällä.', noText: 'Kirjoita tai liitä teksti.', notCaptions: 'Tiedostosta ei löytynyt tekstitystä. Käytä WebVTT- tai SRT-tiedostoa.', beyond: 'Tekstitys jatkuu videon lopun yli. Onko se tämän videon?', noCues: 'Tekstityksessä ei ole vielä yhtään riviä.', tooMany: 'Rivejä on liikaa.', notPicture: 'Tiedosto ei ole kuva.', pictureTooLarge: 'Kuva on liian suuri.',
  } as Record<string, string>,
  publishing: {
    title: 'Otsikko', titleHint: 'Mistä videolla puhutaan? Näkyy videon yllä.', live: 'Tämä on suoran lähetyksen tallenne', publish: 'Julkaise video', published: 'Video on julkaistu.', save: 'Tallenna', saved: 'Muutokset on tallennettu.', told: 'Seuraajat saavat viestin.', edit: 'Muuta otsikkoa tai kuvaa',
    poster: 'Kansikuva', posterHint: 'JPEG, PNG tai WebP. Jos et valitse kuvaa, nykyinen jää.', remove: 'Poista video', removeSure: 'Video, sen tekstitys ja kaikki sen tiedostot poistetaan heti. Sitä ei saa takaisin.', removeNow: 'Poista video pysyvästi', toSubject: 'Palaa asiaan',
    law: 'Tekstitys kuuluu videoon', lawRecorded: 'Digipalvelulaki (306/2019) vaatii, että kunnan videossa on tekstitys jo, kun se julkaistaan.', lawLive: 'Suoran lähetyksen tallenteen saa tekstittää 14 päivän kuluessa julkaisusta.', lawDue: (recorded: string, live: string) => `Jos julkaiset nyt, tekstityksen määräpäivä on ${recorded} ja suoran lähetyksen tallenteella ${withoutStop(live)}. Muistutamme, kunnes tekstitys on valmis.`, lawNone: 'Laki ei vaadi asukkaan tai yhteisön videoon tekstitystä, mutta moni katsoo ilman ääntä. Tekstitys kestää muutaman minuutin.', write: 'Tee tekstitys', ready: 'Tekstitys on valmis.',
  },
  captioning: {
    title: 'Tekstitys', lead: 'Kirjoita, mitä videolla sanotaan. Kerro myös äänet, jotka kuuluvat asiaan.', language: 'Tekstityksen kieli', isDraft: 'Luonnos: muut eivät näe tätä', isReady: 'Valmis: kaikki näkevät tämän', heard: 'Puheentunnistuksen luonnos. Kuuntele video ja korjaa virheet ennen kuin julkaiset tekstityksen.',
    write: 'Kirjoita kuulemasi', writeHint: 'Teksti jaetaan riveiksi ja ajastetaan videon pituudelle. Voit korjata ajat sen jälkeen. Rivinvaihto aloittaa uuden rivin.', make: 'Tee rivit', again: 'Kirjoita kokonaan uudelleen', replaces: 'Korvaa nykyiset rivit.', upload: 'Liitä valmis tekstitys', uploadHint: 'WebVTT- tai SRT-tiedosto.', orPaste: 'tai liitä sen teksti tähän', take: 'Ota käyttöön', copyFrom: (language: string) => `Aloita ajoituksesta: ${language}`,
    lines: 'Rivit', start: 'Alkaa', end: 'Päättyy', line: (number: number) => `Rivi ${number}`, quick: 'Teksti vilahtaa ohi nopeasti. Lyhennä sitä tai anna sille aikaa.', split: 'Jaa kahtia', merge: 'Yhdistä seuraavaan', remove: 'Poista', add: 'Lisää rivi perään', more: 'Muuta riviä', shift: 'Siirrä kaikkia rivejä', shiftHint: 'Sekunteina. Miinus siirtää aiemmaksi.', shiftNow: 'Siirrä', draft: 'Tallenna luonnos', ready: 'Valmis, näytä kaikille', hear: 'Kuuntele rivi', fromHere: 'Alku tähän', toHere: 'Loppu tähän',
    saved: 'Tallennettu.', public: 'Tekstitys näkyy nyt kaikille.', erase: 'Poista tämä tekstitys', eraseSure: 'Rivit poistetaan pysyvästi.',
    asked: 'Puheentunnistus tekee luonnosta. Se ilmestyy tähän muutamassa minuutissa.', failed: (why: string) => `Puheentunnistus ei onnistunut (${why}).`, retry: 'Pyydä luonnos uudelleen', ask: 'Pyydä luonnos puheentunnistukselta',
  },
}
export type Texts = typeof fi
