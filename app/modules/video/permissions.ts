import { admin, author, moderator, official, officialOf, permissions } from '#core/permissions/permissions.ts'

/** Who may do what with videos. The thing of `add` is the subject that gets the video; of the others the video itself, with the unit it speaks for. */
export const can = permissions('video', {
  add: [author(), official(), admin()],
  edit: [author(), officialOf('owner unit'), admin()],
  caption: [author(), officialOf('owner unit'), admin()],
  remove: [author(), officialOf('owner unit'), admin()],
  seeHidden: [moderator(), author(), admin()],
})
