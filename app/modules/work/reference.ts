import { referenceOf } from '#core/text/reference.ts'

/** What an order is called on the phone and on its sheet, such as T-K7M43P. */
export const orderReference = (id: string): string => `T-${referenceOf(id, 6)}`
