import { clock, dayAndTime } from '#core/text/format.ts'
import { wallClock } from '#core/time/local.ts'
import type { View } from '#core/http/page.ts'
import { Icon, type IconName } from '#ui/icons.tsx'
import type { NowFact } from './right-now.ts'

const tones = { good: 'is-service', fair: 'is-developing', poor: 'is-late', off: 'is-quiet', unknown: 'is-quiet' } as const

/** What something is like now, each in its words with its icon and when it was seen, unless its words say that. The tone is only said again by colour. */
export function NowFacts({ facts, view }: { facts: NowFact[]; view: View }) {
  if (facts.length === 0) return null
  const seen = (at: Date) => (wallClock(at).day === wallClock(view.now).day ? clock(at, view.language) : dayAndTime(at, view.language, view.now))
  return (
    <ul className="nowfacts">
      {facts.map((fact) => (
        <li key={fact.key}><span className={`stage ${tones[fact.tone]}`}><Icon name={fact.icon as IconName} />{fact.words}</span>{fact.at && fact.tone !== 'unknown' && !fact.words.includes(clock(fact.at, view.language)) && <small><time dateTime={fact.at.toISOString()}>{seen(fact.at)}</time></small>}</li>
      ))}
    </ul>
  )
}
