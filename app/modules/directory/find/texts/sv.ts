import type { Texts } from './fi.ts'

export const sv: Texts = {
  services: {
    title: 'Tjänster', lead: 'Tjänster och platser, och hurdana de är just nu.', search: 'Vad söker du?', searchHint: 'En tjänst, en plats eller en sak med egna ord: bibliotek, ishall, tandläkare.', go: 'Sök',
    quick: 'Just nu', openNear: 'Öppet nu i närheten', openNow: 'Öppet nu', good: 'I gott skick nu', onMap: 'På kartan', forChildren: 'För barn', free: 'Avgiftsfria', accessible: 'Tillgängliga',
    places: 'Platser', allPlaces: 'Alla platser', noPlaces: 'Inga platser har lagts till ännu.', life: 'Livssituationer', lifeLead: 'Vad som bör göras och i vilken ordning.',
    servicesTitle: 'Tjänster', all: 'Tjänster A–Ö', forWhom: 'För vem', units: 'Vem ansvarar', providers: 'Föreningars och företags tjänster', providersHint: 'Klubbar, föreningar och företag håller själva sina uppgifter aktuella.',
    wishes: 'Önskade tjänster', wish: 'Önska en tjänst', wishHint: 'Berätta vad du behöver. Du behöver inte veta lösningen.', came: 'Från önskan till tjänst', cameHint: 'Idéer som blev bestående tjänster.',
  },
  list: {
    title: 'Platser', titleOf: (what) => `Platser: ${what}`, lead: 'Bibliotek, planer, spår, stränder och andra platser: vad som är öppet och vad som är i gott skick.', doors: 'Visa', nearMe: 'Nära mig', locating: 'Hämtar din position…', denied: 'Det gick inte att få din position. Skriv en plats.',
    openNow: 'Öppet nu', good: 'I gott skick nu', asMap: 'På kartan', asList: 'Som lista', filter: 'Avgränsa', kind: 'Hurdan plats', any: 'Alla', groupAll: (name) => `${name}: alla`, sort: 'Ordning', sorts: { name: 'Efter namn', nearest: 'Närmast först', condition: 'Bäst skick först' },
    open: 'Öppet nu', accessible: 'Tillgänglig', free: 'Avgiftsfri', audience: 'För vem', anyone: 'För alla', area: 'Kommundel', anyArea: 'Hela kommunen', who: 'Vem sköter den', anyProvider: 'Vem som helst', own: 'Kommunen', where: 'Nära vad? Adress eller plats', also: 'Bara de som är', show: 'Visa', clear: 'Ta bort avgränsningar',
    chosen: 'Valda avgränsningar', without: (name) => `Ta bort avgränsningen ${name}`, nearestTo: (name) => `Närmast först: ${name}`, nearestToYou: 'Närmast först. Din position finns bara i sidans adress, med ungefär hundra meters noggrannhet.', unknownPlace: (name) => `Platsen ”${name}” hittades inte. Platserna är i namnordning.`, sayWhere: 'Skriv nära vad. Tills dess är platserna i namnordning.', weighed: (n, near) => `Bäst skick först. Om platserna är fler än ${n} jämför vi de ${near ? 'närmaste' : 'första'}.`,
    away: (far) => `${far} bort`, more: 'Fler', further: 'Sök vidare', toStart: 'Till början', paging: 'Sidor', empty: 'Inga platser hittades med de här avgränsningarna.', emptyNow: 'Just nu är ingen av dessa öppen.', emptyGood: 'Ingen av dessa är just nu känd för att vara i gott skick.', none: 'Inga platser har lagts till ännu.', emptyAfter: 'Inga fler platser.', feed: 'Den här listan som flöde', accessibleYes: 'Tillgänglig',
    ask: 'Fråga', idea: 'Föreslå en plats',
  },
  map: { ground: 'Karta', zoomIn: 'Zooma in', zoomOut: 'Zooma ut', label: 'Platser på kartan', failed: 'Kartan gick inte att öppna. Platserna finns som lista nedan.', many: '# platser nära varandra', one: 'En plats', chosen: 'Valda platser', inView: 'Platser i den här vyn: #', noneInView: 'Det finns inga platser i den här vyn.', seen: 'Vyns platser som lista (#)', nearer: 'Zooma in så kommer vyns platser som lista här.', listBelow: 'Samma platser finns som lista under kartan.' },
  all: {
    title: 'Tjänster A–Ö', lead: 'Alla tjänster i namnordning: kommunens egna samt föreningars och företags.', filter: 'Avgränsa', channel: 'Hur du uträttar ärendet', anyChannel: 'Hur som helst', unit: 'Vem ansvarar', anyUnit: 'Vilken enhet som helst', empty: 'Inga tjänster hittades med de här avgränsningarna.', none: 'Inga tjänster har lagts till ännu.', feed: 'Den här listan som flöde', life: 'Livssituationer',
  },
  groups: { sports: 'Motion', nature: 'Friluftsliv och natur', children: 'Barn och unga', culture: 'Bibliotek och kultur', care: 'Hälsa', everyday: 'Vardag' },
  audiences: { children: 'För barn', families: 'För familjer', youth: 'För unga', adults: 'För vuxna', older: 'För äldre', disabled: 'För personer med funktionsnedsättning', newcomers: 'För inflyttade från utlandet', companies: 'För företag', associations: 'För föreningar' },
  channels: { web: 'På nätet', form: 'Med blankett', phone: 'Per telefon', place: 'På plats', desk: 'På en servicepunkt', chat: 'I chatten', email: 'Per e-post' },
  prices: { free: 'Avgiftsfri', paid: 'Avgiftsbelagd', varies: 'Priset varierar', unknown: '' },
  life: {
    title: 'Livssituationer', steps: 'Steg för steg', step: (n) => `${n}.`, toService: 'Till tjänsten', toPlace: 'Till platsen', toPlaces: 'Visa platserna', toPage: 'Öppna', others: 'Andra situationer', asking: 'Blev något oklart?', askingHint: 'Fråga, så hittar vi rätt person.', ask: 'Fråga kommunen', wish: 'Önska en tjänst', hidden: 'Bara administrationen ser det här. Det visas inte ännu.', edit: 'Redigera',
  },
  synonyms: {
    title: 'Sökord', admin: 'Administration', lead: 'Vad människor säger och vad det betyder här. När någon söker med det förra ordet söks också med det senare. Böjda former hittas också.', said: 'Människor säger', saidHint: 'Ett eller flera ord, till exempel snöslask.', means: 'Här heter det', meansHint: 'Ordet som tjänsten eller platsen hittas med, till exempel vinterunderhåll.', add: 'Lägg till', remove: (said) => `Ta bort ${said}`, removeIt: 'Ta bort', saved: 'Ordet är tillagt. Det finns i sökningen inom några sekunder.', removed: 'Ordet är borttaget.', started: 'De färdiga orden är tillagda.', none: 'Det finns inga ord ännu.', start: 'Lägg till färdiga ord', all: 'Ord',
    missed: 'Sökt förgäves', missedLead: 'Med dessa hittades inget på minst fem olika dagar. Vi sparar bara orden och dagen, inte vem som sökte, och glömmer dem inom 90 dagar.', noMissed: 'Inget har sökts förgäves på fem olika dagar.', times: (days, times) => `${days} dagar, ${times} gånger`, teach: 'Berätta vad det betyder',
    problems: { same: 'Det här paret finns redan.', required: 'Skriv ett ord.', tooMany: 'Det finns redan tusen ord. Ta först bort onödiga.' },
  },
  keep: {
    title: 'Livssituationer', admin: 'Administration', lead: 'Vägar som människor går när något händer i livet: vad som görs, i vilken ordning och med vilken tjänst.', none: 'Det finns inga livssituationer ännu.', start: 'Ta de färdiga mallarna i bruk', startHint: 'Åtta situationer på tre språk. Ändra dem fritt och koppla stegen till din kommuns tjänster.', started: 'De färdiga livssituationerna är tillagda.',
    add: 'Ny livssituation', saved: 'Sparat.', moved: 'Ordningen ändrades.', removed: 'Borttaget.', shownNo: 'Visas inte', stepsOf: (n) => (n === 1 ? '1 steg' : `${n} steg`), look: 'Se sidan', up: (name) => `Flytta upp: ${name}`, down: (name) => `Flytta ner: ${name}`,
    name: 'Namn', lead2: 'Ingress', icon: 'Ikon', key: 'Adressens slut', keyHint: 'Små bokstäver, siffror och bindestreck, till exempel flytt.', shown: 'Visa för alla', save: 'Spara', steps: 'Steg', addStep: 'Lägg till ett steg', stepName: 'Vad som görs', stepText: 'Förklaring', to: 'Till vilken tjänst, plats eller adress', toHint: 'Tjänstens eller platsens namn eller sidans adress. Får vara tomt.', which: 'Vad menade du?', removeStep: 'Ta bort steget', remove: 'Ta bort livssituationen', removeSure: 'Hela situationen och dess steg tas bort.', languages: { fi: 'på finska', sv: 'på svenska', en: 'på engelska' },
    problems: { required: 'Fyll i det här.', taken: 'Adressen används redan.', badKey: 'Använd små bokstäver a–z, siffror och bindestreck.', choose: 'Välj nedan vad du menade.', notFound: 'Ingen tjänst eller plats hittades med det namnet.', badUrl: 'Adressen börjar med https:// eller /.', tooMany: 'Det finns redan 30 steg.' },
  },
}
