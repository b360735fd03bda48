import type { Texts } from './fi.ts'

export const sv: Texts = {
  title: 'Störningar', lead: 'Vad som inte fungerar som det ska just nu, var och hur länge.', map: 'Karta', none: 'Det finns inga störningar just nu.', noneNarrowed: 'Med den här avgränsningen finns det inga störningar just nu.',
  now: 'Nu', coming: 'På kommande', lately: 'Över under den senaste veckan', states: { on: 'Nu', coming: 'På kommande', over: 'Över' },
  ends: (at) => `beräknas vara över ${at}`, begins: (at) => `börjar ${at}`, over: (at) => `tog slut ${at}`, untilFurther: 'fortsätter tills vidare', nextWord: (at) => `nästa besked ${at}`,
  closedNow: (title) => title,
  narrow: 'Avgränsa', kind: 'Vad', allKinds: 'Allt', area: 'Var', allAreas: 'Hela kommunen', show: 'Visa', followArea: (name) => `Följ området ${name}`,
  koti: 'Störningar', all: 'Alla störningar', yourArea: 'Ditt område', noneInArea: 'Det finns inga störningar i ditt område.',
  elsewhere: (count) => (count === 1 ? 'Det finns en störning i kommunen just nu. Välj ditt område så ser du om den gäller dig.' : `Det finns ${count} störningar i kommunen just nu. Välj ditt område så ser du om de gäller dig.`),
  why: { home: () => 'Gäller ditt hem', near: (name) => `Gäller din plats ${name}`, area: (name) => `I området ${name}`, unit: (name) => `Du följer enheten ${name}`, place: (name) => `Du följer platsen ${name}`, follow: () => 'Du följer detta' },
  severity: { minor: ['Liten olägenhet', 'De flesta märker inget.'], moderate: ['Stör vardagen', 'Kräver förberedelse eller en annan väg.'], severe: ['Allvarlig', 'Meddelas genast, också på natten.'], extreme: ['Livsfara', 'Meddelas genast, också på natten.'] },
  done: { told: 'De som berörs har nu fått veta om störningen.', updated: 'Den nya informationen har meddelats.', ended: 'Störningen är markerad som avslutad.', reopened: 'Störningen är öppen igen.', chosen: 'Ditt val är sparat.' },
  hear: {
    title: 'Berätta genast om störningar', lead: 'Du hör om störningar som träffar dina egna platser eller det du följer. Vanligtvis kommer de i samma takt som andra meddelanden. Här kan du välja att få veta genast.',
    push: 'Som avisering i telefonen eller webbläsaren genast', mail: 'Per e-post genast', home: 'Berätta också om det som gäller mitt hem', noHome: '(du har inte angett något hem i din profil)',
    night: 'På natten kl. 22–7 väcker vi dig bara för det som är allvarligt. Om annat hör du kl. 8.', save: 'Spara', places: 'Mina platser', devices: 'Telefoner, webbläsare och det du följer', guest: 'Logga in för att genast få veta om störningar',
  },
  one: { follow: 'Följ detta', following: 'Du följer detta', instead: 'Vad du kan göra under tiden', wayThere: 'Vägen dit', facts: 'Uppgifter', where: 'Var', began: ['Började', 'Börjar'], unit: 'Meddelas av', closes: 'Stängt' },
  shown: { ground: 'Karta', zoomIn: 'Zooma in', zoomOut: 'Zooma ut', label: 'Störningar på kartan', failed: 'Kartan kunde inte öppnas. Samma sak står i text.', many: '# störningar på det här stället' },
  keep: {
    title: 'Hantera störningen', tell: 'Berätta mer eller ändra sluttiden', sentence: 'Vad vet ni nu?', sentenceHint: 'En mening räcker, till exempel ”Röret har hittats och reparationen har börjat”.', send: 'Meddela', asItWas: 'Tiden som förut',
    end: 'Störningen är över', callOff: 'Ställ in', endHint: 'Får lämnas tomt. Till exempel ”Vattnet rinner igen. Låt kranen rinna en stund.”', reopen: 'Öppna på nytt', reopenHint: 'Vad hände?',
  },
  make: {
    title: 'Meddela en störning', what: 'Vad har hänt?', where: 'Var?', when: 'Hur länge?', step: (n, of) => `Steg ${n}/${of}`,
    areas: 'Områden', whole: 'Hela kommunen', streets: 'Gator och platser', find: 'Skriv namnet på en gata eller plats', search: 'Sök', nothingFound: (q) => `Ingen gata eller plats hittades med ”${q}”.`,
    draw: 'Rita på kartan', drawn: { polygon: 'Område', line: 'Rutt eller gata' }, shape: 'Hörn', shapeHint: 'Ett hörn per rad: latitud och longitud, till exempel 61.5563 23.5961.', width: 'Ruttens bredd i meter',
    map: { ground: 'Karta', zoomIn: 'Zooma in', zoomOut: 'Zooma ut', open: 'Öppna kartan', label: 'Karta att rita på', hint: 'Tryck på hörnen i ordning. Med tangenter: flytta kartan med pilarna och tryck ”Hörn här”.', corner: 'Hörn #. Flytta med pilarna, ta bort med Delete.', undo: 'Ta bort det sista', here: 'Hörn här', again: 'Börja om', count: 'Hörn: #', failed: 'Kartan kunde inte öppnas. Du kan välja område eller gata med namn.' },
    next: 'Fortsätt', back: 'Tillbaka', people: 'Så här syns det', changeWhere: 'Ändra platsen',
    ends: 'När är det över?', inHours: (hours) => (hours === 24 ? 'Om ett dygn' : hours === 1 ? 'Om en timme' : `Om ${hours} timmar`), unknown: 'Det är inte känt ännu', unknownHint: 'Fortsätter tills vidare. Säg nedan när ni berättar mer.', at: 'Annan tid', atHint: 'Skriv dag och klockslag nedan.',
    exact: 'Exakt tid eller nästa besked', endDay: 'Slutar, dag', endTime: 'Slutar, klockan', nextDay: 'Nästa besked, dag', nextTime: 'Nästa besked, klockan', timeHint: 'Till exempel 15.00',
    text: 'Vad har hänt?', textHint: 'Får lämnas tomt och fyllas i senare.', instead: 'Vad kan man göra under tiden?', insteadHint: (example) => `Till exempel ”${example}”`, insteadName: 'Var finns det?', insteadNameHint: 'En adress eller plats, till exempel skolgården.',
    unit: 'Enhet som sköter saken', more: 'Allvarlighetsgrad, början och rubrik', severity: 'Hur allvarligt?', startDay: 'Börjar, dag', startTime: 'Börjar, klockan', startHint: 'Tomt: nu. Om det som kommer berättas i förväg.', name: 'Rubrik', nameHint: (own) => `Om tomt: ”${own}”.`, submit: 'Meddela nu',
  },
  problems: {
    placeNeeded: 'Välj eller rita var det är.', tooMany: 'Välj högst 30 områden, gator eller platser.', unreadable: 'Hörnen kunde inte läsas. Ett hörn per rad, till exempel 61.5563 23.5961.', tooFewCorners: 'Ett område har minst tre hörn och en rutt två.', tooManyCorners: 'För många hörn. Högst 200 räcker.',
    crossesItself: 'Områdets kant korsar sig själv. Sätt hörnen i ordning.', farAway: 'Det här är långt från kommunen. Kontrollera platsen.', endsBeforeStart: 'Slutet är före början.', past: 'Den tiden har redan gått.', tooFarAhead: 'Början är mer än ett år framåt.', badTime: 'Skriv tiden så här: 15.00.', badDay: 'Kontrollera dagen.', required: 'Fyll i det här.',
    hasEnded: 'Störningen är redan över. Öppna den på nytt om den fortsätter.', isOpen: 'Störningen är redan öppen.', changedMeanwhile: 'Någon annan hann ändra. Se vad som står nu och skicka på nytt.',
  },
}
