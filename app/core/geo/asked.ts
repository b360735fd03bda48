import { rootOf } from '#core/text/roots.ts'

/** What someone wrote of an address, taken apart: "Kuruntien varrella 12 b" is the street "kuruntien", 12 and b. */
export type AskedAddress = { name: string; number: number | null; letter: string }

const fold = (text: string) => text.toLocaleLowerCase('fi').normalize('NFC').replace(/[^\p{L}\p{N}\s-]/gu, ' ').replace(/\s+/g, ' ').trim()
/** Words that stand beside a place and are no part of its name. */
const beside = new Set('varrella varressa varrelta kulmassa kulmalla luona luota lähellä osoitteessa osoite kohdalla edessä vieressä takana risteyksessä risteys talo på vid nära hörnet intill av near at by on corner'.split(' '))

export function readAsked(text: string): AskedAddress {
  const flat = fold(text.slice(0, 120))
  const found = /^(.*?\p{L}.*?)\s+(\d{1,5})(?:\s?-\s?\d+)?(?:\s?(\p{L})(?!\p{L}))?(?:\s.*)?$/u.exec(flat)
  const words = (found?.[1] ?? flat).split(' ').filter((word) => !beside.has(word))
  return { name: words.join(' ') || (found?.[1] ?? flat), number: found ? Number(found[2]) : null, letter: found?.[3] ?? '' }
}

/** As it may have been meant by someone whose keyboard has no ä and ö: Finnish vowels go together, so all of a word's get their dots. */
export const dotted = (word: string): string => (/[äöå]/.test(word) ? word : word.replaceAll('a', 'ä').replaceAll('o', 'ö'))

/** How surely what was written means this name: 1 the very name, 0.9 an inflected form of it, down to typing mistakes. */
export function alike(written: string, name: string): number {
  const [a, b] = [fold(written), fold(name)]
  if (a === b) return 1
  const [root, its] = [rootOf(a, 'fi'), rootOf(b, 'fi')]
  if (root === its || rootOf(dotted(a), 'fi') === its || a === undotted(b) || rootOf(a, 'fi') === rootOf(undotted(b), 'fi')) return 0.9
  if (b.startsWith(a)) return 0.8 + 0.1 * (a.length / b.length)
  if (root.length >= 4 && b.startsWith(root) && a.length <= b.length + 4) return 0.75
  if (b.split(/[\s-]/).some((part) => part.startsWith(a))) return 0.7
  return 0.95 * shared(undotted(a), undotted(b))
}
const undotted = (text: string) => text.replaceAll('ä', 'a').replaceAll('ö', 'o').replaceAll('å', 'a')

/** How much of two texts' three-letter pieces are the same (Dice), their beginnings weighing more. */
function shared(a: string, b: string): number {
  const pieces = (text: string) => { const padded = `  ${text} `; return new Set([...padded].slice(0, -2).map((_, i) => padded.slice(i, i + 3))) }
  const [mine, theirs] = [pieces(a), pieces(b)]
  return (2 * [...mine].filter((piece) => theirs.has(piece)).length) / (mine.size + theirs.size)
}
