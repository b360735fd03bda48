export { KotiDisruptions } from './koti.tsx'
