/** A piece of a changed text: what stays, what goes, what comes. */
export type Piece = { kind: 'same' | 'gone' | 'new'; text: string }

/** More steps than this are not taken: the two texts are then shown after each other, whole. */
const mostSteps = 400_000

/**
 * What differs between two texts, word by word, by their longest common subsequence. Same words next to each other are one
 * piece. Two long texts that share little are one piece gone and one new.
 */
export function diffOf(before: string, after: string): Piece[] {
  const a = wordsOf(before), b = wordsOf(after)
  let start = 0, end = 0
  while (start < a.length && start < b.length && a[start] === b[start]) start++
  while (end < a.length - start && end < b.length - start && a[a.length - 1 - end] === b[b.length - 1 - end]) end++
  const pieces: Piece[] = []
  const say = (kind: Piece['kind'], text: string) => { const last = pieces.at(-1); if (last?.kind === kind) last.text += text; else if (text) pieces.push({ kind, text }) }
  for (const word of a.slice(0, start)) say('same', word)
  const [mine, theirs] = [a.slice(start, a.length - end), b.slice(start, b.length - end)]
  if (mine.length * theirs.length > mostSteps) { say('gone', mine.join('')); say('new', theirs.join('')) } else between(mine, theirs, say)
  for (const word of a.slice(a.length - end)) say('same', word)
  return tidy(pieces)
}

function between(a: string[], b: string[], say: (kind: Piece['kind'], text: string) => void) {
  const width = b.length + 1
  const common = new Uint16Array((a.length + 1) * width)
  for (let i = a.length - 1; i >= 0; i--) for (let j = b.length - 1; j >= 0; j--)
    common[i * width + j] = a[i] === b[j] ? common[(i + 1) * width + j + 1]! + 1 : Math.max(common[(i + 1) * width + j]!, common[i * width + j + 1]!)
  let i = 0, j = 0
  while (i < a.length || j < b.length) {
    if (i < a.length && j < b.length && a[i] === b[j]) { say('same', a[i++]!); j++ }
    else if (j >= b.length || (i < a.length && common[(i + 1) * width + j]! >= common[i * width + j + 1]!)) say('gone', a[i++]!)
    else say('new', b[j++]!)
  }
}

/** A space alone between two changes is read with them: a run of changed words is one change, not ten. */
function tidy(pieces: Piece[]): Piece[] {
  const out: Piece[] = []
  let gone = '', fresh = ''
  const flush = () => { if (gone) out.push({ kind: 'gone', text: gone }); if (fresh) out.push({ kind: 'new', text: fresh }); gone = fresh = '' }
  pieces.forEach((piece, i) => {
    if (piece.kind === 'gone') gone += piece.text
    else if (piece.kind === 'new') fresh += piece.text
    else if (piece.text.trim() === '' && i > 0 && i < pieces.length - 1) { gone += piece.text; fresh += piece.text }
    else { flush(); out.push(piece) }
  })
  flush()
  return out
}
/** Words and what is between them. */
const wordsOf = (text: string) => text.match(/\s+|[\p{L}\p{N}]+|[^\s\p{L}\p{N}]/gu) ?? []
