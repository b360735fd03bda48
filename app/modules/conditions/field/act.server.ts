import { z } from 'zod'
import { blank } from '#core/http/form-fields.ts'
import { sentLater } from '#core/http/sent-later.ts'
import { read, type Tap, untils } from './tap.ts'

const said = z.string('required').max(200).transform((text, at): Tap => {
  const its = read(text)
  if (its) return its
  at.addIssue({ code: 'custom', message: 'invalid' })
  return z.NEVER
})
/** One thing that was said of a place, as the phone sends it and as its plain form does. */
export const placeAct = z.object({
  ...sentLater, placeId: z.string('required').max(60), say: said,
  number: z.preprocess(blank, z.string().trim().regex(/^[-−]?\d{1,4}([.,]\d{1,3})?$/, 'notNumber').transform((text) => Number(text.replace(',', '.').replace('−', '-'))).optional()),
  text: z.preprocess(blank, z.string().transform((text) => text.replace(/\s+/g, ' ').trim()).pipe(z.string().max(300, 'tooLong')).optional()), until: z.enum(untils, 'invalid').default('today'),
  /** of a plain form: an earlier time of today or yesterday, "18:10" */ clock: z.preprocess(blank, z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'invalid').optional()),
}).superRefine((its, at) => {
  if (its.say.what === 'measured' && its.number === undefined) at.addIssue({ code: 'custom', path: ['number'], message: 'required' })
  if (its.say.what === 'words' && its.text === undefined) at.addIssue({ code: 'custom', path: ['text'], message: 'required' })
})
export type PlaceActRead = z.output<typeof placeAct>
