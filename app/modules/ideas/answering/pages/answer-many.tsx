import { type Done, page, readFields, type View } from '#core/http/page.ts'
import { dayAndTime } from '#core/text/format.ts'
import { ActionForm, Button, ErrorSummary } from '#ui/form.tsx'
import { Icon } from '#ui/icons.tsx'
import { Empty, Fact, LinkButton, PageHead, Section } from '#ui/layout.tsx'
import { StageMark } from '#ui/stage.tsx'
import { answerForm } from '../answer-rules.server.ts'
import { answerIdeas, type Chosen, publishDrafts } from '../answer.server.ts'
import { AnswerFields, fieldNames, OutcomeMark } from '../parts.tsx'
import { answerManySheet, type ManyRow } from '../sheet.server.ts'
import { answeringWords } from '../texts/index.ts'

/** Each chosen idea travels with what its answers were: `<id>:<seen>`. */
const chosenOf = (form: FormData): Chosen[] => form.getAll('idea[]').flatMap((each) => {
  const [ideaId, seen] = String(each).split(':')
  return ideaId ? [{ ideaId, seen: seen ?? '' }] : []
})

/** The same answer to the ideas of `?ids=…&ids=…`; what is in the way of one is said beside it. */
export const answerMany = page('/desk/answer', {
  read: (ctx, _params, query) => answerManySheet(ctx, query.getAll('ids')),
  forms: {
    answerMany: async (ctx, _params, form): Promise<Done> => {
      const read = readFields(answerForm, form)
      if ('problems' in read) return read
      const done = await answerIdeas(ctx, chosenOf(form), read.input)
      return 'problems' in done ? done : { to: `/desk?done=answered&n=${done.answered}` }
    },
  },
  head: (rows, { language }) => ({ title: answeringWords(language).many.title(rows.length), place: 'desk', hidden: true }),
  view: (rows, view) => {
    const t = answeringWords(view.language)
    if (rows.length === 0) return <Nothing view={view} says={t.many.none} />
    return (
      <>
        <PageHead title={t.many.title(rows.length)} crumbs={[{ to: view.href('/desk'), name: t.answer.crumb }]}><p className="lead">{t.many.lead}</p></PageHead>
        <ErrorSummary failed={view.failed} does="answerMany" labels={{ ...fieldNames(view.language), ...titles(rows) }} words={t.problems} language={view.language} />
        <ActionForm does="answerMany" className="stack answering" label={t.many.title(rows.length)}>
          <Section title={t.many.ideas} id="ideas"><ul className="card rows">{rows.map((row) => <Row key={row.id} row={row} view={view} does="answerMany">{row.draft && <p className="hint">{t.many.hasDraft(row.draft.by)}</p>}</Row>)}</ul></Section>
          <AnswerFields does="answerMany" view={view} />
          <p className="hint">{t.answer.draftHint}</p>
          <div className="actions"><Button kind="main" icon="sent">{t.many.publish(rows.length)}</Button></div>
        </ActionForm>
      </>
    )
  },
})

/** The drafts of the ideas of `?ids=…`, read once more and published together. */
export const publishMany = page('/desk/drafts', {
  read: async (ctx, _params, query) => (await answerManySheet(ctx, query.getAll('ids'))).filter((row) => row.draft),
  forms: {
    publishDrafts: async (ctx, _params, form): Promise<Done> => {
      const done = await publishDrafts(ctx, chosenOf(form))
      return 'problems' in done ? done : { to: `/desk?done=published&n=${done.published}` }
    },
  },
  head: (rows, { language }) => ({ title: answeringWords(language).many.drafts(rows.length), place: 'desk', hidden: true }),
  view: (rows, view) => {
    const t = answeringWords(view.language)
    if (rows.length === 0) return <Nothing view={view} says={t.many.noDrafts} />
    return (
      <>
        <PageHead title={t.many.drafts(rows.length)} crumbs={[{ to: view.href('/desk'), name: t.answer.crumb }]}><p className="lead">{t.many.draftsLead}</p></PageHead>
        <ErrorSummary failed={view.failed} does="publishDrafts" labels={titles(rows)} words={t.problems} language={view.language} />
        <ActionForm does="publishDrafts" label={t.many.drafts(rows.length)}>
          <ul className="card rows">
            {rows.map((row) => (
              <Row key={row.id} row={row} view={view} does="publishDrafts">
                <p className="meta"><OutcomeMark outcome={row.draft!.outcome} language={view.language} />{t.answer.draftBy(row.draft!.by, dayAndTime(row.draft!.draftedAt, view.language, view.now))}</p>
                <p>{row.draft!.reason}</p>
                {row.draft!.whose && <p><b>{t.answer.passedTo(row.draft!.whose)}</b></p>}
                {row.draft!.url && <p>{row.draft!.url}</p>}
                <p><a href={view.href(`/ideas/${row.id}/answer`)}>{t.many.edit}</a></p>
              </Row>
            ))}
          </ul>
          <div className="actions"><Button kind="main" icon="sent">{t.many.drafts(rows.length)}</Button></div>
        </ActionForm>
      </>
    )
  },
})

const titles = (rows: ManyRow[]) => Object.fromEntries(rows.map((row) => [`idea.${row.id}`, row.title]))

function Row({ row, view, does, children }: { row: ManyRow; view: View; does: string; children?: React.ReactNode }) {
  const t = answeringWords(view.language)
  const problem = view.failed?.form === does ? view.failed.problems[`idea.${row.id}`] : row.mine ? undefined : 'notYours'
  return (
    <li id={`${does}-idea.${row.id}`}><div className="t">
      <input type="hidden" name="idea[]" value={`${row.id}:${row.seen}`} />
      <a href={view.href(`/ideas/${row.id}`)}>{row.title}</a>
      <p className="meta"><StageMark stage={row.stage} language={view.language} /><Fact icon="support">{t.answer.supports(row.supports)}</Fact></p>
      {problem && <p className="problem"><Icon name="no" /> {t.problems[problem]}</p>}
      {children}
    </div></li>
  )
}

function Nothing({ view, says }: { view: View; says: string }) {
  const t = answeringWords(view.language)
  return <><PageHead title={t.answer.title} /><Empty icon="inbox" action={<LinkButton to={view.href('/desk')}>{t.many.toDesk}</LinkButton>}>{says}</Empty></>
}
