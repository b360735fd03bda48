import type { Texts } from './fi.ts'

export const sv: Texts = {
  atOnce: (what, title) => `${what}: ${title}`,
  digest: (count, first) => (count === 1 ? `Har rört sig: ${first}` : `Har rört sig: ${first} och ${count - 1} till`),
  hello: (name) => (name ? `Hej ${name}!` : 'Hej!'),
  moved: 'Det här har hänt i ärenden som du följer.',
  yours: 'DINA', followed: 'DU FÖLJER', fresh: 'NYTT INOM DINA ÄMNEN OCH OMRÅDEN',
  more: (url) => `Det har hänt mer. Allt: ${url}`, moreOf: 'Det har hänt mer. Här är det senaste.',
  earlier: (count) => (count === 1 ? 'Före det en annan ändring.' : `Före det ${count} andra ändringar.`),
  see: (url) => `Se: ${url}`,
  stopThis: (url) => `Sluta följa detta: ${url}`,
  stopOf: (what, url) => `Sluta följa ${what}: ${url}`,
  leaveNetwork: (what, url) => `Lämna nätverket av sakkunniga (${what}): ${url}`,
  rhythm: (url) => `Ändra när meddelandena kommer: ${url}`,
  stopAll: (url) => `Avsluta alla dessa meddelanden: ${url}`,
  pushAtOnce: 'Något som du följer har rört sig. Se vad.', pushDigest: 'Sammanfattningen är klar. Se vad som har hänt.',
  from: (municipality) => `${municipality} · Nousu. Ingenting försvinner.`,
  confirmSubject: (title) => `Bekräfta: vill du följa hur det går? ${title}`,
  confirm: (title, url) => `Hej!\n\nNågon, troligen du, bad om ett meddelande till den här adressen när detta rör sig:\n\n${title}\n\nBekräfta, så berättar vi vad som händer:\n${url}\n\nOm du inte bad om detta behöver du inte göra något. Utan bekräftelse kommer inga meddelanden.`,
}
