import { type Learned, type Reading, score } from '../score.ts'
import { threshold } from '../signals.ts'
import type { Labelled } from './labelled.ts'

export type Measure = {
  /** idea or need against neither, shares of 1 */ precision: number; recall: number; f1: number
  /** of those rightly found */ kindRight: number; sentenceRight: number
  byClass: Record<'idea' | 'need', { precision: number; recall: number; f1: number }>
  falseAlarms: (Labelled & { reading: Reading })[]; missed: (Labelled & { reading: Reading })[]; mixed: (Labelled & { reading: Reading })[]
}

/** How the scorer does on labelled reports. A sentence is right when it is, or is within, the one a person marked. */
export function measure(reports: Labelled[], learned?: Learned): Measure {
  const read = reports.map((each) => { const reading = score(each.text, learned); return { ...each, reading, said: reading.kind && reading.score >= threshold ? reading.kind : 'none' as const } })
  const figures = (says: (its: typeof read[number]) => boolean, is: (its: typeof read[number]) => boolean) => {
    const right = read.filter((each) => says(each) && is(each)).length, precision = right / (read.filter(says).length || 1), recall = right / (read.filter(is).length || 1)
    return { precision, recall, f1: right ? 2 * precision * recall / (precision + recall) : 0 }
  }
  const found = read.filter((each) => each.said !== 'none' && each.label !== 'none')
  const share = (count: number) => count / (found.length || 1)
  return {
    ...figures((each) => each.said !== 'none', (each) => each.label !== 'none'),
    kindRight: share(found.filter((each) => each.said === each.label).length), sentenceRight: share(found.filter((each) => each.sentence!.includes(each.reading.sentence) || each.reading.sentence.includes(each.sentence!)).length),
    byClass: { idea: figures((each) => each.said === 'idea', (each) => each.label === 'idea'), need: figures((each) => each.said === 'need', (each) => each.label === 'need') },
    falseAlarms: read.filter((each) => each.said !== 'none' && each.label === 'none'), missed: read.filter((each) => each.said === 'none' && each.label !== 'none'), mixed: found.filter((each) => each.said !== each.label),
  }
}
