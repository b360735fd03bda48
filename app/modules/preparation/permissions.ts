import { admin, author, moderator, official, officialOf, permissions, resident, residentInOwnName } from '#core/permissions/permissions.ts'

/** Who may do what with matters. */
export const can = permissions('preparation', {
  begin: [official(), admin()],
  manage: [officialOf('owner unit'), admin()],
  seeDraft: [officialOf('owner unit'), author(), admin()],
  seeHidden: [officialOf('owner unit'), moderator(), author(), admin()],
  follow: [resident()],
  choose: [residentInOwnName()],
  offerHelp: [resident()],
  keepTemplates: [admin()],
})
