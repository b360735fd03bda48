import type { Texts } from './fi.ts'

export const sv: Texts = {
  places: { home: 'Hem', services: 'Tjänster', participate: 'Delta', community: 'Gemenskap', me: 'Jag', desk: 'Skrivbord', moderation: 'Moderering', admin: 'Administration' },
  say: 'Säg eller gör', search: 'Sök', notices: 'Meddelanden', signIn: 'Logga in', signOut: 'Logga ut', toContent: 'Gå till innehållet', mainMenu: 'Huvudmeny', languageSwitch: 'Byt språk',
  newNotices: (count) => (count === 1 ? '1 nytt meddelande' : `${count} nya meddelanden`),
  actsAs: (name) => `Du agerar som ${name}`,
  demo: 'Demokommun', demoPeople: 'Byt person', footer: 'Ingenting försvinner.', openData: 'Öppna data', moderationLog: 'Modereringsstatistik',
  stage: { waiting: 'Väntar på bekräftelse', idea: 'Idé', developing: 'Utvecklas', experiment: 'Prövas', decision: 'Avgörs', service: 'Tjänst', ended: 'Avslutad' },
  late: 'Försenad', trail: 'Stigen', next: 'Härnäst', showWholeTrail: (count) => `Visa hela stigen (${count})`,
  dueBy: { before: '', after: ' svarar senast ', late: ' lovade svara senast ', lateEnd: ' – svaret är försenat.', nextStep: ' berättar om nästa steg senast ' },
  linked: { title: 'Hör ihop med', mergedInto: { from: 'Sammanslagen hit', to: 'Sammanslagen med' }, splitFrom: { from: 'Delad från denna', to: 'Delad från' }, grewOutOf: { from: 'Växte ur denna', to: 'Växte ur' }, answers: { from: 'Svarar på denna', to: 'Svarar på' }, concerns: { from: 'Behandlar denna', to: 'Gäller' } },
  someone: 'Kommunen',
  required: 'obligatorisk', optional: 'frivillig',
  fixThese: (count) => (count === 1 ? 'Rätta till en punkt' : `Rätta till ${count} punkter`), kept: 'Det du skrev finns kvar på sidan.',
  problems: {
    required: 'Fyll i det här fältet.', tooShort: 'Skriv lite mer.', tooLong: 'Texten är för lång.', invalid: 'Kontrollera det här fältet.', notEmail: 'Kontrollera e-postadressen, till exempel namn@exempel.fi.', tooOften: 'Du har skickat mycket på kort tid. Försök igen om en stund.',
    notPicture: 'Filen är inte en bild som vi kan läsa. Prova en JPEG- eller PNG-bild.', pictureTooLarge: 'Bilden är för stor. Högst 15 megabyte och 64 megapixel.',
  },
  photos: {
    fold: 'Lägg till bilder', hint: 'Högst fyra bilder. Vi tar bort plats- och kamerauppgifter ur bilderna.', photo: (n) => `Bild ${n}`,
    description: 'Vad syns på bilden?', descriptionHint: 'Läses upp för den som inte ser bilden.', kept: (n) => `Bild ${n} är sparad`, remove: 'Ta bort bilden',
  },
  draft: { restored: 'Fortsätt där du slutade. Utkastet fanns sparat på den här enheten.', clear: 'Töm', queued: 'Skickas när anslutningen är tillbaka. Det du skrev är sparat på den här enheten.', sent: 'Det du skrev utan anslutning har nu skickats.', stuck: 'Det du skrev väntar ännu på att skickas.', open: 'Öppna' },
  more: 'Visa fler', back: 'Tillbaka', cancel: 'Avbryt', save: 'Spara', close: 'Stäng', newest: 'Till det nyaste',
  share: 'Dela', shareAddress: 'Adress', copy: 'Kopiera adressen', copied: 'Adressen är kopierad.', byMail: 'Skicka per e-post',
  refused: {
    401: ['Logga in först', 'Det här ser bara den som är inloggad.'], 403: ['Det här är inte för dig', 'Du har inte rätt till det här. Om du borde ha det, be kommunens administratör.'],
    404: ['Sidan finns inte', 'Adressen är fel eller så har saken tagits bort. Sök den vid namn eller börja från första sidan.'], 409: ['Läget hann ändras', 'Någon hann före eller så är saken redan i ett annat skede. Gå tillbaka och se vad som ändrades.'],
    413: ['För stort', 'Det du skickade var för stort. Förminska bilderna eller skicka dem var för sig.'], 429: ['Vänta en stund', 'Det kom mycket på kort tid. Vänta en stund och försök igen.'],
    400: ['Begäran kunde inte läsas', 'Det är något konstigt med adressen eller det som skickades. Gå tillbaka och försök igen.'], 500: ['Något gick sönder', 'Felet är vårt, inte ditt. Det har antecknats. Försök igen om en stund.'],
  },
  steps: { title: 'Steg', done: 'klart', next: 'härnäst' },
  toHome: 'Till första sidan', offline: 'Ingen nätanslutning',
}
