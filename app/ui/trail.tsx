import type { ReactNode } from 'react'
import { dayAndTime, day } from '#core/text/format.ts'
import type { Language } from '#core/text/language.ts'
import { Icon, type IconName } from './icons.tsx'
import { stageIcon, type StageName } from './stage.tsx'
import { uiWords } from './texts/index.ts'

export type TrailItem = { id: string; at: Date; what: string; sentence: string | null; who: string | null; stage: StageName | null; icon: string; more?: ReactNode }
export type Owed = { owner: string | null; dueAt: Date | null; late: boolean; answered: boolean }

const nodeIcon: Record<string, IconName> = { sent: 'sent', answered: 'answered', moved: 'arrow', merged: 'merged', split: 'split', routed: 'routed', edited: 'edited', comment: 'comment', support: 'support', hidden: 'hidden', restored: 'restored', withdrawn: 'remove', late: 'clock', learned: 'experiment', imported: 'imported', linked: 'linked', video: 'video' }

/**
 * The product's face: what has happened to a thing, newest on top, what comes next, who owes it and by when.
 * A phone opens at the present node and the due line; wider there are the newest three. The rest unfold.
 */
export function Trail({ items, owed, next, stage, language, now }: { items: TrailItem[]; owed: Owed; next?: string | null; stage: StageName; language: Language; now: Date }) {
  const t = uiWords(language)
  const [present, earlier] = [items.slice(0, 1), items.slice(1)]
  return (
    <section className="card stack" aria-label={t.trail} id="trail">
      <ol className="trail">
        {next && <li className="next"><span className="node is-quiet"><Icon name="next" /></span><b>{t.next}: {next}</b></li>}
        {present.map((item) => <Node key={item.id} item={item} now={now} current stage={stage} language={language} />)}
      </ol>
      {earlier.length > 0 && (
        <details className={earlier.length > 2 ? 'unfold earlier' : 'unfold earlier few'}><summary>{t.showWholeTrail(items.length)}</summary>
          <ol className="trail">{earlier.map((item) => <Node key={item.id} item={item} now={now} current={false} stage={stage} language={language} />)}</ol>
        </details>
      )}
      <DueLine owed={owed} language={language} now={now} />
    </section>
  )
}
function Node({ item, current, stage, language, now }: { item: TrailItem; current: boolean; stage: StageName; language: Language; now: Date }) {
  const its = current ? stage : item.stage ?? 'idea'
  return (
    <li className={current ? `now is-${its}` : `is-${its}`}>
      <span className="node"><Icon name={item.stage && item.icon === 'moved' ? stageIcon[item.stage] : nodeIcon[item.icon] ?? 'arrow'} /></span>
      <b>{item.what}</b>
      {item.sentence && <p>{item.sentence}</p>}
      {item.more}
      <small className="who"><time dateTime={item.at.toISOString()}>{dayAndTime(item.at, language, now)}</time>{item.who && ` · ${item.who}`}</small>
    </li>
  )
}
/** Who owes the next word, and by which day. A late one says so itself. */
function DueLine({ owed, language, now }: { owed: Owed; language: Language; now: Date }) {
  if (!owed.dueAt) return null
  const t = uiWords(language)
  const by = t.dueBy
  return (
    <p className={owed.late ? 'due late' : 'due'}><Icon name="clock" />
      <span><b>{owed.owner ?? t.someone}</b>{owed.late ? by.late : owed.answered ? by.nextStep : by.after}<b>{day(owed.dueAt, language, now)}</b>{owed.late ? by.lateEnd : ''}</span></p>
  )
}
