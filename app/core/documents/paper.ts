import type { Language } from '#core/text/language.ts'

/** A piece of a paper, in reading order. What it looks like is the business of the file made of it. */
export type Block =
  | { kind: 'heading'; level: 1 | 2 | 3; text: string }
  | { kind: 'text'; text: string }
  | { kind: 'list'; items: string[]; ordered?: boolean }
  | { kind: 'table'; caption: string; head: string[]; rows: string[][] }
  | { kind: 'quote'; text: string; by?: string }
  | { kind: 'facts'; rows: [string, string][] }

/**
 * A paper for the record: what is printed, filed, sent to the registry. The title is told apart from the blocks and is shown first;
 * `subject` is a line under it, such as a case number. `date` is its day and the file's, so that the same paper is the same bytes.
 */
export type Paper = { title: string; language: Language; author: string; subject?: string; blocks: Block[]; date: Date }

/** The language of a file, as readers and word processors name it. */
export const fileLanguage = { fi: 'fi-FI', sv: 'sv-SE', en: 'en-GB' } as const

/** Text as it may stand in a file: no control characters, no half letters, no invisible joiners; lines as they were. */
export function clean(text: string): string {
  return text.toWellFormed().normalize('NFC').replace(/\r\n?|\u2028|\u2029/g, '\n').replace(/\t/g, ' ')
    .replace(/[\p{Cc}\p{Cf}\p{Co}\p{Cn}\u{fe00}-\u{fe0f}]/gu, (each) => each === '\n' ? each : '')
}
/** A title, heading or name: on one line. */
export const oneLine = (text: string): string => clean(text).replace(/\s+/g, ' ').trim()
/** The paragraphs of a text: an empty line parts them. */
export const paragraphsOf = (text: string): string[] => clean(text).split(/\n[ \t]*\n+/).map((each) => each.replace(/^\n+|\s+$/g, '')).filter(Boolean)

/** The blocks with heading levels that never skip one, as the reader of a structure expects: a 3 right under a 1 is a 2. */
export function stepped(blocks: Block[]): Block[] {
  let last = 0
  return blocks.map((block) => {
    if (block.kind !== 'heading') return block
    last = Math.min(block.level, last + 1)
    return { ...block, level: last as 1 | 2 | 3 }
  })
}
