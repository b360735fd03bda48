import { page } from '#core/http/page.ts'
import { dayAndTime } from '#core/text/format.ts'
import { may } from '#core/permissions/permissions.ts'
import { Empty, Fact, LinkButton, PageHead } from '#ui/layout.tsx'
import { announcedNow } from '../announce.server.ts'
import { can } from '../permissions.ts'
import { workWords } from '../texts/index.ts'

/** The works and outages that people have been told of, for anyone. */
export default page('/work/announced', {
  read: async (ctx) => ({ announced: await announcedNow(ctx), mayAnnounce: may(ctx, can.read) }),
  head: (_data, { language }) => ({ title: workWords(language).announcedTitle, description: workWords(language).announcing.nowLead, place: 'services' }),
  view: ({ announced, mayAnnounce }, view) => {
    const words = workWords(view.language)
    const t = words.announcing
    return (
      <>
        <PageHead title={words.announcedTitle}><p className="lead">{t.nowLead}</p>{mayAnnounce && <p className="actions"><LinkButton icon="plus" to={view.href('/work/announce')}>{words.announce}</LinkButton></p>}</PageHead>
        {announced.length === 0 ? <Empty icon="done">{t.none}</Empty> : (
          <ul className="card rows">{announced.map((each) => (
            <li key={each.id}><div className="t">
              <a className="title" href={view.href(`/work/${each.id}`)} lang={each.lang}>{each.title}</a>
              <p lang={each.lang}>{each.text}</p>
              <p className="meta"><Fact icon={each.kind === 'outage' ? 'danger' : 'road'}>{each.startsAt <= view.now ? words.face.on : words.face.coming}</Fact><Fact icon="clock">{t.fromTo(dayAndTime(each.startsAt, view.language, view.now), dayAndTime(each.endsAt, view.language, view.now))}</Fact>{each.place && <Fact icon="place">{each.place}</Fact>}</p>
            </div></li>
          ))}</ul>
        )}
      </>
    )
  },
})
