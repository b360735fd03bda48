import type { Texts } from './fi.ts'

export const sv: Texts = {
  title: 'Ämnen och områden', lead: 'Följ ett ämne, ett område eller en enhet, så berättar vi när något händer där.', of: (name) => `Vad som är på gång: ${name}`,
  participate: 'Delta', me: 'Jag', topics: 'Ämnen', areas: 'Områden', units: 'Enheter', noTopics: 'Kommunen har inga ämnen ännu.', toPlaces: 'Följ omgivningen kring en plats', toAdmin: 'Redigera ämnen', parts: 'Delämnen', answers: 'Svarar:', unitTopics: 'Ämnen som vi svarar för', knownPlaces: 'Platser här',
  follow: 'Följ', following: 'Du följer', change: 'Ändra', rhythmOf: (name) => `Hur ofta vi berättar: ${name}`, followers: (count) => `${count} följer`, amongFirst: 'Bli en av de första som följer.',
  rhythm: { atOnce: 'Genast', daily: 'En gång om dagen', weekly: 'En gång i veckan', inApp: 'Bara här' },
  goingOn: 'På gång', quiet: 'Här är inget på gång ännu. Börja du.', begin: 'Skicka en idé', all: 'Alla', moved: (when) => `rörde sig ${when}`,
  mapOf: (name) => `Karta: ${name}, gränserna och grannområdena`,
  places: {
    title: 'Mina platser', lead: 'Spara hemmet, stugan eller en annan plats. Vi berättar när något planeras eller händer i närheten.', none: 'Du har inga sparade platser ännu. Börja med ditt hem.',
    add: 'Spara en plats', changeOf: (name) => `Ändra: ${name}`, saved: 'Platsen är sparad.', forgotten: 'Platsen är borttagen.', within: (how) => `inom ${how}`, forget: 'Ta bort', forgetOf: (name) => `Ta bort: ${name}`, save: 'Spara platsen',
    nameHint: 'Bara för dig, till exempel Hemma.', placeHint: 'Skriv en känd plats, eller välj en punkt på kartan eller där du är.', placeKept: 'Punkten förblir densamma om du inte väljer en ny.', private: 'Bara du ser dina platser. Punkten sparas med ungefär tio meters noggrannhet.',
    labels: { name: 'Namn', place: 'Var är den?', metres: 'Hur nära ska det vara?', rhythm: 'Hur ofta?', form: '' },
    problems: { unknownPlace: 'Vi känner inte till platsen. Skriv en plats i kommunen eller välj en punkt på kartan.', farAway: 'Platsen är för långt från kommunen.', tooMany: 'Du har redan så många platser som kan sparas. Ta först bort någon.' },
  },
  network: {
    title: 'Nätverk av sakkunniga', lead: 'Kan du området? Erbjud ditt kunnande, så kan kommunen fråga dig när ämnet bereds.', size: (count) => (count === 1 ? 'En sakkunnig i nätverket' : `${count} sakkunniga i nätverket`), ask: 'Fråga nätverket',
    signIn: 'Logga in och erbjud ditt kunnande', offerYours: 'Erbjud ditt kunnande', mine: (skill) => `Du är med i nätverket: ${skill}`, join: 'Gå med i nätverket', save: 'Spara', leave: 'Lämna nätverket', joined: 'Tack! Du är nu med i nätverket.', left: 'Du är inte längre med i nätverket.',
    skillHint: 'Kort, till exempel arkitekt eller tvåbarnspappa.', offerHint: 'Vad du kunde göra, till exempel: jag kommenterar gärna för en kopp kaffe.', show: 'Mitt namn, mitt kunnande och mitt erbjudande får visas på den här sidan', private: 'Annars ser bara tjänsteinnehavarna dem. Din adress visas inte för någon.',
    hide: 'Dölj', hideOf: (name) => `Dölj: ${name}`, takenDown: 'En moderator har tagit bort din text från sidan. Tjänsteinnehavarna ser den fortfarande.',
    labels: { skill: 'Vad kan du?', offer: 'Vad erbjuder du?', form: '' }, problems: { notShown: 'Texten innehåller något som inte kan visas för alla: en personbeteckning, för många länkar eller ett olämpligt ord.', tooOften: 'Du har skickat mycket på kort tid. Försök igen senare.' },
  },
}
