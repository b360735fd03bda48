import type { Route } from '#core/http/page.ts'
import camera from './pages/camera.tsx'
import cameraPage, { cameraPicture } from './pages/camera-page.tsx'
import cameras from './pages/cameras.tsx'
import newCamera from './pages/new-camera.tsx'
import './panel.server.tsx'
import { takesPicture } from './take-api.server.ts'

/** What the rest of the house may use of cameras of places. */
export const cameraRoutes: Route[] = [cameraPage, cameraPicture, cameras, newCamera, camera, takesPicture]
export { blurred } from './blur.server.ts'
export { fetchCameras } from './fetch.server.ts'
export { cameraForm, makeCamera, switchOn } from './keep-camera.server.ts'
export { keepPicture } from './keep-picture.server.ts'
export { camerasOf, type Shown as ShownCamera } from './show.server.ts'
export { camera } from './schema.server.ts'
