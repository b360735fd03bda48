import { admin, anyone, author, coAuthor, moderator, officialOf, permissions, resident, residentInOwnName } from '#core/permissions/permissions.ts'

const officers = [officialOf('owner unit'), admin()]

/** Who may do what with initiatives; what an initiative's standing allows is another question (rules/acts.ts). The officers are those of the registry's unit. */
export const can = permissions('initiatives', {
  start: [resident()],
  edit: [author(), coAuthor()],
  manage: [author(), coAuthor()],
  acceptInvitation: [residentInOwnName()],
  sign: [resident()],
  signAsGuest: [anyone()],
  follow: [resident()],
  check: officers,
  answer: officers,
  link: officers,
  readPapers: [author(), coAuthor(), ...officers],
  seeWaiting: [author(), coAuthor(), moderator(), ...officers],
  setUp: [admin()],
})
