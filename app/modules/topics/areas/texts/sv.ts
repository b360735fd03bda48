import type { Texts } from './fi.ts'

export const sv: Texts = {
  admin: 'Administration', title: 'Områden', lead: 'Kommunens delar. När ett område har gränser hör allt innanför dem till det. Annars avgör närmaste kända plats.', none: 'Kommunen har inga områden ännu. Hämta dem ur en fil eller lägg till det första.',
  add: 'Lägg till ett område', importing: 'Hämta ur en fil', change: (name) => `Ändra: ${name}`, save: 'Spara', hasBorders: 'Gränser ritade', noBorders: 'Inga gränser', mapOfAll: 'Karta över kommunens områden',
  saved: (subjects) => (subjects === 0 ? 'Sparat.' : `Sparat. ${subjects === 1 ? 'Ett objekt' : `${subjects} objekt`} fick ett nytt område.`), removed: 'Området är borttaget.', imported: (areas, subjects) => `${areas === 1 ? 'Ett område' : `${areas} områden`} har hämtats. ${subjects === 1 ? 'Ett objekt' : `${subjects} objekt`} fick ett nytt område.`,
  labels: { nameFi: 'Namn på finska', nameSv: 'Namn på svenska', nameEn: 'Namn på engelska', shape: 'Gränser', into: 'Till vilket område flyttas objekten?', file: 'Fil', form: '' },
  shapeHint: 'Rita på kartan, eller skriv hörnen: vart och ett på sin rad, latituden först, till exempel 61,55 23,60. En tom rad skiljer åt skilda delar. GeoJSON går också.', keyHint: (key) => `Bestående kod i adressen och i öppna data: ${key}`,
  draw: { open: 'Rita på kartan', label: 'Karta. Ett tryck lägger till ett hörn; ett hörn flyttas genom att dra eller med piltangenterna och tas bort med Delete.', hint: 'Tryck på kartan så kommer ett hörn dit. Hörnen kan flyttas.', many: 'Gränserna har flera delar eller hål. Om du ritar ersätter ritningen dem.', corner: 'Hörn #', undo: 'Ta bort det sista', here: 'Hörn mitt på kartan', again: 'Börja om', count: 'Hörn: #', failed: 'Kartan gick inte att öppna. Skriv hörnen.' },
  map: { ground: 'Karta', zoomIn: 'Zooma in', zoomOut: 'Zooma ut' },
  remove: 'Ta bort området', removeLead: (subjects, places) => `I området finns ${subjects === 1 ? 'ett objekt' : `${subjects} objekt`} och ${places === 1 ? 'en plats' : `${places} platser`}. De som har en punkt flyttas till det område där punkten ligger. De övriga och de som följer flyttas till det område du väljer.`, removeNow: 'Ta bort',
  problems: {
    nameTaken: 'Det finns redan ett område med det här namnet.', needsInto: 'Välj området dit objekten flyttas.', notJson: 'Det här är inte GeoJSON: texten går inte att läsa.', notGeoJson: 'Det här är inte GeoJSON.', noPolygons: 'Filen har inga områden (Polygon eller MultiPolygon).',
    badRing: 'Gränsen har för få hörn eller något annat än koordinater.', notClosed: 'Gränsen sluts inte: det första och det sista hörnet ska vara samma.', notDegrees: 'Koordinaterna är inte grader. Spara filen i systemet WGS 84 (EPSG:4326).', otherSystem: 'Filen är i ett annat koordinatsystem. Spara den i systemet WGS 84 (EPSG:4326).',
    farAway: 'Gränsen ligger långt från kommunen. Har latitud och longitud bytt plats?', tooDetailed: 'Gränserna har för många hörn (högst 20 000). Förenkla gränserna först.', tooMany: 'Filen har för många objekt (högst 500).', badLine: 'På raden finns något annat än två tal, latitud och longitud.', tooFew: 'Gränsen måste ha minst tre hörn.',
    changed: 'Områdena har ändrats under tiden. Se på nytt vad som skulle hända.', gone: 'Filen finns inte längre. Skicka den på nytt.', tooLarge: 'Filen är för stor (högst 5 MB).', required: 'Välj en fil.',
  },
  atFeature: (number) => `Felet är i objekt ${number}.`, nothingKept: 'Ingenting ändrades.',
  importLead: 'En GeoJSON-fil där varje område är en polygon. Du ser först vad som skulle hända.', fileHint: 'Högst 5 MB, koordinater i grader (WGS 84). Ett känt område hittas med namnet och får nya gränser.', send: 'Visa vad som händer',
  nameIn: { fi: 'Det finska namnet finns i fältet', sv: 'Det svenska namnet finns i fältet', en: 'Det engelska namnet finns i fältet' }, notThere: 'Inte i filen', refresh: 'Uppdatera', again: 'Välj en annan fil',
  area: 'Område', corners: 'Hörn', what: 'Vad som händer', becomes: { fresh: 'Nytt område', changed: 'Får nya gränser', same: 'Oförändrat' }, nameless: (count) => `Utan namn lämnas bort: ${count}`, skipped: (count) => `Annat än områden lämnas bort: ${count}`,
  moves: (subjects, places) => `Ett nytt område får ${subjects === 1 ? 'ett objekt' : `${subjects} objekt`} och ${places === 1 ? 'en plats' : `${places} platser`}. Områden som inte finns i filen förblir som de är.`, run: (count) => (count === 1 ? 'Hämta området' : `Hämta ${count} områden`), cancel: 'Avbryt',
}
