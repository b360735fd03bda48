import type { Texts } from './fi.ts'

const swedishDay = (day: string) => { const [year, month, date] = day.split('-').map(Number); return `${date}.${month}.${year}` }
export const sv: Texts = {
  happened: {
    published: 'Ärendet togs till öppen beredning', phaseMoved: (to) => `Ärendet gick vidare till skedet ${to}`, questionAsked: 'En ny fråga', materialAdded: (title) => `Nytt bakgrundsmaterial: ${title}`,
    edited: 'Ärendets text ändrades', decided: 'Beslut har fattats', closedService: 'Ärendet är klart', closedEnded: 'Beredningen avslutades', withdrawn: 'Ärendet drogs tillbaka',
    ideaTakenIn: (title) => `Idén togs med: ${title}`, takenIn: (title) => `Idén är med i ärendet ${title}`, phaseDated: (phase, day) => `${phase} pågår till ${swedishDay(day)}`,
    helpOffered: 'Någon erbjöd sig att delta i beredningen', offerAccepted: 'Välkommen med i beredningen', offerThanked: 'Tack för ditt erbjudande',
  },
  takenSentence: (title) => `Idén togs till öppen beredning i ärendet ”${title}”. Där kan du följa och kommentera den.`,
}
