import { withoutStop } from '#core/text/format.ts'
import type { fi } from './fi.ts'

export const sv: typeof fi = {
  now: 'Skick', whoSaw: 'Vem såg det och när', seenAs: (said) => `då: ${said}`,
  unknown: 'inte känt',
  lastSaid: (when) => `senast ${when}`,
  sinceDay: (value, day) => `${value} sedan ${day}`,
  seasonOver: 'Säsongen är slut', seasonOverSince: (day) => `Säsongen tog slut ${withoutStop(day)}. Skicket följs inte nu.`,
  seenAt: 'Observerat', knownUntil: (when) => `gäller till ${when}`, stale: 'Uppgiften är för gammal och visas därför inte.', last: (said) => `Senaste observation: ${said}.`,
  cleared: 'Uppgiften har tagits bort.',
  source: { worker: 'personal', sensor: 'sensor', access: 'passersystem' },
 
  wordTitle: 'Meddelande', wordUntil: (when) => `Gäller till ${when}`,
  history: 'Så här har skicket varierat', update: 'Uppdatera läget',
  wish: { said: (place, what) => `${place}: ${what}`, good: 'platsen är i gott skick' },
  page: {
    title: (place) => `${place}: skicket under 14 dagar`, lead: 'Observationer och skötsel under de senaste två veckorna, nyast först. När en observation blir för gammal visas den inte längre som gällande.',
    none: 'Inga observationer på två veckor.', noneText: 'När personalen eller en sensor berättar om platsen ser du det här.',
    day: 'Dag', lowest: 'Lägst', highest: 'Högst', latest: 'Senast', asTable: 'Talen som tabell', chart: (name, from, to) => `${name} per timme, ${from}–${to}. Samma tal finns i tabellen under bilden.`, feed: 'Flöde (Atom)', more: (most) => `De ${most} nyaste visas.`,
  },
  feed: { title: (place) => `${place}: skicket`, expired: 'Den senaste observationen är för gammal.' },
  devices: { post: 'Skick och skötsel' },
}
