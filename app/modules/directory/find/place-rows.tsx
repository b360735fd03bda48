import type { View } from '#core/http/page.ts'
import { distance } from '#core/text/format.ts'
import { Icon, type IconName } from '#ui/icons.tsx'
import { Fact } from '#ui/layout.tsx'
import { OpenNow, saysOpen } from '../hours/open-now.tsx'
import type { PlaceCard, ServiceCard } from './cards.server.ts'
import { NowFacts } from './now-facts.tsx'
import { findWords } from './texts/index.ts'

/** What a place is, where, and what it is like right now: under its name wherever it is listed. */
export function PlaceSigns({ card, view }: { card: PlaceCard; view: View }) {
  const t = findWords(view.language)
  const facts = card.hours ? card.facts.filter((fact) => fact.key !== 'open') : card.facts
  const hours = card.hours && saysOpen(card.hours, facts, view.now) ? card.hours : null
  return (
    <>
      <p className="meta small">
        <span>{card.kindName}</span>{card.metres !== null && <Fact icon="place">{t.list.away(distance(card.metres, view.language))}</Fact>}{card.address && <span>{card.address}</span>}
        {card.accessible === 'yes' && <Fact icon="accessible">{t.list.accessibleYes}</Fact>}{card.priceKind === 'free' && <Fact icon="ticket">{t.prices.free}</Fact>}{card.provider && <Fact icon="organisation">{card.provider}</Fact>}
      </p>
      {(hours || facts.length > 0) && <p className="meta small">{hours && <OpenNow hours={hours} view={view} days={1} />}<NowFacts facts={facts} /></p>}
    </>
  )
}

/** Places as rows: what each is, where, whether it is open and what it is like right now. */
export function PlaceRows({ cards, view }: { cards: PlaceCard[]; view: View }) {
  return (
    <ol className="card rows reports">
      {cards.map((card) => (
        <li key={card.id}>
          <span className="mark"><Icon name={card.icon as IconName} /></span>
          <article className="t">
            <a className="title" lang={card.lang} href={view.href(`/places/${card.id}`)}>{card.name}</a>
            <PlaceSigns card={card} view={view} />
          </article>
        </li>
      ))}
    </ol>
  )
}

/** Services as rows: what each is, who answers and how it is used. */
export function ServiceRows({ cards, view }: { cards: ServiceCard[]; view: View }) {
  const t = findWords(view.language)
  return (
    <ol className="card rows">
      {cards.map((card) => (
        <li key={card.id}><article className="t">
          <a className="title" lang={card.lang} href={view.href(`/services/${card.id}`)}>{card.name}</a>
          {card.summary && <p className="summary-text" lang={card.lang}>{card.summary}</p>}
          <p className="meta small">{(card.provider || card.unit) && <Fact icon={card.provider ? 'organisation' : 'official'}>{card.provider ?? card.unit}</Fact>}{card.channels.length > 0 && <span>{card.channels.map((each) => t.channels[each]).join(', ')}</span>}{card.priceKind !== 'unknown' && <Fact icon="ticket">{t.prices[card.priceKind]}</Fact>}</p>
        </article></li>
      ))}
    </ol>
  )
}
