/**
 * What a kind of result gains when it matches as well as others: someone who writes "kirjasto" most often wants the library and
 * its hours, then what is said of libraries. A title that has the words is worth about 0.6, so half of that turns equals round and
 * no more. Kinds that are not named gain nothing.
 */
export const weights: Record<string, number> = {
  place: 0.5,
  service: 0.5,
  provider: 0.3,
  idea: 0.05,
}
