import { withoutStop } from '#core/text/format.ts'
import type { Texts } from './fi.ts'

export const sv: Texts = {
  happened: { ended: 'Hörandet avslutades', summary: 'Sammandraget av hörandet publicerades', summaryEdited: 'Sammandraget av hörandet redigerades', document: 'Dokumentet för hörandet redigerades' },
  closedSince: (day) => `Hörandet avslutades ${withoutStop(day)}. Det går inte längre att kommentera.`,
  document: 'Dokumentet', comments: (count) => (count === 1 ? '1 kommentar' : `${count} kommentarer`), hideComments: 'Dölj kommentarerna', enlarge: 'Förstora bilden',
  selected: 'Kommentera det här stället', place: 'Var?', placeHint: 'Platsens namn eller adress. Du kan också märka ut den på kartan.',
  marks: 'Platser som märkts ut', mark: 'Utmärkt plats', marksHint: 'Märket leder till kommentaren.',
  map: { label: 'Karta', ground: 'Karta', zoomIn: 'Zooma in', zoomOut: 'Zooma ut' },
  summary: { title: 'Sammandrag av hörandet', due: (day) => `Hörandet är avslutat. Sammandraget kommer senast ${withoutStop(day)}.`, late: (day) => `Hörandet är avslutat. Sammandraget skulle komma senast ${withoutStop(day)}. Det är försenat.`, report: 'Rapport om hörandet', share: (answered, total) => `Besvarade ${answered}/${total}`, shareHint: 'För så många kommentarer har det berättats vad de ledde till.' },
  manage: {
    title: 'Hörande', document: 'Dokumentet', comments: 'Kommentarerna och vad de ledde till', summary: 'Sammandrag', report: 'Rapport', preview: 'Länk för förhandsvisning',
    hint: 'Gör dokumentet avsnitt för avsnitt, berätta för dem som kommenterar vad deras ord ledde till och skriv till slut ett sammandrag.',
  },
  edit: {
    title: 'Dokumentet', lead: 'Invånarna kommenterar dokumentet avsnitt för avsnitt. Korta avsnitt är lättast att läsa på telefonen.', none: 'Dokumentet har inga avsnitt ännu. Lägg till det första.', add: 'Lägg till ett avsnitt', kept: 'Ändringen är sparad.', keep: 'Spara avsnittet', up: 'Flytta uppåt', down: 'Flytta nedåt', remove: 'Ta bort avsnittet', removeSure: 'Avsnittet tas bort ur dokumentet. Kommentarerna om det finns kvar.', ofSection: (what, title) => `${what}: ${title}`,
    name: 'Rubrik', text: 'Brödtext', textHint: 'Om avsnittet redan har kommenterats kan de citerade meningarna fortfarande läsas i kommentarerna.',
    picture: 'Bild', pictureNew: 'Välj en bild', pictureOther: 'Byt bild', pictureHint: 'JPEG, PNG, WebP, GIF eller AVIF, högst 15 MB.', alternative: 'Vad visar bilden?', alternativeHint: 'Skriv så att man inte behöver se bilden.', drop: 'Ta bort bilden', keptPicture: 'Den valda bilden',
    map: 'På kartan', mapName: 'Platsen eller området i ord', mapNameHint: 'En känd plats eller ett område i kommunen visas på kartan. För andra områden klistrar du in gränserna nedan.', area: 'Område', noArea: 'Inget område', geo: 'Gränser i GeoJSON', geoHint: 'Till exempel ett område, en rutt eller en punkt ur ett GIS-program, i WGS 84-koordinater.', dropMap: 'Ta bort kartan', hasMap: 'Avsnittet har en karta. Den blir kvar om du inte ger en ny.',
  },
  summarise: { title: 'Sammandrag av hörandet', lead: 'Berätta kort vad som sades i hörandet och vad det leder till. Sammandraget visas på ärendets sida, och alla som följer får veta om det.', notYet: 'Hörandet pågår ännu. Sammandraget kan publiceras när det är avslutat.', text: 'Sammandrag', publish: 'Publicera sammandraget', keep: 'Spara ändringen', hint: (answered, total) => `${answered} av ${total} kommentarer har besvarats.`, toComments: 'Svara på kommentarerna', due: (day) => `Sammandraget ska publiceras senast ${withoutStop(day)}.` },
  preview: {
    banner: 'Det här är en förhandsvisning', text: 'Du ser utkastet eftersom du har fått länken. Det är inte publicerat och kan ännu inte kommenteras.', published: 'Ärendet är redan publicerat.', toMatter: 'Till ärendet', ask: 'Fråga', thought: 'Vad som planeras', law: 'Lag', money: 'Pengar', time: 'Tid', notOpen: 'Vad som inte är öppet',
    share: 'Länk för förhandsvisning', hint: 'Den som har länken ser utkastet utan att logga in. Sökmotorer hittar det inte.', renew: 'Gör en ny länk', renewHint: 'Tidigare länkar slutar fungera.', renewed: 'En ny länk är gjord. De tidigare fungerar inte längre.', link: 'Länken', see: 'Se förhandsvisningen',
  },
  problems: {
    alternativeNeeded: 'Berätta med ord vad bilden visar.', mapNameNeeded: 'Skriv kartans plats eller område också i ord.', notGeoJson: 'Gränserna kunde inte läsas. Kontrollera att de är i GeoJSON.', farAway: 'Gränserna ligger långt från kommunen. Kontrollera koordinaterna.', sectionsMany: 'Dokumentet kan ha högst 60 avsnitt.', notPicture: 'Filen är inte en bild som vi kan läsa.', pictureTooLarge: 'Bilden är för stor.',
    writtenMeanwhile: 'Någon annan ändrade det här samtidigt. Din text är sparad: jämför den med det som nu står på sidan och spara på nytt.', summaryShort: 'Skriv åtminstone några meningar.', sentenceShort: 'Skriv åtminstone några ord.',
  },
}
