import { Icon, type IconName } from '#ui/icons.tsx'
import type { NowFact } from '../right-now.ts'

const looks: Record<NowFact['tone'], string> = { good: 'is-service', fair: 'is-developing', poor: 'is-late', off: 'is-quiet', unknown: 'is-quiet' }

/** What a place is like right now, a few facts in a row; the words say all that the colour does. */
export function NowFacts({ facts, most = 3 }: { facts: NowFact[]; most?: number }) {
  const shown = [...facts.filter((fact) => fact.primary), ...facts.filter((fact) => !fact.primary)].slice(0, most)
  return <>{shown.map((fact) => <span key={fact.key} className={`stage ${looks[fact.tone]}`}><Icon name={fact.icon as IconName} />{fact.words}</span>)}</>
}
