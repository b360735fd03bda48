import { admin, anyone, author, official, officialOf, permissions } from '#core/permissions/permissions.ts'

/** Who may do what with counters. A place of a provider is authored by its organisation: who acts as it is its author. */
export const can = permissions('occupancy', {
  read: [anyone()],
  /** which counters there are, how they do and why one is not believed */ see: [official(), admin()],
  /** make, change, pause, reset and end */ keep: [officialOf('owner unit'), admin()],
  /** count people by hand at the door */ count: [officialOf('owner unit'), author(), admin()],
})
