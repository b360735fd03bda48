import { withQuery } from '#core/http/urls.ts'
import type { Filters } from '#core/trail/list.server.ts'

/** The address of a list: what is chosen and nothing else, always in the same order, so that one list has one address. */
export function addressOf(path: string, its: { [K in keyof Filters]?: Filters[K] | undefined }, more: { view?: 'map' | undefined } = {}): string {
  return withQuery(path, { sort: its.sort === 'newest' ? undefined : its.sort, stage: its.stage, topic: its.topic, area: its.area, unit: its.unit, late: its.late ? '1' : undefined, view: more.view, after: its.after })
}
