/** How full a place is, as it is told to everyone. */
export const bands = ['quiet', 'normal', 'busy', 'full'] as const
export type Band = (typeof bands)[number]
/** How a counter counts: gates both ways, tickets only those who come in, a person at the door. */
export const ways = ['gates', 'tickets', 'manual'] as const
export type Way = (typeof ways)[number]
/** Why a counter is not believed. */
export const faultKinds = ['silent', 'drift', 'negative', 'stuck', 'above'] as const
export type FaultKind = (typeof faultKinds)[number]

/** What bands are measured with: people, and upper edges in percent of them. */
export type Edges = { capacity: number; quietTo: number; normalTo: number; busyTo: number }

/** The band of so many people. */
export function bandOf({ capacity, quietTo, normalTo, busyTo }: Edges, inside: number): Band {
  const percent = (inside * 100) / capacity
  return percent < quietTo ? 'quiet' : percent < normalTo ? 'normal' : percent < busyTo ? 'busy' : 'full'
}

/** Small counts are never exact: shares are told in steps of at least five people, and of a tenth. Percent. */
export const stepOf = (capacity: number): number => [10, 20, 25, 50].find((step) => step * capacity >= 500) ?? 50
/** The share of the capacity in its steps, the lower edge of the step, percent, at most 100. Fewer than five are 0. */
export function shareOf(capacity: number, inside: number): number {
  const step = stepOf(capacity)
  return Math.min(100, Math.floor((inside * 100) / capacity / step) * step)
}

/** Against what is usual at this hour: below the lower quartile, above the upper one, or as usual. A difference of a few people is not told. */
export function againstUsual(capacity: number, inside: number, usual: { low: number; high: number }): 'less' | 'same' | 'more' {
  const margin = Math.max(3, capacity * 0.05)
  return inside < usual.low - margin ? 'less' : inside > usual.high + margin ? 'more' : 'same'
}
