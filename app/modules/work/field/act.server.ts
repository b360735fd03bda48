import { z } from 'zod'
import { blank } from '#core/http/form-fields.ts'
import { newLine } from '../line.server.ts'

const words = (most: number) => z.preprocess(blank, z.string().trim().max(most, 'tooLong').optional())
const id = z.string().regex(/^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/, 'invalid')
const moment = z.iso.datetime('invalid')
const every = {
  /** the phone's own id of what was done: the same twice is once */ clientId: z.string().regex(/^[\w.-]{8,80}$/, 'invalid'),
  /** whose phone it is: what one has done is not sent in another's name */ person: id,
  orderId: id, version: z.coerce.number('invalid').int().min(0).max(2_000_000_000), asOf: moment, seal: z.string().max(200).default(''),
  /** by the phone's own clock, which may be wrong: when it was done, and when it is sent */ at: moment.optional(), sentAt: moment.optional(),
}
/** One thing that was done in the field, as the phone sends it. */
export const fieldAct = z.discriminatedUnion('what', [
  z.object({ ...every, what: z.literal('tick'), itemId: id, done: z.enum(['yes', 'no']) }),
  z.object({ ...every, what: z.literal('note'), text: z.string('required').trim().min(1, 'required').max(4000, 'tooLong') }),
  z.object({ ...every, what: z.literal('photo'), role: z.enum(['before', 'after']) }),
  z.object({ ...every, what: z.literal('line'), ...newLine.shape }),
  z.object({ ...every, what: z.literal('begin') }),
  z.object({ ...every, what: z.literal('done'), sentence: words(1000), ready: words(300) }),
  z.object({ ...every, what: z.literal('cannot'), sentence: words(1000), ready: words(300) }),
  z.object({ ...every, what: z.literal('wrongUnit'), unitId: z.preprocess(blank, id.optional()), sentence: words(1000) }),
  z.object({ ...every, what: z.literal('arrange'), ids: z.string().max(10_000).transform((said) => said.split(' ').filter(Boolean)).pipe(z.array(id).min(1).max(200)) }),
  z.object({ ...every, what: z.literal('resolve'), conflict: z.string().regex(/^[\w.-]{8,80}$/, 'invalid'), choice: z.enum(['note', 'reopen']) }),
], 'invalid')
export type FieldAct = z.infer<typeof fieldAct>

/** When it was done, by the house's clock: as long ago as the phone's clock says between doing and sending, so that a wrong clock does no harm. */
export function happenedAt(act: Pick<FieldAct, 'at' | 'sentAt'>, now: Date): Date {
  const ago = act.at && act.sentAt ? Date.parse(act.sentAt) - Date.parse(act.at) : 0
  return new Date(now.getTime() - Math.min(Math.max(0, ago), 30 * 86_400_000))
}
