import type { ReactNode } from 'react'
import type { View } from '#core/http/page.ts'
import { day } from '#core/text/format.ts'
import { ErrorSummary } from '#ui/form.tsx'
import { Icon, type IconName } from '#ui/icons.tsx'
import { StageMark } from '#ui/stage.tsx'
import { uiWords } from '#ui/texts/index.ts'
import { reportStates } from '../states.ts'
import { type InboxAddress, inboxPath, type InboxRow, inboxSorts, type readInbox } from './inbox.server.ts'
import { handlingWords } from './texts/index.ts'

type Inbox = Awaited<ReturnType<typeof readInbox>>
type Its = { its: Inbox; view: View }

/** The parts that are asked for every day, each with how many it has. */
export function InboxChips({ its, view }: Its) {
  const t = handlingWords(view.language).inbox
  const { address, counts } = its
  const base: Partial<InboxAddress> = { unit: address.unit, sort: address.sort }
  const chips: [string, number, Partial<InboxAddress>, boolean][] = [
    [t.open, counts.open, base, !address.late && !address.private && !address.priority && address.state === 'open'], [t.late, counts.late, { ...base, late: true }, address.late],
    [t.urgent, counts.urgent, { ...base, priority: 2 }, address.priority === 2], [t.private, counts.private, { ...base, private: true }, address.private],
  ]
  return <nav className="filters slide" aria-label={t.filters}>{chips.map(([name, count, to, current]) => <a key={name} className="chip" href={view.href(inboxPath(to))} aria-current={current ? 'page' : undefined}>{name} · {count}</a>)}</nav>
}

export function InboxNarrow({ its, view }: Its) {
  const words = handlingWords(view.language), t = words.inbox
  const { address } = its
  return (
    <details className="fold sieve" open={its.address.q !== '' || its.address.category !== null || its.address.area !== null || its.address.state !== 'open'}><summary><Icon name="filter" />{t.filters}</summary>
    <form method="get" action={view.href('/feedback/inbox')} className="narrow" role="search" aria-label={t.filters}>
      {address.late && <input type="hidden" name="late" value="1" />}
      {address.private && <input type="hidden" name="private" value="1" />}
      {address.priority > 0 && <input type="hidden" name="priority" value={address.priority} />}
      <label className="grow"><span>{t.search}</span><input type="search" name="q" defaultValue={address.q} maxLength={100} placeholder={t.searchHint} /></label>
      {its.units.length > 1 && <label><span>{t.unit}</span><select name="unit" defaultValue={address.unit ?? ''}><option value="">{t.allUnits}</option>{its.units.map((each) => <option key={each.id} value={each.id}>{each.name}</option>)}</select></label>}
      <label><span>{t.category}</span><select name="category" defaultValue={address.category ?? ''}><option value="">{t.allCategories}</option>{its.categories.map((each) => <option key={each.id} value={each.id}>{each.name}</option>)}</select></label>
      <label><span>{t.state}</span><select name="state" defaultValue={address.state}><option value="open">{t.openStates}</option>{reportStates.map((each) => <option key={each} value={each}>{words.state[each]}</option>)}<option value="all">{t.allStates}</option></select></label>
      {its.areas.length > 0 && <label><span>{t.area}</span><select name="area" defaultValue={address.area ?? ''}><option value="">{t.allAreas}</option>{its.areas.map((each) => <option key={each.key} value={each.key}>{each.name}</option>)}</select></label>}
      <label><span>{t.order}</span><select name="sort" defaultValue={address.sort}>{inboxSorts.map((each) => <option key={each} value={each}>{t.sort[each]}</option>)}</select></label>
      <button type="submit" className="btn"><Icon name="filter" />{t.apply}</button>
    </form></details>
  )
}

/** The list as a table whose rows are cards on a phone, and what to do to the chosen ones. One form, no script needed. */
export function InboxTable({ its, view }: Its) {
  const words = handlingWords(view.language), t = words.inbox
  const picked = new Set((view.failed?.values.ids ?? '').split(' '))
  const values = view.failed?.form === 'many' ? view.failed.values : {}
  const to = (page: number) => view.href(inboxPath({ ...its.address, page }))
  return (
    <form method="post" className="stack desk" id="queue" aria-label={t.title}>
      <input type="hidden" name="_do" value="many" />
      <ErrorSummary failed={view.failed} does="many" labels={words.labels} words={words.problems} language={view.language} />
      <table role="table" id="many-ids">
        <caption className="visually-hidden">{t.title}</caption>
        <thead><tr role="row">
          <th scope="col" role="columnheader"><span className="visually-hidden">{t.columns.pick}</span></th><th scope="col" role="columnheader">{t.columns.what}</th><th scope="col" role="columnheader">{t.columns.state}</th>
          <th scope="col" role="columnheader">{t.columns.due}</th><th scope="col" role="columnheader" className="n">{t.columns.people}</th><th scope="col" role="columnheader">{t.columns.priority}</th>
        </tr></thead>
        <tbody>{its.rows.map((row) => <Row key={row.id} row={row} view={view} manyUnits={its.unitName === null} checked={picked.has(row.id)} />)}</tbody>
      </table>
      <fieldset className="card stack" id="many-act">
        <legend className="visually-hidden">{t.bulk}</legend>
        <p><b>{t.bulk}</b> <span className="hint">{t.bulkHint}</span></p>
        <div className="field"><label htmlFor="many-sentence">{words.officials.sentence}</label><textarea id="many-sentence" name="sentence" rows={3} maxLength={1000} defaultValue={values.sentence ?? ''} /></div>
        <div className="field"><label htmlFor="many-day">{words.officials.day} <small>({uiWords(view.language).optional})</small></label><input type="date" id="many-day" name="day" defaultValue={values.day ?? ''} /></div>
        <div className="actions"><Act act="answer" icon="sent" main>{t.acts.answer}</Act><Act act="order" icon="work">{t.order1}</Act></div>
        <div className="doing"><label><span>{t.toWhich}</span><select name="to" id="many-to" defaultValue={values.to ?? ''}><option value="">{t.none}</option>{(['planned', 'underWay', 'elsewhere', 'done', 'cannot', 'received'] as const).map((each) => <option key={each} value={each}>{words.state[each]}</option>)}</select></label><Act act="move" icon="arrow">{t.acts.move}</Act></div>
        <div className="doing">
          <label><span>{t.category}</span><select name="categoryId" id="many-categoryId" defaultValue={values.categoryId ?? ''}><option value="">{words.officials.sameCategory}</option>{its.categories.map((each) => <option key={each.id} value={each.id}>{each.name}</option>)}</select></label>
          <label><span>{t.unit}</span><select name="unitId" id="many-unitId" defaultValue={values.unitId ?? ''}><option value="">{words.officials.sameUnit}</option>{its.everyUnit.map((each) => <option key={each.id} value={each.id}>{each.name}</option>)}</select></label><Act act="pass" icon="routed">{t.acts.pass}</Act>
        </div>
        <div className="doing"><label><span>{t.into}</span><input name="into" id="many-into" maxLength={20} autoComplete="off" defaultValue={values.into ?? ''} /></label><Act act="merge" icon="merged">{t.acts.merge}</Act></div>
      </fieldset>
      {(its.address.page > 1 || its.more) && (
        <nav className="pager" aria-label={t.page(its.address.page)}>
          {its.address.page > 1 ? <a className="btn" href={to(its.address.page - 1)} rel="prev">{t.previous}</a> : <span />}<span className="meta">{t.page(its.address.page)}</span>{its.more ? <a className="btn" href={to(its.address.page + 1)} rel="next">{t.next}</a> : <span />}
        </nav>
      )}
    </form>
  )
}

/** A button that does its act to the chosen ones. */
const Act = ({ act, icon, main, children }: { act: string; icon: IconName; main?: boolean; children: ReactNode }) => <button type="submit" className={main ? 'btn main' : 'btn'} name="act" value={act}><Icon name={icon} />{children}</button>

function Row({ row, view, manyUnits, checked }: { row: InboxRow; view: View; manyUnits: boolean; checked: boolean }) {
  const words = handlingWords(view.language), t = words.inbox
  const facts = [row.category, row.place ?? row.address].filter(Boolean).join(' · ')
  return (
    <tr role="row" className={row.late ? 'late' : undefined}>
      <td role="cell" className="pick"><label className="tick"><input type="checkbox" name="ids" value={row.id} defaultChecked={checked} /><span className="visually-hidden">{t.pick(row.title)}</span></label></td>
      <td role="cell" className="what"><a href={view.href(`/feedback/${row.id}/handle`)}>{row.title}</a><small>{facts} · <span className="nowrap">{row.reference}</span>{manyUnits && ` · ${row.unit}`}</small>{row.visibility === 'private' && <small><Icon name="hidden" /> {t.privateMark}</small>}</td>
      <td role="cell" data-label={t.columns.state}><StageMark stage={row.stage} language={view.language} sign={row.sign} /></td>
      <td role="cell" data-label={t.columns.due}>{row.dueAt ? row.late ? <span className="stage is-late"><Icon name="clock" />{day(row.dueAt, view.language, view.now)}</span> : <time dateTime={row.dueAt.toISOString()}>{day(row.dueAt, view.language, view.now)}</time> : t.noDue}</td>
      <td role="cell" data-label={t.columns.people} className={row.supports === 0 ? 'n usual' : 'n'}>{row.supports}</td>
      <td role="cell" data-label={t.columns.priority} className={row.priority === 1 ? 'usual' : undefined}>{words.officials.priorities[row.priority]}</td>
    </tr>
  )
}
