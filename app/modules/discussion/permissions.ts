import { admin, author, moderator, official, permissions, resident } from '#core/permissions/permissions.ts'

/** Who may do what in a discussion. */
export const can = permissions('discussion', {
  comment: [resident()],
  speakForUnit: [official()],
  edit: [author()],
  remove: [author()],
  import: [admin()],
  seeHidden: [moderator(), author(), admin()],
})
