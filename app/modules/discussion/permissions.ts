import { admin, anyone, author, moderator, official, officialOf, permissions, resident } from '#core/permissions/permissions.ts'

/** Who may do what in a discussion. */
export const can = permissions('discussion', {
  comment: [resident()],
  /** where the subject's own rule lets anyone speak */ speakAsGuest: [anyone()],
  speakForUnit: [official()],
  edit: [author()],
  remove: [author()],
  import: [admin()],
  seeHidden: [moderator(), author(), admin()],
  /** say what became of what was said; asked of the subject */ tellOutcome: [officialOf('owner unit'), admin()],
})
