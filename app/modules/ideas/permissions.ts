import { admin, anyone, author, moderator, official, officialOf, permissions, resident, residentInOwnName } from '#core/permissions/permissions.ts'

/** Who may do what with ideas. */
export const can = permissions('ideas', {
  propose: [resident()],
  proposeAsGuest: [anyone()],
  support: [residentInOwnName()],
  follow: [resident()],
  edit: [author()],
  withdraw: [author()],
  answer: [officialOf('owner unit'), admin()],
  move: [officialOf('owner unit'), admin()],
  route: [official(), admin()],
  assign: [officialOf('owner unit'), admin()],
  saveViews: [official(), admin()],
  merge: [officialOf('owner unit'), admin()],
  readDrafts: [official(), admin()],
  import: [admin()],
  seeHidden: [moderator(), author(), admin()],
})
