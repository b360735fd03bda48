import type { Route } from '#core/http/page.ts'
import one from './pages/device.tsx'
import devices from './pages/devices.tsx'

/** What the rest of the house may use of devices. */
export const deviceRoutes: Route[] = [devices, one]
export { type Device, deviceOf, refusedOf } from './device-of.server.ts'
export { deviceForm, makeDevice } from './keep-device.server.ts'
export { devicePost } from './posts.ts'
export { noticeSilent } from './silent.server.ts'
export { device } from './schema.server.ts'
