import { admin, anyone, permissions } from '#core/permissions/permissions.ts'

/** Who may do what over Open311. Writing asks for a key besides (use-key.server.ts): it stands for the program, which is nobody of ours. */
export const can = permissions('open311', {
  read: [anyone()],
  write: [anyone()],
  keepKeys: [admin()],
})
