import { type Property, propertyOf, type Quality, type Value } from './vocabulary.ts'

/** An observation as it was made. Neither a value nor a number: somebody said that it is not known any more. */
export type Observed = { value: string | null; number: number | null; observedAt: Date }
/** What an observation means at a moment: its word as old as it is by then, and until when it is known. */
export type Known = { known: boolean; value: string | null; number: number | null; quality: Quality; /** from when nobody knows; null when it was never to be known */ expiresAt: Date | null; its?: Value }

const hour = 3_600_000
/**
 * What is known of a property at `now`: a value past its expiry is not known from that very millisecond on, and some words
 * step down once before (`agesTo` of the vocabulary). A word that the vocabulary no longer has is not known.
 */
export function knownAt(kind: string, property: string, seen: Observed, now: Date): Known {
  const its = propertyOf(kind, property), age = now.getTime() - seen.observedAt.getTime()
  const nothing: Known = { known: false, value: null, number: null, quality: 'unknown', expiresAt: null }
  if (!its) return nothing
  if (seen.number !== null && its.measure) {
    const expiresAt = new Date(seen.observedAt.getTime() + its.measure.hours * hour)
    return age >= its.measure.hours * hour ? { ...nothing, expiresAt } : { known: true, value: null, number: seen.number, quality: bandOf(its, seen.number)?.quality ?? 'unknown', expiresAt }
  }
  const first = seen.value === null || !Object.hasOwn(its.values, seen.value) ? undefined : its.values[seen.value]!
  if (!first) return nothing
  const expiresAt = new Date(seen.observedAt.getTime() + first.hours * hour)
  if (age >= first.hours * hour) return { ...nothing, expiresAt }
  let value = seen.value!, now_ = first
  // groomed → good → satisfactory: each step by the age of what was seen
  for (let steps = 0; steps < 5 && now_.agesTo && age >= now_.agesTo.hours * hour; steps++) { value = now_.agesTo.value; now_ = its.values[value]! }
  return { known: true, value, number: null, quality: now_.quality, expiresAt, its: now_ }
}
/** What a number is like, such as "cool". */
export const bandOf = (its: Property, number: number) => its.measure?.bands.find((band) => number < band.below)
