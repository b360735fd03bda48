import { admin, anyone, official, officialOf, permissions } from '#core/permissions/permissions.ts'

/** Who may do what with ideas found in feedback. The holder of a report's own link answers as its sender. */
export const can = permissions('found', {
  read: [official(), admin()],
  /** says whether it is an idea, asks the sender: the unit that handles the report, and of a public one also the unit of its topic */ judge: [officialOf('owner unit'), admin()],
  answer: [anyone()],
  seeLearned: [admin()],
})
