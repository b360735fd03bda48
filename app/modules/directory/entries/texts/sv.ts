import { withoutStop } from '#core/text/format.ts'
import type { Texts } from './fi.ts'

export const sv: Texts = {
  services: 'Tjänster', places: 'Platser', providers: 'Tjänsteleverantörer',
  accessible: { yes: 'Tillgängligt med rullstol', partly: 'Delvis tillgängligt med rullstol', no: 'Inte tillgängligt med rullstol', unknown: 'Uppgift om tillgänglighet saknas' },
  priceKinds: { free: 'Avgiftsfritt', paid: 'Avgiftsbelagt', varies: 'Priset varierar', unknown: 'Inte känt' },
  audiences: { children: 'Barn', families: 'Familjer', youth: 'Unga', adults: 'Vuxna', older: 'Äldre', disabled: 'Personer med funktionsnedsättning', newcomers: 'Inflyttade från utlandet', companies: 'Företag', associations: 'Föreningar' },
  channelKinds: { web: 'På nätet', form: 'Med blankett', phone: 'Per telefon', place: 'På plats', desk: 'På servicepunkten', chat: 'I chatten', email: 'Per e-post' },
  facts: { title: 'I korthet', address: 'Var', map: 'Visa på kartan', access: 'Tillgänglighet', accessMore: 'Läs mer', price: 'Pris', phone: 'Telefon', email: 'E-post', web: 'Webbplats', forWhom: 'För vem', keptBy: 'Sköts av', answers: 'Ansvarar för tjänsten', partOf: 'Hör till', allHours: 'Alla öppettider' },
  now: 'Just nu', arrival: 'Så kommer du hit', about: 'Om platsen', entrances: 'Ingångar', mainEntrance: 'Huvudingång', equipment: 'Utrustning', rooms: 'Lokaler', servicesHere: 'Tjänster här', parts: 'Här finns också', follow: 'Följ platsen',
  people: (count) => `för ${count} personer`, pieces: (count) => `${count} st.`,
  ways: 'Så använder du tjänsten', call: 'Ring', write: 'Skriv', open: 'Öppna', charge: 'Samtalets pris', how: 'Så går det till', promise: 'Det här lovar vi', description: 'Om tjänsten', noWays: 'Kontaktuppgifter har inte lagts till ännu.',
  followThis: 'Följ', following: 'Du följer', fault: 'Anmäl ett fel här', correct: 'Föreslå en rättelse', report: 'Anmäl olämpligt innehåll', correction: (name) => `Uppgifterna på sidan behöver rättas: ${name}.\n\n`, correctBy: (name) => `Såg du ett fel? Berätta för tjänsteleverantören: ${name}.`, changed: (day) => `Uppdaterad ${day}`, photo: (n) => `Bild ${n}`, enlarge: 'Öppna i större storlek',
  gone: { ended: 'Det här används inte längre.', vanished: 'Det här finns inte längre i registret som uppgifterna kom från.', provider: 'Tjänsteleverantören sköter inte längre den här sidan.', others: 'Se de andra' },
  draft: 'Utkast. Bara de som sköter sidan ser det.', hiddenWaits: 'Väntar på att en moderator granskar det. Andra ser inte det här ännu.', hiddenBy: 'En moderator har dolt det här.', why: 'Orsak:', appeal: 'Begär omprövning', goneTitle: 'Innehållet är dolt', goneText: (day) => `En moderator dolde det här ${withoutStop(day)}.`,
  keep: {
    nav: 'Skötsel', facts: 'Uppgifter', access: 'Tillgänglighet', inside: 'Lokaler och utrustning', here: 'Tjänster här', pictures: 'Bilder', hours: 'Öppettider', channels: 'Kontaktsätt', state: 'Läge och flytt', ask: 'Fråga hur det gick',
    newPlace: 'Ny plats', newService: 'Ny tjänst', editOf: (name) => `Redigera: ${name}`, asProvider: (name) => `Du lägger till det här som ${name}. Alla ser det genast.`,
    save: 'Spara', publish: 'Publicera', saveDraft: 'Spara som utkast', saved: 'Sparat.', savedWaits: 'Sparat. En moderator läser texten innan andra ser den.', toPage: 'Se sidan',
    languages: { sv: 'På svenska', en: 'På engelska' }, inLanguage: { fi: 'på finska', sv: 'på svenska', en: 'på engelska' },
    labels: {
      kind: 'Vilken sorts plats', unitId: 'Enhet som sköter den', topicId: 'Ämne', name: 'Namn', summary: 'I en mening', description: 'Beskrivning', street: 'Gatuadress', postalCode: 'Postnummer', city: 'Postanstalt', where: 'Var', arrival: 'Hur man kommer dit', phone: 'Telefon', email: 'E-post', url: 'Webbplats',
      priceKind: 'Pris', price: 'Priset närmare', audiences: 'Särskilt för', forWhom: 'Vem får använda den', how: 'Så går det till', promise: 'Vad ni lovar', accessible: 'Kommer man in med rullstol', heading: 'Rubrik', sentence: 'Mening', main: 'Huvudingång', count: 'Antal', capacity: 'Hur många personer ryms', size: 'Yta (m²)', point: 'Läge på kartan', version: 'Uppgifterna', services: 'Tjänster', service: 'Tjänst', charge: 'Vad samtalet kostar', placeId: 'Plats', why: 'Varför', offers: 'Vad ni erbjuder', reason: 'Orsak', form: 'Blankett',
    },
    hints: {
      summary: 'Syns i listor.', arrival: 'Buss, parkering, vägen till dörren.', name: 'Så som folk kallar den.', price: 'Till exempel: vuxen 6 €, barn 3 €.', sentence: 'Till exempel: Dörren är 95 cm bred.', heading: 'Till exempel: Ingång, WC, Parkering.', forWhom: 'Villkor, ålder, hemkommun.', promise: 'Till exempel: Vi svarar inom tre vardagar.', offers: 'Berätta kort vad ni gör och för vem. Det syns på er sida.', point: 'Latitud och longitud, om dörrens läge är känt.', topic: 'Ämnets enhet avgör er begäran. Om du inte väljer sluter vi oss till ämnet av orden.', channelPlace: 'Skriv platsens namn så söker vi den.', service: 'Skriv tjänstens namn så söker vi den.', why: 'Syns på sidan för alla.',
    },
    problems: { badUrl: 'Ange adressen i formen https://…', badPhone: 'Kontrollera telefonnumret.', badEmail: 'Kontrollera e-postadressen.', placeNeeded: 'Ange både latitud och longitud.', oneMain: 'Bara en kan vara huvudingång.', changedMeanwhile: 'Någon annan hann ändra uppgifterna. Det du skrev finns kvar här. Sparar du på nytt gäller det.', farAway: 'Platsen är inte i den här kommunen.', notFound: 'Inget hittades med det namnet. Pröva ett annat skrivsätt.', choose: 'Välj vad du menade.', tooOften: 'Du har lagt till mycket på kort tid. Fortsätt om en stund.' },
    meanwhile: 'De här punkterna är nu sparade på annat sätt:', nothing: 'tomt',
    addEntrance: 'Lägg till en ingång', addSentence: 'Lägg till en mening', addEquipment: 'Lägg till utrustning', addRoom: 'Lägg till en lokal', drop: 'Ta bort', moreRows: 'Behöver du fler rader? Spara så får du nya.', roomHours: 'Lokalens öppettider', pointOf: 'Dörrens läge på kartan', latitude: 'Latitud', longitude: 'Longitud',
    noServicesHere: 'Här finns inga tjänster ännu.', addService: 'Lägg till en tjänst här', find: 'Sök', remove: 'Ta bort', choose: 'Välj',
    noPictures: 'Det finns inga bilder ännu.', addPictures: 'Lägg till bilder', describe: 'Vad finns på bilden?', keepDescription: 'Spara beskrivningen', removePicture: 'Ta bort bilden', mostPictures: (n) => `Högst ${n} bilder. Ta bort någon innan du lägger till.`,
    noChannels: 'Det finns inga kontaktsätt ännu. Lägg till det första: telefon, blankett, plats.', addChannel: 'Lägg till ett kontaktsätt', channelKind: 'Hur', editChannel: 'Redigera', up: 'Flytta uppåt', down: 'Flytta nedåt', channelHours: 'Betjäningstider',
    hand: 'Flytta till en annan enhet', handLead: 'Den nya enheten sköter uppgifterna och får rättelserna.', handButton: 'Flytta', handed: 'Flyttat.', end: 'Avsluta', endLead: 'Försvinner ur listor och sökning. Sidan blir kvar och berättar att det här inte längre används.', endButton: 'Avsluta', back: 'Ta i bruk igen', backLead: 'Kommer tillbaka i listor och sökning.', publishLead: 'Det publicerade syns för alla. Följarna får veta.',
    settle: (count) => (count === 1 ? 'Avgör en fråga' : `Avgör ${count} frågor`), conflicts: 'I registret har något ändrats som också har redigerats här.',
  },
  provider: {
    title: 'Tjänsteleverantörer', lead: 'Föreningar och företag som själva håller sina tjänster och platser aktuella.', none: 'Det finns inga tjänsteleverantörer ännu.', becomes: 'Bli tjänsteleverantör', actAs: 'Logga in och välj att du handlar för en förening eller ett företag.', actAsLink: 'Välj för vem du handlar',
    ask: 'Be om att bli tjänsteleverantör', askLead: (name) => `När kommunen har godkänt begäran lägger ${name} själv till sina tjänster och platser. De syns genast med ert namn.`, send: 'Skicka begäran', waiting: 'Väntar på beslut', askedOn: (day) => `Begärt ${day}`, decideBy: (day) => `Avgör senast ${day}`, lateBy: (day) => `Försenat: skulle ha avgjorts ${day}`,
    approve: 'Godkänn', refuse: 'Godkänn inte', reasonHint: 'Den som bett får läsa orsaken och kan be på nytt.', refuseButton: 'Skicka beslutet',
    states: { asked: 'Begäran har skickats. Du får veta när den är avgjord.', approved: 'Godkänd', refused: 'Begäran godkändes inte.', ended: 'Sköter inte längre sina sidor här.' }, askAgain: 'Be på nytt', ownPage: 'Er egen sida',
    kinds: { association: 'Förening', company: 'Företag' }, offers: 'Det här erbjuder vi', addPlace: 'Lägg till en plats', addService: 'Lägg till en tjänst', editSelf: 'Redigera presentationen', nothingYet: 'Inga tjänster eller platser har lagts till ännu.', businessId: 'FO-nummer', end: 'Sluta som tjänsteleverantör', endLead: 'Alla tjänster och platser försvinner ur listorna. Sidorna blir kvar och berättar att de inte längre sköts.', askedBy: 'Ber om att bli tjänsteleverantör', draft: 'Utkast', ended: 'Avslutad', hidden: 'Dold',
  },
}
