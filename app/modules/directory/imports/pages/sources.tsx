import { fields, page } from '#core/http/page.ts'
import { dayAndTime } from '#core/text/format.ts'
import { inLanguage } from '#core/text/language.ts'
import { ActionForm, Button, ErrorSummary } from '#ui/form.tsx'
import { Empty, LinkButton, PageHead, Said, Section } from '#ui/layout.tsx'
import { RunLine, SourceFields } from '../parts.tsx'
import { addSource, askRun, sourceForm, sourcesOf } from '../sources.server.ts'
import { importWords } from '../texts/index.ts'

/** Where services, places and hours are brought from, and how each does. */
export default page('/admin/imports', {
  read: (ctx) => sourcesOf(ctx),
  forms: {
    add: fields(sourceForm, async (ctx, _params, input) => { const made = await addSource(ctx, input); return 'problems' in made ? made : { to: `/admin/imports/${made.id}` } }),
    start: async (ctx, _params, form) => ({ to: `/admin/imports/runs/${(await askRun(ctx, String(form.get('source') ?? ''))).id}` }),
  },
  head: (_its, { language }) => ({ title: importWords(language).title, place: 'desk', hidden: true }),
  view: ({ sources, units, conflicts }, view) => {
    const t = importWords(view.language)
    const add = (
      <div className="stack">
        <p className="hint">{t.addLead}</p>
        <ErrorSummary failed={view.failed} does="add" labels={t.labels} words={t.problems} language={view.language} />
        <ActionForm does="add"><SourceFields does="add" units={units} view={view} /><p className="actions"><Button kind="main" icon="plus">{t.add}</Button></p></ActionForm>
      </div>
    )
    return (
      <div className="stack wide">
        <PageHead title={t.title} crumbs={[{ to: view.href('/admin'), name: t.adminTitle }]}><p className="lead">{t.lead}</p></PageHead>
        {conflicts > 0 && <Said tone="late"><a href={view.href('/admin/imports/conflicts')}>{t.conflicts.waiting(conflicts)}</a></Said>}
        {sources.length === 0 ? <Empty icon="imported">{t.none}</Empty> : (
          <ul className="card rows">{sources.map((each) => (
            <li key={each.id}><div className="t">
              <small>{t.kinds[each.kind]}</small>
              <a href={view.href(`/admin/imports/${each.id}`)}>{each.name}</a>
              <p className="meta"><span>{inLanguage(each.unit, view.language)}</span><span>{each.nightly && each.nextAt ? t.next(dayAndTime(each.nextAt, view.language, view.now)) : t.byHand}</span></p>
              {each.last ? <RunLine run={each.last} view={view} /> : <p className="hint">{t.never}</p>}
              {each.failures > 1 && <p className="problem">{t.failing(each.failures)}</p>}
              <div className="actions">
                {each.last?.state === 'held' ? <LinkButton to={view.href(`/admin/imports/runs/${each.last.id}`)} kind="main">{t.open}</LinkButton>
                  : each.last?.state === 'asked' || each.last?.state === 'running' ? <LinkButton to={view.href(`/admin/imports/runs/${each.last.id}`)}>{t.refresh}</LinkButton>
                  : each.last ? <ActionForm does="start" label={`${t.start}: ${each.name}`}><input type="hidden" name="source" value={each.id} /><Button small icon="restored">{t.start}</Button></ActionForm> : <LinkButton to={view.href(`/admin/imports/${each.id}`)}>{t.dry}</LinkButton>}
              </div>
            </div></li>
          ))}</ul>
        )}
        {sources.length === 0 ? <Section id="add" title={t.add}>{add}</Section> : <details className="fold" id="add" open={view.failed?.form === 'add'}><summary>{t.add}</summary>{add}</details>}
      </div>
    )
  },
})
