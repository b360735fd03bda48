/** How many of `all` were happy, with what they can be trusted for: 95 % of such intervals hold the true share. */
export type Share = { share: number; low: number; high: number }

/**
 * The Wilson score interval (E. B. Wilson, 1927) of a share, z = 1.96. Right for few answers and for shares near none and
 * all, where the usual ± is not. Nobody has answered: null.
 */
export function wilson(some: number, all: number, z = 1.959964): Share | null {
  if (all <= 0) return null
  const p = some / all, z2 = z * z
  const middle = (p + z2 / (2 * all)) / (1 + z2 / all), half = (z * Math.sqrt((p * (1 - p)) / all + z2 / (4 * all * all))) / (1 + z2 / all)
  return { share: p, low: some === 0 ? 0 : Math.max(0, middle - half), high: some === all ? 1 : Math.min(1, middle + half) }
}

/** Fewer answers than this are not shown to everyone: a number of three tells of three people. */
export const fewestShown = 5
