import { Icon, type IconName } from './icons.tsx'
import { uiWords } from './texts/index.ts'
import type { Language } from '#core/text/language.ts'

export type StageName = 'waiting' | 'idea' | 'developing' | 'experiment' | 'decision' | 'service' | 'ended'
export const stageIcon: Record<StageName, IconName> = { waiting: 'clock', idea: 'idea', developing: 'developing', experiment: 'experiment', decision: 'decision', service: 'done', ended: 'no' }

/** A stage as a kind of thing calls and draws it. */
export type StageSign = { name: string; icon: string }

/** A stage in its colour, with its icon and its word. */
export function StageMark({ stage, language, sign }: { stage: StageName; language: Language; /** what its kind calls it, when it has own words */ sign?: StageSign | undefined }) {
  return <span className={`stage is-${stage}`}><Icon name={sign ? sign.icon as IconName : stageIcon[stage]} />{sign?.name ?? uiWords(language).stage[stage]}</span>
}

/** "Myöhässä": shown to everyone when an owner owes a word. */
export function LateMark({ language }: { language: Language }) {
  return <span className="stage is-late"><Icon name="clock" />{uiWords(language).late}</span>
}
