import type { fi } from './fi.ts'

export const sv: typeof fi = {
  title: 'Följ platsen', tellWhen: 'Berätta genast när', newsToo: 'Du får också veta om platsen stängs eller öppettiderna ändras.', follow: 'Följ', save: 'Spara', stop: 'Sluta följa', how: 'Hur får jag veta?',
  email: 'E-postadress', emailHint: 'Vi skickar en länk dit, och med den bekräftar du.', byMail: 'Följ per e-post', signIn: 'Logga in och få meddelandet i telefonen', back: 'Tillbaka till platsens sida',
  kept: (place, what) => (what.length ? `Du följer ${place}. Vi berättar genast när ${what.join(' eller ')}.` : `Du följer ${place}.`),
  asked: 'Titta i din e-post. När du öppnar länken där följer du platsen.', stopped: 'Du följer inte längre den här platsen.',
}
