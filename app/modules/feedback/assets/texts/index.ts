import { dictionary } from '#core/text/language.ts'
import { en } from './en.ts'
import { fi } from './fi.ts'
import { sv } from './sv.ts'

/** The words of things that can be picked. */
export const assetWords = dictionary({ fi, sv, en })
