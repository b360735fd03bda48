import { page } from '#core/http/page.ts'
import { withQuery } from '#core/http/urls.ts'
import { dayAndTime, number } from '#core/text/format.ts'
import { subjectPath } from '#core/trail/kind.ts'
import { ActionForm, Button } from '#ui/form.tsx'
import { Card, Empty, LinkButton, PageHead } from '#ui/layout.tsx'
import { Figures, RunLine } from '../parts.tsx'
import { goOn, leaveUndone, noteKinds, runReport } from '../report.server.ts'
import { importWords } from '../texts/index.ts'
import { whyWords } from '../why-words.ts'
import { detailWords } from '../words.tsx'

/** What a run did or would do: figures first, then its lines; when it waits, the choice. */
export default page('/admin/imports/runs/:runId', {
  read: (ctx, { runId }, query) => runReport(ctx, runId, query),
  forms: { goOn: (ctx, { runId }) => goOn(ctx, runId), leave: (ctx, { runId }) => leaveUndone(ctx, runId) },
  head: ({ source }, { language }) => ({ title: `${importWords(language).report.title}: ${source.name}`, place: 'desk', hidden: true, wide: true }),
  view: ({ run, source, notes, only, next }, view) => {
    const { language } = view
    const t = importWords(language), r = t.report
    const path = `/admin/imports/runs/${run.id}`
    const undone = run.state === 'held' || run.state === 'dropped'
    const detailed = notes.some((note) => note.detail)
    const going = run.state === 'asked' || run.state === 'running'
    const seconds = run.endedAt ? Math.max(1, Math.round((run.endedAt.getTime() - run.startedAt.getTime()) / 1000)) : null
    return (
      <div className="stack wide">
        <PageHead title={source.name} crumbs={[{ to: view.href('/admin/imports'), name: t.title }, { to: view.href(`/admin/imports/${source.id}`), name: source.name }]}>
          {run.state === 'held' || run.state === 'dropped' ? <p className="meta"><span>{run.state === 'dropped' ? t.states.dropped : run.dry ? t.looked : t.states.held}</span><time dateTime={run.startedAt.toISOString()}>{dayAndTime(run.startedAt, language, view.now)}</time><Figures counts={run.counts} view={view} /></p> : <RunLine run={run} view={view} />}
          {seconds !== null && !undone && (run.counts.read ?? 0) > 0 && <p className="meta"><span>{t.counts.read(run.counts.read!).replace(/^\d+/, (n) => number(Number(n), language))}</span><span>{r.took} {seconds} s</span></p>}
        </PageHead>
        {going && <Card><p>{run.state === 'asked' ? t.startsSoon : t.states.running}</p><p className="actions"><LinkButton to={view.href(path)} icon="restored">{t.refresh}</LinkButton></p></Card>}
        {run.state === 'held' && (
          <Card tone="ask"><p>{whyWords(run.why, language)}</p><div className="actions"><ActionForm does="goOn"><Button kind="main" icon="check">{t.held.goOn}</Button></ActionForm><ActionForm does="leave"><Button icon="no">{t.held.leave}</Button></ActionForm></div></Card>
        )}
        {run.state === 'dropped' && <p className="hint">{t.held.gone}</p>}
        {(run.counts.conflict ?? 0) > 0 && run.state === 'done' && <p className="actions"><LinkButton kind="main" to={view.href(`/admin/imports/conflicts?run=${run.id}`)}>{t.conflicts.title}</LinkButton></p>}
        {!going && run.state !== 'failed' && (
          <section className="stack" aria-labelledby="lines">
            <h2 id="lines">{undone ? r.wouldLines : r.lines}</h2>
            <nav className="filters" aria-label={r.what}>
              <a className="chip" href={view.href(path)} aria-current={only === null ? 'true' : undefined}>{r.all}</a>
              {noteKinds.filter((each) => (run.counts[each] ?? 0) > 0).map((each) => <a key={each} className="chip" href={view.href(withQuery(path, { only: each }))} aria-current={only === each ? 'true' : undefined}>{t.counts[each](run.counts[each]!).replace(/^\d+/, (n) => number(Number(n), language))}</a>)}
            </nav>
            {notes.length === 0 ? <Empty icon="check">{only ? r.noSuch : r.noLines}</Empty> : (
              <div className="scroller"><table aria-labelledby="lines">
                <thead><tr><th scope="col">{r.what}</th><th scope="col">{r.name}</th>{detailed && <th scope="col">{r.detail}</th>}</tr></thead>
                <tbody>{notes.map((note) => <tr key={note.id}><td>{(undone ? t.would : t.did)[note.what]}</td><td>{note.subjectId && note.kind ? <a className="touch" href={view.href(subjectPath(note.kind, note.subjectId))}>{note.name}</a> : note.name}</td>{detailed && <td>{detailWords(note.what, note.detail, language)}</td>}</tr>)}</tbody>
              </table></div>
            )}
            {next !== null && <p className="actions"><LinkButton to={view.href(withQuery(path, { only, from: next }))}>{r.more}</LinkButton></p>}
          </section>
        )}
      </div>
    )
  },
})
