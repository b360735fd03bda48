import { admin, moderator, official, officialOf, permissions, resident } from '#core/permissions/permissions.ts'

/** Who may do what with meetings. The thing is the body that meets: its unit is the owner unit. */
export const can = permissions('meetings', {
  begin: [official(), admin()],
  write: [officialOf('owner unit'), admin()],
  decide: [officialOf('owner unit'), admin()],
  bringDecision: [official(), admin()],
  follow: [resident()],
  administer: [admin()],
  seeHidden: [moderator(), officialOf('owner unit'), admin()],
})
