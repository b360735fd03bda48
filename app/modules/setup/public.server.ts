/** What the rest of the house may use of setting up a municipality. */
export { foundMunicipality, type Founded, type Founding } from './found.server.ts'
