import type { Texts } from './fi.ts'

export const sv: Texts = {
  wentTo: (name) => `Det här sköts av ${name}. Responsen har skickats dit, och vi berättar när vi får svar.`,
  ordered: (name) => `Arbetet är beställt: ${name}.`,
  said: { underWay: (name) => `${name} har tagit itu med saken.`, done: (name) => `${name} meddelar: klart.`, notOurs: (name) => `${name} sköter inte det här. Saken är tillbaka hos oss, och vi reder ut vart den hör.`, note: (name) => `${name} har svarat.` },
  letter: {
    subject: (category, reference) => `Respons ${reference}: ${category}`, hello: (municipality) => `${municipality} skickar vidare en invånares respons till er.`, what: 'Vad', where: 'Var', point: 'Plats på kartan', when: 'Skickad', reference: 'Referens', sender: 'Avsändare',
    said: 'Responsen ord för ord', answer: 'Berätta på den här sidan hur saken framskrider. Ni behöver inte logga in:', orReply: 'Ni kan också svara på det här meddelandet.',
  },
  page: {
    title: 'Vidarebefordrad respons', lead: (partner, municipality) => `${municipality} skickade detta vidare till ${partner}.`, how: 'Hur framskrider saken?', said: { underWay: 'Vi har tagit itu med den', done: 'Klart', notOurs: 'Hör inte till oss', note: 'Annat meddelande' }, text: 'Vad ska avsändaren få veta?', textHint: 'Den som skickade responsen ser detta som det är. Om saken är klar räcker en mening.', photo: 'Bild av det färdiga', send: 'Skicka', kept: 'Tack. Avsändaren får veta genast.', closed: 'Detta är behandlat. Tack!', before: 'Tidigare sagt', onMap: 'Öppna på kartan',
    labels: { said: 'Hur framskrider saken?', text: 'Vad ska avsändaren få veta?', photo1: 'Bild', form: '' }, problems: { alreadyClosed: 'Detta är redan behandlat.' },
  },
  panel: { title: 'Vidarebefordran', forward: 'Skicka vidare', open: 'Se och skicka vidare', none: 'Har inte skickats vidare.' },
  forward: {
    title: 'Skicka responsen vidare', lead: 'En annan ägare tar över saken, och avsändaren får veta vem som sköter den. En entreprenör gör arbetet för oss.', to: 'Till vem?', words: 'Vad vill du säga till mottagaren?', withSender: 'Ge också avsändarens namn och kontaktuppgifter. Jag har bett om lov.', send: 'Skicka vidare', noPartners: 'Det finns inga mottagare. Administratören lägger till dem.', history: 'Vad som har skickats vidare',
    state: { waiting: 'Väntar på att skickas', sent: 'Skickad', answered: 'Besvarad', failed: 'Kom inte fram', closed: 'Behandlad' }, by: { mail: 'per e-post', open311: 'via gränssnittet' }, from: { mail: 'e-post', page: 'svarssida', open311: 'gränssnitt' }, retry: 'Försök igen', close: 'Vänta inte längre', why: (error) => `Orsak: ${error}`, attempts: (count) => `${count} försök`, sayOn: 'Berätta för avsändaren', sentence: 'Avsändaren får veta', undelivered: 'Meddelandet kom inte fram',
    labels: { partnerId: 'Till vem?', words: 'Vad vill du säga till mottagaren?', sentence: 'Avsändaren får veta', form: '' },
    problems: { alreadyForwarded: 'Detta är redan på väg till samma mottagare.', partnerUnknown: 'Mottagaren finns inte längre.', stateChanged: 'Responsens läge har ändrats. Se efter först.', nothingToRetry: 'Det finns inget att försöka på nytt.' },
  },
  admin: {
    title: 'Partner', lead: 'Entreprenörer och andra ägare som respons skickas vidare till per e-post eller via gränssnittet Open311.', add: 'Lägg till en partner', none: 'Det finns inga partner.', kind: { contractor: 'Entreprenör', owner: 'Annan ägare' }, closed: 'Ur bruk', close: 'Ta ur bruk', open: 'Ta i bruk', save: 'Spara', test: 'Pröva förbindelsen', testOk: (count) => `Förbindelsen fungerar. Antal tjänster ${count}:`, testFailed: (error) => `Förbindelsen fungerar inte: ${error}`, failures: 'Vad som inte har kommit fram', noFailures: 'Allt har kommit fram.', underWay: (count) => `på väg ${count}`, failed: (count) => `misslyckade ${count}`, incoming: (address) => `Svar per e-post kommer till ${address}.`, noIncoming: 'Svar per e-post läses inte. Partnern svarar på en sida vars adress finns i meddelandet. (Inställningarna MAIL_IN_PORT och REPLY_ADDRESS.)',
    labels: { name: 'Namn', kind: 'Vad är det?', language: 'Språk', email: 'E-post', open311Url: 'Open311-adress', jurisdiction: 'Jurisdiction-kod', apiKey: 'Nyckel (api_key)', services: 'Tjänstekoder', form: '' },
    hints: { kind: 'En annan ägare tar över saken. En entreprenör gör ett arbete som kommunen ansvarar för.', open311Url: 'Tjänstens rot, till exempel https://respons.example.fi/open311/v2/. Lämna tomt om meddelandet går per e-post.', apiKey: 'Tomt lämnar den nuvarande nyckeln som den är.', services: 'En per rad: vår kategoris nyckel = deras kod. En stjärna betyder alla andra: * = 100.' }, problems: { badAddress: 'Adressen måste vara en offentlig https-adress.', badServices: 'Skriv nyckel = kod på varje rad.' },
    languages: { fi: 'finska', sv: 'svenska', en: 'engelska' },
  },
}
