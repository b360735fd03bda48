import type { Waiting } from '../../../client/outbox.ts'
import type { FieldData, FieldOrder } from './data.ts'

/** What was done on this phone and waits there to be sent. Its fields are those of its form (act.server.ts). */
export type WaitingAct = Waiting & { orderId: string; version: number; asOf: string; seal: string; what: string; photo: Blob | null }

/** The day as it looks on this phone: what the server last said, with what waits here done on it. `photoOf`: where the photo of an act is seen. */
export function withActs(data: FieldData, acts: WaitingAct[], photoOf: (act: WaitingAct) => string | null = () => null): FieldData {
  let orders = data.orders
  let conflicts = data.conflicts
  for (const act of acts) {
    if (act.problem) continue
    if (act.what === 'arrange') { const ids = (act.fields.ids ?? '').split(' '); orders = orders.map((each) => ({ ...each, position: ids.includes(each.id) ? ids.indexOf(each.id) + 1 : each.position })) }
    else if (act.what === 'resolve') conflicts = conflicts.filter((each) => each.clientId !== act.fields.conflict)
    else orders = orders.map((each) => (each.id === act.orderId ? { ...withPhoto(afterAct(each, act), act, photoOf(act)), waits: (each.waits ?? 0) + 1 } : each))
  }
  return { ...data, orders, conflicts }
}

const withPhoto = (its: FieldOrder, { fields }: WaitingAct, at: string | null): FieldOrder =>
  (at ? { ...its, pictures: [...its.pictures, { small: at, large: at, description: '', role: fields.role === 'before' ? 'before' : 'after' }] } : its)

function afterAct(its: FieldOrder, { what, fields, clientId }: WaitingAct): FieldOrder {
  const words = fields.ready || fields.sentence || ''
  switch (what) {
    case 'tick': return { ...its, items: its.items.map((each) => (each.id === fields.itemId ? { ...each, done: fields.done === 'yes' } : each)) }
    case 'note': return { ...its, notes: [{ id: clientId, text: fields.text ?? '', by: null, at: '' }, ...its.notes] }
    case 'line': return { ...its, lines: [...its.lines, { id: clientId, kind: fields.kind as 'material', name: fields.name ?? '', quantity: Number((fields.quantity || '1').replace(',', '.')) || 1, measure: fields.measure ?? '' }] }
    case 'begin': return its.state === 'new' || its.state === 'planned' ? { ...its, state: 'underWay' } : its
    case 'done': return { ...its, state: 'done' }
    case 'cannot': return { ...its, state: 'cannot', notes: words ? [{ id: clientId, text: words, by: null, at: '' }, ...its.notes] : its.notes }
    case 'wrongUnit': return { ...its, state: 'cannot' }
    default: return its
  }
}
