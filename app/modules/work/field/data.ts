import type { OrderState } from '../states.ts'
import type { Told } from './told.ts'

// What a phone in the field knows: plain data, read by the server and drawn by both.

export type FieldPicture = { small: string; large: string; description: string; role: '' | 'before' | 'after' }
export type FieldReport = { id: string; reference: string; category: string; icon: string; /** null: only its handlers read it */ text: string | null; address: string | null; /** the day, as it is said */ sentAt: string; meToos: number; pictures: FieldPicture[] }
export type FieldOrder = {
  id: string; reference: string; title: string; state: OrderState; stateName: string; priority: number
  /** how many changes it had when this was read, and the house's word that this person had it then (seal.server.ts) */ version: number; seal: string
  unitId: string | null; crew: string | null; instructions: string; /** street and number, or the place's name */ where: string | null; longitude: number | null; latitude: number | null
  /** the last day, as it is said */ due: string | null; /** the moment, for sorting */ dueAt: string | null; late: boolean; position: number
  items: { id: string; text: string; done: boolean }[]; notes: { id: string; text: string; by: string | null; /** day and time, as they are said */ at: string }[]
  lines: { id: string; kind: 'material' | 'hours' | 'cost'; name: string; quantity: number; measure: string }[]
  pictures: FieldPicture[]; reports: FieldReport[]
  /** on a phone: how many of its acts wait there */ waits?: number
}
/** What came from a phone and met a change: it waits for a choice. `who`: someone else's, on the page of its order; null: the reader's own. */
export type FieldConflict = { clientId: string; who: string | null; orderId: string; title: string; what: string; /** as it is said */ at: string; told: Told[]; words: string; pictures: number; /** the order may be opened again and closed as was meant */ reopens: boolean }
export type FieldData = {
  person: { id: string; name: string }
  /** the house's clock when this was read; a phone's own may be anything */ asOf: string
  /** the middle of the municipality: where a route begins when nothing better is known */ depot: { longitude: number; latitude: number } | null
  units: { id: string; name: string }[]; orders: FieldOrder[]; conflicts: FieldConflict[]
}

export const fieldSorts = ['mine', 'priority', 'route'] as const
export type FieldSort = (typeof fieldSorts)[number]
export const isFieldSort = (value: unknown): value is FieldSort => fieldSorts.includes(value as FieldSort)
