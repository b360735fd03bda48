const wordsIn = (text: string) => text.toLocaleLowerCase('fi').normalize('NFC').match(/[\p{L}\p{N}]+/gu) ?? []

/** As many words in a row as in the sender's text are the sender's and nobody else's. */
const run = 6
/** Does a text repeat what its sender wrote: six words in a row, or the whole of a shorter text? */
export function repeats(text: string, senders: string): boolean {
  const theirs = wordsIn(senders), mine = ` ${wordsIn(text).join(' ')} `
  if (theirs.length === 0) return false
  const length = Math.min(run, theirs.length)
  if (length < 3) return false
  return theirs.slice(0, theirs.length - length + 1).some((_word, i) => mine.includes(` ${theirs.slice(i, i + length).join(' ')} `))
}
