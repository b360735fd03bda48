import { admin, anyone, author, officialOf, permissions, resident } from '#core/permissions/permissions.ts'

/** Who may do what with conditions. A provider's place is its organisation's: who acts as it is the author. Devices post by their keys (modules/devices). */
export const can = permissions('conditions', {
  read: [anyone()],
  /** open the field view: what is in it is only what one may say of one's own places */ openField: [resident()],
  /** say what a place is like, that it was taken care of, a word on it, its season */ observe: [officialOf('owner unit'), author(), admin()],
})
