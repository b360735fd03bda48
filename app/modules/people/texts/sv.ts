import type { Texts } from './fi.ts'

const count = (n: number, one: string, many: string) => (n === 1 ? `1 ${one}` : `${n} ${many}`)

export const sv: Texts = {
  signIn: {
    title: 'Logga in', lead: 'Du behöver inget lösenord. Vi skickar en länk till din e-post som tar dig in.',
    email: 'E-post', send: 'Skicka länken', or: 'Andra sätt',
    passkey: 'Logga in med nyckel', passkeyHint: 'Fingeravtryck, ansikte eller enhetens låskod.',
    identify: 'Identifiera dig starkt', identifyHint: 'Med nätbank, mobilcertifikat eller identitetskort. Vi sparar inte personbeteckningen.',
    practice: 'Det här är övning: identifieringstjänsten är påhittad, och där väljer du en påhittad person.',
    sent: 'Länken är på väg', sentText: (minutes) => `Öppna din e-post och tryck på länken i meddelandet. Den fungerar en gång och i ${minutes} minuter.`,
    sentHint: 'Syns inget meddelande? Titta i skräpposten och kontrollera att du skrev adressen rätt.', again: 'Skicka en ny länk', mailbox: 'Öppna demonstrationens postlåda',
    personas: 'Prova som demonstrationsperson', already: (name) => `Du är redan inloggad: ${name}.`, goOn: 'Fortsätt',
    errors: { away: 'Identifieringstjänsten svarar inte just nu. Logga in på ett annat sätt eller försök igen om en stund.', cancelled: 'Du avbröt identifieringen. Inget sparades.', taken: 'Den här identifieringen hör redan till ett annat konto. Logga in med den.', old: 'Inloggningen tog för länge. Börja om.', failed: 'Identifieringen lyckades inte. Inget sparades. Försök igen eller logga in på ett annat sätt.' },
    passkeyProblems: { failed: 'Det gick inte att logga in med nyckeln. Logga in med e-post; nyckeln kan du lägga till efteråt under Jag.', stale: 'Visa först att det är du: logga in på nytt och lägg sedan till nyckeln.', cancelled: 'Du avbröt. Du kan försöka igen.' },
  },
  link: {
    title: 'Nästan framme', as: 'Du loggar in med adressen', enter: 'Logga in', name: 'Ditt namn', nameHint: 'Andra ser ditt förnamn och efternamnets första bokstav.',
    newHere: 'Du är här för första gången. Berätta ännu ditt namn.',
    used: 'Länken fungerar inte längre', usedText: 'Länken är redan använd eller föråldrad. Be om en ny, den kommer genast.', new: 'Be om en ny länk',
  },
  signOut: { title: 'Logga ut', text: 'Vill du logga ut från den här enheten? Dina andra enheter förblir inloggade.', out: 'Logga ut', stay: 'Stanna kvar' },
  personas: {
    title: 'Prova som demonstrationsperson', lead: 'De här personerna är påhittade. Tryck, så är du hen.', be: (name) => `Var ${name}`, you: 'Du är nu hen', none: 'Kommunen har inga demonstrationspersoner.', ownWay: 'Eller logga in med din egen e-post',
    role: { resident: 'Invånare', moderator: 'Moderator', admin: 'Kommunens administratör', installationAdmin: 'Installationens administratör', official: (unit, lead) => (lead ? `${unit}, ansvarig tjänsteinnehavare` : `${unit}, tjänsteinnehavare`), association: (name) => `${name}, föreningens representant`, company: (name) => `${name}, företagets representant` },
  },
  me: {
    title: 'Jag', identified: 'Starkt identifierad', myIdeas: 'Mina ärenden', noIdeas: 'Här ser du dina idéer och hur långt de har kommit.', firstIdea: 'Skicka din första idé', all: 'Visa alla', more: (n) => `och ${n} till`,
    inName: (name) => `I namnet ${name}`, visibility: { public: '', waiting: 'Väntar på moderator', hidden: 'Dold', withdrawn: 'Återtagen', private: 'Inte offentlig' },
    supports: (n) => count(n, 'understöder', 'understöder'), comments: (n) => count(n, 'kommentar', 'kommentarer'),
    places: 'Mina platser', placesHint: 'Vad som händer i närheten', follows: 'Det jag följer', followsCount: (n) => count(n, 'som du följer', 'som du följer'), notices: 'Meddelanden', unread: (n) => (n === 0 ? 'Inga nya' : count(n, 'nytt meddelande', 'nya meddelanden')),
    organisations: 'Föreningar och företag', organisationsHint: (n) => (n === 0 ? 'Handla i en förenings eller ett företags namn' : count(n, 'vars namn du kan handla i', 'vars namn du kan handla i')),
    signIn: 'Inloggning', signInHint: 'Enheter, nycklar, identifiering', data: 'Mina uppgifter', dataHint: 'Se, ladda ner, radera',
    profile: 'Namn och meddelanden', save: 'Spara', name: 'Namn', nameHint: 'Andra ser ditt förnamn och efternamnets första bokstav.', language: 'Meddelandenas språk', home: 'Vilken plats är nära ditt hem?', homeHint: 'Utifrån den visar Hem vad som händer nära dig. Andra ser inte detta.', homeUntold: 'Jag berättar inte', rhythm: 'Hur berättar vi när något du följer går framåt?', saved: 'Sparat.',
    rhythms: { atOnce: ['Genast', 'Ett meddelande kommer när något händer.'], daily: ['En gång om dagen', 'Dagens händelser i ett meddelande.'], weekly: ['En gång i veckan', 'Veckans händelser i ett meddelande på måndag.'], inApp: ['Bara här', 'Ingen e-post; en röd punkt berättar om nytt.'] },
    email: 'E-post', noEmail: 'Vi vet inte din e-postadress, så meddelanden syns bara här.', changeEmail: 'Byt adress', addEmail: 'Lägg till adress', newEmail: 'Ny adress', emailHint: 'Vi skickar en länk till adressen som du bekräftar den med.', sendConfirm: 'Skicka bekräftelselänk', emailSent: 'Bekräftelselänken är på väg. Adressen byts när du öppnar den.', emailChanged: 'Adressen är bytt.',
    problems: { taken: 'Adressen hör redan till ett annat konto.', same: 'Det här är redan din adress.' },
    signOut: 'Logga ut', languages: { fi: 'Suomi', sv: 'Svenska', en: 'English' },
  },
  email: { title: 'Bekräfta adressen', text: 'Från och med nu kommer meddelanden och inloggningslänkar till', confirm: 'Ta adressen i bruk', old: 'Länken fungerar inte', oldText: 'Länken är föråldrad eller gjord för ett annat konto. Be om en ny under Jag.', toMe: 'Gå till Jag' },
  ways: {
    title: 'Inloggning', sessions: 'Enheter där du är inloggad', here: 'Den här enheten', used: (when) => `Använd ${when}`, since: (when) => `Inloggad ${when}`, end: 'Logga ut', endOthers: 'Logga ut andra enheter', unknown: 'Okänd enhet', ended: 'Enheten är utloggad.',
    passkeys: 'Nycklar', passkeysHint: 'Med en nyckel loggar du in med fingeravtryck, ansikte eller enhetens låskod. Den fungerar bara i den här tjänsten och kan inte nätfiskas.', noPasskeys: 'Du har inga nycklar ännu.', add: 'Lägg till en nyckel på den här enheten', needsScript: 'För att lägga till en nyckel behövs en webbläsare som stöder nycklar och har JavaScript på.', added: (when) => `Tillagd ${when}`, remove: 'Ta bort', removed: 'Nyckeln är borttagen.', aPasskey: 'Nyckel',
    identification: 'Stark identifiering', identifiedAs: { high: 'Du är starkt identifierad (hög tillitsnivå).', substantial: 'Du är starkt identifierad (väsentlig tillitsnivå).' }, notIdentified: 'En del saker, såsom omröstningar, kan kräva stark identifiering.', identify: 'Identifiera dig starkt', again: 'Uppdatera uppgifterna genom identifiering', kept: 'Vi sparar namn, födelsetid, hemkommun och tillitsnivå. Personbeteckningen sparar vi inte.',
  },
  organisations: {
    title: 'Föreningar och företag', lead: 'När du handlar i en förenings eller ett företags namn ser andra dess namn. Representanterna ser i loggen vem som gjorde vad.',
    none: 'Du representerar ännu ingen förening och inget företag. Skapa ett eget eller be en representant om en inbjudan.',
    kind: { association: 'Förening', company: 'Företag' }, actAs: (name) => `Handla i namnet ${name}`, acting: 'Du handlar i det här namnet', stop: 'Sluta och handla i ditt eget namn',
    people: 'Representanter', since: (when) => `från ${when}`, until: (when) => `slutade ${when}`, you: 'du', handedBy: (name) => `inbjuden av ${name}`,
    log: 'Vem handlade och när', noLog: 'Inget har ännu gjorts i det här namnet.',
    invite: 'Bjud in en representant', email: 'Representantens e-post', emailHint: 'Hen får en länk för att godkänna uppdraget. Länken fungerar i sju dagar.', handOver: 'Jag avstår själv när hen godkänner', sendInvite: 'Skicka inbjudan', invited: 'Inbjudan är skickad.',
    leave: 'Sluta representera', leaveText: 'Du kan inte längre handla i det här namnet. Det du har gjort står kvar i dess namn.', left: 'Ditt uppdrag har upphört.',
    create: 'Skapa en förening eller ett företag', name: 'Namn', what: 'Vilkendera?', businessId: 'FO-nummer', businessIdHint: 'I formen 1234567-1. Krävs av företag, inte av föreningar.', unchecked: 'Uppgifterna kontrolleras inte i register. Det är förbjudet att handla i fel namn, och loggen visar vem som skapade det.', made: 'Skapat. Du kan nu handla i dess namn.', make: 'Skapa',
    problems: { taken: 'Det finns redan ett företag med det här FO-numret. Be dess representant om en inbjudan.', notBusinessId: 'Kontrollera FO-numret. Kontrollsiffran stämmer inte.', lastOne: 'Du är den enda representanten. Bjud först in någon annan.', already: 'Hen är redan representant.', tooMany: 'Det har skickats många inbjudningar. Försök igen i morgon.' },
  },
  invitation: {
    title: 'Inbjudan att representera', text: (who, name) => `${who} bjuder in dig att representera: ${name}.`, hands: (who) => `När du godkänner avstår ${who} från uppdraget.`, means: 'Du kan handla i dess namn. De andra representanterna ser vad du gör i det namnet.', accept: 'Godkänn', notNow: 'Inte nu',
    old: 'Inbjudan gäller inte', oldText: 'Inbjudan är föråldrad eller återkallad. Be om en ny.', other: (email) => `Inbjudan skickades till ${email}. Logga in med den adressen.`, signInOther: 'Logga in med en annan adress',
  },
  data: {
    title: 'Mina uppgifter', lead: 'Du ser allt som finns sparat om dig i den här kommunen.', level: { high: 'hög', substantial: 'väsentlig' }, account: 'Ditt konto', facts: { name: 'Namn', email: 'E-post', birthDate: 'Födelsetid', homeMunicipalityCode: 'Hemkommunens nummer', home: 'Plats nära ditt hem (koordinater)', assurance: 'Identifiering', createdAt: 'Kontot skapat', language: 'Meddelandenas språk' }, nothing: 'saknas',
    what: { ideas: 'Idéer', supports: 'Understöd', comments: 'Kommentarer', follows: 'Det du följer', notices: 'Meddelanden', mails: 'E-post som skickats till dig', reports: 'Anmälningar till moderatorer', pictures: 'Bilder', organisations: 'Representationer', sessions: 'Inloggningar', passkeys: 'Nycklar', keys: 'Programnycklar', answers: 'Svar', views: 'Sparade vyer', places: 'Mina platser', networks: 'Nätverk', questions: 'Frågor till nätverk', followed: 'Ämnen, områden och enheter som du följer' },
    download: 'Ladda ner allt (JSON)', remove: 'Radera kontot', removeLead: 'Kontot raderas i alla kommuner och kan inte återställas.',
    stays: ['Dina offentliga idéer och kommentarer blir kvar, men utan ditt namn. Återta texten först om du inte vill att den blir kvar.', 'Ditt understöd blir kvar i talen utan ditt namn.', 'Det som gjorts i en förenings eller ett företags namn står kvar i dess namn.'], goes: ['Namn, e-post, födelsetid och hemkommun raderas.', 'Inloggningar, nycklar och identifieringar raderas.', 'Följda ärenden, meddelanden och e-post som skickats till dig raderas.'], staysTitle: 'Det som blir kvar', goesTitle: 'Det som försvinner',
    sure: 'Jag förstår att kontot inte kan återställas', removeNow: 'Radera mitt konto', mustAgree: 'Kryssa för att du förstår.', alone: (names) => `Du är den enda representanten: ${names}. Efter det kan ingen handla i det namnet. Bjud först in någon annan om verksamheten fortsätter.`, gone: 'Ditt konto är raderat. Tack för att du var med.',
  },
  mail: {
    link: { subject: (town) => `Inloggningslänk: ${town}`, text: (town, address, minutes) => `Hej!\n\nMed den här länken loggar du in i tjänsten Nousu, ${town}:\n${address}\n\nLänken fungerar en gång och i ${minutes} minuter. Om du inte bad om den behöver du inte göra något.` },
    email: { subject: 'Bekräfta din e-postadress', text: (town, address) => `Hej!\n\nBekräfta med den här länken att adressen är din (Nousu, ${town}):\n${address}\n\nLänken fungerar i en timme. Om du inte bad om den behöver du inte göra något.`, changed: 'Din e-postadress har bytts', changedText: (town) => `Hej!\n\nDitt kontos e-postadress (Nousu, ${town}) har bytts till en annan. Om du inte gjorde det själv, kontakta genast kommunen.` },
    invite: { subject: (name) => `Inbjudan att representera: ${name}`, text: (who, name, town, address) => `Hej!\n\n${who} bjuder in dig att representera: ${name} (Nousu, ${town}).\n\nTitta och godkänn:\n${address}\n\nLänken fungerar i sju dagar.` },
  },
}
