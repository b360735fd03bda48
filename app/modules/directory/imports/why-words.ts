import type { Language } from '#core/text/language.ts'
import { importWords } from './texts/index.ts'

/** Why a run waits or failed, in words. `why` is as a run has it: a code, and figures or HTTP's number after it. */
export function whyWords(why: string, language: Language): string {
  const t = importWords(language)
  const [code, first, second] = why.split(' ')
  if (code === 'tooMany') return t.held.tooMany(Number(first), Number(second))
  if (code === 'dry') return t.held.dry
  return `${t.why[code ?? ''] ?? t.why.broken}${first && Number(first) >= 100 ? ` (HTTP ${first})` : ''}`
}
