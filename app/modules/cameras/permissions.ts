import { admin, anyone, official, officialOf, permissions } from '#core/permissions/permissions.ts'

/** Who may do what with cameras. */
export const can = permissions('cameras', {
  see: [anyone()],
  /** which cameras there are and how they do */ list: [official(), admin()],
  /** make, set, switch on and off */ keep: [officialOf('owner unit'), admin()],
})
