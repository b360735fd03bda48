import type { Tap } from './tap.ts'

// What a phone in the field knows of places: plain data, read by the server and drawn by both. Times are ISO and the house's.

/** An observation as it was made; what it means by now is worked out where it is shown (known.ts), so that it ages without a network too. */
export type SeenNow = { property: string; value: string | null; number: number | null; at: string; /** from when it has been the same */ since: string }
export type FieldPlace = {
  id: string; kind: string; name: string; kindName: string; /** street, or the part of the municipality */ where: string; longitude: number | null; latitude: number | null
  seen: SeenNow[]; /** when each kind of care was last taken */ cared: { what: string; at: string }[]; notice: { words: string; until: string } | null; season: { on: boolean; at: string } | null
}
export type PlacesData = {
  person: { id: string; name: string }
  /** the house's clock when this was read; a phone's own may be anything */ asOf: string
  /** whose condition the person keeps, by name */ places: FieldPlace[]
  /** was asked for and is not one of them: someone else keeps it */ others: { id: string; name: string } | null
}
/** What stands of a place in place of something older that came after it. */
export type Newer = { say: Tap; number: number | null; at: string }
