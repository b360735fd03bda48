/**
 * A case number (diaarinumero) in one form, so that the same number written in two ways is found: capital letters, no
 * spaces, no "Dnro" in front. Municipalities write it as `123/2026`, `1234/10.02.03/2026` or `YLÖ/1234/10.02.03/2026`.
 */
export const caseNumberOf = (said: string): string =>
  said.normalize('NFC').toLocaleUpperCase('fi').replace(/^\s*(?:DIAARINUMERO|DIARIENUMMER|DNRO|DNR|DIAARI)\s*[.:]?\s*/, '').replace(/\s+/g, '').slice(0, 60)

const pattern = /(?<![\p{L}\d/.-])(?:\p{Lu}{1,6}[/-]){0,2}\d{1,6}\/(?:\d{2}(?:\.\d{2}){1,4}\/)?(?:19|20)\d{2}(?![\d/])/u

/** The case number that a text mentions, or nothing. */
export const caseNumberIn = (text: string): string => caseNumberOf(pattern.exec(text)?.[0] ?? '')
