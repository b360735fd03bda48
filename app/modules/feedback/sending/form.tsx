import type { ReactNode } from 'react'
import { previewPath } from '#core/files/pictures.server.ts'
import type { View } from '#core/http/page.ts'
import type { Language } from '#core/text/language.ts'
import { DraftNotes, draftData } from '#ui/draft-notes.tsx'
import { ActionForm, Button, ErrorSummary, TextArea, TextField } from '#ui/form.tsx'
import { Icon } from '#ui/icons.tsx'
import { PhotoFields } from '#ui/photo-fields.tsx'
import { Steps } from '#ui/steps.tsx'
import { uiWords } from '#ui/texts/index.ts'
import { categoryWords } from '../categories/texts/index.ts'
import { MeTooForm } from '../map/known-list.tsx'
import { WhereField } from '../map/where-field.tsx'
import { mapWords } from '../map/texts/index.ts'
import { CategoryPart } from './category-part.tsx'
import type { ToWrite } from './new.server.ts'
import { isStopped, type Screen, steps } from './screens.server.ts'
import { LastPart } from './last-part.tsx'
import { sendingWords } from './texts/index.ts'

/** What the server worked out for the screen that a form comes back with; see `goOn`. */
function screenOf(its: ToWrite, said: string | undefined): Screen {
  if (!said) return its.screen
  const screen = JSON.parse(said) as Screen
  return { ...screen, known: screen.known.map(({ at, until, ...each }) => ({ ...each, at: new Date(at), ...(until ? { until: new Date(until) } : {}) })) }
}

/**
 * A report as one form of three screens. Each screen shows its own part and carries the others hidden, so that nothing is
 * lost between them, with or without script, and a draft of it is whole.
 */
export function ReportForm({ its, view }: { its: ToWrite; view: View<'send'> }) {
  const t = sendingWords(view.language)
  const { language } = view
  const screen = screenOf(its, view.failed?.values.screen)
  const { step, chosen } = screen
  const { step: _step, ...mend } = view.failed?.problems ?? {}
  const failed = view.failed && { ...view.failed, problems: mend }
  // An address's words stand in the fields as if they had been sent.
  const held = failed ?? { form: 'send', problems: {}, values: its.values }
  const values = held.values
  const stopped = isStopped(chosen)
  // the field says "fill this in", the summary what else can be done
  const summed = failed && { ...failed, problems: { ...mend, ...(mend.where === 'required' ? { where: 'whereNeeded' } : {}) } }
  const common = { does: 'send', failed: held, language, words: t.problems }
  // what is missing of the place is said by whereNeeded; of any other field in its own words
  const { required: _place, ...wherePlace } = mapWords(language).where.problems
  return (
    <>
      <ActionForm does="send" id="send-form" upload className="stack wide" data={{ ...draftData('feedback', failed, language), 'data-suggest': view.href('/feedback/suggest'), 'data-last': t.send }}>
        {/* what Enter presses: the first button of a form */}
        <button type="submit" name="at" value={step} className="visually-hidden" tabIndex={-1} aria-hidden="true">{t.next}</button>
        <DraftNotes language={language} />
        <Steps names={t.steps} at={steps.indexOf(step)} row language={language} />
        {Object.keys(mend).length > 0 && <ErrorSummary failed={summed} does="send" labels={{ ...t.labels, ...labelsOf(screen) }} words={{ ...categoryWords(language).problems, ...wherePlace, ...t.problems }} language={language} />}
        {mend.form && <p id="send-form-problem" className="visually-hidden">{t.problems[mend.form]}</p>}
        <input type="hidden" name="sendKey" value={values.sendKey || its.sendKey} />
        <input type="hidden" name="chosen" value={values.chosen ?? ''} />
        <input type="hidden" name="noPlace" value={values.noPlace ?? ''} />
        <section className="stack" hidden={step !== 'what'} data-step="what">
          <TextArea {...common} name="text" label={t.text} hint={t.textHint} rows={4} max={5000} />
          <div className="stack tight">
            <PhotoFields does="send" failed={held} language={language} preview={(token) => view.href(previewPath(token))} />
            <p className="hint">{uiWords(language).photos.hint}</p>
          </div>
        </section>
        {step === 'where' && <h2 className="visually-hidden" tabIndex={-1} data-step-title>{t.where}</h2>}
        <section className="stack" hidden={step !== 'where' || stopped} data-step="where">
          {step === 'where' ? <WhereField does="send" view={view as View} failed={held} near={its.places} />
            : <><p className="said quiet" role="status" data-offline-rest hidden>{t.offlineRest}</p><p className="actions"><button type="button" className="btn small" data-offline-here={t.located}>{t.here}</button></p><TextField {...common} name="where" label={t.where} optional max={120} />{carried.map((name) => <input key={name} type="hidden" name={name} value={values[name] ?? ''} />)}</>}
        </section>
        <Sorting screen={screen} language={language}><CategoryPart sorting={screen} categories={its.categories} view={view} failed={held} /></Sorting>
        <p className="visually-hidden" role="status" data-suggest-said />
        <section className="stack" hidden={step !== 'send'} data-step="send">
          <LastPart its={its} screen={screen} view={view} failed={held} />
        </section>
        <p className="actions">
          {step === 'what' && <Button kind="main" icon="next" name="at" value="what">{t.next}</Button>}
          {step === 'where' && <Button kind="main" icon="next" name="at" value="where">{stopped ? t.changed : t.next}</Button>}
          {step === 'send' && <Button kind="main" icon="sent" name="at" value="send">{t.send}</Button>}
          {step === 'where' && !stopped && <Button name="at" value="noPlace">{t.noPlace}</Button>}
          {step !== 'what' && <Button kind="quiet" name="back" value={step === 'send' ? 'where' : 'what'}>{t.back}</Button>}
        </p>
      </ActionForm>
      <MeTooForm id="me-too" />
    </>
  )
}

/** Where the category stands: open while it is being chosen and where the words may speak of danger, folded once it has been seen, carried at the end. */
function Sorting({ screen: { step, chosen, suggested, folded }, language, children }: { screen: Screen; language: Language; children: ReactNode }) {
  const t = sendingWords(language)
  const part = <section className="stack tight" hidden={step === 'send'} data-suggest-here aria-label={t.category}>{children}</section>
  return step === 'where' && folded && chosen && !isStopped(chosen) && !suggested.some((each) => each.stopper?.kind === 'danger')
    ? <details className="fold"><summary><Icon name={chosen.icon} /><span>{t.category}: <span data-suggest-name>{chosen.name}</span></span></summary>{part}</details> : part
}

/** What the place's fields send besides its words: carried by the other screens. */
const carried = ['place', 'address', 'longitude', 'latitude', 'near', 'where_hit']
/** The names of a category's own questions, for the summary of what is to be mended. */
const labelsOf = ({ chosen }: Screen) => Object.fromEntries((chosen?.questions ?? []).map((each) => [`q_${each.key}`, each.label]))
