import { fields, page } from '#core/http/page.ts'
import { day, dayAndTime, number } from '#core/text/format.ts'
import { atWallClock } from '#core/time/local.ts'
import { ActionForm, Button } from '#ui/form.tsx'
import { Empty, Fact, PageHead, Said, Section } from '#ui/layout.tsx'
import { countsByDay, type DayCount, listFailures, retry, retryForm } from '../failures.server.ts'
import { noticesWords } from '../texts/index.ts'

/** How messages have gone, for the municipality's admin: counts by day and channel, and what failed with its way on. */
export default page('/admin/notices', {
  read: async (ctx) => ({ days: await countsByDay(ctx), ...await listFailures(ctx) }),
  forms: {
    one: fields(retryForm, async (ctx, _params, which) => { await retry(ctx, which); return { to: '/admin/notices?retried=yes' } }),
    all: async (ctx) => { await retry(ctx, 'all'); return { to: '/admin/notices?retried=yes' } },
  },
  head: (_data, { language }) => ({ title: noticesWords(language).admin.title, place: 'desk', hidden: true }),
  view: ({ days, all, failures }, view) => {
    const { language } = view
    const t = noticesWords(language).admin
    return (
      <>
        <PageHead title={t.title} crumbs={[{ to: view.href('/admin'), name: t.back }]}><p className="lead">{t.lead}</p></PageHead>
        {view.query.has('retried') && <Said>{t.retried}</Said>}
        <Section title={t.failures} id="failures" {...(failures.length > 1 ? { more: <ActionForm does="all" className="inline"><Button small>{t.retryAll}</Button></ActionForm> } : {})}>
          {failures.length === 0 ? <Empty icon="done">{t.noFailures}</Empty> : (
            <ul className="card rows">
              {failures.map((each) => (
                <li key={`${each.channel} ${each.id}`}><div className="t">
                  <b>{t.channel[each.channel]}: {each.to}</b>
                  <p className="brief">{each.reason}</p>
                  <p className="meta"><time dateTime={each.at.toISOString()}>{dayAndTime(each.at, language, view.now)}</time><span>{t.attempts(each.attempts)}</span><Fact icon="clock">{each.again ? t.again(dayAndTime(each.again, language, view.now)) : t.givenUp}</Fact></p>
                  <ActionForm does="one" className="inline" label={`${t.retry}: ${t.channel[each.channel]}, ${each.to}`}><input type="hidden" name="channel" value={each.channel} /><input type="hidden" name="id" value={each.id} /><Button small>{t.retry}</Button></ActionForm>
                </div></li>
              ))}
            </ul>
          )}
          {all > failures.length && <p>{t.more(all - failures.length)}</p>}
        </Section>
        <Section title={t.counts} id="counts">
          {days.length === 0 ? <Empty icon="bell">{t.noCounts}</Empty> : (
            <div className="scroller" role="region" aria-label={t.countsCaption} tabIndex={0}><table>
              <caption className="visually-hidden">{t.countsCaption}</caption>
              <thead><tr><th scope="col">{t.day}</th><th scope="col" className="n">{t.inApp}</th><th scope="col" className="n">{t.mail}</th><th scope="col" className="n">{t.push}</th></tr></thead>
              <tbody>{days.map((each) => (
                <tr key={each.day}><th scope="row">{day(atWallClock(each.day, '12:00:00'), language, view.now)}</th><td className="n">{number(each.inApp, language)}</td><td className="n"><Count its={each.mail} /></td><td className="n"><Count its={each.push} /></td></tr>
              ))}</tbody>
            </table></div>
          )}
        </Section>
      </>
    )

    function Count({ its }: { its: DayCount['mail'] }) {
      const rest = [its.waiting > 0 && t.waiting(its.waiting), its.failed > 0 && t.failed(its.failed)].filter(Boolean).join(', ')
      return <>{number(its.sent, language)}{rest && <small> ({rest})</small>}</>
    }
  },
})
