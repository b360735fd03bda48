import type { Texts } from './fi.ts'

export const en: Texts = {
  happened: {
    published: 'The matter was opened for preparation', phaseMoved: (to) => `The matter moved on to ${to}`, questionAsked: 'A new question', materialAdded: (title) => `New background material: ${title}`,
    edited: 'The text of the matter was edited', decided: 'The matter was decided', closedService: 'The matter is complete', closedEnded: 'The preparation ended', withdrawn: 'The matter was withdrawn',
    ideaTakenIn: (title) => `An idea was taken in: ${title}`, takenIn: (title) => `The idea is part of the matter ${title}`, phaseDated: (phase, day) => `${phase} lasts until ${englishDay(day)}`,
    helpOffered: 'Somebody offered to take part in the preparation', offerAccepted: 'Welcome to the preparation', offerThanked: 'Thank you for your offer',
  },
  takenSentence: (title) => `The idea was taken into open preparation in the matter “${title}”. You can follow it and comment there.`,
}
const englishDay = (day: string) => new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' }).format(new Date(day))
