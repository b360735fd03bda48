import type { Texts } from './fi.ts'

export const sv: Texts = {
  title: 'Meddelanden', lead: 'Hit kommer besked när något viktigt för dig rör sig.',
  none: 'Inga meddelanden ännu. Följ en idé, så berättar vi när något händer.', noneAction: 'Bläddra bland idéer',
  new: 'Ny', readAll: 'Markera alla som lästa', settings: 'Vad jag följer', open: 'Öppna', earlier: 'Tidigare', unread: 'Nya', before: (count) => (count === 1 ? 'och ett tidigare' : `och ${count} tidigare`),
  follows: 'Vad jag följer', followsLead: 'Vi berättar när de här rör sig. Du väljer hur.',
  noFollows: 'Du följer ännu ingenting. Idéer som du stöder eller skickar kommer hit av sig själva, de andra väljer du på idéns sida.',
  howAll: 'Hur meddelandena kommer', howAllHint: (email) => (email ? `E-post skickas till ${email}. Här ser du meddelandena alltid.` : 'Här ser du meddelandena alltid.'), useForAll: 'Använd för alla',
  rhythm: { atOnce: 'Genast per e-post', daily: 'En gång om dagen per e-post', weekly: 'En gång i veckan per e-post', inApp: 'Bara här' },
  rhythmHint: { atOnce: 'Ett meddelande om varje ändring.', daily: 'En sammanfattning på morgonen klockan 8.', weekly: 'En sammanfattning på måndag morgon.', inApp: 'En röd prick, ingen e-post.' },
  why: { author: 'Din egen idé', supporter: 'Du stöder idén', chosen: 'Du följer idén', commenter: 'Du har kommenterat' },
  change: 'Ändra', stop: 'Sluta följa', movedAt: (when) => `Rörde sig ${when}`,
  followTitle: 'Följ hur det går', followGuest: 'Ge din e-postadress, så berättar vi när det här rör sig. Du behöver inget konto och slutar med ett tryck.',
  email: 'E-post', emailHint: 'Vi använder den bara till detta.', when: 'När berättar vi?', followByMail: 'Följ', signInInstead: 'Logga in och följ med ditt konto',
  askedTitle: 'Titta i din e-post', asked: 'Vi skickade en länk till adressen. Du börjar följa när du öppnar den och bekräftar. Om du redan följer det här kommer ingen ny länk.', backTo: 'Tillbaka till idén',
  followMine: 'Hur berättar vi när det här rör sig?', youFollow: 'Du följer det här.', save: 'Spara', start: 'Följ',
  confirmTitle: 'Vill du följa det här?', confirmLead: 'Bekräfta, så berättar vi per e-post vad som händer.', confirm: 'Ja, jag följer', confirmed: 'Nu följer du det här. Vi berättar när det rör sig.', see: 'Se hur det går',
  stopTitle: 'Vill du sluta få meddelanden?', stopOne: 'Du får inte längre meddelanden om detta:', stopAll: 'Du får inte längre e-post om något du följer. Om du har ett konto ser du meddelandena fortfarande här.',
  stopButton: 'Avsluta meddelandena', stopped: 'Meddelandena är avslutade. Du kan börja följa igen när du vill.',
  hiddenTitle: 'Dold i modereringen',
  mailbox: 'Postlådan', mailboxLead: 'Den här installationen har ingen e-postserver. All post som skickas stannar här, så att länkarna fungerar.', mailboxNone: 'Ingen post ännu. Skicka en idé utan konto eller be om en inloggningslänk, så kommer meddelandet hit.',
  to: (address) => `Till ${address}`,
}
