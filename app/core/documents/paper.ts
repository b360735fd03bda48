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
 * `date` is its day and the file's, so that the same paper is the same bytes.
 */
export type Paper = { title: string; language: Language; author: string; subject?: string; blocks: Block[]; date: Date }
