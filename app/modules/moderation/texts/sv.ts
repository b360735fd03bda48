import type { Texts } from './fi.ts'

export const sv: Texts = {
  reasons: { insult: 'Kränker eller hotar någon', spam: 'Reklam eller skräppost', personalData: 'Avslöjar någons personuppgifter', illegal: 'Bryter mot lagen', offTopic: 'Hör inte till saken', other: 'Annan orsak' },
  acts: { hidden: 'Dolt', restored: 'Återställt', kept: 'Fick vara kvar', upheld: 'Förblev dolt' },
  rules: { watchedWord: (words) => `Texten innehåller ett bevakat ord: ${words}`, links: (words) => `Antal länkar i texten: ${words}`, repeated: (words) => `Samma text har skickats ${words} gånger på ett dygn`, identityCode: () => 'Texten innehåller en personbeteckning' },
  rule: 'Regel',
  problems: { chooseReason: 'Välj en orsak.', tooShort: 'Skriv minst tio tecken.' },
  report: {
    title: 'Anmäl olämpligt innehåll', titleComment: 'Anmäl en kommentar', lead: 'En moderator läser din anmälan. Texten syns tills hen har bestämt sig.', what: 'Det här anmäler du',
    reason: 'Vad är fel med texten?', words: 'Berätta mer', wordsHint: 'Skribenten ser varken vem som anmälde eller vad du skrev.', send: 'Skicka anmälan',
    thanks: 'Tack, din anmälan har kommit fram.', thanksMore: 'En moderator läser texten och avgör om den får vara kvar. Om den döljs får alla veta varför på dess plats.', back: 'Tillbaka till texten',
    moderate: 'Behandla som moderator',
  },
  queue: {
    title: 'Moderering', tabs: { queue: 'Kö', appeals: 'Omprövningar', log: 'Logg' }, tabsLabel: 'Modereringens delar', search: 'Sök i texter och motiveringar', find: 'Sök', reason: 'Orsak', anyReason: 'Alla orsaker', clear: 'Ta bort avgränsningen',
    count: (count) => (count === 1 ? '1 anmälan' : `${count} anmälningar`), total: (count) => (count === 1 ? 'En text väntar' : `${count} texter väntar`),
    since: (ago) => `kom in ${ago}`, held: 'Syns inte ännu', comment: 'Kommentar', open: 'Behandla', keep: 'Låt vara kvar', release: 'Publicera', gone: 'Skribenten har tagit bort texten.',
    empty: 'Inget väntar på en moderator. När någon anmäler en text eller en regel stoppar den kommer den hit.', emptyFound: 'Sökningen gav inget resultat.', emptyAppeals: 'Inga begäranden om omprövning väntar.', emptyLog: 'Loggen är tom än så länge.',
    next: 'Nästa', first: 'Till början', statistics: 'Statistik', by: (name) => `beslut av ${name}`, appeal: 'Begäran om omprövning',
    said: { keep: 'Texten får vara kvar.', hide: 'Texten är dold. Skribenten fick motiveringen och vet hur man begär omprövning.', restore: 'Texten syns igen.', settle: 'Omprövningen är avgjord. Skribenten har fått besked.' },
  },
  thing: {
    title: 'Behandla en text', titleComment: 'Behandla en kommentar', text: 'Text', on: (title) => `Kommentar till ”${title}”`, hidden: 'Dold', held: 'En regel stoppade texten. Den syns inte för andra förrän du har bestämt dig.', public: 'Syns för alla',
    reports: 'Anmälningar', guest: 'Inte inloggad', noReports: 'Det finns inga öppna anmälningar om detta.', keepTitle: 'Låt vara kvar', keepHint: 'Anmälningarna markeras som behandlade.', releaseHint: 'Texten blir synlig för alla och skribenten får veta det.',
    hideTitle: 'Dölj', reason: 'Orsak', explanation: 'Motivering', explanationHint: 'Syns för alla på textens plats och skickas till skribenten. Berätta sakligt vad i texten som bryter mot reglerna.', hide: 'Dölj texten',
    restoreTitle: 'Visa igen', restoreHint: 'Syns för alla på spåret.', restore: 'Visa igen', before: 'Tidigare beslut',
    appealTitle: 'Skribenten begär omprövning', outcome: 'Avgörande', outcomes: { restored: 'Visas igen', upheld: 'Förblir dold' }, settle: 'Avgör', anotherDecides: 'Det var du som dolde texten, därför avgör en annan moderator omprövningen.', toPlace: 'Öppna sidan',
  },
  appeal: {
    title: 'Din text doldes', titleComment: 'Din kommentar doldes', why: 'Orsak', your: 'Så här skrev du', lead: 'Andra ser inte texten. Du ser den fortfarande.', words: 'Varför borde texten visas igen?', wordsHint: 'Du kan begära omprövning en gång. En annan moderator läser texten på nytt, om kommunen har flera.', send: 'Begär omprövning',
    sent: (day) => `Omprövning begärd ${day}`, waits: 'En moderator har ännu inte avgjort din begäran. Du får ett meddelande när det är gjort.', restored: 'Din text visas igen.', upheld: 'Din text förblev dold.', over: 'Det går inte längre att begära omprövning av beslutet.', toPlace: 'Öppna sidan',
  },
  statistics: {
    title: 'Modereringens statistik', lead: 'Vem som helst kan anmäla en olämplig text. En moderator låter den vara kvar eller döljer den med en offentlig motivering. Skribenten kan begära omprövning en gång.',
    month: 'Månad', reports: 'Anmälningar', decisions: 'Beslut', median: 'Från anmälan till beslut', medianNone: 'Ingen anmälan har avgjorts ännu.', hours: (hours) => `hälften på under ${hours} timmar`, minutes: 'hälften på under en timme', days: (days) => `hälften på under ${days} dagar`,
    byReason: 'Beslut enligt orsak', reasonHead: 'Orsak', small: (least) => `Grupper med färre än ${least} beslut delas inte upp, så att ingen kan kännas igen.`, tooFew: 'för få för att delas upp', appeals: 'Omprövningar', appealsMade: (count) => (count === 1 ? '1 begäran om omprövning' : `${count} begäranden om omprövning`),
    appealsEnds: (restored, upheld, open) => `${restored} visades igen, ${upheld} förblev dolda, ${open} väntar.`, csv: 'Ladda ner som tabell (CSV)', empty: 'Moderatorerna har inte fattat några beslut ännu.', since: (day) => `Siffrorna gäller från ${day} framåt.`,
  },
}
