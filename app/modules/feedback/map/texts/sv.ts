import type { Texts } from './fi.ts'

const people = (n: number) => (n === 1 ? '1 har märkt samma sak' : `${n} har märkt samma sak`)
const metSame = (n: number) => (n === 0 ? 'Ingen annan har märkt samma sak ännu.' : n === 1 ? 'En person har märkt samma sak.' : `${n} personer har märkt samma sak.`)

export const sv: Texts = {
  where: {
    label: 'Var?', hint: 'Skriv en adress eller en plats, till exempel Kuruntie 12 eller simhallen.', find: 'Sök', whichOne: 'Vilken menar du?', asWritten: 'Ingen av dessa, använd det jag skrev',
    near: 'Välj en känd plats ur listan', nearNone: 'Nära vilken plats?',
    fromAddress: (far, name) => `${far} från ${name}`, fromPlace: (far, name) => `${far} från platsen ${name}`, nowhere: 'en punkt på kartan, ingen adress i närheten',
    problems: { choose: 'Välj rätt plats nedan.', notFound: 'Vi hittade ingen plats eller adress med det namnet. Du kan lämna det så eller välja platsen på annat sätt.', farAway: 'Platsen är långt från kommunen. Välj en plats i närheten.', required: 'Skriv först en adress eller en plats.' },
    picker: {
      suggestions: 'Förslag', count: '# förslag. Välj med piltangenterna.', one: '1 förslag. Välj med piltangenten eller Enter.', none: 'Inga förslag. Du kan lämna platsen så eller välja den på annat sätt.', chosen: 'Vald: #',
      locate: 'Använd min position', locating: 'Söker positionen…', youAreAt: 'Du är här: #.', accuracy: 'Noggrannheten är cirka # m.', denied: 'Positionen gick inte att få. Skriv en adress eller välj platsen på annat sätt.',
      openMap: 'Välj på kartan', closeMap: 'Stäng kartan', clear: 'Ta bort platsen', far: 'Platsen är långt från kommunen. Välj en plats i närheten.', failed: 'Punkten är vald, men adressen gick inte att hämta.',
      map: { ground: 'Karta', zoomIn: 'Zooma in', zoomOut: 'Zooma ut', label: 'Karta. Flytta märket med piltangenterna, zooma in med plus och ut med minus.', pin: 'Platsens märke. Flytta med piltangenterna.', hint: 'Tryck på kartan eller flytta märket med piltangenterna. Vi berättar var märket är.', failed: 'Kartan gick inte att öppna. Skriv en adress eller en plats.' },
    },
  },
  known: {
    title: 'Är det här redan känt?', lead: 'Om något av dessa är samma sak, välj ”Jag märkte samma sak”. Du behöver inte skriva mer, och när många har märkt det stiger saken i kön.', announced: 'Meddelat arbete eller avbrott',
    here: 'här', away: (far) => `${far} bort`, until: (day) => `till ${day}`, meToos: people, read: 'Läs hela responsen', meToo: 'Jag märkte samma sak', meTooWhat: (title) => `Jag märkte samma sak: ${title}`, newTab: 'öppnas i en ny flik',
  },
  meToo: {
    title: 'Jag märkte samma sak', thanks: (n) => (n === 1 ? 'Tack! Du är den första som har märkt samma sak.' : `Tack! Redan ${n} personer har märkt samma sak.`), count: metSame,
    what: 'När många har märkt samma sak stiger den i kön. Ditt namn visas inte för någon.', say: 'Jag märkte samma sak', closed: 'Det här är redan skött. Om felet är tillbaka, skicka en ny respons.',
    next: 'Vill du höra vad som händer?', following: 'Du följer detta. Vi berättar när något händer.', followWhy: 'Vi berättar när arbetet börjar och när det är klart.', follow: 'Följ', unfollow: 'Sluta följa',
    followGuest: 'Du får e-post när arbetet börjar och när det är klart. Du behöver inte logga in.', signIn: 'Logga in', withdraw: 'Ångra: jag har inte märkt samma sak',
  },
  list: {
    title: 'Respons på kartan', lead: 'Vad folk har märkt, vad som är under arbete och vad som just blev klart.', report: 'Skicka respons', doors: 'Se', openNow: 'Öppna nu', nearMe: 'Nära mig', justFixed: 'Just åtgärdade', manyMet: 'Många har märkt', locating: 'Söker positionen…', denied: 'Positionen kunde inte hämtas. Skriv platsen.',
    asMap: 'På kartan', asList: 'Som lista', filter: 'Avgränsa', words: 'Sökord', category: 'Kategori', anyCategory: 'Alla kategorier', otherCategory: 'Annan kategori', state: 'Läge', states: { open: 'Öppna', closed: 'Skötta och stängda', all: 'Alla' }, area: 'Kommundel', anyArea: 'Hela kommunen',
    when: 'Skickat', anyTime: 'När som helst', span: { 7: 'Inom 7 dagar', 30: 'Inom 30 dagar', 365: 'Inom ett år' }, from: 'Från', to: 'Till', where: 'Nära vad? Adress eller plats', chosen: 'Valda avgränsningar', without: (name) => `Ta bort ${name}`, filterNow: 'Visa', clear: 'Ta bort avgränsningar',
    nearestTo: (name) => `Närmast först: ${name}`, nearestToYou: 'Närmast först', unknownPlace: (name) => `Platsen ”${name}” hittades inte. De nyaste är först.`, sayWhere: 'Skriv nära vad. Tills dess är de nyaste först.',
    meToos: people, away: (far) => `${far} bort`, doneOn: (day) => `klart ${day}`, more: 'Mer', toStart: 'Till början', paging: 'Sidor',
    worksNow: 'Arbetsplatser och störningar nu', emptyAfter: 'Inga fler responser.', emptyNarrowed: 'Inga responser med de här avgränsningarna.', emptyOpen: 'Inget väntar på att åtgärdas. Berätta om du märker något.', emptyAll: 'Det finns ingen respons ännu.', feed: 'Listan som flöde', data: 'Öppna data',
  },
  map: { ground: 'Karta', zoomIn: 'Zooma in', zoomOut: 'Zooma ut', label: 'Respons på kartan', failed: 'Kartan gick inte att öppna. Responsen finns som lista nedan.', many: '# responser nära varandra', one: 'En respons', chosen: 'Valda responser', inView: 'Responser i vyn: #', noneInView: 'Ingen respons i vyn.', listBelow: 'Samma responser finns som lista under kartan.' },
  data: {
    title: 'Öppna data om respons', lead: 'All offentlig respons som filer och flöde: vad som anmäldes, var, när och hur det gick.', openData: 'Öppna data', forExcel: 'CSV för Excel på svenska',
    leftOut: 'Icke-offentlig, dold eller återtagen respons är inte med, och ingens namn, om inte avsändaren själv har valt att visa det.',
    fieldsTitle: 'Fält', field: 'Fält', type: 'Typ', meaning: 'Vad det berättar', statesTitle: 'Lägen', value: 'Värde', isOpen: 'Väntar ännu', yes: 'ja', no: 'nej', merged: 'Sammanslagen med en tidigare', cannot: 'Görs inte', categoriesTitle: 'Kategorier',
    useTitle: 'Så använder du',
    use: ['Samma avgränsningar som i listan: category, state, area, days, from, to och q. Utan läge är alla med.', 'Raderna kommer i idordning. Om nedladdningen avbryts, fortsätt med ?after= och det sista id:t.', 'I delar: ?limit=1000. Rubriken Link berättar adressen till nästa del.', 'Flöde: /feedback.atom, avgränsat till exempel med ?category= eller ?area=.'],
    licenceTitle: 'Licens', licence: (name) => `Creative Commons Erkännande 4.0 (CC BY 4.0). Ange ”${name}, Nousu” som källa.`, licenceLink: 'Läs licensen',
    types: { id: 'UUID-id', url: 'URL', language: 'kod: fi, sv, en', title: 'text', text: 'text', category: 'nyckel', categoryName: 'text', state: 'ordlista', open: 'sant eller falskt: true, false', sent: 'tid (ISO 8601, UTC)', changed: 'tid (ISO 8601, UTC)', closed: 'tid eller tomt', due: 'tid eller tomt', unit: 'text', place: 'text eller tomt', address: 'text eller tomt', area: 'nyckel eller tomt', areaName: 'text eller tomt', longitude: 'tal eller tomt', latitude: 'tal eller tomt', meToos: 'heltal', pictures: 'URL:er eller tomt', author: 'text eller tomt', mergedInto: 'UUID eller tomt' },
    fields: { id: 'Beständigt id.', url: 'Responsens sida.', language: 'Språket den skrevs på.', title: 'Rubrik: första meningen eller kategorin.', text: 'Hela responsen.', category: 'Kategorins beständiga nyckel, densamma som Open311:s service_code.', categoryName: 'Kategorins namn.', state: 'Läge, ur ordlistan nedan.', open: 'Om den ännu väntar på någon.', sent: 'När den skickades.', changed: 'När läget senast ändrades.', closed: 'När den stängdes.', due: 'Till när den är lovad.', unit: 'Enheten som ansvarar.', place: 'Platsens namn.', address: 'Gatuadress eller hur man hittar dit.', area: 'Kommundelens beständiga nyckel.', areaName: 'Kommundelens namn.', longitude: 'Östlig longitud, grader (WGS 84).', latitude: 'Nordlig latitud, grader (WGS 84).', meToos: 'Hur många som har märkt samma sak.', pictures: 'Bildernas adresser; en lista i GeoJSON.', author: 'Avsändarens namn, om hen har valt att visa det.', mergedInto: 'Den tidigare respons som denna slogs ihop med.' },
  },
  addresses: {
    title: 'Adresser', admin: 'Administration', lead: 'Med adresserna kan platsen för en respons skrivas, och en punkt på kartan berättas i ord.', now: (streets, doors) => `Nu finns ${streets} gator och ${doors} adresser.`, none: 'Inga adresser har förts in ännu. Tills dess hittas platser bara med namn.',
    done: (streets, doors) => `${streets} gator och ${doors} adresser fördes in.`, left: (n) => (n === 1 ? 'En rad utan gatunummer lämnades bort.' : `${n} rader utan gatunummer lämnades bort.`),
    file: 'Adressfil', fileHint: 'CSV, högst 30 megabyte. MDB:s öppna fil med byggnadernas adresser i din kommun duger som den är.', replaces: 'Filen ersätter alla nuvarande adresser. I skickad respons står adressen kvar.', bring: 'För in adresserna',
    columns: 'Kolumner', columnsText: 'Rubrikraden berättar kolumnerna, stora och små bokstäver duger. Gata på finska eller svenska, nummer och koordinater behövs. Koordinaterna är ETRS-TM35FIN-meter eller WGS 84-grader. MDB:s fil behöver ingen rubrikrad.', what: 'Uppgift', names: 'Kolumnens namn',
    column: { fi: 'Gata på finska', sv: 'Gata på svenska', number: 'Gatunummer', postalCode: 'Postnummer', north: 'Nordkoordinat', east: 'Östkoordinat', municipality: 'Kommunnummer' },
    missing: (names) => `Filen saknar kolumner: ${names}`, wrong: (n) => (n === 1 ? 'En rad gick inte att läsa. Inget ändrades.' : `${n} rader gick inte att läsa. Inget ändrades.`), line: (line, why) => `Rad ${line}: ${why}`,
    why: { noStreet: 'gatans namn saknas', noPoint: 'en koordinat saknas eller är inte ett tal', farAway: 'punkten är inte i Finland; har koordinaterna bytt plats?' },
    problems: { farAway: 'Adresserna är långt från den här kommunen. Välj den egna kommunens fil.', empty: 'Filen har inga adresser.', tooLarge: 'Filen är för stor. Högst 30 megabyte.', required: 'Välj en fil.' },
  },
}
