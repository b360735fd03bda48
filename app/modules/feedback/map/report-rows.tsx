import type { View } from '#core/http/page.ts'
import { metresBetween, type Point } from '#core/geo/geo.ts'
import { ago, day, distance } from '#core/text/format.ts'
import { stageSign } from '#core/trail/kind.ts'
import { Icon, type IconName } from '#ui/icons.tsx'
import { Fact } from '#ui/layout.tsx'
import { StageMark } from '#ui/stage.tsx'
import type { ReportCard } from './report-cards.server.ts'
import { mapWords } from './texts/index.ts'

/** Public reports as rows of a card: picture, title, state, where and when. */
export function ReportRows({ cards, near, view }: { cards: ReportCard[]; near: Point | null; view: View }) {
  const t = mapWords(view.language).list
  return (
    <ul className="card rows reports">
      {cards.map((card) => (
        <li key={card.id}><article className="t">
          <a className="title" lang={card.lang} href={view.href(`/feedback/${card.id}`)}>{card.title}</a>
          <p className="meta"><StageMark stage={card.stage} sign={stageSign('report', card.stage, view.language)} language={view.language} />{card.meToos > 0 && <Fact icon="people">{t.meToos(card.meToos)}</Fact>}</p>
          <p className="meta small">
            <Fact icon={card.icon as IconName}>{card.category}</Fact>
            {(card.place || card.area) && <Fact icon="place">{[card.place, card.area !== card.place ? card.area : null].filter(Boolean).join(', ')}</Fact>}
            {near && card.longitude !== null && <Fact icon="routed">{t.away(distance(metresBetween(near, { longitude: card.longitude, latitude: card.latitude! }), view.language))}</Fact>}
            <Fact icon="calendar">{card.closedAt && card.state === 'done' ? t.doneOn(day(card.closedAt, view.language, view.now)) : ago(card.at, view.language, view.now)}</Fact>
          </p>
        </article>
        {card.picture ? <img src={view.href(card.picture.small)} alt={card.picture.description} width="72" height="72" loading="lazy" /> : <span className="mark" aria-hidden="true"><Icon name={card.icon as IconName} /></span>}
        </li>
      ))}
    </ul>
  )
}
