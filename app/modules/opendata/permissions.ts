import { permissions, resident } from '#core/permissions/permissions.ts'

/** Who may do what with keys for programs. Reading open data needs no one's leave. */
export const can = permissions('opendata', {
  keepKeys: [resident()],
})
