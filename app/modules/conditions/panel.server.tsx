import type { View } from '#core/http/page.ts'
import { day } from '#core/text/format.ts'
import { inLanguage, otherLanguage } from '#core/text/language.ts'
import { placePanel } from '#modules/directory/server'
import { Icon } from '#ui/icons.tsx'
import { Section } from '#ui/layout.tsx'
import { type Care, type Condition, placesNow, type PlaceNow } from './read.server.ts'
import { careSaid, conditionSaid, observedSaid, whenSaid } from './say.ts'
import { conditionWords } from './texts/index.ts'
import { maintenanceOf, propertiesOf, propertyOf } from './vocabulary.ts'

placePanel({
  name: 'conditions', order: 10,
  read: async (ctx, its) => {
    if (propertiesOf(its.kind).length === 0) return null
    const now = (await placesNow(ctx, [its.id])).get(its.id)
    return now ? (view) => <NowPanel id={its.id} now={now} view={view} /> : null
  },
})

/** A word to visitors and the season; and folded, as what it is like stands on top of the page, who saw each thing, when and until when it is known, and the care taken. */
function NowPanel({ id, now, view }: { id: string; now: PlaceNow; view: View }) {
  const { language } = view
  const t = conditionWords(language), out = now.season?.on === false
  return (
    <Section title={t.now} id="now" more={<a href={view.href(`/places/${id}/conditions`)}>{t.history}</a>}>
      {now.notice && <p className="said quiet" lang={otherLanguage(now.notice.words, language)}><Icon name="comment" /><span>{inLanguage(now.notice.words, language)} <small className="hint">{t.wordUntil(whenSaid(now.notice.until, language, view.now))}</small></span></p>}
      {out ? <p className="iconed"><Icon name="closed" /><span>{t.seasonOverSince(day(now.season!.since, language, view.now))}</span></p> : (now.conditions.length > 0 || now.maintained.length > 0) && (
        <details className="fold"><summary><Icon name="clock" />{t.whoSaw}</summary><ul className="rows">
          {now.conditions.map((each) => <ConditionRow key={each.property} kind={now.kind} its={each} view={view} />)}
          {now.maintained.map((each) => <CareRow key={each.what} kind={now.kind} its={each} view={view} />)}
        </ul></details>
      )}
    </Section>
  )
}

function ConditionRow({ kind, its, view }: { kind: string; its: Condition; view: View }) {
  const { language, now } = view
  const t = conditionWords(language), property = propertyOf(kind, its.property)!, was = its.was.value !== null || its.was.number !== null
  const aged = its.known && its.value !== its.was.value // an old observation is told more carefully than it was made
  return (
    <li><div className="t">
      <p className="iconed"><Icon name={property.icon} /><b>{conditionSaid(kind, its, language, now)}</b></p>
      <p className="meta small">
        {its.known ? <><span>{t.seenAt} <time dateTime={its.observedAt.toISOString()}>{whenSaid(its.observedAt, language, now)}</time></span><span>{t.source[its.source]}</span>{aged && <span>{t.seenAs(observedSaid(kind, { property: its.property, ...its.was, observedAt: its.observedAt }, language))}</span>}{its.expiresAt && <span>{t.knownUntil(whenSaid(its.expiresAt, language, now))}</span>}</>
          : <span>{was ? `${t.stale} ${t.last(observedSaid(kind, { property: its.property, ...its.was, observedAt: its.observedAt }, language))}` : t.cleared}</span>}
      </p>
    </div></li>
  )
}

function CareRow({ kind, its, view }: { kind: string; its: Care; view: View }) {
  const care = maintenanceOf(kind).find((each) => each.key === its.what)!
  return <li><div className="t"><p className="iconed"><Icon name={care.icon} /><span>{careSaid(kind, its, view.language, view.now)}</span></p></div></li>
}
