import type { Texts } from './fi.ts'

export const en: Texts = {
  topics: 'Topics and areas', titleOf: (topic) => `Network: ${topic}`, lead: 'They have offered their skills in this topic. Your question goes to them through the service: no addresses are shown, and they answer where the matter is discussed.',
  people: 'Professionals', nobodyYet: 'Nobody is in the network yet. Anyone who offers skills on the topic’s page is shown here.', shown: 'Shown on the topic’s page', onlyHere: 'Seen by officials only', hidden: 'Taken out of view by a moderator',
  ask: 'Ask the network', nothingToAsk: 'A question is always about something public. Publish a matter first, or wait for an idea.', onlyOfficials: 'Only an official can ask.', send: 'Send the question', sent: (count) => (count === 1 ? 'The question was sent to one professional.' : `The question was sent to ${count} professionals.`),
  aboutHint: 'The question is shown on its trail, and the professionals answer on its page.', limits: 'One network can be asked three times a week.', earlier: 'What has been asked', askedFrom: (count) => (count === 1 ? 'of one person' : `of ${count} people`), about: 'About:',
  labels: { subjectId: 'What is the question about?', title: 'Title', text: 'Question', form: '' },
  problems: { tooOften: 'This network has been asked many times lately. Wait a few days.', nobody: 'There is nobody in the network to ask.', notPublic: 'Choose something public.' },
  leaveTitle: 'Leave the network?', leaveText: (topic) => `You get no more questions about ${topic}, and your offer is removed.`, leaveNow: 'Leave the network', left: 'You are no longer in the network. Thank you for your help!',
  mail: {
    text: (its) => `Hello ${its.name}!\n\nYou have offered your skills in the topic ${its.topic}. ${its.by} (${its.unit}) asks you now. The question is about: ${its.about}\n\n${its.title}\n\n${its.text}\n\nAnswer where it is discussed: ${its.address}\n\n--\n\nIf you want no more questions, leave the network: ${its.leave}`,
  },
}
