import type { Language } from '#core/text/language.ts'

const locale = { fi: 'fi-FI', sv: 'sv-FI', en: 'en-GB' } as const
/** "1 234,50 €" */
export const euros = (cents: number, language: Language): string => new Intl.NumberFormat(locale[language], { style: 'currency', currency: 'EUR' }).format(cents / 100)
/** "2,5", at most three decimals */
export const amount = (quantity: number, language: Language): string => new Intl.NumberFormat(locale[language], { maximumFractionDigits: 3 }).format(quantity)

/** A number as people write it: "1 234,5", "1234.5". Null when it is not one, or more than a million. */
export function readQuantity(said: string): number | null {
  const plain = said.replace(/[\s\u00a0\u202f]/g, '').replace(',', '.')
  const value = /^\d{1,7}(\.\d{1,3})?$/.test(plain) ? Number(plain) : null
  return value !== null && value <= 1_000_000 ? value : null
}
/** Euros as people write them, "12,90 €", in cents. Null when they are not euros, or more than a million. */
export function readCents(said: string): number | null {
  const plain = said.replace(/[\s\u00a0\u202f€]/g, '').replace(',', '.')
  const value = /^\d{1,7}(\.\d{1,2})?$/.test(plain) ? Math.round(Number(plain) * 100) : null
  return value !== null && value <= 100_000_000 ? value : null
}

export type Sums = { hours: number; /** of lines that have a price */ hoursCents: number; materialCents: number; costCents: number; cents: number; /** some line has no price: the sum is at least this */ unpriced: boolean }
/** What lines come to. Each line is rounded to a cent, so that the sum is what the lines show. */
export function sumsOf(lines: { kind: 'material' | 'hours' | 'cost'; quantity: number; cents: number | null }[]): Sums {
  const of = (kind: string) => lines.filter((each) => each.kind === kind).reduce((sum, each) => sum + lineCents(each), 0)
  const [hoursCents, materialCents, costCents] = [of('hours'), of('material'), of('cost')]
  const hours = lines.filter((each) => each.kind === 'hours').reduce((sum, each) => sum + Math.round(each.quantity * 1000), 0) / 1000
  return { hours, hoursCents, materialCents, costCents, cents: hoursCents + materialCents + costCents, unpriced: lines.some((each) => each.cents === null) }
}
/** What one line comes to, in cents. Quantities have three decimals: counted in whole thousandths, halves of a cent go up. */
export const lineCents = (its: { quantity: number; cents: number | null }): number => Math.round(Math.round(its.quantity * 1000) * (its.cents ?? 0) / 1000)
