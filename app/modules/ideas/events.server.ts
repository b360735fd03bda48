import { event } from '#core/trail/event.ts'

export const ideaSent = event('ideas.sent', { onTrail: true, tells: 'followers', wide: true, icon: 'sent', words: { fi: () => 'Idea lähetetty', sv: () => 'Idén skickades', en: () => 'Idea sent' } })
export const ideaSupported = event('ideas.supported', { onTrail: false, tells: 'nobody', icon: 'support', words: { fi: () => 'Uusi kannatus', sv: () => 'Nytt understöd', en: () => 'New support' } })
export const ideaEdited = event('ideas.edited', { onTrail: true, tells: 'nobody', icon: 'edited', words: { fi: () => 'Lähettäjä muokkasi tekstiä', sv: () => 'Avsändaren ändrade texten', en: () => 'The sender edited the text' } })
export const ideaWithdrawn = event('ideas.withdrawn', { onTrail: true, tells: 'followers', icon: 'withdrawn', words: { fi: () => 'Lähettäjä perui ideansa', sv: () => 'Avsändaren drog tillbaka sin idé', en: () => 'The sender withdrew the idea' } })

/** From an earlier service. `author` is a name there, not an account; `supports` were given there and are not counted here. */
export const ideaImported = event('ideas.imported', { onTrail: true, tells: 'nobody', icon: 'imported', words: {
  fi: ({ source, author, supports }) => `${source ? `Tuotu palvelusta ${source}` : 'Tuotu tiedostosta'}${author ? `, kirjoittaja ${author}` : ''}${supports ? `. Kannatuksia siellä: ${supports}` : ''}`,
  sv: ({ source, author, supports }) => `${source ? `Hämtad från ${source}` : 'Hämtad ur en fil'}${author ? `, skriven av ${author}` : ''}${supports ? `. Understöd där: ${supports}` : ''}`,
  en: ({ source, author, supports }) => `${source ? `Brought from ${source}` : 'Brought from a file'}${author ? `, written by ${author}` : ''}${supports ? `. Supports there: ${supports}` : ''}`,
} })
