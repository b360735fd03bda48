import type { Texts } from './fi.ts'

export const sv: Texts = {
  admin: 'Administration', topics: 'Ämnen', topicsLead: 'Ett ämne har ett namn på tre språk, en enhet som svarar och en nivå av delämnen. De som följer blir kvar när du ändrar namnet eller slår ihop ämnen.',
  said: { saved: 'Sparat.', deleted: 'Ämnet är borttaget.', merged: 'Ämnena är sammanslagna. Den gamla adressen leder till det nya.' },
  partOf: (name) => `Del av: ${name}`, answers: (unit) => `Svarar: ${unit}`, change: (name) => `Ändra: ${name}`, save: 'Spara', add: 'Lägg till ett ämne', remove: 'Ta bort oanvänt', removeOf: (name) => `Ta bort: ${name}`, mergedOnes: 'Sammanslagna ämnen',
  labels: { nameFi: 'Namn på finska', nameSv: 'Namn på svenska', nameEn: 'Namn på engelska', unitId: 'Enhet som svarar', parentId: 'Del av vilket ämne', hints: 'Ordbörjor som hänvisar till ämnet' },
  parentHint: 'Den som följer ett delämne hör bara om det, den som följer ämnet hör också om delarna.', noParent: 'Ett eget ämne', hintsHint: 'Med komma emellan, till exempel: bok, läsesal',
  problems: { nameTaken: 'Det finns redan ett ämne med det här namnet.', notATopic: 'Välj ett ämne som inte självt är ett delämne.', hasParts: 'Ämnet har delämnen och kan därför inte självt vara en del.', inUse: 'Ämnet används och kan därför inte tas bort. Slå ihop det med ett annat.', gone: 'Det ämnet slogs just ihop med ett annat. Välj på nytt.' },
  merge: 'Slå ihop med ett annat', mergeOf: (name) => `Slå ihop: ${name}`, mergeLead: 'Allt som hör till ämnet flyttas på en gång till det andra.', into: 'Till vilket ämne?', showMoves: 'Visa vad som flyttas', becomes: (from, to) => `${from} går upp i: ${to}`,
  moves: {
    things: (count) => (count === 1 ? 'Ett objekt flyttas' : `${count} objekt flyttas`), followers: (many) => `De som följer flyttas: ${many}`, both: (count) => `Av dem följer ${count} redan båda: för dem blir de ett`, professionals: (many) => `Nätverkets sakkunniga flyttas: ${many}`,
    parts: (count) => (count === 1 ? 'Ett delämne flyttas' : `${count} delämnen flyttas`), address: 'Den gamla adressen leder till det nya ämnet, och orden som hänvisade hit hänvisar dit', nobody: 'ingen', few: 'färre än fem',
  },
  noWayBack: 'Sammanslagningen kan inte ångras.', mergeNow: 'Slå ihop nu', cancel: 'Avbryt',
}
