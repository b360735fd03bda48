export const fi = {
  happened: {
    published: 'Asia tuotiin avoimeen valmisteluun', phaseMoved: (to: string) => `Asia siirtyi vaiheeseen ${to}`, questionAsked: 'Uusi kysymys', materialAdded: (title: string) => `Uutta tausta-aineistoa: ${title}`,
    edited: 'Asian tekstiä muokattiin', decided: 'Asiasta päätettiin', closedService: 'Asia on valmis', closedEnded: 'Asian valmistelu päättyi', withdrawn: 'Asia peruttiin',
    ideaTakenIn: (title: string) => `Idea otettiin mukaan: ${title}`, takenIn: (title: string) => `Idea on mukana asiassa ${title}`, phaseDated: (phase: string, day: string) => `${phase} kestää ${finnishDay(day)} asti`,
    helpOffered: 'Joku tarjoutui mukaan valmisteluun', offerAccepted: 'Tervetuloa mukaan valmisteluun', offerThanked: 'Kiitos tarjouksestasi',
  },
  takenSentence: (title: string) => `Idea otettiin avoimeen valmisteluun asiassa ”${title}”. Sitä voi seurata ja kommentoida siellä.`,
}
export type Texts = typeof fi

const finnishDay = (day: string) => { const [year, month, date] = day.split('-').map(Number); return `${date}.${month}.${year}` }
