import { admin, anyone, author, moderator, permissions } from '#core/permissions/permissions.ts'

/** Who may do what in moderation. */
export const can = permissions('moderation', {
  report: [anyone()],
  moderate: [moderator(), admin()],
  appeal: [author()],
  seeStatistics: [anyone()],
})
