import { Icon, type IconName } from './icons.tsx'
import { uiWords } from './texts/index.ts'
import type { Language } from '#core/text/language.ts'

export type StageName = 'waiting' | 'idea' | 'developing' | 'experiment' | 'decision' | 'service' | 'ended'
export const stageIcon: Record<StageName, IconName> = { waiting: 'clock', idea: 'idea', developing: 'developing', experiment: 'experiment', decision: 'decision', service: 'done', ended: 'no' }

/** A stage in its colour, with its icon and its word. */
export function StageMark({ stage, language }: { stage: StageName; language: Language }) {
  return <span className={`stage is-${stage}`}><Icon name={stageIcon[stage]} />{uiWords(language).stage[stage]}</span>
}

/** "Myöhässä": shown to everyone when an owner owes a word. */
export function LateMark({ language }: { language: Language }) {
  return <span className="stage is-late"><Icon name="clock" />{uiWords(language).late}</span>
}
