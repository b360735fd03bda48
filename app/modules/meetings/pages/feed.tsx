import { z } from 'zod'
import type { Ctx } from '#core/context/context.server.ts'
import { afterWaiting, type Done, fields, page, type View } from '#core/http/page.ts'
import { withQuery } from '#core/http/urls.ts'
import { day } from '#core/text/format.ts'
import { inLanguage } from '#core/text/language.ts'
import { ActionForm, Button, ErrorSummary } from '#ui/form.tsx'
import { Icon } from '#ui/icons.tsx'
import { Card, Fact, LinkButton, PageHead, Said, Section } from '#ui/layout.tsx'
import { askFeed, changeFeed, feedForm, keepAsked, mapColumns, previewFeed, removeFeed, runFeed, sendFile, setActive } from '../feeds/feeds.server.ts'
import { changes } from '../feeds/import.server.ts'
import { formats } from '../feeds/formats.ts'
import type { Counts, Plan } from '../feeds/plan.server.ts'
import { columns } from '../feeds/table.ts'
import { bodiesOf } from '../meeting.server.ts'
import { meetingWords } from '../texts/index.ts'
import { FeedFields, FeedState } from './admin.tsx'

async function shown(ctx: Ctx, id: string, query: URLSearchParams) {
  const its = await previewFeed(ctx, id, query.get('file'))
  return { ...its, bodies: await bodiesOf(ctx), meetingsById: new Map(its.plan?.meetings.map((each) => [each.key, each]) ?? []) }
}
type Data = Awaited<ReturnType<typeof shown>>
const here = (id: string, file?: string) => withQuery(`/admin/meetings/${id}`, { file })
const fileOf = (request: Request) => new URL(request.url).searchParams.get('file') ?? ''

/** One feed: how it does, what it would bring, its settings. */
export default page('/admin/meetings/:feedId', {
  read: (ctx, { feedId }, query) => shown(ctx, feedId, query),
  forms: {
    settings: fields(feedForm, async (ctx, { feedId }, input) => { await changeFeed(ctx, feedId!, input); return { to: `${here(feedId!)}?saved=1` } }),
    fetch: afterWaiting((ctx, { feedId }) => askFeed(ctx, feedId), async (ctx, { feedId }, got): Promise<Done> => { const done = await keepAsked(ctx, feedId, got); return 'problems' in done ? done : { to: here(feedId, done.file) } }),
    send: async (ctx, { feedId }, form): Promise<Done> => { const done = await sendFile(ctx, feedId, form); return 'problems' in done ? done : { to: here(feedId, done.file) } },
    columns: async (ctx, { feedId }, form, { request }) => { await mapColumns(ctx, feedId, Object.fromEntries(columns.map((name) => [name, String(form.get(`c-${name}`) ?? '')]))); return { to: here(feedId, fileOf(request)) } },
    run: fields(z.object({ counts: z.string() }), async (ctx, { feedId }, { counts }, { request }): Promise<Done> => { const done = await runFeed(ctx, feedId!, fileOf(request), counts); return 'problems' in done ? { problems: done.problems as Record<string, string> } : { to: `${here(feedId!)}?done=1` } }),
    activate: (ctx, { feedId }) => setActive(ctx, feedId, true),
    pause: (ctx, { feedId }) => setActive(ctx, feedId, false),
    remove: async (ctx, { feedId }) => { await removeFeed(ctx, feedId); return { to: '/admin/meetings?saved=1' } },
  },
  head: ({ feed }) => ({ title: feed.name, place: 'desk', hidden: true, wide: true }),
  view: (its, view) => {
    const { language, failed } = view
    const { feed } = its
    const t = meetingWords(language)
    const a = t.admin
    return (
      <div className="stack wide">
        <PageHead title={feed.name} crumbs={[{ to: view.href('/admin'), name: a.back }, { to: view.href('/admin/meetings'), name: a.title }]}><FeedState its={feed} view={view} /></PageHead>
        {view.query.has('done') && !failed && <Said>{a.done} <a href={view.href('/meetings')}>{t.meetings}</a></Said>}
        {view.query.has('saved') && !failed && <Said>{a.saved}</Said>}
        {its.file || its.problem ? <Shown its={its} view={view} /> : <Get its={its} view={view} />}
        <details className="fold" open={failed?.form === 'settings'}><summary>{a.settings}</summary>
          <ErrorSummary failed={failed} does="settings" labels={{ name: a.name, format: a.format, url: a.url, language: a.language }} words={t.problems} language={language} />
          <ActionForm does="settings"><FeedFields does="settings" its={feed} bodies={its.bodies} view={view} /><p className="actions"><Button kind="main" icon="check">{a.save}</Button></p></ActionForm>
          <p className="hint">{a.removeText}</p>
          <div className="actions"><ActionForm does="remove"><Button kind="danger" icon="remove">{a.remove}</Button></ActionForm></div>
        </details>
      </div>
    )
  },
})

function Get({ its: { feed }, view }: { its: Data; view: View }) {
  const { language, failed } = view
  const t = meetingWords(language)
  const a = t.admin
  const problem = failed?.form === 'send' ? failed.problems.file : undefined
  return (
    <>
      <ErrorSummary failed={failed} does="fetch" labels={{ url: a.url }} words={t.problems} language={language} />
      <ErrorSummary failed={failed} does="send" labels={{ file: a.file }} words={t.problems} language={language} />
      {feed.url && (
        <div className="actions" id="fetch-url">
          <ActionForm does="fetch"><Button kind="main" icon="restored">{a.tryNow}</Button></ActionForm>
          {feed.active ? <ActionForm does="pause"><Button icon="no">{a.pause}</Button></ActionForm> : feed.workedAt && <ActionForm does="activate"><Button icon="clock">{a.activate}</Button></ActionForm>}
        </div>
      )}
      <ActionForm does="send" upload label={a.send}>
        <div className={problem ? 'field wrong' : 'field'}>
          <label htmlFor="send-file">{a.file}</label><p className="hint" id="send-file-hint">{a.fileHint}</p>
          {problem && <p className="problem" id="send-file-problem"><Icon name="no" /> {t.problems[problem] ?? t.problems.broken}</p>}
          <input id="send-file" type="file" name="file" accept={formats[feed.format]?.accept} required aria-describedby={problem ? 'send-file-hint send-file-problem' : 'send-file-hint'} {...(problem ? { 'aria-invalid': true } : {})} />
        </div>
        <p className="actions"><Button icon="imported">{a.send}</Button></p>
      </ActionForm>
    </>
  )
}

function Shown({ its, view }: { its: Data; view: View }) {
  const { language, failed } = view
  const t = meetingWords(language)
  const a = t.admin
  const { plan } = its
  return (
    <>
      <ErrorSummary failed={failed} does="run" labels={{ form: '' }} words={t.problems} language={language} />
      {its.problem && <Said tone="late">{t.problems[its.problem] ?? its.problem}</Said>}
      {plan && (
        <Section id="preview" title={a.preview}>
          <p className="meta" role="status">{(Object.keys(a.counts) as (keyof Counts)[]).filter((name) => plan.counts[name] > 0).map((name) => <Fact key={name} icon={name === 'bad' || name === 'gone' ? 'no' : name === 'same' ? 'check' : 'done'}>{a.counts[name](plan.counts[name])}</Fact>)}</p>
          {plan.items.length > 0 && <Rows plan={plan} its={its} view={view} />}
          {plan.bad.length > 0 && <Bad plan={plan} view={view} />}
        </Section>
      )}
      {its.headers.length > 0 && <Columns its={its} view={view} />}
      <Card tone="ask" label={a.run}>
        {plan && !changes(plan.counts) && <p>{a.nothing}</p>}
        <div className="actions">
          {plan && changes(plan.counts) && <ActionForm does="run"><input type="hidden" name="counts" value={JSON.stringify(plan.counts)} /><Button kind="main" icon="imported">{a.run}</Button></ActionForm>}
          {plan && !changes(plan.counts) && its.feed.url && !its.feed.active && its.feed.workedAt && <ActionForm does="activate"><Button kind="main" icon="clock">{a.activate}</Button></ActionForm>}
          <LinkButton kind="quiet" to={view.href(here(its.feed.id))}>{t.toFeed}</LinkButton>
        </div>
      </Card>
    </>
  )
}

const mostShown = 30
function Rows({ plan, its, view }: { plan: Plan; its: Data; view: View }) {
  const a = meetingWords(view.language).admin
  return (
    <>
      <div className="scroller"><table aria-label={a.first}>
        <thead><tr><th scope="col">{a.what}</th><th scope="col">{a.meeting}</th><th scope="col">{a.columns.sign}</th><th scope="col">{a.columns.title}</th></tr></thead>
        <tbody>{plan.items.slice(0, mostShown).map((each) => {
          const on = its.meetingsById.get(each.key)
          return <tr key={each.id}><td>{a.does[each.does]}</td><td>{on && inLanguage(on.body.name, view.language)} {each.startsAt && day(each.startsAt, view.language, view.now)}</td><td>{each.sign}</td><td>{each.title}</td></tr>
        })}</tbody>
      </table></div>
      {plan.items.length > mostShown && <p className="hint">{a.more(plan.items.length - mostShown)}</p>}
    </>
  )
}
function Bad({ plan, view }: { plan: Plan; view: View }) {
  const a = meetingWords(view.language).admin
  return (
    <>
      <h3>{a.badRows}</h3>
      <div className="scroller"><table aria-label={a.badRows}>
        <thead><tr><th scope="col" className="n">{a.row}</th><th scope="col">{a.why}</th><th scope="col">{a.said}</th></tr></thead>
        <tbody>{plan.bad.slice(0, mostShown).map((each) => <tr key={each.row}><td className="n">{each.row}</td><td>{a.reasons[each.reason]}</td><td>{each.what}</td></tr>)}</tbody>
      </table></div>
      {plan.bad.length > mostShown && <p className="hint">{a.more(plan.bad.length - mostShown)}</p>}
    </>
  )
}
function Columns({ its, view }: { its: Data; view: View }) {
  const a = meetingWords(view.language).admin
  return (
    <details className="fold" open={its.problem === 'noColumns'}><summary>{a.columnsText}</summary>
      <ActionForm does="columns" label={a.columnsTitle}>
        <div className="pairs">{columns.map((name) => (
          <div className="field" key={name}><label htmlFor={`c-${name}`}>{a.columns[name]}</label>
            <select id={`c-${name}`} name={`c-${name}`} defaultValue={its.mapping[name] ?? ''}><option value="">{a.notUsed}</option>{its.headers.map((header) => <option key={header} value={header}>{header}</option>)}</select></div>
        ))}</div>
        <p className="actions"><Button icon="restored">{a.guess}</Button></p>
      </ActionForm>
    </details>
  )
}
