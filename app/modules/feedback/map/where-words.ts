import type { Described } from '#core/geo/describe.server.ts'
import { distance } from '#core/text/format.ts'
import type { Language } from '#core/text/language.ts'
import { mapWords } from './texts/index.ts'

/** At most so far from a door, a point is at it. In metres. */
const atDoor = 40

/** Where a point lies, for who cannot see the map: "Kuruntie 12, Kirkonkylä", "120 m osoitteesta Kuruntie 12, Kirkonkylä", "1,2 km paikasta Keijärvi". */
export function pointWords({ address, place, area }: Described, language: Language): string {
  const t = mapWords(language).where
  const inArea = area ? `, ${area}` : ''
  // A known place that is clearly nearer than any door says more: a rink in the middle of its park.
  if (address && (!place || address.metres <= atDoor || address.metres <= place.metres)) return (address.metres <= atDoor ? address.name : t.fromAddress(distance(address.metres, language), address.name)) + inArea
  if (place) return (place.metres <= atDoor ? place.name : t.fromPlace(distance(place.metres, language), place.name)) + inArea
  return t.nowhere
}
