const gone = '[…]'
const street = '(?:katu|kadun|kadulla|kadulle|tie|tien|tiellä|tielle|polku|polun|polulla|kuja|kujan|kujalla|raitti|raitin|raitilla|kaari|kaaren|kaarella|väylä|väylän|väylällä|tori|torin|gatan|vägen|gränden|stigen|street|road)'

/**
 * Takes out of a text what tells who wrote it or where exactly they live: addresses of mail and the web, telephone numbers,
 * personal identity codes, number plates, streets with a number, names that are said to be names, and the names given. As
 * far as a pattern can; a reason more why a model is asked only where the installation has chosen to.
 */
export function withoutPeople(text: string, names: (string | null)[] = []): string {
  let left = text.normalize('NFC')
    .replace(/[\p{L}\p{N}._%+-]+@[\p{L}\p{N}.-]+/gu, gone).replace(/\b(?:https?:\/\/|www\.)\S+/giu, gone)
    .replace(/\b\d{6}[-+ABCDEFUVWXY]\d{3}[0-9A-Z]\b/gi, gone)
    .replace(new RegExp(`(?<!\\p{L})\\p{L}*${street}\\s+\\d+\\s*\\p{L}?(?:\\s+\\d+)?(?![\\p{L}\\d])`, 'giu'), gone)
    .replace(/(?<!\d)(?:\+\d{1,3}[\s-]?|0)\d{1,3}(?:[\s-]?\d{2,4}){1,4}(?!\d)/g, gone)
    .replace(/\b[A-ZÅÄÖ]{2,3}-\d{1,3}\b/g, gone)
    .replace(/(?<!\p{L})((?:nimeni on|olen|minun nimeni on|jag heter|mitt namn är|my name is|i am|terveisin|t\.|terv\.|hälsningar|regards,?)\s+)(?:\p{Lu}[\p{L}-]+\s*){1,3}/giu, `$1${gone} `)
  for (const name of names) for (const part of (name ?? '').split(/\s+/).filter((each) => each.length >= 3)) {
    left = left.replace(new RegExp(`(?<!\\p{L})${part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}\\p{L}{0,4}(?!\\p{L})`, 'giu'), gone)
  }
  return left
}
