/** The same numbers every time (mulberry32), so that the demonstration is the same everywhere. */
export function numbers(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296
  }
}
/** One of several, by the next number. */
export const oneOf = <T>(random: () => number, among: readonly T[]): T => among[Math.floor(random() * among.length)]!
/** A number of the bell curve, around zero (Box and Muller). */
export const bell = (random: () => number): number => Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random())
