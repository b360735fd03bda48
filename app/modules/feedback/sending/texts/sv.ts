import type { Texts } from './fi.ts'

export const sv: Texts = {
  title: 'Skicka respons', lead: 'Berätta vad som är trasigt, farligt eller bra. En minut räcker, och inget konto behövs.',
  steps: ['Vad', 'Var', 'Skicka'],
  text: 'Vad har du märkt?', textHint: 'Några ord räcker: vad, och på vilket ställe.',
  next: 'Fortsätt', back: 'Tillbaka', send: 'Skicka responsen',
  category: 'Ämne', categoryGuess: 'Ett förslag utifrån dina ord. Byt om det inte stämmer.', categoryOpen: 'Välj ämne själv', categoryOther: 'Något annat ämne', categoryNone: 'Inget valt',
  suggested: (name) => `Föreslaget ämne: ${name}`,
  promised: (days) => (days === 0 ? 'Vi tittar på detta redan i dag.' : days === 1 ? 'Vi lovar svara senast i morgon.' : `Vi lovar svara inom ${days} dagar.`),
  privateCategory: 'Den här responsen visas inte offentligt. Den läses bara av dem som sköter ärendet och av dig.',
  changed: 'Jag bytte ämne, fortsätt', where: 'Var är det?', noPlace: 'Detta har ingen plats',
  offlineRest: 'Det finns ingen anslutning just nu. Fyll i resten, så skickas responsen när anslutningen är tillbaka.', here: 'Använd min plats', located: 'Platsen vald',
  known: 'Är detta redan känt?', knownLead: 'Det här har redan berättats om i närheten. Om ditt är detsamma, säg ”jag också”, så stiger det i kön och du behöver inte skicka en egen.', knownNone: 'Inget av dessa? Skicka din egen.',
  check: 'Innan du skickar', change: 'Ändra', noPlaceGiven: 'Ingen plats', photos: (count) => (count === 1 ? '1 bild' : `${count} bilder`),
  public: 'Responsen syns för alla på kartan. Ditt namn och dina kontaktuppgifter visas inte.', privateWish: 'Visa inte responsen för andra',
  hear: 'Vill du veta vad som händer?', hearLead: 'Allt det här är frivilligt. Du får i vilket fall en egen länk där du ser läget.',
  email: 'E-post', emailHint: 'Vi skriver när något händer. Ett tryck avslutar breven.', phone: 'Telefon', phoneHint: 'Om vi behöver fråga dig något.', name: 'Namn', shown: 'Mitt namn får synas med responsen', more: 'Namn och telefon',
  knownSender: (name) => `Du skickar som ${name}. Du får ett meddelande när något händer.`, signIn: 'Logga in, så har du din respons på ett ställe',
  behalf: 'Jag antecknar detta för någon annan', behalfHint: 'Namnet och kontaktuppgifterna är då den personens. De visas inte för någon annan.', behalfNot: 'Jag skickar själv', channels: { phone: 'Per telefon', desk: 'Vid disken', mail: 'Ur ett brev eller e-post' },
  labels: { text: 'Vad du märkte', categoryId: 'Ämne', where: 'Var', place: 'Var', email: 'E-post', phone: 'Telefon', name: 'Namn', form: 'Sändning', photo1: 'Bild 1', photo2: 'Bild 2', photo3: 'Bild 3', photo4: 'Bild 4' },
  problems: {
    farAway: 'Platsen ligger långt från kommunen. Välj en plats i närheten.', categoryNeeded: 'Välj ett ämne, så går responsen till rätt personer.', stopped: 'Detta kan inte skickas med blanketten. Se ovan hur saken sköts.',
    whereNeeded: 'Ange platsen, eller fortsätt utan plats.', notPhone: 'Kontrollera telefonnumret, till exempel 040 123 4567.', nameNeeded: 'Skriv namnet om det får synas.',
    tooOften: 'Härifrån har det skickats mycket på kort tid. Allt finns kvar på sidan: vänta en stund och skicka igen.', mailTooOften: 'Många brev har just skickats till den här adressen. Lämna bort adressen eller vänta en stund.',
    assetUnknown: 'Objektet finns inte längre. Välj ett annat eller ange platsen.',
  },
  thanks: {
    title: 'Tack, responsen är framme', hidden: 'Tack, responsen är sparad', hiddenText: 'En moderator läser den innan den syns för andra, eftersom reglerna stoppade texten. De som sköter ärendet får den ändå.',
    reference: 'Nummer', referenceHint: 'Säg detta om du ringer.', promise: (day, unit) => `${unit} svarar senast ${day}.`,
    own: 'Din egen länk', ownText: 'Spara den här. På länken ser du läget och kan komplettera responsen. Var och en som får länken kan göra detsamma, så behåll den för dig själv.', open: 'Öppna din respons',
    hear: 'Ska vi berätta när något händer?', mail: 'Beställ per e-post', mailOn: 'Vi skriver till din e-post när något händer.', pushLead: 'Eller ett meddelande till den här enheten:', pushOn: 'Meddela på den här enheten', pushIsOn: 'Den här enheten meddelar när något händer.', pushOff: 'Avsluta meddelandena', pushDenied: 'Webbläsaren har blockerat meddelanden. Tillåt dem i inställningarna.', pushFailed: 'Meddelandena kunde inte slås på. Försök om en stund.', pushWorking: 'Ett ögonblick…',
    neither: 'Du behöver ingetdera: din egen länk räcker.', mine: 'Du får ett meddelande när något händer. Responsen finns också på din sida Jag.', another: 'Skicka en till', all: 'Se andras respons',
  },
  mail: {
    subject: (reference) => `Respons ${reference} är framme`,
    text: (its) => `Hej!\n\nTack för responsen (${its.municipality}).\n\nNummer: ${its.reference}\nÄmne: ${its.category}${its.area ? `\nOmråde: ${its.area}` : ''}\n${its.unit} svarar senast ${its.day}.\n\nPå den här länken ser du läget. Den är bara för dig:\n\n${its.link}\n\nVi skriver när något händer. Om du inte vill ha brev, eller inte har skickat någon respons, avsluta dem här:\n\n${its.stop}`,
  },
}
