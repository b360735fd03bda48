import type { Texts } from './fi.ts'

export const sv: Texts = {
  danger: 'Ring genast', notOurs: (name) => `${name}: sköts inte av kommunen`,
  call: (phone) => `Ring ${phone}`, site: (host) => `Öppna ${host}`,
  sendable: 'Du kan ändå skicka respons. Vi skickar den vidare till den som ansvarar, och du ser svaret via din egen länk.',
  time: 'Klockslag', timeHint: 'Till exempel 14.30',
  pace: (median, ninety) => (median === ninety ? `Nio av tio åtgärdas på ${inDays(ninety)}.` : `Hälften åtgärdas på ${inDays(median)}, nio av tio på ${inDays(ninety)}.`),
  problems: {
    badNumber: 'Skriv ett tal, till exempel 12 eller 2,5.', badDay: 'Kontrollera dagen, till exempel 22.11.2026.', badTime: 'Kontrollera klockslaget, till exempel 14.30.', badChoice: 'Välj något av alternativen.',
  },
}
const inDays = (days: number) => (days === 1 ? 'en dag' : `${days} dagar`)
