import { fields, page, type View } from '#core/http/page.ts'
import { PageHead, Section } from '#ui/layout.tsx'
import { AskCards } from '#modules/satisfaction/ui'
import { Following, GoingOn } from '../around.tsx'
import { followAround, rhythmForm, unfollowAround } from '../follow.server.ts'
import { showUnit, type ShownUnit } from '../show.server.ts'
import { topicsWords } from '../texts/index.ts'

type P = { unitId: string }

export default page('/units/:unitId', {
  read: (ctx, { unitId }) => showUnit(ctx, unitId),
  forms: {
    follow: fields(rhythmForm, (ctx, { unitId }: P, input) => followAround(ctx, { unitId }, input)),
    unfollow: (ctx, { unitId }) => unfollowAround(ctx, { unitId }),
  },
  head: ({ name }, { language }) => ({ title: name, description: topicsWords(language).of(name), place: 'participate' }),
  view: (its, view) => <Unit its={its} view={view} />,
})

function Unit({ its, view }: { its: ShownUnit; view: View }) {
  const t = topicsWords(view.language)
  return (
    <div className="stack wide">
      <PageHead title={its.name} crumbs={[{ to: view.href('/topics'), name: t.title }]} />
      <Following name={its.name} followers={its.followers} mine={its.mine} url={its.url} guest={`/follow/unit/${its.id}`} view={view} />
      {its.topics.length > 0 && <Section id="topics" title={t.unitTopics}><ul className="filters">{its.topics.map((each) => <li key={each.id}><a className="chip" href={view.href(`/topics/${each.id}`)}>{each.name}</a></li>)}</ul></Section>}
      <AskCards asked={its.asked} view={view} />
      <GoingOn groups={its.groups} narrow={{ unit: its.id }} view={view} />
    </div>
  )
}
