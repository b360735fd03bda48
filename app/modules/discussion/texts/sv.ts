import type { Texts } from './fi.ts'

export const sv: Texts = {
  title: 'Diskussion',
  order: { newest: 'Nyaste först', oldest: 'Äldsta först' },
  showNewest: 'Visa de nyaste först', showOldest: 'Visa de äldsta först',
  write: 'Skriv en kommentar', text: 'Din kommentar', send: 'Skicka kommentaren',
  stance: 'Din ståndpunkt', stances: { for: 'För', against: 'Emot', neutral: 'Tar inte ställning' },
  follow: 'Berätta för mig när saken går framåt eller någon svarar',
  voice: 'Du skriver', ownName: 'i eget namn', asOrganisation: (name) => `Du skriver som ${name}.`,
  reply: 'Svara', replyTo: (name) => `Svara: ${name}`, replyText: 'Ditt svar', sendReply: 'Skicka svaret',
  edit: 'Redigera', editText: 'Redigera din kommentar', save: 'Spara ändringen', editHint: 'Den tidigare formuleringen kan fortfarande läsas.',
  remove: 'Ta bort', removeSure: 'Kommentaren tas bort för gott. Svaren blir kvar.', removeNow: 'Ta bort kommentaren',
  report: 'Anmäl', reportOf: (name) => `Anmäl kommentaren av ${name}`,
  edited: 'redigerad', starter: 'Startade', official: 'Kommunens svar', organisation: 'Sammanslutning',
  removed: 'Skribenten har tagit bort sin kommentar.', hidden: 'En moderator har dolt kommentaren.', why: 'Orsak', appeal: 'Be om en ny bedömning', rules: 'Så modererar vi',
  waits: 'Väntar på att en moderator läser. Andra ser inte detta ännu.', hiddenYours: 'Dold för andra.',
  someone: 'Tidigare användare', link: 'Länk hit',
  moreReplies: (count) => `Visa alla ${count} svar`, allReplies: 'Fler svar', wholeDiscussion: 'Hela diskussionen', thisThread: 'Du ser en gren av diskussionen.',
  toNewest: 'Till diskussionens början', more: 'Fler kommentarer',
  emptyOpen: 'Ingen har sagt något ännu. Vad tycker du?', emptyClosed: 'Det fördes ingen diskussion om detta.', closed: 'Diskussionen är stängd.',
  signIn: 'Logga in och kommentera', signInFirst: 'Logga in så kan du säga vad du tycker.',
  history: 'Kommentarens formuleringar', now: 'Nu', until: (day) => `Gällde till ${day}`, back: 'Tillbaka till diskussionen',
}
