import type { View } from '#core/http/page.ts'
import { day } from '#core/text/format.ts'
import { inLanguage } from '#core/text/language.ts'
import { endOf } from '#core/time/local.ts'
import { Icon } from '#ui/icons.tsx'
import type { Phase } from './matter.server.ts'
import { matterWords } from './texts/index.ts'

/** The phases of a matter as a line that is read from top to bottom: which are over, which one is open, what is ahead, and what one can do in each. */
export function PhaseLine({ phases: all, view, ended = false }: { phases: Phase[]; view: View; /** none is open in a matter that has ended, and what was ahead was passed over */ ended?: boolean }) {
  const t = matterWords(view.language).phase
  const phases: Phase[] = ended ? all.map((each) => ({ ...each, state: 'over', ...(each.state === 'ahead' && { startsOn: null, endsOn: null }) })) : all
  const on = (date: string) => day(endOf(date), view.language, view.now)
  const passed = ({ startsOn, state }: Phase) => state === 'over' && !startsOn
  const dates = ({ startsOn, endsOn }: Phase) => (startsOn && endsOn ? `${on(startsOn)} – ${on(endsOn)}` : endsOn ? t.until(on(endsOn)) : startsOn ? t.from(on(startsOn)) : t.noDates)
  return (
    <ol className="phases card">
      {phases.map((each) => (
        <li key={each.id} className={`${each.state} is-${each.state === 'open' ? each.stage : 'quiet'}`} aria-current={each.state === 'open' ? 'step' : undefined}>
          <span className="node"><Icon name={each.state === 'over' ? 'check' : each.state === 'open' ? 'arrow' : 'clock'} /></span>
          <div><b>{inLanguage(each.name, view.language)}</b>{each.state !== 'ahead' && <span className="meta"> {passed(each) ? t.passed : t.state[each.state]}</span>}
            {!passed(each) && <p className="meta">{dates(each)}</p>}{each.state !== 'over' && <p className="meta">{doing(each, view)}</p>}</div>
        </li>
      ))}
    </ol>
  )
}

/** What one can do in a phase, as a sentence. */
export function doing({ does }: Pick<Phase, 'does'>, view: Pick<View, 'language'>): string {
  const t = matterWords(view.language).phase
  return does.length ? t.can(new Intl.ListFormat(view.language, { type: 'conjunction' }).format(does.map((each) => t.does[each]))) : t.read
}
