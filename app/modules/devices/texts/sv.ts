import type { fi } from './fi.ts'

export const sv: typeof fi = {
  title: 'Apparater', desk: 'Skrivbordet', lead: 'Sensorer, grindar och system som själva berättar om platser. Var och en har sin egen nyckel och berättar bara om sina egna platser.',
  none: 'Inga apparater har lagts till ännu.', noneHint: 'Lägg till den första nedan: du får en nyckel som apparaten skickar sina observationer med.',
  kinds: { sensor: 'Sensor', gate: 'Besöksräknare eller grind', access: 'Passersystem eller bokningssystem', camera: 'Kamera på platsen' },
  placesOf: 'Platser',
  silent: 'Tyst', working: 'Fungerar', waiting: 'Väntar på första meddelandet', heard: (when) => `Hördes senast ${when}`, neverHeard: 'Har inte hörts ännu', refused: (when) => `Senast avvisad ${when}`,
  silentCount: (count) => (count === 1 ? 'En apparat är tyst.' : `${count} apparater är tysta.`), silentHint: 'En apparat är tyst när den inte har hörts på den avtalade tiden. Platsens uppgifter blir då av sig själva för gamla.',
  add: 'Lägg till en apparat', labels: { name: 'Namn', kind: 'Vilken sorts apparat', unitId: 'Vilken enhet ansvarar för den', expectedMinutes: 'Hur ofta den bör höras (minuter)', may: 'Vad den får berätta om' },
  nameHint: 'Till exempel ”Termometern vid Keijärvi badstrand”.', expectedHint: 'Om apparaten inte hörs på så här länge får enheten ett meddelande. Tomt: följs inte.', mayHint: 'Om du inte väljer något får den berätta om allt som passar dess sort.',
  problems: { badMinutes: 'Ange minuterna som ett heltal mellan 1 och 44640.' },
  made: 'Apparaten har lagts till. Kopiera nyckeln nu till apparatens inställningar: den syns här i tio minuter och kan inte visas senare.', key: 'Nyckel', saved: 'Sparat.',
  what: 'Inställningar', save: 'Spara', places: 'Platser', noPlaces: 'Apparaten har ingen plats ännu, så ingenting tas emot från den.', find: 'Sök plats efter namn', search: 'Sök', findHint: 'Bara bland enhetens egna platser.', notFound: 'Ingen av enhetens platser har det namnet.', give: 'Lägg till', giveOf: (name) => `Lägg till platsen ${name}`, take: 'Ta bort', takeOf: (name) => `Ta bort platsen ${name}`,
  posts: 'Så här skickar apparaten', idOf: 'Id',
  keyTitle: 'Nyckeln och att ta ur bruk', rotate: 'Byt nyckel', rotateHint: 'Den gamla nyckeln slutar gälla genast.', end: 'Ta apparaten ur bruk', endHint: 'Apparaten kan inte längre skicka något. Dess observationer finns kvar.', ended: 'Ur bruk', refusedTitle: 'Senast avvisat meddelande',
  letter: {
    subject: (count, name) => (count === 1 ? `En apparat är tyst: ${name}` : `${count} apparater är tysta`), heard: (when) => `hördes senast ${when}`, never: 'har aldrig hörts',
    text: (lines, link, municipality) => `Hej,\n\nde här apparaterna har inte hörts på den avtalade tiden:\n\n${lines}\n\nPlatsernas uppgifter blir av sig själva för gamla, och gammalt visas inte som gällande. Kontrollera apparatens ström och förbindelse.\n\n${link}\n\n${municipality}`,
  },
}
