export { lookAt } from './look-at.server.ts'
export { mayWrite } from './may-write.server.ts'
