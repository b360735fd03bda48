import { admin, official, permissions } from '#core/permissions/permissions.ts'

/** Who sees the officials' desk. What may be done from it is asked of the module whose things they are. */
export const can = permissions('desk', { read: [official(), admin()] })
