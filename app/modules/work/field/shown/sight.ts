import type { Point } from '#core/geo/geo.ts'
import type { Language } from '#core/text/language.ts'
import type { FieldData, FieldOrder, FieldSort } from '../data.ts'
import type { Texts } from '../texts/fi.ts'

/** What the field view is drawn from, by the server and on the phone alike. What only script can do is absent without it. */
export type FieldSight = {
  words: Texts; language: Language; base: string; data: FieldData
  sort: FieldSort
  /** where a route begins, and why there */ from: { point: Point; why: 'here' | 'kept' | 'depot' } | null
  /** where the phone is, when it has said so */ here: Point | null
  act?: (what: string, order: Pick<FieldOrder, 'id' | 'version' | 'seal'>, fields: FormData, form?: HTMLFormElement) => void
  /** goes to another part of the view without the network */ go?: (path: string) => void
  arrange?: (ids: string[], moved?: string) => void
  locate?: () => void
  keepDepot?: () => void
}
