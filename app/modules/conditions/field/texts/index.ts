import { dictionary } from '#core/text/language.ts'
import { en } from './en.ts'
import { fi } from './fi.ts'
import { sv } from './sv.ts'

/** The words of the field view of places. Plain data: they travel to the phone, where `{name}` is filled in. */
export const placesFieldWords = dictionary({ fi, sv, en })
