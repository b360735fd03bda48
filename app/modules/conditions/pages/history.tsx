import type { Ctx } from '#core/context/context.server.ts'
import { page, type View } from '#core/http/page.ts'
import { clock, day } from '#core/text/format.ts'
import { atWallClock, wallClock } from '#core/time/local.ts'
import { Icon } from '#ui/icons.tsx'
import { Empty, LinkButton, PageHead, Section } from '#ui/layout.tsx'
import { type Curve, historyOf } from '../history.server.ts'
import { numberSaid, observedSaid } from '../say.ts'
import { conditionWords } from '../texts/index.ts'
import { maintenanceOf, propertyOf } from '../vocabulary.ts'

type P = { placeId: string }

/** What a place has been like in the last two weeks, and what was done for it. */
export default page('/places/:placeId/conditions', {
  read: (ctx: Ctx, { placeId }: P) => historyOf(ctx, placeId),
  head: ({ place }, { language }) => ({ title: conditionWords(language).page.title(place.name), description: conditionWords(language).page.lead, place: 'services', feed: `/places/${place.id}/conditions.atom` }),
  view: (data, view) => <History data={data} view={view} />,
})

function History({ data: { place, kind, seen, more, curves, done }, view }: { data: Awaited<ReturnType<typeof historyOf>>; view: View }) {
  const { language, now } = view
  const t = conditionWords(language)
  const told = [
    ...seen.map((each) => { const property = propertyOf(kind, each.property)!; return { id: each.id, at: each.observedAt, icon: property.icon, words: `${property.name[language]}: ${observedSaid(kind, each, language)}`, source: each.source } }),
    ...done.map((each) => { const care = maintenanceOf(kind).find((one) => one.key === each.what)!; return { id: each.id, at: each.at, icon: care.icon, words: care.name[language], source: each.source } }),
  ].sort((a, b) => b.at.getTime() - a.at.getTime())
  const days = [...Map.groupBy(told, (each) => wallClock(each.at).day)], nothing = told.length === 0 && curves.length === 0
  return (
    <div className="stack wide">
      <PageHead title={t.page.title(place.name)} crumbs={[{ to: view.href(`/places/${place.id}`), name: place.name }]}><p className="lead">{t.page.lead}</p></PageHead>
      {nothing && <Empty icon="activity" action={place.mayObserve && <LinkButton to={view.href(`/field/places?place=${place.id}`)} icon="edited">{t.update}</LinkButton>}><b>{t.page.none}</b> {t.page.noneText}</Empty>}
      {curves.map((curve) => <NumberCurve key={curve.property} kind={kind} its={curve} view={view} />)}
      {more !== null && <p className="hint">{t.page.more(more)}</p>}
      {days.map(([date, its]) => (
        <Section key={date} title={day(its[0]!.at, language, now)} id={`day-${date}`}>
          <ul className="card rows">{its.map((each) => <li key={each.id}><Icon name={each.icon} /><div className="t"><b>{each.words}</b><p className="meta"><time dateTime={each.at.toISOString()}>{clock(each.at, language)}</time><span>{t.source[each.source]}</span></p></div></li>)}</ul>
        </Section>
      ))}
      <p className="actions"><a className="btn quiet" href={view.href(`/places/${place.id}/conditions.atom`)}><Icon name="feed" />{t.page.feed}</a></p>
    </div>
  )
}

const [width, height] = [320, 96]
/** A number by the hour as a curve, its lowest and highest said beside it, and the same by the day as a table. */
function NumberCurve({ kind, its, view }: { kind: string; its: Curve; view: View }) {
  const { language, now } = view
  const t = conditionWords(language).page, property = propertyOf(kind, its.property)!
  const all = its.hours.map((each) => each.mean), low = Math.min(...all), high = Math.max(...all), span = Math.max(high - low, 1)
  const first = its.hours[0]!.at.getTime(), time = Math.max((its.hours.at(-1)!.at.getTime() - first), 1)
  const x = (at: Date) => Math.round(((at.getTime() - first) / time) * width * 10) / 10, y = (value: number) => Math.round((height - ((value - low) / span) * height) * 10) / 10
  // past its expiry nobody knows what it was like: the line breaks there
  const line = its.hours.map((each, i) => `${i === 0 || each.at.getTime() - its.hours[i - 1]!.at.getTime() > property.measure!.hours * 3_600_000 ? `M${x(each.at)} ${y(each.mean)}h0` : `L${x(each.at)} ${y(each.mean)}`}`).join('')
  const said = (value: number) => numberSaid(property, value, language), date = (of: Date) => day(of, language, now)
  return (
    <Section title={property.name[language]} id={`of-${its.property}`}>
      <figure className="curve card">
        <p className="meta"><span>{t.lowest}: <b>{said(Math.min(...its.days.map((each) => each.low)))}</b></span><span>{t.highest}: <b>{said(Math.max(...its.days.map((each) => each.high)))}</b></span><span>{t.latest}: <b>{said(its.days[0]!.last)}</b></span></p>
        {its.hours.length > 1 && <><svg viewBox={`-4 -6 ${width + 8} ${height + 12}`} role="img" aria-label={t.chart(property.name[language], date(its.hours[0]!.at), date(its.hours.at(-1)!.at))}><path className="line" d={line} fill="none" /><circle cx={x(its.hours.at(-1)!.at)} cy={y(its.hours.at(-1)!.mean)} r="4" /></svg>
          <figcaption className="meta small"><span>{date(its.hours[0]!.at)}</span><span>{date(its.hours.at(-1)!.at)}</span></figcaption></>}
        <details className="fold"><summary>{t.asTable}</summary>
          <div className="scroller" tabIndex={0} role="region" aria-label={t.asTable}><table>
            <thead><tr><th scope="col">{t.day}</th><th scope="col" className="n">{t.lowest}</th><th scope="col" className="n">{t.highest}</th><th scope="col" className="n">{t.latest}</th></tr></thead>
            <tbody>{its.days.map((each) => <tr key={each.day}><th scope="row">{date(atWallClock(each.day, '12:00:00'))}</th><td className="n">{said(each.low)}</td><td className="n">{said(each.high)}</td><td className="n">{said(each.last)}</td></tr>)}</tbody>
          </table></div>
        </details>
      </figure>
    </Section>
  )
}
