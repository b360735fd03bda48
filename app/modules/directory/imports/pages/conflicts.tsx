import { z } from 'zod'
import { fields, page, type View } from '#core/http/page.ts'
import { withQuery } from '#core/http/urls.ts'
import { day } from '#core/text/format.ts'
import { subjectPath } from '#core/trail/kind.ts'
import { ActionForm, Button } from '#ui/form.tsx'
import { Card, Empty, PageHead, Said } from '#ui/layout.tsx'
import { conflictsWaiting, type OpenConflict, settleConflict, settleConflicts } from '../conflicts.server.ts'
import { importWords } from '../texts/index.ts'
import { fieldName, Value } from '../words.tsx'

const choice = z.enum(['here', 'there'])
const one = z.object({ conflict: z.string().default(''), choice })
const many = z.object({ entry: z.string().default(''), run: z.string().default(''), choice })
const back = (run: string | null, settled: number) => ({ to: withQuery('/admin/imports/conflicts', { run, settled }) })
const runOf = (request: Request) => new URL(request.url).searchParams.get('run')

/** Fields that were edited both here and at their source, side by side: one tap each, or all of an entry at once. */
export default page('/admin/imports/conflicts', {
  read: (ctx, _params, query) => conflictsWaiting(ctx, query),
  forms: {
    settle: fields(one, async (ctx, _params, its, { request }) => { await settleConflict(ctx, its.conflict, its.choice); return back(runOf(request), 1) }),
    settleAll: fields(many, async (ctx, _params, its, { request }) => back(runOf(request), await settleConflicts(ctx, { ...(its.entry ? { entryId: its.entry } : {}), ...(its.run ? { runId: its.run } : {}) }, its.choice))),
  },
  head: (_its, { language }) => ({ title: importWords(language).conflicts.title, place: 'desk', hidden: true, wide: true }),
  view: ({ conflicts, total, run, more }, view) => {
    const t = importWords(view.language).conflicts
    const settled = Number(view.query.get('settled') ?? '')
    const entries = [...Map.groupBy(conflicts, (each) => each.entry?.id ?? each.ownId)]
    return (
      <div className="stack wide">
        <PageHead title={t.title} crumbs={[{ to: view.href('/admin/imports'), name: importWords(view.language).title }]}><p className="lead">{t.lead}</p></PageHead>
        {settled > 0 && !view.failed && <Said>{t.settled(settled)}</Said>}
        {conflicts.length === 0 ? <Empty icon="check">{t.none}</Empty> : (
          <>
            <p role="status">{t.waiting(total)}</p>
            {entries.map(([id, its]) => <Entry key={id} id={id} conflicts={its} view={view} />)}
            {more && <p className="hint">{t.more}</p>}
            {entries.length > 1 && <Card label={run ? t.allOfRun : t.allHere}><p><b>{run ? t.allOfRun : t.allHere}</b></p><All run={run ?? ''} view={view} name={run ? t.allOfRun : t.allHere} /></Card>}
          </>
        )}
      </div>
    )
  },
})

/** The questions of one entry, with the answers. Drawn on the page where it is edited too. */
function Entry({ id, conflicts, view }: { id: string; conflicts: OpenConflict[]; view: View }) {
  const t = importWords(view.language).conflicts
  const first = conflicts[0]!
  const name = first.entry?.name ?? first.name
  return (
    <section className="card stack" aria-labelledby={`c-${id}`}>
      <h2 id={`c-${id}`}>{first.entry ? <a className="touch" href={view.href(subjectPath(first.entry.kind, first.entry.id))}>{name}</a> : name}</h2>
      {conflicts.map((each) => <Question key={each.id} its={each} view={view} />)}
      {conflicts.length > 1 && <div className="stack tight"><p><b>{t.allOf(name)}</b></p><All entry={id} view={view} name={t.allOf(name)} /></div>}
    </section>
  )
}
function Question({ its, view }: { its: OpenConflict; view: View }) {
  const t = importWords(view.language).conflicts
  const field = fieldName(its.field, view.language)
  return (
    <div className="stack tight twoways">
      <h3>{field}{its.what === 'channel' && its.entry && its.name && its.name !== its.entry.name ? <small> {its.name}</small> : null}</h3>
      <div className="sides">
        <div><p className="meta small">{t.here}</p><Value of={its} value={its.here} other={its.there} view={view} /><ActionForm does="settle" label={t.keepOf(field)}><input type="hidden" name="conflict" value={its.id} /><Button name="choice" value="here" icon="check">{t.keep}</Button></ActionForm></div>
        <div><p className="meta small"><span>{t.there(its.source)}</span><time dateTime={its.since.toISOString()}>{day(its.since, view.language, view.now)}</time></p><Value of={its} value={its.there} other={its.here} view={view} /><ActionForm does="settle" label={t.takeOf(field)}><input type="hidden" name="conflict" value={its.id} /><Button name="choice" value="there" icon="imported">{t.take}</Button></ActionForm></div>
      </div>
    </div>
  )
}
function All({ entry, run, name, view }: { entry?: string; run?: string; name: string; view: View }) {
  const t = importWords(view.language).conflicts
  return (
    <ActionForm does="settleAll" label={name}>
      {entry && <input type="hidden" name="entry" value={entry} />}{run && <input type="hidden" name="run" value={run} />}
      <p className="actions"><Button name="choice" value="here">{t.keepAll}</Button><Button name="choice" value="there">{t.takeAll}</Button></p>
    </ActionForm>
  )
}
