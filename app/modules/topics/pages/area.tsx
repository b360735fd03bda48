import { fields, page, type View } from '#core/http/page.ts'
import { PageHead, Section } from '#ui/layout.tsx'
import { AreaMap } from '../areas/area-map.tsx'
import { Following, GoingOn } from '../around.tsx'
import { followAround, rhythmForm, unfollowAround } from '../follow.server.ts'
import { showArea, type ShownArea } from '../show.server.ts'
import { topicsWords } from '../texts/index.ts'

type P = { key: string }

export default page('/areas/:key', {
  read: (ctx, { key }) => showArea(ctx, key),
  forms: {
    follow: fields(rhythmForm, (ctx, { key }: P, input) => followAround(ctx, { area: key }, input)),
    unfollow: (ctx, { key }) => unfollowAround(ctx, { area: key }),
  },
  head: ({ name }, { language }) => ({ title: name, description: topicsWords(language).of(name), place: 'participate' }),
  view: (its, view) => <Area its={its} view={view} />,
})

function Area({ its, view }: { its: ShownArea; view: View }) {
  const t = topicsWords(view.language)
  return (
    <div className="stack wide">
      <PageHead title={its.name} crumbs={[{ to: view.href('/topics'), name: t.title }]} />
      <Following name={its.name} followers={its.followers} mine={its.mine} url={its.url} guest={`/follow/area/${encodeURIComponent(its.key)}`} view={view} />
      {its.map && <AreaMap its={its.map} label={t.mapOf(its.name)} />}
      {its.places.length > 0 && <Section id="places" title={t.knownPlaces}><p>{its.places.map((each) => each.name).join(' · ')}</p></Section>}
      <GoingOn groups={its.groups} narrow={{ area: its.key }} view={view} />
    </div>
  )
}
