import { event } from '#core/trail/event.ts'

/** data: `{ videoId, to }`. What opens a matter to people may be a minute of video: those hear whom the subject concerns. */
export const videoPublished = event('video.published', { onTrail: true, tells: 'followers', wide: true, icon: 'video', words: { fi: () => 'Uusi video', sv: () => 'En ny video', en: () => 'A new video' } })
/** Only who published it hears. data: `{ videoId, dueAt, to }` */
export const captionsDue = event('video.captionsDue', { onTrail: false, tells: 'nobody', icon: 'late', words: { fi: () => 'Videosta puuttuu tekstitys', sv: () => 'Videon saknar textning', en: () => 'The video has no captions yet' } })
/** Who published it and the unit's lead hear. data: `{ videoId, dueAt, to }` */
export const captionsLate = event('video.captionsLate', { onTrail: false, tells: 'nobody', icon: 'late', words: { fi: () => 'Videon tekstitys on myöhässä', sv: () => 'Videons textning är försenad', en: () => 'The captions of the video are late' } })
