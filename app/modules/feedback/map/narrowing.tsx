import type { View } from '#core/http/page.ts'
import { Icon } from '#ui/icons.tsx'
import { addressOf, type Filters, spans, states } from './filters.ts'
import { mapWords } from './texts/index.ts'

/** How the list is narrowed: links and one GET form, so that each combination has an address. */
export function Narrowing({ filters, categories, areas, asMap, narrowed, view }: { filters: Filters; categories: { id: string; name: string; group: string | null }[]; areas: { key: string; name: string }[]; asMap: boolean; narrowed: boolean; view: View }) {
  const t = mapWords(view.language).list
  const groups = [...new Set(categories.map((each) => each.group ?? ''))]
  const select = (name: string, label: string, value: string, options: { value: string; label: string }[]) => (
    <div className="field"><label htmlFor={`f-${name}`}>{label}</label><select id={`f-${name}`} name={name} defaultValue={value}>{options.map((each) => <option key={each.value} value={each.value}>{each.label}</option>)}</select></div>
  )
  const text = (name: string, label: string, value: string | undefined, type: 'search' | 'date' | 'text' = 'text') => (
    <div className="field"><label htmlFor={`f-${name}`}>{label}</label><input id={`f-${name}`} name={name} type={type} defaultValue={value ?? ''} maxLength={type === 'date' ? undefined : 120} /></div>
  )
  return (
    <div className="narrowing">
      <a className="btn" href={view.href(addressOf('/feedback', { ...filters, after: undefined }, asMap ? {} : { view: 'map' }))}><Icon name={asMap ? 'list' : 'map'} />{asMap ? t.asList : t.asMap}</a>
      <details className="fold narrow">
        <summary><Icon name="filter" />{t.filter}</summary>
        <form method="get" action={view.href('/feedback')} className="stack">
          {asMap && <input type="hidden" name="view" value="map" />}
          {filters.sort !== 'newest' && <input type="hidden" name="sort" value={filters.sort} />}
          {filters.near && <input type="hidden" name="near" value={`${filters.near.longitude.toFixed(5)},${filters.near.latitude.toFixed(5)}`} />}
          {text('q', t.words, filters.words, 'search')}
          <div className="pairs">
            <div className="field"><label htmlFor="f-category">{t.category}</label>
              <select id="f-category" name="category" defaultValue={filters.category ?? ''}>
                <option value="">{t.anyCategory}</option>
                {groups.map((group) => { const its = categories.filter((each) => (each.group ?? '') === group).map((each) => <option key={each.id} value={each.id}>{each.name}</option>); return group ? <optgroup key={group} label={group}>{its}</optgroup> : its })}
              </select>
            </div>
            {select('state', t.state, filters.state, states.map((each) => ({ value: each, label: t.states[each] })))}
            {areas.length > 0 && select('area', t.area, filters.area ?? '', [{ value: '', label: t.anyArea }, ...areas.map((each) => ({ value: each.key, label: each.name }))])}
            {select('days', t.when, filters.days ? String(filters.days) : '', [{ value: '', label: t.anyTime }, ...spans.map((each) => ({ value: String(each), label: t.span[each] ?? '' }))])}
            {text('from', t.from, filters.from, 'date')}{text('to', t.to, filters.to, 'date')}
            {text('where', t.where, filters.where)}
          </div>
          <p className="actions"><button type="submit" className="btn main">{t.filterNow}</button>{(narrowed || filters.where) && <a className="btn quiet" href={view.href(addressOf('/feedback', {}, asMap ? { view: 'map' } : {}))}>{t.clear}</a>}</p>
        </form>
      </details>
    </div>
  )
}
