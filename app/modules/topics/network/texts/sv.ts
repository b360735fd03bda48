import type { Texts } from './fi.ts'

export const sv: Texts = {
  topics: 'Ämnen och områden', titleOf: (topic) => `Nätverk: ${topic}`, lead: 'De har erbjudit sitt kunnande i det här ämnet. Din fråga går till dem genom tjänsten: adresser visas inte, och de svarar där ärendet diskuteras.',
  people: 'Sakkunniga', nobodyYet: 'I nätverket finns ingen ännu. När någon erbjuder sitt kunnande på ämnets sida syns hen här.', shown: 'Syns på ämnets sida', onlyHere: 'Syns bara för tjänsteinnehavare', hidden: 'Dold av en moderator',
  ask: 'Fråga nätverket', nothingToAsk: 'En fråga gäller alltid något offentligt. Publicera först ett ärende eller vänta på en idé.', onlyOfficials: 'Bara en tjänsteinnehavare kan fråga.', send: 'Skicka frågan', sent: (count) => (count === 1 ? 'Frågan har skickats till en sakkunnig.' : `Frågan har skickats till ${count} sakkunniga.`),
  aboutHint: 'Frågan syns på dess stig, och de sakkunniga svarar på dess sida.', limits: 'Samma nätverk kan tillfrågas tre gånger i veckan.', earlier: 'Vad som har frågats', askedFrom: (count) => (count === 1 ? 'av en person' : `av ${count} personer`), about: 'Gäller:',
  labels: { subjectId: 'Vad gäller frågan?', title: 'Rubrik', text: 'Fråga', form: '' },
  problems: { tooOften: 'Det här nätverket har redan tillfrågats många gånger på kort tid. Vänta några dagar.', nobody: 'I nätverket finns ingen att fråga.', notPublic: 'Välj något offentligt.' },
  leaveTitle: 'Lämna nätverket?', leaveText: (topic) => `Du får inga fler frågor om ämnet ${topic}, och ditt erbjudande tas bort.`, leaveNow: 'Lämna nätverket', left: 'Du är inte längre med i nätverket. Tack för din hjälp!',
  mail: {
    text: (its) => `Hej ${its.name}!\n\nDu har erbjudit ditt kunnande i ämnet ${its.topic}. ${its.by} (${its.unit}) frågar dig nu. Frågan gäller: ${its.about}\n\n${its.title}\n\n${its.text}\n\nSvara där det diskuteras: ${its.address}\n\n--\n\nOm du inte längre vill ha frågor, lämna nätverket: ${its.leave}`,
  },
}
