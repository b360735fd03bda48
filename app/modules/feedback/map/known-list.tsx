import type { View } from '#core/http/page.ts'
import { ago, day, distance } from '#core/text/format.ts'
import { stageSign } from '#core/trail/kind.ts'
import { Icon } from '#ui/icons.tsx'
import { Fact } from '#ui/layout.tsx'
import { StageMark } from '#ui/stage.tsx'
import { stateRules } from '../states.ts'
import type { Known } from './known.server.ts'
import { mapWords } from './texts/index.ts'

/** The form outside the one that is being written, which the "me too" buttons send: one form cannot stand in another. Give its id to KnownList. */
export const MeTooForm = ({ id }: { id: string }) => <form id={id} method="post" hidden><input type="hidden" name="_do" value="meToo" /></form>

/**
 * What is already known near a point, each with all that it is recognised by: its picture, words, distance and state.
 * `form`: the id of a MeTooForm; without it each opens its own page only.
 */
export function KnownList({ known, view, form }: { known: Known[]; view: Pick<View, 'language' | 'now' | 'href'>; form?: string }) {
  const t = mapWords(view.language).known
  return (
    <ul className="rows known">
      {known.map((each) => (
        <li key={each.id}>
          {each.picture && <img src={view.href(each.picture.small)} alt={each.picture.description} width="88" height="88" loading="lazy" />}
          <div className="t">
            <a href={view.href(each.path)} target="_blank" rel="noopener">{each.title}<span className="visually-hidden"> ({t.newTab})</span></a>
            <p className="meta">
              {each.state === 'announced' ? <span className="stage is-developing"><Icon name="work" />{t.announced}</span> : <StageMark stage={stateRules[each.state].stage} sign={stageSign('report', stateRules[each.state].stage, view.language)} language={view.language} />}
              {each.metres !== null && <Fact icon="place">{each.metres < 15 ? t.here : t.away(distance(each.metres, view.language))}</Fact>}
              {each.until ? <Fact icon="calendar">{t.until(day(each.until, view.language, view.now))}</Fact> : <Fact icon="calendar">{ago(each.at, view.language, view.now)}</Fact>}
              {each.meToos > 0 && <Fact icon="people">{t.meToos(each.meToos)}</Fact>}
            </p>
            {each.text && each.text.trim() !== each.title && <details className="fold small"><summary>{t.read}</summary><p className="prose">{each.text}</p></details>}
            {form && each.canMeToo && <p className="actions"><button className="btn small" form={form} formAction={view.href(`/feedback/${each.id}/me-too`)} aria-label={t.meTooWhat(each.title)}><Icon name="people" />{t.meToo}</button></p>}
          </div>
        </li>
      ))}
    </ul>
  )
}
