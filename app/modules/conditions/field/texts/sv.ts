import type { Texts } from './fi.ts'

export const sv: Texts = {
  title: 'Platserna just nu', lead: 'Du sköter {n} platser', leadOne: 'Du sköter 1 plats', list: 'Platser', nearest: 'Närmast först.',
  empty: 'Du sköter inga platser vars läge berättas. När en plats läggs till din enhet kommer den hit.',
  notHere: { title: 'Det finns inga platser i den här telefonen än', text: 'Öppna vyn en gång med nät, så följer platserna med.' },
  others: 'Någon annan berättar om läget här: {name}.', toPlace: 'Se platsens sida',
  near: 'Närmast först', denied: 'Positionen kunde inte hämtas. Tillåt den i telefonens inställningar, eller välj platsen i listan.', kinds: 'Typ av plats', all: 'Alla', mine: 'Egna', find: 'Sök plats', none: 'Ingen plats med det namnet.', more: 'Visa fler platser',
  keep: 'Lägg till bland egna', kept1: 'Egen plats', poster: 'Affisch till platsen', open: 'Platsens sida', field: 'Öppna fältvyn',
  now: 'nu', at: '{what} {when}', since: 'sedan {when}', unknown: 'inte känt', last: 'senast {value} {when}', free: 'Meddelande', until: 'till {when}',
  seasonOff: 'Säsongen slutade {when}', begin: 'Börja säsongen', end: 'Avsluta säsongen', season: 'Säsong',
  rest: 'Andra anteckningar', care: 'Vad gjordes', when: 'När', whenNow: 'nu', number: 'Mätvärde', mark: 'Anteckna',
  words: 'Ett ord till besökarna', wordsHint: 'Syns på platsens sida.', untils: { today: 'i dag', days: 'tre dagar', week: 'en vecka' }, untilLabel: 'Gäller', say: 'Publicera', wordsEnd: 'Ta bort meddelandet',
  panel: { title: 'Hur ser det ut här?', hint: 'Du sköter den här platsen. Ett tryck räcker.' },
  taken: 'Anteckningen är framme.', older: '{said} kom fram, men det finns redan en nyare uppgift: {newer}. Den gäller.', olderPlain: 'Anteckningen är sparad, men det finns redan en nyare uppgift. Den gäller.', seen: 'Okej',
  inPhone: 'Sparat i telefonen. Skickas när nätet är tillbaka.', soon: 'Antecknat. Skickas om en stund.', undo: 'Ångra', undone: 'Ångrat.', fix: 'Rätta',
  waiting: 'Väntar på nät: {n}', waitingOne: 'Väntar på nät: 1', sending: 'Skickas: {n}', allSent: 'Allt är skickat.', offline: 'Inget nät. Allt fungerar, och det du antecknar skickas när nätet är tillbaka.', asOf: 'Uppgifterna hämtades {when}',
  signIn: 'Inloggningen har gått ut. Dina anteckningar är sparade och skickas när du loggar in.', signInNow: 'Logga in', other: 'I den här telefonen väntar en annan persons anteckningar: {n}. De skickas när personen loggar in.', notKept: 'Det fick inte plats i telefonen. Det här är inte sparat: frigör utrymme eller vänta på nät och försök igen.',
  stuck: 'Det här kunde inte tas emot', again: 'Försök igen', drop: 'Ta bort',
  problems: { forbidden: 'Du sköter inte längre den här platsen.', notFound: 'Platsen finns inte längre.', gone: 'Platsen är inte längre i bruk.', invalid: 'Det här kan inte längre antecknas för platsen.', required: 'Skriv först ett mätvärde eller ett ord.', notNumber: 'Skriv ett tal, till exempel 17,5.', outOfRange: 'Mätvärdet kan inte stämma. Kontrollera det.', tooLong: 'Texten är för lång.', other: 'Servern tog inte emot det här.' },
  posterText: { lead: 'Uppdatera läget', scan: 'Du som sköter platsen: öppna med kameran', or: 'eller skriv adressen', small: 'Det går att anteckna också utan nät.' },
}
