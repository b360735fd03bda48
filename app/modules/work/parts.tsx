import type { View } from '#core/http/page.ts'
import { previewPath } from '#core/files/pictures.server.ts'
import { day, dayAndTime } from '#core/text/format.ts'
import { ActionForm, Button, Choice, ErrorSummary, Select, TextArea, TextField } from '#ui/form.tsx'
import { Icon } from '#ui/icons.tsx'
import { Fact, Prose, Section } from '#ui/layout.tsx'
import { PhotoFields } from '#ui/photo-fields.tsx'
import { StageMark } from '#ui/stage.tsx'
import { amount, euros, lineCents } from './money.ts'
import type { Inside, ShownOrder } from './show.server.ts'
import { workWords } from './texts/index.ts'

type Its = { inside: Inside; view: View }
type Photo = { id: string; small: string; large: string; description: string; width: number; height: number }

export function Photos({ pictures, view, remove }: { pictures: Photo[]; view: View; remove?: boolean }) {
  const t = workWords(view.language).inside
  return (
    <div className="photos">{pictures.map((each) => (
      <figure key={each.id} className="stack tight">
        <a href={view.href(each.large)}><img src={view.href(each.small)} alt={each.description} width={each.width} height={each.height} loading="lazy" /></a>
        {each.description && <figcaption className="meta">{each.description}</figcaption>}
        {remove && <ActionForm does="removePhoto" className="inline"><input type="hidden" name="photo" value={each.id} /><Button kind="quiet" small icon="remove">{t.removePhoto}</Button></ActionForm>}
      </figure>
    ))}</div>
  )
}

/** The reports that an order mends, each with its photo, how far it is and where it stands. */
export function Reports({ inside, view, closed }: Its & { closed: boolean }) {
  const { inside: t, says } = workWords(view.language)
  return (
    <Section id="reports" title={`${t.reports} (${inside.reports.length})`}>
      {inside.reports.length === 0 ? <p className="hint">{t.noReports}</p> : (
        <ul className="card rows">{inside.reports.map((each) => (
          <li key={each.id}>
            {each.picture && <a className="beside-photo" href={view.href(each.picture.large)}><img src={view.href(each.picture.small)} alt={each.picture.description} width={72} height={72} loading="lazy" /></a>}
            <div className="t">
              <small>{each.reference} · {day(each.sentAt, view.language, view.now)}</small>
              <a href={view.href(`/feedback/${each.id}/handle`)} lang={each.lang}>{each.title}</a>
              {!each.private && each.text && each.text.trim().replace(/[.…]$/, '') !== each.title && <p className="summary-text" lang={each.lang}>{each.text}</p>}
              <p className="meta">
                <StageMark stage={each.stage} sign={each.sign} language={view.language} />
                {each.withdrawn && <Fact icon="remove">{t.withdrawn}</Fact>}
                {each.private && <Fact icon="hidden">{t.privateReport}</Fact>}
                {each.place && <Fact icon="place">{each.place}</Fact>}
                {each.metres !== null && each.metres >= 10 && <span>{workWords(view.language).metresAway(each.metres)}</span>}
                {each.meToos > 0 && <Fact icon="people">{t.met(each.meToos)}</Fact>}
                {each.apart && <Fact icon="report">{t.apart}</Fact>}
              </p>
              {inside.may.plan && !closed && (
                <ActionForm does="release" className="inline"><input type="hidden" name="report" value={each.id} /><input type="hidden" name="sentence" value={says.release[0]} />
                  <button type="submit" className="btn quiet small" aria-label={t.releaseOf(each.title)}><Icon name="split" />{t.release}</button></ActionForm>
              )}
            </div>
          </li>
        ))}</ul>
      )}
    </Section>
  )
}

export function Checklist({ inside, view }: Its) {
  const t = workWords(view.language).inside
  const done = inside.items.filter((each) => each.doneAt).length
  return (
    <Section id="checklist" title={t.checklist} more={inside.items.length > 0 && <span className="meta">{t.checklistDone(done, inside.items.length)}</span>}>
      {inside.items.length > 0 && (
        <ul className="card rows ticks">{inside.items.map((each) => (
          <li key={each.id}>
            {inside.may.carryOut && <ActionForm does="tick" className="inline"><input type="hidden" name="item" value={each.id} /><input type="hidden" name="done" value={each.doneAt ? 'no' : 'yes'} />
              <button type="submit" className="iconbutton tickbox" aria-pressed={each.doneAt !== null} aria-label={each.doneAt ? t.untick(each.text) : t.tick(each.text)}>{each.doneAt && <Icon name="check" />}</button></ActionForm>}
            <div className="t"><b>{each.text}</b>{each.doneAt && <small>{t.tickedBy(each.by ?? '', dayAndTime(each.doneAt, view.language, view.now))}</small>}</div>
            {inside.may.plan && !each.doneAt && <ActionForm does="removeItem" className="inline"><input type="hidden" name="item" value={each.id} /><button type="submit" className="btn quiet small" aria-label={t.removeItem(each.text)}><Icon name="remove" /></button></ActionForm>}
          </li>
        ))}</ul>
      )}
      {inside.may.plan && (
        <details className="fold" open={view.failed?.form === 'addItems'}><summary><Icon name="plus" /> {t.addItems}</summary>
          <ActionForm does="addItems"><TextArea does="addItems" name="items" label={t.addItems} hint={workWords(view.language).make.checklistHint} failed={view.failed} language={view.language} rows={3} /><p className="actions"><Button icon="plus">{t.add}</Button></p></ActionForm>
        </details>
      )}
    </Section>
  )
}

export function Lines({ inside, view }: Its) {
  const words = workWords(view.language)
  const t = words.inside
  const { lines, sums } = inside
  const field = { does: 'line', failed: view.failed, language: view.language, words: words.problems }
  const money = (cents: number) => euros(cents, view.language)
  return (
    <Section id="lines" title={t.lines}>
      {lines.length === 0 ? <p className="hint">{t.noLines}</p> : (
        <ul className="card rows">{lines.map((each) => (
          <li key={each.id}>
            <div className="t"><b>{each.name}</b><small>{t.kinds[each.kind]} · {amount(each.quantity, view.language)} {each.measure || (each.kind === 'hours' ? t.hours : '')}{each.cents !== null && ` × ${money(each.cents)}`}{each.by && ` · ${each.by}`}</small></div>
            <b className="n">{each.cents === null ? <small>{t.noPrice}</small> : money(lineCents(each))}</b>
            {inside.may.carryOut && <ActionForm does="removeLine" className="inline"><input type="hidden" name="line" value={each.id} /><button type="submit" className="btn quiet small" aria-label={t.removeLine(each.name)}><Icon name="remove" /></button></ActionForm>}
          </li>
        ))}</ul>
      )}
      {lines.length > 0 && (
        <>
          <dl className="facts">
            {sums.hours > 0 && <><dt>{t.hoursSum}</dt><dd className="n">{amount(sums.hours, view.language)} {t.hours}</dd></>}
            {([['hours', sums.hoursCents], ['material', sums.materialCents], ['cost', sums.costCents]] as const).map(([kind, cents]) => cents > 0 && cents !== sums.cents && [<dt key={kind}>{t.kinds[kind]}</dt>, <dd key={`${kind} sum`} className="n">{money(cents)}</dd>])}
            <dt><b>{t.sum}</b></dt><dd className="n"><b>{money(sums.cents)}</b></dd>
          </dl>
          {sums.unpriced && <p className="hint">{t.unpriced}</p>}
        </>
      )}
      {inside.may.carryOut && (
        <details className="fold" open={view.failed?.form === 'line'}><summary><Icon name="plus" /> {t.newLine}</summary>
          <div className="stack">
            <ErrorSummary failed={view.failed} does="line" labels={{ kind: t.lineKind, name: t.lineName, quantity: t.quantity, price: t.price }} words={words.problems} language={view.language} />
            <ActionForm does="line" label={t.newLine}>
              <Choice {...field} name="kind" label={t.lineKind} value="hours" row options={(['hours', 'material', 'cost'] as const).map((value) => ({ value, label: t.kinds[value] }))} />
              <TextField {...field} name="name" label={t.lineName} max={200} />
              <div className="pairs"><TextField {...field} name="quantity" label={t.quantity} hint={t.quantityHint} max={12} optional /><TextField {...field} name="measure" label={t.measure} hint={t.measureHint} max={20} optional /></div>
              <TextField {...field} name="price" label={t.price} hint={t.priceHint} max={14} optional />
              <p className="actions"><Button icon="plus">{t.addLine}</Button></p>
            </ActionForm>
          </div>
        </details>
      )}
    </Section>
  )
}

export function PhotoPart({ its, inside, view }: Its & { its: ShownOrder }) {
  const words = workWords(view.language)
  const t = words.inside
  return (
    <Section id="photos" title={t.photos}>
      {its.before.length > 0 && <><h3>{words.face.before}</h3><Photos pictures={its.before} view={view} remove={inside.may.carryOut} /></>}
      {its.after.length > 0 && <><h3>{words.face.after}</h3><Photos pictures={its.after} view={view} remove={inside.may.carryOut} /></>}
      {inside.may.carryOut && (
        <details className="fold" open={view.failed?.form === 'photos'}><summary><Icon name="camera" /> {t.addPhotos}</summary>
          <ActionForm does="photos" upload label={t.addPhotos}>
            <Choice does="photos" name="role" label={t.role} failed={view.failed} language={view.language} value={its.state === 'new' || its.state === 'planned' ? 'before' : 'after'} options={(['before', 'after'] as const).map((value) => ({ value, label: t.roles[value], hint: t.rolesHint[value] }))} />
            <PhotoFields does="photos" failed={view.failed} language={view.language} preview={(token) => view.href(previewPath(token))} />
            <p className="actions"><Button icon="camera">{t.savePhotos}</Button></p>
          </ActionForm>
        </details>
      )}
    </Section>
  )
}

export function Notes({ inside, view }: Its) {
  const t = workWords(view.language).inside
  return (
    <Section id="notes" title={t.notes}>
      {inside.notes.length === 0 ? <p className="hint">{t.noNotes}</p> : <ul className="card rows">{inside.notes.map((each) => <li key={each.id}><div className="t"><Prose text={each.text} /><small>{[each.by, dayAndTime(each.at, view.language, view.now)].filter(Boolean).join(' · ')}</small></div></li>)}</ul>}
      {inside.may.carryOut && <ActionForm does="note"><TextArea does="note" name="text" label={t.note} failed={view.failed} language={view.language} rows={2} max={4000} /><p className="actions"><Button icon="edited">{t.addNote}</Button></p></ActionForm>}
    </Section>
  )
}

/** Its name, instructions and urgency, and who sees it. */
export function EditPart({ its, inside, view }: Its & { its: ShownOrder }) {
  const words = workWords(view.language)
  const t = words.inside
  const field = { does: 'edit', failed: view.failed, language: view.language, words: words.problems }
  return (
    <details className="fold" open={view.failed?.form === 'edit' || view.failed?.form === 'show'}><summary><Icon name="edited" /> {t.edit}</summary>
      <div className="stack">
        <ErrorSummary failed={view.failed} does="edit" labels={{ title: words.make.name, instructions: words.make.instructions }} words={words.problems} language={view.language} />
        <ErrorSummary failed={view.failed} does="show" labels={{ to: t.showAll }} words={words.problems} language={view.language} />
        <ActionForm does="edit" label={t.edit}>
          <input type="hidden" name="version" value={inside.version} />
          <TextField {...field} name="title" label={words.make.name} hint={words.make.nameHint} value={its.title} max={140} />
          <TextArea {...field} name="instructions" label={words.make.instructions} hint={words.make.instructionsHint} value={inside.instructions} rows={4} max={4000} optional />
          <Select {...field} name="priority" label={words.make.urgency} value={String(inside.priority)} options={words.priority.map((label, value) => ({ value: String(value), label }))} />
          <p className="actions"><Button icon="check">{t.save}</Button></p>
        </ActionForm>
        <ActionForm does="show" className="inline"><input type="hidden" name="to" value={its.visibility === 'public' ? 'unit' : 'all'} /><Button kind="quiet" icon={its.visibility === 'public' ? 'hidden' : 'restored'} >{its.visibility === 'public' ? t.hide : t.showAll}</Button></ActionForm>
      </div>
    </details>
  )
}
