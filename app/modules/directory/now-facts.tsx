import { clock } from '#core/text/format.ts'
import type { View } from '#core/http/page.ts'
import { Icon, type IconName } from '#ui/icons.tsx'
import type { NowFact } from './right-now.ts'

const tones = { good: 'is-service', fair: 'is-developing', poor: 'is-late', off: 'is-quiet', unknown: 'is-quiet' } as const

/** What something is like now, each in its words with its icon and when it was seen. The tone is only said again by colour. */
export function NowFacts({ facts, view }: { facts: NowFact[]; view: View }) {
  if (facts.length === 0) return null
  return (
    <ul className="nowfacts">
      {facts.map((fact) => (
        <li key={fact.key}><span className={`stage ${tones[fact.tone]}`}><Icon name={fact.icon as IconName} />{fact.words}</span>{fact.at && <small><time dateTime={fact.at.toISOString()}>{clock(fact.at, view.language)}</time></small>}</li>
      ))}
    </ul>
  )
}
