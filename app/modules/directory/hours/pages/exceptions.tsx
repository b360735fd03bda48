import type { Ctx } from '#core/context/context.server.ts'
import { type Done, fields, page, type View } from '#core/http/page.ts'
import { number } from '#core/text/format.ts'
import { inLanguage } from '#core/text/language.ts'
import { unitsOf } from '#core/trail/facets.server.ts'
import { ActionForm, Button, ErrorSummary, TextField } from '#ui/form.tsx'
import { Icon } from '#ui/icons.tsx'
import { PageHead, Said, Section } from '#ui/layout.tsx'
import { z } from 'zod'
import { placeKinds } from '../../place-kinds.ts'
import { dayAt } from '../days.ts'
import { dateWords, timesOf } from '../open-words.ts'
import { periodDays } from '../period-words.ts'
import type { Values } from '../period-form.ts'
import { hoursStates } from '../periods.ts'
import { comingHolidays, exceptionsAhead, makeExceptions, placesToChoose, reachOfAsker, readAsked, removeException, type Shared, whomItConcerns } from '../shared-exceptions.server.ts'
import { hoursWords } from '../texts/index.ts'

const lists = ['days', 'kinds', 'places'] as const
type Lists = Record<(typeof lists)[number], string[]>
/** What has been written into the form: of one that came back its own fields, else the address's. Lists travel in one field each, for a form that is shown again has one value for a name. */
const listsOf = (its: URLSearchParams | FormData): Lists => Object.fromEntries(lists.map((name) => [name, its.getAll(name).flatMap((each) => (typeof each === 'string' ? each.split(' ') : [])).filter(Boolean).slice(0, 1000)])) as Lists
const valuesOf = (its: Iterable<[string, FormDataEntryValue]>): Values => Object.fromEntries([...its].flatMap(([name, value]) => (typeof value === 'string' ? [[name, value.slice(0, 400)]] : [])))

async function read(ctx: Ctx, _params: unknown, query: URLSearchParams) {
  const reach = reachOfAsker(ctx)
  const values = valuesOf(query), chosen = listsOf(query)
  const looking = query.has('look')
  const asked = looking ? readAsked(values, chosen, ctx.now) : null
  const units = await unitsOf(ctx)
  const [ahead, places, concerns] = await Promise.all([exceptionsAhead(ctx), placesToChoose(ctx, query.get('find') ?? '', chosen.places), asked && 'asked' in asked ? whomItConcerns(ctx, asked.asked) : null])
  return { all: reach.all, units: units.filter((each) => reach.all || reach.unitIds.includes(each.id)), ahead, places, concerns, found: asked && 'problems' in asked ? asked.problems : null, values: query.has('look') || query.has('find') ? values : {}, chosen, holidays: comingHolidays(ctx.now) }
}

/** One exception over many places: the coming public holidays to tick, what is then, whose hours, and whom it concerns before it is made. */
export default page('/admin/exceptions', {
  read,
  forms: {
    make: async (ctx: Ctx, _params, form): Promise<Done> => {
      const chosen = listsOf(form), values = valuesOf(form)
      const its = readAsked(values, chosen, ctx.now)
      const done = 'problems' in its ? its : await makeExceptions(ctx, its.asked)
      return 'problems' in done ? { ...done, values: { ...values, ...Object.fromEntries(lists.map((name) => [name, chosen[name].join(' ')])) } } : { to: '/admin/exceptions?done=made' }
    },
    remove: fields(z.object({ id: z.string().max(40) }), async (ctx: Ctx, _params, { id }): Promise<Done> => { await removeException(ctx, id); return { to: '/admin/exceptions?done=removed' } }),
  },
  head: (_data, { language }) => ({ title: hoursWords(language).shared.title, place: 'desk', hidden: true }),
  view: (its, view) => {
    const t = hoursWords(view.language).shared
    const done = view.query.get('done')
    return (
      <div className="stack wide">
        {(done === 'made' || done === 'removed') && !view.failed && <Said>{t[done]}</Said>}
        <PageHead title={t.title} crumbs={its.all ? [{ to: view.href('/admin'), name: t.back }] : [{ to: view.href('/desk'), name: t.desk }]}><p className="lead">{t.lead}</p></PageHead>
        <Section id="coming" title={t.coming}>{its.ahead.length === 0 ? <p className="hint">{t.none}</p> : <ul className="card rows">{its.ahead.map((each) => <Made key={each.id} its={each} units={its.units} view={view} />)}</ul>}</Section>
        <Section id="make" title={t.make}><Make its={its} view={view} /></Section>
      </div>
    )
  },
})

type Data = Awaited<ReturnType<typeof read>>
function Made({ its, units, view }: { its: Shared; units: Data['units']; view: View }) {
  const { language } = view, words = hoursWords(language), t = words.shared
  const [span] = its.spans
  const what = !span ? words.state[its.state] : span.start === null && span.end ? t.closesAt(timesOf({ ...span, start: null }, language)) : timesOf(span, language)
  const whose = its.unitId ? `${t.unit}: ${units.find((each) => each.id === its.unitId)?.name ?? ''}` : its.kinds ? its.kinds.map((kind) => placeKinds.get(kind)?.name[language] ?? kind).join(', ') : its.placeIds ? `${t.chosen} (${its.placeIds.length})` : t.all
  const title = `${inLanguage(its.name, language)} ${periodDays(its, language, dayAt(view.now))}`
  return (
    <li><Icon name="calendar" /><div className="t"><b>{title}</b><p>{what}</p><small>{whose}{its.madeByName && ` · ${t.by(its.madeByName)}`}</small></div>
      {its.mine && <ActionForm does="remove" className="inline"><input type="hidden" name="id" value={its.id} /><button type="submit" className="btn quiet small" aria-label={t.removeOf(title)}><Icon name="remove" />{t.remove}</button></ActionForm>}</li>
  )
}

function Make({ its, view }: { its: Data; view: View<'make' | 'remove'> }) {
  const { language } = view, words = hoursWords(language), t = words.shared
  const mine = view.failed?.form === 'make' ? view.failed.values : its.values
  const chosen = view.failed?.form === 'make' ? Object.fromEntries(lists.map((name) => [name, (mine[name] ?? '').split(' ').filter(Boolean)])) as Lists : its.chosen
  const failed = view.failed ?? (its.found ? { form: 'make', problems: its.found, values: its.values } : undefined)
  const text = { does: 'make', failed: failed && { ...failed, values: mine }, language, words: words.problems }
  const taken = new Set(its.ahead.filter((each) => each.from === each.until).map((each) => each.from))
  const wrong = (name: string) => failed?.problems[name] && <p className="problem" id={`make-${name}-problem`}><Icon name="no" /> {words.problems[failed.problems[name]!] ?? words.problems.noWhose}</p>
  const option = (name: string, value: string, label: string, hint?: string) => <label className="choice"><input type="radio" name={name} value={value} defaultChecked={mine[name] === value} /><span>{label}{hint && <small>{hint}</small>}</span></label>
  const time = (name: string, label: string) => <div className={failed?.problems[name] ? 'field wrong' : 'field'}><label htmlFor={`make-${name}`}>{label}</label>{wrong(name)}<input id={`make-${name}`} name={name} type="time" defaultValue={mine[name] ?? ''} {...(failed?.problems[name] ? { 'aria-invalid': true, 'aria-describedby': `make-${name}-problem` } : {})} /></div>
  const years = [...new Set(its.holidays.map((each) => each.day.slice(0, 4)))]
  const whatState = hoursStates.includes(mine.what as never) && mine.what !== 'closed' ? mine.what : ''
  return (
    <ActionForm does="make" plain>
      <ErrorSummary failed={failed} does="make" labels={t.labels} words={words.problems} language={language} />
      {its.concerns && <section className="card ask stack tight" role="status"><p><b>{t.concerns(number(its.concerns.count, language), its.concerns.count === 1)}</b></p>{its.concerns.keep.length === 0 ? <p>{t.noneKeeps}</p> : <><p>{t.keepOwn(`${number(its.concerns.keep.length, language)}${its.concerns.more ? '+' : ''}`, its.concerns.keep.length === 1 && !its.concerns.more)}</p><ul>{its.concerns.keep.slice(0, 20).map((each) => <li key={each.id}><a className="touch" href={view.href(`/places/${each.id}/hours`)}>{each.name}</a></li>)}{(its.concerns.keep.length > 20 || its.concerns.more) && <li>{t.tooManyKeep}</li>}</ul></>}</section>}
      <fieldset className={failed?.problems.days ? 'field wrong' : 'field'} id="make-days"><legend>{t.holidays}</legend>{wrong('days')}
        {years.map((year, i) => (
          <details key={year} className="unfold" open={i === 0 || chosen.days.some((day) => day.startsWith(year)) || its.holidays.filter((each) => each.day.startsWith(years[0]!)).length < 4}><summary>{year}</summary>
            <div className="choices">{its.holidays.filter((each) => each.day.startsWith(year)).map((each) => <label key={each.key} className="choice"><input type="checkbox" name="days" value={each.day} defaultChecked={chosen.days.includes(each.day)} /><span>{each.name[language]}<small>{dateWords(each.day, language, each.day)}{each.eve ? ` · ${t.eve}` : ''}{taken.has(each.day) ? ` · ${t.taken}` : ''}</small></span></label>)}</div></details>
        ))}
      </fieldset>
      <details className="unfold" open={!!(mine.from || mine.until || mine['name.fi'])}><summary>{t.otherDays}</summary>
        <TextField {...text} name="name.fi" label={`${words.keep.name} ${words.keep.nameIn.fi}`} value={mine['name.fi']} max={200} optional />
        <TextField {...text} name="name.sv" label={`${words.keep.name} ${words.keep.nameIn.sv}`} value={mine['name.sv']} max={200} optional /><TextField {...text} name="name.en" label={`${words.keep.name} ${words.keep.nameIn.en}`} value={mine['name.en']} max={200} optional />
        <div className="pair"><TextField {...text} name="from" type="date" label={words.keep.firstDay} value={mine.from} optional /><TextField {...text} name="until" type="date" label={words.keep.lastDay} hint={words.keep.lastDayHint} value={mine.until} optional /></div></details>
      <fieldset className={failed?.problems.what ? 'field wrong' : 'field'} id="make-what"><legend>{t.what}</legend>{wrong('what')}
        <div className="choices">{option('what', 'closed', t.closed)}{option('what', 'by', t.closesBy, t.closesByHint)}{option('what', 'these', t.these)}
          <details className="unfold" open={!!whatState}><summary>{t.state}</summary><div className="choices">{hoursStates.filter((each) => each !== 'closed' && each !== 'undefined' && each !== 'no_opening_hours').map((each) => <label key={each} className="choice"><input type="radio" name="what" value={each} defaultChecked={whatState === each} /><span>{words.state[each]}</span></label>)}</div></details></div></fieldset>
      <div className="pair only-by">{time('by', t.closesTime)}</div><div className="pair only-these">{time('start', words.keep.start)}{time('end', words.keep.end)}</div>
      <fieldset className={failed?.problems.whose ? 'field wrong' : 'field'} id="make-whose"><legend>{t.whose}</legend>{!its.all && <p className="hint">{t.only}</p>}{wrong('whose')}
        <div className="choices">{its.all && option('whose', 'all', t.all, t.allHint)}{option('whose', 'unit', t.unit)}{its.all && option('whose', 'kinds', t.kinds)}{option('whose', 'places', t.chosen)}</div></fieldset>
      <div className={failed?.problems.unitId ? 'field wrong only-unit' : 'field only-unit'}><label htmlFor="make-unitId">{t.labels.unitId}</label>{wrong('unitId')}<select id="make-unitId" name="unitId" defaultValue={mine.unitId ?? ''}><option value=""></option>{its.units.map((each) => <option key={each.id} value={each.id}>{each.name}</option>)}</select></div>
      {its.all && <details className="unfold only-kinds" open={chosen.kinds.length > 0 || !!failed?.problems.kinds} id="make-kinds"><summary>{t.kinds}</summary>{wrong('kinds')}<div className="choices row">{[...placeKinds].map(([key, kind]) => <label key={key} className="choice"><input type="checkbox" name="kinds" value={key} defaultChecked={chosen.kinds.includes(key)} /><span>{kind.name[language]}</span></label>)}</div></details>}
      <details className="unfold only-places" open={its.places.length > 0 || !!mine.find || !!failed?.problems.places} id="make-places"><summary>{t.chosen}</summary>{wrong('places')}
        <div className="pair"><div className="field"><label htmlFor="make-find">{t.find}</label><input id="make-find" name="find" type="search" maxLength={80} defaultValue={mine.find ?? ''} /></div><p><button type="submit" className="btn" formMethod="get">{t.search}</button></p></div>
        {view.failed?.form === 'make' && chosen.places.filter((id) => !its.places.some((each) => each.id === id)).map((id) => <input key={id} type="hidden" name="places" value={id} />)}
        {its.places.length > 0 ? <div className="choices">{its.places.map((each) => <label key={each.id} className="choice"><input type="checkbox" name="places" value={each.id} defaultChecked={chosen.places.includes(each.id)} /><span>{each.name}</span></label>)}</div> : mine.find && <p className="hint">{t.nothingFound}</p>}</details>
      <div className="actions"><Button kind="main" icon="done">{t.make}</Button><button type="submit" className="btn" formMethod="get" name="look" value="1">{t.look}</button></div>
    </ActionForm>
  )
}
