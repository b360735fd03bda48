import { inLanguage, type Language } from '#core/text/language.ts'
import { type NowFact, nowSource, wishKind } from '#modules/directory/server'
import { type Condition, placesNow, type PlaceNow } from './read.server.ts'
import { careSaid, conditionSaid } from './say.ts'
import { conditionWords } from './texts/index.ts'
import { maintenanceOf, type Property, propertiesOf, propertyOf, vocabulary } from './vocabulary.ts'

const hour = 3_600_000
/** How a condition is drawn beside its words: what is shut is off, what is to be watched out for is poor. */
const toneOf = (kind: string, its: Pick<Condition, 'known' | 'quality' | 'property' | 'value'>): NowFact['tone'] => {
  if (!its.known || its.quality === 'unknown') return 'unknown'
  if (its.quality === 'good') return 'good'
  if (its.quality === 'satisfactory') return 'fair'
  return its.quality === 'unusable' && its.value !== null && propertyOf(kind, its.property)?.values[its.value]?.since ? 'off' : 'poor'
}

/** What a place is like as facts: out of season only that; a thing to watch out for stands in lists beside the primary one. */
export function factsOf(its: PlaceNow, language: Language, now: Date): NowFact[] {
  const t = conditionWords(language), facts: NowFact[] = []
  if (its.season?.on === false) facts.push({ key: 'season', words: t.seasonOver, tone: 'off', icon: 'closed', at: its.season.since, until: null, primary: true, data: { season: 'ended', since: its.season.since.toISOString() } })
  else {
    for (const each of its.conditions) {
      // what nobody knows any more is told for a month; the primary one for as long as it is kept
      if (!each.known && !each.primary && (each.was.value === null && each.was.number === null || now.getTime() - each.observedAt.getTime() > 30 * 24 * hour)) continue
      const property = propertyOf(its.kind, each.property)!
      facts.push({
        key: each.property, words: conditionSaid(its.kind, each, language, now), tone: toneOf(its.kind, each), icon: property.icon, at: each.observedAt, until: each.known ? each.expiresAt : null, ...(each.primary || each.quality === 'warning' || each.quality === 'unusable' ? { primary: true } : {}),
        data: { property: each.property, known: each.known, value: each.value, number: each.number, ...(property.measure ? { unit: property.measure.unit } : {}), quality: each.quality, observedAt: each.observedAt.toISOString(), expiresAt: each.expiresAt?.toISOString() ?? null, source: each.source },
      })
    }
    for (const each of its.maintained) {
      const care = maintenanceOf(its.kind).find((one) => one.key === each.what)!, until = new Date(each.at.getTime() + care.hours * hour)
      if (until > now) facts.push({ key: each.what, words: careSaid(its.kind, each, language, now), tone: 'good', icon: care.icon, at: each.at, until, data: { maintained: each.what, at: each.at.toISOString(), source: each.source } })
    }
  }
  if (its.notice) facts.push({ key: 'notice', words: inLanguage(its.notice.words, language), tone: 'fair', icon: 'comment', at: its.notice.from, until: its.notice.until, data: { notice: inLanguage(its.notice.words, language), until: its.notice.until.toISOString() } })
  return facts
}

nowSource({ name: 'conditions', order: 20, read: async (ctx, placeIds) => new Map([...await placesNow(ctx, placeIds)].map(([id, its]) => [id, factsOf(its, ctx.language, ctx.now)])) })

const inAll = <T>(make: (language: Language) => T): Record<Language, T> => ({ fi: make('fi'), sv: make('sv'), en: make('en') })
const has = (kind: string, key: string) => maintenanceOf(kind).some((its) => its.key === key && its.wish)
// "the ice has been resurfaced", "the track has been groomed": each kind of care that the vocabulary lets people wait for
for (const care of new Map(Object.values(vocabulary).flatMap((its) => its.maintenance).filter((its) => its.wish).map((its) => [its.key, its])).values()) {
  wishKind({ key: care.key, order: 10, quietHours: 3, fits: (place) => has(place.kind, care.key), name: care.wish!, said: inAll((language) => (place: string) => conditionWords(language).wish.said(place, care.wish![language])) })
}
/** May "conditions are good" be said of it? Whether a room is free is not about its condition. */
const aboutCondition = (its: Property) => its.primary === true && !['use', 'quietRoom', 'containers', 'firewood'].includes(its.key)
wishKind({ key: 'good', order: 20, quietHours: 12, fits: (place) => propertiesOf(place.kind).some(aboutCondition), name: inAll((language) => conditionWords(language).wish.good), said: inAll((language) => (place: string) => conditionWords(language).wish.said(place, conditionWords(language).wish.good)) })
