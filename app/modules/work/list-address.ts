import { isId } from '#core/context/ids.server.ts'

export const shows = ['open', 'late', 'new', 'planned', 'underWay', 'closed'] as const
export type Show = (typeof shows)[number]

/** What the address of the list of work says: which part of it, whose, where, how urgent, words, and the page. */
export type ListAddress = { show: Show; unit: string | null; crew: string | null; area: string | null; priority: number | null; q: string; page: number }

/** What is not understood is left out. */
export function readListAddress(query: URLSearchParams): ListAddress {
  const [show, unit, crew, priority] = [query.get('show'), query.get('unit'), query.get('crew'), query.get('priority')]
  return {
    show: shows.includes(show as Show) ? show as Show : 'open', unit: isId(unit) ? unit : null, crew: isId(crew) || crew === 'none' ? crew : null, area: query.get('area')?.slice(0, 80) || null,
    priority: priority && /^[0-3]$/.test(priority) ? Number(priority) : null, q: (query.get('q') ?? '').trim().slice(0, 100), page: Math.min(10_000, Math.max(1, Math.trunc(Number(query.get('page'))) || 1)),
  }
}

/** The address of a view of the list; what is usual is not said. */
export function listPath(its: Partial<ListAddress>): string {
  const said = new URLSearchParams()
  if (its.show && its.show !== 'open') said.set('show', its.show)
  for (const name of ['unit', 'crew', 'area', 'q'] as const) if (its[name]) said.set(name, its[name])
  if (its.priority !== null && its.priority !== undefined) said.set('priority', String(its.priority))
  if (its.page && its.page > 1) said.set('page', String(its.page))
  const query = said.toString()
  return query ? `/work?${query}` : '/work'
}
