import { createHash } from 'node:crypto'
import { afterwards as writtenAfterwards } from './afterwards.ts'
import { hard } from './hard.ts'
import { leisure } from './leisure.ts'
import { manners } from './manners.ts'
import { services } from './services.ts'
import { streets } from './streets.ts'

/** A report with the label a person gave it. `sentence`: what makes it so; null when nothing does. */
export type Labelled = { label: 'none' | 'idea' | 'need'; text: string; sentence: string | null }

const line = /^(none|idea|need) \| (.+)$/
function read(rows: string): Labelled[] {
  return rows.trim().split('\n').filter(Boolean).map((row) => {
    const [, label, marked] = line.exec(row) ?? []
    if (!label || !marked) throw new Error(`not a labelled report: ${row}`)
    const text = marked.replace(/[«»]/g, '')
    return { label: label as Labelled['label'], text, sentence: label === 'none' ? null : /«(.+)»/.exec(marked)?.[1] ?? text }
  })
}

/** Which half a report is in is decided by a hash of its words and by nobody. */
const isHeld = (text: string) => createHash('sha256').update(text).digest()[0]! % 2 === 1

const all = [streets, leisure, services, hard].flatMap(read)
/** The half that the scorer's words and weights may be looked at with, and those that were written to be. */
export const tuning = [...all.filter((each) => !isHeld(each.text)), ...read(manners)]
/** The half that only the benchmark reads. */
export const held = all.filter((each) => isHeld(each.text))
/** Those written when everything else was finished, in another manner; the benchmark's alone, too. */
export const afterwards = read(writtenAfterwards)
