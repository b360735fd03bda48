import { cut } from '#core/text/cut.ts'

const named: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: '\'', nbsp: ' ', ndash: '–', mdash: '—', hellip: '…', auml: 'ä', Auml: 'Ä', ouml: 'ö', Ouml: 'Ö', aring: 'å', Aring: 'Å', eacute: 'é', bull: '•', rsquo: '’', rdquo: '”', euro: '€', shy: '' }
const entity = (whole: string, code: string) => {
  if (code[0] !== '#') return named[code] ?? whole
  const number = code[1] === 'x' || code[1] === 'X' ? Number.parseInt(code.slice(2), 16) : Number.parseInt(code.slice(1), 10)
  return number > 31 && number <= 0x10ffff && !(number >= 0xd800 && number < 0xe000) ? String.fromCodePoint(number) : ''
}

/** More of one field is read by nobody; looking for the ends of what was never ended takes time in the square of it. */
const longest = 60_000

/**
 * What a register says, as plain text: registers hold HTML (by those who pasted it), Markdown (PTV v12) and plain text with
 * line ends in one and the same field. Paragraphs and lists stay as lines, a link keeps its address, everything else goes.
 */
export function plainText(said: string): string {
  return cut(said, longest).toWellFormed()
    .replace(/<!--[\s\S]*?-->|<(script|style|template)\b[\s\S]*?<\/\1\s*>/gi, '')
    .replace(/<a\b[^>]*?\bhref\s*=\s*["']?(https?:[^"'\s>]+)["']?[^>]*>([\s\S]*?)<\/a\s*>/gi, (_, url: string, text: string) => (text.includes(url) ? text : `${text} (${url})`))
    .replace(/<li\b[^>]*>/gi, '\n– ').replace(/<br\s*\/?>|<\/(p|div|h[1-6]|ul|ol|tr|section)\s*>/gi, '\n').replace(/<\/?[a-z][^<>]{0,2000}>/gi, '')
    .replace(/&(#\d{1,7}|#x[\da-f]{1,6}|[a-z]{2,8});/gi, entity)
    .replace(/^#{1,6}[ \t]+/gm, '').replace(/(\*\*|__)(?=\S)([^\n]*?\S)\1/g, '$2').replace(/\[([^\]\n]{1,300})\]\((https?:[^)\s]+)\)/g, (_, text: string, url: string) => (text === url ? url : `${text} (${url})`))
    .replace(/^[ \t]*[*•-][ \t]+/gm, '– ')
    .replace(/(?![\t\n\r])\p{Cc}/gu, '').replace(/\r\n?/g, '\n').replace(/[ \t\u00a0]+/g, ' ').replace(/ ?\n ?/g, '\n').replace(/\n{3,}/g, '\n\n').trim()
}

/** Plain text on one line, of at most `most` characters, cut at a word. */
export function oneLine(said: string, most: number): string {
  const flat = plainText(said).replace(/\s+/g, ' ').trim()
  return flat.length <= most ? flat : `${cut(flat, most - 1).replace(/\s+\S*$/, '')}…`
}
/** Plain text of at most `most` characters, cut at a word. */
export function paragraphs(said: string, most: number): string {
  const text = plainText(said)
  return text.length <= most ? text : `${cut(text, most - 1).replace(/\s+\S*$/, '')}…`
}
