import type { Texts } from './fi.ts'

export const sv: Texts = {
  happened: {
    merged: (title) => `Sammanslagen med idén ”${title}”`, received: (title) => `Idén ”${title}” slogs samman med den här`,
    asked: (title) => `En idé du understöder slogs samman med idén ”${title}”. Ska ditt stöd flyttas?`,
    split: 'En tjänsteinnehavare delade upp idén', part: (title) => `En tjänsteinnehavare skilde ut detta ur idén ”${title}”`,
    askedOfParts: (title) => `Idén ”${title}” som du understöder delades upp. Välj vilka delar du understöder.`,
  },
  problems: {
    required: 'Välj en idé.', itself: 'En idé kan inte slås samman med sig själv.', notFound: 'Det finns ingen sådan offentlig idé. Den kan ha dolts eller tagits bort.', notOpen: 'Den valda idén har redan avslutats, slagits samman eller blivit en tjänst. Välj en annan.',
    ideaClosed: 'Idén är redan avslutad.', experimentRunning: 'Idén provas just nu. Avsluta försöket först, så att det ni lärt er bevaras.', ideaMerged: 'Idén har redan slagits samman med en annan.', ideaHidden: 'En moderator har dolt idén.', ideaWithdrawn: 'Skribenten har dragit tillbaka idén.',
    notYours: 'En annan enhet ansvarar för den valda idén, så den kan inte avslutas här.',
    tooShort: 'Skriv lite mer.',
  },
  fill: 'Fyll i det här.',
  merge: {
    title: 'Slå samman med en annan idé', this: 'Den här idén', lead: 'Den ena idén avslutas och dess sida leder till den som blir kvar. Bådas spår och kommentarer bevaras. Stödet flyttas inte av sig självt: varje understödjare tillfrågas.',
    search: 'Sök den andra idén', searchHint: 'Ord ur rubriken eller texten', find: 'Sök', similar: 'Liknande idéer', found: 'Sökresultat', nothing: 'Inga liknande idéer hittades. Sök med andra ord.', choose: 'Vilken idé hör den här ihop med?',
    stays: 'Vilken blir kvar?', staysOther: 'Den valda idén blir kvar', staysOtherHint: 'Den här idén avslutas.', staysThis: 'Den här idén blir kvar', staysThisHint: 'Den valda idén avslutas. Din enhet ska ansvara för den.',
    sentence: 'Vad berättar du för alla?', sentenceHint: 'Syns på spåret för idén som avslutas.', submit: 'Slå samman', supporters: (count) => (count === 1 ? '1 understöder' : `${count} understöder`),
  },
  split: {
    title: 'Dela upp', lead: 'Av idén blir två till fyra nya idéer. Den ursprungliga skribenten förblir skribent, och spåret berättar att en tjänsteinnehavare delade idén. Svarets förfallodag flyttas inte. De som understöder får ett meddelande och väljer själva.',
    part: (number) => `Del ${number}`, partTitle: 'Rubrik', partText: 'Beskrivning', sentence: 'Varför delas idén?', sentenceHint: 'Syns för alla på den ursprungliga idéns spår.', submit: 'Dela idén', more: 'Fler delar',
  },
  merged: {
    title: 'Ditt stöd', mergedLead: (title) => `Idén ”${title}” slogs samman med en annan idé. Stödet flyttas inte om du inte själv vill det.`, question: (title) => `Understöder du också idén ”${title}”?`,
    yes: 'Ja, flytta mitt stöd', no: 'Nej, låt det vara kvar', movedNow: (title) => `Ditt stöd finns nu i idén ”${title}”.`, stayed: 'Ditt stöd blev kvar i den här idén.', closed: 'Idén som blev kvar har redan avslutats, så stödet kan inte längre flyttas.',
    splitLead: (title) => `Idén ”${title}” delades upp. Välj vilka delar du understöder.`, support: 'Understöd', supported: 'Du understöder den här', toOld: 'Visa den ursprungliga idén', notAsked: 'Frågan gäller dem som understödde idén som inloggade.', signIn: 'Logga in och svara', actingAs: 'Stödet är personligt. Byt först till ditt eget namn.',
  },
}
