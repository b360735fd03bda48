import type { View } from '#core/http/page.ts'
import { day, number } from '#core/text/format.ts'
import { ActionForm, Button } from '#ui/form.tsx'
import { Icon } from '#ui/icons.tsx'
import { Card, LinkButton, Prose, Section } from '#ui/layout.tsx'
import { Curve } from './parts.tsx'
import type { Shown, ShownElsewhere } from './show.server.ts'
import { initiativeWords } from './texts/index.ts'

type Its = { its: Shown; view: View }

/** What the author, those beside the author and the officers can do now, said first. */
export function ManageCard({ its, view }: Its) {
  const words = initiativeWords(view.language)
  const t = words.manage
  const { may, row } = its
  const to = (what: string) => view.href(`/initiatives/${its.id}/${what}`)
  const officer = may.check || may.measure
  if (!its.mine.authored && !officer) return null
  return (
    <>
      {its.mine.authored && !row.sentAt && (
        <section className="card ask stack tight" aria-label={t.title}>
          <b>{t.title}</b>
          {its.visibility === 'waiting' && <p className="hint">{t.onlyYou}</p>}
          {row.returnedWhy && (row.state === 'draft' || row.fix === 'fix') && <div><p><b>{t.returned}</b></p><Prose text={row.returnedWhy} /></div>}
          {row.state === 'review' && <p>{t.inReview}</p>}
          {row.fix === 'review' && <p>{t.fixInReview}</p>}
          {may.askReview && <p>{t.askReviewText}</p>}
          {may.publish && row.collective && <p>{t.publishText}</p>}
          {may.send && (row.state === 'published' || !row.collective) && <p>{t.sendText}</p>}
          {may.fix && <p>{t.fixText}</p>}
          {view.failed?.form === 'askReview' && <p className="problem" role="alert"><Icon name="no" /> {words.problems[view.failed.problems.form ?? ''] ?? view.failed.problems.form}</p>}
          <div className="actions">
            {may.askReview && <ActionForm does="askReview"><Button kind="main" icon="sent">{t.askReview}</Button></ActionForm>}
            {may.publish && row.collective && <LinkButton kind="main" icon="sign" to={to('publish')}>{t.publish}</LinkButton>}
            {may.fix && <LinkButton kind="main" icon="edited" to={to('edit')}>{t.fix}</LinkButton>}
            {may.send && <LinkButton {...(row.collective && row.state === 'accepted' ? {} : { kind: 'main' as const })} icon="routed" to={to('send')}>{t.send}</LinkButton>}
            {may.edit && <LinkButton icon="edited" to={to('edit')}>{t.edit}</LinkButton>}
            {may.invite && <LinkButton icon="people" to={to('authors')}>{t.invite}</LinkButton>}
            {may.contact && !may.fix && <LinkButton kind="quiet" to={to('edit')}>{t.contact}</LinkButton>}
          </div>
        </section>
      )}
      {officer && (
        <nav className="card ask stack tight" aria-label={words.officer.title}>
          <b>{words.officer.title}</b>
          <div className="actions"><LinkButton to={to('check')} icon="shield">{row.decidedAt ? words.officer.measures : row.sentAt ? words.officer.register : words.officer.check}</LinkButton></div>
        </nav>
      )}
    </>
  )
}

/** The receipt: it is with the municipality, pending, and owed an answer by a day. */
export function SentCard({ its, view }: Its) {
  const { row } = its
  const { language, now } = view
  const t = initiativeWords(language).sent
  const due = its.owed.dueAt && day(its.owed.dueAt, language, now)
  return (
    <Card tone="ask" label={t.title}>
      <h2>{t.title}</h2>
      <p className="iconed"><Icon name="done" /> <span>{t.receipt(day(row.sentAt!, language, now))}</span></p>
      {!row.registeredAt && <p className="hint">{t.waitsRecord}</p>}
      {row.kind === 'referendum' && row.crossed4At && <p><b>{t.council}</b></p>}
      {due && <p className="iconed"><Icon name="clock" /> <span>{row.crossed2At ? t.due(due) : t.promise(due)}</span></p>}
      {its.may.papers && <p><a className="touch" href={view.href(`/initiatives/${its.id}/paper`)}><Icon name="download" /> {t.papers}</a></p>}
    </Card>
  )
}

export function DecisionCard({ its, view }: Its) {
  const { row } = its
  const { language, now } = view
  const words = initiativeWords(language)
  const t = words.decided
  return (
    <Card tone={row.outcome === 'carriedOut' || row.outcome === 'partly' ? 'done' : 'ask'} label={t.title}>
      <h2>{words.outcomes[row.outcome!]}</h2>
      <p className="meta">{t.at(day(row.decidedAt!, language, now))}</p>
      <Prose text={row.decision!} />
      {row.measures && <div className="stack tight"><h3>{t.measures}</h3><Prose text={row.measures} /></div>}
      {its.files.length > 0 && <div className="stack tight"><h3>{t.files}</h3><ul className="stack tight">{its.files.map((file) => <li key={file.id}><a className="touch" href={view.href(`/initiatives/files/${file.id}`)}><Icon name="download" /> {file.name}</a></li>)}</ul></div>}
      {row.decisionUrl && <p><a className="touch" href={row.decisionUrl} rel="noopener"><Icon name="out" /> {t.open}</a></p>}
      {its.may.papers && <p><a className="touch" href={view.href(`/initiatives/${its.id}/paper`)}><Icon name="download" /> {words.sent.papers}</a></p>}
    </Card>
  )
}

export function SignersPart({ its, view }: Its) {
  const words = initiativeWords(view.language)
  const t = words.signers
  return (
    <Section id="signers" title={t.title} more={its.shownCount > its.names.length ? <a href={view.href(`/initiatives/${its.id}/signers`)}>{t.all}</a> : null}>
      {its.shownCount === 0 ? <p>{t.none}</p> : <p>{its.names.map((each) => each.name).join(', ')}</p>}
      <p className="hint">{t.shownOf(number(its.shownCount, view.language), number(its.row.signers, view.language))}</p>
      {its.curve.length > 1 && <><h3>{words.curve.title}</h3><Curve days={its.curve} threshold={its.row.kind === 'referendum' ? its.row.threshold4 : its.row.threshold2} view={view} /></>}
    </Section>
  )
}

/** What was seen on the national service, and when. */
export function ElsewhereCard({ its, view }: { its: ShownElsewhere; view: View }) {
  const words = initiativeWords(view.language)
  const t = words.elsewhere
  return (
    <Card tone="ask" label={words.states.elsewhere}>
      <p>{t.lead}</p>
      <p className="meta"><span><Icon name="people" /> <b>{words.names(number(its.at.signers, view.language))}</b></span><span><Icon name="calendar" /> {t.seen(day(its.at.seenAt, view.language, view.now))}</span></p>
      {(its.at.state !== 'collecting' || its.may.link) && <div className="actions">{its.at.state !== 'collecting' && <a className="btn" href={its.at.url} rel="noopener"><Icon name="out" />{t.open}</a>}{its.may.link && <LinkButton icon="edited" to={view.href(`/initiatives/${its.id}/elsewhere`)}>{words.officer.update}</LinkButton>}</div>}
    </Card>
  )
}
