import { admin, anyone, permissions, resident } from '#core/permissions/permissions.ts'

/** Who may do what with notices and follows. A stop link needs no one's permission but its own signature. */
export const can = permissions('notices', {
  readMine: [resident()],
  changeMine: [resident()],
  followByMail: [anyone()],
  moveDevice: [anyone()],
  seeDelivery: [admin()],
  retryDelivery: [admin()],
})
