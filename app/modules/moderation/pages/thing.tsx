import { fields, page, type View } from '#core/http/page.ts'
import { dayAndTime } from '#core/text/format.ts'
import { ActionForm, Button, Choice, ErrorSummary, Select, TextArea } from '#ui/form.tsx'
import { Card, Fact, PageHead, Prose, Section } from '#ui/layout.tsx'
import { settleAppeal, settling } from '../appeal.server.ts'
import { hideThing, hiding, keepThing, restoreThing, restoring } from '../decide.server.ts'
import { showThing } from '../queue.server.ts'
import { reasons } from '../schema.server.ts'
import { moderationWords } from '../texts/index.ts'
import { thingOf } from '../thing.server.ts'
import { Decisions } from './moderation.tsx'
import { z } from 'zod'

/** The comment of a form comes with it; the subject is in the address. */
const comment = { comment: z.string().max(60).default('') }

export default page('/moderation/things/:subjectId', {
  read: (ctx, { subjectId }, query) => showThing(ctx, thingOf(subjectId, query.get('comment'))),
  forms: {
    keep: fields(z.object(comment), async (ctx, params: { subjectId: string }, its) => {
      await keepThing(ctx, thingOf(params.subjectId, its.comment))
      return { to: '/moderation?said=keep' }
    }),
    hide: fields(hiding.extend(comment), async (ctx, params: { subjectId: string }, its) => {
      await hideThing(ctx, thingOf(params.subjectId, its.comment), its)
      return { to: '/moderation?said=hide' }
    }),
    restore: fields(restoring.extend(comment), async (ctx, params: { subjectId: string }, its) => {
      await restoreThing(ctx, thingOf(params.subjectId, its.comment), its)
      return { to: '/moderation?said=restore' }
    }),
    settle: fields(settling.extend({ decision: z.string() }), async (ctx, _params, its) => {
      await settleAppeal(ctx, its.decision, its)
      return { to: '/moderation?tab=appeals&said=settle' }
    }),
  },
  head: ({ isComment }, { language }) => ({ title: isComment ? moderationWords(language).thing.titleComment : moderationWords(language).thing.title, hidden: true, place: 'desk' }),
  view: (its, view) => {
    const words = moderationWords(view.language)
    const t = words.thing
    return (
      <>
        <PageHead title={its.isComment ? t.titleComment : t.title} crumbs={[{ to: view.href('/moderation'), name: words.queue.title }]} />
        <Card label={t.text}>
          <b>{its.isComment ? t.on(its.onWhat) : its.title}</b>
          <Prose text={its.text} />
          <p className="meta">{its.hiddenByDecision ? <Fact icon="hidden">{t.hidden}</Fact> : its.held ? <Fact icon="hidden">{t.held}</Fact> : <Fact icon="check">{t.public}</Fact>}<a href={view.href(its.path)}>{t.toPlace}</a></p>
        </Card>
        {its.appeal && <Appeal its={its} appeal={its.appeal} view={view} />}
        <Section title={t.reports} id="reports">
          {its.reports.length === 0 ? <p className="meta">{t.noReports}</p> : (
            <ul className="card rows">{its.reports.map((each) => (
              <li key={each.id}><div className="t"><b>{words.reasons[each.reason]}</b>
                {each.byRule ? <p>{words.rules[each.byRule]?.(each.words) ?? each.words}</p> : each.words && <p>{each.words}</p>}
                <p className="meta"><span>{each.byRule ? words.rule : each.by ?? t.guest}</span><time dateTime={each.at.toISOString()}>{dayAndTime(each.at, view.language, view.now)}</time></p></div></li>
            ))}</ul>
          )}
        </Section>
        {its.mayKeep && <Section title={its.held ? words.queue.release : t.keepTitle} id="keep"><p>{its.held ? t.releaseHint : t.keepHint}</p>
          <ActionForm does="keep"><Part its={its} /><div className="actions"><Button kind="main">{its.held ? words.queue.release : t.keepTitle}</Button></div></ActionForm></Section>}
        {its.mayHide && <Hide its={its} view={view} />}
        {its.mayRestore && !its.appeal && <Section title={t.restoreTitle} id="restore">
          <ActionForm does="restore">
            <ErrorSummary failed={view.failed} does="restore" labels={{ explanation: t.explanation }} words={words.problems} language={view.language} />
            <Part its={its} />
            <TextArea does="restore" failed={view.failed} language={view.language} words={words.problems} name="explanation" label={t.explanation} hint={t.restoreHint} rows={3} max={1000} />
            <div className="actions"><Button kind="main" icon="restored">{t.restore}</Button></div>
          </ActionForm></Section>}
        {its.before.length > 0 && <Section title={t.before} id="before"><Decisions decisions={its.before} view={view} /></Section>}
      </>
    )
  },
})

type Its = Awaited<ReturnType<typeof showThing>>
const Part = ({ its }: { its: Its }) => <input type="hidden" name="comment" value={its.thing.commentId ?? ''} />

function Hide({ its, view }: { its: Its; view: View }) {
  const words = moderationWords(view.language)
  const t = words.thing
  const field = { does: 'hide', failed: view.failed, language: view.language, words: words.problems }
  return (
    <Section title={t.hideTitle} id="hide">
      <ActionForm does="hide">
        <ErrorSummary failed={view.failed} does="hide" labels={{ reason: t.reason, explanation: t.explanation }} words={words.problems} language={view.language} />
        <Part its={its} />
        <Select {...field} name="reason" label={t.reason} value={its.reports[0]?.reason} empty="" options={reasons.map((value) => ({ value, label: words.reasons[value] }))} />
        <TextArea {...field} name="explanation" label={t.explanation} hint={t.explanationHint} rows={4} max={1000} />
        <div className="actions"><Button kind="danger" icon="hidden">{t.hide}</Button></div>
      </ActionForm>
    </Section>
  )
}

function Appeal({ its, appeal, view }: { its: Its; appeal: NonNullable<Its['appeal']>; view: View }) {
  const words = moderationWords(view.language)
  const t = words.thing
  const field = { does: 'settle', failed: view.failed, language: view.language, words: words.problems }
  return (
    <Section title={t.appealTitle} id="appeal">
      <Card tone="ask"><Prose text={appeal.words} /><p className="meta">{dayAndTime(appeal.at, view.language, view.now)}</p></Card>
      {!appeal.maySettle ? <p>{t.anotherDecides}</p> : (
        <ActionForm does="settle">
          <ErrorSummary failed={view.failed} does="settle" labels={{ outcome: t.outcome, explanation: t.explanation }} words={words.problems} language={view.language} />
          <Part its={its} /><input type="hidden" name="decision" value={appeal.decisionId} />
          <Choice {...field} name="outcome" label={t.outcome} options={(['restored', 'upheld'] as const).map((value) => ({ value, label: t.outcomes[value] }))} />
          <TextArea {...field} name="explanation" label={t.explanation} hint={t.restoreHint} rows={3} max={1000} />
          <div className="actions"><Button kind="main">{t.settle}</Button></div>
        </ActionForm>
      )}
    </Section>
  )
}
