import { admin, moderator, official, permissions, resident, residentInOwnName } from '#core/permissions/permissions.ts'

/** Who may do what with topics, areas and networks. */
export const can = permissions('topics', {
  follow: [resident()],
  savePlaces: [resident()],
  join: [residentInOwnName()],
  hideProfessional: [moderator(), admin()],
  readNetwork: [official(), moderator(), admin()],
  ask: [official()],
  administer: [admin()],
})
