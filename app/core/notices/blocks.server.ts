import { escaped } from './mail.server.ts'

/** A piece of a mail, written out both as plain text and as simple html. */
export type Block =
  | { kind: 'text'; text: string }
  | { kind: 'heading'; text: string }
  | { kind: 'item'; title: string; url: string; lines: string[]; see: (url: string) => string; stop: { url: string; words: (url: string) => string } }
  | { kind: 'foot'; lines: string[] }

/** The plain text of a mail. */
export const textOf = (blocks: Block[]): string => blocks.map((block) => {
  if (block.kind === 'item') return [block.title, ...block.lines, block.see(block.url), block.stop.words(block.stop.url)].join('\n')
  if (block.kind === 'foot') return ['-- ', ...block.lines].join('\n')
  return block.text
}).join('\n\n') + '\n'

/** The html of a mail: what every mail program shows, readable in light and dark. */
export function htmlOfBlocks(blocks: Block[], language: string): string {
  const small = 'font-size:14px;opacity:.8' // of whatever colour the reader's program writes with, so that it is read in the dark too
  const body = blocks.map((block) => {
    if (block.kind === 'heading') return `<h2 style="font-size:14px;letter-spacing:.06em;margin:28px 0 8px">${escaped(block.text)}</h2>`
    if (block.kind === 'text') return `<p>${escaped(block.text)}</p>`
    if (block.kind === 'foot') return `<hr style="border:0;border-top:1px solid #bbb;margin:28px 0 12px"><p style="${small}">${block.lines.map(sentenceLink).join('<br>')}</p>`
    return `<div style="margin:0 0 20px;padding-left:12px;border-left:3px solid #2d6a8a"><p style="margin:0;font-weight:bold"><a href="${escaped(block.url)}">${escaped(block.title)}</a></p>`
      + block.lines.map((line) => `<p style="margin:4px 0">${escaped(line)}</p>`).join('')
      + `<p style="margin:6px 0 0;${small}">${sentenceLink(block.stop.words(block.stop.url))}</p></div>`
  })
  return `<!doctype html><html lang="${language}"><meta charset="utf-8"><meta name="color-scheme" content="light dark"><body style="font:16px/1.5 sans-serif;max-width:36em;margin:0 auto;padding:16px">${body.join('\n')}</body></html>`
}
/** "Lopeta tämän seuraaminen: https://…" as a link that says "Lopeta tämän seuraaminen". */
function sentenceLink(line: string): string {
  const [, words, url] = /^(.*?):? (https?:\S+)$/.exec(line) ?? []
  return url ? `<a href="${escaped(url)}" style="color:inherit">${escaped(words!)}</a>` : escaped(line)
}
