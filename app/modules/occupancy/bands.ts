/** How full a place is, as it is told to everyone. */
export const bands = ['quiet', 'normal', 'busy', 'full'] as const
export type Band = (typeof bands)[number]
/** How a counter counts: gates both ways, tickets only those who come in, a person at the door. */
export const ways = ['gates', 'tickets', 'manual'] as const
export type Way = (typeof ways)[number]
/** Why a counter is not believed. */
export type FaultKind = 'silent' | 'drift' | 'negative' | 'stuck' | 'above'

/** What bands are measured with: people, and upper edges in percent of them. */
export type Edges = { capacity: number; quietTo: number; normalTo: number; busyTo: number }

/**
 * The upper edges of the bands in people, as they are told: an edge that would part fewer than five people from others of the same share
 * (`shareOf`) stands at the share's own edge, for a band and a share together would tell of them. Of a small place the bands are
 * so few.
 */
function edgesOf({ capacity, quietTo, normalTo, busyTo }: Edges): number[] {
  const people = (percent: number) => (percent * capacity) / 100, step = stepOf(capacity)
  let before = 0
  return [quietTo, normalTo, busyTo].map((percent) => {
    const at = people(percent), from = Math.floor(percent / step) * step, low = Math.max(before, people(from)), high = people(Math.min(100, from + step))
    // whole numbers of people: those from `low` up to the edge, and from it up to `high`
    const parts = (a: number, b: number) => Math.ceil(b) - Math.ceil(a)
    const told = at <= low ? low : parts(low, at) >= 5 && parts(at, high) >= 5 ? at : low > 0 && at - low < high - at ? low : high
    return (before = told)
  })
}
/** The band of so many people. */
export function bandOf(its: Edges, inside: number): Band {
  const [quiet, normal, busy] = edgesOf(its) as [number, number, number]
  return inside < quiet ? 'quiet' : inside < normal ? 'normal' : inside < busy ? 'busy' : 'full'
}

/** Small counts are never exact: shares are told in steps of at least five people, and of a tenth. Percent. */
export const stepOf = (capacity: number): number => [10, 20, 25, 50].find((step) => step * capacity >= 500) ?? 50
/** The share of the capacity in its steps, the lower edge of the step, percent, at most 100. Fewer than five are 0. */
export function shareOf(capacity: number, inside: number): number {
  const step = stepOf(capacity)
  return Math.min(100, Math.floor((inside * 100) / capacity / step) * step)
}

/** So many people as may be known of a place: the middle of its share. What is said of a count besides the share is reckoned of this, so that it tells no more. */
export const knownOf = (capacity: number, inside: number): number => { const share = shareOf(capacity, inside); return share >= 100 ? capacity : ((share + Math.min(stepOf(capacity), 100 - share) / 2) * capacity) / 100 }

/** Against what is usual at this hour: below the lower quartile, above the upper one, or as usual. A difference of a few people is not told. */
export function againstUsual(capacity: number, inside: number, usual: { low: number; high: number }): 'less' | 'same' | 'more' {
  const margin = Math.max(3, capacity * 0.05)
  return inside < usual.low - margin ? 'less' : inside > usual.high + margin ? 'more' : 'same'
}
