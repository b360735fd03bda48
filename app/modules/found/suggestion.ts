import { z } from 'zod'

/** What a language model may answer, and nothing else: words to show beside its mark, read again by a person before anything is done. */
export const suggestion = z.strictObject({
  kind: z.enum(['idea', 'need', 'none']),
  /** copied from the report */ sentence: z.string().max(600),
  title: z.string().max(150), text: z.string().max(1500),
})
export type Suggestion = z.infer<typeof suggestion>
