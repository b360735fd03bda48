import { z } from 'zod'
import { blank } from '#core/http/form-fields.ts'
import { sentLater } from '#core/http/sent-later.ts'
import { newLine } from '../line.server.ts'

const words = (most: number) => z.preprocess(blank, z.string().trim().max(most, 'tooLong').optional())
const id = z.string().regex(/^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/, 'invalid')
const moment = z.iso.datetime('invalid')
const every = {
  ...sentLater,
  orderId: id, version: z.coerce.number('invalid').int().min(0).max(2_000_000_000), asOf: moment, seal: z.string().max(200).default(''),
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
