import { previewPath } from '#core/files/pictures.server.ts'
import type { View } from '#core/http/page.ts'
import { wallClock } from '#core/time/local.ts'
import { ActionForm, Button, Choice, ErrorSummary, Select, TextArea, TextField } from '#ui/form.tsx'
import { Icon } from '#ui/icons.tsx'
import { Section } from '#ui/layout.tsx'
import { hasPhotos, PhotoFields } from '#ui/photo-fields.tsx'
import type { Handling } from './read-handling.server.ts'
import { handlingWords } from './texts/index.ts'

type Its = { its: Handling; view: View }
/** What was seen when the page was drawn. Drawn again after somebody else's doing it tells of that too, so that sending once more means it. */
const Seen = ({ its, does }: { its: Handling; does: string }) => <input type="hidden" name="seen" id={`${does}-seen`} value={its.seen} />

/** "Wrong unit?": the likeliest places first, each one tap; the rest by choosing. */
export function PassForm({ its, view }: Its) {
  const words = handlingWords(view.language), t = words.officials
  const common = { does: 'pass', failed: view.failed, language: view.language, words: words.problems }
  return (
    <Section title={t.wrong} id="pass">
      <p className="hint">{t.wrongHint}</p>
      {its.likely.length > 0 && <div className="actions">{its.likely.map((each) => <ActionForm key={each.id} does="pass"><Seen its={its} does={`pass-${each.id}`} /><Button icon="routed" name="categoryId" value={each.id}>{t.likely(`${each.name} (${each.unit})`)}</Button></ActionForm>)}</div>}
      <details className="fold" open={view.failed?.form === 'pass'}><summary>{t.pass}</summary>
        <ActionForm does="pass" label={t.pass}>
          <ErrorSummary failed={view.failed} does="pass" labels={words.labels} words={words.problems} language={view.language} />
          <Seen its={its} does="pass" />
          <Select {...common} name="categoryId" label={t.category} empty={t.sameCategory} optional options={its.categories.filter((each) => each.id !== its.category.id).map((each) => ({ value: each.id, label: `${each.name} (${each.unit})` }))} />
          <Select {...common} name="unitId" label={t.unit} empty={t.sameUnit} optional options={its.units.map((each) => ({ value: each.id, label: each.name }))} />
          <TextArea {...common} name="note" label={t.passNote} hint={t.passNoteHint} rows={2} max={1000} optional />
          <p className="actions"><Button icon="routed">{t.pass}</Button></p>
        </ActionForm>
      </details>
    </Section>
  )
}

/** Ready words, each a link that puts them into the form: works without script. */
function Templates({ its, view, of }: Its & { of: 'answer' | 'move' }) {
  const t = handlingWords(view.language).officials
  const mine = its.templates.filter((each) => (of === 'answer') === (each.of === 'answer'))
  if (mine.length === 0) return null
  return <nav className="filters" aria-label={t.templates}>{mine.map((each) => <a key={each.id} className="chip" href={view.href(`/feedback/${its.id}/handle?template=${each.id}#${of}`)} aria-current={its.chosen?.id === each.id ? 'true' : undefined}>{each.name}</a>)}</nav>
}

/** A word to the sender; the report stays as it is. */
export function AnswerForm({ its, view }: Its) {
  const words = handlingWords(view.language), t = words.officials
  const common = { does: 'answer', failed: view.failed, language: view.language, words: words.problems }
  return (
    <details className="fold" id="answer" open={view.failed?.form === 'answer' || its.chosen?.of === 'answer'}><summary><Icon name="answered" /> {t.answer}</summary><div className="stack">
      <p className="hint">{t.answerHint}</p>
      <Templates its={its} view={view} of="answer" />
      <ActionForm does="answer" label={t.answer}>
        <ErrorSummary failed={view.failed} does="answer" labels={words.labels} words={words.problems} language={view.language} />
        <Seen its={its} does="answer" />
        <TextArea {...common} name="sentence" label={t.sentence} rows={4} max={1000} value={its.chosen?.of === 'answer' ? its.chosen.text : ''} />
        {its.open && <TextField {...common} name="day" type="date" label={t.day} hint={t.dayHint} optional />}
        <p className="actions"><Button kind="main" icon="sent">{t.send}</Button></p>
      </ActionForm>
    </div></details>
  )
}

/** Where it goes without a work order. */
export function MoveForm({ its, view }: Its) {
  const words = handlingWords(view.language), t = words.officials
  const { failed, language } = view
  const common = { does: 'move', failed, language, words: words.problems }
  const chosen = its.chosen && its.chosen.of !== 'answer' ? its.chosen : null
  return (
    <details className="fold" id="move" open={failed?.form === 'move' || chosen !== null}><summary><Icon name="arrow" /> {t.move}</summary><div className="stack">
      <p className="hint">{t.moveHint}</p>
      <Templates its={its} view={view} of="move" />
      <ActionForm does="move" upload label={t.move}>
        <ErrorSummary failed={failed} does="move" labels={words.labels} words={words.problems} language={language} />
        <Seen its={its} does="move" />
        <Choice {...common} name="to" label={t.to} value={chosen?.of} options={its.to.map((value) => ({ value, label: words.state[value], hint: t.toHint[value] ?? '' }))} />
        <TextArea {...common} name="sentence" label={t.sentence} rows={3} max={1000} value={chosen?.text} optional />
        <TextField {...common} name="day" type="date" label={t.day} value={chosen?.of === 'planned' ? wallClock(view.now).day : ''} optional />
        {its.open && <details className="fold" open={failed?.form === 'move' && hasPhotos(failed)}><summary>{t.proof}</summary><div className="stack"><PhotoFields does="move" failed={failed} language={language} preview={(token) => view.href(previewPath(token))} /></div></details>}
        <p className="actions"><Button kind="main" icon="arrow">{t.moveDo}</Button></p>
      </ActionForm>
    </div></details>
  )
}
