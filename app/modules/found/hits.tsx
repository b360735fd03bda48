import { inLanguage, type Language } from '#core/text/language.ts'
import type { Hit } from './score.ts'
import { signals, threshold, verySure } from './signals.ts'
import { foundWords } from './texts/index.ts'

/** "Very probably", "probably", "hardly": a score in words. */
export const sureness = (score: number, language: Language): string => foundWords(language)[score >= verySure ? 'sure' : score >= threshold ? 'likely' : 'unlikely']

/** Why it was found: each reason with its weight, the heaviest first. */
export function Hits({ hits, language }: { hits: Hit[]; language: Language }) {
  const t = foundWords(language)
  if (hits.length === 0) return <p className="hint">{t.noHits}</p>
  return <ul className="meta">{hits.map((hit) => <li key={hit.name}>{reasonOf(hit.name, language)} <b>{signed(hit.weight, language)}</b></li>)}</ul>
}

/** A reason in words: the signal's own, or the learned word. */
function reasonOf(name: string, language: Language): string {
  if (name.startsWith('word:')) return foundWords(language).learnedWord(name.slice(5))
  return inLanguage(signals.find((each) => each.name === name)?.because ?? { fi: name }, language)
}
/** "+1,2", "−0,4": with the sign that is read aloud as one. */
export const signed = (weight: number, language: Language): string =>
  `${weight < 0 ? '−' : '+'}${new Intl.NumberFormat(language === 'en' ? 'en-GB' : 'fi-FI', { maximumFractionDigits: 2 }).format(Math.abs(weight))}`
