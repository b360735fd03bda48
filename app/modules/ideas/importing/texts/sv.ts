import type { Texts } from './fi.ts'

export const sv: Texts = {
  title: 'Hämta in idéer och kommentarer', admin: 'Administration',
  lead: 'Hämta idéer och kommentarer från en tidigare tjänst i en CSV-fil. Först ser du vad raderna betyder och vilka som inte duger. Ingenting ändras innan du godkänner.',
  file: 'CSV-fil', fileHint: 'Högst 10 MB och 20 000 rader, teckenkodning UTF-8. Kolumnerna skiljs åt med komma eller semikolon. Exportfiler från Decidim duger som de är.',
  what: 'Vad finns i filen?', whatIdeas: 'Idéer', whatComments: 'Kommentarer', upload: 'Skicka och granska', again: 'Välj en annan fil',
  simple: 'En egen fil', simpleText: 'Första raden har kolumnernas namn. Idéer behöver rubrik och text, kommentarer idéns kod och text; övriga kolumner är frivilliga.',
  columns: 'Kolumner', columnsText: 'Vilken kolumn varje uppgift tas från', source: 'Från vilken tjänst?', sourceHint: 'Namnet syns på idéns stig. Samma rad från samma tjänst hämtas bara en gång.', refresh: 'Uppdatera förhandsvisningen', notUsed: 'Hämtas inte',
  fields: {
    title: 'Rubrik', text: 'Innehåll', id: 'Kod', date: 'Dag', author: 'Skribent', stage: 'Skede', topic: 'Ämne', place: 'Plats', area: 'Kommundel', longitude: 'Longitud', latitude: 'Latitud', kind: 'Slag', language: 'Språk', supports: 'Antal understöd', answer: 'Svar', answered: 'Svarsdag',
    idea: 'Idéns kod', stance: 'Ståndpunkt', parent: 'Svarar på kommentaren', about: 'Vad den gäller (Decidim)',
  },
  preview: 'De första raderna som hämtade', row: 'Rad', where: 'Uppgift', why: 'Orsak', missing: (fields) => `Välj ännu en kolumn för: ${fields}.`,
  ready: (count) => (count === 1 ? '1 rad duger' : `${count} rader duger`), already: (count) => (count === 1 ? '1 rad finns redan här' : `${count} rader finns redan här`), bad: (count) => (count === 1 ? '1 rad duger inte' : `${count} rader duger inte`),
  badRows: 'Rader som inte duger', badMore: (count) => `De första ${count} visas.`, badText: 'Du kan rätta filen och skicka den på nytt, eller hämta bara de rader som duger.',
  run: (count) => (count === 1 ? 'Hämta 1 rad' : `Hämta ${count} rader`), runGood: (count) => (count === 1 ? 'Hämta bara den rad som duger' : `Hämta bara de ${count} rader som duger`), nothing: 'Det finns inget att hämta: alla rader som duger finns redan här.', dontRun: 'Hämta ingenting',
  open: 'Idéerna är genast offentliga. Skribentens namn visas som i filen, understöden räknas inte med och inga meddelanden skickas.',
  openComments: 'Kommentarerna är genast offentliga. Skribentens namn visas som i filen och inga meddelanden skickas.',
  done: (imported, already, left) => `${imported} hämtades. ${already} fanns redan, ${left} lämnades bort.`, gone: 'Filen finns inte längre kvar. Skicka den på nytt.', toIdeas: 'Se idéerna',
  unread: {
    empty: 'Filen har inga rader.', notUtf8: 'Filens teckenkodning är inte UTF-8. Spara den som ”CSV UTF-8” och skicka på nytt.', notCsv: 'Filen är inte CSV. Första raden ska ha minst två kolumner.',
    brokenQuotes: 'Citattecknen går inte ihop. Kontrollera att varje cell som börjar med citattecken också slutar med ett.', tooManyRows: 'Filen har över 20 000 rader. Dela upp den.', sameHeaders: 'Två kolumner har samma namn. Ge den ena ett annat.',
  },
  atRow: (row) => `Felet finns på rad ${row}.`, nothingKept: 'Ingenting hämtades.',
  problems: { required: 'Välj en fil.', tooLarge: 'Filen är över 10 MB. Dela upp den.', changed: 'Läget hann ändras. Granska antalen och godkänn på nytt.', gone: 'Filen finns inte längre kvar. Skicka den på nytt.' },
  reasons: {
    wrongWidth: 'Antalet kolumner är ett annat än på första raden', required: 'Saknas', tooLong: 'För lång', badSigns: 'Tecken som inte kan visas', badDate: 'Är inte ett datum', inFuture: 'Ligger i framtiden', unknownStage: 'Okänt skede', withdrawnThere: 'Återtagen i den tidigare tjänsten',
    unknownTopic: 'Ämnet finns inte. Lägg till det i administrationen eller låt bli att hämta kolumnen', badPlace: 'Är inte en koordinat', badNumber: 'Är inte ett tal', sameId: 'Samma kod finns redan på en tidigare rad', sameRow: 'Samma rad finns redan tidigare i filen', unknownKind: 'Okänt slag', unknownLanguage: 'Okänt språk',
    unknownStance: 'Okänd ståndpunkt', noIdea: 'Idén hittas inte. Hämta först idéerna från samma tjänst', noParent: 'Kommentaren som detta svarar på hittas inte',
  },
}
