import { withoutStop } from '#core/text/format.ts'
import type { Texts } from './fi.ts'

export const sv: Texts = {
  video: 'Video', videos: 'Videor', untitled: 'Video utan rubrik', withoutAuthor: 'Utan namn',
  length: (minutes, seconds) => (minutes ? `${minutes} min ${seconds} s` : `${seconds} s`), megabytes: (count) => `${count} MB`,
  add: 'Lägg till en minut video', addHint: 'Filma med telefonen eller skicka en fil. Högst tre minuter.', manage: 'Redigera videon', captions: 'Textning', report: 'Anmäl videon',
  transcript: 'Läs vad som sägs i videon', cannotPlay: 'Din webbläsare kan inte spela upp videon.', download: 'Ladda ner filen',
  noCaptions: 'Videon är ännu inte textad.', captionsBy: (day) => `Videon textas senast ${withoutStop(day)}.`, captionsLate: (day) => `Textningen är försenad. Den skulle ha kommit senast ${withoutStop(day)}.`,
  hidden: 'En moderator har dolt den här videon.', hiddenWaits: 'En moderator tittar på videon innan den publiceras. Andra ser den inte ännu.', why: 'Orsak:', appeal: 'Be om en ny bedömning',
  waiting: 'Inte publicerad ännu', waitingHint: 'Bara du ser det här. En video som inte publiceras tas bort efter två dygn.', unfinished: 'Du har inte publicerat:',
  languages: { fi: 'finska', sv: 'svenska', en: 'engelska' }, inLanguages: { fi: 'På finska', sv: 'På svenska', en: 'På engelska' },
  adding: {
    title: 'En minut video', limits: (megabytes) => `Högst 3 minuter och ${megabytes}. En MP4-, MOV- eller WebM-fil. Uppgifter om plats och apparat tas bort.`,
    how: 'Prata som om du berättade för en granne: vad det gäller, vad du vill fråga eller föreslå och vad som händer sedan.', file: 'Videofil', plainHint: (megabytes) => `I det här formuläret högst ${megabytes}.`, language: 'Vilket språk talas i videon?', send: 'Skicka videon', next: 'När du har skickat videon tittar du på den och bestämmer om den ska publiceras.',
    speech: 'Ljudet skickas till kommunens taligenkänning, som gör ett utkast till textning.',
  },
  recorder: {
    record: 'Filma nu', choose: 'Välj en fil', turn: 'Byt kamera', start: 'Börja filma', stop: 'Sluta', again: 'Filma om', use: 'Skicka den här videon', back: 'Stäng kameran', preview: 'Kamerans bild', replay: 'Din video', starts: 'Filmningen börjar', left: 'kvar', recording: 'Filmningen pågår', stopped: 'Filmningen är klar. Titta på videon och skicka den.',
    denied: 'Kameran eller mikrofonen kan inte användas. Ge webbläsaren lov eller välj en fil.', sending: 'Skickar', paused: 'Förbindelsen bröts. Överföringen fortsätter när den är tillbaka.', resume: 'Fortsätt överföringen', resumeText: 'En tidigare överföring blev på hälft.', cancel: 'Avbryt överföringen', sent: 'Framme. Kontrolleras ännu.', failed: 'Det gick inte att skicka. Videon finns kvar i den här apparaten: försök igen.', tooLarge: 'Filen är för stor.', tooLong: 'Videon är för lång.', retry: 'Försök igen',
  },
  problems: {
    noFile: 'Välj en videofil eller filma en video.', notVideo: 'Filen är inte en video som vi kan läsa. Skicka en MP4-, MOV- eller WebM-fil.', videoTooLong: 'Videon är längre än tre minuter. Korta den och skicka på nytt.', videoTooLarge: 'Filen är för stor.',
    videoKind: 'Alla webbläsare visar inte en video som är filmad så här. Välj på iPhone Inställningar › Kamera › Format › Mest kompatibelt, eller filma på den här sidan.', notWhole: 'Hela videon hann inte fram. Fortsätt överföringen.', tooManyUnfinished: 'Du har redan tre videor som inte är publicerade. Publicera eller ta bort någon av dem först.',
    tooManyToday: 'Du har skickat många videor i dag. Fortsätt i morgon.', subjectGone: 'Ärendet som videon hör till syns inte längre.', time: 'Skriv tiden så här: 0:05.2.', order: 'Slutet ska komma efter början och inom videon.', noText: 'Skriv eller klistra in en text.', notCaptions: 'Det finns ingen textning i filen. WebVTT eller SRT duger.', beyond: 'Textningen fortsätter efter videons slut. Hör den till den här videon?', noCues: 'Textningen har ännu inga rader.', tooMany: 'Det är för många rader.', notPicture: 'Filen är inte en bild.', pictureTooLarge: 'Bilden är för stor.',
  },
  publishing: {
    title: 'Rubrik', titleHint: 'Vad handlar videon om? Syns ovanför videon.', live: 'Det här är en inspelning av en direktsändning', publish: 'Publicera videon', published: 'Videon är publicerad.', save: 'Spara', saved: 'Ändringarna är sparade.', told: 'Följarna får ett meddelande.', edit: 'Ändra rubriken eller omslagsbilden',
    poster: 'Omslagsbild', posterHint: 'JPEG, PNG eller WebP. Väljer du ingen bild blir den nuvarande kvar.', remove: 'Ta bort videon', removeSure: 'Videon, textningen och alla filer tas bort genast. De kan inte fås tillbaka.', removeNow: 'Ta bort videon för gott', toSubject: 'Tillbaka till ärendet',
    law: 'Till en video hör textning', lawRecorded: 'Lagen om tillhandahållande av digitala tjänster (306/2019) kräver att kommunens video är textad redan när den publiceras.', lawLive: 'Inspelningen av en direktsändning får textas inom 14 dagar från publiceringen.', lawDue: (recorded, live) => `Om du publicerar nu är sista dagen för textningen ${recorded} och för inspelningen av en direktsändning ${withoutStop(live)}. Vi påminner tills textningen är klar.`, lawNone: 'Lagen kräver inte att en invånares eller förenings video textas, men många tittar utan ljud. Det tar några minuter att texta.', write: 'Texta videon', ready: 'Textningen är klar.',
  },
  captioning: {
    title: 'Textning', lead: 'Skriv vad som sägs i videon. Berätta också om ljud som hör till saken.', language: 'Textningens språk', isDraft: 'Utkast: andra ser inte det här', isReady: 'Klar: alla ser det här', heard: 'Ett utkast av taligenkänningen. Lyssna på videon och rätta felen innan du publicerar textningen.',
    write: 'Skriv det du hör', writeHint: 'Texten delas i rader som sprids över videons längd. Du kan rätta tiderna efteråt. En radbrytning börjar en ny rad.', make: 'Gör rader', again: 'Skriv om allt', replaces: 'Ersätter de nuvarande raderna.', upload: 'Klistra in en färdig textning', uploadHint: 'En WebVTT- eller SRT-fil.', orPaste: 'eller klistra in texten här', take: 'Ta i bruk', copyFrom: (language) => `Börja från tidpunkterna på ${language}`,
    lines: 'Rader', start: 'Börjar', end: 'Slutar', line: (number) => `Rad ${number}`, quick: 'Texten syns för kort tid. Korta den eller ge den mer tid.', split: 'Dela i två', merge: 'Slå ihop med nästa', remove: 'Ta bort', add: 'Lägg till en rad efter', more: 'Ändra raden', shift: 'Flytta alla rader', shiftHint: 'I sekunder. Minus flyttar bakåt.', shiftNow: 'Flytta', draft: 'Spara utkastet', ready: 'Klar, visa för alla', hear: 'Lyssna på raden', fromHere: 'Början här', toHere: 'Slutet här',
    saved: 'Sparat.', public: 'Alla ser nu textningen.', erase: 'Ta bort den här textningen', eraseSure: 'Raderna tas bort för gott.',
    asked: 'Taligenkänningen gör ett utkast. Det kommer hit om några minuter.', failed: (why) => `Taligenkänningen lyckades inte (${why}).`, retry: 'Be om ett nytt utkast', ask: 'Be taligenkänningen om ett utkast',
  },
}
