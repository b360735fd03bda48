import { dictionary } from '#core/text/language.ts'
import { en } from './en.ts'
import { fi } from './fi.ts'
import { sv } from './sv.ts'

/** The words of the pages on which an admin keeps categories. */
export const keepWords = dictionary({ fi, sv, en })
