import type { Texts } from './fi.ts'

export const sv: Texts = {
  title: 'Övning i identifiering – ingen riktig identifiering',
  notReal: 'Den här sidan föreställer en identifieringstjänst. Välj vem av de påhittade personerna du är. Inga riktiga uppgifter frågas eller behövs.',
  goesTo: 'Uppgifterna ges till:', choose: 'Fortsätt som', born: 'Född', lives: 'Hemkommun',
  level: { high: 'Hög tillitsnivå', substantial: 'Väsentlig tillitsnivå' },
  cancel: 'Avbryt och gå tillbaka', gone: 'Identifieringen har föråldrats. Gå tillbaka till tjänsten och börja om.',
}
