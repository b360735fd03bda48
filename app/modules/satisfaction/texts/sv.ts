import type { Texts } from './fi.ts'

const answers = (count: number) => `${count} svar`
export const sv: Texts = {
  title: 'Hur gick det?', lead: 'Ett tryck berättar om servicen fungerar. Du behöver inte logga in, och ingen ser vem som svarade.',
  prompt: 'Hur gick ditt besök?', faces: ['Mycket dåligt', 'Dåligt', 'Varken eller', 'Bra', 'Mycket bra'], participate: 'Delta',
  about: { service: 'Tjänst', place: 'Plats', unit: 'Enhet' },
  thanks: 'Tack! Ditt svar är sparat.', yours: (face) => `Du svarade: ${face.toLowerCase()}. Du kan ännu ändra dig.`,
  words: 'Vill du säga mer?', wordsHint: 'Ett ord räcker. Skriv inte namn eller kontaktuppgifter: svaret läses av enhetens personal.', sendWords: 'Skicka', wordsKept: 'Tack, det kom fram.',
  low: 'Tråkigt att höra. Ska vi rätta till det?', lowText: 'Om något borde göras, skicka en respons. Du ser vem som svarar, när senast och hur saken framskrider.', lowSend: 'Skicka respons',
  closed: 'Just nu frågar vi inte om detta.', toReport: 'Skicka respons', everything: 'Alla frågor',
  answers, happy: (share, range) => `${share} var nöjda (${range})`, uncertain: 'Inom parentes står det intervall där den verkliga andelen ligger med 95 procents säkerhet.',
  few: 'Svaren är ännu så få att de inte visas.', lastYear: 'Senaste året', results: 'Vad som har svarats', faceCount: (face, count, share) => `${face}: ${answers(count)}, ${share}`,
  none: 'Ingenting frågas ännu.', ask: 'Skapa en fråga', keep: 'Frågans inställningar', mine: 'Din enhets frågor',
  form: {
    title: 'Ny fråga', change: 'Ändra frågan', save: 'Spara', noSubject: 'Inte på någon sida', labels: { subjectId: 'På vilken sida frågas det?', about: 'Vad gäller frågan?', unitId: 'Vem ansvarar?', placeId: 'Vilken plats?', categoryId: 'Vart går responsen från ett dåligt svar?', nameFi: 'Namn på finska', nameSv: 'Namn på svenska', nameEn: 'Namn på engelska', promptFi: 'Frågan på finska', promptSv: 'Frågan på svenska', promptEn: 'Frågan på engelska', name: 'Pekplattans namn', form: '' },
    nameHint: 'Namnet som folk känner till, till exempel Huvudbiblioteket Leija.', promptHint: 'Lämna tomt, så frågar vi: Hur gick ditt besök?', noPlace: 'Ingen plats', anyCategory: 'Avsändaren väljer kategori', problems: { placeUnknown: 'Platsen är okänd.' },
  },
  close: 'Sluta fråga', open: 'Börja fråga igen', isClosed: 'Just nu frågas inte om detta. Svaren finns kvar.', poster: 'Affisch med QR-kod (PDF)', posterA5: 'Liten affisch (A5)', page: 'Svararens sida',
  kiosks: 'Pekplattor i aulan', kiosksLead: 'Öppna adressen på en pekplatta i aulan och låt den vara öppen. Det går att svara även om nätet bryts: svaren skickas när nätet är tillbaka.', addKiosk: 'Lägg till en pekplatta', kioskHint: 'Till exempel Huvudingången.', kioskAddress: 'Adressen att öppna på pekplattan. Ta vara på den: den visas bara nu.', endKiosk: 'Ta ur bruk', heard: (when) => `hörd ${when}`, neverHeard: 'har inte svarat ännu', noKiosks: 'Det finns inga pekplattor.',
  said: 'Vad som har sagts', nothingSaid: 'Ingen har sagt mer ännu.', makeReport: 'Skapa en respons', isReport: 'Detta blev en respons', week: 'Veckan från', number: 'Svar', share: 'Nöjda', weeks: 'Per vecka', reportMade: 'Responsen är skapad.',
  kiosk: { next: 'Klar', thanks: 'Tack!', skip: 'Hoppa över', waits: (count) => `Väntar på nätet: ${count}`, ended: 'Den här pekplattan är tagen ur bruk.' },
  posterText: { scan: 'Rikta telefonens kamera hit', or: 'eller skriv i webbläsaren', nothing: 'Ingen inloggning, inga kakor. Svaret är anonymt.' },
}
