import type { Texts } from './fi.ts'

export const en: Texts = {
  wentTo: (name) => `${name} looks after this. The report has been sent there, and we tell you when they answer.`,
  ordered: (name) => `The work has been ordered: ${name}.`,
  said: { underWay: (name) => `${name} has taken it up.`, done: (name) => `${name} says it is done.`, notOurs: (name) => `${name} does not look after this. It is back with us, and we find out where it belongs.`, note: (name) => `${name} has answered.` },
  letter: {
    subject: (category, reference) => `Report ${reference}: ${category}`, hello: (municipality) => `${municipality} forwards you a resident’s report.`, what: 'What', where: 'Where', point: 'Place on the map', when: 'Sent', reference: 'Reference', sender: 'Sender',
    said: 'The report, word for word', answer: 'Tell on this page how it goes. You need not sign in:', orReply: 'You can also answer this message.',
  },
  page: {
    title: 'A forwarded report', lead: (partner, municipality) => `${municipality} forwarded this to ${partner}.`, how: 'How is it going?', said: { underWay: 'We have taken it up', done: 'Done', notOurs: 'Not ours', note: 'Another message' }, text: 'What is the sender told?', textHint: 'Whoever sent the report sees this as it is. When it is done, one sentence is enough.', photo: 'A photo of it done', send: 'Send', kept: 'Thank you. The sender hears at once.', closed: 'This has been dealt with. Thank you!', before: 'Said before', onMap: 'Open on a map',
    labels: { said: 'How is it going?', text: 'What is the sender told?', photo1: 'Photo', form: '' }, problems: { alreadyClosed: 'This has already been dealt with.' },
  },
  panel: { title: 'Forwarding', forward: 'Forward', open: 'Look and forward', none: 'Not forwarded.' },
  forward: {
    title: 'Forward the report', lead: 'Another owner takes the matter over, and the sender hears whose it is. A contractor does the work for us.', to: 'To whom?', words: 'What do you want to say to them?', withSender: 'Give the sender’s name and contact details too. I have the sender’s permission.', send: 'Forward', noPartners: 'There is nobody to forward to. The administrator adds them.', history: 'What has been forwarded',
    state: { waiting: 'Waits to be sent', sent: 'Sent', answered: 'Answered', failed: 'Did not arrive', closed: 'Dealt with' }, by: { mail: 'by e-mail', open311: 'through the interface' }, from: { mail: 'e-mail', page: 'answer page', open311: 'interface' }, retry: 'Try again', close: 'Wait no longer', why: (error) => `Why: ${error}`, attempts: (count) => `tries ${count}`, sayOn: 'Tell the sender', sentence: 'The sender is told', undelivered: 'The message did not arrive',
    labels: { partnerId: 'To whom?', words: 'What do you want to say to them?', sentence: 'The sender is told', form: '' },
    problems: { alreadyForwarded: 'This is already on its way to the same partner.', partnerUnknown: 'The partner is not there any more.', stateChanged: 'The report has moved. Look at it first.', nothingToRetry: 'There is nothing to try again.' },
  },
  admin: {
    title: 'Partners', lead: 'Contractors and other owners to whom reports are forwarded, by e-mail or through Open311.', add: 'Add a partner', none: 'There are no partners.', kind: { contractor: 'Contractor', owner: 'Another owner' }, closed: 'Out of use', close: 'Take out of use', open: 'Take into use', save: 'Save', test: 'Try the connection', testOk: (count) => `The connection works. Services (${count}):`, testFailed: (error) => `The connection does not work: ${error}`, failures: 'What has not arrived', noFailures: 'Everything has arrived.', underWay: (count) => `under way ${count}`, failed: (count) => `failed ${count}`, incoming: (address) => `Answers by e-mail come to ${address}.`, noIncoming: 'Answers by e-mail are not read. The partner answers on a page whose address is in the message. (Settings MAIL_IN_PORT and REPLY_ADDRESS.)',
    labels: { name: 'Name', kind: 'What is it?', language: 'Language', email: 'E-mail', open311Url: 'Open311 address', jurisdiction: 'Jurisdiction id', apiKey: 'Key (api_key)', services: 'Service codes', form: '' },
    hints: { kind: 'Another owner takes the matter over. A contractor does work that the municipality answers for.', open311Url: 'The root of the service, such as https://reports.example.fi/open311/v2/. Leave empty if messages go by e-mail.', apiKey: 'Empty leaves the present key as it is.', services: 'One on a line: our category’s key = their code. A star means all others: * = 100.' }, problems: { badAddress: 'The address must be a public https address.', badServices: 'Write key = code on each line.' },
    languages: { fi: 'Finnish', sv: 'Swedish', en: 'English' },
  },
}
