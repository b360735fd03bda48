import type { Ctx } from '#core/context/context.server.ts'
import { page } from '#core/http/page.ts'
import { dayAndTime } from '#core/text/format.ts'
import { Button } from '#ui/form.tsx'
import { Icon } from '#ui/icons.tsx'
import { Empty, PageHead, Section } from '#ui/layout.tsx'
import { uiWords } from '#ui/texts/index.ts'
import { listCounters, placesFound } from '../counters.server.ts'
import { occupancyWords } from '../texts/index.ts'

async function read(ctx: Ctx, _params: object, query: URLSearchParams) {
  const asked = (query.get('q') ?? '').trim().slice(0, 60)
  return { counters: await listCounters(ctx), asked, places: asked ? await placesFound(ctx, asked) : [] }
}

/** Every counter with how it does, and the way to a new one. */
export default page('/admin/counters', {
  read,
  head: (_data, { language }) => ({ title: occupancyWords(language).admin.title, hidden: true, place: 'desk' }),
  view({ counters, asked, places }, view) {
    const { language } = view
    const t = occupancyWords(language).admin
    return (
      <div className="stack wide">
        <PageHead title={t.title} crumbs={[{ to: view.href('/admin'), name: uiWords(language).places.admin }]}><p className="lead">{t.lead}</p></PageHead>
        {counters.length === 0 ? <Empty icon="gauge">{t.none}</Empty> : (
          <ul className="card rows">
            {counters.map((each) => (
              <li key={each.id}><div className="t">
                <a href={view.href(`/admin/counters/${each.id}`)}>{each.place}{each.name !== each.place && `: ${each.name}`}</a>
                <p className="meta">
                  {each.pausedAt ? <span><Icon name="clock" /> {t.paused}</span> : each.fault ? <span className="problem"><Icon name="no" /> {t.broken}: {occupancyWords(language).faults[each.fault]}</span> : each.countedAt ? <span><Icon name="done" /> {t.works}</span> : <span><Icon name="clock" /> {t.never}</span>}
                  <span>{occupancyWords(language).ways[each.way]}</span><span>{t.capacity(each.capacity)}</span>{each.countedAt && <span>{t.heard(dayAndTime(each.countedAt, language, view.now))}</span>}
                </p>
              </div></li>
            ))}
          </ul>
        )}
        <Section id="new" title={t.make}>
          <form method="get" action={view.href('/admin/counters')} className="stack">
            <div className="field"><label htmlFor="q">{t.find}</label><p className="hint" id="q-hint">{t.findHint}</p><input id="q" name="q" type="search" defaultValue={asked} aria-describedby="q-hint" maxLength={60} /></div>
            <p className="actions"><Button icon="search">{t.search}</Button></p>
          </form>
          {asked && (places.length === 0 ? <p role="status">{t.noneFound}</p> : <ul className="card rows" aria-live="polite">{places.map((each) => <li key={each.id}><div className="t"><a href={view.href(`/admin/counters/new?place=${each.id}`)}>{each.name}</a></div></li>)}</ul>)}
        </Section>
      </div>
    )
  },
})
