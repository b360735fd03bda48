import type { View } from '#core/http/page.ts'
import { dayAndTime } from '#core/text/format.ts'
import { Icon } from '#ui/icons.tsx'
import { Fact } from '#ui/layout.tsx'
import type { Disruption } from './current.server.ts'
import { disruptionKinds, isGrave } from './kinds.ts'
import { disruptionWords } from './texts/index.ts'

type Sees = Pick<View, 'language' | 'now' | 'href'>

/** "Nyt, päättyy arviolta to klo 15", "Alkaa to klo 9", "Ohi to klo 12": never a time that is no longer true. */
export function whenOf(its: Disruption, view: Pick<View, 'language' | 'now'>): string {
  const t = disruptionWords(view.language)
  const at = (moment: Date) => dayAndTime(moment, view.language, view.now)
  if (its.state === 'over') return t.over(at(its.endedAt ?? its.endsAt ?? its.changedAt))
  const end = its.endsAt ? t.ends(at(its.endsAt)) : its.nextWordAt && its.nextWordAt > view.now ? t.nextWord(at(its.nextWordAt)) : t.untilFurther
  return its.state === 'coming' ? `${t.begins(at(its.startsAt))}${its.endsAt ? `, ${t.ends(at(its.endsAt))}` : ''}` : end
}

/** One row: its kind, title, when and where; what to do is on its page. */
export function DisruptionRow({ its, view, why }: { its: Disruption; view: Sees; why?: string | undefined }) {
  const t = disruptionWords(view.language)
  return (
    <li className={its.state === 'on' && isGrave(its.severity) ? 'hinders grave' : 'hinders'}>
      <span className="sort"><Icon name={disruptionKinds[its.kind].icon} /></span>
      <div className="t">
        <a className="go" href={view.href(its.path)} lang={its.titleLang}>{its.title}</a>
        <small><b>{t.states[its.state]}</b> · {whenOf(its, view)}</small>
        {its.text && <p className="summary-text" lang={its.language === view.language ? undefined : its.language}>{its.text}</p>}
        {its.instead.text && its.state !== 'over' && <small lang={its.language === view.language ? undefined : its.language}>{its.instead.text}{its.instead.name && ` ${its.instead.name}`}</small>}
        {why && <small>{why}</small>}
      </div><Icon name="next" />
    </li>
  )
}

/** The same with its words, for a page of something else. */
export function DisruptionCard({ its, view }: { its: Disruption; view: Sees }) {
  const lang = its.language === view.language ? undefined : its.language
  return (
    <div className="card late stack tight">
      <p className="meta"><Fact icon={disruptionKinds[its.kind].icon}>{disruptionKinds[its.kind].name[view.language]}</Fact><Fact icon="clock">{whenOf(its, view)}</Fact></p>
      <p><a className="title touch" href={view.href(its.path)} lang={its.titleLang}>{its.title}</a></p>
      {its.text && <p lang={lang}>{its.text}</p>}
      {its.instead.text && <p lang={lang}>{its.instead.text} {its.instead.name}</p>}
    </div>
  )
}
