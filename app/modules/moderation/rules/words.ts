/**
 * Finds watched words in a text, inflected as Finnish inflects them. A watched word is given in its basic form;
 * a word of the text is caught when it begins with one of the word's stems: the last vowel may change before the
 * plural's i (idiootti, idiootteja) and the consonants before it may weaken (vittu, vitun). Nothing is learnt or trained.
 */
export function watchedWordIn(text: string, watched: readonly string[]): string | undefined {
  const words = wordsOf(text)
  return watched.find((each) => {
    const stems = stemsOf(each.trim().toLocaleLowerCase('fi'))
    return stems.length > 0 && words.some((word) => stems.some((stem) => word.startsWith(stem)))
  })
}

const lookalikes: Record<string, string> = { '0': 'o', '1': 'i', '3': 'e', '4': 'a', '@': 'a', $: 's', '!': 'i' }

/** The words of a text as they were meant: lower case, digits among letters read as letters, stretched and spelled-out words joined. */
function wordsOf(text: string): string[] {
  const plain = text.normalize('NFC').toLocaleLowerCase('fi').replace(/[\u00ad\u200b-\u200d\u2060\ufeff]/g, '')
  const joined = plain.replace(/(?<![\p{L}\p{N}])\p{L}(?:[\s.*_-]\p{L}){3,}(?![\p{L}\p{N}])/gu, (spelled) => spelled.replace(/[^\p{L}]/gu, ''))
  return (joined.match(/[\p{L}\p{N}@$!]+/gu) ?? []).filter((word) => /\p{L}/u.test(word))
    .map((word) => word.replace(/!+$/, '').replace(/[0134@$!]/g, (sign) => lookalikes[sign]!).replace(/(\p{L})\1{2,}/gu, '$1'))
}

// The strong grade of the consonants before a last vowel, and the weak grade they take in other forms.
const weakens: [string, string][] = [['kk', 'k'], ['pp', 'p'], ['tt', 't'], ['nt', 'nn'], ['nk', 'ng'], ['mp', 'mm'], ['lt', 'll'], ['rt', 'rr'], ['t', 'd'], ['p', 'v'], ['k', '']]
const plurals: Record<string, string[]> = { a: ['a', 'o', 'i'], ä: ['ä', 'ö', 'i'], i: ['i', 'e'], e: ['e'] }

function stemsOf(word: string): string[] {
  if (word.length < 3) return word ? [word] : []
  if (word.endsWith('nen')) return [word, `${word.slice(0, -3)}s`]
  const last = word.at(-1)!
  if (!/[aeiouyäöå]/.test(last)) return [word]
  const body = word.slice(0, -1)
  const [strong, weak] = weakens.find(([its]) => body.endsWith(its) && /[aeiouyäö]$/.test(body.slice(0, -its.length))) ?? []
  const bodies = strong === undefined ? [body] : [body, body.slice(0, -strong.length) + weak]
  return bodies.flatMap((its) => (plurals[last] ?? [last]).map((end) => its + end)).filter((stem) => stem.length >= Math.min(4, word.length))
}
