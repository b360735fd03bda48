import type { Texts } from './fi.ts'

export const sv: Texts = {
  title: 'Berätta din idé',
  lead: (days) => `En rubrik och ett par meningar räcker. Du får svar inom ${days} dagar.`,
  kind: 'Vad gäller det?', idea: 'Idé', ideaHint: 'Jag föreslår något nytt eller en ändring', need: 'Servicedröm', needHint: 'Jag saknar en tjänst som inte finns än',
  ideaTitle: 'Rubrik', ideaTitleHint: 'Vad föreslår du? En mening räcker.', text: 'Berätta mer', textHint: 'Vad fungerar dåligt eller saknas i dag, och vad skulle ändras?',
  place: 'Plats', placeFold: 'Lägg till en plats', placeHint: 'Skriv platsens namn. Kända platser visas medan du skriver.',
  topic: 'Ämne', topicHint: 'Om du inte väljer väljer vi ämnet utifrån dina ord.', topicAuto: 'Välj åt mig', topicNone: 'Inget av dessa', topicGuess: 'Vi föreslog ett ämne utifrån dina ord. Du kan byta det.',
  who: 'Vem föreslår?', name: 'Ditt namn', nameHint: 'Andra ser förnamnet och efternamnets första bokstav.', email: 'E-post',
  emailHint: 'Vi skickar en länk som du bekräftar idén med. Adressen visas inte för någon.', orSignIn: 'Logga in, så syns idén genast',
  send: 'Skicka idén', sendAnyway: 'Skicka ändå', publicNote: 'Alla kan läsa din idé.', asNote: (name) => `Du skickar som ${name}.`,
  similar: 'Har någon redan föreslagit samma?', similarLead: 'När du understöder en idé som finns går den snabbare framåt.', similarStop: 'Vi hittade liknande idéer. Understöd en som passar eller skicka din egen.', supportThis: 'Understöd denna', supportWhat: (title) => `Understöd denna: ${title}`,
  away: (metres) => `${metres} bort`,
  labels: { title: 'Rubrik', text: 'Berätta mer', kind: 'Vad gäller det', place: 'Plats', topicId: 'Ämne', email: 'E-post', name: 'Ditt namn', form: 'Sändning', photo1: 'Bild 1', photo2: 'Bild 2', photo3: 'Bild 3', photo4: 'Bild 4' },
  problems: {
    farAway: 'Platsen ligger långt från kommunen. Välj en plats i närheten eller lämna bort den.',
  },
  sent: { mail: 'Ett steg kvar', mailText: (email) => `Vi skickade en länk till ${email}. Öppna den och bekräfta, så blir din idé synlig.`, mailUntil: (until) => `Länken gäller till ${until}. Om meddelandet inte syns, se efter i skräpposten och kontrollera adressen.`, again: 'Skicka på nytt med en annan adress',
    looked: 'Din idé är sparad', lookedText: 'En moderator läser den innan den syns för andra, eftersom reglerna stoppade texten. Vi meddelar när det är avgjort.', toIdea: 'Se din idé', toIdeas: 'Bläddra bland idéer' },
  confirm: { title: 'Bekräfta din idé', lead: 'Ett tryck, och idén blir synlig för alla.', button: 'Bekräfta och publicera', by: (name) => `Avsändare: ${name}`, done: 'Din idé är publicerad', doneText: 'Den är redan bekräftad. Följ hur den går framåt.', toIdea: 'Öppna idén',
    gone: 'Länken gäller inte längre', goneText: 'En idé som inte bekräftas inom sju dagar tas bort. Du kan skicka den på nytt.', again: 'Skriv en idé' },
  map: { ground: 'Karta', zoomIn: 'Zooma in', zoomOut: 'Zooma ut', choose: 'Välj på kartan', locate: 'Använd min plats', locating: 'Hämtar platsen…', located: 'Platsen är vald', denied: 'Platsen kunde inte hämtas. Skriv platsens namn eller välj på kartan.', clear: 'Ta bort punkten', label: 'Karta. Flytta märket med piltangenterna.', pin: 'Platsen', hint: 'Tryck på kartan eller flytta märket.', failed: 'Kartan kunde inte öppnas. Skriv platsens namn.', mapOf: 'Idéer på kartan', listBelow: 'Samma idéer finns som lista under kartan.', mapFailed: 'Kartan kunde inte öppnas. Idéerna finns som lista nedan.', many: '# idéer nära varandra', chosen: 'Valda idéer' },
  mail: {
    subject: (title) => `Bekräfta din idé: ${title}`,
    text: (its) => `Hej!\n\nDu skickade idén ”${its.title}” (${its.municipality}). Öppna länken och bekräfta idén, så blir den synlig:\n\n${its.link}\n\nLänken gäller till ${its.until}. Därefter tas en obekräftad idé bort.\n\nOm du inte skickade idén behöver du inte göra något.`,
  },
}
