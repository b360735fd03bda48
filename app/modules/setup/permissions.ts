import { admin, installationAdmin, permissions } from '#core/permissions/permissions.ts'

/** Who may change how a municipality works. */
export const can = permissions('setup', {
  administer: [admin()],
  addMunicipality: [installationAdmin()],
})
