import type { Language } from '#core/text/language.ts'
import { keepWords } from './texts/index.ts'

/** What the fields are called; a text in three languages has three of them: `nameFi`, `nameSv`, `nameEn`. */
export function labelsIn(language: Language): Record<string, string> {
  const { labels, texts, inLanguages } = keepWords(language)
  return { ...labels, ...Object.fromEntries(Object.entries(texts).flatMap(([name, label]) => Object.entries(inLanguages).map(([its, words]) => [`${name}${its}`, `${label} ${words}`]))) }
}
