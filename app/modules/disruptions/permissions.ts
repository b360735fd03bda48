import { admin, anyone, official, officialOf, permissions, residentInOwnName } from '#core/permissions/permissions.ts'

/** Who may do what with disruptions. */
export const can = permissions('disruptions', {
  see: [anyone()],
  /** open the form; for which unit is asked when it is sent */ begin: [official(), admin()],
  /** tell of one, change it, end it and open it again */ keep: [officialOf('owner unit'), admin()],
  /** say how to hear of them */ chooseHow: [residentInOwnName()],
})
