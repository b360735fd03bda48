import { isId } from '#core/context/ids.server.ts'
import { type QueueSort, queueSorts } from '#core/trail/queue.server.ts'

export const shows = ['all', 'late', 'week', 'unassigned', 'mine', 'drafts', 'experiments', 'unrouted'] as const
export type Show = (typeof shows)[number]

/** What the desk's address says: a part of the queue, its order, words, unit and page. */
export type Address = { show: Show; sort: QueueSort; q: string; unit: string | null; page: number }

/** What is not understood is left out. */
export function readAddress(query: URLSearchParams): Address {
  const [show, sort, unit] = [query.get('show'), query.get('sort'), query.get('unit')]
  return {
    show: shows.includes(show as Show) ? show as Show : 'all', sort: queueSorts.includes(sort as QueueSort) ? sort as QueueSort : 'due',
    q: (query.get('q') ?? '').trim().slice(0, 100), unit: isId(unit) ? unit : null, page: Math.max(1, Math.trunc(Number(query.get('page'))) || 1),
  }
}

/** The query of a view of the desk; what is usual is not said. */
export function queryOf(its: Partial<Address>): string {
  const said = new URLSearchParams()
  if (its.show && its.show !== 'all') said.set('show', its.show)
  if (its.sort && its.sort !== 'due') said.set('sort', its.sort)
  if (its.q) said.set('q', its.q)
  if (its.unit) said.set('unit', its.unit)
  if (its.page && its.page > 1) said.set('page', String(its.page))
  return said.toString()
}
export const deskPath = (its: Partial<Address>): string => { const query = queryOf(its); return query ? `/desk?${query}` : '/desk' }
