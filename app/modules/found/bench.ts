import { createHash } from 'node:crypto'
import { afterwards, held, tuning } from './labelled/labelled.ts'
import { measure } from './labelled/measure.ts'
import { asLearned, fewestJudged, learn } from './learn.ts'
import { threshold } from './signals.ts'

// npm run bench -- found [--json]: how well ideas and needs are found in labelled reports, on the half that nothing was tuned with (README: it was looked at once).
const json = process.argv.includes('--json')
const share = (value: number) => Math.round(value * 1000) / 1000
const tell = (what: string, figures: Record<string, number>) => console.log(json ? JSON.stringify({ what, ...figures }) : `${what.padEnd(40)} ${Object.entries(figures).map(([name, value]) => `${name} ${value}`).join(' · ')}`)

const all = measure(held)
const of = (its: { precision: number; recall: number; f1: number }) => ({ precision: share(its.precision), recall: share(its.recall), f1: share(its.f1) })
tell('labelled reports', { all: tuning.length + held.length, tuning: tuning.length, held: held.length, 'held ideas': held.filter((each) => each.label === 'idea').length, 'held needs': held.filter((each) => each.label === 'need').length, threshold })
tell('idea or need', { ...of(all), 'right kind': share(all.kindRight), 'right sentence': share(all.sentenceRight) })
tell('idea', of(all.byClass.idea))
tell('need', of(all.byClass.need))
tell('idea or need, tuning half', of(measure(tuning)))

// Learning is measured as a town would meet it: people judge reports of the tuning half in an order given by a hash.
const order = (text: string) => createHash('sha256').update(`order ${text}`).digest('hex')
const judged = [...tuning].sort((a, b) => (order(a.text) < order(b.text) ? -1 : 1)).map((each) => ({ text: each.text, yes: each.label !== 'none' }))
for (const count of [fewestJudged, 50, 100, judged.length]) {
  const weights = learn(judged.slice(0, count))
  tell(`after ${count} confirmations`, { ...of(measure(held, asLearned(weights))), 'weights learned': weights.length })
}

const late = measure(afterwards)
tell(`${afterwards.length} reports written afterwards`, { ...of(late), 'right kind': share(late.kindRight), 'right sentence': share(late.sentenceRight) })

if (!json) {
  for (const [name, wrong] of [['neither, taken for one', all.falseAlarms], ['missed', all.missed], ['missed, of those written afterwards', late.missed], ['idea and need mixed', all.mixed]] as const) {
    console.log(`\n${name} (${wrong.length})`)
    for (const each of wrong.slice(0, 10)) console.log(`  ${each.reading.score.toFixed(2)} ${each.label}: ${each.text}  [${each.reading.hits.map((hit) => `${hit.name} ${hit.weight}`).join(', ')}]`)
  }
}
