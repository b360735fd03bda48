/** A group of fewer people than this is not told of by number: a small number could be someone. */
export const fewest = 5
/** A number of people as it may be shown; null when it may not. */
export const shownNumber = (count: number | undefined): number | null => (count !== undefined && count >= fewest ? count : null)
