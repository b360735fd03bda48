import type { Texts } from './fi.ts'

export const sv: Texts = {
  openData: 'Öppna data',
  lead: 'Allt som är offentligt här får användas av vem som helst: som filer, genom gränssnittet och som flöde.',
  licence: 'Licens', licenceText: (name) => `Materialet är publicerat med licensen Creative Commons Erkännande 4.0 (CC BY 4.0). Du får använda, ändra och dela det när du anger ”${name}, Nousu” som källa.`, licenceLink: 'Läs licensen',
  privacy: 'Här finns bara det som vem som helst ser på sidorna. Inga e-postadresser och inga obekräftade, dolda eller återtagna texter ingår, och namnen skrivs som på sidorna.',
  sets: { subjects: 'Allt samlat', ideas: 'Idéer', matters: 'Ärenden under beredning', comments: 'Kommentarer', trail: 'Stigar' },
  about: {
    subjects: 'Varje offentligt ärende av alla slag: rubrik, skede, ansvarig enhet, plats och sista dag för svar.',
    ideas: 'Varje offentlig idé och varje behov: text, skede, understöd, ansvarig enhet och svar.',
    matters: 'Varje ärende under öppen beredning: tanken, ramvillkoren, det pågående skedet och beslutet.',
    comments: 'Kommentarer till offentliga ärenden och ståndpunkten: för, emot eller neutral.',
    trail: 'Vad som har hänt med varje ärende, när det hände och vem som berättade det.',
  },
  forExcel: 'CSV för finländsk Excel', columns: 'Kolumner', column: 'Kolumn', meaning: 'Vad den berättar',
  feed: 'Flöde', feedText: 'Följ nya idéer i en flödesläsare. Samma urval som i listan fungerar också i flödet.', feedLink: 'Atom-flöde med idéer',
  api: 'Gränssnitt', apiText: 'Hämta idéer och kommentarer med ett program, eller skicka dem med din egen nyckel.', apiLink: 'Beskrivning av gränssnittet',
  description: {
    thought: 'Vad som planeras.', phase: 'Det pågående skedet.', phaseEnds: 'Till vilken dag det pågående skedet varar.', law: 'Ramvillkor: lag.', money: 'Ramvillkor: pengar.', time: 'Ramvillkor: tid.', notOpen: 'Vad som inte är öppet.', ask: 'Vad invånarna tillfrågas om.', caseNumber: 'Diarienummer.', decidingBody: 'Beslutande organ.', meeting: 'Mötesdag.', decision: 'Vad som beslutades.', decisionUrl: 'Beslutets adress.',
    id: 'Bestående kod (UUID).', url: 'Sidans adress.', kind: 'Slag: för ärenden vad det är fråga om (idea), för idéer idea eller need (behov, önskad tjänst).', language: 'Språket det är skrivet på.', title: 'Rubrik.', text: 'Hela texten.', summary: 'Början av texten.',
    date: 'När det skickades (UTC).', moved: 'När det senast rörde sig (UTC).', stage: 'Skede: idea, developing (utvecklas), experiment (prövas), decision (avgörs), service (tjänst) eller ended (avslutat).',
    topic: 'Ämne.', unit: 'Enheten som svarar.', place: 'Platsens namn.', area: 'Kommundelens bestående kod.', areaName: 'Kommundelens namn.', longitude: 'Östlig longitud, grader (WGS 84).', latitude: 'Nordlig latitud, grader (WGS 84).', author: 'Skribenten som på sidan: förnamn och efternamnets första bokstav, eller förening eller företag.',
    supports: 'Hur många som understöder.', comments: 'Antal kommentarer.', due: 'Senast när den ansvariga enheten berättar om nästa steg (UTC).', answered: 'När det första svaret gavs (UTC).',
    outcome: 'Senaste svar: forward (förs vidare), exists (finns redan), elsewhere (hör till andra), notNow (inte nu) eller no (nej).', answer: 'Motiveringen i det senaste svaret.',
    subject: 'Ärendet som kommentaren eller händelsen gäller (UUID).', parent: 'Kommentaren som detta svarar på.', stance: 'Ståndpunkt: for (för), against (emot) eller neutral (neutral).', edited: 'När det ändrades (UTC).', event: 'Slag av händelse.', what: 'Vad som hände, i ord.', sentence: 'Vad som sades om händelsen.', who: 'Vem som berättade.',
  },
  apiTitle: 'Gränssnitt', apiLead: 'Läs allt offentligt utan nyckel. Skicka idéer, kommentarer och understöd i ditt eget namn med en nyckel.',
  apiRead: 'Läsning', apiReadText: 'Adresserna är desamma på kommunens alla språk: språket väljs med rubriken Accept-Language. Listor kommer sidvis; next är adressen till nästa sida.',
  apiWrite: 'Skrivning', apiWriteText: 'Lägg till rubriken Authorization: Bearer och din nyckel. Samma försändelse med samma Idempotency-Key är en enda idé, även om du skickar den två gånger.',
  apiErrors: 'Fel', apiErrorsText: 'Ett fel har formen application/problem+json. Status 422 säger under problems vilket fält som ska rättas och varför.',
  apiDocument: 'OpenAPI 3.1-beskrivning', apiOperations: 'Funktioner', apiKey: 'Kräver nyckel', apiParameters: 'Val', apiAnswers: 'Svarar', myKeys: 'Mina nycklar',
  operations: {
    listIdeas: 'Idéer sidvis, samma urval som i listan', showIdea: 'En idé', proposeIdea: 'Skicka en idé', supportIdea: 'Understöd en idé', withdrawSupport: 'Ta tillbaka ditt understöd',
    listMatters: 'Ärenden under öppen beredning i sidor', listComments: 'Kommentarer till en idé', addComment: 'Kommentera en idé', listTopics: 'Ämnen', listUnits: 'Enheter', listAreas: 'Kommundelarna med gränser', listPlaces: 'Kända platser',
  },
  keys: {
    title: 'Nycklar för program', lead: 'Med en nyckel kan ett program skicka idéer, kommentarer och understöd i ditt namn. Håll nyckeln hemlig och ta bort den när du inte längre behöver den.',
    name: 'Vad ska nyckeln användas till?', nameHint: 'Till exempel föreningens webbplats', make: 'Skapa nyckel', made: 'Nyckeln är klar. Spara den nu: den visas inte igen.', yours: 'Dina nycklar', none: 'Du har inga nycklar.',
    used: 'Senast använd', neverUsed: 'Inte använd ännu', madeAt: 'Skapad', revoke: 'Ta bort nyckeln', as: (name) => `Handlar i namnet ${name}`, toApi: 'Beskrivning av gränssnittet', me: 'Jag', tooMany: 'Du har redan tio nycklar. Ta först bort en.',
  },
}
