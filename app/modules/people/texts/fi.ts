const count = (n: number, one: string, many: string) => (n === 1 ? `1 ${one}` : `${n} ${many}`)

export const fi = {
  signIn: {
    title: 'Kirjaudu', lead: 'Salasanaa ei tarvita. Lähetämme sähköpostiisi linkin, jolla pääset sisään.',
    email: 'Sähköposti', send: 'Lähetä linkki', or: 'Muut tavat',
    passkey: 'Kirjaudu pääsyavaimella', passkeyHint: 'Sormenjälki, kasvot tai laitteen lukituskoodi.',
    identify: 'Tunnistaudu vahvasti', identifyHint: 'Verkkopankilla, mobiilivarmenteella tai henkilökortilla. Henkilötunnusta emme tallenna.',
    practice: 'Tämä on harjoittelua: tunnistuspalvelu on keksitty, ja siellä valitaan keksitty henkilö.',
    sent: 'Linkki on matkalla', sentText: (minutes: number) => `Avaa sähköpostisi ja napauta viestin linkkiä. Linkki toimii kerran ja ${minutes} minuuttia.`,
    sentHint: 'Eikö viestiä näy? Katso roskapostista ja tarkista, että kirjoitit osoitteen oikein.', again: 'Lähetä uusi linkki', mailbox: 'Avaa esittelyn postilaatikko',
    personas: 'Kokeile esittelyhenkilönä', already: (name: string) => `Olet jo kirjautunut: ${name}.`, goOn: 'Jatka',
    errors: { away: 'Tunnistuspalvelu ei juuri nyt vastaa. Kirjaudu muulla tavalla tai yritä hetken päästä uudelleen.', cancelled: 'Keskeytit tunnistautumisen. Mitään ei tallennettu.', taken: 'Tämä tunnistus kuuluu jo toiselle tilille. Kirjaudu sillä.', old: 'Kirjautuminen kesti liian kauan. Aloita uudelleen.', failed: 'Tunnistautuminen ei onnistunut. Mitään ei tallennettu. Yritä uudelleen tai kirjaudu muulla tavalla.' } as Record<string, string>,
    passkeyProblems: { failed: 'Pääsyavaimella ei päästy sisään. Kirjaudu sähköpostilla; pääsyavaimen voit lisätä sen jälkeen kohdassa Minä.', stale: 'Vahvista ensin, että se olet sinä: kirjaudu uudelleen ja lisää pääsyavain sitten.', cancelled: 'Keskeytit. Voit yrittää uudelleen.' },
  },
  link: {
    title: 'Melkein perillä', as: 'Kirjaudut osoitteella', enter: 'Kirjaudu sisään', name: 'Nimesi', nameHint: 'Muut näkevät etunimesi ja sukunimesi alkukirjaimen.',
    newHere: 'Olet täällä ensimmäistä kertaa. Kerro vielä nimesi.',
    used: 'Linkki ei enää toimi', usedText: 'Linkki on jo käytetty tai vanhentunut. Pyydä uusi, se tulee heti.', new: 'Pyydä uusi linkki',
  },
  signOut: { title: 'Kirjaudu ulos', text: 'Poistutaanko tältä laitteelta? Muut laitteesi pysyvät kirjautuneina.', out: 'Kirjaudu ulos', stay: 'Pysy täällä' },
  personas: {
    title: 'Kokeile esittelyhenkilönä', lead: 'Nämä henkilöt ovat keksittyjä. Napauta, niin olet hän.', be: (name: string) => `Ole ${name}`, you: 'Olet nyt hän', none: 'Tässä kunnassa ei ole esittelyhenkilöitä.', ownWay: 'Tai kirjaudu omalla sähköpostilla',
    role: { resident: 'Asukas', moderator: 'Valvoja', admin: 'Kunnan pääkäyttäjä', installationAdmin: 'Asennuksen pääkäyttäjä', official: (unit: string, lead: boolean) => (lead ? `${unit}, vastaava viranhaltija` : `${unit}, viranhaltija`), association: (name: string) => `${name}, yhdistyksen edustaja`, company: (name: string) => `${name}, yrityksen edustaja` },
  },
  me: {
    title: 'Minä', identified: 'Tunnistettu vahvasti', myIdeas: 'Omat asiani', noIdeas: 'Täällä näet lähettämäsi ideat ja sen, missä ne menevät.', firstIdea: 'Lähetä ensimmäinen idea', all: 'Näytä kaikki', more: (n: number) => `ja ${n} muuta`,
    inName: (name: string) => `Nimellä ${name}`, visibility: { public: '', waiting: 'Odottaa valvojaa', hidden: 'Piilotettu', withdrawn: 'Peruttu', private: 'Ei julkinen' },
    supports: (n: number) => count(n, 'kannattaja', 'kannattajaa'), comments: (n: number) => count(n, 'kommentti', 'kommenttia'),
    places: 'Omat paikat', placesHint: 'Mitä lähellä tapahtuu', follows: 'Seuraamani', followsCount: (n: number) => count(n, 'seurattava', 'seurattavaa'), notices: 'Viestit', unread: (n: number) => (n === 0 ? 'Ei uusia' : count(n, 'uusi viesti', 'uutta viestiä')),
    organisations: 'Yhdistykset ja yritykset', organisationsHint: (n: number) => (n === 0 ? 'Toimi yhdistyksen tai yrityksen nimellä' : count(n, 'jonka nimellä voit toimia', 'joiden nimellä voit toimia')),
    signIn: 'Kirjautuminen', signInHint: 'Laitteet, pääsyavaimet, tunnistautuminen', data: 'Omat tietoni', dataHint: 'Katso, lataa, poista',
    profile: 'Nimi ja viestit', save: 'Tallenna', name: 'Nimi', nameHint: 'Muut näkevät etunimesi ja sukunimesi alkukirjaimen.', language: 'Viestien kieli', home: 'Mikä paikka on lähellä kotiasi?', homeHint: 'Koti-sivu näyttää sen mukaan, mitä lähelläsi tapahtuu. Muut eivät näe tätä.', homeUntold: 'En kerro', rhythm: 'Miten kerromme, kun jokin seuraamasi etenee?', saved: 'Tallennettu.',
    rhythms: { atOnce: ['Heti', 'Viesti tulee, kun jotain tapahtuu.'], daily: ['Kerran päivässä', 'Päivän tapahtumat yhdessä koosteessa.'], weekly: ['Kerran viikossa', 'Viikon tapahtumat yhdessä koosteessa maanantaina.'], inApp: ['Vain täällä', 'Ei sähköpostia; punainen piste kertoo uudesta.'] } as Record<'atOnce' | 'daily' | 'weekly' | 'inApp', [string, string]>,
    email: 'Sähköposti', noEmail: 'Emme tiedä sähköpostiosoitettasi, joten viestit näkyvät vain täällä.', changeEmail: 'Vaihda osoite', addEmail: 'Lisää osoite', newEmail: 'Uusi osoite', emailHint: 'Lähetämme osoitteeseen linkin, jolla vahvistat sen.', sendConfirm: 'Lähetä vahvistuslinkki', emailSent: 'Vahvistuslinkki on matkalla. Osoite vaihtuu, kun avaat sen.', emailChanged: 'Osoite on vaihdettu.',
    problems: { taken: 'Osoite on jo toisella tilillä.', same: 'Tämä on jo osoitteesi.' } as Record<string, string>,
    signOut: 'Kirjaudu ulos', languages: { fi: 'Suomi', sv: 'Svenska', en: 'English' },
  },
  email: { title: 'Vahvista osoite', text: 'Tästä lähtien viestit ja kirjautumislinkit tulevat osoitteeseen', confirm: 'Ota osoite käyttöön', old: 'Linkki ei toimi', oldText: 'Linkki on vanhentunut tai tehty toiselle tilille. Pyydä uusi kohdassa Minä.', toMe: 'Siirry kohtaan Minä' },
  ways: {
    title: 'Kirjautuminen', sessions: 'Laitteet, joilla olet kirjautunut', here: 'Tämä laite', used: (when: string) => `Käytetty ${when}`, since: (when: string) => `Kirjautunut ${when}`, end: 'Kirjaa ulos', endOthers: 'Kirjaa muut laitteet ulos', unknown: 'Tuntematon laite', ended: 'Laite on kirjattu ulos.',
    passkeys: 'Pääsyavaimet', passkeysHint: 'Pääsyavaimella kirjaudut sormenjäljellä, kasvoilla tai laitteen lukituskoodilla. Se toimii vain tässä palvelussa, eikä sitä voi kalastella.', noPasskeys: 'Sinulla ei ole vielä pääsyavaimia.', add: 'Lisää pääsyavain tälle laitteelle', needsScript: 'Pääsyavaimen lisääminen vaatii selaimen, joka tukee pääsyavaimia ja jossa JavaScript on päällä.', added: (when: string) => `Lisätty ${when}`, remove: 'Poista', removed: 'Pääsyavain on poistettu.', aPasskey: 'Pääsyavain',
    identification: 'Vahva tunnistautuminen', identifiedAs: { high: 'Sinut on tunnistettu vahvasti (varmuustaso korkea).', substantial: 'Sinut on tunnistettu vahvasti (varmuustaso korotettu).' }, notIdentified: 'Jotkin asiat, kuten äänestykset, voivat vaatia vahvan tunnistautumisen.', identify: 'Tunnistaudu vahvasti', again: 'Päivitä tiedot tunnistautumalla', kept: 'Tallennamme nimen, syntymäajan, kotikunnan ja varmuustason. Henkilötunnusta emme tallenna.',
  },
  organisations: {
    title: 'Yhdistykset ja yritykset', lead: 'Kun toimit yhdistyksen tai yrityksen nimellä, muut näkevät sen nimen. Edustajat näkevät lokista, kuka teki mitä.',
    none: 'Et edusta vielä yhtään yhdistystä tai yritystä. Luo oma tai pyydä kutsu sen edustajalta.',
    kind: { association: 'Yhdistys', company: 'Yritys' }, actAs: (name: string) => `Toimi nimellä ${name}`, acting: 'Toimit tällä nimellä', stop: 'Lopeta ja toimi omissa nimissäsi',
    people: 'Edustajat', since: (when: string) => `alkaen ${when}`, until: (when: string) => `päättyi ${when}`, you: 'sinä', handedBy: (name: string) => `kutsui ${name}`,
    log: 'Kuka toimi ja milloin', noLog: 'Tällä nimellä ei ole vielä tehty mitään.',
    invite: 'Kutsu edustaja', email: 'Edustajan sähköposti', emailHint: 'Hän saa linkin, jolla hän hyväksyy tehtävän. Linkki toimii seitsemän päivää.', handOver: 'Luovun itse edustuksesta, kun hän hyväksyy', sendInvite: 'Lähetä kutsu', invited: 'Kutsu on lähetetty.',
    leave: 'Lopeta edustus', leaveText: 'Et voi enää toimia tällä nimellä. Tekemäsi asiat jäävät sen nimiin.', left: 'Edustuksesi on päättynyt.',
    create: 'Luo yhdistys tai yritys', name: 'Nimi', what: 'Kumpi se on?', businessId: 'Y-tunnus', businessIdHint: 'Muodossa 1234567-1. Yritykseltä vaaditaan, yhdistykseltä ei.', unchecked: 'Tietoja ei tarkisteta rekistereistä. Väärällä nimellä toimiminen on kiellettyä, ja lokista näkee, kuka sen loi.', made: 'Luotu. Voit nyt toimia sen nimellä.', make: 'Luo',
    problems: { taken: 'Tällä Y-tunnuksella on jo yritys täällä. Pyydä kutsu sen edustajalta.', notBusinessId: 'Tarkista Y-tunnus. Tarkistusnumero ei täsmää.', lastOne: 'Olet ainoa edustaja. Kutsu ensin toinen, ja luovu sitten.', already: 'Hän on jo edustaja.', tooMany: 'Kutsuja on lähetetty paljon. Yritä huomenna uudelleen.' } as Record<string, string>,
  },
  invitation: {
    title: 'Kutsu edustajaksi', text: (who: string, name: string) => `${who} kutsuu sinut edustamaan: ${name}.`, hands: (who: string) => `Kun hyväksyt, ${who} luopuu edustuksestaan.`, means: 'Voit toimia sen nimellä. Muut edustajat näkevät, mitä teet sen nimellä.', accept: 'Hyväksy', notNow: 'En nyt',
    old: 'Kutsu ei ole voimassa', oldText: 'Kutsu on vanhentunut tai peruttu. Pyydä uusi.', other: (email: string) => `Kutsu on lähetetty osoitteeseen ${email}. Kirjaudu sillä osoitteella.`, signInOther: 'Kirjaudu toisella osoitteella',
  },
  data: {
    title: 'Omat tietoni', lead: 'Näet kaiken, mitä sinusta on tallessa tässä kunnassa.', level: { high: 'korkea', substantial: 'korotettu' }, account: 'Tilisi', facts: { name: 'Nimi', email: 'Sähköposti', birthDate: 'Syntymäaika', homeMunicipalityCode: 'Kotikunnan numero', home: 'Paikka kotisi lähellä (koordinaatit)', assurance: 'Tunnistautuminen', createdAt: 'Tili luotu', language: 'Viestien kieli' }, nothing: 'ei ole',
    what: { ideas: 'Ideat', supports: 'Kannatukset', comments: 'Kommentit', follows: 'Seuraamiset', notices: 'Viestit', mails: 'Sinulle lähetetyt sähköpostit', reports: 'Ilmoitukset valvojille', pictures: 'Kuvat', organisations: 'Edustukset', sessions: 'Kirjautumiset', passkeys: 'Pääsyavaimet', keys: 'Ohjelmien avaimet', answers: 'Vastaukset', views: 'Tallennetut näkymät', places: 'Omat paikat', networks: 'Verkostot', questions: 'Kysymykset verkostoille', followed: 'Seuratut aiheet, alueet ja yksiköt' } as Record<string, string>,
    download: 'Lataa kaikki (JSON)', remove: 'Poista tili', removeLead: 'Tili poistuu kaikista kunnista, eikä sitä voi palauttaa.',
    stays: ['Julkiset ideasi ja kommenttisi jäävät, mutta ilman nimeäsi. Jos et halua tekstin jäävän, peru se ensin.', 'Kannatuksesi jäävät lukuihin ilman nimeäsi.', 'Yhdistyksen tai yrityksen nimellä tehty jää sen nimiin.'], goes: ['Nimi, sähköposti, syntymäaika ja kotikunta poistetaan.', 'Kirjautumiset, pääsyavaimet ja tunnistautumiset poistetaan.', 'Seuraamiset, viestit ja sinulle lähetetyt sähköpostit poistetaan.'], staysTitle: 'Mikä jää', goesTitle: 'Mikä poistuu',
    sure: 'Ymmärrän, että tiliä ei voi palauttaa', removeNow: 'Poista tilini', mustAgree: 'Vahvista rastilla, että ymmärrät.', alone: (names: string) => `Olet ainoa edustaja: ${names}. Kukaan ei voi sen jälkeen toimia sillä nimellä. Kutsu ensin toinen edustaja, jos toiminta jatkuu.`, gone: 'Tilisi on poistettu. Kiitos, että olit mukana.',
  },
  mail: {
    link: { subject: (town: string) => `Kirjautumislinkki: ${town}`, text: (town: string, address: string, minutes: number) => `Hei!\n\nTällä linkillä kirjaudut palveluun Nousu, ${town}:\n${address}\n\nLinkki toimii kerran ja ${minutes} minuuttia. Jos et pyytänyt sitä, sinun ei tarvitse tehdä mitään.` },
    email: { subject: 'Vahvista sähköpostiosoitteesi', text: (town: string, address: string) => `Hei!\n\nVahvista tällä linkillä, että osoite on sinun (Nousu, ${town}):\n${address}\n\nLinkki toimii tunnin. Jos et pyytänyt sitä, sinun ei tarvitse tehdä mitään.`, changed: 'Sähköpostiosoitteesi on vaihdettu', changedText: (town: string) => `Hei!\n\nTilisi sähköpostiosoite (Nousu, ${town}) on vaihdettu toiseen. Jos et tehnyt tätä itse, ota heti yhteyttä kuntaan.` },
    invite: { subject: (name: string) => `Kutsu edustajaksi: ${name}`, text: (who: string, name: string, town: string, address: string) => `Hei!\n\n${who} kutsuu sinut edustamaan: ${name} (Nousu, ${town}).\n\nKatso ja hyväksy:\n${address}\n\nLinkki toimii seitsemän päivää.` },
  },
}
export type Texts = typeof fi
