import { Said } from '#ui/layout.tsx'
import type { Texts } from '../texts/fi.ts'
import { type Told, tellWords } from '../told.ts'

/** What others had done meanwhile, told after a plain form. */
export const Meanwhile = ({ told, t }: { told: Told[]; t: Texts }) => (told.length > 0 ? <Said>{told.map((each, i) => <p key={i}>{tellWords(each, t.told)}</p>)}</Said> : null)
