import type { Texts } from './fi.ts'

export const sv: Texts = {
  title: 'Gemensam beredning', invitations: 'Inbjudningar till gemensam beredning', matters: 'Ärenden', lead: 'Ärendet bereds tillsammans med grannarna. Diskussionen är gemensam, men varje kommun har sitt eget ärende, sina egna tider och sitt eget beslut.',
  happened: { left: 'Kommunen lämnade den gemensamma beredningen' },
  together: (names) => `Tillsammans: ${names}`, here: 'den här sidan', leads: 'inledde beredningen', total: (count) => `Sammanlagt ${count} ${count === 1 ? 'kommentar' : 'kommentarer'}. Diskussionen är gemensam: nedan finns alla kommuners kommentarer.`,
  comments: (count) => (count === 1 ? '1 kommentar' : `${count} kommentarer`), answered: (answered, said) => `${answered}/${said} har fått svar`,
  who: { anyone: 'Vem som helst får kommentera', signedIn: 'Inloggade får kommentera', identified: (name) => `Identifierade invånare får kommentera (${name})` }, closed: 'Nu kan man bara läsa', until: (day) => `till ${day}`,
  decision: 'Beslut', undecided: 'Inget beslut ännu', decides: (body) => `Beslutar: ${body}`, decisionHere: 'Läs beslutet', withdrawn: 'Ärendet har dragits tillbaka',
  document: (name) => `${name}: dokumentet`, documentHint: 'Dokumentet sköts av den som inledde beredningen. Dess avsnitt kan kommenteras där.', documentThere: (name) => `Öppna ärendet (${name})`,
  manage: 'Bered tillsammans', invite: 'Bjud in en kommun', inviteLead: 'Kommunen gör ett eget ärende som den själv publicerar. Därefter syns kommentarerna på allas sidor.',
  labels: { municipalityId: 'Kommun', message: 'Meddelande till dess tjänsteinnehavare', title: 'Rubrik', thought: 'Vad vi tänker om saken hos oss', topicId: 'Ämne', unitId: 'Enhet som bereder', speakers: 'Vem får kommentera hos oss', phases: 'Skeden', answer: 'Meddelande till den som bjöd in', sentence: 'Offentlig motivering' },
  send: 'Skicka inbjudan', takeBack: 'Ta tillbaka', takeBackOf: (name) => `Ta tillbaka inbjudan: ${name}`, nobody: 'Det finns inga andra kommuner i den här installationen.', allAsked: 'Alla kommuner har redan bjudits in.', notYet: 'Ärendet måste vara publicerat och pågå innan andra kan bjudas in.',
  states: { leads: 'Inledde', asked: 'Inbjuden', takesPart: 'Med', declined: 'Deltar inte', left: 'Lämnade' },
  ledBy: (name) => `${name} inledde beredningen och bjuder in de andra.`, leave: 'Lämna', leaveLead: 'Efter det fortsätter ärendet bara som den egna kommunens. De andras kommentarer syns inte längre här, och våra inte hos dem.', leaveNow: 'Lämna den gemensamma beredningen',
  done: { asked: 'Inbjudan är skickad. Kommunens tjänsteinnehavare får ett meddelande.', gone: 'Inbjudan har tagits tillbaka.', left: 'Ärendet fortsätter nu bara som den egna kommunens.', declined: 'Inbjudan är besvarad: vi deltar inte.' },
  asks: (name) => `${name} bjuder in`, empty: 'Det finns inga öppna inbjudningar. När en annan kommun bjuder in till beredning kommer inbjudan hit.', open: 'Se och svara', theirs: (name) => `Så har ärendet publicerats: ${name}`, readThere: 'Läs hela ärendet',
  accept: 'Delta', acceptLead: 'Ni får ett eget utkast. Andra ser det först när ni publicerar det.', acceptAgain: 'Ni har varit med tidigare: ert ärende återgår till den gemensamma beredningen.', acceptNow: 'Gör ett eget ärende', acceptAgainNow: 'Återvänd', noTopic: 'Inget ämne', topicsUnit: 'Ämnets enhet',
  phases: { same: 'Samma som hos den som bjöd in', own: 'Enligt den egna kommunens mall' }, speakers: { anyone: 'Vem som helst', signedIn: 'Inloggade', identified: 'Identifierade invånare' },
  decline: 'Vi deltar inte', declineNow: 'Tacka nej till inbjudan', conditions: 'Ramvillkor', phasesTitle: 'Skeden',
  problems: { notAsked: 'Kommunen kan inte bjudas in: den är redan med eller inbjuden.', chooseMunicipality: 'Välj en kommun.', required: 'Fyll i detta.', tooShort: 'Skriv lite längre.', tooLong: 'Texten är för lång.', sentenceShort: 'Skriv en hel mening.', chooseTopic: 'Välj ett ämne ur listan.', chooseUnit: 'Välj en enhet.', invalid: 'Kontrollera detta.' },
  letter: { subject: (from) => `${from} bjuder in till gemensam beredning`, text: (from, title) => `${from} bereder ärendet ”${title}” och bjuder in er kommun. Varje kommun har sitt eget ärende, sina egna tider och sitt eget beslut. Diskussionen är gemensam.`, says: (message) => `Meddelande: ${message}`, where: (address) => `Se och svara: ${address}` },
}
