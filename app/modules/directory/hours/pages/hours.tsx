import type { Ctx } from '#core/context/context.server.ts'
import { page, type View } from '#core/http/page.ts'
import { day } from '#core/text/format.ts'
import { inLanguage } from '#core/text/language.ts'
import { Icon } from '#ui/icons.tsx'
import { Empty, LinkButton, PageHead, Prose, Said, Section } from '#ui/layout.tsx'
import { addDays, dayAt, mondayOf, weekdayOf } from '../days.ts'
import type { Hours } from '../hours.server.ts'
import { OpenNow } from '../open-now.tsx'
import { timesOf } from '../open-words.ts'
import { periodDays, periodLines } from '../period-words.ts'
import { comingExceptions, showHours } from '../show-hours.server.ts'
import { hoursWords } from '../texts/index.ts'
import { WeekHours } from '../week-hours.tsx'

/** When a place is open: this week and the next, what differs in the coming months, its seasons, its rooms and its telephones. */
export default page('/places/:placeId/hours', {
  read: (ctx: Ctx, { placeId }) => showHours(ctx, placeId),
  head: ({ name, id }, { language }) => ({ title: hoursWords(language).page.title(name), place: 'services', live: id }),
  view: (its, view) => {
    const t = hoursWords(view.language).page
    return (
      <div className="stack wide">
        {view.query.has('kept') && <Said>{t.kept}</Said>}
        <PageHead title={t.title(its.name)} lang={its.lang} crumbs={[{ to: view.href('/places'), name: t.places }, { to: view.href(`/places/${its.id}`), name: its.name }]}>
          {its.hours && <p><OpenNow hours={its.hours} view={view} /></p>}
        </PageHead>
        {its.hours ? <Shown hours={its.hours} view={view} /> : <Empty icon="closed" action={<LinkButton to={view.href(`/places/${its.id}`)}>{t.askPlace}</LinkButton>}>{t.none}</Empty>}
        {its.keeps && <p className="actions"><LinkButton to={view.href(`/hours/${its.id}`)} icon="edited">{t.change}</LinkButton></p>}
        {([['rooms', its.rooms], ['channels', its.channels]] as const).map(([what, parts]) => parts.length > 0 && (
          <Section key={what} id={what} title={t[what]}>
            {parts.map((each) => (
              <div key={each.id} className="card stack tight">
                <h3>{each.name}</h3>
                {each.hours ? <><p><OpenNow hours={each.hours} view={view} days={1} /></p><details className="unfold"><summary>{t.sevenDays}</summary><WeekHours hours={each.hours} view={view} days={7} /></details></> : <p className="hint">{t.none}</p>}
                {its.keeps && <p><a className="touch" href={view.href(`/hours/${each.id}`)}>{t.changeOf(each.name)}</a></p>}
              </div>
            ))}
          </Section>
        ))}
      </div>
    )
  },
})

function Shown({ hours, view }: { hours: Hours; view: View }) {
  const { language, now } = view
  const t = hoursWords(language).page, today = dayAt(now)
  const coming = comingExceptions(hours, now)
  const others = hours.periods.filter((each) => !each.override && (each.from || each.until || hours.periods.filter((one) => !one.from && !one.until && !one.override).length > 1 || each.groups.some((group) => group.rules.length > 0)) && (!each.until || each.until >= today)).sort((a, b) => ((a.from ?? '') < (b.from ?? '') ? -1 : 1))
  return (
    <>
      <div className="weeks">
        <WeekHours hours={hours} view={view} days={8 - weekdayOf(today)} caption={t.thisWeek} />
        <WeekHours hours={hours} view={view} from={addDays(mondayOf(today), 7)} caption={t.nextWeek} />
      </div>
      {hours.note && <Section id="note" title={t.noteTitle}><Prose text={inLanguage(hours.note, language)} /></Section>}
      <Section id="exceptions" title={t.coming}>
        {coming.length === 0 ? <p className="hint">{t.noExceptions}</p> : (
          <ul className="card rows">{coming.map((each) => (
            <li key={each.day}><Icon name="calendar" /><div className="t"><b>{periodDays({ from: each.day, until: each.until }, language, today)}</b><p>{each.spans.map((span) => timesOf(span, language)).join(', ')}</p>{each.name && <small>{inLanguage(each.name, language)}</small>}</div></li>
          ))}</ul>
        )}
      </Section>
      {others.length > 0 && (
        <Section id="seasons" title={t.seasons}>
          <ul className="card rows">{others.map((each, i) => (
            <li key={i}><div className="t"><b>{[inLanguage(each.name, language), periodDays(each, language, today)].filter(Boolean).join(' · ') || t.usual}</b>{periodLines(each, language).map((line) => <p key={line}>{line}</p>)}</div></li>
          ))}</ul>
        </Section>
      )}
      <p className="meta"><span>{t.changed(day(hours.changedAt, language, now))}</span></p>
    </>
  )
}
