import { admin, anyone, official, officialOf, permissions } from '#core/permissions/permissions.ts'

/** Who may do what with devices. A device itself is known by its key, and may speak of its own places alone. */
export const can = permissions('devices', {
  post: [anyone()],
  /** all of them, with when they were last heard */ read: [official(), admin()],
  /** make one, give it places, change its key, end it */ keep: [officialOf('owner unit'), admin()],
})
