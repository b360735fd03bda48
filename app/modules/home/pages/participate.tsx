import { page } from '#core/http/page.ts'
import { ago, number } from '#core/text/format.ts'
import { kinds, stageSign, subjectPath } from '#core/trail/kind.ts'
import { Empty, LinkButton, PageHead, Section } from '#ui/layout.tsx'
import { Icon } from '#ui/icons.tsx'
import { StageMark, stageIcon } from '#ui/stage.tsx'
import { uiWords } from '#ui/texts/index.ts'
import { type Door, Doors } from '../doors.tsx'
import { answeredLately, stageCounts } from '../portfolio.server.ts'
import { homeWords } from '../texts/index.ts'

export default page('/participate', {
  read: async (ctx) => {
    const [stages, answered] = await Promise.all([stageCounts(ctx), answeredLately(ctx, 5)])
    return { stages, answered }
  },
  head: (_data, { language }) => ({ title: homeWords(language).participate, description: homeWords(language).participateLead, place: 'participate', feed: '/ideas.atom' }),
  view({ stages, answered }, view) {
    const t = homeWords(view.language)
    return (
      <>
        <PageHead title={t.participate}><p className="lead">{t.participateLead}</p></PageHead>
        <p className="actions"><LinkButton to={view.href('/ideas/new')} kind="main" icon="idea">{t.sendIdea}</LinkButton>{kinds().has('report') && <LinkButton to={view.href('/feedback/new')} icon="place">{t.sendReport}</LinkButton>}<LinkButton to={view.href('/ideas')} icon="list">{t.browse}</LinkButton><LinkButton to={view.href('/ideas?view=map')} icon="map">{t.map}</LinkButton></p>
        <nav className="filters slide" aria-label={t.browse}>
          {([['newest', t.newest], ['supported', t.supported], ['moving', t.moved], ['unanswered', t.unanswered]] as const).map(([sort, name]) => <a key={sort} className="chip" href={view.href(`/ideas?sort=${sort}`)}>{name}</a>)}
        </nav>
        <Doors doors={doorsOf(t, view.href)} />
        <Section id="spiral" title={t.spiral}>
          <p className="meta">{t.spiralLead}</p>
          <ol className="spiral card">
            {stages.map(({ stage, count }) => (
              <li key={stage} className={`is-${stage}`}>
                <a href={view.href(`/ideas?stage=${stage}`)}>
                  <span className="node"><Icon name={stageIcon[stage]} /></span>
                  <span className="t"><b>{uiWords(view.language).stage[stage]}</b><small>{t.step[stage]}</small></span>
                  <span className="number">{number(count, view.language)}</span>
                </a>
              </li>
            ))}
          </ol>
          <p className="meta loop"><Icon name="restored" /><span>{t.loop}</span></p>
        </Section>
        <Section id="answered" title={t.answered}>
          {answered.length === 0 ? <Empty icon="answered">{t.noAnswers}</Empty> : (
            <ul className="card rows">
              {answered.map((each) => (
                <li key={each.id}><div className="t"><a className="go" href={view.href(subjectPath(each.kind, each.id))}>{each.title}</a>
                  <p className="meta"><StageMark stage={each.stage} language={view.language} sign={stageSign(each.kind, each.stage, view.language)} />{each.unit && <span>{each.unit}</span>}<time dateTime={each.answeredAt.toISOString()}>{ago(each.answeredAt, view.language, view.now)}</time></p></div></li>
              ))}
            </ul>
          )}
        </Section>
      </>
    )
  },
})

/** Ways to what the house has besides ideas: a kind has a door when its module is there. */
function doorsOf(t: ReturnType<typeof homeWords>, href: (path: string) => string): Door[] {
  const ways = [['report', 'place', t.doors.reports], ['matter', 'text', t.doors.matters], ['agendaItem', 'calendar', t.doors.meetings], ['initiative', 'sign', t.doors.initiatives]] as const
  return [
    ...ways.flatMap(([kind, icon, [title, hint]]) => { const list = kinds().get(kind)?.list; return list ? [{ to: href(list.path), icon, title, hint }] : [] }),
    { to: href('/ask'), icon: 'face4', title: t.doors.asks[0], hint: t.doors.asks[1] },
    { to: href('/topics'), icon: 'follow', title: t.doors.topics[0], hint: t.doors.topics[1] },
  ]
}
