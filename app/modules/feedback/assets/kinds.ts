import { inLanguage, type Language, type Translated } from '#core/text/language.ts'

/** What the kinds of things are called. A municipality may bring others: they are called by their own word. */
const known: Record<string, { one: Translated; many: Translated; icon: 'lamp' | 'track' | 'bin' }> = {
  streetLight: { one: { fi: 'Katuvalo', sv: 'Gatlykta', en: 'Street light' }, many: { fi: 'Katuvalot', sv: 'Gatlyktor', en: 'Street lights' }, icon: 'lamp' },
  rink: { one: { fi: 'Kenttä tai luistelurata', sv: 'Plan eller skridskobana', en: 'Rink or pitch' }, many: { fi: 'Kentät ja luisteluradat', sv: 'Planer och skridskobanor', en: 'Rinks and pitches' }, icon: 'track' },
  bin: { one: { fi: 'Roska-astia', sv: 'Soptunna', en: 'Bin' }, many: { fi: 'Roska-astiat', sv: 'Soptunnor', en: 'Bins' }, icon: 'bin' },
}
export const knownKinds = Object.keys(known)
export const kindName = (kind: string, language: Language): string => inLanguage(known[kind]?.one, language) || kind
export const kindNames = (kind: string, language: Language): string => inLanguage(known[kind]?.many, language) || kind
export const kindIcon = (kind: string) => known[kind]?.icon ?? ('place' as const)
/** What a kind may be called in its column: a word in small and capital letters, digits and hyphens. */
export const isKind = (text: string): boolean => /^[\p{L}][\p{L}\p{N} -]{1,39}$/u.test(text)
