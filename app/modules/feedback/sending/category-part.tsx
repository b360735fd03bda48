import type { View } from '#core/http/page.ts'
import type { FailedForm } from '#ui/form.tsx'
import { Icon } from '#ui/icons.tsx'
import { Card, Fact } from '#ui/layout.tsx'
import { uiWords } from '#ui/texts/index.ts'
import type { Category } from '../categories/categories.server.ts'
import { paceWords } from '../categories/pace-words.ts'
import { Questions } from '../categories/questions.tsx'
import { StopperCard } from '../categories/stopper.tsx'
import { isStopped, type Screen } from './screens.server.ts'
import { sendingWords } from './texts/index.ts'

type Its = { sorting: Pick<Screen, 'suggested' | 'chosen'>; categories: Pick<Category, 'id' | 'name' | 'group'>[]; view: Pick<View, 'language'>; failed: FailedForm }

/**
 * The category of a report: what the words suggest, one tap each, all the others in a fold; and what the chosen one says,
 * asks and promises. Where the words may speak of danger, the number to call is said whatever else they say. Drawn with the page, and anew by `/feedback/suggest` while words are written.
 */
export function CategoryPart({ sorting: { suggested, chosen }, categories, view, failed }: Its) {
  const t = sendingWords(view.language)
  const problem = failed?.problems.categoryId
  const groups = Map.groupBy(categories, (each) => each.group ?? '')
  const danger = suggested.find((each) => each.stopper?.kind === 'danger' && each.id !== chosen?.id)
  const described = problem ? 'send-categoryId-problem' : suggested.length > 0 ? 'send-categoryId-hint' : undefined
  return (
    <>
      <input type="hidden" name="seen" value={chosen?.id ?? ''} />
      {danger && <StopperCard category={danger} view={view} />}
      <fieldset className={problem ? 'field wrong' : 'field'} id="send-categoryId" aria-describedby={described}>
        <legend>{t.category}</legend>
        {problem ? <p className="problem" id="send-categoryId-problem"><Icon name="no" /> {t.problems[problem] ?? uiWords(view.language).problems.invalid}</p>
          : suggested.length > 0 && <p className="hint" id="send-categoryId-hint">{t.categoryGuess}</p>}
        {suggested.length > 0 && (
          <div className="choices">
            {suggested.map((each) => (
              <label key={each.id} className="choice"><input type="radio" id={`send-category-${each.id}`} name="categoryId" value={each.id} defaultChecked={each.id === chosen?.id} /><Icon name={each.icon} /><span>{each.name}</span></label>
            ))}
          </div>
        )}
      </fieldset>
      <details className="fold" open={!!problem && suggested.length === 0}>
        <summary>{suggested.length > 0 ? t.categoryOther : t.categoryOpen}</summary>
        <div className="field">
          <label htmlFor="send-otherId" className="visually-hidden">{t.categoryOther}</label>
          <select id="send-otherId" name="otherId" defaultValue="">
            <option value="">{t.categoryNone}</option>
            {[...groups].map(([group, its]) => { const options = its.map((each) => <option key={each.id} value={each.id}>{each.name}</option>); return group ? <optgroup key={group} label={group}>{options}</optgroup> : options })}
          </select>
        </div>
      </details>
      {chosen && <ChosenPart chosen={chosen} view={view} failed={failed} />}
    </>
  )
}

function ChosenPart({ chosen, view, failed }: { chosen: NonNullable<Screen['chosen']> } & Pick<Its, 'view' | 'failed'>) {
  const t = sendingWords(view.language)
  return (
    <>
      <StopperCard category={chosen} view={view} />
      {!isStopped(chosen) && (
        <>
          {chosen.description && <p className="hint">{chosen.description}</p>}
          {chosen.notice && <Card tone="ask"><p>{chosen.notice}</p></Card>}
          <Questions category={chosen} view={view} does="send" failed={failed} />
          <p className="meta"><Fact icon="clock">{chosen.pace ? paceWords(chosen.pace, view.language) : t.promised(chosen.promisedDays)}</Fact>{chosen.private && <Fact icon="hidden">{t.privateCategory}</Fact>}</p>
        </>
      )}
    </>
  )
}
