import { event } from '#core/trail/event.ts'

const which = <T>(data: Record<string, unknown>, comment: T, video: T, text: T): T => (data.commentId ? comment : data.part === 'video' ? video : text)

/** Something waits for a moderator; only moderators hear of it. */
export const reported = event('moderation.reported', { onTrail: false, tells: 'nobody', icon: 'hidden', words: {
  fi: () => 'Ilmoitus odottaa valvojaa', sv: () => 'En anmälan väntar på moderator', en: () => 'A report waits for a moderator' } })
export const contentHidden = event('moderation.hidden', { onTrail: true, tells: 'nobody', icon: 'hidden', words: {
  fi: (data) => which(data, 'Valvoja piilotti kommentin', 'Valvoja piilotti videon', 'Valvoja piilotti tekstin'),
  sv: (data) => which(data, 'Moderatorn dolde en kommentar', 'Moderatorn dolde en video', 'Moderatorn dolde texten'),
  en: (data) => which(data, 'A moderator hid a comment', 'A moderator hid a video', 'A moderator hid the text') } })
export const contentRestored = event('moderation.restored', { onTrail: true, tells: 'nobody', icon: 'restored', words: {
  fi: (data) => which(data, 'Valvoja palautti kommentin näkyviin', 'Valvoja palautti videon näkyviin', 'Valvoja palautti tekstin näkyviin'),
  sv: (data) => which(data, 'Moderatorn visade kommentaren igen', 'Moderatorn visade videon igen', 'Moderatorn visade texten igen'),
  en: (data) => which(data, 'A moderator showed the comment again', 'A moderator showed the video again', 'A moderator showed the text again') } })
/** What was reported or held by a rule was let be; only its author hears, when it had waited. */
export const contentKept = event('moderation.kept', { onTrail: false, tells: 'nobody', icon: 'restored', words: {
  fi: () => 'Valvoja katsoi tekstisi, ja se on nyt kaikkien nähtävillä', sv: () => 'Moderatorn har läst din text, och den är nu synlig för alla', en: () => 'A moderator has read your text, and everyone can see it now' } })
export const appealed = event('moderation.appealed', { onTrail: false, tells: 'nobody', icon: 'hidden', words: {
  fi: () => 'Kirjoittaja pyytää katsomaan piilotuksen uudelleen', sv: () => 'Skribenten ber om en ny bedömning', en: () => 'An author asks for a second look' } })
/** The appeal was looked at and the text stays hidden; its author hears. */
export const hidingUpheld = event('moderation.upheld', { onTrail: false, tells: 'nobody', icon: 'hidden', words: {
  fi: () => 'Toinen katsoja piti tekstisi piilossa', sv: () => 'Texten förblir dold efter en ny bedömning', en: () => 'Your text stays hidden after a second look' } })
