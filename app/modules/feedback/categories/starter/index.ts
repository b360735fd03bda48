import type { Written } from './kind.ts'
import { places } from './places.ts'
import { danger, streets } from './streets.ts'

/** What a municipality may start with: what most Finnish towns get reports of. An admin changes everything of them but their keys. */
export const starterCategories: Written[] = [...streets, ...places, danger]
export { choice, many, text, type Written } from './kind.ts'
