import type { Waiting } from '../../../client/outbox.ts'
import type { FieldPlace, PlacesData } from './data.ts'
import { read, type Until } from './tap.ts'
import { untilOf } from './when.ts'

/** What was said of a place on this phone and waits there to be sent. Its fields are those of its form (act.server.ts). */
export type PlaceAct = Waiting & { placeId: string; /** of the place, when it is no longer among one's own */ name: string; kind: string }

/** Places as they look on this phone: what the server last said, with what waits here said of them too. `when`: the moment of an act by the house's clock. */
export function withActs(data: PlacesData, acts: PlaceAct[], when: (act: PlaceAct) => Date): PlacesData {
  const waiting = Map.groupBy(acts.filter((each) => !each.problem), (each) => each.placeId)
  return { ...data, places: data.places.map((its) => (waiting.get(its.id) ?? []).reduce((place, act) => after(place, act, when(act)), its)) }
}

/** As on the server, what was seen later stays when something older comes after it. */
function after(its: FieldPlace, { fields }: PlaceAct, moment: Date): FieldPlace {
  const say = read(fields.say ?? ''), at = moment.toISOString()
  switch (say?.what) {
    case 'saw': return saw(its, say.property, say.value, null, at)
    case 'measured': { const number = Number(fields.number?.replace(',', '.')); return Number.isFinite(number) ? saw(its, say.property, null, number, at) : its }
    case 'did': { const before = its.cared.find((each) => each.what === say.care); return before && before.at > at ? its : { ...its, cared: [...its.cared.filter((each) => each !== before), { what: say.care, at }] } }
    case 'season': return its.season && its.season.at > at ? its : { ...its, season: { on: say.on, at } }
    case 'words': return { ...its, notice: { words: fields.text ?? '', until: untilOf((fields.until as Until | undefined) ?? 'today', moment).toISOString() } }
    case 'wordsEnd': return { ...its, notice: null }
    default: return its
  }
}
function saw(its: FieldPlace, property: string, value: string | null, number: number | null, at: string): FieldPlace {
  const before = its.seen.find((each) => each.property === property)
  if (before && before.at > at) return its
  const same = before && before.value === value && before.number === number
  return { ...its, seen: [...its.seen.filter((each) => each !== before), { property, value, number, at, since: same ? before.since : at }] }
}
