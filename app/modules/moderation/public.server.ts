export { lookAt } from './look-at.server.ts'
export { mayWrite } from './may-write.server.ts'
export { type WhyHidden, whyHidden } from './why-hidden.server.ts'
