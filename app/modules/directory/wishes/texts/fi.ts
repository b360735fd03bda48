export const fi = {
  title: 'Seuraa paikkaa', tellWhen: 'Kerro heti, kun', newsToo: 'Kuulet myös, jos paikka suljetaan tai sen aukioloajat muuttuvat.', follow: 'Seuraa', save: 'Tallenna', stop: 'Lopeta seuraaminen', how: 'Miten haluat kuulla?',
  email: 'Sähköpostiosoite', emailHint: 'Lähetämme siihen linkin, jolla vahvistat seuraamisen.', byMail: 'Seuraa sähköpostilla', signIn: 'Kirjaudu ja saa ilmoitus puhelimeen', back: 'Takaisin paikan sivulle',
  kept: (place: string, what: string[]) => (what.length ? `Seuraat paikkaa ${place}. Kerromme heti, kun ${what.join(' tai ')}.` : `Seuraat paikkaa ${place}.`),
  asked: 'Katso sähköpostisi. Kun avaat viestin linkin, seuraat paikkaa.', stopped: 'Et enää seuraa tätä paikkaa.',
}
