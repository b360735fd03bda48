import type { View } from '#core/http/page.ts'
import { day } from '#core/text/format.ts'
import { endOf } from '#core/time/local.ts'
import { Icon } from '#ui/icons.tsx'
import { Fact, Prose, Section } from '#ui/layout.tsx'
import { stageIcon } from '#ui/stage.tsx'
import type { Joint as Its, JointPart } from './read.server.ts'
import { jointWords } from './texts/index.ts'

/** Who prepare the matter together: of each, where it goes, who may speak there, how much has been said, what was decided. */
export function Joint({ its, view }: { its: Its; view: View }) {
  const t = jointWords(view.language)
  return (
    <Section id="joint" title={t.together(its.parts.map((each) => each.municipality).join(' · '))}>
      <ul className="rows card">{its.parts.map((part) => <Part key={part.to} part={part} view={view} />)}</ul>
      <p className="hint">{t.total(its.comments)}</p>
      {its.document && (
        <details className="fold">
          <summary><Icon name="text" /> {t.document(its.document.municipality)}</summary>
          <div className="stack" lang={its.document.language === view.language ? undefined : its.document.language}>
            <p className="hint" lang={view.language}>{t.documentHint} <a href={its.document.to}>{t.documentThere(its.document.municipality)}</a></p>
            {its.document.sections.map((section, i) => <section key={i} className="stack tight"><h3>{section.title}</h3><Prose text={section.text} /></section>)}
          </div>
        </details>
      )}
    </Section>
  )
}

function Part({ part, view }: { part: JointPart; view: View }) {
  const t = jointWords(view.language)
  const { phase, decision } = part
  return (
    <li>
      <Icon name="place" />
      <div className="t">
        {part.own ? <b>{part.municipality}</b> : <a href={part.to}>{part.municipality}</a>}
        <p className="meta">
          {!part.withdrawn && phase && <span className={`stage is-${part.stage}`}><Icon name={stageIcon[part.stage]} />{phase.name}</span>}
          {part.leads && <span>{t.leads}</span>}{part.own && <span>{t.here}</span>}
        </p>
        {part.withdrawn ? <p>{t.withdrawn}</p> : (
          <p className="meta">
            <Fact icon="comment">{t.comments(part.comments)}</Fact>
            {part.said > 0 && <Fact icon="check">{t.answered(part.answered, part.said)}</Fact>}
            <Fact icon="person">{!phase?.open ? t.closed : part.speakers === 'identified' ? t.who.identified(part.municipality) : t.who[part.speakers]}</Fact>
            {phase?.open && phase.endsOn && <Fact icon="calendar">{t.until(day(endOf(phase.endsOn), view.language, view.now))}</Fact>}
          </p>
        )}
        {decision
          ? <div className="stack tight"><p><b>{t.decision}{decision.at && `, ${day(decision.at, view.language, view.now)}`}</b></p><Prose text={decision.text} />{decision.url && <p><a href={decision.url} rel="noopener">{t.decisionHere}</a></p>}</div>
          : !part.withdrawn && <p className="meta">{part.decidingBody ? `${t.undecided}. ${t.decides(part.decidingBody)}` : t.undecided}</p>}
      </div>
    </li>
  )
}
