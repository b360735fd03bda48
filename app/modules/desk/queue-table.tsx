import type { View } from '#core/http/page.ts'
import { day } from '#core/text/format.ts'
import { atWallClock, wallClock } from '#core/time/local.ts'
import { handlePath, stageSign, subjectPath } from '#core/trail/kind.ts'
import { ErrorSummary } from '#ui/form.tsx'
import { Icon } from '#ui/icons.tsx'
import { StageMark } from '#ui/stage.tsx'
import { deskPath } from './address.server.ts'
import type { Desk, DeskRow } from './desk.server.ts'
import { deskWords } from './texts/index.ts'

/** The queue as a table whose rows are cards on a phone, and what to do to the chosen ones. One form, no script needed. */
export function QueueTable({ desk, view }: { desk: Desk; view: View }) {
  const t = deskWords(view.language)
  const picked = view.failed?.form === 'assign' ? new Set(view.failed.values.ids?.split(' ')) : view.query.get('pick') === 'all' ? 'all' : new Set<string>()
  const path = deskPath(desk.address)
  const bulk = desk.rows.some((row) => row.mine)
  return (
    <form method="post" className="stack desk" id="queue" aria-label={t.title}>
      <ErrorSummary failed={view.failed} does="assign" words={t.problems} language={view.language} labels={Object.fromEntries(desk.rows.map((row) => [`idea.${row.id}`, row.title]))} />
      <p className="sectionhead"><span className="meta">{t.found(desk.total)}</span>{bulk && <a href={view.href(picked === 'all' ? path : `${path}${path.includes('?') ? '&' : '?'}pick=all#queue`)}>{picked === 'all' ? t.pickNone : t.pickAll}</a>}</p>
      <table role="table" id="assign-ideas">
        <caption className="visually-hidden">{desk.unitName ? t.titleOf(desk.unitName) : t.title}</caption>
        <thead><tr role="row">
          <th scope="col" role="columnheader"><span className="visually-hidden">{t.columns.pick}</span></th><th scope="col" role="columnheader">{t.columns.what}</th><th scope="col" role="columnheader">{t.columns.stage}</th>
          <th scope="col" role="columnheader" className="n">{t.columns.supports}</th><th scope="col" role="columnheader">{t.columns.due}</th><th scope="col" role="columnheader">{t.columns.owner}</th><th scope="col" role="columnheader"><span className="visually-hidden">{t.columns.act}</span></th>
        </tr></thead>
        <tbody>{desk.rows.map((row) => <Row key={row.id} row={row} view={view} manyUnits={desk.unitName === null} checked={picked === 'all' || picked.has(row.id)} />)}</tbody>
      </table>
      {bulk && (
        <div className="bulk" role="group" aria-label={t.bulk}>
          <div className="first"><button type="submit" className="btn main picked" formMethod="get" formAction={view.href('/desk/answer')}><Icon name="edited" />{t.answer}</button></div>
          {desk.anyDrafts && <button type="submit" className="btn" formMethod="get" formAction={view.href('/desk/drafts')}><Icon name="sent" />{t.publishDrafts}</button>}
          <div className="give">
            <label htmlFor="assign-personId" className="visually-hidden">{t.assignTo}</label>
            <select id="assign-personId" name="personId" defaultValue={view.failed?.values.personId ?? ''}>
              <option value="">{t.assignTo}</option>
              {desk.people.map((each) => <option key={each.id} value={each.id}>{each.name}</option>)}
              <option value="nobody">{t.assignNobody}</option>
            </select>
            <button type="submit" className="btn" name="_do" value="assign"><Icon name="me" />{t.assign}</button>
          </div>
        </div>
      )}
    </form>
  )
}

function Row({ row, view, manyUnits, checked }: { row: DeskRow; view: View; manyUnits: boolean; checked: boolean }) {
  const t = deskWords(view.language)
  const path = subjectPath(row.kind, row.id)
  const problem = view.failed?.form === 'assign' ? view.failed.problems[`idea.${row.id}`] : undefined
  const facts = [row.author, row.place, manyUnits ? row.unit : null].filter(Boolean).join(' · ')
  return (
    <tr role="row" id={`assign-idea.${row.id}`} className={row.late ? 'late' : undefined}>
      <td role="cell" className="pick">{row.mine && <label className="tick"><input type="checkbox" name="ids" value={row.id} defaultChecked={checked} /><span className="visually-hidden">{t.pick(row.title)}</span></label>}</td>
      <td role="cell" className="what"><a href={view.href(handlePath(row.kind, row.id))}>{row.title}</a>{facts && <small>{facts}</small>}{row.endsOn && <small>{(row.endsOn < wallClock(view.now).day ? t.ended : t.endsOn)(day(atWallClock(row.endsOn, '12:00:00'), view.language, view.now))}</small>}{problem && <small className="problem"><Icon name="no" /> {t.problems[problem]}</small>}</td>
      <td role="cell" data-label={t.columns.stage}><StageMark stage={row.stage} language={view.language} sign={stageSign(row.kind, row.stage, view.language)} /></td>
      <td role="cell" data-label={t.columns.supports} className="n">{row.supports}</td>
      <td role="cell" data-label={t.columns.due}>{row.late ? <span className="stage is-late"><Icon name="clock" />{t.daysLate(row.daysLate)}</span> : row.dueAt ? <time dateTime={row.dueAt.toISOString()}>{day(row.dueAt, view.language, view.now)}</time> : t.noDue}</td>
      <td role="cell" data-label={t.columns.owner}>{row.owner ?? <span className="hint">{t.nobody}</span>}{row.draftBy && <small>{t.draftBy(row.draftBy)}</small>}</td>
      <td role="cell" className="act">{row.mine ? <a className="btn small" href={view.href(`${path}/answer`)} aria-label={`${t.answerOne}: ${row.title}`}>{t.answerOne}</a> : row.kind === 'idea' && <a className="btn small" href={view.href(`${path}/route`)} aria-label={`${t.routeOne}: ${row.title}`}>{t.routeOne}</a>}</td>
    </tr>
  )
}
