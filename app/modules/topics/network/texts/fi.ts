export const fi = {
  topics: 'Aiheet ja alueet', titleOf: (topic: string) => `Verkosto: ${topic}`, lead: 'He ovat tarjonneet osaamistaan tähän aiheeseen. Kysymyksesi menee heille palvelun kautta: osoitteita ei näytetä, ja he vastaavat siellä, missä asiasta keskustellaan.',
  people: 'Osaajat', nobodyYet: 'Verkostossa ei ole vielä ketään. Kun joku tarjoaa osaamistaan aiheen sivulla, hän näkyy täällä.', shown: 'Näkyy aiheen sivulla', onlyHere: 'Näkyy vain viranhaltijoille', hidden: 'Valvoja poisti näkyvistä',
  ask: 'Kysy verkostolta', nothingToAsk: 'Kysymys koskee aina jotain julkista. Julkaise ensin asia tai odota ideaa.', onlyOfficials: 'Vain viranhaltija voi kysyä.', send: 'Lähetä kysymys', sent: (count: number) => (count === 1 ? 'Kysymys on lähetetty yhdelle osaajalle.' : `Kysymys on lähetetty ${count} osaajalle.`),
  aboutHint: 'Kysymys näkyy sen polulla, ja osaajat vastaavat sen sivulla.', limits: 'Samalta verkostolta voi kysyä kolmesti viikossa.', earlier: 'Mitä on kysytty', askedFrom: (count: number) => (count === 1 ? 'yhdeltä' : `${count} henkilöltä`), about: 'Koskee:',
  labels: { subjectId: 'Mitä kysymys koskee?', title: 'Otsikko', text: 'Kysymys', form: '' } as Record<string, string>,
  problems: { tooOften: 'Tältä verkostolta on kysytty jo monta kertaa lyhyessä ajassa. Odota muutama päivä.', nobody: 'Verkostossa ei ole ketään, jolta kysyä.', notPublic: 'Valitse jokin julkinen asia.' } as Record<string, string>,
  leaveTitle: 'Erotaanko verkostosta?', leaveText: (topic: string) => `Et enää saa kysymyksiä aiheesta ${topic}, ja tarjouksesi poistetaan.`, leaveNow: 'Eroa verkostosta', left: 'Et ole enää verkostossa. Kiitos avustasi!',
  mail: {
    text: (its: { name: string; by: string; unit: string; topic: string; about: string; title: string; text: string; address: string; leave: string }) =>
      `Hei ${its.name}!\n\nOlet tarjonnut osaamistasi aiheeseen ${its.topic}. ${its.by} (${its.unit}) kysyy sinulta nyt. Kysymys koskee: ${its.about}\n\n${its.title}\n\n${its.text}\n\nVastaa siellä, missä siitä keskustellaan: ${its.address}\n\n--\n\nJos et enää halua kysymyksiä, eroa verkostosta: ${its.leave}`,
  },
}
export type Texts = typeof fi
