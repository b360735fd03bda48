import type { Ctx } from '#core/context/context.server.ts'
import { NotFound } from '#core/errors/errors.ts'
import { type Done, page, type View } from '#core/http/page.ts'
import { inLanguage } from '#core/text/language.ts'
import { ActionForm, Button, ErrorSummary, TextField } from '#ui/form.tsx'
import { PageHead } from '#ui/layout.tsx'
import { keptHours, keyOf, savePeriod, withPeriod } from '../change-hours.server.ts'
import { dayAt } from '../days.ts'
import { FullRows } from '../full-rows.tsx'
import { dateWords } from '../open-words.ts'
import { type FormKind, isSimple, mondayToFriday, periodOf, type Values, valuesOf, weekdays } from '../period-form.ts'
import { DayRows, WholeState } from '../time-rows.tsx'
import { hoursWords } from '../texts/index.ts'
import { WeekHours } from '../week-hours.tsx'

type P = { ownerId: string; kind: string }
const kinds: readonly string[] = ['week', 'season', 'exception']
const known = (kind: string): FormKind => { if (!kinds.includes(kind)) throw new NotFound(); return kind as FormKind }

async function read(ctx: Ctx, params: P, query: URLSearchParams) {
  const kind = known(params.kind)
  const its = await keptHours(ctx, params.ownerId)
  const key = query.get('key') || null
  const period = its.periods.find((each) => keyOf(each) === key) ?? null
  const looking = query.has('look') || query.has('copy')
  const full = looking ? query.get('full') === '1' : query.has('full') || (period !== null && !isSimple(period))
  const given: Values = looking ? Object.fromEntries([...query].filter(([, value]) => value.length <= 400)) : period ? valuesOf(period, full) : {}
  const values = query.has('copy') ? mondayToFriday(given) : given
  const draft = query.has('look') ? periodOf(values, kind, full) : null
  const preview = draft && 'period' in draft ? { periods: withPeriod(its.periods, key, draft.period), exceptions: its.exceptions, from: draft.period.from && draft.period.from > dayAt(ctx.now) ? draft.period.from : dayAt(ctx.now) } : null
  return { kind, id: params.ownerId, key: period ? key : null, version: its.version, full, mustBeFull: period !== null && !isSimple(period), values, preview, found: draft && 'problems' in draft ? draft.problems : null, name: inLanguage(its.owner.name, ctx.language) }
}

/** One period of someone's hours: the ordinary week, a season or an exception, with how it reads before anything is saved. */
export default page('/hours/:ownerId/:kind', {
  read,
  forms: {
    save: async (ctx: Ctx, { ownerId, kind }: P, form): Promise<Done> => {
      const values: Values = Object.fromEntries([...form].flatMap(([name, value]) => (typeof value === 'string' ? [[name, value.slice(0, 400)]] : [])))
      const done = await savePeriod(ctx, ownerId, { key: values.key || null, kind: known(kind), full: values.full === '1', version: Number(values.version) || 0, values })
      return 'problems' in done ? done : { to: `/hours/${ownerId}?done=saved` }
    },
  },
  head: ({ name, kind }, { language }) => ({ title: `${hoursWords(language).keep[kind]}: ${name}`, place: 'services', hidden: true }),
  view: (its, view) => {
    const words = hoursWords(view.language), t = words.keep
    const mine = view.failed ? view.failed.values : its.values
    const full = view.failed ? mine.full === '1' : its.full
    const failed = view.failed ?? (its.found ? { form: 'save', problems: its.found, values: its.values } : undefined)
    const shown = { values: mine, failed, language: view.language }
    const text = { does: 'save', failed: failed && { ...failed, values: mine }, language: view.language, words: words.problems }
    return (
      <div className="stack wide">
        <PageHead title={t[its.kind]} crumbs={[{ to: view.href(`/hours/${its.id}`), name: its.name }]}><p className="lead">{{ week: t.weekLead, season: t.seasonLead, exception: t.exceptionLead }[its.kind]}</p></PageHead>
        {its.mustBeFull && <p className="hint">{t.notSimple}</p>}
        {its.preview && (
          <section className="card ask stack" aria-labelledby="reads"><h2 id="reads">{t.reads}</h2><p className="hint">{t.lookHint}</p>
            <WeekHours hours={its.preview} view={view} from={its.preview.from} days={14} caption={`${dateWords(its.preview.from, view.language, dayAt(view.now))} –`} /></section>
        )}
        <ActionForm does="save" plain>
          <ErrorSummary failed={failed} does="save" labels={labelsOf(view, failed?.problems ?? {})} words={words.problems} language={view.language} />
          <input type="hidden" name="version" value={its.version} /><input type="hidden" name="key" value={(view.failed ? mine.key : its.key) ?? ''} /><input type="hidden" name="full" value={full ? '1' : ''} />
          {(its.kind !== 'week' || full) && (
            <>
              <div className="pair">
                <TextField {...text} name="from" type="date" label={its.kind === 'exception' ? t.firstDay : t.from} value={mine.from} optional={its.kind !== 'exception'} />
                <TextField {...text} name="until" type="date" label={its.kind === 'exception' ? t.lastDay : t.until} value={mine.until} optional {...(its.kind === 'exception' ? { hint: t.lastDayHint } : {})} />
              </div>
              <TextField {...text} name="name.fi" label={`${t.name} ${t.nameIn.fi}`} hint={its.kind === 'exception' ? t.nameExceptionHint : t.nameHint} value={mine['name.fi']} max={200} optional />
              <details className="unfold" open={!!(mine['name.sv'] || mine['name.en'])}><summary>{t.name} {t.nameIn.sv}, {t.nameIn.en}</summary>
                <TextField {...text} name="name.sv" label={`${t.name} ${t.nameIn.sv}`} value={mine['name.sv']} max={200} optional /><TextField {...text} name="name.en" label={`${t.name} ${t.nameIn.en}`} value={mine['name.en']} max={200} optional /></details>
            </>
          )}
          <WholeState {...shown} />
          {full ? <FullRows {...shown} /> : its.kind === 'exception' ? <DayRows {...shown} prefix="x" legend={t.times} /> : weekdays.map((day) => <DayRows key={day} {...shown} prefix={`d${day}`} legend={words.weekdays[day - 1]!} />)}
          {!full && its.kind !== 'exception' && <p><button type="submit" className="btn small" formMethod="get" name="copy" value="1">{t.copy}</button></p>}
          <div className="actions"><Button kind="main" icon="done">{t.save}</Button><button type="submit" className="btn" formMethod="get" name="look" value="1">{t.look}</button></div>
        </ActionForm>
        {its.key !== null && !its.mustBeFull && <p><a className="touch" href={view.href(`/hours/${its.id}/${its.kind}?key=${its.key}${full ? '' : '&full=1'}`)}>{full ? t.simple : t.full}</a></p>}
        {its.key === null && <p><a className="touch" href={view.href(`/hours/${its.id}/${its.kind}${full ? '' : '?full=1'}`)}>{full ? t.simple : t.full}</a></p>}
      </div>
    )
  },
})

/** What the fields are called in the list of what is to be mended: "tiistai: Alkaa klo". */
function labelsOf(view: View, problems: Record<string, string>): Record<string, string> {
  const words = hoursWords(view.language), t = words.keep
  const own: Record<string, string> = { from: t.from, until: t.until, form: '' }
  return Object.fromEntries(Object.keys(problems).map((name) => {
    const part = { start: t.start, end: t.end, state: t.how }[name.split('.').at(-1)!]
    const [, day] = /^d([1-7])\./.exec(name) ?? [], [, group] = /^g(\d+)\./.exec(name) ?? []
    return [name, own[name] ?? [day ? words.weekdays[Number(day) - 1] : group ? t.group(Number(group) + 1) : '', part ?? (group ? t.rule : '')].filter(Boolean).join(' · ')]
  }))
}
