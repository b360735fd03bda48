/** What other modules' pages may show of ideas. */
export { PlaceField } from './place-field.tsx'
