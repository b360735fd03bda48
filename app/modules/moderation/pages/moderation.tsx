import { z } from 'zod'
import { fields, page, type View } from '#core/http/page.ts'
import { ago, dayAndTime } from '#core/text/format.ts'
import { saidBy } from '#core/text/said.ts'
import { ActionForm, Button } from '#ui/form.tsx'
import { Empty, Fact, LinkButton, PageHead, Prose, Said } from '#ui/layout.tsx'
import { keepThing } from '../decide.server.ts'
import { listDecisions, listQueue, type Logged, readSearch, type Search, type Waiting } from '../queue.server.ts'
import { reasons } from '../schema.server.ts'
import { moderationWords } from '../texts/index.ts'
import { thingOf, thingPath } from '../thing.server.ts'

const tabs = ['queue', 'appeals', 'log'] as const
type Tab = (typeof tabs)[number]

export default page('/moderation', {
  read: async (ctx, _params, query) => {
    const tab = tabs.find((each) => each === query.get('tab')) ?? 'queue'
    const search = readSearch(query)
    const empty = { waiting: [] as Waiting[], decisions: [] as Logged[], total: 0 }
    const found = tab === 'queue' ? await listQueue(ctx, search) : await listDecisions(ctx, { ...search, appeals: tab === 'appeals' })
    return { tab, search, said: query.get('said'), ...empty, ...found }
  },
  forms: {
    keep: fields(z.object({ subject: z.string(), comment: z.string().default('') }), async (ctx, _params, { subject, comment }) => {
      await keepThing(ctx, thingOf(subject, comment))
      return { to: '/moderation?said=keep' }
    }),
  },
  head: (_data, { language }) => ({ title: moderationWords(language).queue.title, hidden: true, place: 'desk', wide: true }),
  view: ({ tab, search, waiting, decisions, next, total, said }, view) => {
    const t = moderationWords(view.language).queue
    const searched = Boolean(search.q || search.reason)
    const address = (more: Record<string, string>) => `${view.href('/moderation')}?${new URLSearchParams({ ...(tab === 'queue' ? {} : { tab }), ...(search.q ? { q: search.q } : {}), ...(search.reason ? { reason: search.reason } : {}), ...more })}`
    const none = waiting.length + decisions.length === 0
    return (
      <>
        <PageHead title={t.title}><p className="meta"><a href={view.href('/moderation/statistics')}>{t.statistics}</a></p></PageHead>
        {saidBy(t.said, said) && <Said>{saidBy(t.said, said)}</Said>}
        <nav className="filters" aria-label={t.tabsLabel}>{tabs.map((each) => <a key={each} className="chip" href={view.href(each === 'queue' ? '/moderation' : `/moderation?tab=${each}`)} aria-current={each === tab ? 'page' : undefined}>{t.tabs[each]}</a>)}</nav>
        <Searching tab={tab} search={search} view={view} />
        {tab === 'queue' && total > 0 && <p className="meta">{t.total(total)}</p>}
        {none && <Empty icon="shield">{searched || search.after ? t.emptyFound : tab === 'queue' ? t.empty : tab === 'appeals' ? t.emptyAppeals : t.emptyLog}</Empty>}
        {waiting.length > 0 && <ul className="card rows">{waiting.map((each) => <Row key={each.thing.commentId ?? each.thing.subjectId} its={each} view={view} />)}</ul>}
        {decisions.length > 0 && <Decisions decisions={decisions} view={view} links />}
        {(next || search.after) && <nav className="pager">{search.after ? <LinkButton to={address({})}>{t.first}</LinkButton> : <span />}{next && <LinkButton to={address({ after: next })}>{t.next}</LinkButton>}</nav>}
      </>
    )
  },
})

function Searching({ tab, search, view }: { tab: Tab; search: Search; view: View }) {
  const words = moderationWords(view.language)
  const t = words.queue
  return (
    <details className="fold" open={Boolean(search.q || search.reason)}>
      <summary>{t.find}</summary>
      <form method="get" className="stack" role="search">
        {tab !== 'queue' && <input type="hidden" name="tab" value={tab} />}
        <div className="field"><label htmlFor="q">{t.search}</label><input id="q" name="q" type="search" defaultValue={search.q} maxLength={100} /></div>
        <div className="field"><label htmlFor="reason">{t.reason}</label>
          <select id="reason" name="reason" defaultValue={search.reason ?? ''}><option value="">{t.anyReason}</option>{reasons.map((value) => <option key={value} value={value}>{words.reasons[value]}</option>)}</select></div>
        <div className="actions"><Button icon="search">{t.find}</Button>{(search.q || search.reason) && <a href={view.href(tab === 'queue' ? '/moderation' : `/moderation?tab=${tab}`)}>{t.clear}</a>}</div>
      </form>
    </details>
  )
}

function Row({ its, view }: { its: Waiting; view: View }) {
  const words = moderationWords(view.language)
  const t = words.queue
  const text = its.text ?? t.gone
  return (
    <li><div className="t stack tight">
      <a href={view.href(its.path ?? thingPath(its.thing))}>{its.title}</a>
      <Prose text={text.length > 500 ? `${text.slice(0, 500)}…` : text} />
      <p className="meta">
        {its.isComment && <Fact icon="comment">{t.comment}</Fact>}{its.held && <Fact icon="hidden">{t.held}</Fact>}
        <Fact icon="report">{t.count(its.count)}: {its.why.map(({ reason, times }) => (times > 1 ? `${words.reasons[reason]} (${times})` : words.reasons[reason])).join(', ')}</Fact>
        <Fact icon="clock">{t.since(ago(its.since, view.language, view.now))}</Fact>
      </p>
      <div className="actions">
        <LinkButton to={view.href(thingPath(its.thing))} kind="main">{t.open}</LinkButton>
        {its.text !== null && (
          <ActionForm does="keep" className="inline" label={`${its.held ? t.release : t.keep}: ${its.title}`}>
            <input type="hidden" name="subject" value={its.thing.subjectId} /><input type="hidden" name="comment" value={its.thing.commentId ?? ''} />
            <Button>{its.held ? t.release : t.keep}</Button>
          </ActionForm>
        )}
      </div>
    </div></li>
  )
}

/** Lines of the log. */
export function Decisions({ decisions, view, links }: { decisions: Logged[]; view: View; links?: boolean }) {
  const words = moderationWords(view.language)
  return (
    <ul className="card rows">
      {decisions.map((its) => (
        <li key={its.id}><div className="t">
          {links ? <a href={view.href(thingPath(its.thing))}>{its.title}</a> : <b>{words.acts[its.act]}</b>}
          {its.explanation && <p>{its.explanation}</p>}
          {its.appeal && <p>{words.queue.appeal}: {its.appeal}</p>}
          <p className="meta">{links && <Fact icon={its.act === 'hidden' || its.act === 'upheld' ? 'hidden' : 'restored'}>{words.acts[its.act]}</Fact>}{its.isComment && <Fact icon="comment">{words.queue.comment}</Fact>}
            <span>{words.reasons[its.reason]}</span><time dateTime={its.at.toISOString()}>{dayAndTime(its.at, view.language, view.now)}</time><span>{words.queue.by(its.by)}</span></p>
        </div></li>
      ))}
    </ul>
  )
}
