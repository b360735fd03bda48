/** A text with its places filled: `fill('{who} lisäsi {n}', { who: 'Saara', n: 2 })`. For words that travel to the browser as plain data. */
export const fill = (text: string, values: Record<string, string | number>): string => text.replace(/\{(\w+)\}/g, (all, name: string) => String(values[name] ?? all))
