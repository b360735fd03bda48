import type { Texts } from './fi.ts'

export const sv: Texts = {
  first: {
    title: 'Ta Nousu i bruk', lead: 'Grunda en kommun: ge den namn, språk, enheter och ämnen. Allt kan ändras senare i administrationen.', municipality: 'Kommunen', admin: 'Huvudanvändare', found: 'Grunda kommunen',
    noMail: 'Ingen e-postserver är inställd.', noMailText: 'Meddelandena stannar i en postlåda som öppnas bara i en webbläsare på samma dator. Ställ in SMTP_URL innan du öppnar tjänsten för andra.',
    done: 'Kommunen är klar', doneText: 'Logga nu in med den e-postadress du gav. Du får en länk till administrationen.', signIn: 'Logga in med e-post',
  },
  labels: {
    nameFi: 'Namn på finska', nameSv: 'Namn på svenska', nameEn: 'Namn på engelska', languages: 'Språk', units: 'Enheter', topics: 'Ämnen', latitude: 'Mittpunktens latitud', longitude: 'Mittpunktens longitud', code: 'Kommunnummer',
    adminName: 'Huvudanvändarens namn', adminEmail: 'Huvudanvändarens e-post', setupCode: 'Ibruktagningskod',
    replyDays: 'Dagar till första svaret', watchedWords: 'Ord som en moderator ser på först', linksAllowed: 'Länkar i en text', sendsPerHour: 'Försändelser i timmen per person', hue: 'Huvudfärgens nyans',
    unitId: 'Enhet', email: 'E-post', name: 'Namn', what: 'Uppdrag', hosts: 'Egna webbadresser',
  },
  hints: {
    units: 'En per rad. Andra språk efter lodstreck: Kirjasto | Bibliotek | Library', topics: 'Ett per rad, följt av enheten som svarar: Motion och friluftsliv > Idrottstjänster', latitude: 'Till exempel 61,55. För karta och platser.', longitude: 'Till exempel 23,60', code: 'Tre siffror, till exempel 980',
    adminEmail: 'Inloggningslänken kommer till den här adressen.', setupCode: 'Koden syns i konsolen där Nousu startades.',
    replyDays: 'Kalenderdagar, 1–90. Gäller nya idéer.', watchedWords: 'Ett per rad. En text med ett sådant ord väntar på en moderator.', linksAllowed: 'En text med fler länkar väntar på en moderator.', hue: 'Grader på färgcirkeln, 0–359. Blått är 238.',
    hosts: 'En per rad, till exempel delta.kommun.fi. Tomt: kommunen finns under installationens adress.', inviteName: 'Behövs om personen inte har loggat in ännu.',
  },
  problems: {
    wrongCode: 'Koden stämmer inte. Se efter i konsolen.', noLanguage: 'Välj minst ett språk.', unknownUnit: 'Ämnets enhet finns inte bland enheterna.', noUnit: 'Skriv > och den ansvariga enheten efter ämnet.', tooMany: 'Det är för många rader.', badName: 'Av namnet kan ingen adress bildas.', notCode: 'Kommunnumret har tre siffror.',
    slugTaken: 'En kommun med det här namnet finns redan.', hostTaken: 'Adressen hör redan till en annan kommun.', badHost: 'Skriv bara webbnamnet, till exempel delta.kommun.fi.', lastAdmin: 'Kommunen måste ha minst en huvudanvändare.', nameTaken: 'Namnet finns redan.', inUse: 'Den här används någonstans och kan därför inte tas bort.', lastUnit: 'Kommunen måste ha minst en enhet.', badNumber: 'Skriv ett tal inom gränserna.',
  },
  admin: {
    title: 'Administration', rules: 'Regler', rulesText: 'Hur kommunen lovar svara och vad en moderator ser på först.', exceptions: 'Gemensamma undantag', exceptionsText: 'Öppettider för helger och andra undantagsdagar för många platser på en gång.', units: 'Enheter', unitsText: 'Vem som svarar: enheterna och deras namn.', topicsText: 'Vilka ämnen man talar om i kommunen och vad som hör till dem.', areas: 'Områden', areasText: 'Kommunens delar och deras gränser på kartan.', deleted: 'Borttagen.', deleteUnused: 'Ta bort oanvänd', deleteOf: (name) => `Ta bort: ${name}`, people: 'Personer', peopleText: 'Tjänsteinnehavare, moderatorer och huvudanvändare.', municipalities: 'Kommuner', municipalitiesText: 'Installationens kommuner och deras adresser.', meetings: 'Möten och flöden', meetingsText: 'Organen och varifrån föredragningslistorna kommer.', templates: 'Skedesmallar', templatesText: 'Skeden som ärenden bereds i.', initiatives: 'Initiativ', initiativesText: 'Registraturens adress och enheten som granskar', population: 'Invånarantal', populationText: 'Talen som initiativens gränser räknas på', feedback: 'Responsens kategorier', feedbackText: 'Vad respons ges om, vem den går till och vad som lovas.', assets: 'Lampor och objekt', assetsText: 'Objekt som kan väljas i responsen, ur en GeoJSON-fil.', addresses: 'Adresser', addressesText: 'Gator och hus som responsens plats hittas med.', imports: 'Hämtningar', importsText: 'Tjänster, platser och öppettider ur register och filer.', partners: 'Partner', partnersText: 'Entreprenörer och andra ägare som respons förmedlas till.', life: 'Livssituationer', lifeText: 'Vägar till tjänster när något händer i livet', synonyms: 'Sökningens ord', synonymsText: 'Vad människor säger och vad det betyder här', asks: 'Hur gick det?', asksText: 'Frågor med ett tryck, affischer och aulans surfplattor.', importing: 'Hämta in idéer', importingText: 'Idéer och kommentarer från en tidigare tjänst.', notices: 'Meddelandenas gång', noticesText: 'Vad som har berättats, och vad som inte har kommit fram.', openData: 'Öppna data', openDataText: 'Allt offentligt som filer och via gränssnittet.', devices: 'Enheter', devicesText: 'Sensorer, grindar och kameror som själva berättar om platser.', counters: 'Besöksräknare', countersText: 'Finns det plats, och fungerar räknarna.', cameras: 'Kameror', camerasText: 'En bild av platsen, människorna oigenkännliga.', open311: 'Open311-nycklar', open311Text: 'Program som skickar respons och berättar om arbetet.',
    save: 'Spara', saved: 'Sparat.', look: 'Namn och utseende', addUnit: 'Lägg till en enhet', topics: 'Ämnen', unitList: 'Enheter', rename: (name) => `Ändra: ${name}`, unit: 'Enhet',
    appoint: 'Utse till uppdrag', appointText: 'Personen får besked per e-post. Uppdraget tillhör den som kommer åt adressens post.', officials: 'Tjänsteinnehavare', moderators: 'Moderatorer', admins: 'Huvudanvändare', none: 'Ingen ännu.', lead: 'Leder enheten', end: 'Avsluta uppdraget', endOf: (name) => `Avsluta uppdraget: ${name}`,
    roles: { official: 'Tjänsteinnehavare', lead: 'Enhetens ledare', moderator: 'Moderator', admin: 'Huvudanvändare' }, addMunicipality: 'Lägg till en kommun', address: 'Adress', appointed: 'Utsedd.', added: 'Tillagd.', ended: 'Uppdraget är avslutat.', soon: 'Ändringen syns för alla om några sekunder.',
  },
  mail: {
    subject: (municipality) => `Du har fått ett uppdrag: ${municipality}`,
    text: (name, what, municipality, address) => `Hej ${name}!\n\nDu har fått ett uppdrag i ${municipality}: ${what}.\n\nLogga in med den här e-postadressen: ${address}`,
  },
}
