import type { Texts } from './fi.ts'

const wasAnswered: Record<string, string> = { forward: 'Svar: vi för idén vidare', exists: 'Svar: det här finns redan', elsewhere: 'Svar: ärendet hör till någon annan', notNow: 'Svar: inte just nu, men idén kan komma tillbaka', no: 'Svar: vi genomför inte det här' }
const wasMoved: Record<string, string> = { idea: 'Blev en idé igen', developing: 'Gick vidare till utveckling', experiment: 'Försöket började', decision: 'Gick vidare till beslut', service: 'Blev en tjänst', ended: 'Avslutades' }

export const sv: Texts = {
  outcome: { forward: 'Vi för den vidare', exists: 'Finns redan', elsewhere: 'Hör till någon annan', notNow: 'Inte just nu', no: 'Vi genomför den inte' },
  outcomeHint: {
    forward: 'Idén går vidare till utveckling. Berätta vad ni gör härnäst.', exists: 'Visa med en länk var det finns.', elsewhere: 'Berätta vems ärendet är och för det vidare.', notNow: 'Berätta varför. Idén kan komma tillbaka senare.', no: 'Berätta varför, tydligt och vänligt.',
  },
  moveTo: { waiting: 'Till väntan', idea: 'Tillbaka till idé', developing: 'Till utveckling', experiment: 'Till försök', decision: 'Till beslut', service: 'Till tjänst', ended: 'Till avslut' },
  moveHint: { waiting: '', idea: 'Idén är öppen igen och får ett nytt svar.', developing: 'Vi utreder, planerar eller bygger.', experiment: 'Vi prövar i liten skala och lär oss.', decision: 'En nämnd, en chef eller fullmäktige beslutar.', service: 'Invånarna får ta den i bruk.', ended: 'Mer görs inte åt den här.' },
  happened: {
    answered: (its) => wasAnswered[its] ?? 'Svar', moved: (to) => wasMoved[to] ?? 'Gick vidare',
    learned: 'Det här lärde försöket oss', routed: (to) => `Fördes vidare till ${to}`, routedLate: (to) => `Fördes för sent vidare till ${to}`, assigned: 'Du fick en idé att svara på', assignedNobody: 'Ingen person ansvarar längre',
  },
  answer: {
    title: 'Svara på idén', crumb: 'Arbetsbordet', outcome: 'Vad blir det av idén?', reason: 'Motivering', reasonHint: 'Tacka, berätta varför och vad som händer härnäst. Skriv som om du talade med en granne.',
    url: 'Länk', urlHint: 'Sidan där invånaren hittar tjänsten eller informationen.', whose: 'Vems ärendet är', whoseHint: 'Till exempel Trafikledsverket eller välfärdsområdet.',
    publish: 'Publicera svaret', saveDraft: 'Spara utkastet', removeDraft: 'Ta bort utkastet', saved: 'Utkastet är sparat. Dina kolleger ser det, invånarna gör det inte.',
    draftBy: (who, when) => `Utkast: ${who}, ${when}`, draftHint: 'Du kan ändra utkastet och publicera det. Ett publicerat svar står kvar och kan inte ändras.',
    earlier: 'Tidigare svar', noUnit: 'Idén har ännu ingen enhet. För den först vidare till en.', route: 'För vidare till en enhet', move: 'Flytta till ett annat skede', answer: 'Svara',
    supports: (count) => (count === 1 ? '1 understöder' : `${count} understöder`), experimentRuns: 'Ett försök pågår. Berätta vad ni lärde er innan du avslutar idén.',
    passedTo: (whose) => `Rätt instans: ${whose}`, seeHere: 'Gå till tjänsten', of: (unit) => `${unit} svarar`,
  },
  many: {
    title: (count) => (count === 1 ? 'Svara på en idé' : `Svara på ${count} idéer`), lead: 'Alla får samma svar. De som följer en idé får veta det.', publish: (count) => (count === 1 ? 'Publicera svaret' : `Publicera ${count} svar`),
    ideas: 'De här idéerna', none: 'Du har inte valt några idéer. Välj dem på arbetsbordet.', toDesk: 'Till arbetsbordet',
    drafts: (count) => (count === 1 ? 'Publicera utkastet' : `Publicera ${count} utkast`), draftsLead: 'Läs en gång till. Publicerade svar står kvar, och de som följer idéerna får veta.', noDrafts: 'Det finns inga utkast bland de valda.', hasDraft: (who) => `Utkast: ${who}. Det här svaret ersätter det.`, edit: 'Ändra',
  },
  move: {
    title: 'Flytta idén till ett skede', to: 'Till vilket skede?', sentence: 'Berätta för invånarna', sentenceHint: 'En eller två meningar: varför ni flyttar och vad som händer nu.', submit: 'Flytta idén', now: 'Nu', mayReturn: 'Idén kan komma tillbaka senare',
    toLearn: 'Vad vill vi lära oss?', toLearnHint: 'Till exempel: besöker folk bryggan också på vardagar?', seenFrom: 'Hur ser vi det?', seenFromHint: 'Till exempel: vi räknar besökarna i en vecka och frågar dem.', endsOn: 'När slutar försöket?', experiment: 'Före försöket',
    learned: 'Vad lärde vi oss?', learnedHint: 'Berätta också vad som inte fungerade. Det är också ett resultat.', learnedTitle: 'Efter försöket', nowhere: 'Idén är slutligt avslutad. Ett nytt svar kan öppna den.',
  },
  experiment: { title: 'Försök', running: (day) => `Försöket pågår till ${day}`, overran: (day) => `Försöket skulle ha slutat ${day}`, ended: (day) => `Försöket slutade ${day}`, toLearn: 'Vi vill lära oss', seenFrom: 'Vi ser det', learned: 'Vi lärde oss' },
  route: {
    title: 'För vidare till rätt enhet', unit: 'Enhet', unitEmpty: 'Välj en enhet', sentence: 'Berätta varför för invånarna', sentenceHint: 'Till exempel: grönenheten sköter lekparkerna, så den lovar ett svar.', submit: 'För idén vidare',
    now: (unit) => `Nu ansvarar: ${unit}.`, nobody: 'Idén har ingen enhet nu.', due: 'Sista dagen står kvar. Om den redan har gått får den nya enheten en vecka.', person: 'Ansvarig person', personEmpty: 'Ingen ännu', assign: 'Spara ansvarig person', assignTitle: 'Vem svarar?',
  },
  problems: {
    tooShort: 'Skriv minst 20 tecken.', sentenceShort: 'Skriv minst en hel mening.', chooseOutcome: 'Välj vad det blir av idén.', chooseStage: 'Välj ett skede.', chooseUnit: 'Välj en enhet.', sameUnit: 'Idén finns redan hos den här enheten.', notInUnit: 'Personen hör inte till idéns enhet.',
    linkNeeded: 'Ge en länk, till exempel https://www.kommun.fi/bryggor.', badLink: 'En länk börjar med https:// eller http://.', whoseNeeded: 'Berätta vems ärendet är.', experimentRunning: 'Ett försök pågår. Flytta först idén från försöket och berätta vad ni lärde er.',
    learnNeeded: 'Berätta vad försöket ska lära er.', seenNeeded: 'Berätta hur resultatet syns.', endNeeded: 'Välj försökets sista dag.', endPast: 'Välj en kommande dag.', endFar: 'Ett försök kan pågå högst två år.', learnedNeeded: 'Berätta vad ni lärde er.',
    answeredMeanwhile: 'En kollega hann publicera ett svar. Du ser det på den här sidan. Publicera på nytt om du ändå vill svara.', draftChanged: 'En kollega ändrade utkastet samtidigt. Hens text finns på den här sidan. Om du sparar ersätter din text den.', ideaWithdrawn: 'Avsändaren drog tillbaka idén. Den kan inte längre få svar.', ideaHidden: 'En moderator har dolt idén. Den kan inte få svar nu.', ideaMerged: 'Idén slogs ihop med en annan. Svara på den.', ideaClosed: 'Idén är redan avslutad.', noOwnerUnit: 'För först idén vidare till en enhet.', noDraft: 'Utkastet finns inte längre. En kollega publicerade det eller tog bort det.', stageChanged: 'En kollega hann flytta idén. Kontrollera skedet och försök igen.', notAllowed: 'Idén kan inte gå till det här skedet.', noneChosen: 'Välj minst en idé.', notYours: 'Idén hör till en annan enhet.', tooMany: 'Välj högst hundra åt gången.',
  },
}
