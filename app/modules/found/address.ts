export const foundStates = ['new', 'asked', 'idea', 'no', 'rejected', 'all'] as const
export type FoundState = (typeof foundStates)[number]
export const foundScores = ['any', 'likely', 'sure'] as const
export type FoundAddress = { state: FoundState; score: (typeof foundScores)[number]; kind: 'idea' | 'need' | null; topic: string | null; area: string | null; page: number }

const oneOf = <T extends string>(all: readonly T[], value: string | null): T | null => all.find((each) => each === value) ?? null

/** The list's address as it was asked for; what makes no sense is left out. */
export function readAddress(query: URLSearchParams): FoundAddress {
  return {
    state: oneOf(foundStates, query.get('state')) ?? 'new', score: oneOf(foundScores, query.get('score')) ?? 'likely', kind: oneOf(['idea', 'need'], query.get('kind')),
    topic: query.get('topic')?.slice(0, 40) || null, area: query.get('area')?.slice(0, 100) || null, page: Math.min(500, Math.max(1, Math.floor(Number(query.get('page'))) || 1)),
  }
}
export function foundPath(its: Partial<FoundAddress>): string {
  const query = new URLSearchParams()
  for (const name of ['state', 'score', 'kind', 'topic', 'area'] as const) if (its[name] && !(name === 'state' && its[name] === 'new') && !(name === 'score' && its[name] === 'likely')) query.set(name, String(its[name]))
  if (its.page && its.page > 1) query.set('page', String(its.page))
  return query.size ? `/found?${query}` : '/found'
}
