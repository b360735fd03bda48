export { Agenda } from './agenda.tsx'
