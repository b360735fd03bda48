import { inLanguage, type Language, type Translated } from '#core/text/language.ts'

/**
 * What every meeting begins and ends with: is it lawful, who checks the minutes, what is for information. It is on the
 * agenda and followed like anything, but about no topic, and nobody is told of it who has not asked.
 */
export const isFormality = (title: string): boolean =>
  /laillisuu(?:s|den)|päätösvaltai|pöytäkirjan\s?tarkast|työjärjesty|ilmoitusasia|tiedoksi\s?(?:saatet|annet|merkit)|viranhaltijapäätö|muut (?:esille tulevat )?asiat|kokouksen (?:avaus|avaaminen|päättäminen)|laglighet|beslutför|protokolljuster|föredragningslistan godkänn|meddelanden|tjänsteinnehavarbeslut|quorum|scrutin/i.test(title)

/** The day that an item of a coming meeting is told of as coming; a formality is not, it stands on its agenda alone. */
export const comesUp = (its: { title: Translated; language: Language }, startsAt: Date): Date | null => (isFormality(inLanguage(its.title, its.language)) ? null : startsAt)
