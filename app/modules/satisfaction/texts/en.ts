import type { Texts } from './fi.ts'

const answers = (count: number) => `${count} ${count === 1 ? 'answer' : 'answers'}`
export const en: Texts = {
  title: 'How did it go?', lead: 'One tap tells whether the service works. You need not sign in, and nobody sees who answered.',
  prompt: 'How did your visit go?', faces: ['Very badly', 'Badly', 'In between', 'Well', 'Very well'], participate: 'Take part',
  about: { service: 'Service', place: 'Place', unit: 'Unit' },
  thanks: 'Thank you! Your answer is kept.', yours: (face) => `You answered: ${face.toLowerCase()}. You can still change your mind.`,
  words: 'Do you want to say more?', wordsHint: 'A word is enough. Do not write names or contact details: the answer is read by the unit’s staff.', sendWords: 'Send', wordsKept: 'Thank you, we got it.',
  low: 'Sorry to hear that. Shall we fix it?', lowText: 'If something should be done, send a report. You see who answers, by when and how it goes.', lowSend: 'Send a report',
  closed: 'We are not asking about this just now.', toReport: 'Send a report', everything: 'All questions',
  answers, happy: (share, range) => `${share} were happy (${range})`, uncertain: 'In brackets is the range in which the true share lies with 95 per cent certainty.',
  few: 'There are so few answers that they are not shown yet.', lastYear: 'The last year', results: 'What has been answered', faceCount: (face, count, share) => `${face}: ${answers(count)}, ${share}`,
  none: 'Nothing is asked about yet.', ask: 'Make a question', keep: 'Settings of the question', mine: 'Your unit’s questions',
  form: {
    title: 'A new question', change: 'Change the question', save: 'Save', noSubject: 'On no page', labels: { subjectId: 'On which page is it asked?', about: 'What is asked about?', unitId: 'Who answers for it?', placeId: 'Which place?', categoryId: 'Where does the report of a bad answer go?', nameFi: 'Name in Finnish', nameSv: 'Name in Swedish', nameEn: 'Name in English', promptFi: 'The question in Finnish', promptSv: 'The question in Swedish', promptEn: 'The question in English', name: 'Name of the device', form: '' },
    nameHint: 'The name people know, such as Main library Leija.', promptHint: 'Leave it empty and we ask: How did your visit go?', noPlace: 'No place', anyCategory: 'The sender chooses the category', problems: { placeUnknown: 'The place is not known.' },
  },
  close: 'Stop asking', open: 'Ask again', isClosed: 'This is not asked about just now. The answers are kept.', poster: 'Poster with a QR code (PDF)', posterA5: 'Small poster (A5)', page: 'The page for answering',
  kiosks: 'Kiosks', kiosksLead: 'Open the address on a tablet in the lobby and leave it there. The kiosk works even if the network is lost, and sends the answers when it is back.', addKiosk: 'Add a kiosk', kioskHint: 'Such as Main entrance.', kioskAddress: 'The address to open on the tablet. Keep it: it is shown only now.', endKiosk: 'Take out of use', heard: (when) => `heard ${when}`, neverHeard: 'has not answered yet', noKiosks: 'There are no kiosks.',
  said: 'What was said', nothingSaid: 'Nobody has said more yet.', makeReport: 'Make a report', isReport: 'This became a report', week: 'Week from', number: 'Answers', share: 'Happy', weeks: 'Week by week', reportMade: 'The report is made.',
  kiosk: { next: 'Done', thanks: 'Thank you!', skip: 'Skip', waits: (count) => `Waiting for the network: ${count}`, ended: 'This kiosk has been taken out of use.' },
  posterText: { scan: 'Point your phone’s camera here', or: 'or type in your browser', nothing: 'No sign-in, no cookies. The answer is anonymous.' },
}
