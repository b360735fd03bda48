import type { View } from '#core/http/page.ts'
import { type Filters, sorts } from '#core/trail/list.server.ts'
import { Icon } from '#ui/icons.tsx'
import { addressOf } from './list-address.ts'
import type { Chosen, Facets } from './list.server.ts'
import { ideaWords } from './texts/index.ts'

/** How the list is ordered and narrowed: links and one GET form, so that each combination has an address. */
export function Narrowing({ filters, facets, chosen, asMap, view }: { filters: Filters; facets: Facets; chosen: Chosen[]; asMap: boolean; view: View }) {
  const t = ideaWords(view.language)
  const its = { ...filters, after: undefined }
  const map: { view?: 'map' } = asMap ? { view: 'map' } : {}
  const to = (changes: { [K in keyof Filters]?: Filters[K] | undefined }, more: { view?: 'map' } = map) => view.href(addressOf('/ideas', { ...its, ...changes }, more))
  return (
    <div className="stack tight">
      {!asMap && <nav className="filters slide" aria-label={t.sortLabel}>
        {sorts.map((sort) => <a key={sort} className="chip" href={to({ sort })} aria-current={(filters.sort ?? 'newest') === sort ? 'true' : undefined}>{t.sort[sort]}</a>)}
      </nav>}
      {chosen.length > 0 && (
        <ul className="filters" aria-label={t.chosen}>
          {chosen.map((each) => <li key={each.by}><a className="chip on" href={to({ [each.by]: undefined })} aria-label={t.without(each.name)}>{each.name} <Icon name="close" /></a></li>)}
        </ul>
      )}
      <div className="narrowing">
      <a className="btn" href={to({}, asMap ? {} : { view: 'map' })}><Icon name={asMap ? 'list' : 'map'} />{asMap ? t.asList : t.asMap}</a>
      <details className="fold narrow">
        <summary><Icon name="filter" />{t.filter}</summary>
        <form method="get" action={view.href('/ideas')} className="stack">
          {filters.sort && filters.sort !== 'newest' && <input type="hidden" name="sort" value={filters.sort} />}
          {asMap && <input type="hidden" name="view" value="map" />}
          <div className="pairs">
            {(['stage', 'topic', 'area', 'unit'] as const).filter((by) => facets[by].length > 0).map((by) => (
              <div className="field" key={by}>
                <label htmlFor={`filter-${by}`}>{t.filterLabels[by]}</label>
                <select id={`filter-${by}`} name={by} defaultValue={filters[by] ?? ''}>
                  <option value="">{t.any[by]}</option>
                  {facets[by].map((each) => <option key={each.id} value={each.id}>{each.name}</option>)}
                </select>
              </div>
            ))}
          </div>
          <label className="choice plain"><input type="checkbox" name="late" value="1" defaultChecked={filters.late ?? false} /><span>{t.filterLabels.late}</span></label>
          <p className="actions"><button type="submit" className="btn main">{t.filterNow}</button>{chosen.length > 0 && <a className="btn quiet" href={view.href(addressOf('/ideas', { sort: filters.sort }, map))}>{t.clear}</a>}</p>
        </form>
      </details>
      </div>
    </div>
  )
}
