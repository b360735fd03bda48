import type { fi } from './fi.ts'

export const sv: typeof fi = {
  title: 'Enheter', desk: 'Arbetsbord', lead: 'Sensorer, grindar och system som själva berättar om platser. Var och en har sin egen nyckel och berättar bara om sina egna platser.',
  none: 'Inga enheter har lagts till ännu.', noneHint: 'Lägg till den första nedan: du får en nyckel som enheten skickar sina observationer med.',
  kinds: { sensor: 'Sensor', gate: 'Besöksräknare eller grind', access: 'Passersystem eller bokningssystem', camera: 'Kamera vid platsen' },
  placesOf: 'Platser',
  silent: 'Tyst', working: 'Fungerar', waiting: 'Väntar på första meddelandet', heard: (when) => `Hörd ${when}`, neverHeard: 'Har inte hörts ännu', refused: (when) => `Senast avvisad ${when}`,
  silentCount: (count) => (count === 1 ? 'En enhet är tyst.' : `${count} enheter är tysta.`), silentHint: 'En enhet är tyst när den inte har hörts på den avtalade tiden. Platsens uppgifter blir då av sig själva för gamla.',
  add: 'Lägg till en enhet', labels: { name: 'Namn', kind: 'Vilken sorts enhet', unitId: 'Vilken avdelning ansvarar för den', expectedMinutes: 'Hur ofta den bör höras (minuter)', may: 'Vad den får berätta om' },
  nameHint: 'Till exempel ”Termometern vid Keijärvi badstrand”.', expectedHint: 'Om enheten inte hörs på så här länge får avdelningen ett meddelande. Tomt: följs inte.', mayHint: 'Om du inte väljer något får den berätta om allt som passar dess sort.',
  problems: { badMinutes: 'Ange minuterna som ett heltal mellan 1 och 44640.' },
  made: 'Enheten har lagts till. Kopiera nyckeln nu till enhetens inställningar: den syns här i tio minuter och kan inte visas senare.', key: 'Nyckel', saved: 'Sparat.',
  what: 'Inställningar', save: 'Spara', places: 'Platser', noPlaces: 'Enheten har ingen plats ännu, så ingenting tas emot från den.', find: 'Sök plats på namn', search: 'Sök', findHint: 'Bara bland avdelningens egna platser.', notFound: 'Ingen av avdelningens platser har det namnet.', give: 'Lägg till', giveOf: (name) => `Lägg till platsen ${name}`, take: 'Ta bort', takeOf: (name) => `Ta bort platsen ${name}`,
  posts: 'Så här skickar enheten', idOf: 'Id',
  keyTitle: 'Nyckeln och att avsluta', rotate: 'Byt nyckel', rotateHint: 'Den gamla nyckeln slutar gälla genast.', end: 'Ta enheten ur bruk', endHint: 'Enheten kan inte längre skicka något. Dess observationer finns kvar.', ended: 'Ur bruk', refusedTitle: 'Senast avvisat meddelande',
  letter: {
    subject: (count, name) => (count === 1 ? `En enhet är tyst: ${name}` : `${count} enheter är tysta`), heard: (when) => `hördes senast ${when}`, never: 'har aldrig hörts',
    text: (lines, link, municipality) => `Hej,\n\nde här enheterna har inte hörts på den avtalade tiden:\n\n${lines}\n\nPlatsernas uppgifter blir av sig själva för gamla, och gammalt visas inte som gällande. Kontrollera enhetens ström och förbindelse.\n\n${link}\n\n${municipality}`,
  },
}
