import type { Texts } from './fi.ts'

const things = (count: number) => (count === 1 ? 'ett objekt' : `${count} objekt`)
export const sv: Texts = {
  admin: 'Administration', title: 'Lampor, planer och andra objekt', lead: 'Kommunens objekt som kan väljas i stället för en plats i responsen. Varje objekt minns vad som har berättats om det och vad som har gjorts.',
  none: 'Det finns inga objekt ännu. Hämta dem ur en GeoJSON-fil från geodatasystemet.', importing: 'Hämta ur fil', kind: 'Slag', count: 'I bruk', goneCount: 'Borttagna', lastImport: 'Senast hämtat', see: (kinds) => `Alla: ${kinds}`, next: 'Följande',
  listLead: 'Öppna objektets sida eller kopiera den korta adressen för en QR-kod: den leder till att berätta om just det här objektet.',
  imported: (kind, added, changed, gone, same) => `${kind} har hämtats. Nya ${added}, ändrade ${changed}, borttagna ${gone}, oförändrade ${same}.`,
  importLead: 'En GeoJSON-fil där varje objekt är en punkt. Du ser först vad som skulle hända. Samma fil kan hämtas på nytt när som helst.',
  labels: { file: 'Fil', form: '' }, fileHint: 'Högst 20 MB och 50 000 objekt, koordinater i grader (WGS 84).', send: 'Visa vad som händer',
  whatKind: 'Vad är objekten?', ownKind: 'Eller något annat slag', ownKindHint: 'Ett kort namn, till exempel hållplats.', chooseKind: 'Välj slag', keyIn: 'Numret finns i fältet', keyHint: 'Objektets bestående nummer i sitt eget register. På det känns samma objekt igen nästa gång.', nameIn: 'Namnet finns i fältet', notThere: 'Inget namn', refresh: 'Uppdatera', again: 'Välj en annan fil', cancel: 'Avbryt',
  would: 'Detta skulle hända', added: (n) => `Nya: ${n}`, changed: (n) => `Ändrade: ${n}`, same: (n) => `Oförändrade: ${n}`, gone: (n) => `Tas ur bruk: ${n}`, goneText: 'De som tas ur bruk kan inte längre väljas, men deras historia finns kvar.', examples: 'Till exempel', andMore: (n) => `och ${n} till`,
  manyGone: 'Över hälften av de nuvarande objekten skulle försvinna. Finns alla säkert i filen?', keyless: (n, where) => `${n === 1 ? 'Ett objekt' : `${n} objekt`} saknar nummer: objekt ${where} i filen.`, twice: (key, where) => `Flera har numret ${key}: objekten ${where} i filen.`, cannotRun: 'Välj ett fält där varje objekt har ett eget nummer, eller rätta filen.',
  nothingNew: 'Allt är redan som det ska. Det finns inget att hämta.', run: (n) => `Hämta ${things(n)}`, runGone: 'Märk de borttagna',
  atFeature: (number) => `Felet finns i objekt ${number} i filen.`, nothingKept: 'Ingenting ändrades.',
  problems: {
    required: 'Välj en fil.', tooLarge: 'Filen är för stor (högst 20 MB).', notJson: 'Detta är inte GeoJSON: texten kan inte läsas.', notGeoJson: 'Detta är inte en GeoJSON FeatureCollection.', noPoints: 'Det finns inga objekt i filen.', notPoint: 'Objektet är inte en punkt (Point).', notDegrees: 'Koordinaterna är inte grader. Spara filen i systemet WGS 84 (EPSG:4326).', otherSystem: 'Filen är i ett annat koordinatsystem. Spara den i systemet WGS 84 (EPSG:4326).', farAway: 'Objektet ligger långt från kommunen. Har latitud och longitud bytt plats?', tooMany: 'Det finns för många objekt (högst 50 000).',
    changed: 'Objekten har ändrats under tiden. Se på nytt vad som skulle hända.', gone: 'Detta finns inte längre. Välj ett annat eller lämna det ovalt.', noFile: 'Filen finns inte längre. Skicka den på nytt.', noKind: 'Välj vad objekten är.', badKeys: 'Varje objekt måste ha ett eget nummer.',
  },
  which: (kind) => `${kind}: vilken av dessa?`, whichHint: 'De närmaste först. Numret står oftast på objektet.', noneOfThese: 'Ingen av dessa, eller jag vet inte', found: 'I närheten: #', onMap: 'Visa på kartan', mapLabel: 'Karta över de närmaste objekten. Välj genom att trycka på numret.', mapFailed: 'Kartan kunde inte öppnas. Välj ur listan.',
  map: { ground: 'Karta', zoomIn: 'Zooma in', zoomOut: 'Zooma ut' },
  goneSince: (day) => `Inte längre i bruk (${day}).`, report: 'Berätta om ett fel', history: 'Vad som har berättats om detta', noHistory: 'Ingenting har berättats om detta ännu.', others: (n) => `Dessutom ${n} äldre.`, register: 'Uppgifter i registret', shortAddress: 'Kort adress för QR-kod', place: 'Plats', sentOn: (day) => `Skickad ${day}`, closedOn: (day) => `stängd ${day}`,
}
