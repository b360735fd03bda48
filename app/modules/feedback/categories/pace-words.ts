import type { Language } from '#core/text/language.ts'
import { categoryWords } from './texts/index.ts'

/** How long a category has taken: of `count` reports done in a year, half in `medianDays`, nine of ten in `ninetyDays` (whole days, at least 1). */
export type Pace = { count: number; medianDays: number; ninetyDays: number }

/** "Puolet korjataan 3 päivässä, 9 kymmenestä 12 päivässä." */
export const paceWords = ({ medianDays, ninetyDays }: Pace, language: Language): string => categoryWords(language).pace(medianDays, ninetyDays)
