/** The beginning of a text, at most so long, without half a sign at its end: PostgreSQL's JSON and an address cannot hold one. */
export const cut = (text: string, most: number): string => (text.length <= most ? text : text.slice(0, most).replace(/[\uD800-\uDBFF]$/, ''))
