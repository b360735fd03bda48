import type { Ctx } from '#core/context/context.server.ts'
import { isProblems } from '#core/errors/errors.ts'
import { Island } from '#core/http/island.server.tsx'
import { type Done, page, readFields, type View } from '#core/http/page.ts'
import { allow } from '#core/permissions/permissions.ts'
import { wallClock } from '#core/time/local.ts'
import { areasOf, unitsOf } from '#core/trail/facets.server.ts'
import { ActionForm, Button, Checkbox, Choice, ErrorSummary, Select, TextArea, TextField } from '#ui/form.tsx'
import { Icon } from '#ui/icons.tsx'
import { Card, LinkButton, PageHead } from '#ui/layout.tsx'
import { uiWords } from '#ui/texts/index.ts'
import { EndFields } from '../end-fields.tsx'
import { endOfForm, newForm, onFields, startOf, whereFields, whereOf } from '../form.server.ts'
import DrawShape from '../islands/draw-shape.tsx'
import { type DisruptionKind, disruptionKinds, isDisruptionKind, kindKeys, severities } from '../kinds.ts'
import { makeDisruption } from '../make.server.ts'
import { can } from '../permissions.ts'
import { type Pick, picksOf } from '../pick.server.ts'
import { disruptionWords } from '../texts/index.ts'
import { locateDisruption } from '../where.server.ts'

/** Three screens: what, where, when and to whom. Each says in its address what was chosen before it, so that going back loses nothing. */
async function readNew(ctx: Ctx, query: URLSearchParams) {
  const me = allow(ctx, can.begin)
  const asked = query.get('kind'), kind: DisruptionKind | null = isDisruptionKind(asked) ? asked : null
  const where = whereOf(query), work = query.get('work') ?? ''
  if (!kind) return { step: 'what' as const, work }
  const located = query.get('step') === 'when' ? await locateDisruption(ctx, kind, where) : null
  if (!located || isProblems(located)) return { step: 'where' as const, kind, where, work, q: (query.get('q') ?? '').slice(0, 80), problem: located ? Object.values(located.problems)[0]! : null, areas: await areasOf(ctx), ...(await picksOf(ctx, query.get('q') ?? '', where)) }
  const all = await unitsOf(ctx)
  const units = me.admin || me.installationAdmin ? all : all.filter((each) => me.units.some((mine) => mine.id === each.id))
  return { step: 'when' as const, kind, where, work, name: located.name, units, clientId: ctx.newId() }
}
type Data = Awaited<ReturnType<typeof readNew>>

export default page('/disruptions/new', {
  read: (ctx, _params, query) => readNew(ctx, query),
  forms: {
    make: async (ctx, _params, form): Promise<Done> => {
      const read = readFields(newForm, form)
      if ('problems' in read) return read
      const its = read.input, today = wallClock(ctx.now).day
      const startsAt = startOf(its, today)
      const end = endOfForm(its, startsAt ?? ctx.now, today)
      if ('problems' in end) return { problems: onFields(end.problems, its.ends) }
      const done = await makeDisruption(ctx, { ...its, ...end, startsAt }, whereOf(form))
      return isProblems(done) ? { problems: onFields(done.problems, its.ends) } : { to: `/disruptions/${done.id}?done=told` }
    },
  },
  head: (_data, { language }) => ({ title: disruptionWords(language).make.title, place: 'desk', hidden: true }),
  view: (data, view) => {
    const t = disruptionWords(view.language)
    const steps = ['what', 'where', 'when'] as const
    return (
      <>
        <PageHead title={t.make[data.step]} crumbs={[{ to: view.href('/disruptions'), name: t.title }]}><p className="meta">{t.make.step(steps.indexOf(data.step) + 1, steps.length)}{data.step !== 'what' && <span><Icon name={disruptionKinds[data.kind].icon} /> {disruptionKinds[data.kind].name[view.language]}</span>}</p></PageHead>
        {data.step === 'what' ? <What work={data.work} view={view} /> : data.step === 'where' ? <WhereStep data={data} view={view} /> : <When data={data} view={view} />}
      </>
    )
  },
})

const fieldsOf = (pairs: [string, string][]) => pairs.map(([name, value], i) => <input key={i} type="hidden" name={name} value={value} />)

function What({ work, view }: { work: string; view: View }) {
  return (
    <ul className="tiles bare">{kindKeys.map((key) => (
      <li key={key}><a className="tile" href={`${view.href('/disruptions/new')}?kind=${key}${work ? `&work=${encodeURIComponent(work)}` : ''}`}><Icon name={disruptionKinds[key].icon} /><b>{disruptionKinds[key].name[view.language]}</b></a></li>
    ))}</ul>
  )
}

function WhereStep({ data, view }: { data: Extract<Data, { step: 'where' }>; view: View }) {
  const words = disruptionWords(view.language), t = words.make
  const { where } = data
  const box = (its: Pick, checked: boolean) => <Checkbox key={its.id} name={its.kind} value={its.id} checked={checked} label={<>{its.name}{its.detail && <small> {its.detail}</small>}</>} />
  return (
    <form method="get" action={view.href('/disruptions/new')} className="stack" aria-label={t.where}>
      <input type="hidden" name="kind" value={data.kind} />{data.work && <input type="hidden" name="work" value={data.work} />}
      {data.problem && <div className="summary" role="alert" tabIndex={-1}><b>{words.problems[data.problem] ?? words.problems.unreadable}</b></div>}
      {data.areas.length > 0 && <fieldset className="field"><legend>{t.areas}</legend><div className="choices row">{[...data.areas.map((each) => ({ name: 'area', value: each.key, label: each.name, checked: where.areas.includes(each.key) })), { name: 'whole', value: 'on', label: t.whole, checked: where.whole }].map((each) => <label key={`${each.name} ${each.value}`} className="choice"><input type="checkbox" name={each.name} value={each.value} defaultChecked={each.checked} /><span>{each.label}</span></label>)}</div></fieldset>}
      <fieldset className="field"><legend>{t.streets}</legend>
        {data.picked.length > 0 && <div className="choices">{data.picked.map((each) => box(each, true))}</div>}
        <label htmlFor="where-q" className="hint">{t.find}</label>
        <span className="search-line"><input id="where-q" name="q" type="search" defaultValue={data.q} maxLength={80} /><button type="submit" className="btn" name="step" value="where">{t.search}</button></span>
        {data.q.length > 1 && (data.found.length > 0 ? <div className="choices">{data.found.map((each) => box(each, false))}</div> : <p className="hint" role="status">{t.nothingFound(data.q)}</p>)}
      </fieldset>
      <details className="fold" open={where.shape !== '' || (data.problem !== null && data.problem !== 'placeNeeded')}><summary><Icon name="map" /> {t.draw}</summary>
        <div className="stack">
          <div className="choices row">{(['polygon', 'line'] as const).map((each) => <label key={each} className="choice"><input type="radio" name="drawn" value={each} defaultChecked={where.drawn === each} /><span>{t.drawn[each]}</span></label>)}</div>
          <Island of={DrawShape} props={{ source: view.href('/map-data'), field: 'where-shape', words: t.map }} />
          <div className="field"><label htmlFor="where-shape">{t.shape} <small>({uiWords(view.language).optional})</small></label><p className="hint" id="where-shape-hint">{t.shapeHint}</p><textarea id="where-shape" name="shape" rows={3} defaultValue={where.shape} aria-describedby="where-shape-hint" /></div>
          <div className="field"><label htmlFor="where-width">{t.width}</label><input id="where-width" name="width" type="number" min={1} max={2000} defaultValue={where.width} inputMode="numeric" /></div>
        </div>
      </details>
      <p className="actions"><button type="submit" className="btn main" name="step" value="when">{t.next}<Icon name="next" /></button><LinkButton kind="quiet" to={view.href('/disruptions/new')}>{t.back}</LinkButton></p>
    </form>
  )
}

function When({ data, view }: { data: Extract<Data, { step: 'when' }>; view: View<'make'> }) {
  const words = disruptionWords(view.language), t = words.make
  const kind = disruptionKinds[data.kind]
  const field = { does: 'make', failed: view.failed, language: view.language, words: words.problems }
  const back = new URLSearchParams([['kind', data.kind], ...(data.work ? [['work', data.work]] : []), ...whereFields(data.where), ['step', 'where']])
  const open = (names: string[]) => names.some((name) => view.failed?.problems[name] || view.failed?.values[name])
  return (
    <>
      <ErrorSummary failed={view.failed} does="make" labels={{ ends: t.ends, endDay: t.endDay, endTime: t.endTime, nextDay: t.nextDay, nextTime: t.nextTime, startDay: t.startDay, startTime: t.startTime, text: t.text, instead: t.instead, title: t.name, where: t.where, unitId: t.unit, severity: t.severity }} words={words.problems} language={view.language} />
      <Card label={t.people}><p><b>{kind.name[view.language]}: {data.name}</b></p><p>{kind.lead[view.language]}</p><p><a className="touch" id="make-where" href={`${view.href('/disruptions/new')}?${back}`}>{t.changeWhere}</a></p></Card>
      <ActionForm does="make" className="stack" label={t.title}>
        {fieldsOf([['kind', data.kind], ...whereFields(data.where), ['workId', data.work], ['clientId', view.failed?.values.clientId ?? data.clientId]])}
        <EndFields does="make" hours={kind.hours} from={view.now} value={String(kind.hours[1] ?? 'unknown')} view={view} />
        <TextArea {...field} name="text" label={t.text} hint={t.textHint} rows={3} max={2000} optional />
        <TextField {...field} name="instead" label={t.instead} hint={t.insteadHint(kind.instead[view.language])} max={600} optional />
        <TextField {...field} name="insteadName" label={t.insteadName} hint={t.insteadNameHint} max={120} optional />
        {data.units.length > 1 ? <Select {...field} name="unitId" label={t.unit} options={data.units.map((each) => ({ value: each.id, label: each.name }))} /> : <input type="hidden" name="unitId" value={data.units[0]?.id ?? ''} />}
        <details className="fold" open={open(['startDay', 'startTime', 'startsAt', 'title', 'severity'])}><summary>{t.more}</summary>
          <div className="stack">
            <Choice {...field} name="severity" label={t.severity} value={kind.severity} options={severities.map((value) => ({ value, label: words.severity[value][0], hint: words.severity[value][1] }))} />
            <div className="pairs"><TextField {...field} name="startDay" type="date" label={t.startDay} hint={t.startHint} optional /><TextField {...field} name="startTime" label={t.startTime} hint={t.timeHint} max={5} optional /></div>
            <TextField {...field} name="title" label={t.name} hint={t.nameHint(`${kind.name[view.language]}: ${data.name}`)} max={140} optional />
          </div>
        </details>
        <p className="actions"><Button kind="main" icon="sent">{t.submit}</Button></p>
      </ActionForm>
    </>
  )
}
