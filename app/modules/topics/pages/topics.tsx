import { page } from '#core/http/page.ts'
import { Empty, Fact, LinkButton, PageHead, Section } from '#ui/layout.tsx'
import { listTopics } from '../show.server.ts'
import { topicsWords } from '../texts/index.ts'

/** Everything that can be followed by what it is about, where it is or who answers for it. */
export default page('/topics', {
  read: (ctx) => listTopics(ctx),
  head: (_data, { language }) => ({ title: topicsWords(language).title, description: topicsWords(language).lead, place: 'participate' }),
  view: ({ topics, areas, units, may }, view) => {
    const t = topicsWords(view.language)
    return (
      <div className="stack wide">
        <PageHead title={t.title} crumbs={[{ to: view.href('/participate'), name: t.participate }]}>
          <p className="lead">{t.lead}</p>
          <p className="actions"><LinkButton icon="place" to={view.href('/me/places')}>{t.toPlaces}</LinkButton>{may.administer && <LinkButton kind="quiet" icon="settings" to={view.href('/admin/topics')}>{t.toAdmin}</LinkButton>}</p>
        </PageHead>
        <Section id="topics" title={t.topics}>
          {topics.length === 0 ? <Empty icon="list">{t.noTopics}</Empty> : (
            <ul className="card rows">
              {topics.map((each) => (
                <li key={each.id}><div className="t">
                  <a href={view.href(`/topics/${each.id}`)}>{each.name}</a>
                  {each.followers !== null && <p className="meta small"><Fact icon="people">{t.followers(each.followers)}</Fact></p>}
                  {each.parts.length > 0 && <ul className="filters parts">{each.parts.map((part) => <li key={part.id}><a className="chip" href={view.href(`/topics/${part.id}`)}>{part.name}</a></li>)}</ul>}
                </div></li>
              ))}
            </ul>
          )}
        </Section>
        {areas.length > 0 && <Section id="areas" title={t.areas}><ul className="filters">{areas.map((each) => <li key={each.key}><a className="chip" href={view.href(`/areas/${encodeURIComponent(each.key)}`)}>{each.name}</a></li>)}</ul></Section>}
        <Section id="units" title={t.units}><ul className="filters">{units.map((each) => <li key={each.id}><a className="chip" href={view.href(`/units/${each.id}`)}>{each.name}</a></li>)}</ul></Section>
      </div>
    )
  },
})
