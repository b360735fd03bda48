import { admin, anyone, official, officialOf, permissions } from '#core/permissions/permissions.ts'

/** Who may do what with short questions. */
export const can = permissions('satisfaction', {
  answer: [anyone()],
  /** see all questions and make one for one's unit */ read: [official(), admin()],
  /** the words, the kiosks, the poster, closing */ keep: [officialOf('owner unit'), admin()],
})
