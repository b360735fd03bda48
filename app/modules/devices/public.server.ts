import type { Route } from '#core/http/page.ts'

/** What the rest of the house may use of devices. */
export const deviceRoutes: Route[] = []
export { type Device, deviceOf, refusedOf } from './device-of.server.ts'
export { makeDevice } from './keep-device.server.ts'
export { devicePost } from './posts.ts'
export { device } from './schema.server.ts'
