import type { Texts } from './fi.ts'

export const sv: Texts = {
  admin: 'Administration', title: 'Responsens kategorier', lead: 'Vad man kan ge respons om, vem den går till och vad avsändaren lovas. Ordningen är den som avsändaren ser.',
  none: 'Det finns inga kategorier ännu, så respons kan inte skickas. Börja med de färdiga: gropar, halka, gatubelysning och annat vanligt, med ord och frågor. Allt kan ändras.',
  start: 'Börja med färdiga kategorier', startUnit: 'Vem får responsen?', startUnitHint: 'En kategori går till den enhet vars namn passar den. Resten går till denna.', started: 'Kategorierna är i bruk. Ändra dem fritt.',
  add: 'Lägg till en kategori', addLead: 'Namn, ansvarig enhet och ord räcker till att börja med. De andra inställningarna kommer sedan.', change: (name) => `Ändra: ${name}`, saved: 'Sparat.', soon: 'Ändringen syns för alla om några sekunder.', moved: 'Ordningen har ändrats.', closedNow: 'Kategorin har tagits ur bruk. Gammal respons behåller den.', openedNow: 'Kategorin är i bruk igen.',
  up: (name) => `Flytta upp: ${name}`, down: (name) => `Flytta ner: ${name}`, closed: 'Inte i bruk', isPrivate: 'Inte offentlig', stops: { danger: 'Uppmanar att ringa', notOurs: 'Sköts inte av kommunen' }, inDays: (n) => (n === 0 ? 'Lovas samma dag' : n === 1 ? 'Lovas på en dag' : `Lovas på ${n} dagar`), open: (n) => `Öppna ${n}`,
  more: 'Andra inställningar', basics: 'Namn och ansvar', words: 'Ord', promise: 'Löfte och hantering', notice: 'Meddelande till den som väljer', stopper: 'Hänvisning', questions: 'Tilläggsfrågor', ending: 'Ta ur bruk', save: 'Spara', keyIs: (key) => `Bestående kod i det öppna gränssnittet: ${key}`, look: 'Se med avsändarens ögon',
  /** what is written in three languages, and which language */ texts: { name: 'Namn', description: 'Beskrivning', group: 'Grupp', autoAnswer: 'Svar genast', notice: 'Meddelande', stopperText: 'Text', label: 'Fråga', hint: 'Hjälp' }, inLanguages: { Fi: 'på finska', Sv: 'på svenska', En: 'på engelska' },
  labels: {
    unitId: 'Vem ansvarar', topicId: 'Ämne', icon: 'Bild', keywords: 'Ordens början', promisedDays: 'Utlovad tid i dagar', priority: 'Hur bråttom', duplicateMetres: 'Samma sak söks så här nära (meter)', forgetAfterMonths: 'Avsändarens uppgifter raderas (månader)', private: 'Inte offentlig', assetKind: 'Objekt att välja bland', partnerId: 'Går direkt till en partner',
    stopperKind: 'Vad görs', phone: 'Telefonnummer', url: 'Webbadress', stopperPartnerId: 'Responsen skickas vidare till',
    type: 'Hur man svarar', options: 'Alternativ', form: '',
  },
  hints: {
    group: 'Rubriken som kategorin står under i listan.', keywords: 'Ett per rad. Ordets början räcker: grop hittar gropar och gropen. Två ord på samma rad hittas tillsammans: vatten väg. =puu är just det ordet, -valokuv duger inte.', promisedDays: 'Kalenderdagar, 0–365.', duplicateMetres: '0–5000. Noll: samma sak söks inte.', forgetAfterMonths: 'Från stängningen, 1–120.', private: 'Bara avsändaren och de som behandlar den ser responsen', assetKind: 'Till exempel lampor med nummer.', autoAnswer: 'Sägs i enhetens namn genast när responsen har kommit.', notice: 'Syns när kategorin har valts. Till exempel vad som redan är på gång.',
    stopper: 'Fara uppmanar att ringa och tar inte emot respons. Om saken inte är kommunens, berätta vems den är.', stopperPartner: 'Utan denna kan respons inte skickas, utan avsändaren får själv ta kontakt.', options: 'Ett per rad, andra språk efter ett lodrätt streck: Ajoradalla | På körbanan | On the carriageway', phone: 'Till exempel 112 eller 0200 2100.',
  },
  noTopic: 'Inget ämne', noKind: 'Inga objekt', noPartner: 'Ingen partner', noStopper: 'Ingen hänvisning', danger: 'Fara: uppmanar att ringa', notOurs: 'Sköts inte av kommunen', priorities: ['Ingen brådska', 'Vanlig', 'Brådskande', 'Genast'],
  types: { text: 'Genom att skriva', number: 'Med ett tal', choice: 'Genom att välja en', many: 'Genom att välja flera', date: 'Med en dag' },
  addQuestion: 'Lägg till en fråga', remove: 'Ta bort frågan', removeOf: (label) => `Ta bort frågan: ${label}`, must: 'Svaret är obligatoriskt', noQuestions: 'Inga tilläggsfrågor. Fråga bara det som den som åtgärdar behöver.', questionType: (type) => `Svaras: ${type.toLocaleLowerCase('sv')}`,
  close: 'Ta ur bruk', reopen: 'Ta i bruk igen', closeLead: 'Kategorin kan inte längre väljas. Gammal respons behåller den.', closedLead: 'Kategorin är inte i bruk.',
  pace: 'Så här har det gått i kategorin',
  tryIt: 'Prova', tryLabel: 'Vad skulle avsändaren skriva?', tryHint: 'Du ser vilken kategori orden föreslår och vilka ord det beror på.', trySend: 'Visa förslaget', trySure: 'Klart', nothing: 'Orden föreslår ingen kategori.', because: (words) => `av orden ${words}`,
  problems: {
    nameTaken: 'Det finns redan en kategori med det namnet.', keyTaken: 'Koden är redan i bruk.', changedMeanwhile: 'Någon annan ändrade detta under tiden. Kontrollera och spara på nytt.', badNumber: 'Skriv ett tal inom gränserna.', tooManyWords: 'Det finns för många ord (högst 200).', badWord: 'Ett ord ska ha 2–60 tecken.', badPhone: 'Kontrollera telefonnumret, till exempel 0200 2100.', badUrl: 'Skriv hela adressen, till exempel https://www.exempel.fi.',
    twoOptions: 'Skriv minst två alternativ.', tooManyOptions: 'Det finns för många alternativ (högst 30).', badOption: 'Ett alternativ ska ha ett finskt namn, högst 100 tecken.', sameOption: 'Samma alternativ finns två gånger.', tooManyQuestions: 'Det finns för många frågor (högst 20).',
  },
  icons: { place: 'Plats', road: 'Väg', snow: 'Snö', lamp: 'Ljus', signpost: 'Skylt', car: 'Bil', bike: 'Cykel', bus: 'Buss', water: 'Vatten', power: 'El', tree: 'Träd', play: 'Lek', bin: 'Skräp', dog: 'Hund', beach: 'Strand', track: 'Spår', organisation: 'Hus', paint: 'Klotter', noise: 'Buller', comment: 'Service', people: 'Människor', danger: 'Fara' },
}
