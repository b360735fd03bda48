import { z } from 'zod'
import type { Ctx } from '#core/context/context.server.ts'
import { type Done, fields, page, type View } from '#core/http/page.ts'
import { may } from '#core/permissions/permissions.ts'
import { inLanguage, languages } from '#core/text/language.ts'
import { ActionForm, Button, ErrorSummary, TextArea } from '#ui/form.tsx'
import { Icon } from '#ui/icons.tsx'
import { Empty, LinkButton, PageHead, Said, Section } from '#ui/layout.tsx'
import { can } from '../../permissions.ts'
import { keptHours, keyOf, removePeriod, saveHoursNote } from '../change-hours.server.ts'
import { dayAt } from '../days.ts'
import { pathOf } from '../owner.server.ts'
import { type FormKind, kindOf } from '../period-form.ts'
import { periodDays, periodLines } from '../period-words.ts'
import type { Period } from '../periods.ts'
import { hoursWords } from '../texts/index.ts'
import { WeekHours } from '../week-hours.tsx'

const line = z.string().max(300, 'tooLong').default('')
const noteForm = z.object({ version: z.coerce.number().int(), fi: line, sv: line, en: line })

async function read(ctx: Ctx, ownerId: string) {
  const its = await keptHours(ctx, ownerId)
  return { ...its, sharing: may(ctx, can.keepExceptions), id: ownerId, path: pathOf(its.owner), name: inLanguage(its.owner.name, ctx.language), of: inLanguage(its.owner.entries[0]!.title, ctx.language), keyed: its.periods.map((period) => ({ period, key: keyOf(period), kind: kindOf(period) })) }
}

/** What a keeper does with someone's hours: the week, seasons, exceptions, and how it all reads. */
export default page('/hours/:ownerId', {
  read: (ctx, { ownerId }) => read(ctx, ownerId),
  forms: {
    remove: fields(z.object({ key: z.string().max(40) }), async (ctx, { ownerId }: { ownerId: string }, { key }): Promise<Done> => { const done = await removePeriod(ctx, ownerId, key); return 'problems' in done ? done : { to: `/hours/${ownerId}?done=removed` } }),
    note: fields(noteForm, async (ctx, { ownerId }: { ownerId: string }, { version, ...note }): Promise<Done> => { const done = await saveHoursNote(ctx, ownerId, note, version); return 'problems' in done ? done : { to: `/hours/${ownerId}?done=saved` } }),
  },
  head: ({ name }, { language }) => ({ title: hoursWords(language).keep.title(name), place: 'services', hidden: true }),
  view: (its, view) => {
    const words = hoursWords(view.language), t = words.keep, today = dayAt(view.now)
    const list = (kind: FormKind) => its.keyed.filter((each) => each.kind === kind && !(each.period.until && each.period.until < today)).sort((a, b) => ((a.period.from ?? '') < (b.period.from ?? '') ? -1 : 1))
    const past = its.keyed.filter((each) => each.period.until && each.period.until < today)
    const to = (kind: FormKind, key?: string) => view.href(`/hours/${its.id}/${kind}${key ? `?key=${key}` : ''}`)
    const row = (each: (typeof its.keyed)[number]) => <PeriodRow key={each.key} period={each.period} name={nameOf(each.period, each.kind, view)} keyed={each.key} to={to(each.kind, each.key)} view={view} />
    const done = view.query.get('done')
    return (
      <div className="stack wide">
        {(done === 'saved' || done === 'removed') && !view.failed && <Said>{t[done]}</Said>}
        <PageHead title={t.title(its.name)} crumbs={[{ to: view.href(its.path), name: its.owner.of === 'place' ? words.page.short : its.of }]}><p className="lead">{t.lead}</p></PageHead>
        <ErrorSummary failed={view.failed} does="remove" labels={{}} words={words.problems} language={view.language} />
        {its.periods.length === 0 && <Empty icon="clock">{t.noneYet}</Empty>}
        {(['week', 'season', 'exception'] as const).map((kind) => {
          const here = list(kind)
          return (
            <Section key={kind} id={kind} title={{ week: t.week, season: words.page.seasons, exception: words.page.coming }[kind]}>
              {here.length > 0 && <ul className="card rows">{here.map(row)}</ul>}
              {(kind !== 'week' || here.length === 0) && <p className="actions">{kind === 'exception' && its.sharing && <LinkButton to={view.href('/admin/exceptions')} icon="calendar">{words.shared.title}</LinkButton>}<LinkButton to={to(kind)} icon="plus" {...(kind === 'week' ? { kind: 'main' as const } : {})}>{{ week: t.addWeek, season: t.addSeason, exception: t.addException }[kind]}</LinkButton></p>}
            </Section>
          )
        })}
        {its.exceptions.some((each) => each.until >= today) && (
          <Section id="shared" title={t.shared}>
            <p className="hint">{t.sharedLead}</p>
            <ul className="card rows">{its.exceptions.filter((each) => each.until >= today).sort((a, b) => (a.from < b.from ? -1 : 1)).map((each) => <li key={each.id}><Icon name="calendar" /><div className="t"><b>{inLanguage(each.name, view.language)}</b><small>{periodDays(each, view.language, today)}</small></div></li>)}</ul>
          </Section>
        )}
        {its.periods.length > 0 && <Section id="reads" title={t.reads}><WeekHours hours={its} view={view} days={14} /></Section>}
        <Section id="note" title={t.note}>
          <ActionForm does="note"><ErrorSummary failed={view.failed} does="note" labels={{}} words={words.problems} language={view.language} />
            <input type="hidden" name="version" value={its.version} />
            <p className="hint">{t.noteHint}</p>
            {languages.map((language) => <TextArea key={language} does="note" name={language} label={t.nameIn[language]} rows={2} max={300} optional value={its.note?.[language]} failed={view.failed} language={view.language} />)}
            <p><Button>{t.save}</Button></p></ActionForm>
        </Section>
        {past.length > 0 && <details className="unfold"><summary>{t.past} ({past.length})</summary><ul className="card rows">{past.map(row)}</ul></details>}
      </div>
    )
  },
})

const nameOf = (period: Period, kind: FormKind, view: View) => inLanguage(period.name, view.language) || hoursWords(view.language).keep[kind]
function PeriodRow({ period, name, keyed, to, view }: { period: Period; name: string; keyed: string; to: string; view: View }) {
  const t = hoursWords(view.language).keep, days = periodDays(period, view.language, dayAt(view.now))
  const what = [name, days].filter(Boolean).join(' ')
  return (
    <li><div className="t"><b>{name}</b>{days && <small>{days}</small>}{periodLines(period, view.language).map((one) => <p key={one}>{one}</p>)}
      <div className="actions"><a className="btn small" href={to} aria-label={t.editOf(what)}><Icon name="edited" />{t.edit}</a>
        <ActionForm does="remove" className="inline"><input type="hidden" name="key" value={keyed} /><button type="submit" className="btn quiet small" aria-label={t.removeOf(what)}><Icon name="remove" />{t.remove}</button></ActionForm></div></div></li>
  )
}
