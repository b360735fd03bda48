import { dictionary } from '#core/text/language.ts'
import { en } from './en.ts'
import { fi } from './fi.ts'
import { sv } from './sv.ts'

export const importWords = dictionary({ fi, sv, en })
