import { withoutStop } from '#core/text/format.ts'
import type { Texts } from './fi.ts'

export const sv: Texts = {
  title: 'Rapport om hörandet', onlyOfficials: 'Hörandet pågår. Nu ser bara ärendets beredare rapporten; den öppnas för alla när hörandet är avslutat.',
  files: { pdf: 'Rapporten som PDF', docx: 'Som Word-fil', data: 'Kommentarerna som data:' },
  facts: { unit: 'Enhet som bereder', caseNumber: 'Diarienummer', hearing: 'Skede', comments: 'Kommentarer', answered: 'Besvarade', address: 'Ärendets sida' },
  summary: 'Sammandrag', summaryDue: (day) => `Sammandraget kommer senast ${withoutStop(day)}.`, summaryLater: 'Sammandraget publiceras när hörandet är avslutat.',
  who: 'Vilka som talade', whoCaption: 'De som talade enligt grupp', group: 'Grupp', count: 'Antal', kinds: { residents: 'Talade i eget namn', guests: 'Kommentarer av besökare', people: 'Talade i eget namn eller som besökare', organisations: 'Föreningar och företag', units: 'Kommunens enheter' },
  untold: 'redovisas inte', fewer: (smallest) => `färre än ${smallest}`, small: (smallest) => `Grupper med färre än ${smallest} redovisas inte, och inte heller tal som de kunde räknas ut ur.`,
  stance: 'Ståndpunkt', stanceCaption: 'Kommentarer enligt ståndpunkt', comments: 'Kommentarer', stances: { for: 'För', against: 'Emot', neutral: 'Tar inte ställning' },
  done: 'Vad kommentarerna ledde till', outcomeCaption: 'Kommentarer enligt vad de ledde till', outcome: 'Vad det blev', outcomes: { used: 'Användes', partly: 'Användes delvis', not: 'Användes inte' }, waiting: 'Obesvarade',
  because: { used: (why) => `Användes, eftersom ${why}`, partly: (why) => `Användes delvis, eftersom ${why}`, not: (why) => `Användes inte, eftersom ${why}` },
  theme: 'Tema', themeCaption: 'Teman och vad de ledde till', noTheme: 'Utan tema', inComments: (count) => (count === 1 ? '1 kommentar' : `${count} kommentarer`),
  said: 'Vad som sades', names: 'Kommentarerna står i den ordning som de gavs. Privatpersoners namn nämns inte; sammanslutningar och kommunens enheter talar i eget namn.', general: 'Allmänna kommentarer och svar', removed: 'borttaget ur dokumentet', reply: 'Svar på det föregående:',
  quoted: (quote) => `Om stället ”${quote}”:`, proposed: (before, after) => `Förslag. Nu: ”${before}” I stället: ”${after}”`, place: (place) => `Plats: ${place}`, rest: (count) => `Här är de första ${count} kommentarerna. Resten finns i datan.`, inFiles: 'Alla kommentarer finns i PDF- och Word-filerna och i datan.',
}
