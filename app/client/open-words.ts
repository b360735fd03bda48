/** What the server has told of whether something is open (directory/hours/open-now.tsx); moments in milliseconds. */
export type Known = {
  /** when the server said it, and until when it knows */ at: number; until: number
  /** from when, what is said, whether it is open, when it closes, when it opens */ pieces: [number, string, boolean, number | null, number | null][]
  closesIn: string; opensIn: string; minute: string; minutes: string; old: string
}
/** What to say now. `old`: of when it is, when that is long ago. Without words nothing is known any more. */
export type SaidNow = { words: string; old: string; tone: 'good' | 'off' | 'unknown' | null }

const soon = 60 * 60_000, fresh = 60 * 60_000, slack = 2 * 60_000

/**
 * What is true at a moment. `sure`: the moment is by the server's clock. Before the page was made, or after what the server
 * told of, nothing is known and that is said. `tone` null: as the server gave it.
 */
export function sayOpen(its: Known, now: number, sure: boolean): SaidNow {
  if (now < its.at - slack || now >= its.until) return { words: '', old: its.old, tone: 'unknown' }
  const i = its.pieces.findLastIndex(([from]) => from <= Math.max(now, its.at))
  const [, words, open, closes, opens] = its.pieces[i]!
  const left = (open ? closes : opens) === null ? Number.POSITIVE_INFINITY : (open ? closes! : opens!) - now
  // without a clock to trust no minutes are counted
  const minutes = sure && left > 0 && left <= soon ? Math.ceil(left / 60_000) : 0
  const counted = minutes === 0 ? '' : `, ${(open ? its.closesIn : its.opensIn).replace('#', minutes === 1 ? its.minute : its.minutes.replace('#', String(minutes)))}`
  return { words: words + counted, old: sure && now - its.at <= fresh ? '' : its.old, tone: i === 0 ? null : open ? 'good' : 'off' }
}
