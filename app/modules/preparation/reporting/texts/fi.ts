import { withoutStop } from '#core/text/format.ts'

export const fi = {
  title: 'Kuulemisen raportti', onlyOfficials: 'Kuuleminen on kesken. Raportin näkevät nyt vain asian valmistelijat; kaikille se avautuu, kun kuuleminen on päättynyt.',
  files: { pdf: 'Raportti PDF-tiedostona', docx: 'Word-tiedostona', data: 'Kommentit datana:' },
  facts: { unit: 'Valmisteleva yksikkö', caseNumber: 'Diaarinumero', hearing: 'Vaihe', comments: 'Kommentteja', answered: 'Vastattu', address: 'Asian sivu' },
  summary: 'Yhteenveto', summaryDue: (day: string) => `Yhteenveto tulee viimeistään ${withoutStop(day)}.`, summaryLater: 'Yhteenveto julkaistaan, kun kuuleminen on päättynyt.',
  who: 'Ketkä puhuivat', whoCaption: 'Puhujat ryhmittäin', group: 'Ryhmä', count: 'Määrä', kinds: { residents: 'Omissa nimissään puhuneita', guests: 'Vierailijoiden kommentteja', people: 'Omissa nimissään puhuneita ja vierailijoita', organisations: 'Yhdistyksiä ja yrityksiä', units: 'Kunnan yksiköitä' },
  untold: 'ei kerrota', fewer: (smallest: number) => `alle ${smallest}`, small: (smallest: number) => `Alle ${smallest} hengen ryhmiä ei kerrota, eikä niitäkään lukuja, joista ne voisi laskea.`,
  stance: 'Kanta', stanceCaption: 'Kommentit kannan mukaan', comments: 'Kommentteja', stances: { for: 'Puolesta', against: 'Vastaan', neutral: 'Kantaa ottamatta' },
  done: 'Mitä kommenteista seurasi', outcomeCaption: 'Kommentit sen mukaan, mitä niistä seurasi', outcome: 'Mitä seurasi', outcomes: { used: 'Käytettiin', partly: 'Käytettiin osittain', not: 'Ei käytetty' }, waiting: 'Vastaamatta',
  because: { used: (why: string) => `Käytettiin, koska ${why}`, partly: (why: string) => `Käytettiin osittain, koska ${why}`, not: (why: string) => `Ei käytetty, koska ${why}` },
  theme: 'Teema', themeCaption: 'Teemat ja mitä niistä seurasi', noTheme: 'Ilman teemaa', inComments: (count: number) => (count === 1 ? '1 kommentti' : `${count} kommenttia`),
  said: 'Mitä sanottiin', names: 'Kommentit ovat siinä järjestyksessä, jossa ne annettiin. Yksityishenkilöiden nimiä ei kerrota; yhteisöt ja kunnan yksiköt puhuvat omalla nimellään.', general: 'Yleiset kommentit ja vastaukset', removed: 'poistettu asiakirjasta', reply: 'Vastaus edelliseen:',
  quoted: (quote: string) => `Kohdasta ”${quote}”:`, proposed: (before: string, after: string) => `Ehdotus. Nyt: ”${before}” Tilalle: ”${after}”`, place: (place: string) => `Paikka: ${place}`, rest: (count: number) => `Tässä ovat ensimmäiset ${count} kommenttia. Loput ovat mukana datassa.`, inFiles: 'Kaikki kommentit ovat PDF- ja Word-tiedostoissa ja datassa.',
}
export type Texts = typeof fi
