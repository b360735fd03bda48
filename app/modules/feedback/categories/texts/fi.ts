export const fi = {
  danger: 'Soita heti', notOurs: (name: string) => `${name}: ei ole kunnan hoidossa`,
  call: (phone: string) => `Soita ${phone}`, site: (host: string) => `Avaa ${host}`,
  sendable: 'Voit silti lähettää palautteen. Välitämme sen sille, jolle asia kuuluu, ja näet vastauksen omasta linkistäsi.',
  time: 'Kellonaika', timeHint: 'Esimerkiksi 14.30',
  pace: (median: number, ninety: number) => (median === ninety ? `Yhdeksän kymmenestä hoidetaan ${inDays(ninety)}.` : `Puolet hoidetaan ${inDays(median)}, yhdeksän kymmenestä ${inDays(ninety)}.`),
  problems: {
    badNumber: 'Kirjoita luku, esimerkiksi 12 tai 2,5.', badDay: 'Tarkista päivä, esimerkiksi 22.11.2026.', badTime: 'Tarkista kellonaika, esimerkiksi 14.30.', badChoice: 'Valitse jokin vaihtoehdoista.',
  } as Record<string, string>,
}
const inDays = (days: number) => (days === 1 ? 'päivässä' : `${days} päivässä`)
export type Texts = typeof fi
