import { z } from 'zod'
import { fields, page, type View } from '#core/http/page.ts'
import { Fact, PageHead, Section } from '#ui/layout.tsx'
import { Following, GoingOn } from '../around.tsx'
import { followAround, rhythmForm, unfollowAround } from '../follow.server.ts'
import { hideProfessional, joinForm, joinNetwork, leaveNetwork } from '../network/join.server.ts'
import { NetworkPart } from '../network/part.tsx'
import { type ShownTopic, showTopic } from '../show.server.ts'
import { topicsWords } from '../texts/index.ts'

type P = { topicId: string }

export default page('/topics/:topicId', {
  read: (ctx, { topicId }) => showTopic(ctx, topicId),
  forms: {
    follow: fields(rhythmForm, (ctx, { topicId }: P, input) => followAround(ctx, { topicId }, input)),
    unfollow: (ctx, { topicId }) => unfollowAround(ctx, { topicId }),
    join: fields(joinForm, async (ctx, { topicId }: P, input) => (await joinNetwork(ctx, topicId, { ...input, shown: input.shown ? 'on' : undefined })) ?? { to: `/topics/${topicId}?joined=1#network` }),
    leave: async (ctx, { topicId }) => { await leaveNetwork(ctx, topicId); return { to: `/topics/${topicId}?left=1#network` } },
    hide: fields(z.object({ id: z.string() }), (ctx, { topicId }: P, { id }) => hideProfessional(ctx, topicId, id)),
  },
  head: ({ id, name }, { language }) => ({ title: name, description: topicsWords(language).of(name), place: 'participate', feed: `/topics/${id}.atom` }),
  view: (its, view) => <Topic its={its} view={view} />,
})

function Topic({ its, view }: { its: ShownTopic; view: View }) {
  const t = topicsWords(view.language)
  return (
    <div className="stack wide">
      <PageHead title={its.name} crumbs={[{ to: view.href('/topics'), name: t.title }, ...(its.parent ? [{ to: view.href(`/topics/${its.parent.id}`), name: its.parent.name }] : [])]}>
        <p className="meta"><Fact icon="organisation">{t.answers} <a href={view.href(`/units/${its.unit.id}`)}>{its.unit.name}</a></Fact></p>
      </PageHead>
      <Following name={its.name} followers={its.followers} mine={its.mine} url={its.url} guest={`/follow/topic/${its.id}`} view={view} />
      {its.parts.length > 0 && <Section id="parts" title={t.parts}><ul className="filters">{its.parts.map((part) => <li key={part.id}><a className="chip" href={view.href(`/topics/${part.id}`)}>{part.name}</a></li>)}</ul></Section>}
      <GoingOn groups={its.groups} narrow={{ topic: its.id }} view={view} />
      <NetworkPart topicId={its.id} its={its.network} view={view} />
    </div>
  )
}
