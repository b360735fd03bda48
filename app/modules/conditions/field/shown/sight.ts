import type { Point } from '#core/geo/geo.ts'
import type { Language } from '#core/text/language.ts'
import type { FieldPlace, PlacesData } from '../data.ts'
import type { Texts } from '../texts/fi.ts'
import type { PlaceAct } from '../with-acts.ts'

/** What the field view of places is drawn from, by the server and on the phone alike. What only script can do is absent without it. */
export type PlacesSight = {
  words: Texts; language: Language; base: string; data: PlacesData
  /** the house's clock, as far as it is known here */ now: Date
  /** stands on the page of a place and goes back there */ panel: boolean
  /** the place that was asked for: first, and open */ open: string | null
  kind: string | null
  /** where the phone is, when it has said so */ here: Point | null
  /** what waits on the phone of a place */ waits: (placeId: string) => PlaceAct[]
  net: 'ok' | 'offline' | 'signIn'
  act?: (its: FieldPlace, form: FormData) => void
  undo?: (act: PlaceAct) => void
  /** what is to be mended, put back into its field */ mending?: { placeId: string; fields: Record<string, string> } | null
  locate?: () => void
  own?: { ids: string[]; toggle: (id: string) => void }
}
