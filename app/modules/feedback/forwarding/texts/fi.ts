export const fi = {
  wentTo: (name: string) => `Tätä hoitaa ${name}. Palaute on välitetty sinne, ja kerromme, kun saamme vastauksen.`,
  ordered: (name: string) => `Työ on tilattu: ${name}.`,
  said: { underWay: (name: string) => `${name} on ottanut asian työn alle.`, done: (name: string) => `${name} ilmoittaa: valmista.`, notOurs: (name: string) => `${name} ei hoida tätä. Asia palasi meille, ja selvitämme oikean paikan.`, note: (name: string) => `${name} vastasi.` },
  letter: {
    subject: (category: string, reference: string) => `Palaute ${reference}: ${category}`, hello: (municipality: string) => `${municipality} välittää teille asukkaan palautteen.`, what: 'Mitä', where: 'Missä', point: 'Paikka kartalla', when: 'Lähetetty', reference: 'Tunnus', sender: 'Lähettäjä',
    said: 'Palaute sanasta sanaan', answer: 'Kertokaa tällä sivulla, miten asia etenee. Kirjautua ei tarvitse:', orReply: 'Voitte myös vastata tähän viestiin.',
  },
  page: {
    title: 'Välitetty palaute', lead: (partner: string, municipality: string) => `${municipality} välitti tämän. Vastaanottaja: ${partner}.`, how: 'Miten asia etenee?', said: { underWay: 'Otimme työn alle', done: 'Valmis', notOurs: 'Ei kuulu meille', note: 'Muu viesti' }, text: 'Mitä lähettäjälle kerrotaan?', textHint: 'Palautteen lähettäjä näkee tämän sellaisenaan. Valmiista riittää yksi lause.', photo: 'Kuva valmiista', send: 'Lähetä', kept: 'Kiitos! Lähettäjä saa tiedon heti.', closed: 'Tämä on jo käsitelty. Kiitos!', before: 'Aiemmin sanottu', onMap: 'Avaa kartalla',
    labels: { said: 'Miten asia etenee?', text: 'Mitä lähettäjälle kerrotaan?', photo1: 'Kuva', form: '' } as Record<string, string>, problems: { alreadyClosed: 'Tämä on jo käsitelty.' } as Record<string, string>,
  },
  panel: { title: 'Välittäminen', forward: 'Välitä eteenpäin', open: 'Katso ja välitä', none: 'Ei ole välitetty.' },
  forward: {
    title: 'Välitä palaute', lead: 'Toinen omistaja saa palautteen hoidettavakseen, ja lähettäjä kuulee, kenelle asia kuuluu. Urakoitsija tekee työn puolestamme.', to: 'Kenelle?', words: 'Mitä haluat sanoa vastaanottajalle?', withSender: 'Anna myös lähettäjän nimi ja yhteystiedot. Olen kysynyt häneltä luvan.', send: 'Välitä', noPartners: 'Yhtään vastaanottajaa ei ole. Pääkäyttäjä lisää ne.', history: 'Mitä on välitetty',
    state: { waiting: 'Odottaa lähettämistä', sent: 'Lähetetty', answered: 'Vastattu', failed: 'Ei mennyt perille', closed: 'Käsitelty' }, by: { mail: 'sähköpostilla', open311: 'rajapinnan kautta' }, from: { mail: 'sähköposti', page: 'vastaussivu', open311: 'rajapinta' }, retry: 'Yritä uudelleen', close: 'Ei odoteta enää', why: (error: string) => `Syy: ${error}`, attempts: (count: string) => `yrityksiä ${count}`, sayOn: 'Kerro lähettäjälle', sentence: 'Lähettäjälle kerrotaan', undelivered: 'Viesti ei mennyt perille',
    labels: { partnerId: 'Kenelle?', words: 'Mitä haluat sanoa vastaanottajalle?', sentence: 'Lähettäjälle kerrotaan', form: '' } as Record<string, string>,
    problems: { alreadyForwarded: 'Tämä on jo matkalla samalle vastaanottajalle.', partnerUnknown: 'Vastaanottajaa ei enää ole.', stateChanged: 'Palautteen tila on muuttunut. Katso se ensin.', nothingToRetry: 'Uudelleen yritettävää ei ole.' } as Record<string, string>,
  },
  admin: {
    title: 'Kumppanit', lead: 'Urakoitsijat ja muut omistajat, joille palaute välitetään sähköpostilla tai Open311-rajapinnan kautta.', add: 'Lisää kumppani', none: 'Kumppaneita ei ole.', kind: { contractor: 'Urakoitsija', owner: 'Muu omistaja' }, closed: 'Ei käytössä', close: 'Poista käytöstä', open: 'Ota käyttöön', save: 'Tallenna', test: 'Kokeile yhteyttä', testOk: (count: string) => `Yhteys toimii. Palveluja on ${count}:`, testFailed: (error: string) => `Yhteys ei toimi: ${error}`, failures: 'Mikä ei ole mennyt perille', noFailures: 'Kaikki on mennyt perille.', underWay: (count: string) => `matkalla ${count}`, failed: (count: string) => `epäonnistunut ${count}`, incoming: (address: string) => `Vastaukset sähköpostiin tulevat osoitteeseen ${address}.`, noIncoming: 'Sähköpostivastauksia ei lueta. Kumppani vastaa sivulla, jonka osoite on viestissä. (Asetukset MAIL_IN_PORT ja REPLY_ADDRESS.)',
    labels: { name: 'Nimi', kind: 'Mikä se on?', language: 'Kieli', email: 'Sähköposti', open311Url: 'Open311-osoite', jurisdiction: 'Jurisdiction-tunnus', apiKey: 'Avain (api_key)', services: 'Palvelukoodit', form: '' } as Record<string, string>,
    hints: { kind: 'Muu omistaja ottaa asian hoitaakseen. Urakoitsija tekee työn, josta kunta vastaa.', open311Url: 'Palvelun juuri, kuten https://palaute.example.fi/open311/v2/. Jätä tyhjäksi, jos viesti kulkee sähköpostilla.', apiKey: 'Tyhjä jättää nykyisen avaimen ennalleen.', services: 'Yksi riville: luokkamme avain = heidän koodinsa. Tähti tarkoittaa kaikkia muita: * = 100.' }, problems: { badAddress: 'Osoitteen on oltava julkinen https-osoite.', badServices: 'Kirjoita jokaiselle riville avain = koodi.' } as Record<string, string>,
    languages: { fi: 'suomi', sv: 'ruotsi', en: 'englanti' },
  },
}
export type Texts = typeof fi
