import type { Texts } from './fi.ts'

const many = (count: number, one: string, more: string) => (count === 1 ? `1 ${one}` : `${count} ${more}`)

export const sv: Texts = {
  reports: 'Respons', reference: 'Referens', photo: (n) => `Bild ${n}`, enlarge: 'Förstora',
  before: 'Bilder', after: 'Så här ser det ut nu', afterEarlier: 'Så här såg det ut när arbetet var märkt som klart', what: 'Vad som berättades', added: 'Avsändaren kompletterade', addedWaits: 'En moderator läser detta innan andra ser det.',
  by: (name) => `Avsändare: ${name}`, onMap: 'På kartan', meToos: (count) => (count === 0 ? 'Ingen annan har ännu märkt samma sak' : `${many(count, 'annan', 'andra')} har märkt samma sak`),
  meToo: 'Jag märkte samma sak', saidMeToo: 'Du märkte samma sak', follow: 'Följ', following: 'Du följer detta', flag: 'Anmäl osakligt innehåll', handle: 'Behandla', passOnly: 'Flytta till rätt enhet',
  next: { received: 'vi läser responsen och berättar vad vi gör', planned: 'arbetet utförs', underWay: 'arbetet blir klart', elsewhere: 'den som ansvarar svarar', done: 'avsändaren berättar om det blev åtgärdat', cannot: null, merged: null },
  again: 'Är felet tillbaka?', againLink: 'Skicka en ny respons', againHint: 'Kategorin och platsen är ifyllda, så berätta bara vad som är fel nu.',
  state: { received: 'Mottagen', planned: 'Planerad', underWay: 'Under arbete', elsewhere: 'Skickad vidare', done: 'Klar', cannot: 'Görs inte', merged: 'Sammanslagen' },
  privateNote: 'Den här responsen ser bara avsändaren och de som behandlar den.',
  hiddenBy: 'En moderator har dolt den här responsen.', hiddenWaits: 'En moderator läser responsen innan andra ser den.', why: 'Motivering:', appeal: 'Be om en ny bedömning',
  withdrawn: 'Responsen är återtagen. Andra ser den inte längre och den besvaras inte.', mergedInto: 'Det fanns redan en respons om samma sak. Det som händer med den gäller också den här:',
  gone: { hidden: 'Den här responsen är dold', withdrawn: 'Den här responsen är återtagen', hiddenText: (day) => `En moderator dolde responsen ${day}.`, withdrawnText: (day) => `Avsändaren tog tillbaka responsen ${day}.`, others: 'Andra responser' },
  own: {
    lead: 'Den här sidan är bara för dig. Spara adressen: med den ser du utan att logga in vad som händer med din respons.', publicPage: 'Så här ser andra den',
    powers: 'Vad du kan göra', add: 'Komplettera', addHint: 'Berätta mer eller lägg till bilder. Det du berättat tidigare finns kvar.', addText: 'Dina tilläggsuppgifter', addSend: 'Skicka tillägget',
    cover: 'Täck ansikten eller registerskyltar', coverOf: (n) => `Täck i bild ${n}`, private: 'Dölj för andra', privateHint: 'Responsen försvinner från kartan och listorna. Du och de som behandlar den ser den fortfarande, och svaret kommer till dig.', privateDo: 'Dölj responsen för andra',
    takeBack: 'Ta tillbaka responsen', takeBackHint: 'Responsen syns inte längre och besvaras inte. Detta kan inte ångras.', takeBackDo: 'Ta tillbaka min respons', sure: 'Jag vill ta tillbaka min respons',
    letters: (email) => `Vi berättar hur det går till adressen ${email}.`, stopLetters: 'Avsluta meddelandena', byMail: 'Berätta per e-post', email: 'E-postadress', emailHint: 'Bara om den här responsen. Du avslutar med ett tryck.', followDo: 'Beställ meddelanden',
    forgotten: 'Avsändarens uppgifter har raderats, eftersom förvaringstiden har gått ut.',
    saved: { added: 'Tack, tillägget är sparat.', addedWaits: 'Tack. En moderator läser tillägget innan andra ser det.', private: 'Andra ser inte längre responsen.', back: 'Responsen är återtagen.', covered: 'Bilden är täckt. Originalet är raderat för gott.', yes: 'Fint, tack för svaret!', no: 'Tack för att du berättade. Responsen är öppnad på nytt och enheten har fått veta det.', dontKnow: 'Tack för svaret.', letters: 'Meddelandena är beställda.', stopped: 'Det kommer inga fler meddelanden.', meToo: 'Tack! Hur många som har märkt samma sak hjälper oss att välja det mest brådskande.' },
  },
  fixed: {
    title: 'Blev det åtgärdat?', titleAgain: 'Är det fortfarande i skick?', lead: 'Bara du vet. Svaret går till den som gjorde arbetet.', yes: 'Ja', no: 'Nej', dontKnow: 'Jag vet inte', choose: 'Ditt svar',
    yesHint: 'Responsen förblir klar.', noHint: 'Responsen öppnas på nytt och stiger i kön.', dontKnowHint: 'Responsen förblir som den är.', words: 'Berätta mer', wordsHint: 'Läses bara av dem som behandlar responsen.', send: 'Skicka svaret', thought: 'Ändra svaret', last: { yes: 'Du svarade: det blev åtgärdat.', no: 'Du svarade: det blev inte åtgärdat.', dontKnow: 'Du svarade: du vet inte.' }, over: 'Detta frågas inte längre. Responsens läge har ändrats.', toReport: 'Till responsen',
    shares: 'Blev det åtgärdat? Vad avsändarna säger', sharesLead: 'Svaren under det senaste året per kategori, den svagaste först. Procenten visar hur många av dem som visste som svarade ja.', category: 'Kategori', share: 'Ja', none: 'Det finns inga svar ännu.', percent: (n) => `${n} %`,
  },
  cover: {
    title: 'Täck i bilden', lead: 'Täck ansikten, registerskyltar och annat som en människa känns igen på. Det som täcks försvinner ur bilden för gott, också hos oss.', draw: 'Rita en täckning över stället med fingret eller musen.',
    keys: 'Med tangentbordet: lägg till en täckning, flytta den med piltangenterna, ändra storleken med Skift och piltangenterna och ta bort den med Delete.', addBox: 'Lägg till täckning', box: 'Täckning', remove: 'Ta bort täckning', undo: 'Ta bort den senaste', grid: 'Välj rutor i stället för att rita', row: 'rad', column: 'kolumn', squares: 'Rutor att täcka',
    save: 'Täck för gott', back: 'Tillbaka till responsen', at: 'från vänster', from: 'uppifrån', wide: 'bredd', high: 'höjd',
  },
  officials: {
    title: 'Behandla responsen', changed: 'Någon hann före', changedText: 'Detta hände efter att du öppnade sidan. Det du skrev finns kvar: se läget och skicka på nytt.', changedBy: (who) => `Senast: ${who}`,
    sender: 'Avsändare', noSender: 'Avsändaren har inte uppgett namn eller kontaktuppgifter.', forgotten: 'Avsändarens uppgifter har raderats, eftersom förvaringstiden har gått ut.', nameShown: 'Namnet syns för alla.', byOfficial: 'En tjänsteman har skrivit in detta för avsändaren.', channel: { web: 'Från webben', phone: 'Per telefon', desk: 'Från serviceställe', open311: 'Från gränssnittet', satisfaction: 'Från nöjdhetsfrågan', mail: 'Per e-post' },
    publicPage: 'Offentlig sida', wrong: 'Fel enhet?', wrongHint: 'Responsen flyttas med ett tryck. Avsändaren får veta det och börjar inte om.', likely: (unit) => `Flytta: ${unit}`, category: 'Kategori', unit: 'Enhet', sameCategory: 'Behåll kategorin', sameUnit: 'Kategorins enhet', pass: 'Flytta', passNote: 'Meddelande till mottagaren', passNoteHint: 'Syns bara för dem som behandlar responsen.',
    answer: 'Svara', answerHint: 'Avsändaren och följarna får svaret genast. Responsen förblir öppen.', sentence: 'Vad som sägs till avsändaren', day: 'Utlovad dag', dayHint: 'Lämna tomt om dagen inte ändras.', send: 'Skicka svaret',
    move: 'Ändra läge', moveHint: 'Varje avsändare får veta det genast.', to: 'Nytt läge', toHint: { planned: 'Ange dagen.', underWay: 'Arbetet har börjat.', elsewhere: 'Berätta vem saken hör till.', done: 'Berätta med en mening eller visa en bild.', cannot: 'Berätta varför.', received: 'Tillbaka till kön.' }, moveDo: 'Ändra läget', proof: 'Bilder av det färdiga arbetet',
    templates: 'Färdiga svar',
    merge: 'Slå ihop med samma sak', mergeHint: 'Avsändaren följer hädanefter den andra responsen.', mergeDo: 'Slå ihop med denna', noNear: 'Det finns ingen respons i samma kategori i närheten.', into: 'Referens', intoHint: 'Till exempel K7M4-3PQ9', mergeBy: 'Slå ihop med referens', merged: 'Sammanslagna hit',
    priority: 'Brådska', priorities: ['Ingen brådska', 'Vanlig', 'Brådskande', 'Genast'], setPriority: 'Spara', visibility: 'Synlighet', makePrivate: 'Dölj för andra', makePublic: 'Publicera', publicNow: 'Responsen syns för alla.', privateNow: 'Responsen ser bara avsändaren och de som behandlar den.', hide: 'Dölj för brott mot reglerna',
    notes: 'Anteckningar', notesHint: 'Syns bara för dem som behandlar responsen.', note: 'Ny anteckning', noteDo: 'Spara', additions: 'Avsändarens tillägg', fixedAnswers: 'Blev det åtgärdat?', notMine: 'Responsen hör till en annan enhet. Du kan flytta den om den har hamnat fel.',
    done: { answered: 'Svaret är skickat.', moved: 'Läget är ändrat och avsändaren har fått veta det.', passed: 'Responsen är flyttad och avsändaren har fått veta det.', merged: 'Responserna är sammanslagna.', saved: 'Sparat.', covered: 'Bilden är täckt. Originalet är raderat för gott.', },
  },
  inbox: {
    title: 'Behandling av respons', titleOf: (unit) => `Respons: ${unit}`, open: 'Öppna', late: 'Försenade', urgent: 'Brådskande', private: 'Icke-offentliga',
    filters: 'Avgränsa', unit: 'Enhet', allUnits: 'Alla mina enheter', category: 'Kategori', allCategories: 'Alla kategorier', state: 'Läge', openStates: 'Öppna', allStates: 'Alla lägen', area: 'Område', allAreas: 'Hela kommunen', order: 'Ordning', sort: { due: 'Sista dag', priority: 'Brådska', newest: 'Nyast', meToo: 'Många har märkt' }, search: 'Sök', searchHint: 'Ord, adress eller referens', apply: 'Visa',
    columns: { pick: 'Välj', what: 'Respons', state: 'Läge', people: 'Har märkt', due: 'Sista dag', priority: 'Brådska' }, pick: (title) => `Välj: ${title}`, noDue: '–', empty: 'Det finns ingen respons med den här avgränsningen.', emptyAll: 'Allt är skött. Ny respons kommer hit.', showAll: 'Visa alla öppna', privateMark: 'Icke-offentlig',
    bulk: 'För de valda', bulkHint: 'Samma sak görs för var och en av de valda. Varje avsändare får sitt eget meddelande.', acts: { answer: 'Svara', move: 'Ändra läge', merge: 'Slå ihop', pass: 'Flytta' }, order1: 'Skapa en arbetsorder', into: 'Vad de slås ihop med (referens)', toWhich: 'Nytt läge', none: 'Ingen ändring', doneMany: (count) => (count === 1 ? 'Gjort för en respons.' : `Gjort för ${count} responser.`),
    previous: 'Föregående', next: 'Följande', page: (n) => `Sida ${n}`, templates: 'Färdiga svar', fixed: 'Blev det åtgärdat?', toNew: 'Skriv in från samtal',
  },
  templates: {
    title: 'Färdiga svar', lead: 'Enhetens egna ord som grund. Avsändaren får det du till slut skriver.', of: 'För', answer: 'Svar', name: 'Namn', nameHint: 'Samma namn ersätter det tidigare.', text: 'Text', keep: 'Spara', remove: 'Ta bort', removeOf: (name) => `Ta bort ${name}`, none: 'Det finns inga färdiga svar ännu.', add: 'Nytt färdigt svar', any: 'Alla kategorier',
  },
  letter: {
    subject: (reference) => `Är det fortfarande i skick? Respons ${reference}`, hello: 'Hej,', ask: (reference, category) => `för fyra veckor sedan berättade vi att din respons ${reference} (${category}) är åtgärdad. Är det fortfarande i skick?`, yes: 'Ja', no: 'Nej', dontKnow: 'Jag vet inte', page: 'Din responssida:', stop: 'Jag vill inte ha fler meddelanden om detta:', from: (town) => `Hälsningar ${town}`,
  },
  problems: {
    changedMeanwhile: 'Någon ändrade responsen alldeles nyss. Se läget och skicka på nytt.', dayNeeded: 'Ange vilken dag arbetet utförs.', badDay: 'Välj en dag från i dag och högst två år framåt.', reasonNeeded: 'Berätta varför. Avsändaren läser det.', whoseNeeded: 'Berätta vem saken hör till.', proofNeeded: 'Berätta med en mening vad som gjordes, eller lägg till en bild.', chooseState: 'Välj ett läge.', chooseWhere: 'Välj en kategori eller en enhet.', alreadyThere: 'Responsen är redan där.', chooseAnswer: 'Välj ett svar.', chooseAct: 'Välj vad som ska göras.', noneChosen: 'Välj först respons i listan.', noSuchReport: 'Det finns ingen respons med den referensen.', nothingAdded: 'Skriv något eller lägg till en bild.', nothingCovered: 'Täck först minst ett ställe.', mustAgree: 'Bekräfta att du vill ta tillbaka responsen.', tooLong: 'Texten är för lång.',
  },
  labels: { ids: 'Respons', act: 'Vad som görs', to: 'Nytt läge', sentence: 'Vad som sägs till avsändaren', day: 'Utlovad dag', into: 'Referens', unitId: 'Enhet', categoryId: 'Kategori', seen: 'Läget', text: 'Text', answer: 'Ditt svar', email: 'E-postadress', boxes: 'Täckningar', name: 'Namn', of: 'För', sure: 'Bekräftelse', words: 'Berätta mer', photo1: 'Bild 1', photo2: 'Bild 2', photo3: 'Bild 3', photo4: 'Bild 4' },
}
