import { askJson, type Manners, pagesOf, RegisterError } from '#core/ports/register.server.ts'
import { periodsFromHauki } from '../../hours/hauki.ts'
import type { Brought, Refused } from '../brought.ts'
import { byLanguage, line, list, type Loose, number, object, text } from './read-loosely.ts'

/** Which resources: the query of hauki's own list (`data_source=kirjastot`), all when nothing is said. */
export type HaukiWanted = { url: string; query: string }

/** So many resources' periods are asked for at a time: their ids go into an address. */
const atATime = 50

/**
 * Opening hours of hauki (City of Helsinki): its resources page by page, and their periods from today on. Whose hours they are
 * is found by a resource's origins, else by its name; both go along for who writes them. Throws RegisterError.
 */
export async function* fromHauki(its: HaukiWanted, today: string, manners: Manners = {}): AsyncGenerator<(Brought | Refused)[]> {
  const root = its.url.replace(/\/+$/, '')
  const walk = pagesOf<Loose>(async (page) => {
    const query = new URLSearchParams(its.query)
    query.set('page', String(page))
    const read = object(await askJson(`${root}/resource/?${query}`, manners))
    if (!Array.isArray(read.results)) throw new RegisterError('notThat')
    return { items: list(read.results), more: Boolean(read.next) }
  }, (item) => text(item.id))
  for await (const all of walk) {
    for (let i = 0; i < all.length; i += atATime) {
      const some = all.slice(i, i + atATime)
      const read = await askJson(`${root}/date_period/?${new URLSearchParams({ resource: some.map((each) => text(each.id)).join(','), end_date_gte: today })}`, manners)
      if (!Array.isArray(read) && !Array.isArray(object(read).results)) throw new RegisterError('notThat')
      yield resourcesWith(some, list(Array.isArray(read) ? read : object(read).results))
    }
  }
}

/** The same out of a file: `{ "resources": […], "date_periods": […] }`, or resources that carry their `date_periods`. Throws RegisterError. */
export function hoursOfFile(json: unknown): (Brought | Refused)[] {
  const its = object(json)
  const resources = list(Array.isArray(json) ? json : its.resources ?? its.results)
  if (resources.length === 0) throw new RegisterError('notThat')
  return resourcesWith(resources, [...list(its.date_periods), ...resources.flatMap((each) => list(each.date_periods).map((period) => ({ ...period, resource: each.id })))])
}

function resourcesWith(resources: Loose[], periods: Loose[]): (Brought | Refused)[] {
  return resources.flatMap((each): (Brought | Refused)[] => {
    const key = text(each.id)
    const name = line(typeof each.name === 'string' ? { fi: each.name } : byLanguage(each.name), 200)
    const said = name?.fi ?? name?.sv ?? name?.en ?? key
    if (!key) return [{ refused: 'noKey', key, name: said }]
    // in an order that stays, whatever order the answer has
    const own = periods.filter((period) => text(period.resource) === key).sort((a, b) => (number(a.order) ?? 0) - (number(b.order) ?? 0) || (number(a.id) ?? 0) - (number(b.id) ?? 0))
    if (own.length === 0) return []
    const origins = list(each.origins).map((origin) => ({ source: text(object(origin.data_source).id) || text(origin.data_source), key: text(origin.origin_id) })).filter((origin) => origin.key)
    try {
      return [{ what: 'hours', key, name: said, facts: { of: 'place', origins, named: said, periods: periodsFromHauki(own) } }]
    } catch { return [{ refused: 'hours', key, name: said }] }
  })
}
