/** The languages of the interface, in the order the switch shows them. */
export const languages = ['fi', 'sv', 'en'] as const
export type Language = (typeof languages)[number]

/** A text in one or more languages, such as a unit's name. */
export type Translated = Partial<Record<Language, string>>

export const isLanguage = (code: unknown): code is Language => languages.includes(code as Language)

/** The text in the reader's language, else in Finnish, else in whichever there is. */
export function inLanguage(text: Translated | null | undefined, language: Language): string {
  return text?.[language] ?? text?.fi ?? text?.sv ?? text?.en ?? ''
}

/** The language that `inLanguage` answers in, when it is another than the reader's: for the `lang` of what is shown. */
export function otherLanguage(text: Translated, language: Language): Language | undefined {
  return text[language] === undefined ? languages.find((each) => text[each] !== undefined) : undefined
}

/** A module's dictionaries as one function: `const words = dictionary({ fi, sv, en })`, then `words('fi').title`. */
export function dictionary<T>(texts: Record<Language, T>): (language: Language) => T {
  return (language) => texts[language]
}
