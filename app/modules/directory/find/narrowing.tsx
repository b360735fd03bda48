import type { View } from '#core/http/page.ts'
import { Checkbox } from '#ui/form.tsx'
import { Icon } from '#ui/icons.tsx'
import { audiences } from '../facts.ts'
import { placeKinds } from '../place-kinds.ts'
import { groups, type PlaceFilters, placesAddress, sorts, writePoint } from './filters.ts'
import { findWords } from './texts/index.ts'

type Option = { value: string; label: string }
/** A choice of a filter form. */
export const Pick = ({ name, label, value, options }: { name: string; label: string; value: string; options: (Option | { group: string; options: Option[] })[] }) => (
  <div className="field"><label htmlFor={`f-${name}`}>{label}</label>
    <select id={`f-${name}`} name={name} defaultValue={value}>{options.map((each) => ('group' in each ? <optgroup key={each.group} label={each.group}>{each.options.map((one) => <option key={one.value} value={one.value}>{one.label}</option>)}</optgroup> : <option key={each.value} value={each.value}>{each.label}</option>))}</select>
  </div>
)

/** How the list of places is narrowed: one GET form, so that each combination has an address. */
export function PlaceNarrowing({ filters, kinds, areas, providers, asMap, narrowed, view }: { filters: PlaceFilters; kinds: string[]; areas: { key: string; name: string }[]; providers: { id: string; name: string }[]; asMap: boolean; narrowed: boolean; view: View }) {
  const t = findWords(view.language), l = t.list
  return (
    <div className="narrowing">
      <a className="btn" href={view.href(placesAddress({ ...filters, after: undefined }, asMap ? {} : { view: 'map' }))}><Icon name={asMap ? 'list' : 'map'} />{asMap ? l.asList : l.asMap}</a>
      <details className="fold narrow">
        <summary><Icon name="filter" />{l.filter}</summary>
        <form method="get" action={view.href('/places')} className="stack">
          {asMap && <input type="hidden" name="view" value="map" />}
          {filters.near && <input type="hidden" name="near" value={writePoint(filters.near)} />}
          <div className="pairs">
            <Pick name="kind" label={l.kind} value={filters.kind ?? (filters.group ? `group:${filters.group}` : '')} options={[{ value: '', label: l.any }, ...groups.map((group) => ({ group: t.groups[group], options: [{ value: `group:${group}`, label: l.groupAll(t.groups[group]) }, ...kinds.filter((kind) => placeKinds.get(kind)!.group === group).map((kind) => ({ value: kind, label: placeKinds.get(kind)!.name[view.language] }))] }))]} />
            <Pick name="audience" label={l.audience} value={filters.audience ?? ''} options={[{ value: '', label: l.anyone }, ...audiences.map((each) => ({ value: each, label: t.audiences[each] }))]} />
          </div>
          <fieldset className="field"><legend>{l.also}</legend>
            {(['open', 'good', 'accessible', 'free'] as const).map((each) => <Checkbox key={each} id={`f-${each}`} name={each} value="1" checked={filters[each] === true} label={each === 'good' ? t.services.good : l[each]} />)}
          </fieldset>
          <div className="pairs">
            {areas.length > 0 && <Pick name="area" label={l.area} value={filters.area ?? ''} options={[{ value: '', label: l.anyArea }, ...areas.map((each) => ({ value: each.key, label: each.name }))]} />}
            {providers.length > 0 && <Pick name="provider" label={l.who} value={filters.provider ?? ''} options={[{ value: '', label: l.anyProvider }, { value: 'own', label: l.own }, ...providers.map((each) => ({ value: each.id, label: each.name }))]} />}
            <div className="field"><label htmlFor="f-where">{l.where}</label><input id="f-where" name="where" defaultValue={filters.where ?? ''} maxLength={120} autoComplete="street-address" /></div>
            <Pick name="sort" label={l.sort} value={filters.sort} options={sorts.map((each) => ({ value: each, label: l.sorts[each] }))} />
          </div>
          <p className="actions"><button type="submit" className="btn main">{l.show}</button>{(narrowed || filters.where || filters.near) && <a className="btn quiet" href={view.href(placesAddress({}, asMap ? { view: 'map' } : {}))}>{l.clear}</a>}</p>
        </form>
      </details>
    </div>
  )
}
