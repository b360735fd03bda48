/** The word of a key that came in an address; undefined for one that there is none for, such as "constructor", which every object has. */
export const saidBy = <W extends object>(words: W, key: string | null | undefined): W[keyof W] | undefined =>
  key !== null && key !== undefined && Object.hasOwn(words, key) ? words[key as keyof W] : undefined
