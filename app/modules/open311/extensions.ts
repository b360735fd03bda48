const known = ['citysdk', 'media', 'geometry', 'log'] as const
export type Extensions = Set<(typeof known)[number] | 'flat'>

/**
 * What is asked beside GeoReport's own fields: `true` or `all`, or names between commas. They come in `extended_attributes`
 * as the six-city reference implementation has them; `flat` puts them beside the others, as its API description draws them.
 */
export function extensionsOf(said: string[]): Extensions {
  const names = said.flatMap((each) => each.toLowerCase().split(',')).map((each) => each.trim())
  const flat = names.includes('flat')
  const every = names.some((each) => each === 'true' || each === 'all' || each === '1')
  const asked = known.filter((each) => every || names.includes(each))
  return new Set([...(asked.length === 0 && flat ? known : asked), ...(flat ? ['flat' as const] : [])])
}
