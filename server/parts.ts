// All that the program is made of besides its database, which takes a second to read: start.ts asks for it while the database starts.
export { listen } from './listen.ts'
export { startWorker } from './worker.ts'
export { setupCode } from '#modules/setup/server'
export { liveOn } from '../demo/live-on.server.ts'
export { tellDemonstration } from '../demo/tell.server.ts'
export { whoCanSignIn } from '../demo/personas.server.ts'
