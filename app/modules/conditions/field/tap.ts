/** What one tap says of a place: what was seen, what care was taken, what was measured, that the season begins or ends, a free word, or that the word is no longer true. */
export type Tap =
  | { what: 'saw'; property: string; value: string } | { what: 'did'; care: string } | { what: 'measured'; property: string } | { what: 'season'; on: boolean } | { what: 'words' } | { what: 'wordsEnd' }

/** As the value of a button: "saw ice good", "did iced", "measured water", "season off", "words". */
export function written(say: Tap): string {
  switch (say.what) {
    case 'saw': return `saw ${say.property} ${say.value}`
    case 'did': return `did ${say.care}`
    case 'measured': return `measured ${say.property}`
    case 'season': return `season ${say.on ? 'on' : 'off'}`
    default: return say.what
  }
}
/** What a button's value says; null for what no button says. */
export function read(said: string): Tap | null {
  const [what, one, two, ...more] = said.split(' ')
  if (more.length > 0) return null
  if (what === 'saw' && one && two) return { what, property: one, value: two }
  if (what === 'did' && one && two === undefined) return { what, care: one }
  if (what === 'measured' && one && two === undefined) return { what, property: one }
  if (what === 'season' && (one === 'on' || one === 'off') && two === undefined) return { what, on: one === 'on' }
  return (what === 'words' || what === 'wordsEnd') && one === undefined ? { what } : null
}

/** How long a free word is true. */
export const untils = ['today', 'days', 'week'] as const
export type Until = (typeof untils)[number]
